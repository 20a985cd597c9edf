"""What is taken out of a web page, and that nothing of today or of the network gets in."""

from __future__ import annotations

import socket
from datetime import date

import pytest

from service.adapters.trafilatura_pages import TrafilaturaPages
from service.errors import InvalidInput

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="iso-8859-1"><title>Trêve à Alep - Le Quotidien</title>
<meta property="og:title" content="Trêve à Alep">{meta}</head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/monde">Monde</a></li></ul></nav>
<article><h1>Trêve à Alep</h1>
<p>Mardi, Moscou a annoncé une trêve à Alep, où les combats durent depuis plusieurs mois.</p>
<p>Elle commencerait jeudi à 8 heures et durerait trois jours, dit le ministère ; en 2050, qui sait.</p>
</article><footer>© Le Quotidien {footer}</footer></body></html>"""


def page(meta: str = "", footer: str = "") -> str:
    return PAGE.format(meta=meta, footer=footer)


def test_a_page_gives_text_title_and_day() -> None:
    found = TrafilaturaPages().read(
        page('<meta property="article:published_time" content="2016-10-11T08:30:00+02:00">', "2017")
    )
    assert found.title == "Trêve à Alep"
    assert found.published_at == date(2016, 10, 11)
    assert found.text.splitlines() == [
        "Trêve à Alep",
        "Mardi, Moscou a annoncé une trêve à Alep, où les combats durent depuis plusieurs mois.",
        "Elle commencerait jeudi à 8 heures et durerait trois jours, dit le ministère ; en 2050, qui sait.",
    ]


def test_an_address_without_separators_tells_the_day() -> None:
    mark = '<meta property="og:url" content="https://journal.example/article/20161012-la-crue.html">'
    assert TrafilaturaPages().read(page(mark)).published_at == date(2016, 10, 12)


def test_a_page_without_marks_has_no_day() -> None:
    assert TrafilaturaPages().read(page()).published_at is None


def test_a_day_after_today_is_as_good_as_any_other() -> None:
    found = TrafilaturaPages().read(
        page('<meta property="article:published_time" content="2093-05-04T08:30:00+02:00">')
    )
    assert found.published_at == date(2093, 5, 4)


def test_the_first_publication_counts() -> None:
    marks = (
        '<meta property="article:modified_time" content="2016-10-13T09:00:00+02:00">'
        '<meta property="article:published_time" content="2016-10-11T08:30:00+02:00">'
    )
    assert TrafilaturaPages().read(page(marks)).published_at == date(2016, 10, 11)


@pytest.mark.parametrize(
    "html",
    ["Mardi, Moscou a annoncé une trêve.", "<p>Une trêve", '<?xml version="1.0" encoding="utf-16"?><p>é</p>'],
)
def test_little_is_taken_as_it_is(html: str) -> None:
    assert TrafilaturaPages().read(html).text.strip()


@pytest.mark.parametrize("html", ["", " ", "<html>", "<br>", "<!-- rien -->", "<script>rien()</script>"])
def test_pages_without_text_are_refused(html: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        TrafilaturaPages().read(html)
    assert caught.value.field == "html"


@pytest.mark.parametrize("html", ["http://127.0.0.1:9/article", "https://example.org/"])
def test_an_address_is_a_text_like_any_other(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object) -> None:
        pytest.fail("asked the network")

    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    monkeypatch.setattr(socket.socket, "connect", no_network)
    assert TrafilaturaPages().read(html).text.strip() == html


def test_the_same_page_reads_the_same_twice() -> None:
    reader = TrafilaturaPages()
    assert reader.read(page()) == reader.read(page())
