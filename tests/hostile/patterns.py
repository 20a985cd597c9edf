"""Every regular expression of the service, as it is compiled, and the repetitions that could make it slow.

Run as a module, it prints the expressions as JSON: `[[file, line, pattern, flags], …]`.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SERVICE = ROOT / "service"
_CALLS = {"compile", "search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn"}
_COMMON = (
    "a",
    "A",
    "é",
    " ",
    "\n",
    "\u00a0",
    "1",
    "12 ",
    "-",
    "'",
    ".",
    ",",
    "a ",
    "Aa ",
    "d'",
    "«",
    "😀",
    "\u0301",
)
# Classes of symbols that the grammar of dates makes of its rules; it looks no further than 64 of them.
_MADE_OF_RULES = "service/domain/dates/grammar.py"


@dataclass(frozen=True, slots=True)
class Expression:
    """`file` below the root."""

    file: str
    line: int
    pattern: str
    flags: int

    @property
    def name(self) -> str:
        return f"{self.file}:{self.line}"

    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def units(self) -> list[str]:
        """Repetitions worth trying: of every part that may be repeated, and of the whole."""
        flags = self.flags & ~re.UNICODE
        return list(dict.fromkeys((*_COMMON, *filter(None, _units(parser.parse(self.pattern, flags))))))


@cache
def calls() -> set[tuple[str, int]]:
    """Where the source calls the module `re`."""
    return {
        (path.relative_to(ROOT).as_posix(), call.lineno)
        for path in SERVICE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "re"
        and call.func.attr in _CALLS
    }


def expressions() -> list[Expression]:
    """Those that a fresh process compiles when it imports everything, and those written in a call."""
    command = [sys.executable, "-m", "tests.hostile.patterns"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [Expression(*one) for one in json.loads(told)]


def _watch() -> Iterator[tuple[str, int, str, int]]:
    seen: list[tuple[str, int, str, int]] = []
    compile_ = re._compile  # type: ignore[attr-defined]

    def compile_and_note(pattern: Any, flags: int) -> Any:
        compiled = compile_(pattern, flags)
        frame = sys._getframe(2)
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(SERVICE):
            line = _first_line(path, frame.f_lineno)
            text = compiled.pattern if isinstance(pattern, str) else compiled.pattern.decode("latin-1")
            seen.append((path.relative_to(ROOT).as_posix(), line, text, compiled.flags))
        return compiled

    re._compile = compile_and_note  # type: ignore[attr-defined]
    import service

    for module in pkgutil.walk_packages(service.__path__, "service."):
        if ".migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from service.domain.dates.french.shapes import grammar

    grammar()
    re._compile = compile_  # type: ignore[attr-defined]
    yield from seen


def _first_line(path: Path, line: int) -> int:
    """Where the call begins that this line belongs to."""
    name = path.relative_to(ROOT).as_posix()
    return max((first for file, first in calls() if file == name and first <= line), default=line)


def _written() -> Iterator[tuple[str, int, str, int]]:
    """Patterns that stand as a literal in the call."""
    for path in SERVICE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Attribute)
                and isinstance(call.func.value, ast.Name)
                and call.func.value.id == "re"
                and call.func.attr in _CALLS - {"compile"}
                and isinstance(call.args[0], ast.Constant)
            ):
                yield path.relative_to(ROOT).as_posix(), call.lineno, call.args[0].value, 0


def _units(parsed: Any) -> Iterator[str]:
    """An example of each repeated part within, and of the whole."""
    for code, argument in parsed:
        yield from _units_of(code, argument)
    yield _example(parsed)


def _units_of(code: Any, argument: Any) -> Iterator[str]:
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        yield from _units(argument[2])
    elif code is codes.BRANCH:
        for branch in argument[1][:20]:
            yield from _units(branch)
    elif code is codes.SUBPATTERN:
        yield from _units(argument[3])
    elif code in {codes.ASSERT, codes.ASSERT_NOT}:
        yield from _units(argument[1])
    elif code is codes.ATOMIC_GROUP:
        yield from _units(argument)


def _example(parsed: Any) -> str:
    """A string that the parts match, one after another; conditions are left aside."""
    return "".join(_example_of(code, argument) for code, argument in parsed)


def _example_of(code: Any, argument: Any) -> str:  # noqa: PLR0911 (a case for each code)
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.NOT_LITERAL:
        return "a" if argument != ord("a") else "b"
    if code is codes.ANY:
        return "a"
    if code is codes.IN:
        return _member(argument)
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        return _example(argument[2]) * max(1, min(argument[0], 4))
    if code is codes.BRANCH:
        return _example(argument[1][0])
    if code is codes.SUBPATTERN:
        return _example(argument[3])
    if code is codes.ATOMIC_GROUP:
        return _example(argument)
    return ""


_CLASSES = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "a"}


def _member(members: Any) -> str:
    """A character of a class."""
    if members[0][0] is codes.NEGATE:
        return next(letter for letter in "a1 -!é\n" if not _holds(members[1:], letter))
    code, argument = members[0]
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.RANGE:
        return chr(argument[0])
    return _CLASSES.get(argument, "!")


def _holds(members: Any, letter: str) -> bool:
    for code, argument in members:
        if code is codes.LITERAL and ord(letter) == argument:
            return True
        if code is codes.RANGE and argument[0] <= ord(letter) <= argument[1]:
            return True
        if code is codes.CATEGORY and argument in _CLASSES and re.match(_SHORT[argument], letter):
            return True
    return False


_SHORT = {codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_WORD: r"\w"}


if __name__ == "__main__":
    print(json.dumps(sorted({*_watch(), *_written()})))
