"""Whatever the text repeats, twice as much of it takes some twice as long."""

from __future__ import annotations

import time

import pytest

from service.app import choose_parts
from service.domain.analysis import analyze
from service.domain.model import Article, Options
from service.domain.ports import Parts
from service.settings import Settings
from tests.conftest import GAZETTEER

_CHARACTERS = 5_000


@pytest.fixture(scope="module")
def parts(compiled_gazetteer: None) -> Parts:
    return choose_parts(Settings(gazetteer_path=GAZETTEER, articles_url="sqlite://"))


def _seconds(text: str, parts: Parts) -> float:
    began = time.perf_counter()
    analyze(Article(text), Options(), parts)
    return time.perf_counter() - began


@pytest.mark.parametrize(
    "unit",
    [
        "d'l'",
        "😀",
        "!",
        "Jean Paul Marie ",
        "Paris\n",
        "Paris et ",
        "PARIS LYON ",
        "le 3 mai, ",
        " ",
        "1",
        "12 ",
        "12/11/2016 ",
        "mars ",
        "lundi ",
        "de la ",
        "al-",
    ],
)
def test_time_grows_with_the_length_only(unit: str, parts: Parts) -> None:
    once, twice = ((unit * size)[:size] for size in (_CHARACTERS, 2 * _CHARACTERS))
    _seconds(once, parts)  # caches are filled
    fastest = [min(_seconds(text, parts) for _ in range(3)) for text in (once, twice)]
    assert fastest[1] < 3 * fastest[0] + 0.05
