"""The reviewed fact files; adapters read them and hand the domain what they say."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
