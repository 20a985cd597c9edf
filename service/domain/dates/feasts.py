"""When feasts fall: fixed days, days counted from Easter, and those of other calendars."""

from __future__ import annotations

from datetime import date, timedelta

from service.domain.dates.calendar import month, nth_weekday

FIXED = {
    "new_year": (1, 1),
    "epiphany": (1, 6),
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
    "orthodox_christmas": (1, 7),
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


def feast(name: str, year: int) -> tuple[date, date] | None:
    """First and last day of the feast in the year; `None` when it is not known there."""
    if name in FIXED:
        on = date(year, *FIXED[name])
        return on, on
    if name in FROM_EASTER:
        on = easter(year) + timedelta(days=FROM_EASTER[name])
        return on, on
    found = _WEEKDAYS[name](year) if name in _WEEKDAYS else None
    return (found, found) if found else None


def easter(year: int) -> date:
    """Western Easter by the Gregorian computus (J. Meeus, *Astronomical Algorithms*, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * j) // 433
    n = (h + j - 7 * m + 90) // 25
    return date(year, n, (h + j - 7 * m + 33 * n + 19) % 32)


def _mothers(year: int) -> date | None:
    """Last Sunday of May, or the first of June when that is Whit Sunday (French law of 24 May 1950)."""
    last = nth_weekday(6, -1, month(year, 5))
    return last if last != easter(year) + timedelta(days=49) else nth_weekday(6, 1, month(year, 6))


_WEEKDAYS = {
    "mothers": _mothers,
    "fathers": lambda year: nth_weekday(6, 3, month(year, 6)),
    "thanksgiving": lambda year: nth_weekday(3, 4, month(year, 11)),
}
