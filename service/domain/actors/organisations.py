"""Gathers the names of organisations: acronyms, former names, short forms and spellings of one body.

Each rule goes through an index (key, initials, core words, first word, sound), so that the time is linear
in the number of names. Long, because the joins share the groups that they work on.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from service.domain.actors import french
from service.domain.actors.links import Link, link_between
from service.domain.actors.organisation_names import OrganisationName, initials, is_acronym
from service.domain.actors.scene import Scene
from service.domain.actors.spelling import alike, sound
from service.domain.model import Label, Name


@dataclass(slots=True)
class Organisation:
    """The mentions of one organisation while they are gathered."""

    mentions: list[OrganisationName] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    doubt: float = 0.0

    @property
    def fullest(self) -> OrganisationName:
        """The first of the longest names: the one to call it by."""
        return max(
            self.mentions, key=lambda mention: (len(mention.core), len(mention.words), -mention.name.start)
        )

    @property
    def first(self) -> int:
        return min(mention.name.start for mention in self.mentions)


def defined_acronyms(scene: Scene, organisations: tuple[OrganisationName, ...]) -> Iterator[Name]:
    """Acronyms that the text defines beside a name and nobody has proposed: *… (OSDH)*, and again later."""
    taken = {place for mention in organisations for place in range(mention.name.start, mention.name.end)}
    defined: set[str] = set()
    for mention in organisations:
        here = scene.after_span(mention.name.end, scene.index.get(mention.name.start, 0))
        if scene.folded(here) != "(" or scene.folded(here + 2) != ")" or len(mention.words) < 2:
            continue
        text = scene.words[here + 1].text
        if is_acronym(text) and text.casefold() in initials(mention.words):
            defined.add(text)
    for word in scene.words if defined else ():
        if word.text in defined and word.start not in taken:
            yield Name(word.start, word.end, word.text, Label.ORGANISATION)


def repeated_kinds(scene: Scene, organisations: tuple[OrganisationName, ...]) -> Iterator[Name]:
    """*l'Observatoire* after the one body told before whose name begins so; proposed by nobody."""
    taken = {place for mention in organisations for place in range(mention.name.start, mention.name.end)}
    told: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    since: dict[str, int] = {}
    for mention in organisations:
        if len(mention.words) > 1 and mention.words[0] in french.KINDS:
            told[mention.words[0]].add(mention.words)
            since.setdefault(mention.words[0], mention.name.end)
    single = {kind for kind, bodies in told.items() if len(bodies) == 1}
    places = [here for here, word in enumerate(scene.words) if word.folded in single] if single else []
    for here in places:
        word = scene.words[here]
        if (
            word.capitalised
            and since[word.folded] < word.start
            and word.start not in taken
            and _stands_alone(scene, here)
        ):
            yield Name(word.start, word.end, word.text, Label.ORGANISATION)


def _stands_alone(scene: Scene, here: int) -> bool:
    """An article before it, and nothing after it that a longer name goes on with."""
    following = scene.words[here + 1] if here + 1 < len(scene.words) else None
    longer = following and (following.capitalised or following.folded in {"de", "d", "du", "des"})
    return scene.folded(here - 1) in {"l", "le", "la", "du", "au"} and not longer


def gather_organisations(
    scene: Scene, mentions: tuple[OrganisationName, ...], identify: Callable[[str], str | None]
) -> list[Organisation]:
    """Every mention in exactly one organisation.

    `identify` tells the id of a known organisation by name: two known ones are never joined.
    """
    groups = _Groups(mentions, identify)
    _join_neighbours(scene, mentions, groups)
    _join_acronyms(groups)
    _join_cores(groups)
    _join_short_forms(groups)
    _join_spellings(groups)
    return groups.everything()


def _join_neighbours(scene: Scene, mentions: tuple[OrganisationName, ...], groups: _Groups) -> None:
    for one, other in itertools.pairwise(mentions):
        link = link_between(scene, one.name, other.name)
        if link is Link.RENAMED:
            groups.join(one.words, other.words, "former or other name in the text", 0.03)
        elif link is Link.BRACKETED and one.is_acronym != other.is_acronym:
            groups.join(one.words, other.words, "acronym defined in the text", 0.02)


