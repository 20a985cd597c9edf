"""Whether the words around a time expression tell of the past or of what is to come.

No parser: the nearest sign before the expression decides, else the nearest after it. Signs are auxiliaries
with participles, endings of the simple tenses, and words such as *prévu*, *doit*, *pour*.
"""

from __future__ import annotations

from functools import lru_cache

from service.domain.dates.french.words import MONTHS
from service.domain.model import Span
from service.domain.text import Word, Words

PAST, UNKNOWN, FUTURE = -1, 0, 1
_SURE = 4  # a sign that stands within so many words is sure
_REACH_BEFORE, _REACH_AFTER = 25, 16  # words

_PERFECT = frozenset(
    "a ont ai as avons avez avait avaient eut eurent est sont était étaient fut furent ayant étant".split()
)
_BEING = frozenset(("est", "sont"))
_HEARSAY = frozenset("aurait auraient serait seraient".split())
_ABOUT_TO = frozenset(
    "va vont doit doivent devra devront devrait devraient pourrait pourraient compte comptent".split()
)
_TO_COME = frozenset(
    "prévu prévue prévus prévues attendu attendue attendus attendues programmé programmée programmés programmées"
    " fixé fixée prévoit prévoient prochain prochaine reporté reportée convoqué convoquée".split()
)
# present tense that a newspaper uses for what has been set for a day
_AGENDA = frozenset(
    "tient tiennent réunit réunissent ouvre ouvrent débute débutent commence commencent affronte affrontent"
    " reçoit reçoivent accueille accueillent dispute disputent décolle ferme ferment rouvre rouvrent achève achèvent élit élisent vote votent".split()
)
_ANNOUNCING = frozenset(
    "annoncé annonce annoncée proposé promis invité appelé prévenu évoqué confirmé prévoyait".split()
)
_IRREGULAR = (
    "é",
    "ée",
    "és",
    "ées",
    "i",
    "is",
    "it",
    "ie",
    "ies",
    "its",
    "ite",
    "u",
    "us",
    "ue",
    "ues",
    "ert",
    "erte",
    "ort",
    "aint",
    "int",
)
_NOT_FUTURE = frozenset("opéra caméra ultra extra contra tiara front affront confront vera".split())
_FUTURE = (
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
    "ura",
    "uront",
    "tra",
    "tront",
)
_CONDITIONAL = (
    "erait",
    "eraient",
    "irait",
    "iraient",
    "drait",
    "draient",
    "vrait",
    "vraient",
    "rrait",
    "rraient",
    "urait",
)
_SIMPLE_PAST = ("èrent", "irent", "urent", "inrent")
_NOT_IMPERFECT = frozenset(
    "fait lait trait portrait paraît parait plaît plait sait connaît souhait attrait extrait retrait parfait soit lait".split()
)
_TOWARDS = frozenset("pour d'ici".split())
_PARTICIPLES = ("é", "ée", "és", "ées", "us", "ues")
_NO_PARTICIPLES = frozenset(
    "plus nous vous tous sous bus virus campus dessous refus abus jus dessus processus".split()
)


@lru_cache(maxsize=8192)
def _ending(text: str) -> int:
    """What the ending of a verb in a simple tense tells."""
    if len(text) < 4 or not text.islower() or text in _NOT_FUTURE:
        return UNKNOWN
    if text.endswith(_FUTURE) or text.endswith(_CONDITIONAL):
        return FUTURE
    if text.endswith(_SIMPLE_PAST) or (text.endswith(("ait", "aient")) and text not in _NOT_IMPERFECT):
        return PAST
    return UNKNOWN


def _participle(text: str) -> bool:
    return len(text) > 1 and text.islower() and text.endswith(_IRREGULAR)


def _sign(words: tuple[Word, ...], at: int) -> int:
    """What the word at the index tells with those after it."""
    text = words[at].text.lower()
    if text in _TO_COME:
        return FUTURE
    if text in _ABOUT_TO:
        return FUTURE
    if text in _AGENDA:
        return FUTURE
    if text in _PERFECT or text in _HEARSAY:
        following = [word.text for word in words[at + 1 : at + 4]]
        if any(word in _TO_COME for word in following):
            return FUTURE
        if any(_participle(word) for word in following):
            return PAST
        return PAST if text in ("était", "étaient", "fut", "furent", "avait", "avaient", "eut") else UNKNOWN
    return _ending(text)


def direction(words: Words, mention: Span) -> int:
    """Below 0 past, above 0 future, 0 unknown; ±2 when the sign stands beside the mention."""
    sentence = words.sentence(mention.start)
    before = words.within(Span(sentence.start, mention.start))[-_REACH_BEFORE:]
    first = words.after(mention.start, 1)
    if before and before[-1].text.lower() in _TOWARDS and first[0].folded not in MONTHS:
        return 2 * FUTURE
    return _before(before) or _after(words.within(Span(mention.end, sentence.end))[:_REACH_AFTER])


def _before(words: tuple[Word, ...]) -> int:
    """The nearest sign before the mention."""
    bare_participle = False
    for distance, at in enumerate(range(len(words) - 1, -1, -1)):
        text = words[at].text
        sign = _sign(words, at)
        if sign:
            announced = {word.text for word in words[at + 1 : at + 4]} & _ANNOUNCING
            if sign == PAST and announced and distance > _SURE + 1:
                return UNKNOWN  # *a annoncé une rencontre … samedi*: of the saying or of what is said
            # *sont suspendus* may be of the present
            return sign * (2 if distance < _SURE and text.lower() not in _BEING else 1)
        if bare_participle and distance > 3:
            return 2 * PAST  # *les Bretons, battus samedi*
        bare_participle |= (
            distance < 2 and text.islower() and text.endswith(_PARTICIPLES) and text not in _NO_PARTICIPLES
        )
    return 2 * PAST if bare_participle else UNKNOWN


def _after(words: tuple[Word, ...]) -> int:
    for at in range(len(words)):
        if sign := _sign(words, at):
            return sign * (2 if at < _SURE else 1)
    return UNKNOWN
