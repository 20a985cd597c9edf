"""Recognises French finite verbs by their forms, and what they say about their subject.

Long, because the forms of a finite verb are told apart in one place.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.metonymy import french_verbs as french
from service.domain.metonymy.french_words import (
    ADVERBS,
    AFTER_VERB,
    AT,
    BEFORE_INTENT,
    BEFORE_SIDE,
    BEING_SIDED,
    CLITICS,
    COUNTING,
    FIRST,
    INSERTIONS,
    INTENDING,
    NEVER_VERB,
    NO_INFINITIVE,
    PARTY_TO,
    TAKING_SIDES,
)
from service.domain.metonymy.tokens import Tokens
from service.domain.metonymy.verb_forms import (
    Deed,
    addressing,
    addressing_to,
    deed_of,
    reflexively_undergoing,
)

_MAYBE_NO_CLITIC = frozenset(("en", "la", "le", "les", "l"))  # *en nombre*, *la veille*
_SEEING = frozenset(("voit", "voient", "voyait"))  # *y voit une menace*, *voit d'un mauvais œil*
_SEEN = frozenset(("avec", "clair", "comme", "d", "dans", "mal", "rouge"))
_BEING_TOLD = frozenset(("vu", "vue", "vus", "vues", "voit", "voient"))  # *s'est vu reprocher*
_COUNTING = frozenset(("compte", "comptent", "comptait"))  # *compte sur son allié*
_MOURNING = frozenset(
    ("pleure", "pleurent", "pleurait")
)  # *pleure son président*; a town in the rain has none
_MOURNED = COUNTING | {"son", "sa", "ses", "leur", "leurs", "la", "le", "les", "l"}
_INSERTED = 9  # words between the commas of an insertion after an auxiliary
_MEANING_TO = frozenset(("compte", "comptent", "comptait", "comptaient", "ose", "osent", "osait"))
_STAYING = frozenset(
    ("reste", "restent", "restait", "restera", "resteront", "demeure", "demeurent", "demeurera")
)
_FUTURE = ("era", "ira", "dra", "rra", "ront", "rait", "raient")
_INSERTION_STARTS = frozenset(words[0] for words in INSERTIONS)


@dataclass(frozen=True, slots=True)
class Predicate:
    """`verb` as written; `passive` when the subject suffers it."""

    verb: str
    deed: Deed
    passive: bool = False


def find_predicate(tokens: Tokens, start: int, end: int) -> Predicate | None:
    """The finite verb that stands at a token, past clitics and adverbs; `None` for another word."""
    here, reflexive = _skip(tokens, start, end)
    if here >= end:
        return None
    word = tokens.folded[here]
    if word in french.HAVING and not tokens.accented(here, "àÀ") and not _capital_at(tokens, here):
        return _with_having(tokens, here, end)
    if word in french.BEING:
        return _with_being(tokens, here, end, reflexive)
    if word in _STAYING:
        return _with_being(tokens, here, end, reflexive)
    leaning = _leaning(tokens, here, end) if word in french.LEANING else None
    if leaning is not None:
        return leaning
    return _simple(tokens, here, reflexive)


def _past_insertion(tokens: Tokens, start: int, end: int) -> int:
    """The word after the comma that closes an insertion, where a participle stands; else the first within."""
    for index in range(start, min(end - 1, start + _INSERTED)):
        if tokens.folded[index] == ",":
            after, _ = _skip(tokens, index + 1, end)
            return after if after < end and tokens.participle(after) else start
    return start


def _capital_at(tokens: Tokens, here: int) -> bool:
    """*A l'issue*: an *À* without its accent, unless all is in capitals."""
    return tokens.words[here].text == "A" and not tokens.words[here - 1].text.isupper()


def _skip(tokens: Tokens, start: int, end: int) -> tuple[int, bool]:
    """Past clitics, adverbs and insertions; and whether a reflexive pronoun was among them."""
    here, reflexive = start, False
    while here < end and here < start + 8:
        inserted = _insertion(tokens, here)
        if not inserted and not _is_light(tokens, here):
            break
        reflexive = reflexive or tokens.folded[here] in {"s", "se"}
        here += inserted or 1
    return here, reflexive


