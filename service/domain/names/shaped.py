"""Names that their own shape tells, whatever the recogniser makes of them.

*Mouvement du 23 mars*, *2e régiment étranger de parachutistes*, *brigades Ezzedine al-Qassam*, *groupe de
Minsk*, *armée nationale libyenne (ANL)*. One pass over the words; each shape looks a few words ahead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.domain.model import DateMention, Label, Name
from service.domain.names import shapes
from service.domain.names.known import is_acronym
from service.domain.text import APOSTROPHES, HYPHENS, Word, Words

_TERM = 18  # words of a term before the brackets that hold its acronym
_RUN = 6  # words of a unit's own name
_MARKING = (
    shapes.UNITS | shapes.UNIT_ACRONYMS | shapes.DATED_BODIES | {"groupe", "("}
)  # folded words that a shape is known by


def shaped_names(words: Words) -> tuple[Name, ...]:
    """Organisations, in order, none overlapping another."""
    found: list[Name] = []
    every = words.words
    for index in [index for index, word in enumerate(every) if word.folded in _MARKING]:
        span = _shape_at(words, index, every[index])
        if span is None:
            continue
        first, last = span
        start, end = every[first].start, every[last].end
        if "\n" not in words.text[start:end] and not (found and start < found[-1].end):
            found.append(Name(start, end, words.text[start:end], Label.ORGANISATION))
    return tuple(found)


def dates_outside(shaped: Iterable[Name], dates: Iterable[DateMention]) -> tuple[DateMention, ...]:
    """The dates that are no part of an organisation's name, as *23 mars* is of *Mouvement du 23 mars*."""
    own = [name for name in shaped if any(char.isdigit() for char in name.text)]
    return tuple(date for date in dates if not any(date.overlaps(name) for name in own))


def _shape_at(words: Words, index: int, word: Word) -> tuple[int, int] | None:
    """The indices of the first and last word of the name whose marking word stands at `index`."""
    every = words.words
    if word.folded in shapes.UNIT_ACRONYMS:
        return (index - 1, index) if word.text[:2].isupper() and _is_numbered(every, index) else None
    if word.folded in shapes.UNITS:
        return _unit(words, index)
    if word.folded in shapes.DATED_BODIES and word.capitalised:
        return _dated(every, index)
    if word.folded == "groupe" and index and every[index - 1].folded in shapes.DEFINITE:
        return _group(every, index)
    if word.text == "(" and index + 2 < len(every) and every[index + 2].text == ")":
        return _defined(words, index)
    return None


def _dated(every: Sequence[Word], index: int) -> tuple[int, int] | None:
    """*Mouvement du 23 mars*, *Front du 4-Novembre*"""
    behind = [word.folded or word.text for word in every[index + 1 : index + 5]]
    if behind[:1] != ["du"] or len(behind) < 3 or not behind[1].rstrip("er").isdigit():
        return None
    month = 2 + (behind[2] in HYPHENS)
    return (
        (index, index + 1 + month) if behind[month : month + 1] and behind[month] in shapes.MONTHS else None
    )


def _is_numbered(every: Sequence[Word], index: int) -> bool:
    """Whether an ordinal in digits stands before the word: *93e*, *1er*."""
    ordinal = every[index - 1].text if index else ""
    return ordinal[:1].isdigit() and ordinal.lower().rstrip("eèmr").isdigit() and not ordinal.isdigit()


def _unit(words: Words, index: int) -> tuple[int, int] | None:
    """*2e régiment de chasseurs*, *93e brigade*, *brigades Ezzedine al-Qassam*, *Brigade 93*"""
    every = words.words
    if _is_numbered(every, index):
        last = _qualified(every, index)
        return (index - 1, last) if last > index or every[index].folded != "division" else None
    if index + 1 >= len(every):
        return None
    if every[index + 1].text.isdigit() and every[index].capitalised:
        return index, index + 1
    last = _run(words, index)
    return (index, last) if last > index and every[index].folded not in shapes.ALSO_OTHER else None


def _qualified(every: Sequence[Word], index: int) -> int:
    """The last word of *régiment étranger de parachutistes*."""
    last = here = index
    while here + 1 < len(every):
        here += 1
        word = every[here].folded or every[here].text
        if word in shapes.MILITARY_WORDS:
            last = here
        elif word not in shapes.SMALL and word not in APOSTROPHES:
            break
    return last


def _run(words: Words, index: int) -> int:
    """The last word of the capitalised run that follows; `index` when there is none."""
    every = words.words
    last = index
    for here in range(index + 1, min(len(every), index + 1 + _RUN)):
        word = every[here]
        gap = words.text[every[here - 1].end : word.start]
        if len(gap) > 1 or "\n" in gap:
            break
        if word.capitalised and word.text[0].isalpha():
            last = here
        elif (
            word.folded not in shapes.PARTICLES and word.text not in HYPHENS and word.text not in APOSTROPHES
        ):
            break
    head = every[index + 1].folded
    return index if head in shapes.NO_UNIT or not every[index + 1].capitalised else last


def _group(every: Sequence[Word], index: int) -> tuple[int, int] | None:
    """*le groupe de Minsk*, *le groupe de contact*, *le groupe de Visegrad*"""
    if index + 2 >= len(every) or every[index + 1].folded != "de":
        return None
    return (index, index + 2) if every[index + 2].folded in shapes.GROUPS else None


def _defined(words: Words, bracket: int) -> tuple[int, int] | None:
    """*armée nationale libyenne (ANL)*: the words back to the noun of bodies that the acronym begins with."""
    every = words.words
    letters = every[bracket + 1].text
    if not is_acronym(letters) or not letters.isalpha():
        return None
    rest = letters.casefold()
    for here in range(bracket - 1, max(-1, bracket - 1 - _TERM), -1):
        word = every[here].folded
        if not word or (word in shapes.SMALL and not (word[0] == rest[-1:] and word not in shapes.LINKS)):
            if every[here].text in ",.;:()«»" or (not word and every[here].text not in APOSTROPHES + HYPHENS):
                return None
            continue
        if word[0] != rest[-1]:
            return None
        rest = rest[:-1]
        if not rest:
            return (here, bracket - 1) if word in shapes.BODIES else None
    return None
