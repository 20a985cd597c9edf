"""Settling names: marked sentences, `[text|what the recogniser proposes|what it must become]`.

The proposal is empty where the recogniser saw nothing, the outcome empty where no name may stay.
P person, O organisation, L place, M anything else.
"""

from __future__ import annotations

import itertools
import re
from datetime import date

import pytest

from service.domain.model import (
    ActorType,
    DateMention,
    DateType,
    GazetteerEntry,
    KnownActor,
    Label,
    Name,
    PlaceType,
    Point,
    Precision,
    TimeValue,
)
from service.domain.names import dates_outside, settle_names, shaped_names
from service.domain.nations import Nation, Nations, Seat
from service.domain.text import read_words
from tests.fakes.actor_book import FakeActorBook
from tests.fakes.gazetteer import FakeGazetteer

_LABELS = {"P": Label.PERSON, "O": Label.ORGANISATION, "L": Label.PLACE, "M": Label.OTHER}
_MARK = re.compile(r"\[([^|\]]+)\|([POLM]?)\|([POL]?)\]")


def _place(id: str, name: str, type: PlaceType, country: str, *others: str) -> GazetteerEntry:
    return GazetteerEntry(id, name, type, country, Point(0, 0), Precision.CITY, names=(name, *others))


GAZETTEER = FakeGazetteer(
    [
        _place("c:sy", "Syrie", PlaceType.COUNTRY, "SY"),
        _place("c:nl", "Pays-Bas", PlaceType.COUNTRY, "NL", "Hollande"),
        _place("c:ru", "Russie", PlaceType.COUNTRY, "RU"),
        _place("p:moscou", "Moscou", PlaceType.CITY, "RU"),
        _place("p:kremlin", "Kremlin", PlaceType.BUILDING, "RU"),
        _place("p:nantes", "Nantes", PlaceType.CITY, "FR"),
    ]
)
NATIONS = Nations(
    [
        Nation("SY", "Syrie", "c:sy", None, ("syrien", "syrienne"), ("Syrien", "Syriens")),
        Nation("RU", "Russie", "c:ru", "p:moscou", ("russe", "russes"), ("Russe", "Russes")),
        Nation("NL", "Pays-Bas", "c:nl", None, ("néerlandais",), ("Néerlandais",)),
    ],
    [Seat("p:kremlin", "RU")],
)
BOOK = FakeActorBook(
    KnownActor("a:lemonde", "Le Monde", ActorType.MEDIA),
    KnownActor("a:onu", "Organisation des Nations unies", ActorType.IGO, aliases=("ONU", "Nations unies")),
    KnownActor("a:pam", "Programme alimentaire mondial", ActorType.IGO, aliases=("PAM",)),
    KnownActor("a:hollande", "François Hollande", ActorType.PERSON, country="FR"),
    KnownActor("a:guterres", "António Guterres", ActorType.PERSON),
    KnownActor("a:front", "Front populaire", ActorType.PARTY, aliases=("Front",)),
)

