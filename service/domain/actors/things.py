"""Names that are no actors': of ships, storms, streets, laws, machines, works, concepts and subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.domain.actors import french
from service.domain.actors.known import Knowledge
from service.domain.actors.organisation_names import is_acronym
from service.domain.actors.scene import Scene
from service.domain.model import ActorType, Label, Name
from service.domain.text import QUOTES, fold

_TERM = 10  # words of a term before the brackets that hold its acronym
_LONGEST_TERM = 18  # of one that is spelt out


def actors_among(scene: Scene, names: Sequence[Name], knowledge: Knowledge) -> Iterator[Name]:
    """Without *le cyclone Enawo*, and *Enawo* wherever it stands; without *rue* and *loi* with a name."""
    before = {name: noun_before(scene, name) for name in names}
    things = {fold(name.text) for name in names if _is_named_thing(scene, name, before[name])}
    things |= {fold(name.text) for name in names if _is_concept(scene, name)}
    things |= {fold(name.text) for name in names if _is_apposed_thing(scene, name)}
    things -= {
        fold(name.text) for name in names if " " in name.text and not _in_quotes(scene, name.start, name.end)
    }
    for name in names:
        if _is_named_for(scene, name, before[name]) or _is_topic(scene, name, knowledge):
            continue
        if _is_titled_thing(scene, name) and not knowledge.lookup(name.text):
            continue
        if _is_thing(scene, name, before[name], knowledge) or (
            fold(name.text) in things and not knowledge.lookup(name.text)
        ):
            continue
        yield name


def _is_thing(scene: Scene, name: Name, before: str, knowledge: Knowledge) -> bool:
    """A network that something is said on, a machine called by its maker, an inhabitant, a code."""
    folded = fold(name.text)
    if folded in french.NETWORKS:
        return before in french.ON_NETWORK
    known = knowledge.lookup(name.text)
    if before in {"un", "une"} and any(actor.type is ActorType.COMPANY for actor in known):
        return True  # *un Airbus*
    coded = _is_code(name.text) and not _is_bracketed(scene, name)
    return not known and (coded or scene.nations.of_inhabitants(folded) is not None)


def _is_bracketed(scene: Scene, name: Name) -> bool:
    """*Airlines for Europe (A4E)*: an acronym behind a capitalised name, not a code."""
    here = scene.index.get(name.start, 0)
    return here > 1 and scene.folded(here - 1) == "(" and scene.words[here - 2].capitalised


def _is_titled_thing(scene: Scene, name: Name) -> bool:
    """*la frégate « Amiral Kaya »*, *l'« Amiral Kaya »*, *dans le Ali Kaya*, *« Les Eaux calmes »*."""
    first = _first(scene, name)
    before, longer = scene.folded(first - 1), first < scene.index.get(name.start, 0) or " " in name.text
    quoted = _in_quotes(scene, scene.words[first].start, name.end)
    if longer and before in french.THINGS:
        return True
    if name.label is Label.PERSON and before in french.DEFINITE_OF_THINGS:
        return quoted or (" " in name.text and scene.lower(first - 1))
    return quoted and scene.folded(first) in french.ARTICLES and name.text.split()[-1].islower()


def _first(scene: Scene, name: Name) -> int:
    """The word with which a name begins, its capitalised article or title with it: *« Amiral Kaya »*."""
    here = scene.index.get(name.start, 0)
    if here and not scene.lower(here - 1) and scene.words[here - 1].end + 1 >= name.start:
        title = scene.folded(here - 1) in french.ARTICLES | french.TITLES | french.CIVILITIES.keys()
        return here - title
    return here


def _in_quotes(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch is all that stands between quotation marks."""
    before = scene.text[max(0, start - 2) : start].strip()[-1:]
    after = scene.text[end : end + 2].strip()[:1]
    return bool(before) and before in QUOTES and bool(after) and after in QUOTES


def _is_code(text: str) -> bool:
    """*A320neo*, *U23*: up to three capitals and a digit."""
    letters = len(text) - len(text.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return 0 < letters <= 3 and text[letters : letters + 1].isdigit() and " " not in text


def _is_named_thing(scene: Scene, name: Name, before: str) -> bool:
    """*le satellite Kepler*, *la tempête tropicale Alex*."""
    if before in french.THINGS:
        return True
    here = scene.index.get(name.start, 0)
    return scene.folded(here - 2) in french.THINGS and scene.lower(here - 1) and before not in french.STOPS


def _is_apposed_thing(scene: Scene, name: Name) -> bool:
    """*Pan, un satellite de Saturne*; *le SPIEF, un forum économique*."""
    here = scene.index.get(name.start)
    if here is None or name.label is Label.PLACE:
        return False
    after = scene.after_span(name.end, here)
    article = scene.folded(after + 1) in french.APPOSING and scene.lower(after + 1)
    return scene.folded(after) == "," and article and scene.folded(after + 2) in french.APPOSED_THINGS


def _is_named_for(scene: Scene, name: Name, before: str) -> bool:
    """*la loi Kaya*, *la maladie d'Alzheimer*, *champion du Monde*."""
    if before in french.NAMED_FOR or scene.folded(_first(scene, name) - 1) in french.NAMED_FOR:
        return True
    noun = scene.folded(scene.index.get(name.start, 0) - 2)
    if before in {"de", "d"}:
        return noun in french.NAMED_OF
    return before == "du" and noun in french.OF_THE_WORLD and fold(name.text) == "monde"


def _is_concept(scene: Scene, name: Name) -> bool:
    """An acronym in brackets behind common words without a noun of bodies: *effet de marée (TDE)*."""
    here = scene.index.get(name.start)
    if here is None or here < 2 or not is_acronym(name.text) or scene.folded(here - 1) != "(":
        return False
    if _spells(scene, here - 2, name.text):
        return False  # *office central de lutte contre … (OCLAESP)*
    for at in range(here - 2, max(0, here - 2 - _TERM), -1):
        word = scene.words[at]
        if word.capitalised or word.folded in french.KINDS or word.folded in french.BODIES:
            return False
        if not word.text[0].isalnum() or word.text.isdigit():
            break
    return not scene.words[here - 2].text[0].isdigit() and scene.words[here - 2].text[0].isalpha()


def _spells(scene: Scene, last: int, acronym: str) -> bool:
    """Whether the words that end at `last` have the letters of an acronym, back to a noun of bodies."""
    rest = acronym.casefold()
    for at in range(last, max(-1, last - _LONGEST_TERM), -1):
        word = scene.folded(at)
        if word[0] == rest[-1] and (word not in french.SMALL or len(rest) > 1):
            rest = rest[:-1]
            if not rest:
                return word in french.KINDS or word in french.BODIES
        elif word not in french.SMALL:
            return False
    return False


def noun_before(scene: Scene, name: Name) -> str:
    here = scene.index.get(name.start)
    return scene.folded(here - 1) if here else ""


def _is_topic(scene: Scene, name: Name, knowledge: Knowledge) -> bool:
    """One plain word and a colon at the head of a line: *Automobile : …* tells a subject."""
    here = scene.index.get(name.start)
    if here is None or " " in name.text or name.text.isupper() or scene.folded(here + 1) != ":":
        return False
    begins = here == 0 or "\n" in scene.text[scene.words[here - 1].end : name.start]
    return begins and not knowledge.lookup(name.text) and fold(name.text) in french.TOPICS
