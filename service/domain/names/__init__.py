"""The proper names of a text, settled: whose they are is for the rooms of actors and places."""

from service.domain.names.settling import names_outside, settle_names

__all__ = ["names_outside", "settle_names"]
