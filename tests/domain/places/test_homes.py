"""Where places without a point of their own are put, and what capitals and persons have to do with it."""

from __future__ import annotations

import pytest

from service.domain.model import Label, Name
from service.domain.places import find_toponyms, resolve
from service.domain.places.reading import Reading
from service.domain.text import read_words
from tests.domain.places.atlas import Atlas, nations

ATLAS, NATIONS = Atlas(), nations()


def readings(text: str, **labels: Label) -> dict[str, Reading]:
    """The readings by their mentions; `labels` are what the recogniser says of words."""
    names = tuple(
        Name(text.index(word), text.index(word) + len(word), word, label) for word, label in labels.items()
    )
    words = read_words(text)
    found = resolve(find_toponyms(words, names, ATLAS, NATIONS), words, ATLAS, NATIONS)
    return {reading.toponym.text: reading for reading in found}


@pytest.mark.parametrize(
    ("text", "site", "town"),
    [
        ("À Atlanta, un homme a été arrêté rue de Rivoli.", "rue de Rivoli", "atlanta"),
        ("Un homme a été arrêté rue de Rivoli, à Atlanta. Il vivait à Alep.", "rue de Rivoli", "atlanta"),
        (
            "À Alep, on attend. À Alep, on crie. Le feu a pris rue de Rivoli, à Atlanta.",
            "rue de Rivoli",
            "atlanta",
        ),
        (
            "Le feu a pris place de la République. À Atlanta, à Atlanta, on crie.",
            "place de la République",
            "atlanta",
        ),
    ],
)
def test_a_street_lies_in_the_town_told_for_it(text: str, site: str, town: str) -> None:
    parents = [parent.id for parent in readings(text)[site].entry.parents]
    assert parents[0] == town


@pytest.mark.parametrize(
    "text", ["Elle habite avenue Wilson, à Atlanta.", "À Atlanta, l'hôpital Wilson ferme."]
)
def test_a_site_named_after_a_person_is_a_place(text: str) -> None:
    site = next(reading for name, reading in readings(text, Wilson=Label.PERSON).items() if "Wilson" in name)
    assert site.entry.parents[0].id == "atlanta"


def test_a_foreign_town_taken_for_a_person() -> None:
    text = "L'armée syrienne tient Alep depuis un mois."
    assert readings(text, Alep=Label.PERSON)["Alep"].entry.id == "alep"


def test_a_name_in_brackets_that_nobody_knows_is_no_place() -> None:
    assert "Trek" not in readings("Il arrive à Atlanta (Trek).", Trek=Label.PLACE)
