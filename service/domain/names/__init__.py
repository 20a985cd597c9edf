"""The proper names of a text, settled: whose they are is for the rooms of actors and places."""

from service.domain.names.settling import settle_names

__all__ = ["settle_names"]
