"""Items of a container in; the same out, with breaks turned into rows."""

from collections.abc import Iterator

import pytest

from sayso.documents.batch import kept_going, skipped
from sayso.documents.build import About, build
from sayso.errors import Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

DOCUMENT = build("Talks.", About(location="a#1", loader="text"), content=b"", settings=Settings(language="en"))
ROW = skipped("a#2", loader="text", error=Unreadable("a#2 is broken."))


def items(*given: Document | Skipped | Exception) -> Iterator[Document | Skipped]:
    for item in given:
        if isinstance(item, Exception):
            raise item
        yield item


def kept(*given: Document | Skipped | Exception) -> list[Document | Skipped]:
    return list(kept_going(items(*given), location="a", loader="text"))


def test_a_break_after_a_document_is_a_row() -> None:
    assert kept(DOCUMENT, ROW, Unreadable("a is cut short.")) == [
        DOCUMENT,
        ROW,
        Skipped(location="a", span=None, reader="text", reason="a is cut short."),
    ]


def test_a_break_before_any_document_is_an_error() -> None:
    with pytest.raises(Unreadable, match=r"^a is cut short\.$"):
        kept(ROW, Unreadable("a is cut short."))


def test_no_document_at_all_is_an_error_with_the_first_reason() -> None:
    with pytest.raises(Unreadable, match=r"^a holds no document that can be read: a#2 is broken\.$"):
        kept(ROW, skipped("a#3", loader="text", error=Unreadable("a#3 too.")))
    with pytest.raises(Unreadable, match="it is empty"):
        kept()


def test_a_bug_is_not_caught() -> None:
    with pytest.raises(KeyError):
        kept(DOCUMENT, KeyError("bug"))
