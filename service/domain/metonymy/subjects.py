"""The verb of which a phrase is the subject."""

from __future__ import annotations

from service.domain.metonymy.french_verbs import PLURAL
from service.domain.metonymy.french_words import AFTER_NAME, CLAUSE_OPENING, CLITICS, DETERMINERS, JOINING
from service.domain.metonymy.phrases import Phrase
from service.domain.metonymy.ranks import Rank
from service.domain.metonymy.scene import Scene
from service.domain.metonymy.tokens import Tokens
from service.domain.metonymy.verb_forms import Deed, deed_of
from service.domain.metonymy.verbs import Predicate, find_predicate

OPENING_MARKS = ('"', "«", "“", "»", "”", "—", "–", " - ", "…")
_BRACKET = 10  # words that a bracket after a name may hold
_APPOSITION = 28  # words between a name and its verb, when commas set them apart
_PARTNER = 7  # words of a second subject after *et*
_HOLDER = 3  # words of the name of who rules: *la Bolivie d'Evo Morales*
_PLURAL_ENDINGS = ("ront", "raient")


def predicate_of(phrase: Phrase, scene: Scene) -> Predicate | None:
    """The verb that the phrase governs; `None` when it governs none, as after a preposition."""
    tokens = scene.tokens
    after = _past_partner(phrase.after, scene)
    after = _past_bracket(tokens, after)
    while tokens.at(after) in AFTER_NAME:
        after += 1
    if _is_object(tokens, phrase):
        return None
    after = _past_holder(phrase, after, tokens)
    opening = opens_clause(tokens, phrase)
    word = tokens.at(after)
    if word == "," and (opening or tokens.at(after + 1) == "qui"):
        return _past_comma(tokens, after + 1, phrase.high)
    if word == "qui":
        return find_predicate(tokens, after + 1, phrase.high)
    if word in JOINING and opening:
        return _of_both(tokens, after + 1, phrase.high)
    return find_predicate(tokens, after, phrase.high)


def opens_clause(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a clause can begin with the phrase."""
    return (
        phrase.start <= phrase.low
        or tokens.at(phrase.start - 1) in CLAUSE_OPENING
        or _quoted(tokens, phrase.start)
    )


def _quoted(tokens: Tokens, index: int) -> bool:
    return any(mark in tokens.between(index) for mark in OPENING_MARKS)


def _is_object(tokens: Tokens, phrase: Phrase) -> bool:
    """*Les raids qui visent la Russie ont …*: a verb right before the name has it for its object."""
    before = tokens.at(phrase.start - 1)
    return (
        phrase.start > phrase.low
        and before not in CLAUSE_OPENING
        and deed_of(before) is not None
        and not _quoted(tokens, phrase.start)
    )


def _past_partner(after: int, scene: Scene) -> int:
    """*Moscou et l'ONU ont …*: past a name of another kind that shares the verb."""
    tokens = scene.tokens
    also = tokens.folded[after : after + 2] == ("ainsi", "que")
    link = 2 if also else int(tokens.at(after) in JOINING)
    name = after + link + (tokens.at(after + link) in DETERMINERS)
    return scene.name_ends.get(name, after) if link else after


def _past_holder(phrase: Phrase, after: int, tokens: Tokens) -> int:
    """*La Bolivie d'Evo Morales a …*: past the name of who rules, when two or three words make it."""
    if phrase.rank is not Rank.COUNTRY or phrase.preposition or tokens.at(after) not in {"de", "d"}:
        return after
    last = after + 1
    while last <= after + _HOLDER and last < phrase.high and tokens.words[last].capitalised:
        last += 1
    return last if last > after + 2 else after


def _past_bracket(tokens: Tokens, after: int) -> int:
    if tokens.at(after) != "(":
        return after
    for index in range(after + 1, after + _BRACKET):
        if tokens.at(index) == ")":
            return index + 1
    return after


def _past_comma(tokens: Tokens, start: int, end: int) -> Predicate | None:
    if tokens.at(start) == "qui":
        told = find_predicate(tokens, start + 1, end)
        if told is not None and told.deed is not Deed.UNDERGO:
            return told
    else:
        told = None
        direct = find_predicate(tokens, start, end)
        if direct is not None and direct.deed is not Deed.UNKNOWN and not direct.passive:
            return direct
    for index in range(start, min(end, start + _APPOSITION)):
        if tokens.folded[index] == ",":
            found = find_predicate(tokens, index + 1, end)
            if found is not None and (found.deed is not Deed.UNKNOWN or " " in found.verb):
                return found
    return told


def _of_both(tokens: Tokens, start: int, end: int) -> Predicate | None:
    """*Paris et les syndicats ont …*: the plural verb after a second subject."""
    for index in range(start, min(end, start + _PARTNER)):
        word = tokens.folded[index]
        plural = word.endswith("ent") and deed_of(word) is not None
        if plural or word in PLURAL or (len(word) > 4 and word.endswith(_PLURAL_ENDINGS)):
            return find_predicate(tokens, index - (tokens.at(index - 1) in CLITICS), end)
        if word in {",", ".", ";"}:
            return None
    return None
