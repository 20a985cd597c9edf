"""What looks like a French time expression and is none: ages, counts, names, titles, numbers of things.

Long, because each trap is a small rule of its own and they are read as one list.
"""

from __future__ import annotations

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Amount,
    CalendarDay,
    Clock,
    Era,
    Every,
    Expression,
    Feast,
    Numbered,
    Season,
    TimeOfDay,
    Weekday,
    core,
)
from service.domain.dates.french import contexts
from service.domain.dates.french.words import WEEKDAYS
from service.domain.model import Span
from service.domain.text import HYPHENS, QUOTES, Word, Words


def is_trap(  # noqa: C901, PLR0911 — one case for each kind
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
            return _no_amount(words, span, said, before, after)
        case Era(Grain.YEAR, year) if kind == "bare":
            return _counts_things(year, before, after)
        case CalendarDay(month=None, weekday=None):
            return (
                bool(after)
                and after[0].folded not in contexts.AFTER_A_DAY
                and after[0].text not in contexts.AFTER_A_DAY
            )
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
        case Feast() if words.text[span.start : span.end] in contexts.COMMON_NOUNS:
            return True
        case Numbered(Grain.MONTH, _, None, None) | Weekday() | Feast(_, None):
            return _is_a_name(words, span, before, after)
        case _:
            return False


def _quoted_alone(before: tuple[Word, ...], after: tuple[Word, ...]) -> bool:
    """A title: *« 1984 »*, *« Un dimanche »*."""
    if not before or not after or after[0].text not in QUOTES:
        return False
    return before[-1].text in QUOTES or (
        before[-1].folded in contexts.ARTICLES and len(before) > 1 and before[-2].text in QUOTES
    )


def _names_a_place(before: tuple[Word, ...], said: Expression) -> bool:
    """*rue du 8-Mai-1945*, *station Quatre-Septembre*."""
    folded = [word.folded for word in before[-2:]]
    if folded[-1:] in (["du"], ["de"], ["des"]):
        named = isinstance(said, CalendarDay) and (
            folded[0] in contexts.GROUPS or (folded[0] in contexts.MOVEMENTS and before[-2].capitalised)
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


def _no_amount(
    words: Words, span: Span, said: Amount, before: tuple[Word, ...], after: tuple[Word, ...]
) -> bool:
    text = words.text[span.start : span.end]
    if text.endswith("quinzaine") and after and after[0].folded in ("de", "d"):
        return True  # *une quinzaine de villas*
    if text.lower() in contexts.IDIOMS and not (before and before[-1].folded in contexts.MEASURING):
        return True
    follows = " ".join(word.folded for word in after)
    if text.endswith("minute") and follows == "de silence":
        return True
    inside = words.within(span)
    if inside[-1].capitalised and not text.isupper():  # *20 Minutes*, *24 Heures du Mans*
        return True
    in_years = said.parts[-1].unit is Grain.YEAR and inside[-1].folded in ("an", "ans")
    oldest = (said.parts[0].count or 0) <= contexts.OLDEST
    return in_years and oldest and _is_age(inside, before, after)


def _is_age(  # noqa: PLR0911 — one return for each sign
    inside: tuple[Word, ...], before: tuple[Word, ...], after: tuple[Word, ...]
) -> bool:
    folded = [word.folded for word in before]
    following = after[0] if after else None
    if set(folded[-3:]) & contexts.OLD or (following and following.folded == "age"):
        return True
    lead = inside[0].folded
    if folded and (
        folded[-1] in contexts.ONES_OWN or (folded[-1] in ("les", "des", "aux") and len(inside) > 2)
    ):
        return True
    if lead in ("depuis", "pendant", "durant", "en", "pour", "d", "dans", "apres", "avant", "jusqu"):
        return False
    if following and following.folded in ("de", "d", "ferme", "avec", "plus", "apres", "avant", "durant"):
        return False
    if not folded:
        return False
    if lead in ("plus", "moins"):
        return folded[-1] in ("les", "des", "aux", "de") or folded[-1] in contexts.HAVING
    if folded[-1] in contexts.HAVING or before[-1].text == "à":
        return following is None or before[-1].text == "à" or following.text in contexts.AFTER_AN_AGE
    if folded[-1] in ("de", "d") and len(folded) > 1:
        owner = before[-2]
        return _is_person(owner)
    closes = following is None or following.text in ",.;:)»"
    return closes and before[-1].text in (",", "(")


def _is_person(word: Word) -> bool:
    return word.folded in contexts.PEOPLE or (
        len(word.folded) > 4
        and word.folded not in contexts.LENGTHS
        and word.folded.endswith(contexts.PERSON_ENDINGS)
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


def _is_a_newspaper(words: Words, span: Span, before: tuple[Word, ...]) -> bool:
    """*le quotidien régional*, *l'hebdomadaire*."""
    inside = words.within(span)
    lone = len(inside) == 1 and inside[0].folded.startswith(
        ("quotidien", "hebdomadaire", "mensuel", "annuel")
    )
    previous = next((word.folded for word in reversed(before) if word.text not in "'’"), "")
    return lone and previous in contexts.ARTICLES
