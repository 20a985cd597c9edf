"""No regular expression of the service takes more than linear time, whatever a text repeats.

Each is tried as it is compiled, over repetitions of each of its own repeated parts: twice as much must take
some twice as long.
"""

from __future__ import annotations

import re
import time

import pytest

from tests.hostile.patterns import Expression, calls, expressions

_CHARACTERS = 1_500
_SECONDS = 0.004  # what takes less for twice as much is linear enough to be measured no further

# Those that are used on a whole cluster or name by `fullmatch` alone: from one place on they are linear.
_ANCHORED = {
    r"\d+[.,]\d+",
    r"(\d+)([^\W\d_]+)",
    r"([\w/:.]+)-([\w/:.]+)",
}
# Those that read what stands in our own files.
_OURS = {"service/domain/dates/grammar.py", "service/web/explorer.py"}


@pytest.fixture(scope="module")
def found() -> list[Expression]:
    return expressions()


def _seconds(expression: Expression, pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    if expression.pattern in _ANCHORED:
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - began


def _is_linear(expression: Expression, unit: str) -> bool:
    pattern = expression.compiled()
    once, twice = ((unit * size)[:size] + "\0" for size in (_CHARACTERS, 2 * _CHARACTERS))
    for _ in range(4):
        longer = _seconds(expression, pattern, twice)
        if longer < _SECONDS or longer < 3 * _seconds(expression, pattern, once):
            return True
    return False


def test_every_expression_is_known(found: list[Expression]) -> None:
    assert calls() - {(one.file, one.line) for one in found} == set()
    assert {one.pattern for one in found} >= _ANCHORED


def test_no_expression_grows_faster_than_the_text(found: list[Expression]) -> None:
    slow = [
        (one.name, unit)
        for one in found
        if one.file not in _OURS
        for unit in one.units()
        if not _is_linear(one, unit)
    ]
    assert slow == []


@pytest.mark.parametrize("pattern", [r"\s+$", r"[^<]*>", r"\w+@", r"(?:, ?[a-z]+)+;"])
def test_the_measure_finds_what_is_slow(pattern: str) -> None:
    expression = Expression("", 0, pattern, 0)
    assert not all(_is_linear(expression, unit) for unit in expression.units())
