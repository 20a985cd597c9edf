"""Pages that name what lies outside: nothing is opened, fetched or blown up."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from service.adapters.trafilatura_pages import TrafilaturaPages

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
