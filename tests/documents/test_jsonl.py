"""JSON Lines and arrays in; a document or a skipped row for each out."""

import gzip
import os

import pytest

from sayso.documents import jsonl
from sayso.documents.source import from_bytes
from sayso.errors import Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings


def read(content: bytes, name: str = "a.jsonl", **settings: object) -> list[Document | Skipped]:
    source = from_bytes(content, name, name=name)
    return list(jsonl.load(source, settings=Settings(language="en", **settings)))  # type: ignore[arg-type]


def texts(items: list[Document | Skipped]) -> list[str]:
    return [item.text if isinstance(item, Document) else item.reason for item in items]


def test_each_line_is_a_document_and_a_bad_one_stops_nothing() -> None:
    items = read(b'\xef\xbb\xbf{"text": "One."}\n{bad\n\n[1]\n{"title": "T"}\n{"text": "\xff"}\n{"text": "Two."}')
    assert texts(items)[0::5] == ["One.", "Two."]
    locations = [item.location for item in items]
    assert locations == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#4", "a.jsonl#5", "a.jsonl#6", "a.jsonl#7"]
    for item in items[1:5]:
        assert isinstance(item, Skipped)
        assert item.reason.startswith(item.location)
        assert (item.reader, item.span) == ("jsonl", None)


def test_deep_nesting_and_half_characters_are_no_trouble() -> None:
    items = read(b'{"text":' + b"[" * 100_000 + b'\n{"text": "A\\ud83d B."}')
    assert isinstance(items[0], Skipped)
    assert texts(items)[1] == "A\ufffd B."


def test_the_limit_holds_for_each_line() -> None:
    long = b'{"text": "' + b"x" * 500 + b'"}'
    items = read(long + b"\n" + b'{"text": "ok"}\n' * 50, max_bytes=200)
    assert isinstance(items[0], Skipped)
    assert items[0].reason == "a.jsonl#1 is longer than the limit of 200 bytes; raise max_bytes."
    assert texts(items)[1:] == ["ok"] * 50


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'[{"text": "One."},\n {"text": "Two."}]', ["One.", "Two."]),
        (b'{\n "text": "One."\n}', ["One."]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
    ],
)
def test_plain_json_is_read_too(content: bytes, expected: list[str]) -> None:
    assert texts(read(content, "a.json")) == expected


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.jsonl", b"{bad\n{worse", r"no document that can be read: a\.jsonl#1 is not JSON"),
        ("a.jsonl", b"\n", "no document that can be read: it is empty"),
        ("a.json", b'[{"text": "One."}', r"a\.json is not JSON"),
        ("a.json", b'{\n "text": \n', r"a\.json#1 is not JSON"),
    ],
)
def test_nothing_to_read_is_said(name: str, content: bytes, expected: str) -> None:
    with pytest.raises(Unreadable, match=expected):
        read(content, name)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [("a.ndjson", b"x", True), ("", b'{"text": 1}', True), ("a.txt", b'{"text": 1}', False), ("", b"{curly}", False)],
)
def test_json_lines_are_told_by_name_or_beginning(name: str, content: bytes, expected: bool) -> None:
    assert jsonl.accepts(from_bytes(content, "-", name=name)) is expected


def test_lines_before_a_break_in_gzip_are_read() -> None:
    lines = b"".join(b'{"text": "Line %d, %s"}\n' % (number, os.urandom(40).hex().encode()) for number in range(2000))
    items = read(gzip.compress(lines)[:50_000], "a.jsonl.gz")
    assert all(isinstance(item, Document) for item in items[:500])
    assert isinstance(items[-1], Skipped)
    assert items[-1].reason == "a.jsonl.gz is a gzip file that breaks off; fetch it again."
