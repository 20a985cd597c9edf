"""The container is right by reading: every path and command that its file names exists."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from fnmatch import fnmatch

import pytest

from bench.service import ROOT

SOURCE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
STEPS = [
    (line.split(maxsplit=1)[0], line.split(maxsplit=1)[1])
    for line in re.sub(r"\\\n\s*", " ", SOURCE).splitlines()
    if line and not line.startswith("#")
]
STAGES = [name for step, rest in STEPS if step == "FROM" for name in re.findall(r" AS (\w+)", rest)]


def arguments(step: str) -> list[list[str]]:
    return [
        shlex.split(rest) if not rest.startswith("[") else json.loads(rest)
        for name, rest in STEPS
        if name == step
    ]


def test_there_are_two_stages_and_the_second_is_not_root() -> None:
    assert sum(step == "FROM" for step, _ in STEPS) == 2
    last = max(index for index, (step, _) in enumerate(STEPS) if step == "FROM")
    users = [rest for step, rest in STEPS[last:] if step == "USER"]
    assert users
    assert users[-1] not in {"root", "0"}


@pytest.mark.parametrize("words", arguments("COPY"))
def test_what_is_copied_exists(words: list[str]) -> None:
    options = [word for word in words if word.startswith("--")]
    sources = [word for word in words if not word.startswith("--")][:-1]
    for option in options:
        if option.startswith("--from="):
            assert option.removeprefix("--from=") in STAGES
            return
    allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    for source in sources:
        assert (ROOT / source).exists(), source
        assert any(fnmatch(source, pattern) for pattern in allowed), f"{source} is ignored"


def test_what_the_second_stage_takes_is_made_in_the_first() -> None:
    first = SOURCE.split("FROM ")[1]
    for words in arguments("COPY"):
        if "--from=build" in words:
            source = next(word for word in words if word.startswith("/"))
            assert source in first


def test_the_commands_are_ours() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert arguments("CMD")[-1][0] in scripts
    for _, rest in STEPS:
        for command in re.findall(r"\bgazette (\w+)", rest):
            assert command in {"gazetteer", "articles", "serve"}


def test_nothing_is_fetched_when_it_runs() -> None:
    last = SOURCE.rsplit("FROM ", 1)[1]
    assert not re.search(r"\b(pip|curl|wget|apt-get)\b", last)


def test_the_health_check_is_python_that_asks_readyz() -> None:
    check = next(rest for step, rest in STEPS if step == "HEALTHCHECK")
    command = json.loads(check[check.index("[") :])
    compile(command[2], "healthcheck", "exec")
    assert command[:2] == ["python", "-c"]
    assert "/readyz" in command[2]


def test_base_images_are_one() -> None:
    assert len({rest.split()[0] for step, rest in STEPS if step == "FROM"}) == 1


def test_the_user_is_a_number_and_owns_nothing_that_runs() -> None:
    last = SOURCE.rsplit("FROM ", 1)[1]
    assert re.search(r"^USER [1-9][0-9]*$", last, re.MULTILINE)
    owned = re.findall(r"^COPY .*--chown=\S+ (\S+) ", last, re.MULTILINE)
    assert owned == ["/opt/gazette/build"]


def test_nothing_is_written_below_the_root_when_it_runs() -> None:
    assert re.search(r"\bTMPDIR=/dev/shm\b", SOURCE.rsplit("FROM ", 1)[1])
    configuration = (ROOT / "gunicorn.conf.py").read_text(encoding="utf-8")
    assert "worker_tmp_dir = metrics_files.in_memory()" in configuration
    assert "control_socket_disable = True" in configuration
    assert 'errorlog = "-"' in configuration
