"""Articles in any number for measuring: our samples, each time with other people, towns, days and figures.

The gold of the samples tells where people and towns stand. Names are drawn from made-up combinations and
from towns of the whole gazetteer's breadth, so that an archive of thousands, or one text of a megabyte, has
as many different names as the press has, which copies of twelve articles have not.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import Any

from bench.service import ROOT

_FIRST = (
    "Adèle Agathe Amina André Antoine Arthur Aurélie Bernard Boubacar Camille Carlos Cécile Chloé Claire "
    "Denis Diane Élodie Émile Fatima Félix Françoise Gabriel Georges Hélène Henri Idriss Inès Ivan "
    "Jacques Jeanne Jules Karim Laure Léa Louis Lucie Malik Manon Marc Mariam Nadia Nicolas Noémie Olga "
    "Oscar Paul Pauline Rachid René Rosa Sami Simone Sophie Tariq Thomas Valérie Victor Yasmine Yves Zoé"
).split()
_HEADS = (
    "Ar Bau Ber Bon Cam Cha Cor Dela Des Du Fau Fer Gar Gau Gi Gran Hu Jou La Le Lo Mar Mo Mu Par"
).split()
_TAILS = (
    "bert champ court dier douin dray gnier lier lin mont nard neau nier quin rand rel ron sard thier vel"
).split()
_TOWNS = (
    "Amiens Angers Annecy Antananarivo Auxerre Avignon Évreux Orléans Oslo Odessa Oran Aurillac Ankara "
    "Bamako Bayonne Beauvais Belfort Besançon Blois Bourges Brest Bruges Bucarest Caen Cahors Chartres "
    "Cologne Conakry Dijon Dresde Dublin Foix Fribourg Gap Gdansk Grenoble Guéret Kigali Laon Laval Liège "
    "Lille Limoges Lomé Mende Metz Milan Montauban Moulins Namur Nancy Nantes Naples Nevers Niort Pau "
    "Périgueux Poitiers Porto Prague Privas Quimper Reims Rennes Rodez Rouen Sarajevo Sofia Tarbes Toulon "
    "Tours Troyes Tulle Turin Valence Vannes Varsovie Vesoul Zagreb"
).split()
_VOWELS = frozenset("AEÉIOU")
_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b")
_FIGURE = re.compile(r"\b[2-9]\d\b(?! ?%)")
_TOWN_KM = 25.0  # how far off the gold lets the point of a town be, at most
_SPREAD = 12 * 365  # days over which articles are published
_FIRST_DAY = date(2010, 1, 1)


@dataclass(frozen=True, slots=True)
class Varied:
    """`published_at` is an ISO 8601 day."""

    id: str
    text: str
    title: str
    published_at: str


def articles(seed: int = 0) -> Iterator[Varied]:
    """Articles without end; the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    number = 0
    while True:
        sample, gold = chance.choice(_samples())
        day = _FIRST_DAY + timedelta(days=chance.randrange(_SPREAD))
        yield Varied(f"varied-{number:07}", _vary(sample["text"], gold, chance), sample["title"], str(day))
        number += 1


def text_of(characters: int, seed: int = 0) -> str:
    """One text of a length, as an archive of many articles in one file would be."""
    most = characters // 1000 + 1
    return "\n\n".join(article.text for article in islice(articles(seed), most))[:characters]


@cache
def _samples() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each sample with its gold."""
    golds = sorted((ROOT / "tests" / "gold").glob("*.json"))
    folder = ROOT / "service" / "data" / "articles"
    return [(_read(folder / path.name), _read(path)) for path in golds]


def _read(path: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def _vary(text: str, gold: dict[str, Any], chance: random.Random) -> str:
    spans = sorted(_people(gold, chance) | _towns(gold, chance))
    pieces, done = [], 0
    for start, end, name in spans:
        if start >= done:
            pieces += [text[done:start], name]
            done = end
    varied = "".join([*pieces, text[done:]])
    varied = _DAY.sub(lambda _: chance.choice(_DAYS), varied)
    return _FIGURE.sub(lambda _: str(chance.randrange(20, 100)), varied)


def _people(gold: dict[str, Any], chance: random.Random) -> set[tuple[int, int, str]]:
    """A new name for each person; who is named by one word has the surname."""
    people = [key for key, actor in gold["actor_table"].items() if actor["type"] == "person"]
    names = {
        key: (chance.choice(_FIRST), chance.choice(_HEADS) + chance.choice(_TAILS)) for key in sorted(people)
    }
    return {
        (mention["start"], mention["end"], " ".join(names[mention["actor"]][" " not in mention["text"] :]))
        for mention in gold["actors"]
        if mention["kind"] == "named" and mention["actor"] in names
    }


def _towns(gold: dict[str, Any], chance: random.Random) -> set[tuple[int, int, str]]:
    """A new town for each; one that is written behind an elided article begins with a vowel too."""
    reach = {key: place["tolerance_km"] for key, place in gold["place_table"].items()}
    named = [one for one in gold["places"] if reach[one["place"]] <= _TOWN_KM and " " not in one["text"]]
    towns = {
        (key, vowel): chance.choice([town for town in _TOWNS if (town[0] in _VOWELS) == vowel])
        for key in sorted({one["place"] for one in named})
        for vowel in (False, True)
    }
    return {(one["start"], one["end"], towns[one["place"], one["text"][0] in _VOWELS]) for one in named}
