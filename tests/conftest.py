"""What the tests of the whole service share: one real service, started once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.service import ROOT, RunningService, running_service
from service.adapters import gazetteer_builder
from service.adapters.sql_articles import load_samples, open_articles
from service.app import SAMPLES

GAZETTEER = ROOT / "build" / "gazetteer.sqlite"


@pytest.fixture(scope="session")
def compiled_gazetteer() -> None:
    """The full gazetteer in `build/`, compiled when `make` has not done so."""
    if not gazetteer_builder.is_current(GAZETTEER):
        gazetteer_builder.build(GAZETTEER, progress=False)


@pytest.fixture(scope="session")
def live(compiled_gazetteer: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningService]:
    """gunicorn with the real parts and the sample articles, on a free port of the loopback."""
    url = f"sqlite:///{tmp_path_factory.mktemp('articles')}/articles.sqlite"
    load_samples(open_articles(url), SAMPLES)
    with running_service(GAZETTEER_PATH=str(GAZETTEER), ARTICLES_URL=url, WORKERS="1") as service:
        yield service
