"""Names whose part in the sentence is said for another name: *la Suède un navire*, *comme Berlin*."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.metonymy import french_words as french
from service.domain.metonymy.phrases import Phrase
from service.domain.metonymy.ranks import Rank
from service.domain.metonymy.scene import Scene
from service.domain.metonymy.verdict import Verdict, power
from service.domain.model import Usage

_MODELS = 8  # phrases before a likened one among which its model is looked for


def is_gapped(phrase: Phrase, before: Phrase, scene: Scene) -> bool:
    """*La France versera 3 millions, l'Italie 2 et l'Espagne un*: the verb is said once, before."""
    tokens, after = scene.tokens, phrase.after
    if before.low != phrase.low or phrase.preposition or phrase.rank < Rank.CAPITAL:
        return False
    listed = phrase.start > phrase.low and tokens.folded[phrase.start - 1] in {",", "et", ";"}
    number = after + (tokens.at(after) in {"de", "d", "a"})
    return listed and (tokens.at(number).isdigit() or tokens.at(after) in french.COUNTING)


def likened_to(phrases: Sequence[Phrase], at: int, scene: Scene) -> int | None:
    """The number of the phrase that another is likened to; `None` when it is likened to none.

    *Comme Berlin, Prague a voté*: the next; *Riyad prône le calme, comme Doha*: the one before.
    """
    phrase = phrases[at]
    if phrase.rank < Rank.CAPITAL or not _is_likened(phrase, scene):
        return None
    if phrase.begin - 2 <= phrase.low:
        return at + 1 if at + 1 < len(phrases) and phrases[at + 1].low == phrase.low else None
    models = (
        other for other in range(at - 1, max(at - _MODELS, 0) - 1, -1) if not phrases[other].preposition
    )
    model = next(models, None)
    return model if model is not None and phrases[model].low == phrase.low else None


def likened(own: Verdict, model: Verdict) -> Verdict:
    """The verdict on a likened name: that of its model, when it stands for a power."""
    if own.usage is Usage.LITERAL and model.usage is Usage.METONYMIC:
        return power("likened to a power")
    return own


def _is_likened(phrase: Phrase, scene: Scene) -> bool:
    if phrase.preposition not in {"", "de"}:
        return False
    tokens, before = scene.tokens, phrase.begin - 1
    if before < phrase.low:
        return False
    if phrase.preposition:
        return f"{tokens.at(before - 1)} {tokens.at(before)}" in french.LIKE_OF
    if tokens.folded[before] != "comme":
        return False
    return before == phrase.low or tokens.at(before - 1) in french.BEFORE_LIKE
