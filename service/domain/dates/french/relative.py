"""French shapes that count from now or from the last day told: *mardi prochain*, *il y a un an*."""

from __future__ import annotations

from dataclasses import replace

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Amount,
    Anchor,
    Near,
    Shifted,
    Stretch,
    Weekday,
)
from service.domain.dates.french.amounts import amount_of
from service.domain.dates.rules import rule

_SIDE = "side=(last|next)"
_STEP = "step=(last|next)"


def _near(unit: Grain, side: int) -> Near | None:
    return Near(unit, side) if unit >= Grain.DAY else None


def _then(unit: Grain, side: int = 0) -> Near | None:
    return Near(unit, side, Anchor.THEN) if unit >= Grain.DAY else None


def _near_or_nth(unit: Grain, side: int) -> tuple[Near, tuple[int, Grain]] | None:
    """*la dernière semaine*: the past one, or the last of a month that follows."""
    return (Near(unit, side), (side, unit)) if unit >= Grain.DAY else None


def _nth_unit(ordinal: int, unit: Grain) -> tuple[int, Grain] | None:
    return (ordinal, unit) if unit >= Grain.DAY else None


def _stretch(unit: Grain, side: int, number: float | None = None) -> Stretch:
    return Stretch(amount_of(number, unit), side)


def _stretch_of(amount: Amount, side: int) -> Stretch:
    return Stretch(amount, side)


def _stretch_or_nth(unit: Grain, side: int, number: float) -> tuple[Stretch, tuple[int, Grain, int]]:
    return _stretch(unit, side, number), (side, unit, int(number))


def _in_weeks(weekday: int, number: int) -> Weekday | None:
    """*lundi en huit*, *mardi en quinze*."""
    weeks = {8: 1, 15: 2}.get(number)
    return Weekday(weekday, 1, weeks=weeks) if weeks else None


def _shift(amount: Amount, sign: int) -> Shifted:
    return Shifted(replace(amount, mod=None), sign)


def _ago(amount: Amount) -> Shifted:
    return _shift(amount, -1)


def _ahead(amount: Amount) -> Shifted:
    return _shift(amount, 1)


def _from_then(amount: Amount, sign: int) -> Shifted:
    return Shifted(amount, sign, Anchor.THEN)


def _from_then_or_event(amount: Amount, sign: int) -> tuple[Shifted, tuple[Amount, int]]:
    """*deux jours après*, or *deux jours après Noël* when a date follows."""
    return _from_then(amount, sign), (amount, sign)


RELATIVE = (
    rule("date near", "near", lambda near: (near, near)),
    rule("date", "near _=weekday", lambda near: near),
    rule("date", "that", lambda: Near(Grain.DAY, 0, Anchor.THEN)),
    rule("date", "weekday", Weekday),
    rule("date", f"weekday {_STEP}", Weekday),
    rule("date", "this weekday", lambda this, weekday: Weekday(weekday, this)),
    rule(
        "date",
        "weekday step=(following|preceding)",
        lambda weekday, step: Weekday(weekday, step, Anchor.THEN),
    ),
    rule("date", "weekday en (number=day)", _in_weeks),
    rule("period", f"(le|un)? unit {_SIDE}", _near),
    rule("period", "(le|these)? side=(lasts|nexts) unit", _stretch),
    rule("period", "dans? (les|these) unit side=coming", _stretch),
    rule("period nth", f"le? {_SIDE} unit", _near_or_nth),
    rule("nth", "ordinal unit", _nth_unit),
    rule(
        "date nthday", "le? ordinal weekday", lambda ordinal, weekday: (Weekday(weekday), (ordinal, weekday))
    ),
    rule(
        "date nthday",
        "le? latest weekday",  # not *est passé dimanche à 2 000 morts*
        lambda latest, weekday: (Weekday(weekday, latest), (latest, weekday)),
    ),
    rule(
        "nth",
        "number ordinal unit",
        lambda number, ordinal, unit: (ordinal, unit, int(number)) if ordinal == 1 else None,
    ),
    rule("period", "le? unit side=(following|preceding)", _then),
    rule("period", "le? unit de side=(before|after)", _then),
    rule("period", "this unit ci?", lambda this, unit: _near(unit, this)),
    rule("period", "(le|_=this) same unit", _then),
    rule("period", "_=this unit there", _then),
    rule("period nth", f"(le|these)? number {_SIDE} unit", _stretch_or_nth),
    rule("period nth", f"(le|these) {_SIDE} number unit", _stretch_or_nth),
    rule("period", f"(le|these) {_SIDE} several unit", _stretch),
    rule("period", f"le amount {_SIDE}", _stretch_of),
    rule("shift", "ago _=about? _=bound? amount", _ago),
    rule("shift", "dans _=about? amount", _ahead),
    rule("shift", "(by|dans le) amount", _ahead),
    rule("shift", "by dozen", lambda dozen: _ahead(amount_of(dozen, Grain.DAY))),
    rule("then", "amount sign=(later|earlier)", _from_then),
    rule("then offset", "amount sign=(after|before)", _from_then_or_event),
)
