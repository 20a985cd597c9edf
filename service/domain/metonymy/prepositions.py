"""What a preposition, and the noun or verb before it, makes of the place name that it governs.

Long, because each preposition has its own few rules and they are read as one list.
"""

from __future__ import annotations

from collections.abc import Callable

from service.domain.metonymy import french_words as french
from service.domain.metonymy.phrases import Phrase
from service.domain.metonymy.ranks import Rank
from service.domain.metonymy.scene import Scene
from service.domain.metonymy.tokens import Tokens
from service.domain.metonymy.verb_forms import addressing_to, moving, obtaining, relating
from service.domain.metonymy.verdict import Verdict, literal, power, team
from service.domain.model import PlaceType

_STRETCH = 6  # words before the end of a stretch among which it begins
_HEAD = 4  # words before a preposition among which its noun is looked for

_DOING_OF = (french.DOING, french.DOING | french.DOING_OF_COUNTRY)  # of a capital, of a country

_TOWARDS = french.BEFORE_AT | french.STANDING_TO
_REACHING = french.BETWEEN_GROUND | french.REACHING
_NEIGHBOURS = french.GROUND | french.SOMEBODY

Rule = Callable[[Phrase, Scene], Verdict | None]


def govern(phrase: Phrase, scene: Scene) -> Verdict:
    """The verdict on a phrase after a preposition."""
    rule = _RULES.get(phrase.preposition)
    verdict = rule(phrase, scene) if rule else None
    if verdict is None and phrase.rank >= Rank.LAND and scene.is_sport(phrase.low, phrase.high):
        verdict = _in_sport(phrase, scene)
    return verdict or literal(f"after « {phrase.preposition} »")


def head_nouns(tokens: Tokens, before: int, low: int) -> tuple[str, ...]:
    """The words before a number, nearest first, up to the next preposition or mark."""
    found = []
    for index in range(before - 1, max(low, before - _HEAD) - 1, -1):
        if tokens.folded[index] in french.HEAD_STOPS:
            break
        if tokens.folded[index] != "politique" or tokens.at(index - 1) in french.BEFORE_NOUN:
            found.append(tokens.folded[index])
    return tuple(found)


def any_before(tokens: Tokens, before: int, low: int, wanted: frozenset[str], reach: int = 6) -> str | None:
    """The nearest of some words among those before a number in its sentence."""
    for index in range(before - 1, max(low, before - reach) - 1, -1):
        if tokens.folded[index] in wanted:
            return tokens.folded[index]
    return None


def _of(phrase: Phrase, scene: Scene) -> Verdict | None:
    tokens, at = scene.tokens, phrase.begin
    if phrase.rank < Rank.CAPITAL:
        return None
    if tokens.at(at - 1) in french.NEAR:
        return _near(phrase, tokens)
    pair = f"{tokens.at(at - 2)} {tokens.at(at - 1)}"
    if not french.BEFORE_OF.isdisjoint((pair, tokens.at(at - 1))) or tokens.at(at - 1) in obtaining():
        return power(f"after « {pair} de »")
    noun = _noun_of_doing(phrase, tokens)
    if noun:
        return power(f"after « {noun} de »")
    if pair == "l accord" and _lacks_consent(tokens, at - 2):
        return power("whose consent is spoken of")
    after = phrase.after  # *de l'Élysée à Bercy* is a way
    way = after < len(tokens.words) and tokens.at(after) in french.AT and tokens.words[after].text != "a"
    return power("a seat of power after « de »") if phrase.rank is Rank.SEAT and not way else None


def _lacks_consent(tokens: Tokens, at: int) -> bool:
    """*Faute de l'accord de Londres*, *sans l'accord de*: nobody lacks a treaty so."""
    before = (f"{tokens.at(at - 2)} {tokens.at(at - 1)}", tokens.at(at - 1))
    return not french.WITHOUT_CONSENT.isdisjoint(before)


def _near(phrase: Phrase, tokens: Tokens) -> Verdict:
    """*Un parti proche de Téhéran*, *plus proche de Doha*; *un village proche de Doha* is ground."""
    at = phrase.begin - 1
    who = any_before(tokens, at, phrase.low, _NEIGHBOURS, 8)
    degree = tokens.at(at - 1) in french.DEGREES
    if who in french.GROUND or not (who or degree or phrase.rank is Rank.COUNTRY):
        return literal("near another place")
    return power("somebody is close to it")


def _noun_of_doing(phrase: Phrase, tokens: Tokens) -> str | None:
    if phrase.origin and tokens.at(phrase.first) not in french.WITHOUT_ARTICLE:
        return None
    wanted = _DOING_OF[phrase.rank >= Rank.COUNTRY]
    return next((noun for noun in head_nouns(tokens, phrase.begin, phrase.low) if noun in wanted), None)


def _at(phrase: Phrase, scene: Scene) -> Verdict | None:
    tokens, at = scene.tokens, phrase.begin
    if phrase.rank < Rank.CAPITAL or phrase.rank is Rank.SEAT:
        return None
    if tokens.at(at - 1) in _TOWARDS:
        return power(f"after « {tokens.at(at - 1)} à »")
    if any_before(tokens, at, phrase.low, french.OPPOSING_TO, 6):
        return power("a party after « opposer … à »")
    told = any_before(tokens, at, phrase.low, addressing_to(), 3)
    asked = tokens.at(phrase.after) in {"de", "d", "que", "qu"}
    if told and (asked or phrase.determined):
        return power(f"addressed by « {told} à »")
    locative = not phrase.determined or tokens.at(phrase.first) in french.ISLANDS_WITH_ARTICLE
    ground = any_before(tokens, at, phrase.low, _REACHING, 3)
    if phrase.rank is not Rank.COUNTRY or locative or ground or _ends_stretch(phrase, tokens):
        return None
    return power("« à la », « à l' » is no place where: one says « en »")