SENTENCES = [
    "[Le Monde|O|O] révèle une lettre.",
    "Le rapport de l'[ONU|M|O] est sévère.",
    "Le rapport des [Nations unies||O] est sévère.",
    "Il a vu [António Guterres||P] mardi.",
    "Le [Front||] de mer est fermé.",
    "Le [Kremlin|P|L] et [Moscou|O|L] se taisent.",
    "[François Hollande||P] est venu.",
    "Pour [Hollande|L|P], c'est non.",
    "Les tulipes viennent de [Hollande|L|L].",
    "La [Hollande|L|L] se tait.",
    "L'envoyé pour la [Syrie|L|L] [Staffan de Verre|P|P] a parlé.",
    "[Un Syrien|M|] marche dans la rue.",
    "Les [Russes|L|] ont voté.",
    "[ministre russe des Affaires|O|] étrangères, il se tait.",
    "Le ministre russe de la [Défense|L|] se tait.",
    "Le secrétaire d'[État|L|] américain se tait.",
    "[Réagir|L|] à cet article est simple.",
    "À [Nantes|L|L], le maire de [Nantes||L] a parlé.",
    "Un match de la [Coupe|M|] du monde.",
    "Le groupe [XYZ|M|O] a signé.",
    "Le quartier de [Cheikh Saïd|P|L] est calme.",
    "Les blessés de l'[hôpital Nasser|O|L] sont évacués.",
    "[Moscou|P|L] a indiqué que oui.",
    "M. [Moscou|P|P] a indiqué que oui.",
    "Le [PAM||O] distribue du riz.",
    "Ils avancent vers [Zerbane|P|L], et [Zerbane|P|L] résiste.",
    "Le secteur de [Zerbane|P|L] est calme.",
    "[Tal Zerbane|P|L] est tombée.",
    "Les quartiers de [Nantes|L|L], [Zerbane|P|L] et [Ulmo|P|L] brûlent.",
    "Les routes de [Nantes|L|L] et [Zerbane|O|L] sont coupées.",
    "La chute de [Zerbane|P|P] suit la chute de [Nantes|P|L].",
    "[Zerbane|O|L], ville du nord, est tombée.",
    "Il a parlé à [Zerbane|P|P]. [Zerbane|P|P] déclare que oui.",
    "Il a remis la lettre à [Zerbane|P|P].",
    "Le [Mouvement du 4 mai||O] a nié.",
    "Le [2e régiment étranger de chasseurs||O] a sauté.",
    "La [brigade Ali Zerbane||O] recule.",
    "La [93e brigade mécanisée||O] et les hommes de la [Brigade 93||O] avancent.",
    "Le [groupe de Minsk||O] se réunit à [Nantes|L|L].",
    "L'[armée populaire bretonne||O] (APB) recule.",
    "Le produit intérieur breton (PIB) recule.",
    "Le [Monde|O|] est vaste. [Le Monde|O|O] affirme que oui, selon [Le Monde||O].",
    "L'[Etat de Zerbane|O|L] vote au [Palais des Nations|O|L].",
    "Il est à l'[Institut Zerbane|O|L]. L'[Institut Ulmo|O|O] juge que non.",
    "Le rapport du [Monde|O|O] est sévère. Le monde change.",
    "[Ali Le Zerbane|P|P] est venu. « Non », a dit [Le Zerbane||P].",
    "Le candidat de [Zerbane Ulmo|P|O] (ZU) concède sa défaite.",
    "Elle a été réélue dans [Zerbane-Ulmo|P|L].",
    "La députée de [Zerbane-Ulmo|P|L] est là.",
    "Le [1er RPIMa||O] et le [6e BPC||O] ont sauté.",
    "Le groupe de [Nantes|L|L] a vendu une usine.",
]


def _read(sentence: str) -> tuple[str, tuple[Name, ...], set[tuple[int, str, Label]]]:
    text, proposed, wanted, position = "", [], set(), 0
    for match in _MARK.finditer(sentence):
        text += sentence[position : match.start()]
        inner, before, after = match.groups()
        if before:
            proposed.append(Name(len(text), len(text) + len(inner), inner, _LABELS[before]))
        if after:
            wanted.add((len(text), inner, _LABELS[after]))
        text += inner
        position = match.end()
    return text + sentence[position:], tuple(proposed), wanted


def _settle(text: str, proposed: tuple[Name, ...], hidden: tuple[DateMention, ...] = ()) -> tuple[Name, ...]:
    words = read_words(text)
    return settle_names(words, proposed, shaped_names(words), hidden, BOOK, GAZETTEER, NATIONS)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_settles_as_marked(sentence: str) -> None:
    text, proposed, wanted = _read(sentence)
    assert {(name.start, name.text, name.label) for name in _settle(text, proposed)} == wanted


