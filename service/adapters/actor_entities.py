"""Actors from lines of other collections: FollowTheMoney entities and the JSON dump of Wikidata.

One line is one entity. A line that is an entity of another kind gives `None`; one that is none raises
`UnreadableEntity` with what is wrong. Field names are those of https://followthemoney.tech/explorer/ and of
https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from service.domain.model import ActorType, KnownActor, Office
from service.domain.text import fold
from service.errors import GazetteError

_ITEM = re.compile(r"Q[1-9][0-9]{0,11}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,199}")
_COUNTRY = re.compile(r"[a-z]{2}")
_NAMES = 40  # spellings kept of one actor, the first ones
_LONGEST = 120  # code points; longer names are descriptions
_OFFICES = 12  # positions kept of one person
_LANGUAGES = ("fr", "mul", "en")  # of Wikidata's labels, the first that there is

_SCHEMATA = {
    "Person": ActorType.PERSON,
    "Organization": ActorType.ORGANISATION,
    "PublicBody": ActorType.ORGANISATION,
    "LegalEntity": ActorType.ORGANISATION,
    "Company": ActorType.COMPANY,
}
# Topics that say more than the schema, the most telling first.
_TOPICS = {
    "crime.terror": ActorType.ARMED_GROUP,
    "pol.party": ActorType.PARTY,
    "gov.igo": ActorType.IGO,
    "gov.national": ActorType.GOVERNMENT,
    "mil": ActorType.MILITARY,
    "fin.bank": ActorType.COMPANY,
}
# Classes of Wikidata (P31), the most telling first.
_CLASSES = {
    "Q5": ActorType.PERSON,
    "Q7278": ActorType.PARTY,
    "Q17149090": ActorType.ARMED_GROUP,
    "Q245065": ActorType.IGO,
    "Q484652": ActorType.IGO,
    "Q11032": ActorType.MEDIA,
    "Q1110794": ActorType.MEDIA,
    "Q192283": ActorType.MEDIA,
    "Q14350": ActorType.MEDIA,
    "Q1616075": ActorType.MEDIA,
    "Q41298": ActorType.MEDIA,
    "Q4830453": ActorType.COMPANY,
    "Q783794": ActorType.COMPANY,
    "Q891723": ActorType.COMPANY,
    "Q6881511": ActorType.COMPANY,
    "Q22687": ActorType.COMPANY,
    "Q46970": ActorType.COMPANY,
    "Q43229": ActorType.ORGANISATION,
    "Q163740": ActorType.ORGANISATION,
    "Q79913": ActorType.ORGANISATION,
    "Q178790": ActorType.ORGANISATION,
    "Q476028": ActorType.ORGANISATION,
    "Q3918": ActorType.ORGANISATION,
    "Q327333": ActorType.ORGANISATION,
    "Q192350": ActorType.ORGANISATION,
    "Q41487": ActorType.ORGANISATION,
    "Q16917": ActorType.ORGANISATION,
    "Q33506": ActorType.ORGANISATION,
    "Q215380": ActorType.ORGANISATION,
}

EntityReader = Callable[[str], KnownActor | None]


class UnreadableEntity(GazetteError):
    """A line that is no entity; the message says why."""


def read_ftm(line: str) -> KnownActor | None:
    """The actor of a line of FollowTheMoney (OpenSanctions' `entities.ftm.json`); `None` for what acts not:
    addresses, identifications, relations."""
    entity = _object(line)
    schema, properties = entity.get("schema"), entity.get("properties")
    if not isinstance(schema, str) or not isinstance(properties, dict):
        raise UnreadableEntity("no entity of FollowTheMoney: schema or properties are missing")
    kind = _SCHEMATA.get(schema)
    if kind is None:
        return None
    own, item = entity.get("id"), _item(_texts(properties, "wikidataId"), entity.get("id"))
    if not isinstance(own, str) or not _ID.fullmatch(own):
        raise UnreadableEntity(f"id {own!r} cannot stand in an address")
    caption = entity.get("caption")
    names = _names((caption if isinstance(caption, str) else "", *_texts(properties, "name", "alias")))
    if kind is not ActorType.PERSON:
        topics = set(_texts(properties, "topics"))
        kind = next((told for topic, told in _TOPICS.items() if topic in topics), kind)
    titles = dict.fromkeys(_texts(properties, "position")) if kind is ActorType.PERSON else {}
    country = _country(
        _texts(properties, "citizenship", "nationality", "jurisdiction", "mainCountry", "country")
    )
    return KnownActor(
        id=f"wikidata:{item}" if item else f"ftm:{own}",
        name=names[0],
        type=kind,
        country=country,
        wikidata=item,
        aliases=names[1:],
        offices=tuple(Office(title[:_LONGEST], country) for title in list(titles)[:_OFFICES]),
        source=", ".join(_texts(entity, "datasets")) or "FollowTheMoney",
    )


def wikidata_reader(countries: Mapping[str, str]) -> EntityReader:
    """Reads lines of Wikidata's dump; `countries` tells the code of the item of a country."""

    def read(line: str) -> KnownActor | None:
        line = line.strip().rstrip(",")
        if line in ("[", "]", ""):
            return None
        return _wikidata(_object(line), countries)

    return read


def _wikidata(entity: dict[str, Any], countries: Mapping[str, str]) -> KnownActor | None:
    item, claims = entity.get("id"), entity.get("claims")
    if not isinstance(item, str) or not isinstance(claims, dict):
        raise UnreadableEntity("no entity of Wikidata: id or claims are missing")
    classes = set(_items(claims, "P31"))
    kind = next((told for of, told in _CLASSES.items() if of in classes), None)
    if kind is None or not _ITEM.fullmatch(item):
        return None
    labels, aliases = entity.get("labels") or {}, entity.get("aliases") or {}
    label = next((labels[code]["value"] for code in _LANGUAGES if code in labels), None)
    if label is None:
        return None  # nothing that French news could call it by
    others = [alias["value"] for code in _LANGUAGES for alias in aliases.get(code, ())]
    names = _names((label, *others))
    home = "P27" if kind is ActorType.PERSON else "P17"
    country = next((countries[of] for of in _items(claims, home) if of in countries), None)
    return KnownActor(f"wikidata:{item}", names[0], kind, country, item, names[1:], source="Wikidata")


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableEntity(f"no JSON ({error})") from error
    if not isinstance(found, dict):
        raise UnreadableEntity("no JSON object")
    return found


def _texts(properties: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    """The values of some properties that are text, in that order."""
    values = (value for name in names for value in properties.get(name) or ())
    return tuple(value for value in values if isinstance(value, str))


def _items(claims: Mapping[str, Any], property: str) -> Iterable[str]:
    """The items that a property points to."""
    for claim in claims.get(property) or ():
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value")
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            yield value["id"]


def _names(spellings: Iterable[str]) -> tuple[str, ...]:
    """The spellings without duplicates and without what is none; the first is the name."""
    found = dict.fromkeys(" ".join(spelling.split()) for spelling in spellings)
    kept = tuple(name for name in found if 1 < len(name) <= _LONGEST and fold(name))[:_NAMES]
    if not kept:
        raise UnreadableEntity("no name that could stand in a text")
    return kept


def _item(told: Iterable[str], id: object) -> str | None:
    return next((item for item in (*told, id) if isinstance(item, str) and _ITEM.fullmatch(item)), None)


def _country(codes: Iterable[str]) -> str | None:
    return next((code.upper() for code in map(str.lower, codes) if _COUNTRY.fullmatch(code)), None)
