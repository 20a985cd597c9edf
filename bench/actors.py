"""Joining and metonymy of the running service on open data: `make score-actors DATA=…`.

Reads `popcorn_train.jsonl` (POPCORN, MIT; its last 120 reports, which the recogniser was not trained on) and
`metonymy_dev.jsonl` (HIPE-2020, CC BY-NC-SA 4.0: for evaluation only) from the folder that `--data` names.
"""

from __future__ import annotations

import argparse
import json
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.joining import Joined, Quality, b_cubed, unlike_pairs
from bench.metonymy import found, metonymic
from bench.service import running_service
from service.domain.text import fold

_KEPT_OUT_OF_TRAINING = 120  # reports at the end of the file
_CLASSES = frozenset({"PER", "ORG"})
_PRONOUNS = frozenset({"ce dernier", "cette derniere", "celui ci", "celle ci"})  # marked as named, are none
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the two files")
    parser.add_argument("--url", help="a running service; one is started when it is not given")
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"There is no folder {options.data}; say `make score-actors DATA=…`.")
    if options.url:
        _report(options.url.rstrip("/"), options.data)
        return
    with running_service() as service:
        _report(service.url, options.data)


def _report(url: str, data: Path) -> None:
    reports = _rows(data / "popcorn_train.jsonl")[-_KEPT_OUT_OF_TRAINING:]
    wanted = sum(len(named_mentions(report)) for report in reports)
    joined = [joined_mentions(report, _analyze(url, report["text"], "actors")) for report in reports]
    print(f"Joining, {len(reports)} reports, {wanted} named mentions of persons and organisations")
    print(f"  coverage       {sum(map(len, joined)) / max(1, wanted):.3f}")
    print(f"  B³             {_told(b_cubed(joined))}")
    print(f"  unlike pairs   {_told(unlike_pairs(joined))}")
    rows = _rows(data / "metonymy_dev.jsonl")
    readings = [pair for row in rows for pair in usages(row, _analyze(url, row["text"], "places"))]
    print(f"Metonymy, {len(rows)} texts, {len(readings)} names of countries")
    print(f"  found          {found(readings):.3f}")
    print(f"  metonymic      {_told(metonymic(readings))}")


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _told(quality: Quality) -> str:
    return f"F1 {quality.f1:.3f}  precision {quality.precision:.3f}  recall {quality.recall:.3f}"


def _analyze(url: str, text: str, include: str) -> list[Row]:
    body = json.dumps({"text": text, "language": "fr", "boilerplate": "include", "include": [include]})
    request = urllib.request.Request(  # noqa: S310 (the service that the caller named)
        f"{url}/v1/analyze", body.encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=120) as response:  # noqa: S310
        answer: list[Row] = json.load(response)[include]
    return answer


def named_mentions(report: Row) -> list[tuple[int, Row]]:
    """The named mentions of persons and organisations of a report, each with the number of its actor.

    Of mentions that overlap the longest is kept.
    """
    mentions = [
        (number, mention)
        for number, actor in enumerate(report["actors"])
        if actor["class"] in _CLASSES
        for mention in actor["mentions"]
        if mention["named"] and fold(mention["text"]) not in _PRONOUNS
    ]
    kept: list[tuple[int, Row]] = []
    for number, mention in sorted(mentions, key=lambda pair: pair[1]["start"] - pair[1]["end"]):
        if not any(_overlap(mention, other) for _, other in kept):
            kept.append((number, mention))
    return kept


def joined_mentions(report: Row, actors: list[Row]) -> list[Joined]:
    """The named mentions that an answer has: by the same span, else by the first that overlaps."""
    return list(_joined(report, actors))


def _joined(report: Row, actors: list[Row]) -> Iterator[Joined]:
    answered = [(number, mention) for number, actor in enumerate(actors) for mention in actor["mentions"]]
    for gold, mention in named_mentions(report):
        over = [(number, other) for number, other in answered if _overlap(mention, other)]
        same = [number for number, other in over if _span(other) == _span(mention)]
        numbers = same or [number for number, _ in over]
        if numbers:
            yield Joined(fold(mention["text"]), gold, numbers[0])


def usages(row: Row, places: list[Row]) -> Iterator[tuple[bool, bool | None]]:
    """Whether each name of a country is metonymic: in the gold, in the answer."""
    answered = [mention for place in places for mention in place["mentions"]]
    for gold in row["mentions"]:
        over = [mention for mention in answered if _overlap(gold, mention)]
        yield gold["label"] == "metonymic", over[0]["usage"] == "metonymic" if over else None


def _span(mention: Row) -> tuple[int, int]:
    return mention["start"], mention["end"]


def _overlap(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


if __name__ == "__main__":
    main()
