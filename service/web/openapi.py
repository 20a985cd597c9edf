"""Writes the contract out: `python -m service.web.openapi > openapi.yaml`. Needs no parts and no model."""

from __future__ import annotations

import sys

from flask import Flask

from service.web.contract import add_calls, write


def render() -> str:
    """`openapi.yaml`, the same bytes for the same schemas."""
    return write(add_calls(Flask("service", static_folder=None)))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(render())
