"""The whole story: names, places that act and nominals become actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from service.domain.actors.drafts import Desk, finish
from service.domain.actors.known import Knowledge, countries_told
from service.domain.actors.metonyms import place_metonyms
from service.domain.actors.named import place_organisations, place_persons
from service.domain.actors.nominals import Nominal
from service.domain.actors.powers import place_nominals
from service.domain.actors.scene import is_sport, set_scene
from service.domain.actors.sorting import sort_names
from service.domain.model import Actor, Name, Span
from service.domain.nations import Nations
from service.domain.places.reading import Reading
from service.domain.ports import ActorBook
from service.domain.text import Words


def gather_actors(  # noqa: PLR0913, PLR0917 (everything that the article was read into)
    words: Words,
    names: tuple[Name, ...],
    nominals: tuple[Nominal, ...],
    readings: tuple[Reading, ...],
    book: ActorBook,
    nations: Nations,
    day: date | None,
    candidates: int = 0,
    hidden: Sequence[Span] = (),
) -> tuple[Actor, ...]:
    """The actors of an article in order of first mention, each with its mentions in order.

    `readings` carry the usage of each place; metonymic ones outside nominals are mentions of the power
    that they stand for. `day` is the day of publication, by which the holders of offices are told;
    `candidates` is how many namesakes of the book to list for an actor; in `hidden` spans nothing is found
    that `names`, `nominals` and `readings` do not bring.
    """
    scene = set_scene(words, names, readings, nations)
    countries = countries_told(scene, _countries(readings, nominals))
    desk = Desk(Knowledge(book, nations, day, countries, is_sport(scene)))
    persons, organisations = sort_names(scene, names, nominals, readings, desk.knowledge, hidden)
    people = place_persons(scene, persons, desk)
    place_organisations(scene, organisations, desk)
    place_metonyms(scene, readings, nominals, desk)
    place_nominals(nominals, people, desk)
    return finish(desk.drafts(), desk.knowledge, candidates)


def _countries(readings: Iterable[Reading], nominals: Iterable[Nominal]) -> Iterable[str | None]:
    yield from (reading.entry.country for reading in readings)
    yield from (nominal.country for nominal in nominals)
