"""Tables in; a document or a skipped row for each row out."""

import pytest

from sayso.documents import csv
from sayso.documents.source import from_bytes
from sayso.errors import Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings


def read(table: str, *mapped: tuple[str, str], encoding: str = "utf-8") -> list[Document | Skipped]:
    source = from_bytes(table.encode(encoding), "a.csv", name="a.csv")
    return list(csv.load(source, settings=Settings(language="en", columns=mapped)))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_rows_are_documents(delimiter: str, encoding: str) -> None:
    table = 'Title,Body,Date\r\nÉlan,"They met; both, ""gladly"".\r\nThen left.",7 March 2024\r\n'
    if delimiter != ",":
        table = table.replace("Title,Body,Date", delimiter.join(("Title", "Body", "Date")))
        table = table.replace('Élan,"', f'Élan{delimiter}"').replace('",7', f'"{delimiter}7')
    (document,) = read(table, encoding=encoding)
    assert isinstance(document, Document)
    assert document.text == 'They met; both, "gladly".\nThen left.'
    assert (document.title, document.published, document.location) == ("Élan", "2024-03-07", "a.csv#2")


def test_a_bad_row_stops_nothing() -> None:
    items = read('text,title\nOne,A\n,B\nTwo,B,C\n\n"Three"x,D\nFour\n')
    assert [item.text if isinstance(item, Document) else item.reason.partition(" ")[2] for item in items] == [
        "One",
        "has no text in a column named text, body, content, article, article_text, full_text, maintext or plain_text; "
        "name it in columns.",
        "has 3 values for 2 columns; quote the longer ones.",
        "breaks the table: ',' expected after '\"'.",
        "Four",
    ]


def test_a_long_text_is_read_whole() -> None:
    (document,) = read("text\n" + "x" * 300_000)
    assert isinstance(document, Document)
    assert len(document.text) == 300_000


def test_the_settings_name_the_text_column() -> None:
    (document,) = read("story,note\nThey met.,x\n", ("text", "story"))
    assert isinstance(document, Document)
    assert document.text == "They met."


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("a,b\n1,2\n", r"^a\.csv has no column for the text among a, b; name it in columns"),
        ('"text"x,b\n1,2\n', r"^a\.csv does not begin with the names of its columns"),
        ("text\n", "no document that can be read"),
        ('text\n"never closed\nword', r"a\.csv#2 breaks the table: unexpected end of data"),
    ],
)
def test_a_table_without_texts_is_refused(table: str, expected: str) -> None:
    with pytest.raises(Unreadable, match=expected):
        read(table)
