"""When feasts fall: on fixed days, around Easter, in the Muslim, Jewish and Orthodox calendars.

Mother's day and Labour Day are those of France; Belgium, Switzerland and Quebec keep others of these names.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Gregorian, Hijri

from service.domain.dates.calendar import month, nth_weekday, weekday_near
from service.domain.dates.hebrew import FROM_ROSH_HASHANAH, hanukkah, rosh_hashanah

FIXED = {
    "new_year": (1, 1),
    "epiphany": (1, 6),
    "orthodox_christmas": (1, 7),
    "candlemas": (2, 2),
    "valentine": (2, 14),
    "women": (3, 8),
    "labour": (5, 1),
    "music": (6, 21),
    "national_lu": (6, 23),
    "national_qc": (6, 24),
    "saint_john": (6, 24),
    "canada_day": (7, 1),
    "national_fr": (7, 14),
    "national_be": (7, 21),
    "throne": (7, 30),
    "national_ch": (8, 1),
    "assumption": (8, 15),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "all_souls": (11, 2),
    "armistice": (11, 11),
    "saint_nicholas": (12, 6),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "sylvester": (12, 31),
}
FROM_EASTER = {
    "mardi_gras": -47,
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "holy_saturday": -1,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit_monday": 50,
    "corpus_christi": 60,
}
FROM_ORTHODOX_EASTER = {"orthodox_good_friday": -2, "orthodox_easter": 0, "orthodox_pentecost": 49}
# Hijri month and day, and how many days; the Umm al-Qura calendar, which the sighting may miss by a day
HIJRI = {
    "hijri_new_year": (1, 1, 1),
    "ashura": (1, 10, 1),
    "magal": (2, 18, 1),
    "mawlid": (3, 12, 1),
    "ramadan": (9, 1, 30),
    "night_of_destiny": (9, 27, 1),
    "eid_al_fitr": (10, 1, 1),
    "eid_al_adha": (12, 10, 1),
}


def feast(name: str, year: int) -> tuple[date, date] | None:
    """First and last day of the feast in the Gregorian year; `None` when it does not fall there."""
    if name in FIXED:
        on = date(year, *FIXED[name])
    elif name in FROM_EASTER:
        on = easter(year, EASTER_WESTERN) + timedelta(days=FROM_EASTER[name])
    elif name in FROM_ORTHODOX_EASTER:
        on = easter(year, EASTER_ORTHODOX) + timedelta(days=FROM_ORTHODOX_EASTER[name])
    elif name in HIJRI:
        return _hijri(name, year)
    elif name in FROM_ROSH_HASHANAH:
        on = rosh_hashanah(year) + timedelta(days=FROM_ROSH_HASHANAH[name])
    elif found := _RULES[name](year) if name in _RULES else None:
        on = found
    else:
        return None
    return on, on


def _hijri(name: str, year: int) -> tuple[date, date] | None:
    """The first one that begins in the Gregorian year; a Hijri year is eleven days shorter."""
    number, day, length = HIJRI[name]
    try:
        first = Gregorian(year, 1, 1).to_hijri().year
        for hijri_year in (first, first + 1):
            begin = Hijri(hijri_year, number, day)
            on = date(*begin.to_gregorian().datetuple())
            if on.year == year:
                last = min(length, begin.month_length()) if length > 1 else 1
                return on, on + timedelta(days=last - 1)
    except (OverflowError, ValueError):  # outside of the table, 1924-2077
        return None
    return None


def _mothers(year: int) -> date | None:
    """Last Sunday of May, or the first of June when that is Whit Sunday (French law of 24 May 1950)."""
    last = nth_weekday(6, -1, month(year, 5))
    whit = easter(year, EASTER_WESTERN) + timedelta(days=49)
    return last if last != whit else nth_weekday(6, 1, month(year, 6))


def _fathers(year: int) -> date | None:
    return nth_weekday(6, 3, month(year, 6))


def _thanksgiving(year: int) -> date | None:
    return nth_weekday(3, 4, month(year, 11))


def _canadian_thanksgiving(year: int) -> date | None:
    return nth_weekday(0, 2, month(year, 10))


def _patriots(year: int) -> date | None:
    """The Monday before 25 May, in Quebec."""
    return weekday_near(date(year, 5, 24), 0, -1)


def _federal_fast(year: int) -> date | None:
    """The third Sunday of September, in Switzerland."""
    return nth_weekday(6, 3, month(year, 9))


def _federal_fast_monday(year: int) -> date | None:
    sunday = _federal_fast(year)
    return sunday and sunday + timedelta(days=1)


def _geneva_fast(year: int) -> date | None:
    """The Thursday after the first Sunday of September."""
    sunday = nth_weekday(6, 1, month(year, 9))
    return sunday and sunday + timedelta(days=4)


_RULES: dict[str, Callable[[int], date | None]] = {
    "mothers": _mothers,
    "fathers": _fathers,
    "thanksgiving": _thanksgiving,
    "canadian_thanksgiving": _canadian_thanksgiving,
    "patriots": _patriots,
    "federal_fast": _federal_fast,
    "federal_fast_monday": _federal_fast_monday,
    "geneva_fast": _geneva_fast,
    "hanukkah": hanukkah,
}
