"""What is fuzzed: bytes in, and either an answer that holds or one of the errors that are meant.

Anything else that leaves a target is a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from werkzeug.exceptions import HTTPException

from service import data
from service.adapters.actor_book import load_actor_book
from service.adapters.boilerplate_phrases import load_phrases
from service.adapters.city_parts import load_city_parts
from service.adapters.nations import load_nations
from service.domain.analysis import analyze
from service.domain.dates import day_of_publication, find_dates, gather_dates
from service.domain.model import Article, Label, Name, Options
from service.domain.ports import Parts
from service.domain.text import read_words
from service.errors import InvalidInput
from service.web.problems import InvalidFields
from tests.web.desk import make_parts

Target = Callable[[bytes], None]


class _Capitals:
    """`Recognizer` that calls each run of capitalised words a name, of a kind told by its length."""

    version = "capitals"

    def recognize(self, text: str) -> tuple[Name, ...]:
        labels = list(Label)
        found = []
        position = 0
        for word in text.split(" "):
            if word[:1].isupper() and "\n" not in word:
                found.append(Name(position, position + len(word), word, labels[len(word) % len(labels)]))
            position += len(word) + 1
        return tuple(found)

    def recognize_many(self, texts: Sequence[str]) -> list[tuple[Name, ...]]:
        return [self.recognize(text) for text in texts]


@cache
def parts() -> Parts:
    """Our facts and rules, with a recogniser and a gazetteer that answer at once."""
    return replace(
        make_parts(),
        recognizer=_Capitals(),
        actor_book=load_actor_book(data.FOLDER),
        nations=load_nations(data.FOLDER),
        phrases=load_phrases(data.FOLDER),
        city_parts=load_city_parts(data.FOLDER),
    )


def analysis(sent: bytes) -> None:
    """Any text: all offsets hold."""
    text = sent.decode("utf-8", "ignore")
    if not text:
        return
    found = analyze(Article(text), Options(candidates=3), parts())
    for thing in (*found.actors, *found.places, *found.dates):
        assert thing.mentions
        for mention in thing.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.text


def dates(sent: bytes) -> None:
    """Any text: dates of the calendar, begin before end."""
    text = sent.decode("utf-8", "ignore")
    words = read_words(text)
    day_of_publication(words, ())
    for found in gather_dates(find_dates(words, None, ())):
        value = found.value
        assert value.begin is None or value.end is None or value.begin <= value.end, found


def pages(sent: bytes) -> None:
    """Any page: a text, or one error."""
    from service.adapters.trafilatura_pages import TrafilaturaPages

    try:
        page = TrafilaturaPages().read(sent.decode("utf-8", "ignore"))
    except InvalidInput:
        return
    assert page.text.strip()
    page.text.encode()


def bodies(sent: bytes) -> None:
    """Any body: a request, or the problems of a request; what is taken can be written again."""
    from service.web.body import parse_json
    from service.web.encoding import to_json

    try:
        document = parse_json(sent)
    except (HTTPException, InvalidFields):
        return
    try:
        asked = _schema().load(document)
    except _invalid():
        return
    to_json({"text": asked.request.text, "title": asked.request.title})


@cache
def _schema() -> Any:
    from service.web.schemas.batch import BatchRequestSchema

    return BatchRequestSchema()


def _invalid() -> type[Exception]:
    from marshmallow import ValidationError

    return ValidationError


TARGETS: dict[str, Target] = {"analysis": analysis, "dates": dates, "pages": pages, "bodies": bodies}
SEEDS: dict[str, tuple[str, ...]] = {
    "analysis": (
        "Mardi, Moscou a annoncé une trêve à Alep, selon le ministre russe des Affaires étrangères.",
        "PARIS (AFP) – M. Jean-Luc Dupont, maire de Lyon, s’est rendu à l'hôpital de Sakhour le 3 mai 2016.",
        "Partager\n© Le Quotidien\nLe Fatah al-Cham et l'ONU, dit-elle, dans le quartier d'al-Kallasé.",
    ),
    "dates": (
        "Publié le 12/11/2016 à 14h30. Le lundi 14, de 8 h à 10 h, entre 1914 et 1918, au XIXe siècle.",
        "il y a trois ans, depuis mi-2015, fin août 2012, la nuit de mardi à mercredi, le 1er T3 2016",
        "Pâques 1997, 20161112, le 30 février 2015, en l'an 0, dans 99999999 ans, 31/12/9999, 1-2-3-4",
    ),
    "pages": (
        "<!DOCTYPE html><html><head><title>Un pont</title><meta property='article:published_time'"
        " content='2016-10-11'></head><body><article><h1>Un pont</h1><p>Le maire a dit.</p></article></body>",
        '<script type=\'application/ld+json\'>{"datePublished":"2016-10-11"}</script><table><tr><td>a&#0;',
    ),
    "bodies": (
        '{"text": "Alep", "published_at": "2016-10-11T08:30:00+02:00", "include": ["places"], "hints":'
        ' {"countries": ["SY"], "latitude": 36.2, "longitude": 37.16}, "candidates": 3, "id": 17}',
        '{"html": "<p>\\ud83d\\ude00", "offset_unit": "utf16", "explain": true, "title": null, "x": 1e999}',
    ),
}
