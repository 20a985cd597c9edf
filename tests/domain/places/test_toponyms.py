"""Which words of a sentence are a place, and how far the mention reaches."""

from __future__ import annotations

import pytest

from service.domain.model import Label, Name, PlaceType, Span
from service.domain.places import find_toponyms
from service.domain.text import read_words
from tests.domain.places.atlas import Atlas, nations, read_marked

ATLAS, NATIONS = Atlas(), nations()

SENTENCES = [
    # the mention takes in the words that make it another place
    "Des pluies ont touché la [province d'Idlib|] au nord de la [Syrie|] cet hiver.",
    "Les raids ont repris sur les [quartiers est d'Alep|].",
    "Les raids visent des [secteurs est de la ville d'Alep|].",
    "Depuis la [partie rebelle d'Alep|], un témoin raconte.",
    "Les [quartiers rebelles d’Alep|] sont assiégés.",
    "Un raid a frappé le [quartier de Sakhur|] à [Alep|].",
    "Dans le [quartier Sakhour|], à [Alep|], les secours fouillent.",
    "La [banlieue sud de Beyrouth|] a été touchée.",
    "Il a atterri à l'[aéroport de Roissy|] mardi.",
    "Dans l'[est de l'Ukraine|], les combats continuent.",
    "Ils viennent du [sud-est de l'Irak|].",
    "[Mossoul-Est|] est libérée.",
    # nouns that only say what it is, and relations, stay outside
    "La ville d'[Alep|] est divisée.",
    "Ils contrôlent le village d'[al-Waqf|].",
    "L'armée avance au nord de la [Syrie|] et à l'est de [Damas|].",
    "Le fleuve est au sud-est de [Mossoul|].",
    "Cet homme est de [Paris|].",
    # descriptions of capitals
    "Il se rend dans la [?capitale française|] mardi.",
    "La [?capitale fédérale autrichienne|] accueille le sommet.",
    "Il s'oppose à la peine capitale française d'alors.",
    "La capitale économique française n'a pas de mer.",
    # what the recogniser missed
    "Il est arrivé à [?Genève|] lundi.",
    "Au large de [?Lampedusa|], un bateau a coulé.",
    "Maison à vendre [?Carantilly|] (50570).",
    "Il a quitté la [?France|] hier.",
    "Dans le [?Donbass|], un obus a tué trois civils.",
    "Un incendie à [Valence|] ([?Drôme|]) a fait deux morts.",
    "La bataille d'[Alep|] dure. Les civils fuient ; pour [?Alep|], tout est perdu.",
    "Le procès s'ouvre au tribunal de [?Fribourg|].",
    "Le fort de l'[?île de Lampedusa|] est fermé.",
    # articles that belong to the name
    "À La [Rochelle|], le festival commence.".replace("La [Rochelle|]", "[La Rochelle|]"),
    "Le [port du Havre|] est bloqué.",
    # no places
    "Le président [Hollande|X] est à [Paris|].".replace("[Hollande|X]", "{Hollande}"),
    "{George Washington} est né en 1732.",
    "Il donne à {Kerry} sa réponse.",
    "Les Français et les Russes négocient.",
    "Il a remporté le Tour de France l'an dernier.",
    "Le traité de Paris a été signé.",
    "Il lit Paris Match à Noël.",
    "Maurice est venu hier.",
    "La Grande Guerre est finie ; Orange recrute.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_mentions(sentence: str) -> None:
    marked = read_marked(sentence)
    found = find_toponyms(read_words(marked.text), marked.names, ATLAS, NATIONS)
    assert [toponym.text for toponym in found] == [mention for mention, _ in marked.expected]
    assert all(marked.text[t.start : t.end] == t.text for t in found)


def places(text: str, *names: str) -> tuple[Name, ...]:
    return tuple(Name(text.index(name), text.index(name) + len(name), name, Label.PLACE) for name in names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le président Hollande est arrivé.", "Hollande"),
        ("M. Tours est arrivé.", "Tours"),
        ("Elle préside la Banque de France.", "France"),
        ("Il a gagné le Tour de France.", "France"),
        ("Les accords de Genève tiennent.", "Genève"),
        ("Les Autrichiens votent.", "Autrichiens"),
        ("Découvrir nos offres.", "Découvrir"),
        ("La Défense a répondu.", "Défense"),
        ("Le Parquet national enquête.", "Parquet national"),
    ],
)
def test_errors_of_the_recogniser_are_dropped(text: str, name: str) -> None:
    assert find_toponyms(read_words(text), places(text, name), ATLAS, NATIONS) == ()


