"""A decision on a place name and its reason in a few words."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.model import Usage

# How the reasons of metonymic readings begin: other rooms tell a power from a team by them.
POWER = "stands for its power"
TEAM = "stands for its team"


@dataclass(frozen=True, slots=True)
class Verdict:
    usage: Usage
    reason: str


def power(reason: str) -> Verdict:
    return Verdict(Usage.METONYMIC, f"{POWER}: {reason}")


def team(reason: str) -> Verdict:
    return Verdict(Usage.METONYMIC, f"{TEAM}: {reason}")


def literal(reason: str) -> Verdict:
    return Verdict(Usage.LITERAL, f"the place itself: {reason}")
