"""What a time expression means by use: opening hours, and the *fin de semaine* of Quebec."""

from __future__ import annotations

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Between,
    Clock,
    Every,
    Expression,
    Marked,
    Near,
    Related,
    TimeOfDay,
    Weekday,
)
from service.domain.dates.french.tense import PAST, direction
from service.domain.dates.iso import iso_clock
from service.domain.model import Modifier, Span
from service.domain.text import Words

Said = tuple[Span, Expression]
_REACH = 6  # words
_OPEN = frozenset("ferme fermee fermees fermes horaires ouvert ouverte ouvertes ouverts permanence".split())
_CANADIAN = frozenset(
    "acadie canada canadien canadienne canadiens gatineau laval montreal ontario ottawa quebec quebecois"
    " quebecoise sherbrooke toronto trudeau".split()
)


def weekly(words: Words, span: Span, said: Expression) -> Expression:
    """*ouvert du lundi au vendredi*, *du lundi au vendredi de 9 h à 17 h*: every week, unless it has been."""
    match said:
        case Between(Weekday(first, step=None), Weekday(last, step=None)) if _is_open(words, span):
            return Every(f"XXXX-WXX-{first + 1}/XXXX-WXX-{last + 1}")
        case Between(Weekday(first, step=None), TimeOfDay(Clock() as begin, Weekday(last), Clock() as end)):
            if direction(words, span) <= PAST:
                return said
            return Every(f"XXXX-WXX-{first + 1}{iso_clock(begin)}/XXXX-WXX-{last + 1}{iso_clock(end)}")
        case _:
            return said


def _is_open(words: Words, span: Span) -> bool:
    return any(word.folded in _OPEN for word in words.before(span.start, _REACH))


def localise(words: Words, spoken: list[Said]) -> list[Said]:
    """In a text about Canada, *la fin de semaine* is the weekend."""
    if not any(_week_end(said) for _, said in spoken) or not any(w.folded in _CANADIAN for w in words.words):
        return spoken
    return [(span, _week_end(said) or said) for span, said in spoken]


def _week_end(said: Expression) -> Expression | None:
    """The weekend, when the end of a week is told."""
    match said:
        case Marked(Near(Grain.WEEK, step, anchor), Modifier.END):
            return Near(Grain.WEEKEND, step or None, anchor)
        case Related(inner, relation) if weekend := _week_end(inner):
            return Related(weekend, relation)
        case _:
            return None
