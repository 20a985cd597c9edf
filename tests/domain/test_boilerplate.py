"""Page furniture is marked; what is not furniture is left alone."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.adapters.boilerplate_phrases import load_phrases
from service.data import FOLDER
from service.domain.boilerplate import BoilerplatePhrases, find_zones
from service.domain.model import ZoneKind

BODY = (
    "Le conseil municipal a voté jeudi soir la rénovation du pont, fermé aux voitures depuis l'hiver.\n\n"
    "Les travaux commenceront en mai et coûteront deux millions d'euros, a précisé la maire devant la presse."
)


@pytest.fixture(scope="module")
def phrases() -> BoilerplatePhrases:
    return load_phrases(FOLDER)


def marked(text: str, phrases: BoilerplatePhrases) -> list[tuple[str, str]]:
    return [(zone.kind.value, text[zone.start : zone.end]) for zone in find_zones(text, phrases)]


@pytest.mark.parametrize(
    ("before", "after", "zones"),
    [
        ("", "", []),
        ("logo\n\n", "", [("menu", "logo")]),
        ("", "\n\nPartager :", [("share", "Partager :")]),
        ("", "\n\nPartager cet articleCommenter", [("share", "Partager cet articleCommenter")]),
        ("PUBLICITÉ\n\n", "", [("advert", "PUBLICITÉ")]),
        ("Tous droits réservés\n", "", [("copyright", "Tous droits réservés")]),
        ("", "\n\n© Le Courrier du lac 2024", [("copyright", "© Le Courrier du lac 2024")]),
        ("Lecture : 3 min.\n", "", [("menu", "Lecture : 3 min.")]),
        ("Accueil > Sport > Rugby\nLa maire parle du pont\n", "", [("menu", "Accueil > Sport > Rugby")]),
        ("Mer · Lac · Fleuve\nLa maire parle du pont\n", "", [("menu", "Mer · Lac · Fleuve")]),
        (
            "Radio Lac\nMenu\nAffaire du pont\nLa maire parle du pont\n",
            "",
            [("menu", "Radio Lac\nMenu\nAffaire du pont")],
        ),
        ("Menu\nUn pont fermé\n", "", [("menu", "Menu")]),
        ("Berne / Genève\n", "", []),
        ("Le Courrier | 3 mai 2024 | Par Anne Kaya\n", "", []),
        ("", "\n\n► À (ré)écouter : Le pont de Namur", [("related", "► À (ré)écouter : Le pont de Namur")]),
        (
            "",
            "\n\nRadio Lac vous propose de tout revoir",
            [("menu", "Radio Lac vous propose de tout revoir")],
        ),
        (
            "",
            "\n\nÀ lire aussi\n\nUn pont pour les vélos à Namur\n\nLa Meuse en crue",
            [("related", "À lire aussi\n\nUn pont pour les vélos à Namur\n\nLa Meuse en crue")],
        ),
        (
            "",
            "\n\nPetites annonces\nVélo Namur (5000) 120 €\nCanapé d'angle",
            [("advert", "Petites annonces\nVélo Namur (5000) 120 €\nCanapé d'angle")],
        ),
    ],
)
def test_marks_furniture_around_an_article(
    before: str, after: str, zones: list[tuple[str, str]], phrases: BoilerplatePhrases
) -> None:
    assert marked(before + BODY + after, phrases) == zones


def test_a_link_within_the_article_takes_only_its_title(phrases: BoilerplatePhrases) -> None:
    first, second = BODY.split("\n\n")
    text = f"{first}\n\nLire aussi\nLe pont de Jambes rouvre\n\n{second}"
    assert marked(text, phrases) == [("related", "Lire aussi\nLe pont de Jambes rouvre")]


def test_the_headline_repeated_after_the_furniture_is_told(phrases: BoilerplatePhrases) -> None:
    text = f"Namur rénove son pont\n\n{BODY}\n\nNewsletter\nNamur rénove son pont"
    assert marked(text, phrases)[-1] == ("headline", "Namur rénove son pont")


def test_a_repeated_headline_above_the_article_stays(phrases: BoilerplatePhrases) -> None:
    assert marked(f"Namur rénove son pont\n\nNamur rénove son pont\n\n{BODY}", phrases) == []


@pytest.mark.parametrize("credit", ["Avec AFP", "(avec Reuters)", "Source : AFP"])
def test_the_credit_is_the_articles_own(credit: str, phrases: BoilerplatePhrases) -> None:
    assert marked(f"{BODY}\n\nPartager\n\n{credit}", phrases) == [("share", "Partager")]


@pytest.mark.parametrize(
    "sentence",
    [
        "La publicité pour le tabac est interdite en France depuis la loi de 1991, rappelle le ministère.",
        "Il faut partager cet article de foi, a lancé le cardinal devant les fidèles réunis dimanche.",
        "Le menu de la cantine sera végétarien une fois par semaine, a décidé la région dans un communiqué.",
        "Découvrez",
    ],
)
def test_the_same_words_in_a_sentence_are_no_furniture(sentence: str, phrases: BoilerplatePhrases) -> None:
    assert marked(sentence, phrases) == []


@given(
    st.lists(
        st.sampled_from(["Partager", "À lire aussi", "Namur", BODY, "", " 12 € (75001)", "©"]), max_size=12
    )
)
def test_zones_are_ordered_disjoint_and_inside(lines: list[str]) -> None:
    text = "\n".join(lines)
    zones = find_zones(text, load_phrases(FOLDER))
    assert all(0 <= zone.start < zone.end <= len(text) for zone in zones)
    assert all(left.end <= right.start for left, right in itertools.pairwise(zones))
    assert {zone.kind for zone in zones} <= set(ZoneKind)