def _insertion(tokens: Tokens, here: int) -> int:
    """How many words *pour sa part*, *d'abord* and their like take from a word on."""
    if tokens.folded[here] not in _INSERTION_STARTS:
        return 0
    lengths = (length for length in (4, 3, 2) if tokens.folded[here : here + length] in INSERTIONS)
    return next(lengths, 0)


def _is_light(tokens: Tokens, here: int) -> bool:
    word = tokens.folded[here]
    return word in CLITICS or word in ADVERBS or (word.endswith("ment") and deed_of(word) is None)


def _with_having(tokens: Tokens, here: int, end: int) -> Predicate | None:
    after, _ = _skip(tokens, here + 1, end)
    if after >= end:
        return None
    word = tokens.folded[after]
    if word == ",":  # *ont, eux, mené*; *a, ce jeudi 3 mai, menacé*
        after = _past_insertion(tokens, after + 1, end)
        word = tokens.folded[after]
    verb = _quote(tokens, here, after)
    if word == "ete" and _is_first(tokens, after + 1, end):
        return Predicate(verb, Deed.ACT)
    if word == "ete":
        return _passive(tokens, here, _skip(tokens, after + 1, end)[0], end)
    if word in INTENDING or (word in BEFORE_INTENT and _near(tokens, after, end, INTENDING)):
        return Predicate(verb, Deed.ACT)
    if tokens.participle(after):
        return Predicate(verb, deed_of(word) or Deed.UNKNOWN)
    return Predicate(verb, Deed.UNDERGO)


def _with_being(tokens: Tokens, here: int, end: int, reflexive: bool) -> Predicate | None:
    after, _ = _skip(tokens, here + 1, end)
    after -= tokens.at(after - 1) == "en"  # *est en mesure*: after *être* it is no clitic
    if after >= end:
        return None
    word = tokens.folded[after]
    verb = _quote(tokens, here, after)
    if word in french.MOVED or (word in BEFORE_SIDE and _sides(tokens, after, end)):
        return Predicate(verb, Deed.ACT)
    told = reflexive and _is_told(tokens, after)
    if told or _is_party(tokens, after) or _is_first(tokens, here + 1, end):
        return Predicate(verb, Deed.ACT)
    if reflexive and tokens.participle(after):
        undergoing = word in reflexively_undergoing()
        return Predicate(verb, Deed.UNDERGO if undergoing else deed_of(word) or Deed.UNKNOWN)
    if word == "en" and tokens.at(after + 1) == "train":
        return _leaning(tokens, after + 1, end)
    return _passive(tokens, here, after, end)


def _is_told(tokens: Tokens, here: int) -> bool:
    return tokens.at(here) in _BEING_TOLD and tokens.at(here + 1) in addressing_to()


def _is_party(tokens: Tokens, after: int) -> bool:
    """*Partie à l'accord*, *partie prenante*; not *partie à la dérive*."""
    if not tokens.at(after).startswith("partie"):
        return False
    nearby = tokens.folded[after + 1 : after + 5]
    return nearby[:1] in {("prenante",), ("prenantes",)} or not PARTY_TO.isdisjoint(nearby)


def _is_first(tokens: Tokens, start: int, end: int) -> bool:
    """*Parmi les premiers à réagir*, *la seule à s'y opposer*; not *la première à être touchée*."""
    for index in range(start, min(end - 2, start + 5)):
        if tokens.folded[index] in FIRST:
            at = index + 1 + (tokens.at(index + 1) in {"pays", "etat", "etats"})
            done = infinitive_after(tokens, at, AT)
            return bool(done) and done != "etre" and deed_of(done) is not Deed.UNDERGO
    return False


