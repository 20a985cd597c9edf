"""The whole story with a remote geocoder that is down: the answer stands and says so."""

from __future__ import annotations

import socket

from service.app import choose_gazetteer, choose_parts
from service.domain.analysis import analyze
from service.domain.model import Article, Options
from service.settings import Settings
from tests.conftest import GAZETTEER


def test_a_remote_geocoder_that_is_down_degrades_the_answer(compiled_gazetteer: None) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings = Settings(
            gazetteer_path=GAZETTEER,
            articles_url="sqlite://",
            remote_geocoder="nominatim",
            remote_geocoder_domain=f"http://127.0.0.1:{unused.getsockname()[1]}",
            remote_geocoder_timeout_seconds=0.5,
        )
        article = Article("Des raids ont visé le village de Zorglubville, près d'Alep, en Syrie.")
        analysis = analyze(article, Options(), choose_parts(settings))
    assert analysis.degraded == ("remote_gazetteer",)
    assert {"Alep", "Syrie"} <= {place.entry.name for place in analysis.places}


def test_no_remote_geocoder_is_asked_unless_set(compiled_gazetteer: None) -> None:
    gazetteer = choose_gazetteer(Settings(gazetteer_path=GAZETTEER))
    assert "nominatim" not in gazetteer.version
