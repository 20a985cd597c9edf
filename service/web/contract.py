"""The calls on an application, and the contract (OpenAPI 3.1) that is written from them."""

from __future__ import annotations

from typing import Any

import yaml
from flask import Flask
from flask_smorest import Api

from service import __version__
from service.web.description import ABOUT, complete, describe_problem, json_schema_of
from service.web.problems import KINDS
from service.web.routes import actors, analysis, articles, batch, places, service
from service.web.schemas.service import ProblemSchema


class Contract(Api):  # type: ignore[misc]
    """flask-smorest's API with our problem documents instead of its errors."""

    DEFAULT_ERROR_RESPONSE_NAME = None
    ERROR_SCHEMA = ProblemSchema

    def _register_error_handlers(self) -> None:
        """`problems.py` catches them."""

    def _register_responses(self) -> None:
        self.spec.components.schema("Problem", schema=ProblemSchema)
        for kind in KINDS:
            self.spec.components.response(kind.component, describe_problem(kind))

    def _register_etag_headers(self) -> None:
        """`description.py` tells what is true of every call."""

    def _register_pagination_header(self) -> None:
        """Lists page by cursor."""


def add_calls(app: Flask) -> Contract:
    """Adds the calls to the application. Nothing is called yet, so no parts are needed."""
    app.config.update(
        API_TITLE="Gazette",
        API_VERSION=__version__,
        OPENAPI_VERSION="3.1.0",
        API_SPEC_OPTIONS={
            "info": {
                "description": ABOUT,
                "contact": {"name": "The maintainers of Gazette"},
                "license": {"name": "MIT", "identifier": "MIT"},
            },
            "servers": [{"url": "/", "description": "This server."}],
        },
    )
    api = Contract(app)
    api.ma_plugin.converter.add_attribute_function(json_schema_of)
    for room in (analysis.room, batch.room, articles.room, places.room, actors.room, service.room):
        api.register_blueprint(room, url_prefix="/v1")
    api.register_blueprint(service.health)
    return api


def write(api: Contract) -> str:
    """The contract of the calls, as YAML in the order of the calls."""
    text: str = yaml.dump(
        complete(api.spec.to_dict()),
        Dumper=_Plain,
        sort_keys=False,
        allow_unicode=True,
        width=110,
        default_flow_style=False,
    )
    return text


class _Plain(yaml.SafeDumper):
    """YAML without anchors, with texts of several lines as blocks."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (PyYAML's signature)
        return True


def _text(dumper: _Plain, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Plain.add_representer(str, _text)
