"""The proper names of a text, settled: whose they are is for the rooms of actors and places."""

from service.domain.names.settling import names_outside, settle_names
from service.domain.names.shaped import dates_outside, shaped_names

__all__ = ["dates_outside", "names_outside", "settle_names", "shaped_names"]
