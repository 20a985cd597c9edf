"""HTTP and JSON, nothing else: routes (load → call → dump), schemas, problems.

`register` serves the parts over an application of Flask; `dump` gives an analysis as the contract's JSON.
"""

from __future__ import annotations

from typing import Any

from flask import Flask

from service.domain.analysis import analyze
from service.domain.model import Analysis, AnalyzeRequest, Options
from service.domain.ports import Parts
from service.settings import Settings
from service.web.access import recognise, want_keys
from service.web.admission import Gate, guard
from service.web.contract import add_calls
from service.web.desk import EXTENSION, Analyze, Desk
from service.web.explorer import add_explorer
from service.web.headers import add_headers, allow_origins, trust_proxies
from service.web.limits import limit_rates
from service.web.logs import log_request
from service.web.metrics import EXTENSION as MEASURED
from service.web.metrics import Metrics
from service.web.observation import observe
from service.web.offsets import OffsetUnit
from service.web.pages import add_pages
from service.web.problems import catch_errors
from service.web.schemas.analysis import AnalysisSchema
from service.web.schemas.options import Asked
from service.web.timing import tell_times
from service.web.traces import tracing

__all__ = ["dump", "register"]


def register(app: Flask, parts: Parts, settings: Settings, analyze: Analyze = analyze) -> Metrics:
    """Serves the parts: every call of the contract, the contract itself and its documentation.

    Gives the metrics, which can watch the caches of the parts too. Raises `InvalidSetting`.
    """
    app.debug = False  # whatever the environment says: a debugger tells traces to callers
    metrics = app.extensions[MEASURED] = Metrics()
    observe(app, (metrics.watch, log_request, *tracing(app, settings)))
    gate = Gate(settings.analyses_at_once, settings.queue_length, settings.queue_seconds, metrics.watch_queue)
    add_headers(app)
    recognise(app, settings)
    limit_rates(app, settings)
    want_keys(app, settings)
    guard(app, gate)
    app.extensions[EXTENSION] = Desk(parts, settings, analyze, gate)
    app.config["MAX_CONTENT_LENGTH"] = settings.body_limit_bytes
    app.url_map.merge_slashes = False  # `//` is no other way to write an address
    api = add_calls(app)
    add_pages(app, api)
    add_explorer(app)
    catch_errors(app)
    tell_times(app)
    allow_origins(app, settings)
    trust_proxies(app, settings)
    return metrics


def dump(analysis: Analysis, parts: Parts, options: Options | None = None) -> dict[str, Any]:
    """An analysis as the service would answer it, with its text."""
    asked = Asked(AnalyzeRequest(options=options or Options()), OffsetUnit.CODEPOINT)
    answer: dict[str, Any] = AnalysisSchema().dump(Desk(parts, Settings(), analyze).reading(asked, analysis))
    return answer
