"""Countries as the press speaks of them: adjectives, inhabitants, the places that stand for their power."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from service.domain.text import Word, fold


@dataclass(frozen=True, slots=True)
class Nation:
    """`country` is ISO 3166-1 alpha-2 (or `XK`), `name` its usual French name without article.

    `adjectives` are all forms in lower case (*russe*, *russes*); `inhabitants` the capitalised nouns
    (*Russe*, *Russes*); `capital` and `place` are ids of the gazetteer.
    """

    country: str
    name: str
    place: str
    capital: str | None
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A place by whose name a power is called: *le Kremlin*, *Bruxelles*.

    `actor` is the id of the known actor that it stands for; `None` means the government of `country`.
    """

    place: str
    country: str | None
    actor: str | None = None


class Nations:
    """Look-ups over the table of nations. Words are compared folded."""

    def __init__(self, nations: Iterable[Nation], seats: Iterable[Seat] = ()) -> None:
        self._by_country = {nation.country: nation for nation in nations}
        self._by_name = {fold(nation.name): nation.country for nation in self._by_country.values()}
        self._by_adjective: dict[str, str] = {}
        self._by_inhabitants: dict[str, str] = {}
        self._seats: dict[str, Seat] = {}
        for nation in self._by_country.values():
            for adjective in nation.adjectives:
                self._by_adjective.setdefault(fold(adjective), nation.country)
            for inhabitant in nation.inhabitants:
                self._by_inhabitants.setdefault(fold(inhabitant), nation.country)
            for place in filter(None, (nation.place, nation.capital)):
                self._seats[place] = Seat(place, nation.country)
        self._seats.update((seat.place, seat) for seat in seats)

    def get(self, country: str) -> Nation | None:
        return self._by_country.get(country)

    def of_name(self, folded: str) -> str | None:
        """The country of a folded usual French name: *russie*, *etats unis*."""
        return self._by_name.get(folded)

    def of_adjective(self, folded: str) -> str | None:
        """The country of a folded adjective in any form: *russe*, *syriennes*."""
        return self._by_adjective.get(folded)

    def of_inhabitants(self, folded: str) -> str | None:
        """The country of a folded noun of inhabitants: *russes*, *americain*."""
        return self._by_inhabitants.get(folded)

    def spoken_of(self, words: Iterable[Word]) -> Counter[str]:
        """How often each country is spoken of by its adjectives and its people."""
        adjective, people = self._by_adjective, self._by_inhabitants
        spoken: Counter[str] = Counter()
        for word in words:
            country = (people if word.capitalised else adjective).get(word.folded)
            if country:
                spoken[country] += 1
        return spoken

    def seat(self, place: str) -> Seat | None:
        """The power that a country, a capital or a seat (id of the gazetteer) can stand for."""
        return self._seats.get(place)
