"""Whether the words around a time expression tell of the past or of what is to come."""

from __future__ import annotations

from functools import lru_cache

from service.domain.model import Span
from service.domain.text import Words

_AUXILIARIES = frozenset(
    "a ont avait avaient est sont etait etaient fut furent eut eurent as avons avez ai avais avions".split()
)
_FUTURE_WORDS = frozenset(
    "va vont doit doivent devra devront devrait devraient prevu prevue prevus prevues attendu attendue attendus"
    " attendues prevoit prevoient prevoyait prochain prochaine programme programmee programmes programmees".split()
)
_NOT_FUTURE = frozenset("opera camera etc para sera-t".split())
_PAST_ENDINGS = ("ait", "aient", "erent", "irent", "urent")
_FUTURE_ENDINGS = (
    "era",
    "eront",
    "ira",
    "iront",
    "dra",
    "dront",
    "vra",
    "vront",
    "rra",
    "rront",
    "tra",
    "tront",
)
_CONDITIONAL = ("rait", "raient")
_NOT_PAST = frozenset(
    "fait lait trait portrait parait plait sait ait aient connait souhait attrait extrait retrait".split()
)
_SURE = 4  # words


@lru_cache(maxsize=8192)
def _sign(folded: str) -> int:
    """+1 for a word that tells the future by itself, -1 the past, 0 neither."""
    if folded in _FUTURE_WORDS:
        return 1
    if len(folded) < 4:
        return -1 if folded in _AUXILIARIES else 0
    if folded in _AUXILIARIES:
        return -1
    if folded.endswith(_CONDITIONAL):
        return 1
    if folded.endswith(_FUTURE_ENDINGS) and folded not in _NOT_FUTURE:
        return 1
    if folded.endswith(_PAST_ENDINGS) and folded not in _NOT_PAST:
        return -1
    return 0


def direction(words: Words, mention: Span) -> int:
    """Below 0 past, above 0 future, 0 unknown; ±2 when the sign stands beside the mention."""
    sentence = words.sentence(mention.start)
    before = words.within(Span(sentence.start, mention.start))[-25:]
    after = words.within(Span(mention.end, sentence.end))[:20]
    found = [(_sign(word.folded), i, word) for i, word in enumerate(reversed(before)) if _sign(word.folded)]
    found_after = [(_sign(word.folded), i, word) for i, word in enumerate(after) if _sign(word.folded)]
    nearest = found[:1] or found_after[:1]
    if not nearest:
        return 0
    sign, distance, _ = nearest[0]
    return sign * (2 if distance < _SURE else 1)
