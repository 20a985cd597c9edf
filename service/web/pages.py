"""What people read: the contract as a file, its documentation, and what each kind of problem means."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from flask import Flask, Response, send_from_directory
from werkzeug.exceptions import NotFound

from service.web.answers import tag
from service.web.contract import Contract, write
from service.web.problems import BY_SLUG

STATIC = Path(__file__).with_name("static")
# By name in the address: where the file lies. Nothing else is served.
ASSETS = {
    "swagger-ui.css": "swagger-ui",
    "swagger-ui-bundle.js": "swagger-ui",
    "swagger-ui-bundle.js.LICENSE.txt": "swagger-ui",
    "start.js": "docs",
}
# Swagger UI sets styles and shows images of its own; everything comes from this server.
_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)


def add_pages(app: Flask, api: Contract) -> None:
    """Adds the pages. The contract is written out when it is first asked for."""
    contract = cache(lambda: write(api))

    @app.get("/openapi.yaml")
    def openapi() -> Response:
        return tag(Response(contract(), mimetype="application/yaml"), "no-cache")

    app.add_url_rule("/docs", view_func=docs)
    app.add_url_rule("/docs/<name>", view_func=asset)
    app.add_url_rule("/problems/<slug>", view_func=problem)
    app.after_request(_guard)


def docs() -> Response:
    """The contract, browsable."""
    response = send_from_directory(STATIC / "docs", "index.html")
    response.headers["Content-Security-Policy"] = _POLICY
    return response


def asset(name: str) -> Response:
    """A file of the documentation."""
    if name not in ASSETS:
        raise NotFound
    return send_from_directory(STATIC / ASSETS[name], name)


def problem(slug: str) -> Response:
    """What a kind of problem means: where its `type` leads."""
    if slug not in BY_SLUG:
        raise NotFound
    kind = BY_SLUG[slug]
    return Response(f"{kind.title} ({kind.status})\n\n{kind.meaning}\n", mimetype="text/plain")


def _guard(response: Response) -> Response:
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
