"""What words say about time, before the calendar is asked: the language of the reader, without a language.

A grammar makes these from words, `anchoring` resolves them. `step` counts units from the anchor: -1 is
*dernier*, 0 *ce*, 1 *prochain*; `None` leaves past or future to the sentence.
One file, though a little long: a language is read on one page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from service.domain.dates.calendar import Grain
from service.domain.model import Modifier, Relation


class Anchor(StrEnum):
    """What a relative expression counts from."""

    NOW = "now"  # the day of publication
    THEN = "then"  # the last day told


@dataclass(frozen=True, slots=True)
class Quantity:
    """`count` is `None` when it is not told (*plusieurs jours*)."""

    count: float | None
    unit: Grain


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time: *deux ans et six mois*."""

    parts: tuple[Quantity, ...]
    mod: Modifier | None = None


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """*samedi 15 octobre 2016* with any part but the day left out. Monday is weekday 0."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    step: int | None = None
    anchor: Anchor = Anchor.NOW


@dataclass(frozen=True, slots=True)
class Weekday:
    """`weeks` adds whole weeks: *lundi en huit*. `within` is the period it is told to lie in."""

    weekday: int
    step: int | None = None
    anchor: Anchor = Anchor.NOW
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Near:
    """The unit `step` away from the anchor's: *hier*, *la semaine dernière*, *le lendemain*."""

    unit: Grain
    step: int | None
    anchor: Anchor = Anchor.NOW


@dataclass(frozen=True, slots=True)
class Numbered:
    """A period that has a number within its year: month 1-12, quarter 1-4, half 1-2."""

    unit: Grain
    number: int
    year: int | None = None
    step: int | None = None
    anchor: Anchor = Anchor.NOW


@dataclass(frozen=True, slots=True)
class Season:
    """`code` is TIMEX3's SP, SU, FA, WI."""

    code: str
    year: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    name: str
    year: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Era:
    """A year, a decade (its first year) or a century (its ordinal)."""

    unit: Grain
    number: int


@dataclass(frozen=True, slots=True)
class Shifted:
    """An amount before (`sign` -1) or after (1) an anchor or another expression: *il y a trois jours*."""

    amount: Amount
    sign: int
    origin: Anchor | Expression = Anchor.NOW


@dataclass(frozen=True, slots=True)
class Stretch:
    """The units next to the anchor, on one side: *les trois prochains jours*, *ces dernières semaines*."""

    amount: Amount
    sign: int
    anchor: Anchor = Anchor.NOW


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit or weekday of a period, counted from its end when negative."""

    count: int
    unit: Grain | None
    weekday: int | None
    within: Expression


@dataclass(frozen=True, slots=True)
class Within:
    """An expression whose missing year, month or week another one tells: *mars de l'année prochaine*."""

    inner: Expression
    outer: Expression


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `minute`, `second` are `None` when not told."""

    hour: int
    minute: int | None = None
    second: int | None = None


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A clock time or a part of the day (TIMEX3 MO, MI, AF, EV, NI, DT), of a day told or to be found."""

    clock: Clock | str
    on: Expression | None = None
    end: Clock | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """From one to the other, both inclusive; each may lack parts that the other has."""

    begin: Expression
    end: Expression


@dataclass(frozen=True, slots=True)
class Every:
    """A set (TIMEX3): `value` is what comes back, `freq` how often in it."""

    value: str
    quant: str | None = "EVERY"
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """An expression with a TIMEX3 modifier: *fin août*, *vers 14 heures*."""

    inner: Expression
    mod: Modifier


@dataclass(frozen=True, slots=True)
class Related:
    """How the event lies to the expression: *depuis 2012*."""

    inner: Expression
    relation: Relation


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    ref: str


@dataclass(frozen=True, slots=True)
class Unplaceable:
    """Told as a date, but on no day that can be known: *30/02/2016*, *au lendemain du scrutin*."""


Expression = (
    Amount
    | Between
    | CalendarDay
    | Era
    | Every
    | Feast
    | Unplaceable
    | Marked
    | Near
    | Nth
    | Numbered
    | Related
    | Season
    | Shifted
    | Stretch
    | TimeOfDay
    | Vague
    | Weekday
    | Within
)


def core(said: Expression) -> Expression:
    """The expression without modifiers and relations."""
    while isinstance(said, Marked | Related):
        said = said.inner
    return said
