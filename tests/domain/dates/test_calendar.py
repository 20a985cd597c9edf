"""Periods, their neighbours and their values; feasts against published calendars."""

from __future__ import annotations

from datetime import date

import pytest

from service.domain.dates import calendar as cal
from service.domain.dates.calendar import Grain
from service.domain.dates.feasts import feast


@pytest.mark.parametrize(
    ("period", "value", "begin", "end"),
    [
        (cal.week(date(2016, 1, 1)), "2015-W53", "2015-12-28", "2016-01-03"),
        (cal.weekend(date(2016, 10, 11)), "2016-W41-WE", "2016-10-15", "2016-10-16"),
        (cal.month(2016, 2), "2016-02", "2016-02-01", "2016-02-29"),
        (cal.month(2016, 14), "2017-02", "2017-02-01", "2017-02-28"),
        (cal.quarter(2016, 4), "2016-Q4", "2016-10-01", "2016-12-31"),
        (cal.quarter(2016, 0), "2015-Q4", "2015-10-01", "2015-12-31"),
        (cal.half(2016, 2), "2016-H2", "2016-07-01", "2016-12-31"),
        (cal.season(2015, "WI"), "2015-WI", "2015-12-01", "2016-02-29"),
        (cal.decade(1994), "199", "1990-01-01", "1999-12-31"),
        (cal.century(19), "18", "1801-01-01", "1900-12-31"),
    ],
)
def test_periods(period: cal.Period, value: str, begin: str, end: str) -> None:
    assert (period.value, period.begin.isoformat(), period.end.isoformat()) == (value, begin, end)


def test_months_are_real_months() -> None:
    assert cal.add_months(date(2016, 1, 31), 1) == date(2016, 2, 29)
    assert cal.step(date(2016, 3, 31), Grain.MONTH, -1) == date(2016, 2, 29)
    assert cal.neighbour(Grain.MONTH, date(2016, 3, 31), -1).value == "2016-02"


def test_the_calendar_has_an_end() -> None:
    assert cal.possible_day(2015, 2, 29) is None
    assert cal.possible_day(0, 1, 1) is None
    assert cal.nth_weekday(0, 6, cal.month(2016, 10)) is None


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2016, "2016-03-27"),
        ("easter", 2038, "2038-04-25"),
        ("ascension", 2017, "2017-05-25"),
        ("whit_monday", 2017, "2017-06-05"),
        ("orthodox_easter", 2016, "2016-05-01"),
        ("orthodox_easter", 2024, "2024-05-05"),
        ("rosh_hashanah", 2016, "2016-10-03"),
        ("rosh_hashanah", 2024, "2024-10-03"),
        ("yom_kippur", 2023, "2023-09-25"),
        ("pesach", 2016, "2016-04-23"),
        ("hanukkah", 2023, "2023-12-08"),
        ("eid_al_fitr", 2016, "2016-07-06"),
        ("ramadan", 2017, "2017-05-27"),
        ("mothers", 2020, "2020-06-07"),
        ("fathers", 2017, "2017-06-18"),
        ("maundy_thursday", 2016, "2016-03-24"),
        ("corpus_christi", 2016, "2016-05-26"),
        ("orthodox_pentecost", 2016, "2016-06-19"),
        ("purim", 2016, "2016-03-24"),
        ("shavuot", 2016, "2016-06-12"),
        ("sukkot", 2016, "2016-10-17"),
        ("night_of_destiny", 2016, "2016-07-02"),
        ("magal", 2016, "2016-11-18"),
        ("federal_fast", 2016, "2016-09-18"),
        ("federal_fast_monday", 2016, "2016-09-19"),
        ("geneva_fast", 2016, "2016-09-08"),
        ("canadian_thanksgiving", 2016, "2016-10-10"),
        ("patriots", 2016, "2016-05-23"),
        ("national_be", 2016, "2016-07-21"),
    ],
)
def test_feasts(name: str, year: int, day: str) -> None:
    days = feast(name, year)
    assert days is not None
    assert days[0].isoformat() == day


def test_a_feast_outside_its_table_is_unknown() -> None:
    assert feast("ramadan", 1700) is None
    assert feast("nothing", 2016) is None
