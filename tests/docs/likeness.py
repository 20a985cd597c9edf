"""Whether an answer is as a page shows it. A page leaves out what does not matter: `…` stands for that."""

from __future__ import annotations

from typing import Any

REST = "…"


def unlike(shown: Any, told: Any, where: str = "answer") -> list[str]:
    """Where the two differ. A `…` as a value stands for any, as a key for keys left out; lists are whole."""
    if shown == REST:
        return []
    if isinstance(shown, dict) and isinstance(told, dict):
        missing = [f"{where}.{key} is not there" for key in shown if key != REST and key not in told]
        extra = [] if REST in shown else [f"{where}.{key} is not shown" for key in told if key not in shown]
        common = [key for key in shown if key in told]
        return [
            *missing,
            *extra,
            *(one for key in common for one in unlike(shown[key], told[key], f"{where}.{key}")),
        ]
    if isinstance(shown, list) and isinstance(told, list) and len(shown) == len(told):
        pairs = enumerate(zip(shown, told, strict=True))
        return [one for number, (left, right) in pairs for one in unlike(left, right, f"{where}[{number}]")]
    return [] if shown == told else [f"{where} is {told!r}, not {shown!r}"]
