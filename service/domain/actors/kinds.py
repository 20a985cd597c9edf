"""The type and country of an organisation from its name and from the words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.domain.actors import french
from service.domain.actors.organisation_names import OrganisationName
from service.domain.actors.scene import Scene
from service.domain.model import ActorType
from service.domain.names.shapes import UNIT_ACRONYMS

_REACH = 4  # words before a name in which a noun tells its kind


def type_of(scene: Scene, mentions: Sequence[OrganisationName]) -> tuple[ActorType, float, str]:
    """The type, its probability (estimated by reading French news, not learnt) and the reason."""
    armed = any(_armed_beside(scene, mention) for mention in mentions)
    for mention in mentions:
        if kind := _by_name(mention.words, armed):
            return kind, 0.85, "word of the name"
    if armed:
        return ActorType.ARMED_GROUP, 0.85, "words of armed groups beside it"
    for mention in mentions:
        if kind := _by_cue(scene, mention):
            return kind, 0.8, "noun before the name"
    return ActorType.ORGANISATION, 0.65, "organisation by default"


def _by_name(words: tuple[str, ...], armed: bool) -> ActorType | None:
    return _by_phrase(words, armed) or _by_edge(words)


def _by_phrase(words: tuple[str, ...], armed: bool) -> ActorType | None:
    joined = " ".join(words)
    if _is_military(words, joined, armed):
        return ActorType.MILITARY
    if any(f" {phrase} " in f" {joined} " for phrase in french.IGO_WORDS):
        return ActorType.IGO
    if words[0] == "brigade" and not french.POLICE_UNITS.isdisjoint(words):
        return ActorType.ORGANISATION
    if words[0] in french.FORCES and (armed or not french.POLITICAL & set(words)):
        return ActorType.ARMED_GROUP
    if not french.PARTY_WORDS.isdisjoint((*words[:2], joined)):
        return ActorType.ARMED_GROUP if armed and words[0] in french.FORCES else ActorType.PARTY
    return None


def _is_military(words: tuple[str, ...], joined: str, armed: bool) -> bool:
    """*Armée de terre*, *2e régiment …*, *6e BPC*, *Forces armées royales*."""
    numbered = words[0][0].isdigit() and words[1:2] and words[1] in french.UNITS | UNIT_ACRONYMS
    regular = words[:2] == ("forces", "armees") and not armed and "revolutionnaires" not in words
    return joined in french.MILITARY_NAMES or bool(numbered) or regular


def _by_edge(words: tuple[str, ...]) -> ActorType | None:
    """By the first word of a name, or the last: *Agence …*, *… SA*."""
    if words[0] in french.BODIES or words[:2] == ("groupe", "de"):
        return ActorType.ORGANISATION
    if words[0] in french.MEDIA_WORDS or words[-1] in french.MEDIA_WORDS:
        return ActorType.MEDIA
    if words[0] in french.COMPANY_WORDS or words[-1] in french.COMPANY_WORDS:
        return ActorType.COMPANY
    return None


def _before(scene: Scene, mention: OrganisationName) -> list[str]:
    """The words right before a name, the nearest first, up to a stop."""
    here = scene.index.get(mention.name.start)
    found: list[str] = []
    for at in range((here or 0) - 1, max(-1, (here or 0) - 1 - _REACH), -1):
        word = scene.folded(at)
        if word in french.STOPS or not word[0].isalnum():
            break
        found.append(word)
    return found


def _armed_beside(scene: Scene, mention: OrganisationName) -> bool:
    if any(word in french.ARMED_CUE_WORDS for word in _before(scene, mention)):
        return True
    after = scene.after_span(mention.name.end, scene.index.get(mention.name.start, 0))
    if scene.folded(after) not in {",", "("} or scene.folded(after + 1) not in french.APPOSED:
        return False
    return any(scene.folded(at) in french.ARMED_CUE_WORDS for at in range(after + 1, after + 6))


def _by_cue(scene: Scene, mention: OrganisationName) -> ActorType | None:
    for word in _before(scene, mention):
        for cues, kind in (
            (french.MEDIA_CUES, ActorType.MEDIA),
            (french.COMPANY_CUES, ActorType.COMPANY),
            (french.PARTY_CUES, ActorType.PARTY),
        ):
            if word in cues:
                return kind
    return None


def country_of(scene: Scene, mentions: Iterable[OrganisationName]) -> str | None:
    """The country told by the name (*Observatoire syrien*, *Air France*) or by an adjective beside it."""
    mentions = tuple(mentions)
    for mention in mentions:
        for word in mention.words:
            if country := scene.nations.of_adjective(word) or scene.nations.of_name(word):
                return country
    for mention in mentions:
        here = scene.index.get(mention.name.start, 0)
        after = scene.after_span(mention.name.end, here)
        for at in (here - 1, after):
            if scene.lower(at) and (found := scene.nationality(at)):
                return found[1]
    return None
