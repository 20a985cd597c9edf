"""Finds institutions and means of force: *l'armée syrienne*, *forces de Damas*, *police castraise*.

A noun makes a nominal only when it is a noun of power (`french.py`) and is followed by an adjective of
nationality, by *de* and a place that stands for a power, or by *de* and a person whose power it is.

Long, because all that may follow the noun is read by one walk over the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from service.domain.actors import french
from service.domain.actors.nominal import Nominal, Power
from service.domain.actors.phrases import Phrases, phrase_set
from service.domain.actors.scene import EUROPE, Scene, stands_for
from service.domain.model import PlaceType, Span
from service.domain.text import fold

_HEADS: Phrases[Power] = Phrases(
    {
        **dict.fromkeys(french.INSTITUTION, Power.INSTITUTION),
        **dict.fromkeys(french.MEDIA, Power.MEDIA),
        **dict.fromkeys(french.ARMED_GROUP, Power.ARMED_GROUP),
        **dict.fromkeys(french.GOVERNMENT, Power.GOVERNMENT),
        **dict.fromkeys(french.MILITARY, Power.MILITARY),
    }
)
_BEFORE = phrase_set(french.BEFORE_NATION)
_AFTER = phrase_set(french.AFTER_NATION)
_TOWN_ADJECTIVE = 6  # letters of the shortest adjective taken for a town's: *nimoise*
_REGIONAL = {Power.MILITARY: Power.ARMED_GROUP, Power.GOVERNMENT: Power.REGIONAL}
# Bodies whose nominal is only the description of a name that follows it.
_NAMED_BEHIND = frozenset({Power.MEDIA, Power.INSTITUTION, Power.ARMED_GROUP})
_CITIES = frozenset(
    {PlaceType.CITY, PlaceType.DISTRICT, PlaceType.REGION, PlaceType.DEPARTMENT, PlaceType.AREA}
)


def find_institutions(scene: Scene) -> Iterator[Nominal]:
    end = 0
    for here in _HEADS.starts(scene.words):
        found = _HEADS.at(scene.words, here) if here >= end else None
        if found:
            end = here + found[0]
            if nominal := _institution(scene, here, *found):
                yield nominal


def _institution(scene: Scene, first: int, length: int, power: Power) -> Nominal | None:
    head = " ".join(scene.folded(first + offset) for offset in range(length))
    if scene.folded(first - 1) in {"de", "d"} and not scene.folded(first).endswith("s"):
        return None  # *un officier de police français*: the officer is French
    if head == "opposition" and scene.folded(first - 2) in french.DESPITE:
        return None  # *malgré l'opposition de Bagdad*: an act, no body
    start, here = first + length, _before_nation(scene, first + length)
    if head == "ministere":
        here = _portfolio_end(scene, here)
    end, countries = _nationalities(scene, here)
    if countries and (countries[0] != EUROPE or power is Power.GOVERNMENT):
        if head == "ministere":
            end = _portfolio_end(scene, end)
        if power in _NAMED_BEHIND and end < len(scene.words) and scene.words[end].start in scene.names:
            return None  # *le quotidien suisse Le Temps*
        return _nominal(scene, first, _AFTER.skip(scene.words, end), power, countries[0], head, "nationality")
    if head == "ministere" and here > start:
        found = _nominal(scene, first, here, power, None, head, "portfolio")
        return replace(found, place=fold(found.text)) if found else None
    return (
        _of_region(scene, first, here, power, head)
        or _of_town(scene, first, here, power, head)
        or _of_place(scene, first, here, power, head)
        or _of_person(scene, first, here, power, head)
        or _bare(scene, first, start, power, head)
    )


def _before_nation(scene: Scene, here: int) -> int:
    """Past *aériennes*, *de sécurité*; not past an adjective of nationality that is such a word as well."""
    while (found := _BEFORE.at(scene.words, here)) and not scene.nationality(here):
        here += found[0]
    return here


def _nationalities(scene: Scene, here: int) -> tuple[int, list[str]]:
    """The word after *syrienne, russe ou américaine*, and the countries."""
    countries: list[str] = []
    end = here
    while (found := scene.allegiance(here)) and scene.lower(here):
        countries.append(found[1])
        end = here + found[0]
        if scene.folded(end) not in {*french.COORDINATORS, ","}:
            break
        here = end + 1
    return end, countries


def _portfolio_end(scene: Scene, here: int) -> int:
    links = phrase_set(french.PORTFOLIO_LINKS)
    while link := links.at(scene.words, here):
        end = here + link[0]
        while scene.folded(end) in french.PORTFOLIOS:
            end += 1
        if end == here + link[0]:
            break
        here = end + 1 if scene.folded(end) == "et" and links.at(scene.words, end + 1) else end
    return here


def _of_region(scene: Scene, first: int, here: int, power: Power, head: str) -> Nominal | None:
    """*forces kurdes*, *gouvernement catalan*: of a people or region without a state of its own."""
    region = french.REGIONS.get(scene.folded(here))
    if region is None or not scene.lower(here):
        return None
    name, country = region
    if power in {Power.MILITARY, Power.ARMED_GROUP} and name not in french.ARMED_PEOPLES:
        return None
    power = _REGIONAL.get(power, power)
    found = _nominal(scene, first, here + 1, power, country, head, f"of a region, {name}")
    return replace(found, place=name) if found else None


def _of_town(scene: Scene, first: int, here: int, power: Power, head: str) -> Nominal | None:
    """*police castraise*: by an adjective that looks like a town's, unknown to all lists."""
    word = scene.folded(here)
    if head not in french.LOCAL or not scene.lower(here) or word in french.NO_TOWNS:
        return None
    if len(word) < _TOWN_ADJECTIVE or not word.endswith(french.TOWN_ENDINGS):
        return None
    found = _nominal(scene, first, here + 1, power, None, head, f"of a town, {word}")
    return replace(found, place=word.removesuffix("e")) if found else None


