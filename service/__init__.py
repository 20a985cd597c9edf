"""Gazette reads news articles into structured facts: actors, places, dates."""

__version__ = "0.1.0"
