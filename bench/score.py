"""Accuracy of the running service on the annotated articles: `make score`.

Ours lie in `tests/gold`; the press articles, which are not ours to ship, in the folder that `--shared` names,
beside the scorer itself.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from bench.service import ROOT, running_service

_ARTICLES = ROOT / "service" / "data" / "articles"
_TEXTS = ROOT / "build" / "score"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with tools/score.py, gold, seeds")
    shared = parser.parse_args().shared
    scorer = shared / "tools" / "score.py"
    if not scorer.exists():
        sys.exit(f"There is no scorer in {shared}; say `make score SHARED=…`.")
    _write_texts(_TEXTS)
    with running_service() as service:
        for title, gold, texts in (
            ("Our sample articles", ROOT / "tests" / "gold", _TEXTS),
            ("Press articles", shared / "gold", shared / "seeds"),
        ):
            print(f"\n{title}", flush=True)
            command = [
                sys.executable,
                scorer,
                "--url",
                service.url,
                "--gold",
                gold,
                "--texts",
                texts,
                "--errors",
            ]
            subprocess.run(command, check=True)  # noqa: S603 (the scorer that the caller named)


def _write_texts(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in _ARTICLES.glob("*.json"):
        article = json.loads(path.read_text(encoding="utf-8"))
        (folder / f"{article['id']}.txt").write_text(article["text"], encoding="utf-8")


if __name__ == "__main__":
    main()
