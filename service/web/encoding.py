"""JSON as it leaves the house: UTF-8, keys in the order of the contract, the same bytes each time."""

from __future__ import annotations

from typing import Any

import orjson


def to_json(answer: Any) -> bytes:
    """One line, with a line break at the end so that a terminal stays tidy."""
    return orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE)
