"""Finds the place names of a text: those of the recogniser, and those that their context gives away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from service.domain.model import Label, Name, PlaceType, Span
from service.domain.names_french import CIVILITIES
from service.domain.nations import Nations
from service.domain.places import french
from service.domain.places.contexts import Known, located, mistaken, told_by_context
from service.domain.places.extent import Extent, before_link, read_extent
from service.domain.places.french import Role
from service.domain.places.parents import told_parents
from service.domain.places.reading import Toponym
from service.domain.ports import Gazetteer
from service.domain.text import HYPHENS, Word, Words, fold

_COUNTRIES = frozenset({PlaceType.COUNTRY, PlaceType.TERRITORY, PlaceType.REGION})


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """The words `first` to `last` (exclusive, indices) taken for a place name."""

    first: int
    last: int
    recognised: bool = True


def find_toponyms(
    words: Words,
    names: tuple[Name, ...],
    gazetteer: Gazetteer,
    nations: Nations,
    hidden: tuple[Span, ...] = (),
) -> tuple[Toponym, ...]:
    """The place names in order of the text; they do not overlap each other, a person or an organisation.

    Nothing is proposed inside `hidden` (boilerplate, dates).
    What the recogniser calls a place is taken but for adjectives, inhabitants and common words; anything else
    needs a context that speaks for it and a gazetteer that knows it.
    """
    known = Known.of(words, names, hidden, gazetteer)
    recognised = [
        proposal
        for name in names
        if name.label is Label.PLACE and (proposal := _recognised(known, name, nations)) is not None
    ]
    told = (*told_by_context(known, recognised_keys(known, recognised)), *mistaken(known, names))
    spoken = [Proposal(first, last, False) for first, last in told]
    mended = {first for first, _ in told}
    taken = [
        Span(name.start, name.end)
        for name in names
        if name.label is not Label.PLACE and known.index(name.start) not in mended
    ]
    described = tuple(_descriptions(known, nations))
    found = (_toponym(known, proposal, taken) for proposal in (*recognised, *spoken))
    return _apart((*(toponym for toponym in found if toponym is not None), *described))


def recognised_keys(known: Known, proposals: Iterable[Proposal]) -> frozenset[str]:
    return frozenset(fold(known.text_of(proposal.first, proposal.last)) for proposal in proposals)


# ------------------------------------------------------------------- the recogniser's places


def _recognised(known: Known, name: Name, nations: Nations) -> Proposal | None:
    first = known.index(name.start)
    last = known.index(name.end)
    first, last = _core(known, first, last)
    if first >= last:
        return None
    first = _with_article(known, first, last)
    text = known.text_of(first, last)
    folded = fold(text)
    entries = known.lookup(text)
    people = nations.of_inhabitants(folded) or nations.of_adjective(folded)
    street = read_extent(known.all, first).role is Role.SITE
    if people and not street and not any(entry.type in _COUNTRIES for entry in entries[:3]):
        return None
    if last - first == 1 and _common(known, first, folded):
        return None
    if _of_another_name(known, first, last) or _titled(known, first):
        return None
    unknown = not entries and not _ends_in_known_side(known, first, last)
    if (unknown or _borne_by_person(known, first, last)) and not located(known, first, last):
        return None
    return Proposal(first, last)


def _common(known: Known, first: int, folded: str) -> bool:
    """Whether a lone word is rather no place: a common word, or an unknown one that opens a sentence."""
    if folded in french.NOT_PLACES or len(folded) < 2:
        return True
    word = known.all[first]
    entries = known.lookup(word.text)
    if word.text.isupper() and len(folded) <= 4:
        return not any(entry.type is not PlaceType.CITY for entry in entries)
    return not entries and known.opens_sentence(first) and known.counts[folded] == 1


def _of_another_name(known: Known, first: int, last: int) -> bool:
    """Whether the place is part of a longer name: *Tour de France*, *traité de Lisbonne*, *France Inter*."""
    words = known.all
    if last < len(words) and last not in known.covered and known.goes_on(last) and last - first == 1:
        return any(entry.type is PlaceType.COUNTRY for entry in known.lookup(words[first].text)[:1])
    link = before_link(words, first)
    if link is None:
        return False
    head = link
    while head > link - 3 and head > 0 and not words[head].capitalised and words[head].text.isalpha():
        if words[head].folded in french.TREATIES:
            return True
        head -= 1
    return head >= 0 and words[head].capitalised and words[head].folded in french.NAMES_OF_OTHERS


def _titled(known: Known, first: int) -> bool:
    """*Le président Hollande*, *M. Londres*: a title right before a name makes it a person's."""
    before = known.all[max(0, first - 2) : first]
    if len(before) == 2 and before[-1].text == "." and before[0].folded in ("m", "mm", "dr"):
        return True
    return bool(before) and before[-1].folded in CIVILITIES - {"roi", "general", "commandant", "abbe"}


def _ends_in_known_side(known: Known, first: int, last: int) -> bool:
    """*Mossoul-Est*"""
    sided = last - first >= 3 and known.all[last - 1].folded in french.COMPASS
    return sided and bool(known.lookup(known.text_of(first, last - 2)))


def _borne_by_person(known: Known, first: int, last: int) -> bool:
    return last - first == 1 and known.all[first].folded in known.persons


