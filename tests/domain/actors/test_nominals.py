"""Each line: a sentence with `{country|nominal}` for every nominal that must be found, and no other."""

from __future__ import annotations

import pytest

from service.domain.actors import Power, find_nominals
from service.domain.model import MentionKind, Span
from tests.domain.actors.articles import marked

FOUND = [
    "L'{RU|armée russe} avance.",
    "Des {TR|tanks turcs} et des {RU|avions russes} ont été vus.",
    "L'{SY|aviation syrienne, russe ou américaine} a frappé.",
    "Les {SY|forces syriennes pro-régime} progressent.",
    "Le {SY|régime syrien} et le {KP|gouvernement nord-coréen} négocient.",
    "La {RU|télévision russe} et la {FR|police française} enquêtent.",
    "{US|Américains} et {RU|Russes} avaient rompu les pourparlers.",
    "Entre les {US|Américains} et les {TR|Turcs}, rien ne va plus.",
    "Les {US|Américains} ont annoncé leur retrait.",
    "Les {US|Américains}, représentés par {|PER Ali Kaya}, partent, abandonnés par les {RU|Russes}.",
    "Le {RU|président russe} a parlé au {JP|Premier ministre japonais}.",
    "Le {RU|chef de la diplomatie russe} attend le {US|secrétaire d'État américain}.",
    "Le {RU|ministre russe des Affaires étrangères} répond au {TR|ministre des Affaires étrangères turc}.",
    "Les {RU|présidents russe} et {TR|turc} se voient.",
    "Son {TR|homologue turc} a refusé.",
    "L'{US|ancien président américain} publie ses mémoires.",
    "La {CA|diplomatie canadienne} et la {BE|justice belge} coopèrent.",
    "Le {IL|ministère israélien de la Défense} dément.",
    "Les {FR|forces spéciales françaises} sont sur place.",
    "Les {EU|dirigeants européens} et la {EU|diplomatie européenne} attendent.",
    "Le {ES|gouvernement catalan} et la {ES|police catalane} cèdent.",
    "Le {KP|dirigeant nord-coréen} sourit.",
    "Un animateur de radio français parle à un officier de police belge.",
]

NOT_FOUND = [
    "Le vin français et la cuisine japonaise plaisent.",
    "Un ministre russe a démissionné.",
    "Les forces kurdes tiennent.",
    "Le retrait des troupes du {|loc Qatar} est acquis.",
    "Le quotidien français {|ORG La Marée} paraît.",
    "Le président du {|ORG Parlement européen} parle.",
    "Le directeur du cabinet de {|PER Ali Kaya} part.",
    "Le maintien au pouvoir de {|PER Ali Kaya} inquiète.",
    "Les Russes aiment le thé.",
    "La maison est habitée par les Russes.",
    "Il vient malgré l'opposition de la {|LOC Russie}.",
    "La frontière turque est fermée.",
    "Il a servi dans l'armée.",
    "Son équipage russe dort.",
    "La police\nfrançaise",
]

OF_A_PLACE = [
    ("Les forces de {|LOC Damas} tirent.", "forces de Damas", Power.MILITARY, "SY"),
    ("Le gouvernement du {|loc Qatar} paie.", "gouvernement du Qatar", Power.GOVERNMENT, "QA"),
    ("Le président de la {|loc Colombie} signe.", "président de la Colombie", Power.OFFICE, "CO"),
    ("Le parquet de {|loc Nanterre} enquête.", "parquet de Nanterre", Power.INSTITUTION, "FR"),
    ("La police de {|loc Paris} arrive.", "police de Paris", Power.INSTITUTION, "FR"),
    ("Le maire de {|loc Lyon} vote.", "maire de Lyon", Power.OFFICE, "FR"),
    ("L'armée de {|PER Bachar el-Assad} avance.", "armée de Bachar el-Assad", Power.MILITARY, None),
    ("Selon l'administration {|PER Trump}, non.", "administration Trump", Power.GOVERNMENT, None),
]


@pytest.mark.parametrize("sentence", FOUND)
def test_nominals_with_a_nationality(sentence: str) -> None:
    article = marked(sentence)
    found = [(nominal.country, nominal.text) for nominal in article.nominals()]
    assert found == [(country, mention.text) for country, mention in article.expected]


@pytest.mark.parametrize("sentence", NOT_FOUND)
def test_no_nominal_without_an_institution_or_a_nationality(sentence: str) -> None:
    assert [nominal for nominal in marked(sentence).nominals() if nominal.country] == []


@pytest.mark.parametrize(("sentence", "text", "power", "country"), OF_A_PLACE)
def test_nominals_of_a_place_or_a_person(sentence: str, text: str, power: Power, country: str | None) -> None:
    (nominal,) = marked(sentence).nominals()
    assert (nominal.text, nominal.power, nominal.country) == (text, power, country)


def test_a_longer_proper_name_is_no_nominal() -> None:
    assert marked("L'{|ORG Armée syrienne libre} recule.").nominals() == ()


def test_a_name_that_is_the_nominal_leaves_it_a_nominal() -> None:
    (nominal,) = marked("L'{|ORG armée syrienne} recule.").nominals()
    assert nominal.text == "armée syrienne"


def test_nothing_is_found_in_what_is_hidden() -> None:
    text = "L'armée russe. L'armée turque."
    found = find_nominals(marked(text).scene(), hidden=(Span(0, 15),))
    assert [nominal.text for nominal in found] == ["armée turque"]


@pytest.mark.parametrize("sentence", FOUND)
def test_offsets_are_those_of_the_text(sentence: str) -> None:
    article = marked(sentence)
    for nominal in article.nominals():
        assert article.text[nominal.start : nominal.end] == nominal.text


def test_an_office_keeps_the_body_that_it_names() -> None:
    (actor, army) = marked("Le chef de l'armée russe, {|PER Ali Kaya}, parle.").actors()
    assert [mention.text for mention in actor.mentions + army.mentions] == ["armée russe", "Ali Kaya"]


def test_a_body_of_a_town_is_told_by_its_adjective() -> None:
    (actor,) = marked("La police castraise enquête. Une police mauvaise nuit.").actors()
    assert [mention.text for mention in actor.mentions] == ["police castraise"]


def test_a_body_of_the_state_is_that_of_the_country_told() -> None:
    told = marked("La {|loc Russie} attend. Le gouvernement hésite. La banque centrale aussi.").actors()
    assert [(actor.id, actor.country) for actor in told] == [
        ("gazette:gov-ru", "RU"),
        ("text:banque centrale", "RU"),
    ]
    assert marked("Le gouvernement hésite. La banque centrale aussi.").actors() == ()


def test_a_body_with_a_capital_behind_its_article_is_named() -> None:
    (actor,) = marked("Le Parlement russe vote.").actors()
    assert actor.mentions[0].kind == MentionKind.NAMED