@pytest.mark.parametrize(
    ("text", "proposed", "settled"),
    [
        ("La France et l'Iran", [("La France", "L"), ("Iran", "L")], ["France", "Iran"]),
        ("M. Le Drian est là", [("M. Le Drian", "P")], ["Le Drian"]),
        ("le président Diallo", [("président Diallo", "P")], ["Diallo"]),
        ("l'ex-Front libre", [("ex-Front libre", "O")], ["Front libre"]),
        ("Syrie Staffan de Verre", [("Syrie Staffan", "O"), ("Verre", "O")], ["Syrie", "Staffan de Verre"]),
        ("Moscou - La Russie", [("Moscou - La Russie", "L")], ["Moscou", "Russie"]),
        ("la « Brigade bleue »", [("Brigade bleue »", "O")], ["Brigade bleue"]),
    ],
)
def test_trims_splits_and_joins(text: str, proposed: list[tuple[str, str]], settled: list[str]) -> None:
    names = tuple(
        Name(text.index(part), text.index(part) + len(part), part, _LABELS[label]) for part, label in proposed
    )
    assert [name.text for name in _settle(text, names)] == settled


@pytest.mark.parametrize(
    ("text", "proposed", "settled"),
    [
        ("Le PDG de Veltra", "Veltra:P", "Veltra:O"),
        ("Une maison rachetée par Veltra", "Veltra:P", "Veltra:O"),
        ("Lea Berg, analyste chez Veltra", "Lea Berg:P Veltra:L", "Lea Berg:P Veltra:O"),
        ("Veltra, le constructeur", "Veltra:P", "Veltra:O"),
        ("Lea Berg dort chez Diallo", "Lea Berg:P Diallo:P", "Lea Berg:P Diallo:P"),
        ("La PDG de Berg, Lea Berg", "Berg:P Lea Berg:P", "Berg:P Lea Berg:P"),
        ("Lea Berg, est morte", "Lea Berg:P", "Lea Berg:P"),
        ("des costumes Veltra de Lea Berg", "Veltra:P Lea Berg:P", "Veltra:P Lea Berg:P"),
        ("selon Le Réveil picard", "Le Réveil picard:O", "Le Réveil picard:O"),
        ("le magazine France Marées", "France Marées:O", "France Marées:O"),
    ],
)
def test_the_words_around_a_name_tell_what_it_is(text: str, proposed: str, settled: str) -> None:
    found, end = [], 0
    for part, label in _labelled(proposed):
        start = text.index(part, end)
        end = start + len(part)
        found.append(Name(start, end, part, label))
    assert [(name.text, name.label) for name in _settle(text, tuple(found))] == _labelled(settled)


def _labelled(names: str) -> list[tuple[str, Label]]:
    """*Lea Berg:P Veltra:O*"""
    return [(text.strip(), _LABELS[label]) for text, label in re.findall(r"([^:]+):(\w)", names)]


def test_what_is_a_date_is_no_name() -> None:
    day = DateMention(0, 5, "Jeudi", TimeValue(DateType.DATE, "2016-10-13", begin=date(2016, 10, 13)))
    assert _settle("Jeudi, il pleuvait.", (Name(0, 5, "Jeudi", Label.PERSON),), (day,)) == ()


def test_a_date_inside_a_name_is_none() -> None:
    value = TimeValue(DateType.DATE, "2016-05-04")
    text = "Le Mouvement du 4 mai a nié le 4 mai."
    inside, outside = DateMention(16, 21, "4 mai", value), DateMention(31, 36, "4 mai", value)
    assert dates_outside(shaped_names(read_words(text)), (inside, outside)) == (outside,)


def test_one_spelling_has_one_label() -> None:
    text = "Kerry arrive. Kerry parle. Kerry part."
    names = tuple(
        Name(at, at + 5, "Kerry", label)
        for at, label in zip((0, 14, 27), (Label.PERSON, Label.PLACE, Label.PERSON), strict=True)
    )
    assert {name.label for name in _settle(text, names)} == {Label.PERSON}


def test_names_are_ordered_disjoint_slices() -> None:
    text = "Le Monde et les Nations unies. " * 20
    names = _settle(text, (Name(3, 17, text[3:17], Label.ORGANISATION),))
    assert all(text[name.start : name.end] == name.text for name in names)
    assert all(a.end <= b.start for a, b in itertools.pairwise(names))


def test_the_state_of_an_office_begins_no_name() -> None:
    text = "Le conseiller d'État Ali Zerbane est venu."
    assert [name.text for name in _settle(text, (Name(16, 32, "État Ali Zerbane", Label.PLACE),))] == [
        "Ali Zerbane"
    ]
