"""Puts nominals to actors: governments and armies of nations, holders of offices, bodies of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from service.domain.actors import french
from service.domain.actors.drafts import Desk, Draft
from service.domain.actors.named import People
from service.domain.actors.nominal import Nominal, Power
from service.domain.actors.scene import EUROPE
from service.domain.model import ActorType, KnownActor, MentionKind
from service.domain.text import fold

_TYPES = {
    Power.GOVERNMENT: ActorType.GOVERNMENT,
    Power.MILITARY: ActorType.MILITARY,
    Power.REGIONAL: ActorType.GOVERNMENT,
    Power.ARMED_GROUP: ActorType.ARMED_GROUP,
    Power.INSTITUTION: ActorType.ORGANISATION,
    Power.MEDIA: ActorType.MEDIA,
    Power.OFFICE: ActorType.PERSON,
}
_RULERS = frozenset({"head_of_state", "head_of_government", "supreme_leader", "defence_minister"})
_EUROPEAN = {"foreign_minister": "eu_high_representative"}
_OWN = frozenset({"ministere"})  # parts of a government that are actors of their own


def place_nominals(nominals: Sequence[Nominal], people: People, desk: Desk) -> None:
    told = _told(nominals)
    taken = _function_offsets(people)
    for nominal in nominals:
        if nominal.power is Power.OFFICE:
            if nominal.start in taken or nominal.end - 1 in taken:
                if not nominal.inner:
                    continue  # the title of somebody who is named
                nominal = nominal.inner  # noqa: PLW2901 (the body that the title names)
                draft: Draft | None = _body(nominal, told, people, desk)
            else:
                draft = _holder(nominal, nominals, people, desk)
        else:
            draft = _body(nominal, told, people, desk)
        if draft:
            known = draft.known is not None and draft.known in desk.knowledge.lookup(nominal.text)
            named = known or (nominal.proper and nominal.power is Power.INSTITUTION)
            draft.add(nominal, MentionKind.NAMED if named else MentionKind.NOMINAL, nominal.reason)


def without_open(nominals: Sequence[Nominal], home: str | None) -> tuple[Nominal, ...]:
    """The nominals but those whose country neither they, nor the text, nor the article's `home` tells."""
    told = _told(nominals)
    return tuple(nominal for nominal in nominals if _is_told(nominal, told, home))


def _is_told(nominal: Nominal, told: dict[str, dict[str, Nominal]], home: str | None) -> bool:
    if nominal.power is Power.OFFICE or nominal.whose or nominal.country or nominal.place:
        return True
    return len(told[nominal.head]) == 1 or (
        home is not None and not told[nominal.head] and nominal.head in french.OF_THE_STATE
    )


def _function_offsets(people: People) -> set[int]:
    return {offset for span, _ in people.functions for offset in range(span.start, span.end)}


# ------------------------------------------------------------------------------------------- bodies


def _told(nominals: Sequence[Nominal]) -> dict[str, dict[str, Nominal]]:
    """For each head noun the countries that the text gives it, with the first nominal that does."""
    told: dict[str, dict[str, Nominal]] = defaultdict(dict)
    for nominal in nominals:
        if nominal.country:
            told[nominal.head].setdefault(nominal.country, nominal)
    return told


def _body(nominal: Nominal, told: dict[str, dict[str, Nominal]], people: People, desk: Desk) -> Draft | None:
    country = nominal.country
    if nominal.whose:
        owner = people.drafts.get(nominal.whose.start)
        country = _realm(owner)
        if not country:
            return _own(nominal, owner.country if owner else None, desk)
    elif not country and not nominal.place:
        if len(told[nominal.head]) == 1:
            country, nominal = next(iter(told[nominal.head].items()))
        else:
            country = desk.knowledge.home
    if country == EUROPE:
        return _europe(desk)
    if nominal.power is Power.MILITARY and country:
        known = desk.knowledge.organisation([nominal.text])  # *armée nationale libyenne*
        return desk.known(known) if known else desk.power("mil", country)
    if nominal.power is Power.GOVERNMENT and country and nominal.head not in _OWN:
        return desk.power("gov", country)
    return _own(nominal, country, desk)


def _europe(desk: Desk) -> Draft:
    if known := desk.knowledge.organisation(["Union européenne"]):
        return desk.known(known)
    return desk.put("europe", Draft("Union européenne", ActorType.IGO, confidence=0.8))


def _realm(owner: Draft | None) -> str | None:
    """The country that a person rules, whose army is that of the country."""
    if not owner:
        return None
    rules = any(role in _RULERS for role, _ in owner.offices)
    if owner.known:
        rules = rules or any(office.role in _RULERS for office in owner.known.offices)
    return owner.country if rules else None


def _own(nominal: Nominal, country: str | None, desk: Desk) -> Draft:
    """A body that is no government and no army of a country: found in the book, or named as the text does."""
    if known := desk.knowledge.organisation([nominal.text]):
        return desk.known(known)
    name = nominal.text[:1].upper() + nominal.text[1:]
    owner = nominal.place or country
    head = "rebelles" if nominal.head in french.REBELS else nominal.head
    key = f"body {head} {owner}" if owner else f"body {fold(nominal.text)}"
    sure = (
        0.8 if nominal.country or nominal.place or nominal.whose else 0.65
    )  # *l'opposition*, without a country
    return desk.put(key, Draft(name, _TYPES[nominal.power], country, confidence=sure))


# ------------------------------------------------------------------------------------------ offices


def _holder(nominal: Nominal, nominals: Sequence[Nominal], people: People, desk: Desk) -> Draft:
    """Who holds the office: a person so called in the text, else the one whom the book knows on that day."""
    role = nominal.role
    if role == "counterpart":
        role = _role_before(nominal, nominals, people)
    called = _so_called(nominal, role, people)
    if called:
        called.explain(f"called {nominal.text} in the text")
        return called
    if role and nominal.country and (known := _known_holder(role, nominal.country, desk)):
        draft = desk.known(known)
        draft.function = draft.function or nominal.text
        draft.explain(f"{role} of {nominal.country} on the day of the article")
        return draft
    country = None if nominal.country == EUROPE else nominal.country
    draft = Draft(_capital(nominal.text), ActorType.PERSON, country, function=nominal.text, confidence=0.75)
    return desk.put(f"office {nominal.head} {nominal.country} {fold(nominal.text)}", draft)


def _so_called(nominal: Nominal, role: str | None, people: People) -> Draft | None:
    """The person last given that office before the nominal, else the first after it."""
    words = fold(nominal.text)
    before, after = None, None
    for span, draft in people.functions:
        if (role, nominal.country) in draft.offices if role else words in fold(getattr(span, "text", "")):
            if span.start < nominal.start:
                before = draft
            else:
                after = after or draft
    return before or after


def _known_holder(role: str, country: str, desk: Desk) -> KnownActor | None:
    if country == EUROPE:
        role, country = _EUROPEAN.get(role, role), ""
    holders = desk.knowledge.holders(role, country)
    named = [known for known in holders if desk.get(known.id)]
    if len(named) == 1:
        return named[0]
    return holders[0] if len(holders) == 1 else None


def _role_before(nominal: Nominal, nominals: Sequence[Nominal], people: People) -> str | None:
    """The role told last before *son homologue*: of an office or of a person named."""
    told = [(other.start, other.role) for other in nominals if other.role and other.role != "counterpart"]
    told.extend((start, role) for start, draft in people.drafts.items() for role, _ in draft.offices)
    before = [pair for pair in told if pair[0] < nominal.start]
    return max(before)[1] if before else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
