"""The reviewed facts about actors hold together."""

from __future__ import annotations

import csv
import time
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import service
from service.adapters.actor_book import CsvActorBook, load_actor_book
from service.adapters.actor_facts import read_actors
from service.adapters.actor_roles import ROLES
from service.adapters.nations import read_nations, read_seats
from service.domain.model import ActorType, KnownActor
from service.domain.text import fold

DATA = Path(service.__file__).parent / "data"
Row = dict[str, str]

# Names that two actors bear, each with the reason why nobody needs to decide here: `lookup` answers
# both, and the article tells which is meant.
SHARED_NAMES = {
    "adf": "rebels of Congo, the French départements",
    "afd": "a German party, a French agency",
    "amf": "the French market authority, the French mayors",
    "bri": "a bank of central banks, a French police brigade",
    "cei": "former Soviet states, the electoral commission of Côte d'Ivoire",
    "conseil d etat": "of France, of Belgium",
    "cour de cassation": "of France, of Belgium",
    "cour des comptes": "of France, of Belgium",
    "npd": "a German party, a Canadian one",
    "parti conservateur": "of the United Kingdom, of Canada",
    "parti de la justice et du developpement": "of Turkey, of Morocco",
    "parti democrate": "of the United States, of Italy",
    "parti socialiste": "a name of parties in several countries",
    "parti travailliste": "a name of parties in several countries",
    "pcc": "the Chinese communists, the Canadian conservatives",
    "ps": "a name of parties in several countries",
}
_ORGANISATIONS = {role.split("_")[0] for role in ROLES} & set(
    "un unesco unicef unrwa who ilo wto iaea iea imf world ecb oecd nato eu council au arab oas oif icc icrc "
    "ioc fifa uefa".split()
)


@pytest.fixture(scope="module")
def actors() -> tuple[KnownActor, ...]:
    return read_actors(DATA)


@pytest.fixture(scope="module")
def book() -> CsvActorBook:
    return load_actor_book(DATA)


@pytest.fixture(scope="module")
def offices() -> list[Row]:
    return _rows("offices.csv")


def _rows(name: str) -> list[Row]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_rows_are_sorted() -> None:
    ids = [row["id"] for row in _rows("actors.csv")]
    assert ids == sorted(ids)
    held = [(row["actor"], row["since"], row["role"], row["title"]) for row in _rows("offices.csv")]
    assert held == sorted(held)
    assert len(held) == len(set(held))


def test_there_are_many_of_every_type(actors: tuple[KnownActor, ...]) -> None:
    counts: dict[ActorType, int] = defaultdict(int)
    for actor in actors:
        counts[actor.type] += 1
    assert len(actors) >= 2000
    assert set(counts) == set(ActorType)


def test_countries_are_nations(actors: tuple[KnownActor, ...]) -> None:
    nations = {nation.country for nation in read_nations(DATA / "nations.csv")}
    told = {actor.country for actor in actors} | {o.country for actor in actors for o in actor.offices}
    assert told - {None} <= nations


def test_an_id_of_wikidata_is_the_item_told(actors: tuple[KnownActor, ...]) -> None:
    assert [a.id for a in actors if a.id.startswith("wikidata:") and a.id != f"wikidata:{a.wikidata}"] == []
    items = [actor.wikidata for actor in actors if actor.wikidata]
    assert len(items) == len(set(items))


def test_a_name_of_two_actors_has_a_reason(actors: tuple[KnownActor, ...]) -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            bearers[fold(name)].add(actor.id)
    shared = {name for name, ids in bearers.items() if len(ids) > 1}
    assert shared == set(SHARED_NAMES)


def test_no_name_is_that_of_a_country(actors: tuple[KnownActor, ...]) -> None:
    nations = read_nations(DATA / "nations.csv")
    taken = {fold(name) for nation in nations for name in (nation.name, *nation.inhabitants)}
    assert [n for a in actors for n in (a.name, *a.aliases) if fold(n) in taken] == []


def test_a_name_has_no_stray_space(actors: tuple[KnownActor, ...]) -> None:
    names = [name for actor in actors for name in (actor.name, *actor.aliases)]
    assert [name for name in names if name != " ".join(name.split())] == []


