"""Names that the text holds for certain: those of the actor book, and those recognised elsewhere in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.domain.model import ActorType, KnownActor, Label, Name
from service.domain.names.french import DETERMINERS
from service.domain.names.shapes import WRITTEN_SMALL
from service.domain.ports import ActorBook
from service.domain.text import QUOTES, Word, Words, fold

_QUOTES = frozenset(QUOTES)
_ACRONYM = 6  # letters up to which a name such as *Unesco* is written in capitals as well
_OF_TWO = "casques"  # *casques blancs*
_SMALL = WRITTEN_SMALL | {_OF_TWO}
_LONGEST_REPEATED = 11  # further words of a name that is looked for elsewhere; bounds the time


def known_names(words: Words, book: ActorBook) -> Iterator[Name]:
    """Names of the actor book that stand in the text, longest first at each place.

    A single word counts only when it is an acronym: *Front* or *Libération* need the recogniser's word.
    """
    end = 0
    for index, word in enumerate(words.words):
        if not word.capitalised or word.start < end or not (longest := book.longest_name(word.folded)):
            continue
        if found := _known_at(words, index, longest, book):
            end = found.end
            yield found


def known_groups(words: Words, book: ActorBook) -> Iterator[Name]:
    """Groups of the book that the press writes small: *talibans*, *casques blancs*."""
    for index, word in enumerate(words.words):
        if word.folded not in _SMALL or word.capitalised:
            continue
        end = words.words[index : index + 2][-1].end if word.folded == _OF_TWO else word.end
        text = words.text[word.start : end]
        if "\n" not in text and any(actor.type is not ActorType.PERSON for actor in book.lookup(text)):
            yield Name(word.start, end, text, Label.ORGANISATION)


def _known_at(words: Words, index: int, longest: int, book: ActorBook) -> Name | None:
    stretch = _on_one_line(words, index, longest)
    for count in range(len(stretch), 0, -1):
        text = slice_of(words, stretch[:count])
        if (
            not stretch[count - 1].folded
            or _has_quote(text)
            or (count == 1 and not _may_stand_alone(words, index))
        ):
            continue
        actors = book.lookup(text)
        if count == 1 and not any(_is_written(text, actor) for actor in actors):
            continue
        if actors and not _takes_an_article(stretch[:count], actors[0]):
            return Name(stretch[0].start, stretch[count - 1].end, text, label_of(actors))
    return None


def _may_stand_alone(words: Words, index: int) -> bool:
    """An acronym, or a word behind an article: *de la Celac*."""
    text = words.words[index].text
    return is_acronym(text) or (index > 0 and words.words[index - 1].folded in DETERMINERS and len(text) > 1)


def _has_quote(text: str) -> bool:
    """*Le « Canard enchaîné »*: the article before the mark is none of the name's."""
    return not _QUOTES.isdisjoint(text)


def _is_written(text: str, actor: KnownActor) -> bool:
    """Whether an acronym is one of the actor's own: *MONDE* in a headline of capitals is no *Le Monde*."""
    same = [alias for alias in (actor.name, *actor.aliases) if fold(alias) == fold(text)]
    if is_acronym(text):
        return any(alias.isupper() or len(alias) <= _ACRONYM for alias in same)
    return any(alias.isupper() for alias in same)  # *Celac*, written *CELAC* as well


def _takes_an_article(stretch: Sequence[Word], actor: KnownActor) -> bool:
    """*Le PAM* at the head of a sentence: the article is none of the name's own, as in *Le Monde*."""
    if stretch[0].folded not in DETERMINERS:
        return False
    first = {fold(name).split()[0] for name in (actor.name, *actor.aliases) if fold(name)}
    return stretch[0].folded not in first


def repeated(words: Words, names: Sequence[Name]) -> Iterator[Name]:
    """The names once recognised, wherever they stand again: *Alep* in *bataille d'Alep*."""
    labels = {fold(name.text): (name.label, _capitals(name.text)) for name in names if len(name.text) > 2}
    longest: dict[str, int] = {}
    for folded in labels:
        first, *rest = folded.split()
        longest[first] = max(1 + min(len(rest), _LONGEST_REPEATED), longest.get(first, 0))
    for index, word in enumerate(words.words):
        if word.folded in longest and word.capitalised:
            count = longest[word.folded]
            stretch = _on_one_line(words, index, count) if count > 1 else (word,)
            yield from _longest_match(words, stretch, labels)


def _longest_match(
    words: Words, stretch: tuple[Word, ...], labels: dict[str, tuple[Label, int]]
) -> Iterator[Name]:
    for count in range(len(stretch), 0, -1):
        text = slice_of(words, stretch[:count])
        label, capitals = labels.get(fold(text), (None, 0))
        if label and stretch[count - 1].folded and capitals <= _capitals(text):
            yield Name(stretch[0].start, stretch[count - 1].end, text, label)
            return


def _capitals(text: str) -> int:
    """Words that begin with a capital: *Le monde change* repeats no *Le Monde*."""
    return sum(part[:1].isupper() for part in text.split())


def _on_one_line(words: Words, index: int, count: int) -> tuple[Word, ...]:
    """The words from an index to the end of its line until `count` of them are more than a mark."""
    found: list[Word] = []
    for word in words.words[index : index + 2 * count]:
        if count == 0 or (found and "\n" in words.text[found[-1].end : word.start]):
            break
        found.append(word)
        count -= bool(word.folded)
    return tuple(found)


def slice_of(words: Words, inside: Sequence[Word]) -> str:
    return words.text[inside[0].start : inside[-1].end]


def is_acronym(text: str) -> bool:
    return len(text) >= 2 and text.isupper() and text.isalnum()


def label_of(actors: tuple[KnownActor, ...]) -> Label:
    return Label.PERSON if actors[0].type is ActorType.PERSON else Label.ORGANISATION