def _join_acronyms(groups: _Groups) -> None:
    by_initials: dict[str, tuple[str, ...]] = {}
    for words in groups.forms():
        for letters in initials(words) if len(words) > 1 else ():
            by_initials.setdefault(letters, words)
    for words in groups.forms():
        if len(words) == 1 and len(words[0]) > 2 and words[0] in by_initials and groups.acronym(words):
            groups.join(by_initials[words[0]], words, "acronym by initials", 0.05)


def _join_cores(groups: _Groups) -> None:
    """*groupe Wagner* and *Wagner*: alike but for words of kind."""
    by_core: dict[tuple[str, ...], tuple[str, ...]] = {}
    for words, core in groups.cores():
        other = by_core.setdefault(core, words)
        if other != words:
            groups.join(other, words, "same name without its word of kind", 0.04)


def _join_short_forms(groups: _Groups) -> None:
    """*l'Observatoire* after *l'Observatoire syrien des …*: told before, and of one body only."""
    longer: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for words in groups.forms():
        for length in range(1, len(words)):
            longer[words[:length]].add(words)
    for words in groups.forms():
        found = {groups.leader(other): other for other in longer.get(words, ())}
        if len(found) == 1 and words[-1] not in french.SMALL and not groups.acronym(words):
            other = next(iter(found.values()))
            generic = words[0] in french.KINDS and len(words) == 1
            if groups.first(other) < groups.first(words) and (generic or len(other) == len(words) + 1):
                groups.join(other, words, "short form", 0.05)


def _join_spellings(groups: _Groups) -> None:
    by_sound: dict[tuple[int, str], list[tuple[str, ...]]] = defaultdict(list)
    for words in groups.forms():
        if len(words[0]) < 4 or groups.acronym(words):
            continue
        bucket = by_sound[len(words), sound(words[-1])]
        for other in bucket[-8:]:
            if all(alike(a, b) for a, b in zip(words, other, strict=True)) and len("".join(words)) > 5:
                groups.join(other, words, "spelling variant", 0.05)
                break
        bucket.append(words)


class _Groups:
    """Forms of names, each led by one form of its group."""

    def __init__(self, mentions: tuple[OrganisationName, ...], identify: Callable[[str], str | None]) -> None:
        self._identify = identify
        self._mentions: dict[tuple[str, ...], list[OrganisationName]] = {}
        for mention in mentions:
            self._mentions.setdefault(mention.words, []).append(mention)
        self._leader = {words: words for words in self._mentions}
        self._why: dict[tuple[str, ...], list[tuple[str, float]]] = defaultdict(list)

    def forms(self) -> list[tuple[str, ...]]:
        return list(self._mentions)

    def cores(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        return ((words, found[0].core) for words, found in self._mentions.items())

    def acronym(self, words: tuple[str, ...]) -> bool:
        return self._mentions[words][0].is_acronym

    def first(self, words: tuple[str, ...]) -> int:
        return self._mentions[words][0].name.start

    def leader(self, words: tuple[str, ...]) -> tuple[str, ...]:
        while self._leader[words] != words:
            self._leader[words] = self._leader[self._leader[words]]
            words = self._leader[words]
        return words

    def join(self, one: tuple[str, ...], other: tuple[str, ...], reason: str, doubt: float) -> None:
        keeper, leaver = self.leader(one), self.leader(other)
        if keeper != leaver and not self._known_apart(keeper, leaver):
            self._leader[leaver] = keeper
            self._why[keeper].extend([*self._why.pop(leaver, []), (f"{reason}: {' '.join(other)}", doubt)])

    def _known_apart(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        ids = {self._identify(self._mentions[words][0].name.text) for words in (one, other)}
        return None not in ids and len(ids) > 1

    def everything(self) -> list[Organisation]:
        groups: dict[tuple[str, ...], Organisation] = {}
        for words, found in self._mentions.items():
            groups.setdefault(self.leader(words), Organisation()).mentions.extend(found)
        for leader, group in groups.items():
            group.reasons = list(dict.fromkeys(reason for reason, _ in self._why[leader]))
            group.doubt = max((doubt for _, doubt in self._why[leader]), default=0.0)
        return list(groups.values())
