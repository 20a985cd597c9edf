"""A cascade of small rewriting grammars, free of any language.

Words become items; an item may have several readings (*sept* is a number and, shortened, a month). Every
layer of rules rewrites stretches of items into one item, longest first, left to right, and hands the rest
on to the next layer. A rule's shape names kinds of reading:

    weekday? comma? day=(day|first) month (de? year)? !unit

`x=kind` names what the rule gets (`_=kind` keeps it back), `x=(a|b)` is short for `(x=a|x=b)`, `!kind`
must not follow.
Items of the same set of kinds share one character, so that a shape is an ordinary regular expression over
a short string. Shapes have no unbounded repetition: every layer takes time linear in the number of items.
(The method: S. Abney, *Partial parsing via finite-state cascades*, 1996.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from service.domain.dates.rules import Item, Rule

_TOKEN = re.compile(r"!(?P<not>\w+)|(?:(?P<label>\w+)=)?(?P<kind>\w+)|(?P<mark>[()|?]|\{\d,\d\})|\s+")
_LABELLED_GROUP = re.compile(r"(\w+)=\(([\w|]+)\)")
_FIRST_SYMBOL = 0x4E00
_REACH = 64  # symbols; no shape is longer


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    pattern: re.Pattern[str]
    labels: tuple[tuple[str, str], ...]  # (label, kind) of each group


@dataclass(frozen=True, slots=True, eq=False)
class _Choice:
    """The rules that can begin with one symbol."""

    rules: tuple[_Compiled, ...]


_Place = tuple[int, tuple[tuple[re.Match[str], _Compiled], ...]]  # offset, what matches there


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    """The rules by the symbols that they can begin with, and what finds such a symbol."""

    rules: Mapping[str, _Choice]
    starts: re.Pattern[str]


class Grammar:
    """Layers of rules over a closed set of kinds.

    `known` are all sets of kinds that words can have; those of rewritten items are read from the rules.
    """

    def __init__(self, layers: Iterable[Sequence[Rule]], known: Iterable[frozenset[str]]) -> None:
        layers = tuple(tuple(layer) for layer in layers)
        sets = {*known, *(frozenset(rule.kinds) for layer in layers for rule in layer)}
        self._symbols = {kinds: chr(_FIRST_SYMBOL + i) for i, kinds in enumerate(sorted(sets, key=sorted))}
        self._layers = tuple(self._index(layer) for layer in layers)

    def _index(self, layer: Sequence[Rule]) -> _Layer:
        """The rules of a layer by the symbols that they can begin with."""
        index: dict[str, list[_Compiled]] = {}
        for each in layer:
            compiled = self._compile(each)
            for symbol in sorted(_first_symbols(compiled.pattern.pattern)):
                index.setdefault(symbol, []).append(compiled)
        starts = re.compile(f"[{''.join(index)}]")
        return _Layer({symbol: _Choice(tuple(rules)) for symbol, rules in index.items()}, starts)

    def _compile(self, each: Rule) -> _Compiled:
        labels: list[tuple[str, str]] = []
        parts: list[str] = []
        for token in _TOKEN.finditer(_LABELLED_GROUP.sub(_label_each, each.shape)):
            if kind := token["kind"]:
                labels.append((token["label"] or kind, kind))
                parts.append(f"([{self._symbols_of(kind, each)}])")
            elif token["not"]:
                parts.append(f"(?![{self._symbols_of(token['not'], each)}])")
            elif token["mark"]:
                parts.append("(?:" if token["mark"] == "(" else token["mark"])
        return _Compiled(each, re.compile("".join(parts)), tuple(labels))

    def _symbols_of(self, kind: str, each: Rule) -> str:
        symbols = "".join(symbol for kinds, symbol in self._symbols.items() if kind in kinds)
        if not symbols:
            raise ValueError(f"Nothing is ever read as {kind!r} (in {each.shape!r}).")
        return symbols

    def parse(self, items: list[Item]) -> list[Item]:
        """Rewrites neighbouring items through all layers."""
        symbols = "".join([self._symbols[frozenset(item.readings)] for item in items])
        for layer in self._layers:
            if layer.starts.search(symbols):
                places = _known_places if len(symbols) <= _REACH else _places
                if found := places(layer, symbols):
                    items, symbols = self._rewrite(found, items, symbols)
        return items

    def _rewrite(self, places: tuple[_Place, ...], items: list[Item], symbols: str) -> tuple[list[Item], str]:
        """The items and their symbols after one layer: at each place the longest match that its rule accepts.

        The first rule among equals; an item that no rule accepts stays.
        """
        done: list[Item] = []
        marks: list[str] = []
        at = 0
        for here, matches in places:
            if here < at:
                continue
            for match, compiled in matches:
                if made := _build(compiled, items, match, here):
                    done += items[at:here]
                    done += made
                    marks.append(symbols[at:here])
                    marks += [self._symbols[frozenset(item.readings)] for item in made]
                    at = here + match.end()
                    break
        return done + items[at:], "".join(marks) + symbols[at:]


def _places(layer: _Layer, symbols: str) -> tuple[_Place, ...]:
    """Where rules of the layer match, and which."""
    starts = [begin.start() for begin in layer.starts.finditer(symbols)]
    found = [(at, _matches(layer.rules[symbols[at]], symbols[at : at + _REACH])) for at in starts]
    return tuple(place for place in found if place[1])


_known_places = lru_cache(maxsize=8192)(_places)  # texts repeat the same few shapes


@lru_cache(maxsize=8192)
def _matches(choice: _Choice, symbols: str) -> tuple[tuple[re.Match[str], _Compiled], ...]:
    """The rules that match at the start of the symbols, longest first."""
    found = [(m, c) for c in choice.rules if (m := c.pattern.match(symbols))]
    found.sort(key=lambda pair: -pair[0].end())
    return tuple(found)


def _label_each(group: re.Match[str]) -> str:
    """`x=(a|b)` is short for `(x=a|x=b)`."""
    return "(" + "|".join(f"{group[1]}={kind}" for kind in group[2].split("|")) + ")"


def _build(compiled: _Compiled, items: list[Item], match: re.Match[str], at: int) -> Sequence[Item]:
    each = compiled.rule
    matched = items[at : at + match.end()]
    if each.whole:
        built = each.build(matched)
    else:
        values: dict[str, Any] = {}
        for group, (label, kind) in enumerate(compiled.labels, 1):
            place = match.start(group)
            if label != "_" and place >= 0 and (value := matched[place].readings[kind]) is not None:
                values[label] = value
        built = each.build(**values)
    if built is None:
        return ()
    if isinstance(built, tuple) and built and isinstance(built[0], Item):
        return built
    readings = dict(zip(each.kinds, built, strict=True)) if len(each.kinds) > 1 else {each.kinds[0]: built}
    return (Item(matched[0].start, matched[-1].end, readings),)


def _first_symbols(pattern: str) -> set[str]:
    """The symbols that a match can begin with: walks over what may be left out at the start."""
    found: set[str] = set()
    outer: list[bool] = []  # for each open group, whether its start can be reached
    at, reachable = 0, True
    while at < len(pattern):
        if pattern.startswith("(?!", at):
            at = pattern.index("])", at) + 2
        elif pattern.startswith("(?:", at):
            outer.append(reachable)
            at += 3
        elif pattern.startswith("([", at):
            end = pattern.index("])", at)
            if reachable:
                found.update(pattern[at + 2 : end])
            at = end + 2
            reachable = reachable and pattern.startswith("?", at)
        elif pattern[at] == "|":
            reachable = outer[-1] if outer else True
            at += 1
        elif pattern[at] == ")":
            before = outer.pop()
            at += 1
            reachable = reachable or (before and pattern.startswith(("?", "{0"), at))
        else:
            at += 1
    return found