def test_only_people_hold_offices(actors: tuple[KnownActor, ...]) -> None:
    assert [a.id for a in actors if a.offices and a.type is not ActorType.PERSON] == []


def test_an_office_with_a_role_has_a_start(offices: list[Row]) -> None:
    assert [row["actor"] for row in offices if row["role"] and not row["since"]] == []


def test_roles_are_documented(offices: list[Row]) -> None:
    assert {row["role"] for row in offices} - {""} == set(ROLES)


def test_offices_of_a_country_have_one(offices: list[Row]) -> None:
    international = [role for role in ROLES if role.split("_")[0] in _ORGANISATIONS]
    wrong = [row for row in offices if row["role"] and (row["role"] in international) == bool(row["country"])]
    assert wrong == []


def test_a_seat_stands_for_a_known_actor(book: CsvActorBook) -> None:
    seats = [seat.actor for seat in read_seats(DATA / "seats.csv") if seat.actor]
    assert [book.get(actor).id for actor in seats] == seats


def test_an_office_has_one_holder_at_a_time(offices: list[Row]) -> None:
    """A month or year that both share is no overlap: the day of the change is not known."""
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in offices:
        if row["role"]:
            held[row["role"], row["country"]].append(row)
    overlaps = [
        (first["actor"], second["actor"])
        for rows in held.values()
        for first, second in _neighbours(rows)
        if not first["until"] or second["since"] < first["until"][: len(second["since"])]
    ]
    assert overlaps == []


def _neighbours(rows: list[Row]) -> list[tuple[Row, Row]]:
    rows = sorted(rows, key=lambda row: row["since"])
    return list(pairwise(rows))


@pytest.mark.parametrize(
    ("role", "country", "day", "name"),
    [
        ("head_of_state", "RU", date(2016, 10, 11), "Vladimir Poutine"),
        ("head_of_state", "FR", date(2017, 5, 13), "François Hollande"),
        ("head_of_state", "FR", date(2017, 5, 14), "Emmanuel Macron"),
        ("head_of_state", "US", date(2016, 10, 11), "Barack Obama"),
        ("foreign_minister", "US", date(2016, 10, 11), "John Kerry"),
        ("foreign_minister", "FR", date(2016, 10, 11), "Jean-Marc Ayrault"),
        ("foreign_minister", "GB", date(2016, 10, 11), "Boris Johnson"),
        ("defence_minister", "RU", date(2016, 8, 15), "Sergueï Choïgou"),
        ("head_of_government", "DE", date(2020, 1, 1), "Angela Merkel"),
        ("un_secretary_general", "", date(2016, 10, 11), "Ban Ki-moon"),
        ("un_envoy_syria", "", date(2016, 10, 11), "Staffan de Mistura"),
        ("pope", "VA", date(2016, 10, 11), "Pape François"),
    ],
)
def test_the_holder_on_a_day(book: CsvActorBook, role: str, country: str, day: date, name: str) -> None:
    assert [actor.name for actor in book.holders(role, country, day)] == [name]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Daech", "wikidata:Q2429253"),
        ("l'Etat islamique", "wikidata:Q2429253"),
        ("Nations unies", "wikidata:Q1065"),
        ("NATO", "wikidata:Q7184"),
        ("Défense civile syrienne", "gazette:casques-blancs"),
        ("Sergeï Lavrov", "wikidata:Q58217"),
        ("Recep Tayyip Erdoğan", "wikidata:Q39259"),
        ("Benjamin Netanyahou", "wikidata:Q43723"),
        ("Tsahal", "gazette:mil-il"),
        ("la cour pénale internationale", "wikidata:Q47488"),
        ("L'union européenne", "wikidata:Q458"),
    ],
)
def test_spellings_of_the_press_are_known(book: CsvActorBook, name: str, id: str) -> None:
    assert [actor.id for actor in book.lookup(name)] == [id]


@pytest.mark.parametrize("words", ["L'équipe", "Le monde", "Le point", "Lavrov", "Russie", "UN"])
def test_common_words_and_surnames_are_nobody(book: CsvActorBook, words: str) -> None:
    assert book.lookup(words) == ()


def test_the_book_opens_fast() -> None:
    started = time.process_time()
    load_actor_book(DATA)
    assert time.process_time() - started < 1.0  # some 0.05 s on an idle machine
