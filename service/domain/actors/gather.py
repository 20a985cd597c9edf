"""The whole story: names, places that act and nominals become actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from service.domain.actors.countries import countries_told, home_of
from service.domain.actors.drafts import Desk, finish
from service.domain.actors.known import Knowledge
from service.domain.actors.metonyms import place_metonyms
from service.domain.actors.named import place_organisations, place_persons
from service.domain.actors.nominal import Nominal
from service.domain.actors.powers import place_nominals, without_open
from service.domain.actors.scene import Scene, is_sport
from service.domain.actors.sorting import sort_names
from service.domain.model import Actor, Span
from service.domain.places.reading import Reading
from service.domain.ports import ActorBook


def gather_actors(
    scene: Scene,
    nominals: tuple[Nominal, ...],
    book: ActorBook,
    day: date | None,
    candidates: int = 0,
    hidden: Sequence[Span] = (),
) -> tuple[Actor, ...]:
    """The actors of an article in order of first mention, each with its mentions in order.

    Places of the scene that are metonymic and outside nominals are mentions of the power that they stand
    for. `day` is the day of publication, by which the holders of offices are told;
    `candidates` is how many namesakes of the book to list for an actor; in `hidden` spans nothing is found
    that the scene and `nominals` do not bring.
    """
    readings = scene.readings
    told = countries_told(scene, _countries(readings, nominals))
    knowledge = Knowledge(book, scene.nations, day, tuple(told), home_of(told), is_sport(scene))
    nominals = without_open(nominals, knowledge.home)
    desk = Desk(knowledge)
    persons, organisations = sort_names(scene, scene.bearers, nominals, readings, desk.knowledge, hidden)
    people = place_persons(scene, persons, desk)
    place_organisations(scene, organisations, desk)
    place_metonyms(scene, readings, nominals, desk)
    place_nominals(nominals, people, desk)
    return finish(desk.drafts(), desk.knowledge, candidates)


def _countries(readings: Iterable[Reading], nominals: Iterable[Nominal]) -> Iterable[str | None]:
    yield from (reading.entry.country for reading in readings)
    yield from (nominal.country for nominal in nominals)
