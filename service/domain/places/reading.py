"""A place name on its way from the text to the map."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.domain.model import GazetteerEntry, Mention, PlaceCandidate, PlaceType, Span, Usage


@dataclass(frozen=True, slots=True, order=True)
class Toponym(Mention):
    """A place name that the text proposes.

    The mention covers the words that make it another place (*province d'Alep*, *quartiers est d'Alep*);
    `name` is what to look up (*Alep*) and `name_span` where it stands. `cue` are the kinds that the
    words around it call for, empty when they call for none. `part` says which part of the named place
    is meant (*est*, *nord-ouest*, *rebelle*), `within` names a parent told beside it (*Drôme*).
    `recognised` is false when only its context and the gazetteer speak for it, no name of the recogniser.
    """

    name: str
    name_span: Span
    cue: frozenset[PlaceType] = frozenset()
    part: str | None = None
    within: tuple[str, ...] = ()
    recognised: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """A toponym and the place that it is read as; `candidates` ranked, the chosen one first.

    An entry without a point is a place that was found but not located.
    """

    toponym: Toponym
    entry: GazetteerEntry
    confidence: float
    candidates: tuple[PlaceCandidate, ...] = ()
    reasons: tuple[str, ...] = field(default=())
    usage: Usage = Usage.LITERAL
