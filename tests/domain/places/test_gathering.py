"""Places of an article, and what it is about."""

from __future__ import annotations

from dataclasses import replace

from service.domain.model import Focus, Usage
from service.domain.places import find_focus, find_toponyms, gather_places, resolve
from service.domain.places.reading import Reading
from service.domain.text import read_words
from tests.domain.places.atlas import Atlas, nations, read_marked

ATLAS, NATIONS = Atlas(), nations()


def readings(sentence: str) -> tuple[Reading, ...]:
    marked = read_marked(sentence)
    words = read_words(marked.text)
    return resolve(find_toponyms(words, marked.names, ATLAS, NATIONS), words, ATLAS, NATIONS)


def test_one_place_for_each_entry_in_order_of_first_mention() -> None:
    found = readings("À [Alep|], en [Syrie|], la trêve tient. [Alep|] respire.")
    places = gather_places(found)
    assert [place.entry.id for place in places] == ["alep", "sy"]
    assert [mention.text for mention in places[0].mentions] == ["Alep", "Alep"]
    assert places[0].confidence == max(r.confidence for r in found if r.entry.id == "alep")


def test_usage_comes_from_the_reading() -> None:
    (reading,) = readings("[Moscou|] a répondu.")
    (place,) = gather_places([replace(reading, usage=Usage.METONYMIC)])
    assert place.mentions[0].usage is Usage.METONYMIC


def test_focus_is_where_things_happen_not_who_speaks() -> None:
    found = readings("[Moscou|] et [Washington|] négocient. À [Alep|], en [Syrie|], on meurt. [Alep|] brûle.")
    spoken = tuple(
        replace(r, usage=Usage.METONYMIC) if r.toponym.text in ("Moscou", "Washington") else r for r in found
    )
    focus = find_focus(spoken)
    assert (focus.country, focus.place and focus.place.id) == ("SY", "alep")


def test_a_part_counts_for_its_city() -> None:
    focus = find_focus(readings("Les [quartiers est d'Alep|] et le [quartier de Sakhur|] brûlent. [Alep|]…"))
    assert focus.place is not None
    assert focus.place.id == "alep"


def test_nothing_read_is_about_nothing() -> None:
    assert find_focus(()) == Focus(None, None)
    assert gather_places(()) == ()
