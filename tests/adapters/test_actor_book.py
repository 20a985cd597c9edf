"""The book of actors: one contract for the real one and the fake, and what only the tables can do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from service.adapters.actor_book import CsvActorBook, load_actor_book, powers
from service.adapters.actor_names import without_article
from service.domain.model import ActorType, KnownActor, Office
from service.domain.nations import Nation
from service.domain.ports import ActorBook
from service.errors import DamagedData, Merged, NotFound
from tests.fakes.actor_book import FakeActorBook

OBAMA = KnownActor(
    id="wikidata:Q76",
    name="Barack Obama",
    type=ActorType.PERSON,
    country="US",
    wikidata="Q76",
    offices=(Office("président américain", "US", "head_of_state", date(2009, 1, 20), date(2017, 1, 20)),),
)
TRUMP = KnownActor(
    id="wikidata:Q22686",
    name="Donald Trump",
    type=ActorType.PERSON,
    country="US",
    wikidata="Q22686",
    aliases=("Donald J. Trump",),
    offices=(
        Office("président américain", "US", "head_of_state", date(2017, 1, 20), date(2021, 1, 20)),
        Office("président américain", "US", "head_of_state", date(2025, 1, 20)),
    ),
)
BAN = KnownActor(
    id="wikidata:Q1253",
    name="Ban Ki-moon",
    type=ActorType.PERSON,
    offices=(Office("secrétaire général de l'ONU", None, "un_secretary_general", None, date(2017, 1, 1)),),
)
UN = KnownActor(id="wikidata:Q1065", name="ONU", type=ActorType.IGO, aliases=("Nations unies", "UN"))
LE_MONDE = KnownActor(id="wikidata:Q12461", name="Le Monde", type=ActorType.MEDIA, country="FR")
MONDE_2 = KnownActor(id="gazette:monde-2", name="Monde 2", type=ActorType.MEDIA, country="FR")
PS_FR = KnownActor(
    id="gazette:ps", name="Parti socialiste", type=ActorType.PARTY, country="FR", aliases=("PS",)
)
PS_BE = KnownActor(id="gazette:ps-be", name="PS belge", type=ActorType.PARTY, country="BE", aliases=("PS",))

MICHELLE = KnownActor("gazette:a-michelle-obama", "A. Michelle Obama", ActorType.PERSON, "US")

ACTORS = (MICHELLE, OBAMA, TRUMP, BAN, UN, LE_MONDE, MONDE_2, PS_FR, PS_BE)
MERGED = {"gazette:onu": "wikidata:Q1065"}
RUSSIA = Nation("RU", "Russie", "geonames:2017370", "geonames:524901", ("russe", "russes"), ("Russe",))
SYRIA = Nation("SY", "Syrie", "geonames:163843", None, ("syrien", "syriens", "syrienne"), ("Syrien",))


def _real() -> ActorBook:
    return CsvActorBook(ACTORS, (), MERGED, "test")


def _fake() -> ActorBook:
    return FakeActorBook(*ACTORS, merged=MERGED)


@pytest.fixture(params=[_real, _fake], ids=["csv", "fake"])
def book(request: pytest.FixtureRequest) -> ActorBook:
    make: Callable[[], ActorBook] = request.param
    return make()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Barack Obama", {OBAMA}),
        ("BARACK OBAMA", {OBAMA}),
        ("Barack obama", set()),
        ("Ban Ki\u2011moon", {BAN}),
        ("Nations\u00a0Unies", {UN}),
        ("l’ONU", {UN}),
        ("Le Monde", {LE_MONDE}),
        ("Monde", {LE_MONDE}),
        ("le Monde", {LE_MONDE}),
        ("Le monde", set()),
        ("monde", set()),
        ("PS", {PS_FR, PS_BE}),
        ("Obama", set()),
        ("", set()),
    ],
)
def test_a_name_is_looked_up_folded_and_without_its_article(
    book: ActorBook, name: str, found: set[KnownActor]
) -> None:
    assert set(book.lookup(name)) == found
    assert len(book.lookup(name)) == len(found)


def test_a_surname_finds_its_bearers_and_no_body(book: ActorBook) -> None:
    assert book.by_surname("obama") == (MICHELLE, OBAMA)
    assert book.by_surname("unies") == book.by_surname("barack") == ()


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("monde", [LE_MONDE, MONDE_2]),
        ("parti", [PS_FR]),
        ("ps", [PS_FR, PS_BE]),
        ("obam", [OBAMA, MICHELLE]),
        ("trump", [TRUMP]),
        ("unies", [UN]),
        ("rump", []),
        ("", []),
        ("  ", []),
    ],
)
def test_search_gives_exact_then_prefix_then_word(book: ActorBook, q: str, found: list[KnownActor]) -> None:
    assert list(book.search(q)) == found


def test_who_held_an_office_comes_before_namesakes(book: ActorBook) -> None:
    assert book.search("obama") == (OBAMA, MICHELLE)


def test_search_gives_pages(book: ActorBook) -> None:
    assert book.search("ps", limit=1) + book.search("ps", limit=1, offset=1) == book.search("ps")
    assert book.search("ps", offset=9) == ()


def test_an_exact_name_comes_before_longer_ones(book: ActorBook) -> None:
    assert book.search("ps")[0] in (PS_FR, PS_BE)
    assert book.search("u")[0] == UN


def test_an_actor_is_got_by_id(book: ActorBook) -> None:
    assert book.get("wikidata:Q76") == OBAMA


def test_an_unknown_id_is_not_found(book: ActorBook) -> None:
    with pytest.raises(NotFound, match="wikidata:Q1'"):
        book.get("wikidata:Q1")


def test_a_merged_id_tells_where_it_lives_on(book: ActorBook) -> None:
    with pytest.raises(Merged) as raised:
        book.get("gazette:onu")
    assert raised.value.into == "wikidata:Q1065"


@pytest.mark.parametrize(
    ("role", "country", "day", "found"),
    [
        ("head_of_state", "US", date(2016, 10, 11), [OBAMA]),
        ("head_of_state", "US", date(2009, 1, 20), [OBAMA]),
        ("head_of_state", "US", date(2017, 1, 19), [OBAMA]),
        ("head_of_state", "US", date(2017, 1, 20), [TRUMP]),
        ("head_of_state", "US", date(2021, 1, 20), []),
        ("head_of_state", "US", date(2026, 1, 1), [TRUMP]),
        ("head_of_state", "US", None, [TRUMP, OBAMA]),
        ("head_of_state", "FR", date(2016, 10, 11), []),
        ("pope", "US", None, []),
        ("un_secretary_general", "", date(1990, 1, 1), [BAN]),
        ("un_secretary_general", "", date(2018, 1, 1), []),
    ],
)
def test_the_holder_of_an_office_depends_on_the_day(
    book: ActorBook, role: str, country: str, day: date | None, found: list[KnownActor]
) -> None:
    assert list(book.holders(role, country, day)) == found


# ------------------------------------------------------------------ what only the tables do


def test_every_nation_has_a_government_and_an_army() -> None:
    book = CsvActorBook((), (RUSSIA, SYRIA), {}, "test")
    government, army = book.get("gazette:gov-ru"), book.get("gazette:mil-sy")
    assert (government.name, government.type, government.country) == ("Russie", ActorType.GOVERNMENT, "RU")
    assert (army.name, army.type, army.country) == ("Armée syrienne", ActorType.MILITARY, "SY")
    assert [actor.id for actor in book.search("armee")] == ["gazette:mil-ru", "gazette:mil-sy"]
    assert book.lookup("Russie") == ()


def test_an_army_without_an_adjective_is_named_by_its_country() -> None:
    vatican = Nation("VA", "Vatican", "geonames:3164670", None, (), ())
    assert powers(vatican)[1].name == "Armée (Vatican)"


def test_a_territory_of_another_state_has_no_army() -> None:
    guadeloupe = Nation("GP", "Guadeloupe", "geonames:3579143", None, ("guadeloupéenne",), ())
    assert [power.id for power in powers(guadeloupe)] == ["gazette:gov-gp"]


@pytest.mark.parametrize(
    ("key", "bare"), [("l otan", "otan"), ("le monde", "monde"), ("la", "la"), ("lemonde", "lemonde")]
)
def test_articles_are_cut(key: str, bare: str) -> None:
    assert without_article(key) == bare


ACTOR_HEADER = "id,name,type,country,wikidata,aliases,source\n"
OFFICE_HEADER = "actor,title,country,role,since,until,source\n"
NATION_HEADER = "country,name,place,capital,adjectives,inhabitants,source\n"
ACTOR_ROW = "wikidata:Q76,Barack Obama,person,US,Q76,Barack Hussein Obama|B. Obama,unverified\n"
OFFICE_ROW = "wikidata:Q76,président américain,US,head_of_state,2009-01-20,2017,unverified\n"
NATION_ROW = "US,États-Unis,geonames:6252001,,américain|américaine,Américain,test\n"


def _tables(folder: Path, actors: str = ACTOR_ROW, offices: str = OFFICE_ROW) -> Path:
    (folder / "actors.csv").write_text(ACTOR_HEADER + actors, encoding="utf-8")
    (folder / "offices.csv").write_text(OFFICE_HEADER + offices, encoding="utf-8")
    (folder / "nations.csv").write_text(NATION_HEADER + NATION_ROW, encoding="utf-8")
    return folder


def test_the_tables_are_read(tmp_path: Path) -> None:
    book = load_actor_book(_tables(tmp_path))
    (obama,) = book.lookup("B. OBAMA")
    assert (obama.id, obama.wikidata, obama.aliases) == (
        "wikidata:Q76",
        "Q76",
        ("Barack Hussein Obama", "B. Obama"),
    )
    assert book.get("gazette:mil-us").name == "Armée américaine"


def test_an_end_known_to_the_year_lasts_to_its_last_day(tmp_path: Path) -> None:
    (office,) = load_actor_book(_tables(tmp_path)).get("wikidata:Q76").offices
    assert (office.since, office.until) == (date(2009, 1, 20), date(2017, 12, 31))


def test_the_version_follows_every_byte(tmp_path: Path) -> None:
    before = load_actor_book(_tables(tmp_path)).version
    assert load_actor_book(tmp_path).version == before
    assert load_actor_book(_tables(tmp_path, actors=ACTOR_ROW.replace("B. O", "B O"))).version != before


def test_merged_ids_are_read_where_there_are_some(tmp_path: Path) -> None:
    (_tables(tmp_path) / "merged_actors.csv").write_text("id,into,source\ngazette:obama,wikidata:Q76,test\n")
    with pytest.raises(Merged):
        load_actor_book(tmp_path).get("gazette:obama")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("Q76,Obama,person,US,,,x\n", r"actors\.csv:2: id 'Q76' is neither"),
        ("wikidata:Q76,,person,US,,,x\n", "actors.csv:2: name is empty"),
        ("wikidata:Q76,Obama,persn,US,,,x\n", "unknown type 'persn'"),
        ("wikidata:Q76,Obama,person,USA,,,x\n", "'USA' is no ISO"),
        ("wikidata:Q76,Obama,person,US,76,,x\n", "'76' is no item"),
        ("wikidata:Q76,Obama,person,US,,A||B,x\n", "an alias is empty"),
        ("wikidata:Q76,Obama,person,US,,Obama,x\n", "a name stands twice"),
        ("wikidata:Q76,Obama,person,US,,,\n", "source is empty"),
        ("wikidata:Q76,Obama,person,US,,\n", "6 cells, 7 are expected"),
        (ACTOR_ROW + ACTOR_ROW, "actors.csv:3: wikidata:Q76 has a row already"),
        ('wikidata:Q76,"Obama', "actors.csv: unexpected end"),
    ],
)
def test_a_damaged_row_of_actors_is_refused(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(DamagedData, match=complaint):
        load_actor_book(_tables(tmp_path, actors=row, offices=""))


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("wikidata:Q77,t,US,,,,x\n", r"offices\.csv:2: there is no actor wikidata:Q77"),
        ("wikidata:Q76,t,US,Head,,,x\n", "role 'Head'"),
        ("wikidata:Q76,t,US,,2009-13-01,,x\n", "since '2009-13-01' is no day"),
        ("wikidata:Q76,t,US,,20 janvier,,x\n", "since '20 janvier' is no day"),
        ("wikidata:Q76,t,US,,2017,2009,x\n", "ends before it begins"),
        ("wikidata:Q76,,US,,2017,,x\n", "title is empty"),
    ],
)
def test_a_damaged_row_of_offices_is_refused(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(DamagedData, match=complaint):
        load_actor_book(_tables(tmp_path, offices=row))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    (_tables(tmp_path) / "actors.csv").write_text("id,name\n")
    with pytest.raises(DamagedData, match="the columns are id,name"):
        load_actor_book(tmp_path)


def test_an_absent_table_is_refused(tmp_path: Path) -> None:
    (_tables(tmp_path) / "offices.csv").unlink()
    with pytest.raises(DamagedData, match="cannot be read"):
        load_actor_book(tmp_path)
