"""How one name is written by different hands: romanisations of Arabic, Slavic and Turkish names, and slips.

A name is reduced in three steps, each looser than the one before:

* `name_key` of `text.py`: accents, case, hyphens, a leading article;
* `romanised`: one letter for the letters by which romanisations differ (*dj/j*, *ou/u/oo*, *ch/sh*, …);
* `skeleton`: its consonants, and a mark for a vowel at the beginning.

Names with the same skeleton are candidates; how alike they are is told by comparing the `romanised` forms.
"""

from __future__ import annotations

import re

from service.domain.text import name_key

_VOWELS = "aeiouy"

# Articles inside a name (*Deir ez-Zor*, *Tell al-Abyad*); those at its head are gone from the key.
_INNER_ARTICLE = re.compile(r" (?:al|el|as|es|ash|ach|esh|ech|ad|ed|ar|er|an|en|at|et|az|ez|ul|il) (?=\S)")
_DOUBLE = re.compile(r"(.)\1+")
# What to replace, and the letter without which it cannot be there (a quick way past most rules). In this
# order: longer spellings first, so that *tch* is not read as *t* and *ch*. Upper case letters stand for
# sounds: C (ch, sh, tch), J (j, dj, zh).
_SOUNDS: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (letter, re.compile(pattern), sound)
    for letter, pattern, sound in (
        ("h", r"chtch|shch|schtsch|tsch|tch|sch|ch|sh", "C"),
        ("h", r"dzh|zh", "J"),
        ("z", r"cz|sz", "C"),
        ("j", r"dj|j", "J"),
        ("a", r"a[uw](?=[bcdfghjklmnpqrstzCJ])", "u"),  # Zawr, Zour
        ("u", r"\bou(?=[aeiy])", "v"),  # Ouadi, Wadi
        ("w", r"w", "v"),
        ("p", r"ph", "f"),
        ("k", r"kh|ck", "k"),
        ("q", r"qu(?=[eiy])|q", "k"),
        ("g", r"gh|gu(?=[eiy])", "g"),
        ("h", r"(?<=[tdrb])h|(?<=[aeiouy])h$", ""),  # Thessalonique, Riyadh, Kallaseh
        ("c", r"c(?=[eiy])", "s"),
        ("c", r"c", "k"),
        ("x", r"x", "ks"),
        ("o", r"oo|ou|oe|o", "u"),
        ("a", r"ai|ay|ae", "e"),
        ("e", r"ei|ey", "e"),
        ("y", r"iy|yi|y", "i"),
        ("i", r"ii|ie", "i"),
    )
)


def romanised(name: str) -> str:
    """The name with one letter for each sound, words run together.

    >>> romanised("Djarabulus") == romanised("Jaraboulous")
    True
    >>> romanised("Deir Ezzor"), romanised("Deir al-Zour")
    ('derezur', 'derzur')
    """
    form = name_key(name)
    if " " in form:
        form = _INNER_ARTICLE.sub(" ", form)
    for letter, pattern, sound in _SOUNDS:
        if letter in form:
            form = pattern.sub(sound, form)
    return _DOUBLE.sub(r"\1", form.replace(" ", ""))


def skeleton(name: str) -> str:
    """The consonants of the romanised name; `a` at its head for any vowel there.

    >>> skeleton("Lausane"), skeleton("Idlib"), skeleton("Edleb")
    ('lsn', 'adlb', 'adlb')
    """
    return skeleton_of(romanised(name))


def variants(name: str) -> tuple[str, ...]:
    """The skeletons under which a name may be filed, the likeliest first.

    More than one where a letter is ambiguous: *kh* for *h*, a Turkish *c* for *dj*, *sh* for a plain *s*.
    """
    key = name_key(name)
    readings = [key]
    if "kh" in key:
        readings.append(key.replace("kh", "h"))
    elif key.startswith("h"):
        readings.append("k" + key)
    if key.startswith("c") and not key.startswith("ch"):
        readings.append("dj" + key[1:])
    if key.startswith("j"):
        readings.append("y" + key[1:])
    return tuple(dict.fromkeys(filter(None, map(skeleton, readings))))


def neighbours(form: str) -> frozenset[str]:
    """The skeletons one consonant away: dropped, added, replaced or two exchanged; the first letter stays.

    About 45 of them for each letter, so the number is linear in the length.
    """
    found: set[str] = set()
    for at in range(1, len(form) + 1):
        head, tail = form[:at], form[at:]
        found.update(head + letter + tail for letter in _CONSONANTS)
        if tail:
            found.add(head + tail[1:])
            found.update(head + letter + tail[1:] for letter in _CONSONANTS)
        if len(tail) > 1:
            found.add(head + tail[1] + tail[0] + tail[2:])
    found.discard(form)
    return frozenset(_DOUBLE.sub(r"\1", skeleton) for skeleton in found)


_CONSONANTS = "bdfghklmnprstvzCJ"


def skeleton_of(form: str) -> str:
    """The skeleton of a name that is `romanised` already."""
    head = "a" if form[:1] and form[0] in _VOWELS else ""
    inner = form[:1] + form[1:].replace("h", "")
    return _DOUBLE.sub(r"\1", head + "".join(letter for letter in inner if letter not in _VOWELS))
