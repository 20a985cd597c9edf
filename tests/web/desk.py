"""An application over fakes: parts that answer at once, and an analysis that knows three words.

Long for its facts, which all tests of the web share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from flask import Flask

from service import web
from service.domain.model import (
    Actor,
    ActorCandidate,
    ActorMention,
    ActorType,
    Analysis,
    Article,
    BoundingBox,
    Date,
    DateType,
    Focus,
    GazetteerEntry,
    KnownActor,
    Label,
    LanguageSource,
    Mention,
    MentionKind,
    Name,
    Office,
    Options,
    Place,
    PlaceCandidate,
    PlaceMention,
    PlaceRef,
    PlaceType,
    Point,
    Precision,
    Publication,
    PublicationSource,
    TaggedName,
    TimeValue,
    Usage,
    Zone,
    ZoneKind,
)
from service.domain.nations import Nations
from service.domain.ports import Attribution, Nearby, Page, Parts, PlaceQuery
from service.errors import InvalidInput, Merged, NotFound
from service.settings import Settings
from tests.fakes.actor_book import FakeActorBook
from tests.fakes.articles import FakeArticleStore

SYRIA = PlaceRef("geonames:163843", "Syrie", PlaceType.COUNTRY)
ALEPPO = GazetteerEntry(
    id="geonames:170063",
    name="Alep",
    type=PlaceType.CITY,
    country="SY",
    point=Point(36.20124, 37.16117),
    precision=Precision.CITY,
    admin1="Gouvernorat d'Alep",
    bbox=BoundingBox(37.05, 36.12, 37.25, 36.28),
    population=1602264,
    parents=(SYRIA,),
    names=("Alep", "Aleppo", "Halab"),
    source="GeoNames",
)
SAKHOUR = GazetteerEntry(
    id="gazette:alep#sakhour",
    name="Sakhour",
    type=PlaceType.DISTRICT,
    country="SY",
    point=None,
    precision=Precision.DISTRICT,
    parents=(PlaceRef(ALEPPO.id, ALEPPO.name, ALEPPO.type), SYRIA),
    names=("Sakhour",),
    source="Gazette",
)
LAVROV = KnownActor(
    id="wikidata:Q58217",
    name="Sergueï Lavrov",
    type=ActorType.PERSON,
    country="RU",
    wikidata="Q58217",
    aliases=("Lavrov",),
    offices=(Office("ministre des Affaires étrangères", "RU", "foreign_minister", date(2004, 3, 9)),),
)
TRUCE = Article(
    text="Mardi 😀, Moscou a annoncé une trêve à Alep, dans le quartier de Sakhour.\nPartager",
    language="fr",
    language_source=LanguageSource.REQUEST,
    id="treve-a-alep",
    title="Trêve à Alep",
    published=Publication(date(2016, 10, 11), PublicationSource.STORE),
)


class FakeRecognizer:
    version = "fake 1.0"

    def recognize(self, text: str) -> tuple[Name, ...]:
        start = text.find("Alep")
        return (Name(start, start + 4, "Alep", Label.PLACE),) if start >= 0 else ()

    def recognize_many(self, texts: Sequence[str]) -> list[tuple[Name, ...]]:
        return [self.recognize(text) for text in texts]


class FakeGazetteer:
    """Two places of Aleppo; `geonames:1` was merged into the city."""

    version = "fake 2"
    attribution = (Attribution("GeoNames", "CC-BY-4.0", "https://www.geonames.org"),)
    asked: PlaceQuery | None = None

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        return tuple(entry for entry in (ALEPPO, SAKHOUR) if name in entry.names)

    def similar(self, name: str, limit: int = 5) -> tuple[GazetteerEntry, ...]:
        return ()

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        self.asked = query
        return (ALEPPO, SAKHOUR)[query.offset : query.offset + query.limit]

    def get(self, id: str) -> GazetteerEntry:
        if id == "geonames:1":
            raise Merged("place", id, SAKHOUR.id)
        if id == "geonames:2":
            raise Merged("place", id, ALEPPO.id)
        for entry in (ALEPPO, SAKHOUR):
            if entry.id == id:
                return entry
        raise NotFound("place", id)

    def tagged_names(self, id: str) -> tuple[TaggedName, ...]:
        names = {
            ALEPPO.id: (TaggedName("Alep", "fr"), TaggedName("Aleppo", None), TaggedName("حلب", "ar")),
            SYRIA.id: (TaggedName("Syrie", "fr"), TaggedName("سوريا", "ar"), TaggedName("Syria", "en")),
        }
        return names.get(id, ())

    def nearest(
        self, point: Point, limit: int = 5, radius_km: float = 50.0, types: tuple[PlaceType, ...] = ()
    ) -> tuple[Nearby, ...]:
        return (Nearby(ALEPPO, 1.23456),)


class FakeLanguages:
    def detect(self, text: str) -> str | None:
        return "en" if "the president" in text else "fr" if len(text) > 20 else None


class FakePages:
    def read(self, html: str) -> Page:
        if not html.strip():
            raise InvalidInput("html", "The page holds no text.")
        return Page(html.replace("<p>", ""), "Un titre", None)


def find(text: str, word: str) -> tuple[int, int] | None:
    start = text.find(word)
    return None if start < 0 else (start, start + len(word))


def analyze(article: Article, options: Options, parts: Parts) -> Analysis:
    """Knows *Mardi*, *Moscou*, *Alep*, *Sakhour* and the furniture *Partager*."""
    text = article.text
    zones = tuple(Zone(*span, ZoneKind.SHARE) for span in (find(text, "Partager"),) if span)
    include = options.include
    return Analysis(
        article=article,
        zones=zones,
        actors=_actors(text, options) if "actors" in include else (),
        places=tuple(_places(text, options)) if "places" in include else (),
        dates=_dates(text) if "dates" in include else (),
        focus=Focus("SY", PlaceRef(ALEPPO.id, ALEPPO.name, ALEPPO.type)),
    )


def _actors(text: str, options: Options) -> tuple[Actor, ...]:
    span = find(text, "Moscou")
    actor = Actor(
        id="gazette:ru",
        name="Russie",
        type=ActorType.GOVERNMENT,
        country="RU",
        function=None,
        wikidata=None,
        confidence=0.912345,
        mentions=(ActorMention(*span, "Moscou", MentionKind.METONYM),) if span else (),
        candidates=(ActorCandidate("gazette:ru", "Russie", 0.9),)[: options.candidates],
        reasons=("capital of RU, subject of a verb",),
    )
    return (actor,) if span else ()


def _places(text: str, options: Options) -> list[Place]:
    spans = ((entry, find(text, entry.name)) for entry in (ALEPPO, SAKHOUR))
    return [
        Place(
            entry=entry,
            confidence=0.95,
            mentions=(PlaceMention(*span, entry.name, Usage.LITERAL),),
            candidates=(PlaceCandidate(entry, 0.9),)[: options.candidates],
            reasons=("the only one of its name",),
        )
        for entry, span in spans
        if span
    ]


def _dates(text: str) -> tuple[Date, ...]:
    span = find(text, "Mardi")
    day = date(2016, 10, 11)
    value = TimeValue(DateType.DATE, "2016-10-11", begin=day, end=day, candidates=("2016-10-18",))
    return (Date(value, (Mention(*span, "Mardi"),)),) if span else ()


def make_parts(**others: object) -> Parts:
    stored = (TRUCE, *(replace(TRUCE, id=f"article-{number}") for number in range(4)))
    parts = Parts(
        recognizer=FakeRecognizer(),
        gazetteer=FakeGazetteer(),
        actor_book=FakeActorBook(LAVROV, merged={"wikidata:Q1": LAVROV.id}),
        articles=FakeArticleStore(*stored),
        languages=FakeLanguages(),
        pages=FakePages(),
        nations=Nations(()),
        credits=(Attribution("fr_core_news_md", "LGPL-LR", "https://spacy.io/models/fr"),),
    )
    return replace(parts, **others)  # type: ignore[arg-type]


def make_app(settings: Settings | None = None, **others: object) -> Flask:
    """The application over fakes; `others` replace parts by name."""
    app = Flask("service")
    web.register(app, make_parts(**others), settings or Settings(), analyze)
    return app
