"""The calls, one file for each group: load, call, dump."""