def _of_place(scene: Scene, first: int, here: int, power: Power, head: str) -> Nominal | None:
    name = scene.connector(here)
    reading = scene.place(name) if name > here else None
    if not reading or (power is Power.MILITARY and _leaves(scene, first)):
        return None
    country = stands_for(reading, scene.nations)
    end = scene.after_span(reading.toponym.end, name)
    local = head in french.LOCAL and reading.entry.type in _CITIES
    if local and (power is Power.INSTITUTION or not country):
        power, country = Power.INSTITUTION, reading.entry.country
        found = _nominal(scene, first, end, power, country, head, f"of {reading.toponym.text}")
        return replace(found, place=reading.entry.id) if found else None
    return (
        _nominal(scene, first, end, power, country, head, f"of {reading.toponym.text}") if country else None
    )


def _leaves(scene: Scene, first: int) -> bool:
    """*le retrait des troupes d'Irak*: they are not Iraq's."""
    return any(scene.folded(here) in french.LEAVING for here in range(first - 4, first))


def _of_person(scene: Scene, first: int, here: int, power: Power, head: str) -> Nominal | None:
    """*armée de Bachar el-Assad*, *troupes du maréchal Haftar*, *administration Trump*."""
    after = scene.connector(here)
    heads = french.NAMED_AFTER if after == here else french.OF_PERSON
    if head.split(maxsplit=1)[0] not in heads or (head == "pouvoir" and scene.folded(first - 1) == "au"):
        return None
    while after < len(scene.words) and not scene.person(after) and scene.folded(after) in french.TITLES:
        after += 1
    person = scene.person(after)
    if not person:
        return None
    end = scene.after_span(person.end, after)
    return _nominal(scene, first, end, power, None, head, f"of {person.text}", whose=person)


def _bare(scene: Scene, first: int, end: int, power: Power, head: str) -> Nominal | None:
    """*le régime*: joined later when the text has told one regime, dropped otherwise."""
    if head not in french.BARE or scene.folded(first - 1) not in french.DEFINITE:
        return None
    if head in french.NAMES_OF_BODIES and scene.words[first].capitalised:
        return None  # *l'Assemblée nationale* is a name
    return _nominal(scene, first, end, power, None, head, "told before")


def _nominal(  # noqa: PLR0913, PLR0917 (the parts of the value that it makes)
    scene: Scene,
    first: int,
    end: int,
    power: Power,
    country: str | None,
    head: str,
    reason: str,
    whose: Span | None = None,
) -> Nominal | None:
    """The nominal of the words from `first` up to `end`, unless a line ends within it."""
    text = scene.span_text(first, end - 1)
    if "\n" in text:
        return None
    start = scene.words[first].start
    proper = scene.words[first].capitalised and scene.folded(first - 1) in french.DEFINITE
    return Nominal(
        start,
        start + len(text),
        text,
        power,
        country,
        head,
        whose=whose,
        reason=f"{head}: {reason}",
        proper=proper,
    )
