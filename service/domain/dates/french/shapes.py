"""The French grammar: all layers in order."""

from __future__ import annotations

from functools import lru_cache

from service.domain.dates.expressions import CalendarDay
from service.domain.dates.french.amounts import AMOUNTS, CLOCK_SPANS, COMPOUNDS
from service.domain.dates.french.days import DAYS
from service.domain.dates.french.nesting import NESTED
from service.domain.dates.french.ranges import EDGES, RANGES, RELATIONS
from service.domain.dates.french.reading import known_kinds
from service.domain.dates.french.relative import RELATIVE
from service.domain.dates.french.sets import SETS
from service.domain.dates.french.times import LONE_TIMES, PARTS, TIMES
from service.domain.dates.grammar import Grammar
from service.domain.dates.rules import rule

LONE_DAYS = (
    rule(
        "date", "masculine figure !number", lambda figure: CalendarDay(figure) if 0 < figure <= 31 else None
    ),
)
LAYERS = (
    AMOUNTS,
    COMPOUNDS,
    CLOCK_SPANS,
    SETS,
    DAYS + RELATIVE,
    NESTED,
    PARTS,
    TIMES,
    EDGES,
    RANGES,
    RELATIONS,
    LONE_TIMES + LONE_DAYS,
)

# what a mention can be in the end; when an item has several readings, the first of these counts
WANTED = (
    *("range", "related", "duration", "time", "date", "shift", "then", "set", "vague", "period", "amount"),
    "bare",
)


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    return Grammar(LAYERS, known_kinds())
