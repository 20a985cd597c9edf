"""How French pages and agencies tell when an article appeared. All patterns are bounded."""

from __future__ import annotations

import re

_BEFORE_DAY = r"\s{0,3}(?:le|:|,|ce)?\s{0,3}:?\s{0,3}(?:le\s)?$"
PUBLISHED = re.compile(
    r"\b(?:publi[ée]e?s?|post[ée]e?|paru|mise? en ligne|cr[ée]{2}e?|rédigée?|date(?: de publication)?)"
    + _BEFORE_DAY,
    re.IGNORECASE,
)
MODIFIED = re.compile(
    r"\b(?:mise? à jour|actualis[ée]e?|modifi[ée]e?"
    r"|derni[èe]re (?:modification|mise [àa] jour)|modification)" + _BEFORE_DAY,
    re.IGNORECASE,
)
FIELD_START = re.compile(r"(?:^|[|•·–—(>»]|\bpar [^.\n]{1,40})[\s,]{0,3}$", re.IGNORECASE)
AGENCY = re.compile(
    r"\s{0,3}(?:[(/–—-]\s{0,3}){1,3}(?:AFP|Reuters|REUTERS|AP"
    r"|ATS|Belga|BELGA|Xinhua|RFI|APS|MAP|ANSA|DPA|EFE)\b"
)
# the same before the date: *(©AFP / 21 juillet 2014 14h55)*
AGENCY_BEFORE = re.compile(
    r"(?:©\s?|\(c\)\s?|^\(?)(?:AFP|Reuters|REUTERS|AP|ATS|Belga|BELGA|Xinhua|RFI|EFE|DPA|ANSA)"
    r"\s{0,3}[/|,–—-]\s{0,3}(?:le\s)?$"
)
# a day with its year between bars, under a headline: *Le Journal | 25.11.2013 à 10h02 | Par …*
BAR_BEFORE = re.compile(r"\|\s{0,3}(?:le\s)?$")
BAR_AFTER = re.compile(r"\s{0,3}(?:$|\|)")
# a year to which the text compares has no need to be near: *jamais vu depuis 2002*
COMPARING = frozenset("jamais pas plus premiere premier record fois pire pires".split())
# a city, with its country or agency, before the date: *ALEP (Syrie), *
PLACE_BEFORE = re.compile(r"[^\d\n.]{1,50},\s{0,2}(?:le\s)?|(?:[Ll]e\s)")
# a clock time or a place may stand between: *12 mars 2016, Montpellier. –*
DATELINE_END = re.compile(r"\s{0,3}(?:$|(?:,[^.\n]{1,30})?\.?\s{0,2}[–—|(:-])")
