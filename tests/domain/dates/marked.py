"""French sentences in which time expressions are marked, and what they mean.

    @ 2016-10-11                                the day of publication of the lines below; `@ -` for none
    # Days of the week                          a section
    [Mardi|2016-10-11], Moscou a annoncé…       a sentence: [text|value], with a modifier and relation if any
    depuis [2012|2012 since]
    < Il mourut [le lendemain|…]                a sentence told in the narrative past
    > Il partira [demain|…]                     a sentence that tells of the future

A value of `-` means: found, but without a value. `SET` before a value tells a set from a duration. Words in
brackets leave out articles and prepositions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from service.domain.dates import find_dates
from service.domain.model import DateMention
from service.domain.text import read_words

SENTENCES = Path(__file__).with_name("sentences.txt")
_MARK = re.compile(r"\[([^\]|\n]{1,80})\|([^\]\n]{1,60})\]")
# what a span may begin with without becoming another one
_LEAD = re.compile(
    r"^(?:(?:à partir de|le|la|les|du|des|de|au|aux|à|en|dans|entre|avant|après|vers"
    r"|pendant|durant|depuis|pour|jusqu['’](?:au|à|en)|dès)\s|[ld]['’])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, and what each mark says as (start, text, value)."""

    section: str
    published: date | None
    line: str
    text: str
    marks: tuple[tuple[int, str, str], ...]
    tense: str = ""  # `<` narrative past, `>` future

    @property
    def name(self) -> str:
        return self.line[:70]


def read_marked(path: Path = SENTENCES) -> Iterator[Marked]:
    section, published = "", None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            section = line.removeprefix("#").strip()
        elif line.startswith("@"):
            day = line.removeprefix("@").strip()
            published = None if day == "-" else date.fromisoformat(day)
        elif line.strip():
            yield unmark(line, section, published)


def unmark(line: str, section: str = "", published: date | None = None) -> Marked:
    tense = line[0] if line.startswith(("< ", "> ")) else ""
    line = line.removeprefix(f"{tense} ")
    text, marks, at = "", [], 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        marks.append((len(text), match[1], match[2]))
        text += match[1]
        at = match.end()
    return Marked(section, published, line, text + line[at:], tuple(marks), tense)


def found(marked: Marked) -> list[tuple[int, str, str]]:
    """What the reader finds, in the form of marks. Vague references are nobody's business here."""
    mentions = find_dates(read_words(marked.text), marked.published)
    return [_as_mark(mention) for mention in mentions if not (mention.value.value or "").endswith("_REF")]


def _as_mark(mention: DateMention) -> tuple[int, str, str]:
    value = mention.value
    words = ["SET"] if value.type == "SET" else []
    words += [value.value or "-", value.mod or "", value.relation or ""]
    return mention.start, mention.text, " ".join(filter(None, words))


def bare(mark: tuple[int, str, str]) -> tuple[str, str]:
    """The mark without the article or preposition that its text begins with."""
    text = mark[1]
    while match := _LEAD.match(text):
        text = text[match.end() :]
    return text.lower(), mark[2]