def test_an_unknown_name_needs_words_that_speak_of_a_place() -> None:
    text = "Il vit à Trifouilly. Le Zorglub a gagné."
    found = find_toponyms(read_words(text), places(text, "Trifouilly", "Zorglub"), ATLAS, NATIONS)
    assert [toponym.text for toponym in found] == ["Trifouilly"]


def test_a_town_that_the_recogniser_took_for_a_person() -> None:
    text = "George Washington repose ailleurs ; à Washington, un monument le célèbre."
    at = text.index("Washington,")
    names = (
        Name(0, 17, "George Washington", Label.PERSON),
        Name(at, at + 10, "Washington", Label.PERSON),
    )
    found = find_toponyms(read_words(text), names, ATLAS, NATIONS)
    assert [(toponym.start, toponym.text) for toponym in found] == [(at, "Washington")]


def test_nothing_is_found_inside_hidden_spans() -> None:
    text = "Menu France Europe\nIl vit à Genève."
    found = find_toponyms(read_words(text), (), ATLAS, NATIONS, (Span(0, 18),))
    assert [toponym.text for toponym in found] == ["Genève"]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Le contingent est à N’Djamena.", "Djamena", ["N’Djamena"]),
        ("L'autoroute Genève-Lausanne est fermée.", "Genève-Lausanne", ["Genève", "Lausanne"]),
        ("Nouvelles du jour : Syrie Genève, lundi.", "Syrie Genève", ["Syrie", "Genève"]),
        ("Il vient de Paris el dort.", "Paris el", ["Paris"]),
        ("Ils quittent al-Waqf.", "Waqf", ["al-Waqf"]),
        ("Le procureur de la République de Tours.", "République de Tours", ["Tours"]),
        ("Il aime La Rochelle.", "Rochelle", ["La Rochelle"]),
        ("Le quartier de Sakhur brûle.", "quartier de Sakhur", ["quartier de Sakhur"]),
        ("Rassemblement place de la République.", "place de la République", ["place de la République"]),
    ],
)
def test_names_cut_wrongly_are_put_right(text: str, name: str, found: list[str]) -> None:
    toponyms = find_toponyms(read_words(text), places(text, name), ATLAS, NATIONS)
    assert [toponym.text for toponym in toponyms] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("La rue de Rivoli est fermée.", ["rue de Rivoli"]),
        ("Rassemblement place de la République.", ["place de la République"]),
        ("Il parle de la place de la France dans le monde.", ["France"]),
        ("Un train pour Paris est en retard.", ["Paris"]),
        ("Le parlement de Londres vote.", ["Londres"]),
        ("Les 24 Heures de Bath, course locale.", []),
        ("Le musée d'Orange est petit.", ["musée d'Orange"]),
        ("Le musée de Berne est petit.", ["musée de Berne"]),
        ("Le musée de Carantilly est petit.", []),
    ],
)
def test_contexts_without_any_name_of_the_recogniser(sentence: str, found: list[str]) -> None:
    toponyms = find_toponyms(read_words(sentence), (), ATLAS, NATIONS)
    assert [toponym.text for toponym in toponyms] == found
    assert not any(toponym.recognised for toponym in toponyms if not toponym.cue)


def test_a_place_taken_for_a_person_is_mended_beside_other_places() -> None:
    text = "Damas et Deir Sakhour restent sous la menace. Saint-Denis et Havre aussi."
    at = text.index("Deir")
    names = (*places(text, "Damas"), Name(at, at + 12, "Deir Sakhour", Label.PERSON))
    found = find_toponyms(read_words(text), names, ATLAS, NATIONS)
    assert "Deir Sakhour" not in [toponym.text for toponym in found]


def test_what_a_toponym_tells() -> None:
    text = "Les quartiers est d'Alep et Valence (Drôme)."
    alep, valence, drome = find_toponyms(
        read_words(text), places(text, "Alep", "Valence", "Drôme"), ATLAS, NATIONS
    )
    assert (alep.name, alep.part, alep.cue) == ("Alep", "est", frozenset({PlaceType.PART}))
    assert (valence.name, valence.within) == ("Valence", ("Drôme",))
    assert drome.recognised
