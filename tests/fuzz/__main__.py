"""Fuzzes every target, guided by coverage (atheris, libFuzzer), for so many seconds in all: `make fuzz`.

Each target runs in a process of its own. New inputs are kept in `build/fuzz`, where the next run goes on;
what breaks a target is left in `build/fuzz/<target>-findings`, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path("build/fuzz")
_LONGEST = 4096  # bytes of an input
_SLOWEST = 10  # seconds for one


def main() -> int:
    options = _options()
    if options.target:
        _fuzz(options.target, options.seconds)
        return 0
    from tests.fuzz.targets import TARGETS

    names = options.only or list(TARGETS)
    results = [_run(name, max(5, options.seconds // len(names))) for name in names]
    return 0 if all(results) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--only", nargs="*", help="targets")
    parser.add_argument("--target", help=argparse.SUPPRESS)
    return parser.parse_args()


def _run(name: str, seconds: int) -> bool:
    command = [sys.executable, "-m", "tests.fuzz", "--target", name, "--seconds", str(seconds)]
    told = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    executions = re.findall(r"#(\d+)\s|Done (\d+) runs", told.stderr)
    number = max((int(one or other) for one, other in executions), default=0)
    coverage = re.findall(r"ft: (\d+)", told.stderr)
    print(f"{name}: {number} executions, {coverage[-1] if coverage else 0} features, exit {told.returncode}")
    if told.returncode:
        print("\n".join((told.stdout + told.stderr).splitlines()[-60:]))
    return told.returncode == 0


def _fuzz(name: str, seconds: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["service", "trafilatura", "htmldate", "justext"]):
        import service.adapters.trafilatura_pages
        import service.web.schemas.batch  # noqa: F401 (they are instrumented while they are imported)
        from tests.fuzz.targets import SEEDS, TARGETS
    known, findings = FOLDER / name, FOLDER / f"{name}-findings"
    known.mkdir(parents=True, exist_ok=True)
    findings.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (known / f"seed-{number}").write_text(seed, encoding="utf-8")
    options = (
        f"-max_total_time={seconds}",
        f"-max_len={_LONGEST}",
        f"-timeout={_SLOWEST}",
        "-rss_limit_mb=2048",
        f"-artifact_prefix={findings}/",
        str(known),
    )
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
