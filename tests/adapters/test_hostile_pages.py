"""Pages that name what lies outside: nothing is opened, fetched or blown up."""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest

from service.adapters.page_bounds import ATTRIBUTES, DEPTH, ELEMENTS
from service.adapters.trafilatura_pages import TrafilaturaPages
from service.errors import InvalidInput

_ARTICLE = (
    "<p>Le maire de Lausanne a annoncé mardi la réouverture du pont, fermé depuis le printemps.</p>" * 5
)
_OUTSIDE = {
    "entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>&x;{}</body></html>',
    "document type": '<!DOCTYPE html SYSTEM "http://127.0.0.1:1/x.dtd"><html><body>{}</body></html>',
    "base": '<html><head><base href="http://127.0.0.1:1/"><link rel="canonical" href="/a"></head><body>{}',
    "inclusion": '<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><xi:include href="/etc/passwd"/>{}',
    "frame": '<html><body><iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1:1/">{}',
    "style": "<?xml-stylesheet href='http://127.0.0.1:1/x.xsl'?><html><body>{}</body></html>",
}


@pytest.mark.parametrize("page", _OUTSIDE.values(), ids=_OUTSIDE.keys())
def test_what_lies_outside_is_left_there(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("The network was asked.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    text = TrafilaturaPages().read(page.format(_ARTICLE)).text
    assert "Lausanne" in text
    assert "root:" not in text


def test_entities_that_multiply_stay_small() -> None:
    levels = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    page = f'<!DOCTYPE html [<!ENTITY l0 "ha">{levels}]><html><body>&l9;{_ARTICLE}</body></html>'
    assert len(TrafilaturaPages().read(page).text) < 10 * len(page)


@pytest.mark.parametrize(
    "sign", ["\0", "\x01", "\x1f", "\x85", "\uffff", "&#0;", "&#28;", "&#x1F;", "&#031a", "&#xffff;"]
)
@pytest.mark.parametrize("page", ["<p>a{0}b</p>", "<td>{0}a<td>b{0}", "<title>{0}a</title><p>{0}b {0}"])
def test_signs_that_are_no_text_are_taken(page: str, sign: str) -> None:
    TrafilaturaPages().read(page.format(sign) + _ARTICLE).text.encode()
    TrafilaturaPages().read(page.format(sign)).text.encode()


_LONGEST = 2_000_000  # characters, as the setting has it


def _filled(unit: str, around: str = "{}") -> str:
    return f"<html><body>{around.format(unit * (_LONGEST // len(unit)))}{_ARTICLE}</body></html>"


@pytest.mark.parametrize(
    ("page", "limit"),
    [
        pytest.param(_filled("<p></p>"), f"more than {ELEMENTS} elements", id="empty"),
        pytest.param(_filled("<option>x"), f"more than {ELEMENTS} elements", id="options"),
        pytest.param(_filled("<pre>x</pre>"), f"more than {ELEMENTS} elements", id="paragraphs"),
        pytest.param(_filled("<div>"), f"more than {ELEMENTS} elements", id="open"),
        pytest.param("<div>" * 300 + _ARTICLE, f"more than {DEPTH} elements deep", id="deep"),
        pytest.param(
            "<p " + " ".join(f"a{n}" for n in range(200_000)) + f">{_ARTICLE}",
            f"more than {ATTRIBUTES} attributes",
            id="attributes",
        ),
        pytest.param(
            """<!-- <a b=' --><script>"<a c='"</script><p d='>' e=">" """
            + " ".join(f"a{n}=/" for n in range(200_000))
            + f">{_ARTICLE}",
            f"more than {ATTRIBUTES} attributes",
            id="hidden attributes",
        ),
    ],
)
def test_pages_past_a_bound_are_refused_at_once_by_its_name(page: str, limit: str) -> None:
    began = time.process_time()
    with pytest.raises(InvalidInput, match=limit):
        TrafilaturaPages().read(page)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(_filled("<"), id="open brackets"),
        pytest.param(_filled("<a<"), id="one name"),
        pytest.param(_filled("<!"), id="declarations"),
        pytest.param(_filled("<!--", "{}-->"), id="open comments"),
        pytest.param(_filled("<!---->"), id="comments"),
        pytest.param(_filled("&l"), id="entities"),
        pytest.param(_filled("mot ", "<p a='{}'>"), id="a long attribute"),
        pytest.param(_filled("a = 'b' > c; ", "<script>{}</script>"), id="a long script"),
        pytest.param("<p>x</p>" * (ELEMENTS - 100) + _ARTICLE, id="many paragraphs"),
        pytest.param("<pre>x</pre>" * 3_900 + _ARTICLE, id="paragraphs for all opinions"),
    ],
)
def test_any_page_within_the_bounds_is_read_in_seconds(page: str) -> None:
    began = time.process_time()
    assert "Lausanne" in TrafilaturaPages().read(page).text
    assert time.process_time() - began < 6
