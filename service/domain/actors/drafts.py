"""Actors while they are gathered: drafts that take mentions, and the desk that keeps one of each.

`confidence` is estimated from French news with names marked by hand (Wikinews of 2016 and 2017): the share
of an actor's mentions that are a person, or an organisation, there. A known actor 0.97; a full name or one
with a civility or function 0.93; a bare unknown word 0.65; an organisation by a word of its name 0.85, by
the noun before it 0.8, by nothing but the recogniser's word 0.65; an office whose holder nobody knows 0.75;
less where a join is doubtful.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from service.domain.actors.known import Knowledge
from service.domain.model import (
    Actor,
    ActorCandidate,
    ActorMention,
    ActorType,
    KnownActor,
    Mention,
    MentionKind,
)
from service.domain.text import fold


@dataclass(slots=True)
class Draft:
    """An actor that still gathers mentions; `offices` are the (role, country) that the text gives it."""

    name: str
    type: ActorType
    country: str | None = None
    known: KnownActor | None = None
    function: str | None = None
    confidence: float = 0.9
    mentions: list[ActorMention] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    offices: set[tuple[str, str | None]] = field(default_factory=set)

    def add(self, mention: Mention, kind: MentionKind, reason: str = "") -> None:
        self.mentions.append(ActorMention(mention.start, mention.end, mention.text, kind))
        self.explain(reason)

    def explain(self, *reasons: str) -> None:
        self.reasons.extend(reason for reason in reasons if reason and reason not in self.reasons)

    @property
    def first(self) -> int:
        return min(mention.start for mention in self.mentions)


class Desk:
    """The drafts of one article; one for each known actor and each key."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._drafts: dict[str, Draft] = {}

    def drafts(self) -> list[Draft]:
        return [draft for draft in self._drafts.values() if draft.mentions]

    def get(self, key: str) -> Draft | None:
        return self._drafts.get(key)

    def put(self, key: str, draft: Draft) -> Draft:
        """The draft under a key, the given one when there was none."""
        return self._drafts.setdefault(draft.known.id if draft.known else key, draft)

    def known(self, known: KnownActor) -> Draft:
        draft = Draft(known.name, known.type, known.country, known, confidence=0.97)
        return self.put(known.id, draft)

    def power(self, kind: str, country: str) -> Draft:
        """The government (`gov`) or the armed forces (`mil`) of a country."""
        key = f"gazette:{kind}-{country.lower()}"
        if known := self.knowledge.by_id(key):
            return self.known(known)
        nation = self.knowledge.nations.get(country)
        name = nation.name if nation else country
        if kind == "mil":
            name = _army(name, nation.adjectives if nation else ())
        sort = ActorType.GOVERNMENT if kind == "gov" else ActorType.MILITARY
        return self.known(KnownActor(key, name, sort, country))


def _army(nation: str, adjectives: tuple[str, ...]) -> str:
    feminine = next((form for form in adjectives if form.endswith("e")), None)
    return f"Armée {feminine}" if feminine else f"Armée ({nation})"


def finish(drafts: list[Draft], knowledge: Knowledge, candidates: int) -> tuple[Actor, ...]:
    """The actors in order of their first mention, with ids that are unique in the answer."""
    taken: dict[str, int] = {}
    actors: list[Actor] = []
    for draft in sorted(drafts, key=lambda draft: (draft.first, draft.name)):
        key = draft.known.id if draft.known else f"text:{fold(draft.name)}"
        taken[key] = taken.get(key, 0) + 1
        if taken[key] > 1:
            key = f"{key} {taken[key]}"
        actors.append(_actor(draft, key, knowledge, candidates))
    return tuple(actors)


def _actor(draft: Draft, id: str, knowledge: Knowledge, candidates: int) -> Actor:
    return Actor(
        id=id,
        name=draft.name,
        type=draft.type,
        country=draft.country,
        function=draft.function,
        wikidata=draft.known.wikidata if draft.known else None,
        confidence=round(max(0.05, min(0.99, draft.confidence)), 3),
        mentions=tuple(sorted(set(draft.mentions))),
        candidates=_candidates(draft, knowledge, candidates) if candidates else (),
        reasons=tuple(draft.reasons),
    )


def _candidates(draft: Draft, knowledge: Knowledge, count: int) -> tuple[ActorCandidate, ...]:
    """The actors of the book that bear the name, the chosen one first; the rest share what is left."""
    found = {draft.known.id: draft.known} if draft.known else {}
    for name in dict.fromkeys((draft.name, *(mention.text for mention in draft.mentions))):
        found.update((known.id, known) for known in knowledge.lookup(name))
        if draft.type is ActorType.PERSON and " " not in name:
            found.update((known.id, known) for known in knowledge.namesakes(fold(name)))
    others = [known for known in found.values() if known is not draft.known]
    left = (1 - draft.confidence) if draft.known else 0.5
    ranked = (
        [ActorCandidate(draft.known.id, draft.known.name, round(draft.confidence, 3))] if draft.known else []
    )
    ranked.extend(ActorCandidate(known.id, known.name, round(left / len(others), 3)) for known in others)
    return tuple(ranked[:count])
