"""What resolution gets right, what each of its features earns, and whether confidence is true.

`python -m bench.places [--shared ../shared]`: the share of the marked places whose point is right, on
articles and passages of our own and, where it lies there, on `data/geo_dev.jsonl` (evaluation only); the same
with each feature left out; and how often answers of each tenth of confidence are right.
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from geopy.distance import great_circle

from bench import place_gold
from bench.place_gold import Expected, Marked
from service.app import choose_parts
from service.domain.analysis import analyze
from service.domain.model import Article, Name, Options, Place, PlaceMention, Publication, PublicationSource
from service.domain.places import (
    candidates,
    capitals,
    containment,
    evidence,
    neighbours,
    resolution,
    verdict,
    weighing,
)
from service.domain.ports import Parts, Recognizer
from service.settings import from_environment

_NEAR_KM = 161.0
_TENTHS = 10
_SURE = 0.7  # confidence from which an answer is said to be sure

_Patch = tuple[ModuleType, str, object]
# Each feature, and what to set in its stead to leave it out.
FEATURES: dict[str, tuple[_Patch, ...]] = {
    "renown of the place": ((weighing, "PER_DECADE", 0.0),),
    "capitals and towns of a million": (
        (weighing, "CAPITAL", 0.0),
        (weighing, "_HEAD", 0.0),
        (weighing, "_WORLDWIDE", 0.0),
    ),
    "how the name is matched": ((weighing, "_MATCH", defaultdict(lambda: (0.0, ""))),),
    "countries of the readers": ((weighing, "_HOME", {}),),
    "kind called for by a noun": ((weighing, "CUED", 0.0), (weighing, "MISCUED", 0.0)),
    "prepositions and articles": (
        (weighing, "_FITS", 0.0),
        (weighing, "_UNFIT", 0.0),
        (weighing, "_TOWN_WITH_ARTICLE", 0.0),
        (weighing, "_COUNTRY_AFTER_A", 0.0),
    ),
    "parents told beside the name": ((containment, "TOLD_PARENT", 0.0), (containment, "_OTHER_PARENT", 0.0)),
    "countries the text speaks of": ((evidence, "_COUNTRY", 0.0),),
    "places near by": ((neighbours, "NEARNESS", 0.0), (neighbours, "AMID", 0.0)),
    "one reading in a document": ((resolution, "agree", lambda _, ranked: ranked),),
    "quarters only with their city": ((resolution, "needs_city", lambda *_: False),),
    "capitals told in one breath": ((capitals, "_AMONG", 0.0),),
    "town before its namesake division": ((candidates, "_NAMESAKE", 0.0),),
    "misspelt names": ((candidates, "_misspelt", lambda *_: []),),
    "sites at the town told for them": ((verdict, "_in_told_town", lambda *_: None),),
    "second look at the document": ((resolution, "_ROUNDS", 1),),
}


@dataclass(frozen=True, slots=True)
class _Remembering:
    """A recogniser that reads each text once: features of resolution change nothing in it."""

    recognizer: Recognizer
    read: dict[str, tuple[Name, ...]]

    @property
    def version(self) -> str:
        return self.recognizer.version

    def recognize(self, text: str) -> tuple[Name, ...]:
        if text not in self.read:
            self.read[text] = self.recognizer.recognize(text)
        return self.read[text]


_Mentioned = list[tuple[PlaceMention, Place]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, help="folder with data/geo_dev.jsonl")
    shared = parser.parse_args().shared
    parts = _parts()
    sets = {
        "articles": tuple(place_gold.articles()),
        "samples": tuple(place_gold.samples()),
        "passages": tuple(place_gold.passages()),
    }
    newspapers = shared / "data" / "geo_dev.jsonl" if shared else None
    if newspapers is not None and newspapers.exists():
        sets["geo_dev"] = tuple(place_gold.newspapers(newspapers))
    print(f"| {'feature left out':34} |" + "".join(f" {name:>8} |" for name in sets))
    print(f"|{'---|' * (len(sets) + 1)}")
    _print_row("none", sets, parts)
    for feature, patches in FEATURES.items():
        with ExitStack() as stack:
            for module, name, value in patches:
                stack.enter_context(patch.object(module, name, value))
            _print_row(feature, sets, parts)
    for name, marked in sets.items():
        _print_reliability(name, marked, parts)


def _parts() -> Parts:
    """The parts of the service; no article is stored."""
    parts = choose_parts(from_environment({**os.environ, "ARTICLES_URL": "sqlite://"}))
    return replace(parts, recognizer=_Remembering(parts.recognizer, {}))


def _print_row(title: str, sets: Mapping[str, Sequence[Marked]], parts: Parts) -> None:
    shares = (located(marked, parts) for marked in sets.values())
    print(f"| {title:34} |" + "".join(f" {share:8.3f} |" for share in shares), flush=True)


def located(marked: Iterable[Marked], parts: Parts) -> float:
    """The share of all marked places that are found and have their point within the tolerance."""
    right = total = 0
    for article in marked:
        mentioned = _mentioned(article, parts)
        total += len(article.expected)
        right += sum(_is_right(_at(expected, mentioned), expected) for expected in article.expected)
    return right / total


def _print_reliability(title: str, marked: Iterable[Marked], parts: Parts) -> None:
    """Of the answers with a point, in each tenth of confidence: how many, how sure, and how many right.

    Right is within 161 km. A place that is not marked counts as wrong where all places are marked, and not at
    all elsewhere.
    """
    found: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for article in marked:
        for mention, place in _mentioned(article, parts):
            if place.entry.point is None:
                continue
            expected = next((one for one in article.expected if _overlap(one, mention)), None)
            if expected is not None or article.complete:
                near = expected is not None and _distance_km(place, expected) <= max(
                    _NEAR_KM, expected.tolerance_km
                )
                tenth = min(_TENTHS - 1, int(place.confidence * _TENTHS))
                found[tenth].append((place.confidence, near))
    print(f"\n{title}\n| confidence | answers | mean confidence | right |\n|---|---|---|---|")
    for tenth, answers in sorted(found.items()):
        sure = sum(confidence for confidence, _ in answers) / len(answers)
        right = sum(near for _, near in answers) / len(answers)
        print(f"| {tenth / 10:.1f}–{(tenth + 1) / 10:.1f} | {len(answers)} | {sure:.2f} | {right:.2f} |")
    sure_ones = [near for answers in found.values() for confidence, near in answers if confidence >= _SURE]
    print(f"confidence ≥ {_SURE}: {sum(sure_ones)} of {len(sure_ones)} right")


def _mentioned(article: Marked, parts: Parts) -> _Mentioned:
    source = PublicationSource.REQUEST if article.day else PublicationSource.NONE
    read = Article(article.text, published=Publication(article.day, source))
    places = analyze(read, Options(keep_boilerplate=not article.complete), parts).places
    return [(mention, place) for place in places for mention in place.mentions]


def _at(expected: Expected, mentioned: _Mentioned) -> Place | None:
    return next((place for mention, place in mentioned if _overlap(expected, mention)), None)


def _overlap(expected: Expected, mention: PlaceMention) -> bool:
    return mention.start < expected.end and expected.start < mention.end


def _is_right(place: Place | None, expected: Expected) -> bool:
    return place is not None and _distance_km(place, expected) <= expected.tolerance_km


def _distance_km(place: Place, expected: Expected) -> float:
    point = place.entry.point
    if point is None:
        return float("inf")
    there = (expected.latitude, expected.longitude)
    return float(great_circle((point.latitude, point.longitude), there).km)


if __name__ == "__main__":
    main()
