"""The book of known actors, in memory, read from the tables of `service/data`.

Governments and armed forces need no rows: every nation has `gazette:gov-ru` (*Russie*) and `gazette:mil-ru`
(*Armée russe*), unless a row of that id says more. They are found by id and by search; `lookup` leaves those
without a row out, since a country's name in a text is a place until the words around it say otherwise.

Roles, the keys by which a description finds the holder of an office, are those of `actor_roles.ROLES`.
An office of an organisation has no country.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from service.adapters.actor_facts import read_actors, read_merged
from service.adapters.actor_names import ARTICLES, keys_of, names_of, spelt, without_article
from service.adapters.actor_roles import prominence
from service.adapters.fact_rows import digest
from service.adapters.nations import read_nations
from service.domain.model import ActorType, KnownActor, Office
from service.domain.nations import Nation
from service.domain.text import fold
from service.errors import Merged, NotFound

_TABLES = ("actors.csv", "offices.csv", "merged_actors.csv", "nations.csv")
# Territories of another state: they have a government of their own, but no army.
_WITHOUT_ARMY = frozenset(
    "AI AS AW AX BL BM BQ CC CK CW CX FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS NC NF NU PF "
    "PM PN PR RE SH SJ SX TC TF TK VG VI WF YT".split()
)
_REMEMBERED = 20_000  # look-ups by name; the book never changes
_fold = fold.__wrapped__  # a whole book would push out what the cache holds of the text at hand


class CsvActorBook:
    """`ActorBook` over rows. An office counts from its first day to the day before its last, on which the
    successor is the holder; one without a start or an end is open there."""

    def __init__(
        self, actors: Iterable[KnownActor], nations: Iterable[Nation], merged: Mapping[str, str], version: str
    ) -> None:
        self._version = version
        self._merged = merged
        self._by_id: dict[str, KnownActor] = {}
        self._by_name: dict[str, list[KnownActor]] = defaultdict(list)
        self._by_bare_name: dict[str, list[KnownActor]] = defaultdict(list)
        self._by_office: dict[tuple[str, str | None], list[tuple[Office, KnownActor]]] = defaultdict(list)
        self._by_surname: dict[str, list[KnownActor]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._lookup)
        for actor in actors:
            self._add(actor)
        self._powers = {
            power.id: power for nation in nations for power in powers(nation) if power.id not in self._by_id
        }
        self._power_names = [(_fold(power.name), power.id) for power in self._powers.values()]

    @property
    def version(self) -> str:
        return self._version

    def lookup(self, name: str) -> tuple[KnownActor, ...]:
        """Also without a leading article on either side; a name spelt with its article comes first.

        A proper word with a capital in every spelling needs one in the text too: *L'équipe* is no newspaper.
        """
        return self._remembered(name)

    def _lookup(self, name: str) -> tuple[KnownActor, ...]:
        key = fold(name)
        bare = without_article(key)
        found = self._by_name.get(key) or self._by_name.get(bare) or self._by_bare_name.get(bare) or ()
        return tuple(actor for actor in found if any(spelt(known, name) for known in names_of(actor)))

    def longest_name(self, first_word: str) -> int:
        return self._longest.get(first_word, 0)

    def by_surname(self, word: str) -> tuple[KnownActor, ...]:
        return tuple(self._by_surname.get(word, ()))

    def search(self, q: str, limit: int = 10, offset: int = 0) -> tuple[KnownActor, ...]:
        key = fold(q)
        ranked = sorted(self._ranked(key)) if key else []
        ids = list(dict.fromkeys(found for *_, found in ranked))
        return tuple(self.get(found) for found in ids[offset : offset + limit])

    def get(self, id: str) -> KnownActor:
        if actor := self._by_id.get(id) or self._powers.get(id):
            return actor
        if id in self._merged:
            raise Merged("actor", id, self._merged[id])
        raise NotFound("actor", id)

    def holders(self, role: str, country: str, day: date | None) -> tuple[KnownActor, ...]:
        """The latest first. `country` is empty for an office of no country."""
        held = self._by_office.get((role, country or None), ())
        latest = sorted(
            ((office, actor) for office, actor in held if day is None or _in_office(office, day)),
            key=lambda pair: pair[0].since or date.min,
            reverse=True,
        )
        return tuple({actor.id: actor for _, actor in latest}.values())

    def _add(self, actor: KnownActor) -> None:
        self._by_id[actor.id] = actor
        for key in keys_of(actor):
            self._by_name[key].append(actor)
            self._note_length(key)
            if key.startswith(ARTICLES):
                bare = without_article(key)
                self._by_bare_name[bare].append(actor)
                self._note_length(bare)
        if actor.type is ActorType.PERSON and " " in actor.name:
            self._by_surname[_fold(actor.name).rpartition(" ")[2]].append(actor)
        for office in actor.offices:
            if office.role:
                self._by_office[office.role, office.country].append((office, actor))

    def _note_length(self, key: str) -> None:
        first, words = key.partition(" ")[0], key.count(" ") + 1
        if words > self._longest.get(first, 0):
            self._longest[first] = words

    def _ranked(self, key: str) -> Iterator[tuple[int, int, str, str]]:
        """Rank (0 exact, 1 prefix, 2 word), prominence (the less the better), name and id of what a folded
        query finds; linear in the book."""
        for name, actors in self._by_name.items():
            if (rank := _rank(name, key)) is not None:
                yield from ((rank, -prominence(actor), name, actor.id) for actor in actors)
        for name, power in self._power_names:
            if (rank := _rank(name, key)) is not None:
                yield rank, 0, name, power


def load_actor_book(folder: Path) -> CsvActorBook:
    """The book of a folder of tables. Raises `DamagedData`."""
    return CsvActorBook(
        read_actors(folder),
        read_nations(folder / "nations.csv"),
        read_merged(folder),
        f"actors {digest(folder / table for table in _TABLES)}",
    )


def powers(nation: Nation) -> tuple[KnownActor, ...]:
    """The government of a nation and, unless it is a territory of another, its armed forces."""
    code = nation.country.lower()
    government = KnownActor(
        f"gazette:gov-{code}", nation.name, ActorType.GOVERNMENT, nation.country, source="nations.csv"
    )
    if nation.country in _WITHOUT_ARMY:
        return (government,)
    feminine = next((form for form in nation.adjectives if _fold(form).endswith("e")), "")
    army = f"Armée {feminine}" if feminine else f"Armée ({nation.name})"
    return (
        government,
        KnownActor(f"gazette:mil-{code}", army, ActorType.MILITARY, nation.country, source="nations.csv"),
    )


def _rank(name: str, key: str) -> int | None:
    if name == key:
        return 0
    if name.startswith(key) or without_article(name).startswith(key):
        return 1
    return 2 if f" {key}" in name else None


def _in_office(office: Office, day: date) -> bool:
    return (office.since is None or office.since <= day) and (office.until is None or day < office.until)
