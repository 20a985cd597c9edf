"""Places told without a name of a gazetteer: *la capitale française*, *la Confédération*, *la RD 12*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from service.domain.model import PlaceType, Span
from service.domain.nations import Nations
from service.domain.places import french
from service.domain.places.known import Known
from service.domain.places.reading import Toponym
from service.domain.text import Word

_LONGEST_NUMBER = 4  # digits of a road
_STREET = frozenset({PlaceType.STREET})


def described(known: Known, nations: Nations) -> Iterator[Toponym]:
    yield from _capitals(known, nations)
    yield from _confederation(known, nations)
    yield from _roads(known)


def _capitals(known: Known, nations: Nations) -> Iterator[Toponym]:
    """*La capitale française*: the city that the description stands for."""
    words, every = known.words, known.all
    for at in [at for at, word in enumerate(every[:-1]) if word.folded == french.CAPITAL]:
        word = every[at]
        if at in known.covered or (at and every[at - 1].folded == "peine"):
            continue
        behind = at + 1 + (every[at + 1].folded in french.CAPITAL_MODIFIERS)
        country = nations.of_adjective(every[behind].folded) if behind < len(every) else None
        nation = nations.get(country) if country else None
        if nation is None or nation.capital is None or every[behind].capitalised:
            continue
        span = Span(word.start, every[behind].end)
        yield Toponym(span.start, span.end, words.text[span.start : span.end], nation.capital, span)


def _confederation(known: Known, nations: Nations) -> Iterator[Toponym]:
    """*La Confédération* is Switzerland where the text speaks of the Swiss."""
    nation = nations.get("CH")
    named = [at for at, word in enumerate(known.all) if word.text == french.CONFEDERATION and at]
    if not named or nation is None or not any(word.folded in french.SWISS for word in known.all):
        return
    for at in named:
        word = known.all[at]
        if known.all[at - 1].folded == "la" and not known.goes_on(at + 1) and known.free(at):
            yield Toponym(word.start, word.end, word.text, nation.place, Span(word.start, word.end))


def _roads(known: Known) -> Iterator[Toponym]:
    """*La RD 12*, *l'A7*, *la nationale 20*: they stand at the town told for them."""
    for index, (word, behind) in enumerate(pairwise(known.all), start=1):
        if behind.text[0].isdigit() and behind.text.isdigit() and _calls_road(known.all, index - 1):
            first, last = word, behind
        elif behind.text[-1].isdigit() and _is_number(behind) and _calls_road_before(word):
            first = last = behind
        else:
            continue
        if known.free(index) and len(behind.text) <= _LONGEST_NUMBER + 2:
            text = known.words.text[first.start : last.end]
            span = Span(first.start, last.end)
            yield Toponym(first.start, last.end, text, text, span, cue=_STREET, recognised=False)


def _calls_road(words: tuple[Word, ...], at: int) -> bool:
    """*RD* of *la RD 12*, *nationale* of *la nationale 20*; *la route 12* is none of ours."""
    word, before = words[at], words[at - 1].folded if at else ""
    if word.text.isupper() and word.folded in french.ROADS:
        return before in {"la", "sur", "l", ""} | french.NUMBERED_ROADS
    return word.folded in {"nationale", "departementale"} and before in {"la", "route"}


def _calls_road_before(word: Word) -> bool:
    return not word.folded or word.folded in {"la", "sur"} | french.NUMBERED_ROADS


def _is_number(word: Word) -> bool:
    """*A7*, *N20*, *RD12*."""
    letters = word.folded.rstrip("0123456789")
    digits = len(word.folded) - len(letters)
    return word.text[0].isupper() and letters in french.ROADS and 0 < digits <= _LONGEST_NUMBER
