"""What holds of every text: spans, order, zones, no clock of the machine, time linear in the length."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.dates import day_of_publication, find_dates, gather_dates
from service.domain.dates.french.lexicon import lexicon
from service.domain.dates.french.shapes import LAYERS, grammar
from service.domain.model import DateMention, DateType, Relation, Zone, ZoneKind
from service.domain.text import Words, read_words

DAY = date(2016, 10, 11)
FIGURES = (
    "0 1 3 12 15 31 32 98 1000 2016 123456 1er XXe 99e 14h30 24h 8:61 12/11/2016 30/02/2016 12/2016"
    " 2016-13-45 '98 deux mille zéro % € . xyz L' s' ½ ² ٣ \n"
).split(" ")
TELLING = (*sorted(lexicon()), *FIGURES)


def dates(text: str, published: date | datetime | None = DAY) -> tuple[DateMention, ...]:
    return find_dates(read_words(text), published)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(TELLING), max_size=14).map(" ".join),
    st.sampled_from([DAY, None, date.min, date.max, datetime.fromisoformat("9999-12-31T23:00")]),
)
def test_mentions_are_ordered_apart_and_literal(text: str, published: date | None) -> None:
    mentions = dates(text, published)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip() == mention.text != ""
        if mention.value.begin and mention.value.end and "/" not in (mention.value.value or ""):
            assert mention.value.begin <= mention.value.end
    assert all(one.end <= two.start for one, two in pairwise(mentions))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    dates(text)


def test_a_mention_never_crosses_a_line_break() -> None:
    assert [mention.text for mention in dates("samedi 15\noctobre")] == ["samedi 15", "octobre"]


def test_nothing_is_found_inside_a_zone() -> None:
    text = "Lundi, il pleut. Abonnez-vous avant le 15 octobre !"
    zone = Zone(text.index("Abonnez"), len(text), ZoneKind.ADVERT)
    assert [mention.text for mention in find_dates(read_words(text), DAY, (zone,))] == ["Lundi"]
    assert len(find_dates(read_words(text), DAY)) == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("il y a deux heures", "2016-10-11T04:00"),
        ("dans une demi-heure", "2016-10-11T06:30"),
        ("il y a dix heures", "2016-10-10T20:00"),
    ],
)
def test_hours_count_from_the_moment_of_publication(text: str, value: str) -> None:
    assert [mention.value.value for mention in dates(text, datetime.fromisoformat("2016-10-11T06:00"))] == [
        value
    ]


def test_a_moment_with_a_zone_is_taken_as_it_is_written() -> None:
    moment = datetime.fromisoformat("2016-10-11T23:30:00+11:00")
    assert [mention.value.value for mention in dates("hier", moment)] == ["2016-10-10"]


def test_begin_and_end_are_the_days_of_the_value() -> None:
    (mention,) = dates("du 1er au 15 août 2016")
    assert (mention.value.begin, mention.value.end) == (date(2016, 8, 1), date(2016, 8, 15))
    (mention,) = dates("trois heures")
    assert mention.value.type is DateType.DURATION
    assert (mention.value.begin, mention.value.end) == (None, None)


def test_same_values_are_gathered_and_unknown_ones_stay_apart() -> None:
    gathered = gather_dates(dates("Mardi, puis ce mardi, puis depuis mardi.", DAY))
    assert [(each.value.relation, len(each.mentions)) for each in gathered] == [
        (None, 2),
        (Relation.SINCE, 1),
    ]
    unknown = gather_dates(dates("Mardi, puis mercredi.", None))
    assert [each.value.value for each in unknown] == [None, None]


@pytest.mark.parametrize("layer", LAYERS)
def test_every_rule_gets_what_its_shape_names(layer: tuple[object, ...]) -> None:
    grammar()
    for each in layer:
        if each.whole:  # type: ignore[attr-defined]
            continue
        wanted = inspect.signature(each.build).parameters.values()  # type: ignore[attr-defined]
        required = {
            one.name for one in wanted if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD
        }
        assert all(name in each.shape for name in required), each  # type: ignore[attr-defined]


HOSTILE = {
    "article": "Le 15 octobre, Moscou a annoncé lundi soir une trêve de trois heures. Elle tiendra. ",
    "digits": "1",
    "groups": "1 000 ",
    "figures": "12 ",
    "days": "12, ",
    "dates": "12/11-",
    "months": "mars ",
    "numbers": "vingt et un ",
    "spaces": " ",
    "articles": "le de la ",
    "hyphens": "1-",
    "lines": "le 12\n",
    "full dates": "12/11/2016 ",
    "compact dates": "20161112\n",
    "years": "2016 ",
    "clocks": "14h30 ",
    "weekdays": "lundi ",
    "named weekdays": "samedi 24 septembre, ",
    "quotations": "« lundi ",
    "abbreviations": "sept. ",
    "hours of opening": "du lundi au vendredi de 9 h à 17 h ",
    "feasts": "la Saint-Nicolas ",
    "addresses": "https://a.example/2016/10/12/a\n",
    "labels": "publié le 3 mai ",
    "no-break spaces": "\u00a0",
}


def cost(unit: str, length: int, read: Callable[[Words], object]) -> float:
    """The least processor time of three readings, in seconds."""
    words = read_words((unit * (length // len(unit) + 1))[:length])
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        read(words)
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("read", [lambda words: find_dates(words, DAY), day_of_publication])
def test_time_grows_with_the_length_only(name: str, read: Callable[[Words], object]) -> None:
    """Four times the text may take four times as long; 6 leaves room, a square would ask 16."""
    grammar()
    once, four_times = (cost(HOSTILE[name], length, read) for length in (5_000, 20_000))
    assert four_times <= 6 * max(once, 0.002)


def test_a_long_text_costs_as_much_a_character_as_an_article() -> None:
    article, long = (
        cost(HOSTILE["article"], size, lambda words: find_dates(words, DAY)) for size in (2_400, 96_000)
    )
    assert long <= 1.25 * 40 * article
