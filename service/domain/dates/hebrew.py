"""The Hebrew calendar, as far as feasts need it (Reingold & Dershowitz, *Calendrical Calculations*, ch. 8).

Our own: thirty lines, where the libraries that know this calendar bring a whole almanac.
"""

from __future__ import annotations

from datetime import date, timedelta

# days from 1 Tishri of the same Gregorian year; Passover lies in the Hebrew year before
FROM_ROSH_HASHANAH = {
    "purim": -193,
    "pesach": -163,
    "shavuot": -113,
    "rosh_hashanah": 0,
    "yom_kippur": 9,
    "sukkot": 14,
}
_EPOCH = -1373427  # ordinal of the day before 1 Tishri 1, counted as `date.toordinal` does


def rosh_hashanah(year: int) -> date:
    """1 Tishri in the Gregorian year."""
    return date.fromordinal(_EPOCH + _hebrew_days(year + 3761))


def hanukkah(year: int) -> date:
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
