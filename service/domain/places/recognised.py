"""Vets what the recogniser calls a place: what it took along, and what is no place at all."""

from __future__ import annotations

from service.domain.model import GazetteerEntry, Match, Name, PlaceType
from service.domain.names.french import CIVILITIES
from service.domain.nations import Nations
from service.domain.places import french
from service.domain.places.known import Known
from service.domain.places.surroundings import extent_of, located, of_another_name
from service.domain.places.trimming import COUNTRIES, core, with_article, with_head
from service.domain.text import HYPHENS, fold

_TOWN = 5_000  # inhabitants of a town that is believed in a pair
_LINKED_TOWN = 20_000  # inhabitants of one linked by a hyphen, which towns' own names have too
_CITY = 50_000  # inhabitants of a town that keeps its name though somebody bears it
_TOWNS = frozenset({PlaceType.CITY, PlaceType.DISTRICT})


def recognised(known: Known, name: Name, nations: Nations) -> list[tuple[int, int]]:
    """The words (first, last exclusive) of what the recogniser calls a place; none where it errs, two where
    it took a pair for one: *Genève-Lausanne*, *Cambodge Bangkok*.
    """
    found = _vetted(known, name, nations)
    return [] if found is None else _pair(known, *found) or [found]


def _pair(known: Known, first: int, last: int) -> list[tuple[int, int]]:
    if known.lookup(known.text_of(first, last)):
        return []
    for at in range(first + 1, last):
        if known.all[at - 1].text in HYPHENS:
            continue
        mark = known.all[at].text in HYPHENS
        halves = [(first, at), (at + mark, last)]
        least = _LINKED_TOWN if mark else _TOWN
        if at + mark < last and all(_is_town(known, *half, least) for half in halves):
            return halves
    return []


def _is_town(known: Known, first: int, last: int, least: int) -> bool:
    entries = known.lookup(known.text_of(first, last))[:1]
    return any(entry.population >= least and entry.matched is not Match.ALTERNATE for entry in entries)


def _vetted(known: Known, name: Name, nations: Nations) -> tuple[int, int] | None:
    first, last = core(known, known.index(name.start), known.index(name.end))
    if first >= last:
        return None
    first = with_article(known, with_head(known, first, last), last)
    if _is_no_name(known, first, last, nations) or of_another_name(known, first, last):
        return None
    if located(known, first, last):
        return first, last
    known_at_all = bool(
        known.entries(first, last)
        or _ends_in_known_side(known, first, last)
        or _pair(known, first, last)
        or _is_compound(known, first, last)
    )
    doubtful = _borne_by_person(known, first, last) or _common_noun(known, first, last)
    return (first, last) if known_at_all and not doubtful else None


def _is_compound(known: Known, first: int, last: int) -> bool:
    """*Montreuil-Juigné*: a village that the gazetteer lacks, of which each half is a town's name."""
    if last - first != 3 or known.all[first + 1].text not in HYPHENS:
        return False
    return bool(known.lookup(known.all[first].text)) and bool(known.lookup(known.all[last - 1].text))


def _is_no_name(known: Known, first: int, last: int, nations: Nations) -> bool:
    """Common words, people of a country, persons with their title."""
    folded = fold(known.text_of(first, last))
    if PlaceType.STREET in extent_of(known, first, last).types:  # rue des Italiens, place de la République
        return False
    people = nations.of_inhabitants(folded) or nations.of_adjective(folded)
    if people:
        return not any(entry.type in COUNTRIES for entry in known.entries(first, last)[:3])
    return _titled(known, first) or (last - first == 1 and _common(known, first, folded))


def _common(known: Known, first: int, folded: str) -> bool:
    """Whether a lone word is rather no place: a common word, or an unknown one that opens a sentence."""
    if folded in french.NOT_PLACES or len(folded) < 2:
        return True
    word = known.all[first]
    entries = known.lookup(word.text)
    if word.text.isupper() and len(folded) <= 4:
        dateline = known.opens_sentence(first) and known.all[first + 1 : first + 2]
        if dateline and dateline[0].text in "(,–—-" and any(entry.population >= _CITY for entry in entries):
            return False
        return not any(entry.type is not PlaceType.CITY for entry in entries)
    return not entries and known.opens_sentence(first) and known.counts[folded] == 1


def _common_noun(known: Known, first: int, last: int) -> bool:
    """*La Cité*, *le Château*: towns take no article but their own, so behind one a small town is none."""
    before = known.before(first)[-1:]
    if not before or before[0] not in french.ARTICLES | french.CONTRACTED:
        return False
    text = known.text_of(first, last)
    entries, head = known.lookup(text), french.OWN_ARTICLES.get(before[0], "L")
    if any(entry.type not in _TOWNS or _keeps_name(entry) or _is_reviewed(entry) for entry in entries):
        return False
    return bool(entries) and not any(
        fold(entry.name).startswith(f"{fold(head)} ") for entry in known.lookup(f"{head} {text}")
    )


def _is_reviewed(entry: GazetteerEntry) -> bool:
    """*La Belle-de-Mai*"""
    return entry.matched is Match.NAME and entry.type is PlaceType.DISTRICT


def _keeps_name(entry: GazetteerEntry) -> bool:
    return entry.matched is not Match.ALTERNATE and entry.population >= _CITY


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
    """Whether a lone word is rather somebody's name in this text: *Hollande*; Zurich stays a town."""
    folded = known.all[first].folded
    if last - first > 1 or folded not in known.persons:
        return False
    best = known.lookup(known.all[first].text)[:1]
    return not any(fold(entry.name) == folded and entry.population >= _CITY for entry in best)
