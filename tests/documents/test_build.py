"""Texts and what is known about them in; documents with the right identity and metadata out."""

import hashlib
from dataclasses import replace

import pytest

from sayso.documents.build import About, build, headed
from sayso.errors import Unreadable
from sayso.records import Document
from sayso.settings import Settings

ABOUT = About(location="a.txt", loader="text")
TEXT = "The talks resumed on Monday, the ministry said."


def built(text: str = TEXT, about: About = ABOUT, settings: Settings | None = None) -> Document:
    return build(text, about, content=text.encode("utf-8", "replace"), settings=settings or Settings())


def test_the_id_is_of_location_and_text_alone() -> None:
    document = built()
    assert document.id == built(about=replace(ABOUT, title="T", published="2024"), settings=Settings(language="fr")).id
    assert document.id != built(text=TEXT + " ").id
    assert document.id != built(about=replace(ABOUT, location="b.txt")).id
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_what_the_source_says_is_tidied() -> None:
    about = replace(ABOUT, title=" Talks\n resume ", author="", publisher="\t", published="7 March 2024")
    document = built(about=about)
    assert (document.title, document.author, document.publisher) == ("Talks resume", None, None)
    assert document.published == "2024-03-07"


def test_the_settings_date_what_is_undated() -> None:
    settings = Settings(published="2018-09-30")
    assert built(settings=settings).published == "2018-09-30"
    assert built(about=replace(ABOUT, published="not a date"), settings=settings).published == "2018-09-30"
    assert built(about=replace(ABOUT, published="2017"), settings=settings).published == "2017"


@pytest.mark.parametrize(
    ("declared", "setting", "expected"),
    [
        ("uk-UA", None, "en"),
        ("ZH_hans", None, "en"),
        ("uk", "ru", "ru"),
        ("English", None, "en"),
        (None, None, "en"),
    ],
)
def test_language_is_set_declared_or_found(declared: str | None, setting: str | None, expected: str) -> None:
    assert built(about=replace(ABOUT, language=declared), settings=Settings(language=setting)).language == expected


def test_half_a_character_is_replaced_in_place() -> None:
    assert built(text="A\ud83dB met C.").text == "A\ufffdB met C."


def test_passages_and_repair_belong_to_the_text() -> None:
    document = built(text="The talks resumed.\n\nBoth sides met in the capital on Monday.")
    assert len(document.passages) == 2
    last = document.passages[-1]
    assert document.text[last.start : last.end].strip() == "Both sides met in the capital on Monday."


def test_white_space_is_no_document() -> None:
    with pytest.raises(Unreadable, match=r"a\.txt holds no text"):
        built(text=" \n\u00a0")


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("They met.", "Talks resume", "Talks resume\n\nThey met."),
        ("Talks resume\n\nThey met.", "Talks  resume", "Talks resume\n\nThey met."),
        ("World\n\nTALKS RESUME\n\nThey met.", "Talks resume", "World\n\nTALKS RESUME\n\nThey met."),
        ("Talks resume on Monday.", "Talks resume", "Talks resume\n\nTalks resume on Monday."),
        ("They met.", " \n", "They met."),
        ("They met.", None, "They met."),
        ("", "Talks resume", "Talks resume\n\n"),
    ],
)
def test_a_title_heads_a_text_once(text: str, title: str | None, expected: str) -> None:
    assert headed(text, title) == expected


def test_the_declared_language_serves_where_the_text_does_not_tell() -> None:
    document = build("2024 - 12,5\n", replace(ABOUT, language="uk-UA"), content=b"", settings=Settings())
    assert document.language == "uk"
