"""The names of places in the caller's language: the parameter `lang`, or else `Accept-Language`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flask import Response, after_this_request, request

from service.domain.model import GazetteerEntry, PlaceType, TaggedName

_FRENCH = "fr"

TaggedNames = Callable[[str], tuple[TaggedName, ...]]


def wanted_languages(told: str | None) -> tuple[str, ...]:
    """ISO 639 codes, the one liked best first; `()` when the caller does not say."""
    after_this_request(_vary)
    if told:
        return (told,)
    accepted = sorted(request.accept_languages, key=lambda one: -one[1])
    codes = (language.partition("-")[0].lower() for language, quality in accepted if quality > 0)
    return tuple(dict.fromkeys(code for code in codes if code.isascii() and code.isalpha()))


def in_language(entry: GazetteerEntry, languages: tuple[str, ...], names: TaggedNames) -> GazetteerEntry:
    """The place, its parents and its division, each named in the first of the languages that has a name."""
    if not languages or languages[0] == _FRENCH:
        return entry
    parents = tuple(
        replace(parent, name=_name(parent.id, parent.name, languages, names)) for parent in entry.parents
    )
    renamed = {
        old.name: new.name
        for old, new in zip(entry.parents, parents, strict=True)
        if old.type is PlaceType.REGION
    }
    return replace(
        entry,
        name=_name(entry.id, entry.name, languages, names),
        parents=parents,
        admin1=renamed.get(entry.admin1 or "", entry.admin1),
    )


def by_language(names: tuple[TaggedName, ...]) -> dict[str, list[str]]:
    """The names under the codes of their languages, the usual one of each first."""
    found: dict[str, list[str]] = {}
    for one in names:
        if one.language is not None and one.name not in found.setdefault(one.language, []):
            found[one.language].append(one.name)
    return found


def _name(id: str, french: str, languages: tuple[str, ...], names: TaggedNames) -> str:
    """Its name in a language; the one that its source gives it where that has none; else the French one."""
    told: dict[str | None, str] = {}
    for one in names(id):
        told.setdefault(one.language, one.name)
    for language in languages:
        if language == _FRENCH:
            return french
        if language in told:
            return told[language]
    return told.get(None, french)


def _vary(response: Response) -> Response:
    response.vary.add("Accept-Language")
    return response
