"""Decides for every place name whether it is meant literally or stands for a power."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from service.domain.metonymy import french_words as french
from service.domain.metonymy.phrases import Phrase, read_phrases
from service.domain.metonymy.prepositions import any_before, govern
from service.domain.metonymy.ranks import Rank
from service.domain.metonymy.scene import Scene, read_scene
from service.domain.metonymy.subjects import predicate_of
from service.domain.metonymy.tokens import Tokens
from service.domain.metonymy.verb_forms import Deed, addressing, deed_of, hosting, land_doing, opposing
from service.domain.metonymy.verbs import Predicate
from service.domain.metonymy.verdict import Verdict, literal, power, team
from service.domain.model import Name
from service.domain.nations import Nations
from service.domain.places.reading import Reading
from service.domain.text import Words, fold

_DATELINE = 8  # words between a dateline's place and its agency
_LIGHT = french.CLITICS | french.ADVERBS | {"a", "ont", "avait", "avaient", "aurait", "est", "ete"}


def decide_usages(
    words: Words, readings: tuple[Reading, ...], nations: Nations, names: tuple[Name, ...] = ()
) -> tuple[Reading, ...]:
    """The same readings in the same order, each with its usage and one more reason."""
    if not readings:
        return ()
    scene = read_scene(words, names)
    decided: dict[int, Reading] = {}
    before: tuple[Phrase, Verdict] | None = None
    for phrase in read_phrases(scene.tokens, readings, nations):
        verdict = _gapped(phrase, scene, before) or decide(phrase, scene)
        before = before if phrase.preposition else (phrase, verdict)
        for reading in phrase.readings:
            reasons = (*reading.reasons, verdict.reason)
            decided[id(reading)] = replace(reading, usage=verdict.usage, reasons=reasons)
    return tuple(decided[id(reading)] for reading in readings)


def _gapped(phrase: Phrase, scene: Scene, before: tuple[Phrase, Verdict] | None) -> Verdict | None:
    """*La France versera 3 millions, l'Italie 2 et l'Espagne 1*: the verb is said once."""
    tokens, after = scene.tokens, phrase.after
    if before is None or before[0].low != phrase.low or phrase.preposition or phrase.rank < Rank.CAPITAL:
        return None
    number = after + (tokens.at(after) in {"de", "d", "a"})
    listed = phrase.start > phrase.low and tokens.folded[phrase.start - 1] in {",", "et", ";"}
    if not listed or not tokens.at(number).isdigit():
        return None
    return before[1]


def decide(phrase: Phrase, scene: Scene) -> Verdict:
    """The first rule that has an answer decides."""
    if phrase.rank is Rank.NEVER:
        return literal("no place of this kind stands for a power")
    for rule in _RULES:
        verdict = rule(phrase, scene)
        if verdict is not None:
            return verdict
    if phrase.rank is Rank.SEAT:
        return power("a seat of power")
    return literal("no sign of a power that acts")


def _label(phrase: Phrase, scene: Scene) -> Verdict | None:
    """*(Syrie)*, *Syrie : …*, *Moscou (AFP)*, *KABOUL, 3 mai (Reuters)*."""
    tokens, after = scene.tokens, phrase.after
    if tokens.at(phrase.start - 1) == "(" and tokens.at(after) in {")", ",", ";"}:
        return literal("in brackets")
    if phrase.start != phrase.low or phrase.determined or phrase.preposition:
        return None
    if tokens.at(after) in {":", "/"}:
        return literal("a label before a colon")
    if tokens.at(after) == "(" and tokens.at(after + 1) in french.AGENCIES:
        return literal("a dateline")
    stop = min(after + _DATELINE, phrase.high)
    if tokens.at(after) == "," and "(" in tokens.folded[after:stop]:
        return literal("a dateline")
    name = phrase.readings[0].toponym.name
    return literal("a dateline") if name.isupper() and tokens.at(after) in {",", ".", "("} else None


def _pair(phrase: Phrase, scene: Scene) -> Verdict | None:
    """*France-Italie*, *le dialogue Paris-Berlin*; not *le vol Paris-Berlin*."""
    if not phrase.paired:
        return None
    if scene.is_sport(phrase.low, phrase.high):
        return team("a match of two")
    noun = any_before(scene.tokens, phrase.start, phrase.low, french.RELATING, 4)
    if noun and phrase.rank >= Rank.CAPITAL:
        return power(f"parties of « {noun} »")
    return literal("two places joined")


def _governed(phrase: Phrase, scene: Scene) -> Verdict | None:
    """After a preposition of its own, or of the name or noun that it is coordinated with."""
    if phrase.preposition:
        return govern(phrase, scene)
    tokens, before = scene.tokens, phrase.start - 1
    if before <= phrase.low or tokens.folded[before] not in french.JOINING:
        return None
    if phrase.rank < Rank.CAPITAL:
        return None
    reach = phrase.start - scene.name_starts[before] + 3 if before in scene.name_starts else 5
    shared = any_before(tokens, phrase.start, phrase.low, frozenset(("entre", "avec", "contre")), reach)
    if shared == "entre" or predicate_of(phrase, scene) is None:
        return power(f"coordinated after « {shared} »") if shared else None
    return None


def _subject(phrase: Phrase, scene: Scene) -> Verdict | None:
    found = predicate_of(phrase, scene)
    if found is None:
        return None
    reason = f"subject of « {found.verb} »"
    if scene.is_sport(phrase.low, phrase.high) and not hosting().intersection(found.verb.casefold().split()):
        return team(f"{reason} in sport")
    if found.passive or found.deed is Deed.UNDERGO:
        return literal(reason)
    if phrase.rank >= Rank.CAPITAL or found.deed is Deed.SAY or _acts_as_land(found):
        return power(reason)
    return literal(reason)


def _acts_as_land(found: Predicate) -> bool:
    return found.deed is Deed.ACT and land_doing().isdisjoint(fold(found.verb).split())


def _after_verb(phrase: Phrase, scene: Scene) -> Verdict | None:
    """*…, a annoncé Moscou*: the speaker after the verb; *accuse la Chine*: somebody addressed."""
    tokens, at = scene.tokens, phrase.start - 1
    at = _past_days(tokens, at, phrase.low)
    if tokens.at(at - 1) == "a" and tokens.words[at].capitalised:  # *a appelé samedi à Paris la Russie*
        at = _past_days(tokens, at - 2, phrase.low)
    if at < phrase.low:
        return None
    verb = tokens.folded[at]
    if scene.is_sport(phrase.low, phrase.high) and verb in opposing():
        return team(f"opponent of « {verb} »")
    if deed_of(verb) is Deed.SAY and _inverted(phrase, scene, at):
        return power(f"speaker after « {verb} »")
    pair = f"{tokens.at(at - 1)} {verb}"
    if pair in french.ADDRESSED_AFTER and phrase.rank >= Rank.CAPITAL:
        return power(f"addressed after « {pair} »")
    if verb in addressing() and phrase.rank >= Rank.CAPITAL:
        return power(f"addressed by « {verb} »")
    return None


def _past_days(tokens: Tokens, at: int, low: int) -> int:
    while at > low and (tokens.folded[at] in french.DAYS or tokens.folded[at] in french.ADVERBS):
        at -= 1
    return at


def _inverted(phrase: Phrase, scene: Scene, at: int) -> bool:
    """Whether nothing but a mark stands before the verb: its subject can only follow."""
    tokens = scene.tokens
    first = at
    while first > phrase.low and tokens.folded[first - 1] in _LIGHT and not tokens.accented(first - 1, "à"):
        first -= 1
    return any(mark in tokens.between(first) for mark in '"»”') or tokens.at(first - 1) in {
        ",",
        "comme",
        "qu",
        "que",
        ")",
    }


_RULES: tuple[Callable[[Phrase, Scene], Verdict | None], ...] = (
    _pair,
    _label,
    _governed,
    _subject,
    _after_verb,
)
