"""What looks like a French time expression and is none: counts, names, titles, numbers of things."""

from __future__ import annotations

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Amount,
    Anchor,
    CalendarDay,
    Clock,
    Era,
    Every,
    Expression,
    Feast,
    Near,
    Numbered,
    Season,
    TimeOfDay,
    Weekday,
    core,
)
from service.domain.dates.french import contexts
from service.domain.dates.french.ages import is_no_length
from service.domain.dates.french.words import WEEKDAYS
from service.domain.model import Span
from service.domain.text import HYPHENS, QUOTES, Word, Words


def is_trap(  # noqa: C901, PLR0911, PLR0912 — one case for each kind
    words: Words, span: Span, kind: str, expression: Expression
) -> bool:
    """Whether what the grammar took for a time expression of that kind is something else."""
    sentence = words.sentence(span.start)
    before = tuple(
        word
        for word in words.before(span.start, 5)
        if word.start >= sentence.start and word.text not in ".'’"
    )
    after = words.after(span.end, 2)
    said = core(expression)
    written = kind in ("range", "related") or isinstance(said, CalendarDay)
    title = words.text[span.start].isupper() or kind == "bare" or (before and before[-1].capitalised)
    if (title and not written and _quoted_alone(before, after)) or _names_a_place(before, said):
        return True
    match said:
        case Amount():
            return is_no_length(words, span, said, before, after)
        case Era(Grain.YEAR) if kind == "bare" and words.text[span.start].isalpha():
            return _goes_on(after)  # *en soixante lieux*
        case Era(Grain.YEAR, year) if kind == "bare":
            return _counts_things(year, before, after)
        case CalendarDay(month=None, weekday=None):
            return _goes_on(after)
        case CalendarDay(year=year) if year:
            return len(before) > 1 and before[-2].folded in contexts.LAWS
        case Every() if kind == "set":
            return _is_a_newspaper(words, span, before)
        case Season():
            return bool(after) and after[0].folded in contexts.SEASON_NAMES
        case TimeOfDay(Clock(12), None):
            return words.text[span.start : span.end] == "Midi"
        case Numbered(Grain.MONTH, 3, None, None):
            return _is_a_name(words, span, before, after) or _is_the_planet(words, span, before)
        case Feast():
            return _is_no_feast(words, span, before, after, said)
        case Near(Grain.DAY, -1 | 1, Anchor.NOW):
            return _is_a_round(words, span)
        case Numbered(Grain.MONTH, _, None, None) | Weekday():
            return _is_a_name(words, span, before, after)
        case _:
            return False


def _is_no_feast(
    words: Words, span: Span, before: tuple[Word, ...], after: tuple[Word, ...], said: Feast
) -> bool:
    """*l'ascension du favori*, *Noël Roux*, *le père Noël*; the town of *Saint-Nicolas* has no article."""
    inside = words.within(span)
    previous = before[-1].folded if before else ""
    if words.text[span.start : span.end] in contexts.COMMON_NOUNS or previous in contexts.FATHERS:
        return True
    if inside[0].folded == "saint" and previous != "la":
        return True
    return said.year is None and _is_a_name(words, span, before, after)


def _goes_on(after: tuple[Word, ...]) -> bool:
    """Whether a number before these words counts what they name."""
    return bool(after) and not {after[0].folded, after[0].text} & contexts.AFTER_A_DAY


def _quoted_alone(before: tuple[Word, ...], after: tuple[Word, ...]) -> bool:
    """A title: *« 1984 »*, *« Un dimanche »*."""
    if not before or not after or after[0].text not in QUOTES:
        return False
    return before[-1].text in QUOTES or (
        before[-1].folded in contexts.ARTICLES and len(before) > 1 and before[-2].text in QUOTES
    )


def _names_a_place(before: tuple[Word, ...], said: Expression) -> bool:
    """*rue du 8-Mai-1945*, *station Quatre-Septembre*."""
    if before and before[-1].folded in ("l", "la"):
        before = before[:-1]  # *rue de la Toussaint*
    folded = [word.folded for word in before[-2:]]
    if folded[-1:] in (["du"], ["de"], ["des"]):
        committee = len(before) > 2 and before[-3].folded in ("de", "d")  # *le comité de groupe du 3 mars*
        named = isinstance(said, CalendarDay) and (
            (folded[0] in contexts.GROUPS and not committee)
            or (folded[0] in contexts.MOVEMENTS and before[-2].capitalised)
        )
        return (
            named
            or folded[0] in contexts.NAMED_AFTER_DAYS
            or (folded[0] == "journal" and isinstance(said, Weekday))
        )
    return (
        isinstance(said, CalendarDay)
        and said.weekday is None
        and bool(folded)
        and folded[-1] in contexts.NAMED_AFTER_DAYS
    )


def _counts_things(year: int, before: tuple[Word, ...], after: tuple[Word, ...]) -> bool:
    """A number of four figures that counts something, or numbers it."""
    previous = before[-1].folded if before else ""
    if previous in contexts.NUMBERED_THINGS:
        return True
    if previous in contexts.YEAR_PREPOSITIONS:
        return False
    if not contexts.LIKELY_YEARS[0] <= year <= contexts.LIKELY_YEARS[1] or previous == "est":
        return True
    if not after or not after[0].text[0].isalpha():
        return False
    following = after[0]
    if following.folded in contexts.MEASURES:
        return True
    plural = (
        len(following.folded) > 2
        and following.folded.endswith(("s", "x"))
        and following.folded not in contexts.FUNCTION_WORDS
    )
    return following.text[0].islower() and plural


def _is_a_name(words: Words, span: Span, before: tuple[Word, ...], after: tuple[Word, ...]) -> bool:
    """*Avril Lavigne*, *Mme Dimanche*, *Avril-sur-Loire*: a capital, beside another name."""
    inside = words.within(span)
    if len(inside) > 1 or not inside[0].capitalised or inside[0].text.isupper():
        return False
    if words.text[span.end : span.end + 1] in HYPHENS and words.text[span.end + 1 : span.end + 2].isalpha():
        return True
    starts = words.sentence(span.start).start == span.start
    follows = bool(after) and after[0].capitalised and after[0].start == span.end + 1
    if starts:
        return follows and inside[0].folded not in WEEKDAYS  # *Mardi Moscou a annoncé*
    titled = bool(before) and before[-1].folded in contexts.TITLES
    named = bool(before) and before[-1].capitalised and before[-1].end == span.start - 1
    named = named and before[-1].folded not in contexts.ARTICLES  # *La Toussaint*
    return titled or follows or named


def _is_the_planet(words: Words, span: Span, before: tuple[Word, ...]) -> bool:
    written = words.within(span)[-1].text
    previous = before[-1].folded if before else ""
    return written == "Mars" and previous not in ("en", "fin", "debut", "mi", "courant", "depuis", "des", "")


def _is_a_round(words: Words, span: Span) -> bool:
    """*la prochaine journée* is played, whenever that will be."""
    inside = [word.folded for word in words.within(span)]
    return "journee" in inside and len(inside) > 1 and inside[0] not in ("une", "cette")


def _is_a_newspaper(words: Words, span: Span, before: tuple[Word, ...]) -> bool:
    """*le quotidien régional*, *l'hebdomadaire*."""
    inside = words.within(span)
    lone = len(inside) == 1 and inside[0].folded.startswith(
        ("quotidien", "hebdomadaire", "mensuel", "annuel")
    )
    previous = next((word.folded for word in reversed(before) if word.text not in "'’"), "")
    return lone and previous in contexts.ARTICLES
