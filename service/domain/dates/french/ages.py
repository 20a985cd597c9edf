"""Which French amounts of time are no lengths of time: ages, idioms, names."""

from __future__ import annotations

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import Amount
from service.domain.dates.french import contexts
from service.domain.dates.french.words import MONTHS
from service.domain.model import Span
from service.domain.text import Word, Words

_LINE = 80  # characters of a line of buttons


def is_no_length(  # noqa: PLR0911 — one return for each sign
    words: Words, span: Span, said: Amount, before: tuple[Word, ...], after: tuple[Word, ...]
) -> bool:
    """Whether an amount between these words is an age, an idiom or a name."""
    text = words.text[span.start : span.end]
    if said.parts[0].count is None and len(words.within(span)) == 1:
        return not _lasts(said.parts[0].unit, before, after)
    if said.parts[-1].unit is Grain.MINUTE and _is_reading_time(words, span):
        return True
    if text.endswith("quinzaine") and after and after[0].folded in ("de", "d"):
        return True  # *une quinzaine de villas*
    if text.lower() in contexts.IDIOMS and not (before and before[-1].folded in contexts.MEASURING):
        return True
    follows = " ".join(word.folded for word in after)
    if text.endswith("minute") and follows == "de silence":
        return True
    inside = words.within(span)
    if inside[-1].capitalised and not text.isupper():  # *20 Minutes*, *24 Heures du Mans*
        return True
    in_years = said.parts[-1].unit is Grain.YEAR and inside[-1].folded in ("an", "ans")
    oldest = (said.parts[0].count or 0) <= contexts.OLDEST
    return in_years and oldest and _is_age(inside, before, after)


def _lasts(unit: Grain, before: tuple[Word, ...], after: tuple[Word, ...]) -> bool:
    """Whether *des mois* is a length: *attendre des mois*, *voire des années*, *des mois de guerre*."""
    *leading, article = [word.folded for word in before if word.text[0].isalpha()] or [""]
    if article != "des":
        return False
    previous = leading[-1] if leading else ""
    if any(word.startswith(contexts.LASTING) for word in leading[-3:]) or previous in contexts.MEASURING:
        return True
    if previous in ("voire", "puis", "ou", "et") and set(leading[-3:-1]) & contexts.UNIT_WORDS:
        return True  # *des semaines, puis des mois*
    following = [word.text for word in after]
    if following[:1] == ["durant"]:
        return True
    counted = unit in (Grain.WEEK, Grain.MONTH, Grain.YEAR) and following[:1] in (["de"], ["d"])
    return counted and following[-1].islower() and following[-1] not in MONTHS and following[-1].isalpha()


def _is_reading_time(words: Words, span: Span) -> bool:
    """*Écouter (4 min)*, *Temps de lecture : 3 min*: a short line beside a text."""
    text = words.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end) % (len(text) + 1)
    short = end - start <= _LINE
    return short and any(word.folded in contexts.READING for word in words.within(Span(start, end)))


def _is_age(  # noqa: PLR0911 — one return for each sign
    inside: tuple[Word, ...], before: tuple[Word, ...], after: tuple[Word, ...]
) -> bool:
    folded = [word.folded for word in before]
    following = after[0] if after else None
    if set(folded[-3:]) & contexts.OLD or (following and following.folded == "age"):
        return True
    lead = inside[0].folded
    if folded and (
        folded[-1] in contexts.ONES_OWN or (folded[-1] in ("les", "des", "aux") and len(inside) > 2)
    ):
        return True
    if lead in ("depuis", "pendant", "durant", "en", "pour", "d", "dans", "apres", "avant", "jusqu"):
        return False
    if following and following.folded in ("de", "d", "ferme", "avec", "plus", "apres", "avant", "durant"):
        return False
    if not folded:
        return False
    if lead in ("plus", "moins"):
        return folded[-1] in ("les", "des", "aux", "de") or folded[-1] in contexts.HAVING
    if folded[-1] in contexts.HAVING or before[-1].text == "à":
        return following is None or before[-1].text == "à" or following.text in contexts.AFTER_AN_AGE
    if folded[-1] in ("de", "d") and len(folded) > 1:
        owner = before[-2]
        return _is_person(owner)
    closes = following is None or following.text in ",.;:)»"
    return closes and before[-1].text in (",", "(")


def _is_person(word: Word) -> bool:
    return word.folded in contexts.PEOPLE or (
        len(word.folded) > 4
        and word.folded not in contexts.LENGTHS
        and word.folded.endswith(contexts.PERSON_ENDINGS)
    )