def _ends_stretch(phrase: Phrase, tokens: Tokens) -> bool:
    """*De la Tunisie à la Syrie*, *va du Chili à l'Inde*; not *l'aide de la Norvège à l'Ukraine*."""
    for index in range(phrase.begin - 1, max(phrase.low, phrase.begin - _STRETCH) - 1, -1):
        if tokens.folded[index] in french.OF:
            before = tokens.at(index - 1)
            opens = index <= phrase.low or before in french.CLAUSE_OPENING
            return opens or before in french.STRETCHING or before in moving()
    return False


def _between(phrase: Phrase, scene: Scene) -> Verdict | None:
    ground = any_before(scene.tokens, phrase.begin, phrase.low, french.BETWEEN_GROUND)
    if ground:
        return literal(f"« {ground} entre »")
    if phrase.rank < Rank.CAPITAL:
        return _lands_in_relation(phrase, scene.tokens)
    return power("parties of « entre … et »")


def _with(phrase: Phrase, scene: Scene) -> Verdict | None:
    ground = any_before(scene.tokens, phrase.begin, phrase.low, french.BETWEEN_GROUND, 6)
    if ground:
        return literal(f"« {ground} {phrase.preposition} »")
    if phrase.rank is Rank.CAPITAL and phrase.preposition in {"avec", "sans", "contre"}:
        return _with_capital(phrase, scene)
    if phrase.rank is Rank.LAND:
        return _lands_in_relation(phrase, scene.tokens)
    return power(f"after « {phrase.preposition} »") if phrase.rank >= Rank.CAPITAL else None


def _lands_in_relation(phrase: Phrase, tokens: Tokens) -> Verdict | None:
    """*Les négociations avec la Catalogne*: a region has them too; a town only rarely."""
    if phrase.rank is not Rank.LAND or any(
        reading.entry.type is PlaceType.CITY for reading in phrase.readings
    ):
        return None
    relation = any_before(tokens, phrase.begin, phrase.low, french.RELATING, 5)
    return power(f"parties of « {relation} »") if relation else None


def _with_capital(phrase: Phrase, scene: Scene) -> Verdict:
    """A capital may be the town: *avec*, *sans* need a relation nearby, *contre* no assault."""
    tokens, at = scene.tokens, phrase.begin
    if phrase.preposition == "contre":
        assault = any_before(tokens, at, phrase.low, french.ASSAULTING, 5)
        return literal(f"« {assault} contre » a town") if assault else power("after « contre »")
    if at <= phrase.low + 1 or tokens.at(at - 1) in {",", ":", ";"}:
        return power(f"« {phrase.preposition} » at the head of a clause")
    relation = any_before(tokens, at, phrase.low, relating(), 10)
    if relation:
        return power(f"« {relation} … {phrase.preposition} »")
    return literal(f"« {phrase.preposition} » without a relation")


def _on(phrase: Phrase, scene: Scene) -> Verdict | None:
    verb = scene.tokens.at(phrase.begin - 1)
    leaning = verb in french.LEANING_ON and phrase.rank >= Rank.CAPITAL
    return power(f"after « {verb} sur »") if leaning else None


def _by(phrase: Phrase, scene: Scene) -> Verdict | None:
    tokens, at = scene.tokens, phrase.begin
    passing = any_before(tokens, at, phrase.low, moving() | french.UNDERGONE, 3)
    if passing:
        return literal(f"« {passing} par »")
    return power("agent after « par »") if phrase.rank >= Rank.CAPITAL else None


def _for(phrase: Phrase, scene: Scene) -> Verdict | None:
    tokens, at = scene.tokens, phrase.begin
    if phrase.rank < Rank.CAPITAL:
        return None
    if any_before(tokens, at, phrase.low, french.BOUND_FOR | moving(), 8):
        return literal("« pour » of a way or an errand")
    stake = any_before(tokens, at, phrase.low, french.STAKE, 5)
    if stake:
        return power(f"« {stake} pour »")
    leading = at <= phrase.low + 1 or tokens.at(at - 1) in {",", "que", "qu", ";", ":"}
    if leading and tokens.at(phrase.after) not in {"."}:
        return power("« pour » of a point of view")
    return None


def _in_sport(phrase: Phrase, scene: Scene) -> Verdict | None:
    tokens, at = scene.tokens, phrase.begin
    if phrase.preposition in french.AGAINST_TEAM or phrase.preposition == "entre":
        return team(f"after « {phrase.preposition} » in sport")
    if phrase.preposition == "a" and tokens.at(at - 1) in french.OPPOSING_TO | {"face"}:
        return team("an opponent in sport")
    continental = phrase.readings[0].entry.type is PlaceType.CONTINENT  # *la première équipe d'Afrique*
    team_of = phrase.preposition == "de" and not continental
    nouns = head_nouns(tokens, at, phrase.low) if team_of else ()
    noun = next((noun for noun in nouns if noun in french.TEAM), None)
    return team(f"after « {noun} de » in sport") if noun else None


_RULES: dict[str, Rule] = {
    "de": _of,
    "a": _at,
    "entre": _between,
    "par": _by,
    "sur": _on,
    "pour": _for,
    **dict.fromkeys(french.TOWARDS_POWER, _with),
}