def infinitive_after(tokens: Tokens, at: int, prepositions: frozenset[str]) -> str:
    """The infinitive, past clitics and negation, after a preposition at a word; empty for another word."""
    if tokens.at(at) not in prepositions or tokens.words[at].text == "a":
        return ""
    at += 1
    while tokens.at(at) in CLITICS or tokens.at(at) in {"pas", "plus", "mieux"}:
        at += 1
    word = tokens.at(at)
    shaped = len(word) > 3 and word.endswith(("er", "ir", "re")) and word not in NO_INFINITIVE
    return word if shaped and not tokens.words[at].capitalised else ""


def _sides(tokens: Tokens, after: int, end: int) -> bool:
    return tokens.folded[after] == "contre" or _near(tokens, after + 1, min(end, after + 3), TAKING_SIDES)


def _passive(tokens: Tokens, here: int, after: int, end: int) -> Predicate | None:
    if after >= end:
        return None
    word = tokens.folded[after]
    if not BEING_SIDED.isdisjoint(tokens.folded[after : min(end, after + 6)]):
        return Predicate(_quote(tokens, here, after), Deed.ACT)
    addressed = word in addressing() and tokens.at(after - 1) != "en"  # *reste en alerte*
    deed = Deed.ACT if word in french.DISPOSED or addressed else Deed.UNDERGO
    return Predicate(_quote(tokens, here, after), deed, passive=deed is Deed.UNDERGO)


def _leaning(tokens: Tokens, here: int, end: int) -> Predicate | None:
    """*Doit encore décider*, *vient de signer*, *va être jugée*."""
    after, reflexive = _skip(tokens, here + 1, end)
    if tokens.at(after) in {"de", "d", "a", "par"}:
        after, reflexive = _skip(tokens, after + 1, end)
    word = tokens.at(after)
    if after >= end or not word.endswith(("er", "ir", "re")):
        return None
    if word == "etre":
        return _with_being(tokens, after, end, reflexive)
    relying = word == "compter" and tokens.at(after + 1) == "sur"
    meaning_to = tokens.folded[here] in _MEANING_TO  # *compte attirer*, whatever it means to do
    deed = Deed.ACT if relying or meaning_to else deed_of(word)
    return Predicate(_quote(tokens, here, after), deed or Deed.UNKNOWN)


def _simple(tokens: Tokens, here: int, reflexive: bool) -> Predicate | None:
    """A simple tense, or an adjective that stands for *est prêt*; a bare participle is no verb."""
    word, text = tokens.folded[here], tokens.words[here].text
    if word in NEVER_VERB or tokens.words[here].capitalised or not word.isalpha():
        return None
    if word in french.DISPOSED:
        return Predicate(text, Deed.ACT)
    if word in _MOURNING and tokens.at(here + 1) in _MOURNED:
        return Predicate(text, Deed.ACT)
    deed = None if tokens.ends_accented(here) else _deed_in_place(tokens, here, reflexive)
    return Predicate(text, deed) if deed else None


def _deed_in_place(tokens: Tokens, here: int, reflexive: bool) -> Deed | None:
    word, before = tokens.folded[here], tokens.at(here - 1)
    if word in _SEEING and (before == "y" or tokens.at(here + 1) in _SEEN):
        return Deed.SAY
    if word in _COUNTING and tokens.at(here + 1) == "sur":
        return Deed.ACT
    if reflexive and _is_told(tokens, here):
        return Deed.ACT
    if reflexive and word in reflexively_undergoing():
        return Deed.UNDERGO
    known = deed_of(word)
    if known is not None or before in _MAYBE_NO_CLITIC:
        return known
    finite = _looks_finite(word) and (reflexive or tokens.at(here + 1) in AFTER_VERB)
    finite = finite or (len(word) > 5 and word.endswith(_FUTURE))
    return Deed.UNKNOWN if finite else None


def _looks_finite(word: str) -> bool:
    return len(word) > 3 and word.endswith(
        ("e", "ent", "ait", "ont", "ra", "it", "oit", "ient", "erent", "a")
    )


def _near(tokens: Tokens, start: int, end: int, wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(tokens.folded[start : min(end, start + 3)])


def _quote(tokens: Tokens, first: int, last: int) -> str:
    return tokens.text[tokens.words[first].start : tokens.words[last].end]
