"""Drafts the actors of named persons and organisations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.domain.actors import french
from service.domain.actors.drafts import Desk, Draft
from service.domain.actors.functions import Function
from service.domain.actors.kinds import country_of, type_of
from service.domain.actors.organisation_names import OrganisationName
from service.domain.actors.organisations import Organisation, gather_organisations
from service.domain.actors.person_names import PersonName
from service.domain.actors.persons import Person, gather_persons
from service.domain.actors.scene import EUROPE, Scene, is_sport
from service.domain.model import ActorType, MentionKind, Name, Span
from service.domain.text import fold


@dataclass(frozen=True, slots=True)
class People:
    """The drafts of the persons of an article, by mention and by what they are said to be."""

    drafts: dict[int, Draft]  # by the offset at which a mention begins
    functions: tuple[tuple[Span, Draft], ...]  # the words that tell a function, and whose


# ------------------------------------------------------------------------------------------- persons


def place_persons(scene: Scene, mentions: tuple[PersonName, ...], desk: Desk) -> People:
    drafts: dict[int, Draft] = {}
    functions: list[tuple[Span, Draft]] = []
    for person in gather_persons(scene, mentions):
        draft = _person(person, desk)
        for mention in person.mentions:
            draft.add(mention.name, MentionKind.NAMED)
            drafts[mention.name.start] = draft
            if mention.function:
                functions.append((mention.function, draft))
    return People(drafts, tuple(sorted(functions, key=lambda pair: pair[0].start)))


def _person(person: Person, desk: Desk) -> Draft:
    person.mentions.sort(key=lambda mention: mention.name.start)
    known = None if person.mentions[0].several else desk.knowledge.person(person.mentions)
    draft = desk.known(known) if known else _unknown(person, desk)
    draft.explain(*(["known actor"] if known else []), *person.reasons)
    told = [mention.function for mention in person.mentions if mention.function]
    best = max(told, key=_weight, default=None)
    draft.function = draft.function or (best.text if best and best.tells else _office_now(draft, desk))
    draft.country = draft.country or next(_countries(told), None)
    draft.offices.update((function.role, function.country) for function in told if function.role)
    draft.confidence = min(draft.confidence, 1 - person.doubt)
    return draft


def _countries(told: Iterable[Function]) -> Iterator[str]:
    return (function.country for function in told if function.country and function.country != EUROPE)


def _weight(function: Function) -> tuple[bool, bool, bool]:
    return function.tells, function.role is not None, function.country is not None


def _unknown(person: Person, desk: Desk) -> Draft:
    full = [mention for mention in person.mentions if mention.words == person.words] or person.mentions
    named = min(full, key=lambda mention: (mention.name.text.isupper(), mention.name.start))
    sure = named.is_full or any(mention.function or mention.gender for mention in person.mentions)
    key = f"person {' '.join(named.words)} {id(person)}"
    return desk.put(key, Draft(named.name.text, ActorType.PERSON, confidence=0.93 if sure else 0.65))


def _office_now(draft: Draft, desk: Desk) -> str | None:
    """The office that the book gives a known person on the day of the article."""
    day = desk.knowledge.day
    if not draft.known or not day:
        return None
    held = [
        office
        for office in draft.known.offices
        if (office.since is None or office.since <= day) and (office.until is None or day < office.until)
    ]
    return held[-1].title if held and (held[-1].since or held[-1].until) else None


# ------------------------------------------------------------------------------------- organisations


def place_organisations(scene: Scene, mentions: tuple[OrganisationName, ...], desk: Desk) -> None:
    for organisation in gather_organisations(scene, mentions, desk.knowledge.identify):
        draft = _organisation(scene, organisation, desk)
        draft.explain(*organisation.reasons)
        draft.confidence = min(draft.confidence, 1 - organisation.doubt)
        for mention in organisation.mentions:
            draft.add(_without_article(scene, mention.name, draft), MentionKind.NAMED)


def _without_article(scene: Scene, name: Name, draft: Draft) -> Name:
    """*La Fifa* at the head of a sentence is *Fifa*; *Le Monde* keeps what its known name has."""
    here = scene.index.get(name.start)
    if here is None or scene.folded(here) not in french.ARTICLES or here + 1 >= len(scene.words):
        return name
    known = draft.known is not None and fold(draft.name).split()[0] not in french.ARTICLES
    start = scene.words[here + 1].start
    if start >= name.end or not (known or name.text[start - name.start :].isupper()):
        return name
    return Name(start, name.end, scene.text[start : name.end], name.label)


def _organisation(scene: Scene, organisation: Organisation, desk: Desk) -> Draft:
    texts = dict.fromkeys(mention.name.text for mention in organisation.mentions)
    team = french.TEAMS.get(" ".join(organisation.fullest.words))
    if team and is_sport(scene):
        nation = desk.knowledge.nations.get(team)
        name = nation.name if nation else organisation.fullest.name.text
        return desk.put(f"body equipe {team}", Draft(name, ActorType.ORGANISATION, team, confidence=0.8))
    known = desk.knowledge.organisation(sorted(texts, key=len, reverse=True))
    if known:
        draft = desk.known(known)
        draft.explain("known actor")
        return draft
    sort, confidence, reason = type_of(scene, organisation.mentions)
    fullest = organisation.fullest
    draft = Draft(fullest.name.text, sort, country_of(scene, organisation.mentions), confidence=confidence)
    draft.explain(reason)
    return desk.put(f"organisation {' '.join(fullest.words)}", draft)
