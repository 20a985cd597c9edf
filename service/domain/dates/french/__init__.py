"""French: the words of time, and the shapes in which they stand together."""
