"""JSON as it leaves the house: UTF-8, keys in the order of the contract, the same bytes each time."""

from __future__ import annotations

import json
from typing import Any


def to_json(answer: Any) -> bytes:
    """One line, with a line break at the end so that a terminal stays tidy."""
    return (json.dumps(answer, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()
