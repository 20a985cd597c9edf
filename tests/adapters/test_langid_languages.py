"""Which language a text is in, and when it is better not to say."""

from __future__ import annotations

import pytest

from service.adapters.langid_languages import LangidLanguages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a déclaré mardi que les négociations reprendraient à Genève.", "fr"),
        ("The minister said on Tuesday that the talks would resume in Geneva.", "en"),
        ("Der Minister sagte am Dienstag, dass die Gespräche wieder beginnen.", "de"),
        ("El ministro dijo el martes que las negociaciones se reanudarían en Ginebra.", "es"),
        ("Министр заявил во вторник, что переговоры возобновятся в Женеве.", "ru"),
    ],
)
def test_sentences_tell_their_language(text: str, language: str) -> None:
    assert LangidLanguages().detect(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Alep",
        "Mardi à Genève",
        "2016-10-11 08:30 +33 1 23 45 67 89",
        "Bachar al-Assad, Damas, Alep, Homs",
        "𝕿𝖍𝖊 𝖖𝖚𝖎𝖈𝖐 𝖇𝖗𝖔𝖜𝖓 𝖋𝖔𝖝 𝖏𝖚𝖒𝖕𝖘 𝖔𝖛𝖊𝖗 𝖙𝖍𝖊 𝖑𝖆𝖟𝖞 𝖉𝖔𝖌",
        "αβγδε абвгд ابتثج 一二三四五 กขคงจ אבגדה",
    ],
)
def test_too_little_tells_nothing(text: str) -> None:
    assert LangidLanguages().detect(text) is None


def test_the_end_of_a_long_text_does_not_matter() -> None:
    french = "Le ministre a déclaré mardi que les négociations reprendraient. " * 200
    assert LangidLanguages().detect(french + "The minister said so. " * 5000) == "fr"
