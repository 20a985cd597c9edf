"""An analysis for somebody at a terminal: the text with its marks, then who, where and when, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from service.cli.looks import ACTOR, DATE, DOUBTFUL, PLACE, SOFT, degrees, percent, plain, table

_LONGEST_SHOWN = 1_200  # characters: a text that leaves room for its tables
_POWER = "underline"  # how a mention of a place that stands for a power looks


def analysis(answer: dict[str, Any]) -> RenderableType:
    """Everything that an answer tells, `article.text` in it."""
    parts: list[RenderableType] = [_head(answer)]
    if len(answer["article"]["text"]) <= _LONGEST_SHOWN:
        parts.append(_text(answer))
    parts += [
        made(answer[name])
        for name, made in (("actors", _actors), ("places", _places), ("dates", _dates))
        if name in answer
    ]
    parts += _reasons(answer)
    parts.append(_foot(answer))
    return Group(*(Padding(part, (0, 0, 1, 1)) for part in parts))


def _head(answer: dict[str, Any]) -> Text:
    article, focus = answer["article"], answer.get("focus") or {}
    source = {"request": "as you say", "text": "as the text says", "none": ""}.get(
        article["published_at_source"], article["published_at_source"]
    )
    day = f"{article['published_at']} ({source})" if article["published_at"] else "day of publication unknown"
    about = ", ".join(told for told in ((focus.get("place") or {}).get("name"), focus.get("country")) if told)
    told = [f"{article['characters']:,} characters", article["language"], day]
    return plain(" · ".join([*told, f"about {about}"] if about else told), SOFT)


def _text(answer: dict[str, Any]) -> Text:
    """The text with the colours of what was found in it; a power that a place stands for is underlined."""
    shown = plain(answer["article"]["text"])
    for zone in answer["article"]["boilerplate"]:
        shown.stylize(SOFT, zone["start"], zone["end"])
    for name, colour in (("dates", DATE), ("places", PLACE), ("actors", ACTOR)):
        for found in answer.get(name, ()):
            for mention in found["mentions"]:
                power = f" {_POWER}" if mention.get("kind") == "metonym" else ""
                shown.stylize(colour + power, mention["start"], mention["end"])
    shown.rstrip()
    return shown


def _actors(actors: list[dict[str, Any]]) -> RenderableType:
    if not actors:
        return _none("Who", ACTOR)
    made = table("Who", ACTOR, "actor", "kind", "of", "sure", "in the text as")
    for actor in actors:
        name = plain(actor["name"], "bold")
        if actor["function"]:
            name.append_text(plain(f"\n{actor['function']}", f"not bold {SOFT}"))
        kind = plain(actor["type"].replace("_", " "))
        _row(made, name, kind, plain(actor["country"] or ""), actor, _mentions(actor["mentions"]))
    return made


def _places(places: list[dict[str, Any]]) -> RenderableType:
    if not places:
        return _none("Where", PLACE)
    made = table("Where", PLACE, "place", "kind", "at", "sure", "in the text as")
    for place in places:
        name = plain(place["name"], "bold")
        if around := ", ".join(parent["name"] for parent in place["parents"][:2]):
            name.append_text(plain(f"\n{around}", f"not bold {SOFT}"))
        where = degrees(place["latitude"], place["longitude"])
        _row(made, name, plain(_kind(place)), where, place, _mentions(place["mentions"]))
    return made


def _dates(dates: list[dict[str, Any]]) -> RenderableType:
    if not dates:
        return _none("When", DATE)
    made = table("When", DATE, "value", "kind", "from", "to", "in the text as")
    for found in dates:
        value = plain(found["value"] or "unknown", "bold" if found["value"] else DOUBTFUL)
        if modifier := " ".join(told for told in (found["relation"], found["mod"]) if told):
            value.append_text(plain(f"\n{modifier.lower().replace('_', ' ')}", f"not bold {SOFT}"))
        days = (_day(found["begin"]), _day(found["end"]) if found["end"] != found["begin"] else Text())
        made.add_row(value, found["type"].lower(), *days, _mentions(found["mentions"]))
    return made


def _row(made: Table, name: Text, kind: Text, where: Text, found: dict[str, Any], mentions: Text) -> None:
    made.add_row(name, kind, where, percent(found["confidence"]), mentions)
    for candidate in found["candidates"]:
        if candidate["id"] != found["id"]:
            told = plain(f"or {candidate['name']}", SOFT)
            made.add_row(
                told, "", plain(candidate.get("country") or "", SOFT), percent(candidate["score"]), ""
            )


def _kind(place: dict[str, Any]) -> str:
    """The kind, and what the point stands for where that is another."""
    kind, precision = place["type"], place["precision"]
    point_of_another = precision == "city" and kind in {"district", "street", "building", "airport", "camp"}
    return f"{kind}\nits city's point" if point_of_another and place["latitude"] is not None else str(kind)


def _mentions(mentions: Iterable[dict[str, Any]]) -> Text:
    """The wordings, each with its number, in the order in which they come."""
    counts = Counter((one["text"], one.get("usage") == "metonymic") for one in mentions)
    shown = Text()
    for (words, power), count in counts.items():
        shown.append_text(Text(", ") if shown else Text())
        shown.append_text(plain(words.replace("\n", " "), _POWER if power else ""))
        shown.append(f" ×{count}" if count > 1 else "", SOFT)
    return shown


def _day(told: str | None) -> Text:
    return plain(f"{date.fromisoformat(told):%a} {told}" if told else "", SOFT)


def _reasons(answer: dict[str, Any]) -> Iterator[RenderableType]:
    """Why each was read so, when that was asked for."""
    explained = [
        (found, colour)
        for name, colour in (("actors", ACTOR), ("places", PLACE))
        for found in answer.get(name, ())
        if found.get("reasons")
    ]
    if not explained:
        return
    made = table("Why", "default", "", "")
    made.show_header = False
    for found, colour in explained:
        made.add_row(plain(found["name"], colour), plain(" · ".join(found["reasons"]), SOFT))
    yield made


def _none(title: str, colour: str) -> Text:
    return Text.assemble((title, f"bold {colour}"), ("   none found", SOFT))


def _foot(answer: dict[str, Any]) -> Text:
    metonymic = any(
        one["usage"] == "metonymic" for place in answer.get("places", ()) for one in place["mentions"]
    )
    told = Text(style=SOFT)
    if metonymic:
        told.append("underlined", f"not dim {_POWER}")
        told.append(": a place that stands for its power\n")
    told.append_text(plain(answer["meta"]["attribution"][0].split(" http")[0]))
    told.append("; all credits are in the JSON, below meta.attribution")
    return told
