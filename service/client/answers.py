"""What the service answers, as values: one dataclass for each schema of `openapi.yaml`, by the same name.

What a field means is told there; a test holds every name, type and list of values to it. A list that was not
asked for (`include`), and `reasons` without `explain`, are `None`. Long because it is one vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActorType = Literal[
    "person", "government", "military", "armed_group", "party", "igo", "media", "company", "organisation"
]
PlaceType = Literal[
    "continent",
    "supraregion",
    "country",
    "territory",
    "region",
    "department",
    "area",
    "city",
    "district",
    "part",
    "street",
    "building",
    "airport",
    "camp",
    "sea",
    "river",
    "lake",
    "strait",
    "mountain",
    "island",
    "peninsula",
    "desert",
]
Precision = Literal["exact", "district", "part", "city", "region", "country", "continent", "water", "terrain"]
Modifier = Literal[
    "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"
]
PublicationSource = Literal["request", "store", "metadata", "text", "none"]
OffsetUnit = Literal["codepoint", "utf16", "utf8"]


@dataclass(frozen=True, slots=True)
class Zone:
    start: int
    end: int
    kind: Literal["menu", "advert", "share", "related", "copyright", "headline"]


@dataclass(frozen=True, slots=True)
class ReadArticle:
    id: str | None
    language: str
    language_source: Literal["request", "detected", "assumed"]
    published_at: str | None
    published_at_source: PublicationSource
    published_at_candidates: tuple[str, ...]
    characters: int
    boilerplate: tuple[Zone, ...]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ActorCandidate:
    id: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class ActorMention:
    start: int
    end: int
    text: str
    kind: Literal["named", "metonym", "nominal"]


@dataclass(frozen=True, slots=True)
class Actor:
    id: str
    name: str
    type: ActorType
    country: str | None
    function: str | None
    wikidata: str | None
    confidence: float
    candidates: tuple[ActorCandidate, ...]
    mentions: tuple[ActorMention, ...]
    reasons: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class BoundingBox:
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class PlaceRef:
    id: str
    name: str
    type: PlaceType


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    id: str
    name: str
    type: PlaceType
    country: str | None
    latitude: float | None
    longitude: float | None
    score: float


@dataclass(frozen=True, slots=True)
class PlaceMention:
    start: int
    end: int
    text: str
    usage: Literal["literal", "metonymic"]


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: str
    type: PlaceType
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    bbox: BoundingBox | None
    precision: Precision
    confidence: float
    parents: tuple[PlaceRef, ...]
    candidates: tuple[PlaceCandidate, ...]
    mentions: tuple[PlaceMention, ...]
    reasons: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Date:
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    mod: Modifier | None
    relation: Literal["since", "until", "before", "after"] | None
    quant: str | None
    freq: str | None
    begin: str | None
    end: str | None
    candidates: tuple[str, ...]
    mentions: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True)
class Focus:
    country: str | None
    place: PlaceRef | None


@dataclass(frozen=True, slots=True)
class Meta:
    service: str
    model: str
    gazetteer: str
    rules: str
    offset_unit: OffsetUnit
    degraded: tuple[str, ...]
    attribution: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    article: ReadArticle
    focus: Focus | None
    meta: Meta
    actors: tuple[Actor, ...] | None = None
    places: tuple[Place, ...] | None = None
    dates: tuple[Date, ...] | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """RFC 9457. `errors` by field."""

    type: str
    title: str
    status: int
    detail: str
    errors: dict[str, tuple[str, ...]] | None = None
    request_id: str | None = None


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """What a line of a batch was answered: an analysis, or the problem that kept it from one."""

    id: str | int | None
    analysis: Analysis | None
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    title: str | None
    language: str
    published_at: str | None
    published_at_source: PublicationSource
    characters: int
    text: str


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    id: str
    title: str | None
    language: str
    published_at: str | None
    characters: int


@dataclass(frozen=True, slots=True)
class ArticlePage:
    articles: tuple[ArticleSummary, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class FoundMeta:
    service: str
    gazetteer: str
    rules: str
    attribution: tuple[str, ...]
    degraded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundPlace:
    id: str
    name: str
    type: PlaceType
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    bbox: BoundingBox | None
    precision: Precision
    parents: tuple[PlaceRef, ...]
    population: int
    source: str


@dataclass(frozen=True, slots=True)
class NearbyPlace(FoundPlace):
    distance_km: float


@dataclass(frozen=True, slots=True)
class FullPlace(FoundPlace):
    names: tuple[str, ...]
    names_by_language: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PlaceList:
    places: tuple[FoundPlace, ...]
    meta: FoundMeta


@dataclass(frozen=True, slots=True)
class NearbyList:
    places: tuple[NearbyPlace, ...]
    meta: FoundMeta


@dataclass(frozen=True, slots=True)
class Office:
    title: str
    country: str | None
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class KnownActor:
    id: str
    name: str
    type: ActorType
    country: str | None
    wikidata: str | None
    aliases: tuple[str, ...]
    functions: tuple[Office, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Source:
    service: str
    gazetteer: str
    rules: str
    attribution: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorList:
    actors: tuple[KnownActor, ...]
    meta: Source


@dataclass(frozen=True, slots=True)
class Attribution:
    credit: str
    licence: str
    url: str


@dataclass(frozen=True, slots=True)
class Limits:
    max_characters: int
    max_html_characters: int


@dataclass(frozen=True, slots=True)
class Status:
    service: str
    model: str
    gazetteer: str
    rules: str
    languages: tuple[str, ...]
    limits: Limits
    attribution: tuple[Attribution, ...]
