"""Zones of page boilerplate in pasted text: menus, adverts, share buttons, links to other stories.

A page is read line by line. A line is boilerplate by a known phrase (*Partager cet article*), by its shape
(a price beside a postcode), or because it stands in the block below a heading (*À lire aussi*). The text is
only marked: nothing is removed, so no offset moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.domain.model import Span, Zone, ZoneKind
from service.domain.text import fold

_LINE = re.compile(r"[^\n\r]+")
_PARAGRAPH_END = re.compile(r"[.!?…:;][\"'»”’“)\]\s]*$")
_PARAGRAPH_WORDS = 12  # a shorter line that ends like a sentence may be a slogan
_LONG_WORDS = 35  # no headline is that long
_PRICE = re.compile(r"\d\s?(?:€|euros\b|EUR\b)")
_POSTCODE = re.compile(r"\(\d{5}\)")
_READING_TIME = re.compile(
    r"^(?:temps de )?lecture\s*:?\s*\d+\s*(?:min|mn)|^\d+\s*(?:min|mn)\.? de lecture", re.I
)
_CREDIT = re.compile(r"^\W*(?:\(?avec\b|source\b|afp\b|reuters\b)", re.I)
_COPYRIGHT = re.compile(r"^\s*(?:©|\(c\)\s)", re.I)
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|/")  # buttons run together: `articleDiscussion`
_TRAIL = re.compile(r"\s(?:[>›»→/|·•])\s")  # between the parts of a breadcrumb or of a bar of sections
_OFFER = re.compile(r"^\W{0,3}(?:[\w'’.&-]+\s){1,4}vous propose\b")
_PART_WORDS = 4  # of a part of a breadcrumb
_NAV_WORDS = 3  # a line of more words above the article may be its headline
_MARKS = " :!.,|>»►▶→•·(["
_BULLET = re.compile(r"^\s*[-–•·►▶>*→]\s")


@dataclass(frozen=True, slots=True)
class BoilerplatePhrase:
    """A phrase of page furniture, folded. `whole`: it is all of the line, otherwise it begins it.

    `heads`: what stands below belongs to it, as after *À lire aussi*.
    """

    phrase: str
    kind: ZoneKind
    whole: bool
    heads: bool


class BoilerplatePhrases:
    """The phrases, found by the line that they make or begin."""

    def __init__(self, phrases: Iterable[BoilerplatePhrase] = ()) -> None:
        self._phrases = {phrase.phrase: phrase for phrase in phrases}
        self._longest = max((len(phrase.split()) for phrase in self._phrases), default=0)

    def match(self, line: str) -> BoilerplatePhrase | None:
        """The longest phrase that the line consists of, or begins with."""
        words = fold(_GLUED.sub(" ", line)).strip(_MARKS).split()
        for count in range(min(len(words), self._longest), 0, -1):
            phrase = self._phrases.get(" ".join(words[:count]).rstrip(" :!.,"))
            if phrase and (not phrase.whole or count == len(words)):
                return phrase
        return None


@dataclass(frozen=True, slots=True)
class _Line(Span):
    text: str
    paragraph: bool
    phrase: BoilerplatePhrase | None
    shape: ZoneKind | None

    @property
    def kind(self) -> ZoneKind | None:
        return self.phrase.kind if self.phrase else self.shape

    @property
    def heads(self) -> bool:
        """Whether it is a heading: alone on its line, not *Lire aussi : le titre*."""
        return self.phrase is not None and self.phrase.heads and len(self.text) <= len(self.phrase.phrase) + 8


def find_zones(text: str, phrases: BoilerplatePhrases) -> tuple[Zone, ...]:
    """The boilerplate of a page in order, adjacent lines of one kind in one zone."""
    lines = tuple(_read_lines(text, phrases))
    kinds = [line.kind for line in lines]
    _open_page(lines, kinds)
    _spread_headings(lines, kinds)
    _close_page(lines, kinds)
    return tuple(_join(lines, kinds))


def _read_lines(text: str, phrases: BoilerplatePhrases) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        words = line.count(" ") + 1
        paragraph = words >= _LONG_WORDS or (words >= _PARAGRAPH_WORDS and bool(_PARAGRAPH_END.search(line)))
        phrase = None if paragraph and words > 2 * _PARAGRAPH_WORDS else phrases.match(line)
        yield _Line(start, end, line.strip(), paragraph and phrase is None, phrase, _shape(line))


def _shape(line: str) -> ZoneKind | None:
    if _READING_TIME.search(line.strip()):
        return ZoneKind.MENU
    if _COPYRIGHT.search(line):
        return ZoneKind.COPYRIGHT
    if _is_trail(line) or _OFFER.search(line):
        return ZoneKind.MENU
    return ZoneKind.ADVERT if _PRICE.search(line) and _POSTCODE.search(line) else None


def _is_trail(line: str) -> bool:
    """*Accueil > Sport > Football*, *Contact · Aide · Cookies*: short parts with capitals, without numbers.

    Two parts are a breadcrumb only with an angle: *Paris / Londres* may be a headline.
    """
    parts = [part.strip() for part in _TRAIL.split(line)]
    if len(parts) < 2 or any(char.isdigit() for char in line) or _PARAGRAPH_END.search(line):
        return False
    short = all(part[:1].isupper() and part.count(" ") < _PART_WORDS for part in parts)
    return short and (len(parts) > 2 or ">" in line or "›" in line)


def _open_page(lines: tuple[_Line, ...], kinds: list[ZoneKind | None]) -> None:
    """Above the headline, short lines among known furniture are furniture: the name of the site, sections.

    The last line before a paragraph is left alone, since it may be the headline.
    """
    top = 0
    while top < len(lines) and not lines[top].paragraph and lines[top].text.count(" ") < _NAV_WORDS:
        top += 1
    if top == len(lines) or lines[top].paragraph:
        top -= 1
    if top > 1 and any(kinds[:top]):
        for index in range(top):
            kinds[index] = kinds[index] or ZoneKind.MENU


def _spread_headings(lines: tuple[_Line, ...], kinds: list[ZoneKind | None]) -> None:
    """Gives the lines below a heading its kind: bullets, and within the article one title."""
    body = False
    for index, line in enumerate(lines):
        body = body or line.paragraph
        if not line.heads or not body:
            continue
        for below in range(index + 1, len(lines)):
            first = below == index + 1
            if lines[below].paragraph or not (first or _BULLET.match(lines[below].text)):
                break
            kinds[below] = kinds[below] or kinds[index]


def _close_page(lines: tuple[_Line, ...], kinds: list[ZoneKind | None]) -> None:
    """After the last paragraph, all that follows the first furniture is furniture.

    A repeated headline is told as such; a credit (*Avec AFP*) is the article's own.
    """
    last = max((index for index, line in enumerate(lines) if line.paragraph), default=-1)
    opening = next((i for i in range(last + 1, len(lines)) if kinds[i] and last >= 0), len(lines))
    above = {fold(line.text) for line in lines[: last + 1]}
    current = ZoneKind.MENU
    for index in range(opening, len(lines)):
        line = lines[index]
        current = (line.kind if line.heads else None) or current
        if line.phrase is None and fold(line.text) in above:
            kinds[index] = ZoneKind.HEADLINE
        elif kinds[index] is None and not _CREDIT.match(line.text):
            kinds[index] = current


def _join(lines: tuple[_Line, ...], kinds: list[ZoneKind | None]) -> Iterator[Zone]:
    open_zone: Zone | None = None
    for line, kind in zip(lines, kinds, strict=True):
        if open_zone and kind is open_zone.kind:
            open_zone = Zone(open_zone.start, line.end, kind)
            continue
        if open_zone:
            yield open_zone
        open_zone = Zone(line.start, line.end, kind) if kind else None
    if open_zone:
        yield open_zone
