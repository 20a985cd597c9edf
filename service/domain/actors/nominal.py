"""What a nominal mention is: its words, and what kind of power it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from service.domain.model import Mention, Span


class Power(StrEnum):
    """What kind of actor a nominal is a mention of."""

    GOVERNMENT = "government"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    REGIONAL = "regional"  # the government of a region
    INSTITUTION = "institution"  # a body of its own: police, court, parliament, team
    MEDIA = "media"
    OFFICE = "office"  # whoever holds it


@dataclass(frozen=True, slots=True, order=True)
class Nominal(Mention):
    """`country` is `None` when a person (`whose`) or the rest of the text has to tell it.

    `head` is the folded noun, `role` that of an office as the book of actors names it; `counterpart`
    (*son homologue turc*) is the role of somebody told before.
    """

    power: Power
    country: str | None
    head: str
    role: str | None = None
    whose: Span | None = None
    place: str | None = None  # id of the town or province of a local body
    reason: str = ""
    proper: bool = False  # written with a capital behind its article, as a name is
    inner: Nominal | None = None  # the body in an office: *armée suisse* of *chef de l'armée suisse*
