"""Which place a name means. `[name|id]` gives the id that it is read as."""

from __future__ import annotations

from datetime import date

import pytest

from service.domain.model import Hints, PlaceType, Point, Precision
from service.domain.places import CityPart, find_toponyms, resolve
from service.domain.places.reading import Reading
from service.domain.text import read_words
from tests.domain.places.atlas import Atlas, nations, read_marked

ATLAS, NATIONS = Atlas(), nations()
EAST = CityPart("alep", "rebelle", "est", Point(36.2, 37.18), date(2012, 7, 19), date(2016, 12, 22))

SENTENCES = [
    # told parents, and the reading kept further on
    "[Valence|valence] ([Drôme|drome]). Un feu a pris à [Valence|valence].",
    "Le feu a pris à [Tripoli|tripoli-lb], dans le nord du [?Liban|lb].".replace(
        "nord du [?Liban|lb]", "[?nord du Liban|lb#nord]"
    ),
    "À [San José|san-jose-us], en [Californie|california], l'usine ferme.",
    # countries and people of the text
    "Le gouvernement espagnol envoie des renforts à [Valence|valencia]. L'[Espagne|es] est en deuil.",
    "À [Valence|valence], les pompiers sont en grève.",
    "À [Tripoli|tripoli], des combats ont éclaté, a dit le gouvernement libyen.",
    "De [Beyrouth|beyrouth] à [Tripoli|tripoli-lb], le [Liban|lb] manifeste.",
    "Le [Costa Rica|cr] inaugure un hôpital à [San José|san-jose].",
    "[Córdoba|cordoba], en [Argentine|ar], a été inondée.",
    "Les touristes visitent [Cordoue|cordoue], en [Espagne|es].",
    "À [Orange|orange], dans le [Vaucluse|vaucluse], le maire démissionne.",
    "La guerre en [Syrie|sy] : au village d'[al-Waqf|waqf], deux soldats syriens sont morts.",
    # towns, departments and countries of one name
    "Les négociations ont repris à [Vienne|vienne].",
    "Dans la [Vienne|vienne-dep], la rentrée se passe bien.",
    "Il vit à [Luxembourg|luxembourg]. Le [Luxembourg|lu] vote.",
    "Un séisme a secoué [Mexico|mexico]. Le [Mexique|mx] est en deuil.",
    "Au [Niger|ne], l'armée a repris la route de [Niamey|niamey].",
    "Le [fleuve Niger|niger-river] déborde.",
    "Le [canton de Fribourg|fribourg-canton] vote. À [Fribourg|fribourg], en [Suisse|ch], on compte.",
    "En [Géorgie|georgia-us], à [Atlanta|atlanta], les Américains votent. Les [États-Unis|us] attendent.",
    "La [Géorgie|ge] est candidate.",
    "Le [Congo|cg] vote : à [Brazzaville|brazzaville], le président congolais a gagné.",
    "La [province d'Alep|alep-prov] entoure [Alep|alep].",
    # the town's own article
    "Le maire du [Havre|havre] est là ; au [Caire|caire], rien ne bouge.",
    # districts only where their city is told
    "Le [quartier de Sakhur|sakhour], à [Alep|alep], brûle.",
    "En [Irak|iq], la [province de Salaheddine|salaheddine-iq] est reprise.",
    "À [Alep|alep], le [quartier de Salaheddine|salaheddine] est repris.",
    # spellings
    "La rencontre aura lieu à [Lausane|lausanne].",
    # prominence when nothing else speaks
    "[Paris|paris] accueille le sommet.",
    "[Washington|washington] et [Moscou|moscou] négocient.",
    "La [?capitale française|paris] est en fête.",
    # parts
    "L'[est de l'Ukraine|ua#est] est bombardé ; le [Donbass|donbass] souffre.",
    "[Mossoul-Est|mossoul#est] est libre, pas les [quartiers ouest de Mossoul|mossoul#ouest].",
]


def readings(sentence: str, day: date | None = None, hints: Hints | None = None) -> tuple[Reading, ...]:
    marked = read_marked(sentence)
    words = read_words(marked.text)
    toponyms = find_toponyms(words, marked.names, ATLAS, NATIONS)
    return resolve(toponyms, words, ATLAS, NATIONS, hints, 3, day, (EAST,))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_readings(sentence: str) -> None:
    expected = read_marked(sentence).expected
    assert [(r.toponym.text, r.entry.id) for r in readings(sentence)] == list(expected)


def test_the_rebels_side_is_the_east_only_while_they_held_it() -> None:
    sentence = "Les [quartiers rebelles d'Alep|] sont assiégés."
    (then,) = readings(sentence, date(2016, 10, 11))
    (later,) = readings(sentence, date(2019, 1, 1))
    assert (then.entry.id, then.entry.point, then.entry.precision) == ("alep#est", EAST.point, Precision.PART)
    assert (later.entry.id, later.entry.precision) == ("alep#rebelle", Precision.CITY)


def test_a_part_keeps_its_whole_as_parent_and_lies_on_its_side() -> None:
    (reading,) = readings("Les [quartiers nord de Mossoul|] brûlent.")
    whole = ATLAS.get("mossoul")
    assert reading.entry.parents[0].id == "mossoul"
    assert reading.entry.point is not None
    assert whole.point is not None
    assert reading.entry.point.latitude > whole.point.latitude


def test_hints_are_a_bias() -> None:
    sentence = "Il vit à [Valence|]."
    assert readings(sentence)[0].entry.id == "valence"
    assert readings(sentence, hints=Hints(countries=("ES",)))[0].entry.id == "valencia"
    assert readings(sentence, hints=Hints(point=Point(39.5, -0.4)))[0].entry.id == "valencia"


def test_a_place_that_nobody_knows_is_kept_without_a_point() -> None:
    (reading,) = readings("Il vit à [Trifouilly|].")
    assert (reading.entry.id, reading.entry.point) == ("text:trifouilly", None)
    assert reading.confidence < 0.5


def test_an_airport_or_a_neighbourhood_that_nobody_knows_stands_in_its_town() -> None:
    (airport,) = readings("L'[aéroport de Roissy|] ferme.")
    assert (airport.entry.type, airport.entry.precision) == (PlaceType.AIRPORT, Precision.CITY)
    assert airport.entry.parents[0].id == "roissy"
    paris, quarter = readings("À [Paris|], le [quartier de Belleville|] est bouclé ; Paris s'inquiète.")[:2]
    assert quarter.entry.type is PlaceType.DISTRICT
    assert quarter.entry.point == paris.entry.point


def test_candidates_are_ranked_and_reasons_are_told() -> None:
    (reading,) = readings("[Paris|] accueille le sommet.")
    assert [candidate.entry.id for candidate in reading.candidates] == ["paris", "paris-tx"]
    assert sum(candidate.score for candidate in reading.candidates) <= 1
    assert any("capital of FR" in reason for reason in reading.reasons)


def test_no_toponyms_no_readings() -> None:
    assert resolve((), read_words("Rien."), ATLAS, NATIONS) == ()
