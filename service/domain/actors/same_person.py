"""Whether two full names are of one person: initials, reversed and shortened names, spelling variants."""

from __future__ import annotations

from service.domain.actors.spelling import alike, slip


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """Why two full names are of one person, `None` when they are not.

    >>> same_person(("j", "kerry"), ("john", "kerry"))
    'initials'
    >>> same_person(("lavrov", "sergei"), ("sergei", "lavrov"))
    'reversed name'
    >>> same_person(("bachar", "assad"), ("rifaat", "assad"))
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if short == long:
        return "same name"
    if sorted(short) == sorted(long):
        return "reversed name"
    if len(short) == len(long):
        return _aligned(short, long)
    if short == long[: len(short)] or short == long[-len(short) :]:
        return "part of a longer name"
    if _fits(short[0], long[0]) and _fits(short[-1], long[-1]):
        return "shorter name"
    return None


def _aligned(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    pairs = list(zip(one, other, strict=True))
    if not any(a == b and len(a) > 2 for a, b in pairs):
        return None
    if not all(_fits(a, b) or slip(a, b) for a, b in pairs):
        return None
    return "initials" if any(len(a) == 1 or len(b) == 1 for a, b in pairs) else "spelling variant"


def _fits(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return alike(one, other)
