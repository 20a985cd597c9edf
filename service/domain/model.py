"""The values that Gazette speaks of. Frozen, without I/O; `None` is unknown, `()` is none found.

Long because it is the one vocabulary of all rooms, in the order of the story: names, dates, places, actors.
Offsets are half-open and count Unicode code points of the text exactly as received.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Mention(Span):
    """A span that refers to something, with its text."""

    text: str


# --------------------------------------------------------------------------- what a recogniser proposes


class Label(StrEnum):
    """What a recogniser takes a name for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Name(Mention):
    """A proper name in the text, and what it is taken for."""

    label: Label


# --------------------------------------------------------------------------- dates


class DateType(StrEnum):
    """TIMEX3 `type`."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Modifier(StrEnum):
    """TIMEX3 `mod`."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"


class Relation(StrEnum):
    """How the event lies to the value: *depuis 2012* is `2012` with `since`."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A normalised time expression (TIMEX3 value syntax, and `A/B` for an interval of days).

    `begin` and `end` are the first and last day that the value covers, inclusive; `None` for
    durations, sets and whatever cannot be put on a calendar.
    """

    type: DateType
    value: str | None
    mod: Modifier | None = None
    relation: Relation | None = None
    quant: str | None = None
    freq: str | None = None
    begin: date | None = None
    end: date | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """One time expression as it stands in the text, and its value."""

    value: TimeValue


@dataclass(frozen=True, slots=True)
class Date:
    """All mentions of one time value."""

    value: TimeValue
    mentions: tuple[Mention, ...]


# --------------------------------------------------------------------------- places


class PlaceType(StrEnum):
    """Kind of a place, ours; GeoNames feature codes are mapped to it by the importer."""

    CONTINENT = "continent"
    SUPRAREGION = "supraregion"  # a region of several countries: Moyen-Orient, Sahel
    COUNTRY = "country"
    TERRITORY = "territory"  # contested or dependent: Cisjordanie, Guadeloupe
    REGION = "region"  # first-level division (ADM1)
    DEPARTMENT = "department"  # second-level division (ADM2)
    AREA = "area"  # a traditional region within a country: Donbass, Cévennes
    CITY = "city"  # any populated place
    DISTRICT = "district"  # a neighbourhood of a city
    PART = "part"  # est d'Alep, nord de l'Irak
    STREET = "street"
    BUILDING = "building"
    AIRPORT = "airport"
    CAMP = "camp"
    SEA = "sea"
    RIVER = "river"
    LAKE = "lake"
    STRAIT = "strait"
    MOUNTAIN = "mountain"
    ISLAND = "island"
    PENINSULA = "peninsula"
    DESERT = "desert"


class Precision(StrEnum):
    """What the point of a place stands for."""

    EXACT = "exact"
    DISTRICT = "district"
    PART = "part"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    CONTINENT = "continent"
    WATER = "water"
    TERRAIN = "terrain"


class Usage(StrEnum):
    """Whether a place name means the place, or the power that sits there."""

    LITERAL = "literal"
    METONYMIC = "metonymic"


@dataclass(frozen=True, slots=True)
class Point:
    """WGS84 degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class BoundingBox:
    """WGS84 degrees; `west > east` when it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place named in passing: a parent, say."""

    id: str
    name: str
    type: PlaceType


class Match(StrEnum):
    """How the name asked for met the names of a place, the best first."""

    NAME = "name"  # its own name, its French name, or a spelling that was reviewed
    ALTERNATE = "alternate"  # any other name that some source gives it, in whatever language
    PREFIX = "prefix"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place of a gazetteer. `id` is stable and typed: `geonames:170063`, `gazette:alep-sakhour`.

    `country` is ISO 3166-1 alpha-2, plus `XK`; `admin1` the name of the first-level division;
    `population` in inhabitants, 0 when unknown; `parents` from the nearest outwards;
    `names` are the spellings it is found by, as written, without duplicates, reviewed ones first.
    `matched` tells how a look-up by name found it; no part of the place itself, so not compared.
    """

    id: str
    name: str
    type: PlaceType
    country: str | None
    point: Point | None
    precision: Precision
    admin1: str | None = None
    bbox: BoundingBox | None = None
    population: int = 0
    parents: tuple[PlaceRef, ...] = ()
    names: tuple[str, ...] = ()
    source: str = ""
    matched: Match | None = field(default=None, compare=False)

    @property
    def latitude(self) -> float | None:
        """Degrees north, `None` when the place is not located."""
        return self.point.latitude if self.point else None

    @property
    def longitude(self) -> float | None:
        """Degrees east, `None` when the place is not located."""
        return self.point.longitude if self.point else None


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name of a place in a language (ISO 639), `None` for the name that its source gives it."""

    name: str
    language: str | None


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A reading of a place name, with its probability (0-1) among the readings."""

    entry: GazetteerEntry
    score: float


