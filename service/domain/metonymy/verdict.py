"""A decision on a place name and its reason in a few words."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.model import Usage


@dataclass(frozen=True, slots=True)
class Verdict:
    usage: Usage
    reason: str


def power(reason: str) -> Verdict:
    return Verdict(Usage.METONYMIC, f"stands for its power: {reason}")


def team(reason: str) -> Verdict:
    return Verdict(Usage.METONYMIC, f"stands for its team: {reason}")


def literal(reason: str) -> Verdict:
    return Verdict(Usage.LITERAL, f"the place itself: {reason}")
