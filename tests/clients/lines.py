"""How schemathesis writes and reads bodies of lines; it loads this file as its hooks."""

from __future__ import annotations

import json
from typing import Any

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def as_lines(context: Any, value: Any) -> bytes:
    text = value if isinstance(value, str) else json.dumps(value)
    return text.encode("utf-8", "replace")


@schemathesis.deserializer("application/x-ndjson")
def read_lines(context: Any, response: Any) -> str:
    text: str = response.content.decode()
    for line in text.splitlines():
        json.loads(line)
    return text
