"""Whether the words around a time expression tell of the past or of what is to come.

No parser: the nearest sign before the expression decides, else the nearest after it. Signs are auxiliaries
with participles, endings of the simple tenses, and words such as *prévu*, *doit*, *pour*.

A little long: the signs of past and future are weighed against each other in one place.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from service.domain.dates.french import verbs
from service.domain.dates.french.words import MONTHS
from service.domain.model import Span
from service.domain.text import Word, Words

PAST, UNKNOWN, FUTURE = -1, 0, 1
_SURE = 4  # a sign that stands within so many words is sure
_REACH_BEFORE, _REACH_AFTER = 25, 16  # words


@lru_cache(maxsize=8192)
def _ending(text: str) -> int:
    """What the ending of a verb in a simple tense tells."""
    if len(text) < 4 or not text.islower() or text in verbs.NOT_FUTURE:
        return UNKNOWN
    if text in verbs.STEM_IN_R:
        return PAST
    if text.endswith(verbs.FUTURE + verbs.CONDITIONAL):
        return FUTURE
    if text.endswith("a") and len(text) > 4 and text not in verbs.NOUNS_IN_A:
        return PAST
    if text.endswith(verbs.SIMPLE_PAST) or (
        text.endswith(("ait", "aient")) and text not in verbs.NOT_IMPERFECT
    ):
        return PAST
    return UNKNOWN


def _participle(text: str) -> bool:
    return (
        len(text) > 1
        and text.islower()
        and text.endswith(verbs.IRREGULAR)
        and text not in verbs.NOT_PARTICIPLES
    )


def _sign(words: tuple[Word, ...], at: int) -> int:
    """What the word at the index tells with those after it."""
    text = words[at].text if at else words[at].text.lower()  # *Laurent* is no simple past
    if text in verbs.INTENDED:
        return UNKNOWN  # *devait rencontrer*: it may still come
    noun = at > 0 and words[at - 1].text.lower() in verbs.NOUN_BEFORE  # *le vote*
    if text in verbs.TO_COME or text in verbs.ABOUT_TO or (text in verbs.AGENDA and not noun):
        return FUTURE
    return _compound(words, at, text) if text in verbs.PERFECT or text in verbs.HEARSAY else _ending(text)


def _compound(words: tuple[Word, ...], at: int, text: str) -> int:
    """What an auxiliary tells with the participle after it."""
    following = [word.text for word in words[at + 1 : at + 4]]
    if following[:1] in (["-"], ["‑"]):  # *a-t-il dit*
        following = [word.text for word in words[at + 1 : at + 9] if word.text not in verbs.INVERTED]
    if text in verbs.BEING and any(word in verbs.TO_BE_ANNOUNCED for word in following):
        return FUTURE
    if any(word in verbs.TO_COME for word in following) or (
        text in ("a", "ont") and following[:1] == ["lieu"]
    ):
        return FUTURE  # *sont attendus*; *a lieu* is said of what is to come
    if text in verbs.BEING and not _is_active(words, at, following):
        return UNKNOWN  # *sont suspendus* may be of the present
    if any(_participle(word) for word in following):
        return PAST
    if text in verbs.HEARSAY:
        return FUTURE  # *aurait lieu*
    return PAST if text in verbs.PLUPERFECT else UNKNOWN


def _is_active(words: tuple[Word, ...], at: int, following: list[str]) -> bool:
    """Whether *est* makes a past: *est mort*, *s'est tenu*."""
    reflexive = any(word.folded in ("s", "se") for word in words[max(0, at - 2) : at])
    return reflexive or any(word in verbs.MOVED for word in following)


def direction(words: Words, mention: Span) -> int:
    """Below 0 past, above 0 future, 0 unknown; ±2 when the sign stands beside the mention."""
    before = _words_before(words, mention)
    first = words.after(mention.start, 1)
    if before and before[-1].text.lower() in verbs.TOWARDS and first[0].folded not in MONTHS:
        return 2 * FUTURE
    return _before(before) or _after(_words_after(words, mention))


def is_intended(words: Words, mention: Span) -> bool:
    """*devait présenter un plan vers 18 heures*: it was still to come when it was told."""
    return any(word.text in verbs.INTENDED for word in _words_before(words, mention))


def is_up_to_now(words: Words, mention: Span) -> bool:
    """*depuis la mi-août* has begun, whatever the tense; *dès lundi* may be to come."""
    return words.after(mention.start, 1)[0].folded == "depuis" or any(
        word.folded == "depuis" for word in words.before(mention.start, 3)
    )


