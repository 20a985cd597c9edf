"""The command line as people meet it: tables on a terminal, JSON in a pipe, and errors with their fix."""

from __future__ import annotations

import fcntl
import io
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner

from bench.service import ROOT
from service.cli import main, show
from service.domain.model import Article
from tests.conftest import GAZETTEER

TEXT = "Genève. Moscou a annoncé mardi une trêve avec les rebelles à Alep, « sur l’avis de l’ONU »."
ESCAPE = "\x1b["


@pytest.fixture(autouse=True)
def settings(compiled_gazetteer: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GAZETTEER_PATH", str(GAZETTEER))
    monkeypatch.setenv("ARTICLES_URL", f"sqlite:///{tmp_path}/articles.sqlite")


def run(*arguments: str, text: str | bytes | None = None) -> Any:
    return CliRunner().invoke(main, list(arguments), input=text)


@contextmanager
def terminal(
    monkeypatch: pytest.MonkeyPatch, columns: int = 100, encoding: str = "utf-8", **told: str
) -> Iterator[io.TextIOWrapper]:
    """A standard output that says it is a terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", "COLUMNS": str(columns), **told}.items():
        monkeypatch.setenv(name, value)
    output = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(output, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdout", output)
    yield output
    output.flush()


def shown(output: io.TextIOWrapper) -> str:
    output.flush()
    buffer = output.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(output.encoding)


def bare(told: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", told)


@pytest.fixture(scope="module")
def answer(compiled_gazetteer: None) -> dict[str, Any]:
    """An analysis with its reasons and other readings, as JSON."""
    arguments = ["analyze", "--published-at", "2016-10-12", "--explain", "--candidates", "2"]
    environment = {"GAZETTEER_PATH": str(GAZETTEER), "ARTICLES_URL": "sqlite://"}
    done = CliRunner().invoke(main, arguments, input=TEXT, env=environment)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_pipe_has_json(answer: dict[str, Any]) -> None:
    assert [date["value"] for date in answer["dates"]] == ["2016-10-11"]
    assert answer["article"]["text"] == TEXT
    assert all(place["reasons"] for place in answer["places"])


def test_a_terminal_has_tables(answer: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as output:
        show.show(answer)
    told = shown(output)
    assert ESCAPE in told
    for words in (
        "Who",
        "Where",
        "When",
        "Why",
        "Russie",
        "2016-10-11",
        "Tue 2016-10-11",
        "36.201 N  37.161 E",
    ):
        assert words in bare(told), words
    assert TEXT[:40] in bare(told)
    assert "\x1b[4;34mMoscou" in told  # underlined, in the colour of an actor


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_it_keeps_within_the_width(
    answer: dict[str, Any], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    with terminal(monkeypatch, columns) as output:
        show.show(answer)
    lines = bare(shown(output)).splitlines()
    assert max(len(line) for line in lines) <= columns


def test_no_color_is_honoured(answer: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch, NO_COLOR="1") as output:
        show.show(answer)
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", shown(output))
    with terminal(monkeypatch, TERM="dumb") as output:
        show.show(answer)
    assert ESCAPE not in shown(output)


def test_a_terminal_without_accents_has_the_rest(
    answer: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with terminal(monkeypatch, encoding="ascii") as output:
        show.show(answer)
    assert "Gen?ve" in bare(shown(output))


def test_an_article_cannot_speak_to_the_terminal(
    answer: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = {**answer, "article": {**answer["article"], "text": "\x1b]0;gone\x07[bold]Genève[/bold]"}}
    hostile |= {"places": [], "actors": [], "dates": []}
    with terminal(monkeypatch) as output:
        show.show(hostile)
    assert "\x1b]" not in shown(output)
    assert "[bold]Genève[/bold]" in bare(shown(output))
    assert bare(shown(output)).count("none found") == 3


def test_places_actors_and_articles_are_tables_too(monkeypatch: pytest.MonkeyPatch) -> None:
    run("articles", "import", "--samples")
    with terminal(monkeypatch) as output:
        main(["gazetteer", "search", "Alep", "--limit", "3"], standalone_mode=False)
        main(["actors", "search", "Lavrov"], standalone_mode=False)
        main(["articles", "list", "--words", "Lausanne"], standalone_mode=False)
        main(["gazetteer", "search", "Qqqqqqqqxz"], standalone_mode=False)
    told = bare(shown(output))
    for words in ("province d'Alep, Syrie", "geonames:170063", "Sergueï Lavrov", "lausanne-accord-cadre"):
        assert words in told, words
    assert "No place has such a name." in told


def test_lines_of_a_pipe_are_never_broken(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    show.show_articles([Article("x", id="a", title="Un\ntitre\tà part")])
    assert capfdbinary.readouterr().out == "a\t-\tfr\tUn titre à part\n".encode()


def test_a_stored_article_is_read_by_its_id() -> None:
    assert "Run `gazette articles import" not in run("articles", "import", "--samples").output
    done = run("analyze", "--article", "lausanne-accord-cadre", "--include", "dates")
    article = orjson.loads(done.stdout)["article"]
    assert (article["id"], article["published_at_source"]) == ("lausanne-accord-cadre", "store")
    assert "lausanne-accord-cadre\t" in run("articles", "list").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["analyze", "READM.md"], "Did you mean 'README.md'"),
        (["articles", "import", "no/such"], "does not exist"),
        (["analyze", "--article", "lausane-acord"], "`gazette articles list`"),
        (["analyze", "--article", "x", "README.md"], "nothing else is read"),
        (["analyse", "README.md"], "Did you mean 'analyze'?"),
        (["gazetteer", "search"], "Missing argument 'NAME'"),
    ],
)
def test_what_is_wrong_is_told_with_its_fix(arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.exit_code in {1, 2}
    assert told in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("text", "told"), [("é".encode("latin-1"), "iconv -f WINDOWS-1252"), ("  \n", "There is no text")]
)
def test_a_text_that_cannot_be_read(text: str | bytes, told: str) -> None:
    assert told in run("analyze", text=text).output


def test_a_gazetteer_that_is_missing_is_told_with_the_command_that_makes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GAZETTEER_PATH", "no/such/file.sqlite")
    assert "Run `gazette gazetteer build`" in run("gazetteer", "search", "Alep").output


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completion_is_printed(shell: str) -> None:
    assert "_GAZETTE_COMPLETE" in run("completion", shell).output


def test_bash_completes() -> None:
    """What bash would ask of us, and that bash reads what we print."""
    printed = subprocess.run(
        [sys.executable, "-m", "service.cli", "completion", "bash"],
        capture_output=True,
        text=True,
        check=True,
    )
    subprocess.run(["bash", "-n"], input=printed.stdout, text=True, check=True)
    asked = {"_GAZETTE_COMPLETE": "bash_complete", "COMP_WORDS": "gazette gazetteer s", "COMP_CWORD": "2"}
    program = "from service.cli import main; main(prog_name='gazette')"
    told = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert told.stdout.strip() == "plain,search"


def test_a_real_terminal(tmp_path: Path) -> None:
    """A pseudo-terminal of 72 columns, in the C locale: colours, width, and accents as UTF-8."""
    environment = {
        **{name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR"}},
        "TERM": "xterm-256color",
        "LC_ALL": "C",
    }
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 72, 0, 0))
    command = [sys.executable, "-m", "service.cli", "gazetteer", "search", "Genève", "--limit", "2"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=theirs, stdin=theirs)
    os.close(theirs)
    told = b""
    while piece := _read(ours):
        told += piece
    os.close(ours)
    assert process.wait() == 0
    assert "Genève" in bare(told.decode())
    assert ESCAPE in told.decode()
    assert max(len(line) for line in bare(told.decode()).splitlines()) <= 72


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux' way to say that the other side is closed
        return b""
