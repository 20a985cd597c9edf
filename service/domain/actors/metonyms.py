"""Places that act: the government, organisation or team that a place name stands for."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.actors.drafts import Desk, Draft
from service.domain.actors.nominal import Nominal
from service.domain.actors.scene import Scene, is_metonym, is_sport
from service.domain.metonymy import POWER, TEAM
from service.domain.model import ActorType, MentionKind, PlaceType
from service.domain.places.reading import Reading

_RULED = frozenset({PlaceType.COUNTRY, PlaceType.TERRITORY, PlaceType.REGION})


def place_metonyms(
    scene: Scene, readings: Sequence[Reading], nominals: Sequence[Nominal], desk: Desk
) -> None:
    """Puts every metonymic place outside nominals and names to the actor that it stands for."""
    inside = {offset for nominal in nominals for offset in range(nominal.start, nominal.end)}
    inside.update(
        offset
        for name in scene.names.values()
        if _is_longer(name.text, name.start, scene)
        for offset in range(name.start, name.end)
    )
    acting = [reading for reading in readings if is_metonym(reading) and reading.toponym.start not in inside]
    sport = bool(acting) and is_sport(scene)
    teams = [reading.entry.id for reading in acting if _is_team(reading, sport)]
    for reading in acting:
        # In a report of sport a country is its team all along: *il a salué la France*.
        team = reading.entry.id in teams if sport else _is_team(reading, sport)
        draft = _team(reading, desk) if team else _power(reading, desk)
        draft.add(reading.toponym, MentionKind.METONYM, f"{reading.toponym.text} stands for {draft.name}")


def _is_team(reading: Reading, sport: bool) -> bool:
    """As the reason of the metonym says, else as the article is about sport."""
    if any(reason.startswith(TEAM) for reason in reading.reasons):
        return True
    return sport and not any(reason.startswith(POWER) for reason in reading.reasons)


def _is_longer(text: str, start: int, scene: Scene) -> bool:
    """Whether a name covers more than the place that it begins with."""
    reading = scene.places.get(start)
    return reading is None or len(text) > len(reading.toponym.text)


def _team(reading: Reading, desk: Desk) -> Draft:
    """The team that a town or a country is called by; a country's is that of *équipe de France*, too."""
    entry = reading.entry
    key = f"body equipe {entry.country if entry.type is PlaceType.COUNTRY else entry.id}"
    return desk.put(key, Draft(entry.name, ActorType.ORGANISATION, entry.country, confidence=0.7))


def _power(reading: Reading, desk: Desk) -> Draft:
    entry = reading.entry
    seat = desk.knowledge.nations.seat(entry.id)
    if seat and seat.actor and (known := desk.knowledge.by_id(seat.actor)):
        return desk.known(known)
    if seat and seat.country:
        return desk.power("gov", seat.country)
    sort = ActorType.GOVERNMENT if entry.type in _RULED else ActorType.ORGANISATION
    draft = Draft(entry.name, sort, entry.country, confidence=0.7 * reading.confidence)
    return desk.put(f"place {entry.id}", draft)
