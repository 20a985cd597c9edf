"""French shapes around dates: *fin août*, *du 1er au 15 août*, *depuis 2012*."""

from __future__ import annotations

from dataclasses import replace

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import Amount, Between, CalendarDay, Expression, Marked, Near, Related
from service.domain.dates.french.amounts import amount_of
from service.domain.dates.rules import rule
from service.domain.model import Modifier, Relation

_DEFINITE = (Grain.WEEK, Grain.WEEKEND, Grain.MONTH, Grain.YEAR)
_WHEN = "inner=(date|period|time|bare)"
_BEGIN = "begin=(date|period|time|bare)"
_END = "end=(date|period|time|bare)"


def _edge_of_unit(edge: Modifier, unit: Grain) -> Marked | None:
    """*en début de semaine*, *à la fin du mois*."""
    return Marked(Near(unit, 0), edge) if unit >= Grain.WEEKEND else None


def _definite(unit: Grain) -> Near | None:
    """*durant le week-end*, *dans la semaine*: the one that goes on; tense tells which weekend."""
    return Near(unit, None if unit is Grain.WEEKEND else 0) if unit in _DEFINITE else None


def _weekend(unit: Grain) -> Near | None:
    return Near(unit, None) if unit is Grain.WEEKEND else None


def _until_weekend(relation: Relation, unit: Grain) -> Related | None:
    """*jusqu'au week-end*."""
    return Related(Near(unit, None), relation) if unit is Grain.WEEKEND else None


def _from_day(day: int, end: Expression) -> Between:
    return Between(CalendarDay(day), end)


def _days_of_month(begin: int, end: int) -> Between | None:
    """*du 13 au 18*."""
    return Between(CalendarDay(begin), CalendarDay(end)) if 0 < begin < end <= 31 else None


def _for_long(amount: Amount, relation: Relation) -> Expression:
    """*depuis trois mois*; *après trois mois* is no more than a length."""
    return Related(amount, relation) if relation in (Relation.SINCE, Relation.UNTIL) else amount


def _unknown(unit: Grain) -> Amount:
    return amount_of(None, unit)


def _for_hours(amount: Amount) -> Amount | None:
    """*pour trois heures* is a length, *pour 20 heures* a clock time."""
    part = amount.parts[0]
    return amount if part.unit is not Grain.HOUR or (part.count or 0) < 7 or (part.count or 0) > 23 else None


EDGES = (
    rule(
        "period",
        "(en|au|le|au le)? edge (de le?|de _=this)? inner=(date|period|bare)",
        lambda edge, inner: Marked(inner, edge),
    ),
    rule("period", "(en|au|au le|le|dans le)? edge (de le?|le|de) unit", _edge_of_unit),
    rule("period", f"(about|about au) le? {_WHEN}", lambda about, inner: Marked(inner, about)),
    rule("period", "(during the?|dans the|during _=this) unit", _definite),
    rule("period", "(le|de le?|en) unit", _weekend),
    rule("amount", "all le unit", lambda unit: amount_of(1, unit)),
    rule("amount", "(during|_=relation) de unit", _unknown),
    rule("amount", "during? mod=(about|bound) amount", lambda mod, amount: replace(amount, mod=mod)),
)
RANGES = (
    rule("range", f"de le? {_BEGIN} (au|until) le? {_END}", Between),
    rule("range", f"between le? {_BEGIN} et le? {_END}", Between),
    rule("range", f"{_BEGIN} (dash|au|until) le? {_END}", Between),
    rule("range", "(de le?)? day (au|until|dash) le? end=date", _from_day),
    rule("range", "between le? day et le? end=date", _from_day),
    rule("range", "masculine begin=figure au end=figure", _days_of_month),
    rule("range", "between le begin=figure et le end=figure", _days_of_month),
    rule("range", "de begin=slashed (au|until) end=(slashed|date)", Between),
)
RELATIONS = (
    rule("related", "relation unit", _until_weekend),
    rule("related", "relation le? inner=(date|period|time|bare|range|slashed)", Related),
    rule("duration", "relation amount", _for_long),
    rule("duration", "(during|en) amount", lambda amount: amount),
    rule("duration", "pour amount", _for_hours),
)
