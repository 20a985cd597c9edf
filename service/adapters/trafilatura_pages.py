"""The article on a web page: text, title and day of publication by trafilatura and htmldate.

Only what the page itself says counts: htmldate is given a latest date read from the page, since its own
default is the day on which it runs; and it is given a tree, never a string, since it would fetch one that
looks like an address.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction, extract_metadata, html2txt
from trafilatura.settings import Document

from service.adapters.page_bounds import DEPTH, mind_bounds
from service.domain.dates.addresses import day_in_address
from service.domain.ports import Page
from service.errors import InvalidInput

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

_OLDEST = "1995"  # the first year that htmldate takes
_LARGE = 4_000  # elements
# U+001C to U+001F are spaces to Python, so trafilatura keeps them, but not to XML, so its tree refuses them.
_SEPARATOR = re.compile(r"[\x1c-\x1f]|&#(?:0*(?:2[89]|3[01])(?![0-9])|[xX]0*1[c-fC-F](?![0-9a-fA-F]));?")
_NO_TEXT = {0: "\ufffd"}


class TrafilaturaPages:
    """`PageReader` over trafilatura. A paragraph is a line of the text."""

    def read(self, html: str) -> Page:
        """Pages without an article that can be told apart give all their text."""
        mind_bounds(html)
        tree = _parse(html)
        document = bare_extraction(
            tree, include_comments=False, include_tables=True, with_metadata=False, fast=_is_large(tree)
        )
        text = document.text if isinstance(document, Document) else None
        text = text or html2txt(tree)
        if not text.strip():
            raise InvalidInput("html", "The page holds no text.")
        title, published_at = _metadata(tree, html)
        return Page(text, title, published_at)


def _parse(html: str) -> HtmlElement:
    """The page as a tree. It comes as text, so what it says about its encoding is void."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(_SEPARATOR.sub(" ", html).translate(_NO_TEXT).encode(), parser=parser)
    except etree.ParserError as error:
        raise InvalidInput("html", "The page holds no text.") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InvalidInput("html", f"The page is nested more than {DEPTH} elements deep.")
    return tree


def _is_large(tree: HtmlElement) -> bool:
    """Whether the second opinions of trafilatura are done without: their time grows with the square."""
    return sum(1 for _ in islice(tree.iter(etree.Element), _LARGE + 1)) > _LARGE


def _metadata(tree: HtmlElement, html: str) -> tuple[str | None, date | None]:
    latest = max(_YEAR.findall(html), default=None)
    found = extract_metadata(tree, date_config=_dates(latest or _OLDEST))
    if latest and found.date:
        return found.title, date.fromisoformat(found.date)
    return found.title, day_in_address(found.url or "")


def _dates(latest_year: str) -> dict[str, object]:
    """The day first published, from marks that a page makes on purpose; days told in its text are no such."""
    return {"original_date": True, "extensive_search": False, "max_date": f"{latest_year}-12-31"}
