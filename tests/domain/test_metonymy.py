"""Usage of place names, by marked sentences: `{Moscou} a annoncé`, `à [Moscou]`."""

from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from service.domain.metonymy import decide_usages
from service.domain.model import GazetteerEntry, Label, Name, PlaceType, Precision, Span, Usage
from service.domain.nations import Nations, Seat
from service.domain.places.reading import Reading, Toponym
from service.domain.text import fold, read_words

PAGE = Path(__file__).parents[2] / "docs" / "metonymy.md"
SENTENCES = Path(__file__).with_name("metonymy_sentences.txt")
CAPITALS = frozenset(
    fold(name)
    for name in (
        "La Havane",
        "Abou Dhabi",
        "Addis-Abeba",
        *"""
        Alger Ankara Asmara Athènes Bakou Bamako Bangui Belgrade Berlin Beyrouth Bogota Brasilia
        Bruxelles Budapest Caire Canberra Colombo Dakar Damas Doha Dublin Erevan Islamabad Kaboul
        Khartoum Kiev Kinshasa Lima Lisbonne Londres Madrid Minsk Moscou Nairobi Niamey Paris
        Port-au-Prince Prague Pristina Pékin Quito Rabat Riyad Rome Santiago Sarajevo Skopje Séoul
        Tbilissi Tokyo Tunis Téhéran Varsovie Vienne Washington
        """.split(),
    )
)
SEATS = frozenset(fold(name) for name in ("Kremlin", "Élysée", "Maison-Blanche"))
_MARK = re.compile(r"\{([^}|]+)(?:\|(\w+))?\}|\[([^\]|]+)(?:\|(\w+))?\]")


def marked_sentences() -> list[str]:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_marks(sentence: str) -> tuple[str, list[tuple[Span, str | None, Usage]]]:
    """The sentence without its marks, and the marked names with kind and usage."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(sentence):
        text += sentence[last : match.start()]
        name = match.group(1) or match.group(3)
        usage = Usage.METONYMIC if match.group(1) else Usage.LITERAL
        marks.append((Span(len(text), len(text) + len(name)), match.group(2) or match.group(4), usage))
        text += name
        last = match.end()
    return text + sentence[last:], marks


def reading(text: str, span: Span, kind: str | None = None) -> Reading:
    name = text[span.start : span.end]
    if kind:
        kind_of_place = PlaceType(kind)
    elif fold(name) in SEATS:
        kind_of_place = PlaceType.BUILDING
    else:
        kind_of_place = PlaceType.CITY if fold(name) in CAPITALS else PlaceType.COUNTRY
    identity = f"test:{fold(name)}" if kind is None else f"land:{fold(name)}"
    entry = GazetteerEntry(identity, name, kind_of_place, None, None, Precision.CITY)
    return Reading(Toponym(span.start, span.end, name, name, span), entry, 1.0)


def nations_of(readings: tuple[Reading, ...]) -> Nations:
    powers = {one.entry.id for one in readings if one.entry.id.startswith("test:")}
    return Nations((), [Seat(power, None) for power in powers])


def usages(
    text: str, *spans: Span, kinds: tuple[str | None, ...] = (), names: tuple[Name, ...] = ()
) -> list[Usage]:
    kinds = kinds or (None,) * len(spans)
    readings = tuple(reading(text, span, kind) for span, kind in zip(spans, kinds, strict=True))
    return [one.usage for one in decide_usages(read_words(text), readings, nations_of(readings), names)]


@pytest.mark.parametrize("sentence", marked_sentences())
def test_marked_sentence(sentence: str) -> None:
    text, marks = read_marks(sentence)
    readings = tuple(reading(text, span, kind) for span, kind, _ in marks)
    decided = decide_usages(read_words(text), readings, nations_of(readings))
    wrong = [
        (one.toponym.text, one.usage.value, one.reasons[-1])
        for one, (_, _, usage) in zip(decided, marks, strict=True)
        if one.usage is not usage
    ]
    assert wrong == []


def test_there_are_many_sentences() -> None:
    assert len(marked_sentences()) >= 500


def test_the_page_shows_marked_sentences() -> None:
    shown = [
        quote for quote in re.findall(r"`([^`\n]+)`", PAGE.read_text(encoding="utf-8")) if len(quote) > 12
    ]
    examples = [quote for quote in shown if _MARK.search(quote)]
    assert len(examples) > 30
    assert set(examples) <= set(marked_sentences())


def test_readings_keep_order_and_everything_else() -> None:
    text, marks = read_marks("À [Vienne], l'{Iran} a signé.")
    readings = tuple(reading(text, span) for span, _, _ in reversed(marks))
    decided = decide_usages(read_words(text), readings, nations_of(readings))
    assert [one.toponym for one in decided] == [one.toponym for one in readings]
    assert all(len(one.reasons) == 1 and one.confidence == 1.0 for one in decided)


def test_nothing_to_decide() -> None:
    assert decide_usages(read_words("Rien."), (), Nations(())) == ()


def test_a_name_of_another_kind_shares_the_verb() -> None:
    text = "Oslo et la Ligue arabe ont protesté."
    name = Name(11, 22, "Ligue arabe", Label.ORGANISATION)
    assert usages(text, Span(0, 4), names=(name,)) == [Usage.METONYMIC]


def test_a_menu_makes_no_article_of_sport() -> None:
    menu = "Football\nRugby\nTennis\nHandball\nBasket\n\n"
    text = menu + "La Grèce a été touchée par un séisme."
    start = text.index("Grèce")
    assert usages(text, Span(start, start + 5)) == [Usage.LITERAL]


PIECES = st.sampled_from(
    [
        "La",
        "le",
        "d'",
        "à",
        "entre",
        "et",
        "qui",
        "a",
        "ont",
        "pour",
        "Moscou",
        "Russie",
        "Lyon",
        "AFP",
        "2-1",
        "match",
        ",",
        ".",
        "(",
        ")",
        "«",
        "»",
        "-",
        ":",
        "\n",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=25), st.integers(0, 60), st.integers(1, 12))
@settings(derandomize=True, deadline=None)
def test_every_reading_is_decided(pieces: list[str], start: int, length: int) -> None:
    """Spans that no reader would propose (marks, halves of words) are decided all the same."""
    text = " ".join(pieces) + " fin"
    span = Span(min(start, len(text) - 1), min(start + length, len(text)))
    assume(span.start < span.end and text[span.start : span.end].strip())
    assert len(usages(text, span, Span(len(text) - 3, len(text)))) == 2


def test_time_grows_with_the_text() -> None:
    """Twenty times the text takes some twenty times as long, not four hundred."""
    text, marks = read_marks(
        "La {Russie}, dit-on, et le [Tchad] (ici) ; l'{Iran} a signé à [Vienne], où rien n'est dit. "
    )

    def seconds(times: int) -> float:
        whole = text * times
        shifts = range(0, len(whole), len(text))
        spans = (Span(span.start + shift, span.end + shift) for shift in shifts for span, _, _ in marks)
        readings = tuple(reading(whole, span) for span in spans)
        words, nations = read_words(whole), nations_of(readings)
        runs = []
        for _ in range(3):
            started = perf_counter()
            decide_usages(words, readings, nations)
            runs.append(perf_counter() - started)
        return min(runs)

    assert seconds(400) < 200 * seconds(20)
