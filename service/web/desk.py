"""What the views find on their desk: the parts, the settings and the story to call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from flask import current_app

from service import __version__
from service.domain.intake import LANGUAGES, read_request
from service.domain.model import Analysis, Article, Options
from service.domain.ports import Attribution, Parts
from service.settings import Settings
from service.web.admission import Gate
from service.web.notes import notes
from service.web.schemas.analysis import Reading
from service.web.schemas.meta import Meta, Sources
from service.web.schemas.options import Asked
from service.web.schemas.service import Status
from service.web.timing import step

EXTENSION = "gazette"

Analyze = Callable[[Article, Options, Parts], Analysis]


@dataclass(frozen=True, slots=True)
class Desk:
    """One for each application, under `app.extensions["gazette"]`."""

    parts: Parts
    settings: Settings
    analyze: Analyze
    gate: Gate = field(default_factory=lambda: Gate(1, 0, 0.0))

    def read(self, asked: Asked, article: Article | None = None) -> Reading:
        """Reads an article as asked, when its turn comes; `article` is that of the request when it is known.

        Raises what `read_request` and `analyze` raise.
        """
        options = asked.request.options
        with self.gate.turn(patient=notes().articles > 0):
            with step("intake"):
                article = article or read_request(asked.request, self.parts, self.settings.limits)
            with step("analysis"):
                analysis = self.analyze(article, options, self.parts)
        notes().add_analysis(analysis)
        return self.reading(asked, analysis)

    def reading(self, asked: Asked, analysis: Analysis) -> Reading:
        """The analysis on its way out; a caller who sent the text does not get it back."""
        with_text = asked.request.text is None
        return Reading(analysis, asked.request.options, with_text, self._meta(asked, analysis))

    def _meta(self, asked: Asked, analysis: Analysis) -> Meta:
        sources = self.sources()
        return Meta(
            service=sources.service,
            gazetteer=sources.gazetteer,
            rules=sources.rules,
            attribution=sources.attribution,
            model=self.parts.recognizer.version,
            offset_unit=asked.unit,
            degraded=analysis.degraded,
        )

    def sources(self) -> Sources:
        lines = tuple(f"{credit.credit} ({credit.licence}) {credit.url}" for credit in self._credits())
        return Sources(__version__, self.parts.gazetteer.version, self.parts.actor_book.version, lines)

    def status(self) -> Status:
        return Status(
            service=__version__,
            model=self.parts.recognizer.version,
            gazetteer=self.parts.gazetteer.version,
            rules=self.parts.actor_book.version,
            languages=LANGUAGES,
            limits=self.settings.limits,
            attribution=self._credits(),
        )

    def _credits(self) -> tuple[Attribution, ...]:
        return (*self.parts.gazetteer.attribution, *self.parts.credits)


def desk() -> Desk:
    """The desk of the application at hand."""
    return cast(Desk, current_app.extensions[EXTENSION])
