"""Decides for every place name whether it is meant literally or stands for a power.

Long, because the order of the rules decides, and one page shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from service.domain.metonymy import french_words as french
from service.domain.metonymy.announced import announced
from service.domain.metonymy.echoes import is_gapped, likened, likened_to
from service.domain.metonymy.french_verbs import FORCES_OF_NATURE
from service.domain.metonymy.phrases import Phrase, read_phrases
from service.domain.metonymy.prepositions import any_before, govern
from service.domain.metonymy.ranks import Rank
from service.domain.metonymy.scene import Scene, read_scene
from service.domain.metonymy.subjects import predicate_of
from service.domain.metonymy.tokens import Tokens
from service.domain.metonymy.verb_forms import (
    Deed,
    addressing,
    causing,
    deed_of,
    hosting,
    land_doing,
    opposing,
    quoting,
)
from service.domain.metonymy.verbs import Predicate, infinitive_after
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
    for phrase, verdict in _verdicts(read_phrases(scene.tokens, readings, nations), scene):
        for reading in phrase.readings:
            reasons = (*reading.reasons, verdict.reason)
            decided[id(reading)] = replace(reading, usage=verdict.usage, reasons=reasons)
    return tuple(decided[id(reading)] for reading in readings)


def _verdicts(phrases: Sequence[Phrase], scene: Scene) -> Iterator[tuple[Phrase, Verdict]]:
    """Each phrase by itself, but for what another phrase of its sentence says for it."""
    own: list[Verdict] = []
    before: int | None = None  # the last phrase without a preposition
    for at, phrase in enumerate(phrases):
        gapped = before is not None and is_gapped(phrase, phrases[before], scene)
        own.append(own[before] if before is not None and gapped else decide(phrase, scene))
        before = before if phrase.preposition else at
    for at, phrase in enumerate(phrases):
        model = likened_to(phrases, at, scene)
        yield phrase, likened(own[at], own[model]) if model is not None else own[at]


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
    no_game = _hosts(found, phrase, scene.tokens) or _weathers(found, phrase, scene.tokens)
    if scene.is_sport(phrase.low, phrase.high) and not no_game:
        return team(f"{reason} in sport")
    if found.passive or found.deed is Deed.UNDERGO:
        return literal(reason)
    if phrase.rank >= Rank.CAPITAL or found.deed is Deed.SAY or _acts_as_land(found):
        return power(reason)
    return literal(reason)


def _weathers(found: Predicate, phrase: Phrase, tokens: Tokens) -> bool:
    """*Souffre d'inondations*: nothing that a team does, whatever the article is about."""
    after = tokens.folded[phrase.after : min(phrase.high, phrase.after + 9)]
    return found.deed is Deed.UNDERGO and not FORCES_OF_NATURE.isdisjoint(after)


def _hosts(found: Predicate, phrase: Phrase, tokens: Tokens) -> bool:
    """*Accueille la finale*, *le tournoi*; *accueille Porto* is a match."""
    verb = hosting().intersection(fold(found.verb).split())
    if not verb:
        return False
    for index in range(phrase.after, min(phrase.high, phrase.after + 8)):
        if tokens.folded[index] in verb:
            guest = index + 1 + (tokens.at(index + 1) in french.DETERMINERS)
            named = guest < phrase.high and tokens.words[guest].capitalised
            return not named or tokens.at(guest) in french.COMPETING
    return True


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
    if scene.is_sport(phrase.low, phrase.high) and tokens.folded[at] in opposing():
        return team(f"opponent of « {tokens.folded[at]} »")
    return _spoken(phrase, scene, at) or (
        _addressed(phrase, tokens, at) if phrase.rank >= Rank.CAPITAL else None
    )


def _spoken(phrase: Phrase, scene: Scene, at: int) -> Verdict | None:
    tokens, verb = scene.tokens, scene.tokens.folded[at]
    if (deed_of(verb) is Deed.SAY or verb in quoting()) and _inverted(phrase, scene, at):
        return power(f"speaker after « {verb} »")
    asked = tokens.at(at - 1) in {"que", "qu"} and tokens.at(phrase.after) in {"?", ",", "."}
    if asked and deed_of(verb) is Deed.ACT and phrase.rank >= Rank.CAPITAL:
        return power(f"subject after « {verb} »")
    return None


def _addressed(phrase: Phrase, tokens: Tokens, at: int) -> Verdict | None:
    """*Accuse la Chine*, *met en garde Pékin*; a storm that *menace la Chine* addresses nobody."""
    verb = tokens.folded[at]
    pair = f"{tokens.at(at - 1)} {verb}"
    if pair in french.ADDRESSED_AFTER:
        return power(f"addressed after « {pair} »")
    if verb in addressing():
        force = any_before(tokens, at, phrase.low, FORCES_OF_NATURE, 6)
        return literal(f"suffers « {force} »") if force else power(f"addressed by « {verb} »")
    return _moved_to(phrase, tokens, at)


def _moved_to(phrase: Phrase, tokens: Tokens, at: int) -> Verdict | None:
    """*Conjure Brasilia d'agir*, *fait plier Rome*: whoever is brought to do something."""
    verb = tokens.folded[at]
    if tokens.words[at].capitalised or not verb.isalpha() or verb in french.NEVER_VERB:
        return None
    made = tokens.at(at - 1) in causing() and verb.endswith(("er", "ir", "re"))
    if made and verb not in french.SHOWING:
        return power(f"made to « {verb} »")
    known = deed_of(verb) in {Deed.ACT, Deed.SAY}
    done = infinitive_after(tokens, phrase.after, french.AT | french.OF) if known else ""
    return power(f"brought by « {verb} » to « {done} »") if done else None


def _past_days(tokens: Tokens, at: int, low: int) -> int:
    """Back over adverbs and dates: *a accusé le 22 mai*, *accuse depuis mardi*, *enfonce un peu plus*."""
    while at > low:
        word, before = tokens.folded[at], tokens.at(at - 1)
        if word in french.DAYS or word in french.ADVERBS:
            at -= 1 + (before == "depuis") + ((before, word) == ("un", "peu"))
        elif word in french.MONTHS and before[:1].isdigit():
            at -= 2 + (tokens.at(at - 2) == "le")
        elif word.isdigit() and len(word) == 4 and before in french.MONTHS:
            at -= 1
        else:
            break
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
    announced,
    _governed,
    _subject,
    _after_verb,
)
