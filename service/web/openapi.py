"""Writes the contract out: `python -m service.web.openapi > openapi.yaml`. Needs no parts and no model."""

from __future__ import annotations

import sys
from typing import Any

import yaml
from flask import Flask

from service.web.contract import Contract, add_calls
from service.web.description import complete


def render() -> str:
    """`openapi.yaml`, the same bytes for the same schemas."""
    return write(add_calls(Flask("service")))


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


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(render())
