"""`python -m service.cli` is `gazette`."""

from __future__ import annotations

from service.cli import main

main()