def _core(known: Known, first: int, last: int) -> tuple[int, int]:
    """The name without the articles, type nouns and sides that the recogniser took along."""
    words = known.all
    while last > first and not words[last - 1].text[-1].isalnum():
        last -= 1
    if (
        first < last
        and known.lookup(known.text_of(first, last))
        and words[first].folded not in french.ARTICLES
    ):
        return first, last
    while first < last - 1 and _leads(words, first):
        first += 1
    if first < last and not any(word.capitalised for word in words[first:last]):
        return first, first
    return first, last


def _leads(words: tuple[Word, ...], first: int) -> bool:
    word = words[first]
    if not word.text[-1].isalnum():
        return True
    if word.folded in french.ARABIC_ARTICLES and words[first + 1].text in HYPHENS:
        return False
    noun = french.NOUNS.get(word.folded)
    if noun is not None and noun.role in (Role.SETTLEMENT, Role.DIVISION, Role.DISTRICT, Role.SECTION):
        return True
    return not word.capitalised or (
        word.folded in french.COMPASS and words[first + 1].folded in ("de", "d", "du")
    )


def _with_article(known: Known, first: int, last: int) -> int:
    """Takes in *La* of *La Rochelle*, *al-* of *al-Bab*, where the recogniser left them out."""
    words = known.all
    if first >= 2 and words[first - 1].text in HYPHENS and words[first - 2].folded in french.ARABIC_ARTICLES:
        return first - 2
    if not first or words[first - 1].text not in (
        "La",
        "Le",
        "Les",
        "El",
        "Al",
        "Los",
        "Las",
        "San",
        "Santa",
    ):
        return first
    with_article = known.lookup(known.text_of(first - 1, last))
    if not with_article:
        return first
    if known.opens_sentence(first - 1):
        bare = known.lookup(known.text_of(first, last))
        if bare and (bare[0].type in _COUNTRIES or bare[0].population >= with_article[0].population):
            return first
    return first - 1


# ------------------------------------------------------------------- from proposal to toponym


def _toponym(known: Known, proposal: Proposal, taken: list[Span]) -> Toponym | None:
    words, text = known.all, known.words.text
    first, last = proposal.first, proposal.last
    span = Span(words[first].start, words[last - 1].end)
    if any(span.overlaps(other) for other in taken):
        return None
    extent = read_extent(words, first)
    start, end, part = words[extent.first].start, span.end, extent.part
    if start < span.start and any(Span(start, span.start).overlaps(other) for other in taken):
        start, part, extent = span.start, None, Extent(first)
    name = text[span.start : span.end]
    if part is None:
        last, part = _side_behind(known, first, last)
        end = words[last - 1].end if part else end
        name, span = _without_side(known, last, span) if part else (name, span)
    if "\n" in text[start:end]:
        start, extent = span.start, Extent(first)
    return Toponym(
        start=start,
        end=end,
        text=text[start:end],
        name=name,
        name_span=span,
        cue=extent.types,
        part=part,
        within=told_parents(known.all, last),
        recognised=proposal.recognised or extent.role is not None,
    )


def _side_behind(known: Known, first: int, last: int) -> tuple[int, str | None]:
    """*Alep-Est*, *Beyrouth-Ouest*: a side behind the name, unless the whole is a name of its own."""
    words = known.all
    if last - first >= 3 and words[last - 2].text in HYPHENS and words[last - 1].folded in french.COMPASS:
        whole = known.lookup(known.text_of(first, last))
        return (last, None) if whole else (last, words[last - 1].folded)
    behind = words[last : last + 2]
    if len(behind) == 2 and behind[0].text in HYPHENS and behind[0].start == words[last - 1].end:
        side = behind[1]
        return (last + 2, side.folded) if side.folded in french.COMPASS and side.capitalised else (last, None)
    return last, None


def _without_side(known: Known, last: int, span: Span) -> tuple[str, Span]:
    end = known.all[last - 3].end
    return known.words.text[span.start : end], Span(span.start, end)


def _descriptions(known: Known, nations: Nations) -> Iterator[Toponym]:
    """*La capitale française*: the city that the description stands for."""
    words, every = known.words, known.all
    for at, word in enumerate(every[:-1]):
        if at in known.covered or word.folded != french.CAPITAL or (at and every[at - 1].folded == "peine"):
            continue
        behind = at + 1 + (every[at + 1].folded in french.CAPITAL_MODIFIERS)
        country = nations.of_adjective(every[behind].folded) if behind < len(every) else None
        nation = nations.get(country) if country else None
        if nation is None or nation.capital is None or every[behind].capitalised:
            continue
        span = Span(word.start, every[behind].end)
        yield Toponym(
            span.start, span.end, words.text[span.start : span.end], nation.capital, span, recognised=True
        )


def _apart(toponyms: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """In order and without overlaps: recognised ones first, then the longer; names before mentions."""
    kept: list[Toponym] = []
    for toponym in sorted(toponyms, key=lambda t: (not t.recognised, t.start - t.end, t.start)):
        if not any(toponym.overlaps(other) for other in kept):
            kept.append(toponym)
        elif not any(toponym.name_span.overlaps(other) for other in kept):
            bare = toponym.name_span
            kept.append(
                replace(
                    toponym, start=bare.start, end=bare.end, text=toponym.name, part=None, cue=frozenset()
                )
            )
    return tuple(sorted(kept))
