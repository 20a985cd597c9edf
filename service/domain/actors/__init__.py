"""Actors: names, places that act and nominals gathered into persons, powers and organisations."""

from service.domain.actors.gather import gather_actors
from service.domain.actors.nominal import Nominal, Power
from service.domain.actors.nominals import find_nominals
from service.domain.actors.scene import set_scene

__all__ = ["Nominal", "Power", "find_nominals", "gather_actors", "set_scene"]