def is_before(words: Words, mention: Span) -> bool:
    """Whether the nearest auxiliary before looks back from what is told: *avait battu l'Espagne mardi*."""
    before = _words_before(words, mention)
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at].text in verbs.PERFECT), None)
    if at is None:
        return not before and _opens_looking_back(words, mention)
    reflexive = any(word.folded == "s" for word in before[max(0, at - 2) : at])
    return before[at].text in verbs.LOOKING_BACK or (reflexive and before[at].text in verbs.PLUPERFECT)


def _opens_looking_back(words: Words, mention: Span) -> bool:
    """*Mardi, la veuve avait témoigné*: the sentence opens with the day, its first auxiliary looks back."""
    if not words.text.startswith(",", mention.end):
        return False
    following = (word.text for word in _words_after(words, mention))
    return next((text for text in following if text in verbs.PERFECT), "") in verbs.LOOKING_BACK


def is_aside(words: Words, mention: Span) -> bool:
    """*la sonde, lancée en mars 2004, a été réveillée le 20 janvier*: told between commas."""
    if not words.text.startswith(",", mention.end):
        return False
    before = words.before(mention.start, 4)
    return any(one.text == "," and _participle(two.text) for one, two in pairwise(before))


def _words_before(words: Words, mention: Span) -> tuple[Word, ...]:
    """Those of the sentence before the mention, within reach."""
    begin = words.sentence(mention.start).start
    return tuple([word for word in words.before(mention.start, _REACH_BEFORE) if word.start >= begin])


def _words_after(words: Words, mention: Span) -> tuple[Word, ...]:
    end = words.sentence(mention.start).end
    return tuple([word for word in words.after(mention.end, _REACH_AFTER) if word.start < end])


def _before(words: tuple[Word, ...]) -> int:  # noqa: PLR0911 — one return for each sign
    """The nearest sign before the mention."""
    bare_participle = False
    for distance, at in enumerate(range(len(words) - 1, -1, -1)):
        text = words[at].text
        if noted := _noted(words, at, distance):
            return noted
        sign = _sign(words, at)
        if sign:
            if sign == PAST and _calls(words, at):
                return 2 * FUTURE
            announced = {word.text for word in words[at + 1 : at + 4]} & verbs.ANNOUNCING
            if sign == PAST and announced and distance > _SURE + 1:
                return UNKNOWN  # *a annoncé une rencontre … samedi*: of the saying or of what is said
            return sign * (2 if distance < _SURE else 1)
        if bare_participle and text in verbs.BEING:
            return UNKNOWN  # *sont suspendus*
        if bare_participle and distance > 3:
            return 2 * PAST  # *les Bretons, battus samedi*
        bare_participle |= (
            distance < 2
            and text.islower()
            and text.endswith(verbs.PARTICIPLES)
            and text not in verbs.NO_PARTICIPLES
            and (not at or words[at - 1].text not in verbs.NOUN_BEFORE)
        )
    return 2 * PAST if bare_participle else UNKNOWN


def _noted(words: tuple[Word, ...], at: int, distance: int) -> int:
    """What words other than tenses tell before a mention, and the present of movement beside it."""
    text = words[at].text
    previous = words[at - 1].text.lower() if at else ""
    if distance < 2 and previous == "," and _participle(text) and not _sign(words, at):
        return 2 * PAST  # *Javier Milei, investi dimanche*
    if text in verbs.VICTORS and previous in (",", "("):
        return PAST
    if text in verbs.CALLING:
        return FUTURE if distance > 1 and previous not in verbs.NOUN_BEFORE else UNKNOWN
    if text in verbs.AWAITED and any(
        word.text in verbs.BEFORE_AWAITED for word in words[max(0, at - 3) : at]
    ):
        return FUTURE
    if text in verbs.WANTING:
        return FUTURE
    near = distance == 0 and text in verbs.NEAR_FUTURE and previous and previous not in verbs.NOUN_BEFORE
    return 2 * FUTURE if near or (distance == 0 and text in ("envole", "envolent")) else UNKNOWN


def _calls(words: tuple[Word, ...], at: int) -> bool:
    """Whether a past form calls for a meeting that is named after it: *ont réclamé une réunion*."""
    called = {word.text for word in words[at + 1 : at + 4]} & verbs.CALLED
    return bool(called) and any(word.text in verbs.MEETINGS for word in words[at + 2 :])


def _after(words: tuple[Word, ...]) -> int:
    for at in range(len(words)):
        if sign := _sign(words, at):
            return sign * (2 if at < _SURE else 1)
    return UNKNOWN
