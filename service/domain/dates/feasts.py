"""When feasts fall: on fixed days, around Easter, in the Muslim, Jewish and Orthodox calendars."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from service.domain.dates.calendar import month, nth_weekday

FIXED = {
    "new_year": (1, 1),
    "epiphany": (1, 6),
    "orthodox_christmas": (1, 7),
    "valentine": (2, 14),
    "women": (3, 8),
    "labour": (5, 1),
    "music": (6, 21),
    "national_fr": (7, 14),
    "assumption": (8, 15),
    "all_saints": (11, 1),
    "all_souls": (11, 2),
    "armistice": (11, 11),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "sylvester": (12, 31),
}
FROM_EASTER = {
    "mardi_gras": -47,
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "good_friday": -2,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit_monday": 50,
}
# Hijri month and day, and how many days; the Umm al-Qura calendar, which the sighting may miss by a day
HIJRI = {
    "ramadan": (9, 1, 30),
    "eid_al_fitr": (10, 1, 1),
    "eid_al_adha": (12, 10, 1),
    "ashura": (1, 10, 1),
    "mawlid": (3, 12, 1),
}
FROM_ROSH_HASHANAH = {"rosh_hashanah": 0, "yom_kippur": 9, "pesach": -163}
_HEBREW_EPOCH = -1373427  # ordinal of the day before 1 Tishri 1, counted as `date.toordinal` does


def feast(name: str, year: int) -> tuple[date, date] | None:
    """First and last day of the feast in the Gregorian year; `None` when it does not fall there."""
    if name in FIXED:
        on = date(year, *FIXED[name])
    elif name in FROM_EASTER:
        on = easter(year) + timedelta(days=FROM_EASTER[name])
    elif name in HIJRI:
        return _hijri(name, year)
    elif name in FROM_ROSH_HASHANAH:
        on = rosh_hashanah(year) + timedelta(days=FROM_ROSH_HASHANAH[name])
    elif found := _RULES[name](year) if name in _RULES else None:
        on = found
    else:
        return None
    return on, on


def easter(year: int) -> date:
    """Western Easter by the Gregorian computus (J. Meeus, *Astronomical Algorithms*, ch. 8)."""
    golden, (hundreds, rest) = year % 19, divmod(year, 100)
    leap_hundreds, over = divmod(hundreds, 4)
    moon = (8 * hundreds + 13) // 25
    epact = (19 * golden + hundreds - leap_hundreds - moon + 15) % 30
    leaps, ordinary = divmod(rest, 4)
    sunday = (32 + 2 * over + 2 * leaps - epact - ordinary) % 7
    shift = (golden + 11 * epact + 19 * sunday) // 433
    number = (epact + sunday - 7 * shift + 90) // 25
    return date(year, number, (epact + sunday - 7 * shift + 33 * number + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Julian Easter as a Gregorian day (the same chapter); good for 1900-2099."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    number, before = divmod(moon + sunday + 114, 31)
    return date(year, number, before + 1) + timedelta(days=13)


def rosh_hashanah(year: int) -> date:
    """1 Tishri in the Gregorian year (Reingold & Dershowitz, *Calendrical Calculations*, ch. 8)."""
    return date.fromordinal(_HEBREW_EPOCH + _hebrew_days(year + 3761))


def _hanukkah(year: int) -> date:
    """25 Kislev; Heshvan has thirty days in a complete year."""
    first, following = rosh_hashanah(year), rosh_hashanah(year + 1)
    return first + timedelta(days=83 + ((following - first).days in (355, 385)))


def _hebrew_days(year: int) -> int:
    """Days from the Hebrew epoch to 1 Tishri, postponed so that no year has an impossible length."""
    here, before, after = (_molad_days(each) for each in (year, year - 1, year + 1))
    if after - here == 356:
        return here + 2
    return here + 1 if here - before == 382 else here


def _molad_days(year: int) -> int:
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if (3 * (days + 1)) % 7 < 3 else days


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
    whit = easter(year) + timedelta(days=49)
    return last if last != whit else nth_weekday(6, 1, month(year, 6))


def _fathers(year: int) -> date | None:
    return nth_weekday(6, 3, month(year, 6))


def _thanksgiving(year: int) -> date | None:
    return nth_weekday(3, 4, month(year, 11))


_RULES: dict[str, Callable[[int], date | None]] = {
    "mothers": _mothers,
    "fathers": _fathers,
    "thanksgiving": _thanksgiving,
    "hanukkah": _hanukkah,
    "orthodox_easter": orthodox_easter,
}
