"""Finds the place names of a text: those of the recogniser, and those that their context gives away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.domain.model import Label, Name, Span
from service.domain.nations import Nations
from service.domain.places import french
from service.domain.places.described import described
from service.domain.places.extent import Extent
from service.domain.places.known import Known
from service.domain.places.missed import told_by_context
from service.domain.places.mistaken import mistaken
from service.domain.places.parents import told_parents
from service.domain.places.reading import Toponym
from service.domain.places.recognised import recognised
from service.domain.places.surroundings import extent_of
from service.domain.ports import Gazetteer
from service.domain.text import HYPHENS, Words, fold


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
    sure = [
        found for name in names if name.label is Label.PLACE for found in recognised(known, name, nations)
    ]
    keys = frozenset(fold(known.text_of(first, last)) for first, last in sure)
    mended = tuple(mistaken(known, names, nations))
    told = (*told_by_context(known, keys), *mended)
    proposals = (
        *(Proposal(first, last) for first, last in sure),
        *(Proposal(first, last, False) for first, last in told),
    )
    within = {index for first, last in mended for index in range(first, last)}
    whole = {index for first, last in sure for index in range(first, last)}  # Etat de Washington
    taken: set[int] = set()
    for name in names:
        inside = known.inside(name)
        if name.label is not Label.PLACE and within.isdisjoint(inside) and not inside <= whole:
            taken |= inside
    toponyms = (_toponym(known, proposal, taken, nations) for proposal in proposals)
    return _apart((*(toponym for toponym in toponyms if toponym is not None), *described(known, nations)))


# ------------------------------------------------------------------- from proposal to toponym


def _toponym(known: Known, proposal: Proposal, taken: set[int], nations: Nations) -> Toponym | None:
    words, text = known.all, known.words.text
    first, last = proposal.first, proposal.last
    span = Span(words[first].start, words[last - 1].end)
    if not taken.isdisjoint(range(first, last)):
        return None
    extent = extent_of(known, first, last)
    start, end, part = words[extent.first].start, span.end, extent.part
    if start < span.start and not taken.isdisjoint(range(extent.first, first)):
        start, part, extent = span.start, None, Extent(first)
    name = text[span.start : span.end]
    last, side = _side_behind(known, first, last)
    if side is not None:
        part, end = side, words[last - 1].end
        name, span = _without_side(known, last, span)
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
        within=told_parents(known.all, last) or _of_nation(known, last, nations),
        recognised=proposal.recognised or extent.role is not None,
    )


def _of_nation(known: Known, last: int, nations: Nations) -> tuple[str, ...]:
    """*Le Luxembourg belge*, *la Guinée espagnole*: the country that the adjective behind tells."""
    if last >= len(known.all) or known.all[last].capitalised:
        return ()
    nation = nations.get(nations.of_adjective(known.all[last].folded) or "")
    return (nation.name,) if nation is not None else ()


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


def _apart(toponyms: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """In order and without overlaps: recognised ones first, then the longer; names before mentions."""
    kept: list[Toponym] = []
    taken: set[int] = set()
    for toponym in sorted(toponyms, key=lambda t: (not t.recognised, t.start - t.end, t.start)):
        if taken.isdisjoint(range(toponym.start, toponym.end)):
            kept.append(toponym)
        elif taken.isdisjoint(range(toponym.name_span.start, toponym.name_span.end)):
            bare = toponym.name_span
            kept.append(
                replace(
                    toponym, start=bare.start, end=bare.end, text=toponym.name, part=None, cue=frozenset()
                )
            )
        else:
            continue
        taken.update(range(kept[-1].start, kept[-1].end))
    return tuple(sorted(kept))
