"""The day of publication as the text tells it."""

from __future__ import annotations

from datetime import date

import pytest

from service.domain.dates import day_of_publication
from service.domain.model import PublicationSource, Zone, ZoneKind
from service.domain.text import read_words

TOLD = [
    ("11 septembre 2017 – Le ministre a démissionné lundi.", "2017-09-11"),
    ("Titre\n\n1er mars 2017 . – Le candidat a parlé.", "2017-03-01"),
    ("Publié le 12/11/2016 à 14h30\nLa crue a fait deux morts.", "2016-11-12"),
    ("La crue a fait deux morts.\nMis à jour le 13 novembre 2016", "2016-11-13"),
    ("Mis à jour le : 13.11.2016. Depuis 1998, rien n'a changé.", "2016-11-13"),
    ("Dernière modification : 28/03/2016\n\nLa ville est prise.", "2016-03-28"),
    (
        "Le titre\n\nLe Courrier | 25.11.2013 à 10h02 | Par Jo Lys\nDimanche 24 novembre, fin 2014.",
        "2013-11-25",
    ),
    ("Le titre\n\nLa suite lundi.\n\n(©AFP / 21 juillet 2014 14h55)", "2014-07-21"),
    ("ALEP (Syrie), 15 octobre 2016 (AFP) - Des raids ont repris samedi.", "2016-10-15"),
    ("Un homme marche dans les ruines, le 15 août 2016 - AFP\nLundi, les raids ont repris.", "2016-08-15"),
    ("12 mars 2016, Montpellier. –\nLe club a gagné cet après-midi.", "2016-03-12"),
    ("19 août 2016 –\nLes chiffres publiés le 18 août inquiètent.", "2016-08-19"),
    ("Mis à jour le 13/11/2016 à 10h\nPublié le 12/11/2016 à 14h30\nLa crue monte.", "2016-11-12"),
    ("Par Jo Lys, publié le 3 mai 2016\nLa crue monte.", "2016-05-03"),
    ("Publié : 20161112\nLa crue monte.", "2016-11-12"),
    ("https://journal.example/2016/10/12/la-crue/\nLa crue a fait deux morts lundi.", "2016-10-12"),
    ("La crue a fait deux morts.\nSource : www.journal.example/article/20161012-la-crue", "2016-10-12"),
    (
        "Le chantier a débuté en mai 2016. En juin, la digue cédait. La crue a frappé jeudi 6 octobre.",
        "2016-10-06",
    ),
]
UNTOLD = [
    "Le ministre a démissionné lundi.",
    "Le 6 juin 1944, les Alliés débarquent.",
    "La réunion aura lieu le 15 octobre.",
    "Le fleuve a débordé mardi 7 novembre. On n'avait jamais vu cela depuis 2002.",
    "Le plan court d'ici à 2014. Il a été signé dimanche 24 novembre.",
    "Le siège dure depuis 2014. Le sommet se tiendra du 14 au 16 avril.",
    "L'actrice est morte samedi 8 octobre. Elle avait quitté la scène en 1994.",
    "Elle avait joué de 1994 à 2009. Elle s'est éteinte samedi 2 juillet.",
    "Selon une étude publiée le 3 mai 2016 dans une revue, la mer monte.",
    "On lit sur https://journal.example/2016/10/12/la-crue/ que la mer monte.",
    "https://journal.example/2016/10/12/la-crue\nhttps://journal.example/2016/10/13/la-mer",
    "",
]


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_the_text_tells_its_day(text: str, day: str) -> None:
    publication = day_of_publication(read_words(text))
    assert (publication.at, publication.source) == (date.fromisoformat(day), PublicationSource.TEXT)


@pytest.mark.parametrize("text", UNTOLD)
def test_nothing_is_guessed(text: str) -> None:
    publication = day_of_publication(read_words(text))
    assert (publication.at, publication.source) == (None, PublicationSource.NONE)


def test_years_that_remain_are_candidates() -> None:
    text = "PARIS, 15 oct (AFP) – Le Parlement se réunit samedi 15 octobre."
    publication = day_of_publication(read_words(text))
    assert publication.at is None
    assert date(2016, 10, 15) in publication.candidates
    assert all(day.weekday() == 5 for day in publication.candidates)


def test_years_before_the_last_one_told_are_no_candidates() -> None:
    text = "Le déluge de feu se poursuit samedi 24 septembre. La ville est divisée depuis 2012."
    publication = day_of_publication(read_words(text))
    assert publication.at is None
    assert publication.candidates[:2] == (date(2016, 9, 24), date(2022, 9, 24))


def test_a_line_of_publication_counts_inside_a_zone_other_dates_do_not() -> None:
    text = "Publié le 3 mai 2016\nLa suite."
    zone = Zone(0, 20, ZoneKind.SHARE)
    assert day_of_publication(read_words(text), (zone,)).at == date(2016, 5, 3)
    text = "À lire aussi : samedi 24 septembre, depuis 2012.\nLa suite."
    zone = Zone(0, 48, ZoneKind.RELATED)
    assert day_of_publication(read_words(text), (zone,)).at is None
