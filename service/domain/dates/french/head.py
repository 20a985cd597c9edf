"""How French pages and agencies tell when an article appeared. All patterns are bounded."""

from __future__ import annotations

import re

PUBLISHED = re.compile(
    r"\b(?:publi[ée]e?s?|post[ée]e?|paru|mise? (?:à jour|en ligne)|actualis[ée]e?|modifi[ée]e?"
    r"|cr[ée]{2}e?|rédigée?|date(?: de publication)?)\s{0,3}(?:le|:|,|ce)?\s{0,3}:?\s{0,3}(?:le\s)?$",
    re.IGNORECASE,
)
AGENCY = re.compile(
    r"\s{0,3}(?:[(/–—-]\s{0,3}){1,3}(?:AFP|Reuters|REUTERS|AP"
    r"|ATS|Belga|BELGA|Xinhua|RFI|APS|MAP|ANSA|DPA|EFE)\b"
)
# a city, with its country or agency, before the date: *ALEP (Syrie), *
PLACE_BEFORE = re.compile(r"[^\d\n.]{1,50},\s{0,2}(?:le\s)?|(?:[Ll]e\s)")
DATELINE_END = re.compile(r"\s{0,3}(?:$|\.?\s{0,2}[–—|(:-])")