@dataclass(frozen=True, slots=True, order=True)
class PlaceMention(Mention):
    usage: Usage


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the article. A place without a point is found but not located.

    `confidence`: probability that the point lies within 161 km of the right one, and that it is a
    place at all.
    """

    entry: GazetteerEntry
    confidence: float
    mentions: tuple[PlaceMention, ...]
    candidates: tuple[PlaceCandidate, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Focus:
    """What the article is about; each `None` when nothing stands out."""

    country: str | None
    place: PlaceRef | None


# --------------------------------------------------------------------------- actors


class ActorType(StrEnum):
    PERSON = "person"
    GOVERNMENT = "government"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    IGO = "igo"
    MEDIA = "media"
    COMPANY = "company"
    ORGANISATION = "organisation"


class MentionKind(StrEnum):
    """How an actor is mentioned: by its name, by a place that stands for it, by a description."""

    NAMED = "named"
    METONYM = "metonym"
    NOMINAL = "nominal"


@dataclass(frozen=True, slots=True)
class Office:
    """A function held, with its period. `since`/`until` are days, `None` when not known for certain.

    `role` is a key of ours (`head_of_state`, `head_of_government`, `foreign_minister`, …) by which
    descriptions find the holder; `None` when no description is meant to.
    """

    title: str
    country: str | None = None
    role: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One actor of the fact file. `source` names where it was checked, or is `unverified`."""

    id: str
    name: str
    type: ActorType
    country: str | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    source: str = "unverified"


@dataclass(frozen=True, slots=True)
class ActorCandidate:
    id: str
    name: str
    score: float


@dataclass(frozen=True, slots=True, order=True)
class ActorMention(Mention):
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the article; `id` is `text:<folded name>` outside the fact file.

    `confidence`: probability that it is an actor of that type.
    """

    id: str
    name: str
    type: ActorType
    country: str | None
    function: str | None
    wikidata: str | None
    confidence: float
    mentions: tuple[ActorMention, ...]
    candidates: tuple[ActorCandidate, ...] = ()
    reasons: tuple[str, ...] = ()


# --------------------------------------------------------------------------- articles and their analysis


class ZoneKind(StrEnum):
    MENU = "menu"
    ADVERT = "advert"
    SHARE = "share"
    RELATED = "related"
    COPYRIGHT = "copyright"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True, order=True)
class Zone(Span):
    """A stretch of page boilerplate."""

    kind: ZoneKind


class LanguageSource(StrEnum):
    REQUEST = "request"
    DETECTED = "detected"
    ASSUMED = "assumed"


class PublicationSource(StrEnum):
    REQUEST = "request"
    STORE = "store"
    METADATA = "metadata"
    TEXT = "text"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, how that is known, and the fair readings when it is open."""

    at: date | datetime | None
    source: PublicationSource
    candidates: tuple[date, ...] = ()

    @property
    def day(self) -> date | None:
        return self.at.date() if isinstance(self.at, datetime) else self.at


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it came in. `text` is never edited; `title` is context only."""

    text: str
    language: str = "fr"
    language_source: LanguageSource = LanguageSource.REQUEST
    id: str | None = None
    title: str | None = None
    published: Publication = Publication(None, PublicationSource.NONE)


@dataclass(frozen=True, slots=True)
class Hints:
    """Where the article is expected to be about: a bias, never a filter."""

    countries: tuple[str, ...] = ()
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """How an article is to be analysed; `candidates` is the number of alternatives, 0-10."""

    include: frozenset[str] = frozenset({"actors", "places", "dates"})
    keep_boilerplate: bool = False
    candidates: int = 0
    explain: bool = False
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True, slots=True)
class AnalyzeRequest:
    """What a caller asks to have read: exactly one of `text`, `html` and `article_id` is given.

    `language` is ISO 639-1, `None` to have it detected; `published_at` a day, or a moment with its zone.
    """

    text: str | None = None
    html: str | None = None
    article_id: str | None = None
    title: str | None = None
    published_at: date | datetime | None = None
    language: str | None = None
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an article may be, in code points: as text, and as a page before its text is taken out."""

    max_characters: int = 100_000
    max_html_characters: int = 2_000_000


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer. `degraded` names the parts that could not be asked."""

    article: Article
    zones: tuple[Zone, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    dates: tuple[Date, ...]
    focus: Focus
    degraded: tuple[str, ...] = ()
