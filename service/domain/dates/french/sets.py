"""French shapes of what comes back: *tous les lundis*, *deux fois par an*, *quotidien*."""

from __future__ import annotations

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import Amount, Every
from service.domain.dates.rules import Item, rule

_DESIGNATORS = {
    Grain.SECOND: "PT{}S",
    Grain.MINUTE: "PT{}M",
    Grain.HOUR: "PT{}H",
    Grain.DAY: "P{}D",
    Grain.WEEKEND: "P{}WE",
    Grain.WEEK: "P{}W",
    Grain.FORTNIGHT: "P{}W",
    Grain.MONTH: "P{}M",
    Grain.QUARTER: "P{}M",
    Grain.HALF: "P{}M",
}  # years and what is longer are counted in years
_FACTORS = {Grain.FORTNIGHT: 2, Grain.QUARTER: 3, Grain.HALF: 6, Grain.DECADE: 10, Grain.CENTURY: 100}


def _every(unit: Grain, number: float = 1) -> Every:
    return Every(_DESIGNATORS.get(unit, "P{}Y").format(int(number * _FACTORS.get(unit, 1))))


def _every_amount(amount: Amount) -> Every | None:
    part = amount.parts[0]
    return _every(part.unit, part.count) if part.count else None


def _every_weekday(weekday: int, part: str | None = None) -> Every:
    return Every(f"XXXX-WXX-{weekday + 1}" + (f"T{part}" if part else ""))


def _on_weekdays(items: list[Item]) -> tuple[Item, ...]:
    """*les mardi et jeudi*."""
    kinds = ("weekday", "weekdays")
    days = [(item, item.readings[kind]) for item in items for kind in kinds if kind in item.readings]
    return tuple(Item(item.start, item.end, {"set": _every_weekday(day)}) for item, day in days)


def _times(unit: Grain, number: float = 1) -> Every:
    return Every(_every(unit).value, None, f"{int(number)}X")


SETS = (
    rule("set", "(every|each) unit", _every),
    rule("set", "every number unit", _every),
    rule("set", "every amount", _every_amount),
    rule("set", "(every _=number?|each|le) weekday=weekdays", _every_weekday),
    rule("set", "les weekdays ((comma|et|ou) le? weekdays){1,5}", _on_weekdays, whole=True),
    rule("set", "les weekday ((comma|et|ou) le? weekday){0,5}", _on_weekdays, whole=True),
    rule("set", "(each|except le?) weekday", _every_weekday),
    rule("set", "(every part=parts|each part)", lambda part: Every(f"XXXX-XX-XXT{part}")),
    rule("set", "(every|each|le) weekday=(weekdays|weekday) part=parts", _every_weekday),
    rule("set", "each weekday part", _every_weekday),
    rule("set", "each season", lambda season: Every(f"XXXX-{season}")),
    rule("set", "each month", lambda month: Every(f"XXXX-{month:02}")),
    rule("set", "number times par unit", _times),
    rule("set", "several times par unit", lambda unit: Every(_every(unit).value, None, "XX")),
    rule("set", "periodical", lambda periodical: periodical),
    rule("vague", "vague", lambda vague: vague),
)
