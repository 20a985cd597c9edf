"""What a page may be made of, counted before parsing: time to parse and extract grows faster than length.

The parser compares each attribute of a tag with all before it, and the extractor looks through siblings again
and again. The tags are told apart here as the parser does (WHATWG HTML, 13.2.5 Tokenization), in time linear
in the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.errors import InvalidInput

ELEMENTS = 30_000  # the longest pages of the press, live reports of a day, have some ten thousand
DEPTH = 255  # the parser itself goes no deeper
ATTRIBUTES = 500  # of one tag; those of frameworks have some dozens

_SPACE = r"[ \t\n\f\r]"
_ATTRIBUTE = re.compile(
    rf"""(?:{_SPACE}|/)*+ [^ \t\n\f\r/>][^ \t\n\f\r/>=]*+
         (?:{_SPACE}*+ = {_SPACE}*+ (?: "[^"]*+"?+ | '[^']*+'?+ | [^ \t\n\f\r>]*+ ) )?+""",
    re.VERBOSE,
)
_MARKUP = re.compile(r"<(?:(?P<comment>!--)|(?P<other>[!?])|(?P<end>/?)(?P<name>[A-Za-z][^ \t\n\f\r/>]*+))")
_COMMENT_END = re.compile(r"(?<=<!--)-?>|--!?>")
# The content of these is no markup; it ends at their end tag.
_RAW = {
    name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE | re.ASCII)
    for name in ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp", "plaintext")
}


def mind_bounds(html: str) -> None:
    """Raises `InvalidInput` for a page with more elements, or a tag with more attributes, than are read."""
    elements = 0
    for opens, attributes in _tags(html):
        elements += opens
        if elements > ELEMENTS:
            raise InvalidInput("html", f"The page has more than {ELEMENTS} elements.")
        if attributes > ATTRIBUTES:
            raise InvalidInput("html", f"A tag of the page has more than {ATTRIBUTES} attributes.")


def _tags(html: str) -> Iterator[tuple[bool, int]]:
    """Of each tag, whether it opens an element, and how many attributes it has."""
    position = 0
    while markup := _MARKUP.search(html, position):
        position = markup.end()
        if markup["comment"]:
            position = _after(_COMMENT_END, html, position)
        elif markup["other"]:
            position = html.find(">", position) + 1 or len(html)
        else:
            attributes, position = _attributes(html, position)
            yield not markup["end"], attributes
            raw = None if markup["end"] else _RAW.get(markup["name"].lower())
            if raw:
                end = raw.search(html, position)
                position = end.start() if end else len(html)


def _attributes(html: str, position: int) -> tuple[int, int]:
    """How many attributes stand from here on, and where they end."""
    number = 0
    while number <= ATTRIBUTES and (attribute := _ATTRIBUTE.match(html, position)):
        position = attribute.end()
        number += 1
    return number, position


def _after(pattern: re.Pattern[str], html: str, position: int) -> int:
    found = pattern.search(html, position)
    return found.end() if found else len(html)
