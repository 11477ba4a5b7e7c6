"""Web archives written here record by record in; a document for each capture out."""

import gzip
import sys

import pytest

from sayso.documents import warc
from sayso.documents.source import from_bytes
from sayso.errors import DocumentError, MissingExtra, TooLarge, Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

PAGE = "<html><head><title>Talks</title></head><body><p>Die Gespräche über Öl gehen weiter.</p></body></html>"


def record(address: str, body: bytes, *, status: str = "200 OK", kind: str = "response", **headers: str) -> bytes:
    headers = {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    answer = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body
    opening = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-03-07T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(body)}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return opening.encode() + answer + b"\r\n\r\n"


def read(content: bytes, max_bytes: int = 10_000) -> list[Document | Skipped]:
    settings = Settings(language="de", max_bytes=max_bytes)
    return list(warc.load(from_bytes(content, "a.warc", name="a.warc"), settings=settings))


FIRST = record("https://steppe.example/1", PAGE.encode("cp1252"), Content_Type="text/html; charset=windows-1252")
PACKED = record("https://steppe.example/2", gzip.compress(PAGE.encode()), Content_Encoding="gzip")
PLAIN = record("https://steppe.example/3", b"Words.", Content_Type="text/plain")


@pytest.mark.parametrize("packed", [False, True])
def test_captures_are_documents(packed: bool) -> None:
    parts = (FIRST, PACKED, PLAIN)
    documents = read(b"".join(map(gzip.compress, parts) if packed else parts))
    assert all(isinstance(document, Document) for document in documents)
    first, second, third = (document for document in documents if isinstance(document, Document))
    assert first.text == second.text == "Talks\n\nDie Gespräche über Öl gehen weiter."
    assert third.text == "Words."
    assert [document.location[-1] for document in (first, second, third)] == ["1", "2", "3"]
    assert (first.retrieved, first.loader, third.loader) == ("2024-03-07", "html", "text")


def test_what_is_not_read_is_said() -> None:
    items = read(
        FIRST
        + record("https://steppe.example/gone", b"Gone", status="404 Not Found")
        + record("https://steppe.example/robots.txt", b"User-agent: *", Content_Type="text/plain")
        + record("https://steppe.example/a.png", b"\x89PNG", Content_Type="image/png")
        + record("https://steppe.example/b.png", b"\x89PNG", Content_Type="image/png")
        + record("https://steppe.example/1", b"", kind="request").replace(b"HTTP/1.1 200 OK", b"GET / HTTP/1.1 ")
        + record("https://steppe.example/br", b"\x0b\x02", Content_Encoding="br")
        + PLAIN
    )
    assert [item.reason for item in items if isinstance(item, Skipped)] == [
        "https://steppe.example/gone was answered with status 404 when it was archived.",
        "https://steppe.example/br was archived packed as br, which is not read; archive it again without.",
        "a.warc also holds records that are not read: 2 image/png, 1 request, 1 text/plain.",
    ]
    assert sum(isinstance(item, Document) for item in items) == 2


def test_a_packed_bomb_is_skipped() -> None:
    bomb = record("https://steppe.example/bomb", gzip.compress(b"0" * 5_000_000), Content_Encoding="gzip")
    skip, document = read(bomb + FIRST)
    assert isinstance(skip, Skipped)
    assert skip.reason.startswith("https://steppe.example/bomb is larger than the limit of 10,000 bytes")
    assert isinstance(document, Document)


def test_a_large_record_of_another_kind_is_passed_over() -> None:
    film = record("https://steppe.example/film", b"\0" * 5_000_000, Content_Type="video/mp4")
    assert isinstance(read(film + FIRST)[0], Document)


def test_a_wrong_length_is_said_without_printing(capsys: pytest.CaptureFixture[str]) -> None:
    *_, skip = read(PLAIN.replace(b"Words.", b"Words. And more.") + FIRST)
    assert isinstance(skip, Skipped)
    assert skip.reason == "a.warc also holds records that are not read: 1 of a wrong length."
    assert capsys.readouterr().err == ""


def test_headers_without_end_are_refused() -> None:
    endless = gzip.compress(b"WARC/1.0\r\nX: " + b"x" * 20_000_000)
    with pytest.raises(TooLarge, match=r"a\.warc holds a record over the limit"):
        read(endless)


def test_an_archive_that_breaks_off_keeps_what_came_before() -> None:
    document, skip = read(FIRST + FIRST[:-60])
    assert isinstance(document, Document)
    assert isinstance(skip, Skipped)
    assert skip.reason == "https://steppe.example/1 breaks off in the archive; fetch the archive again."
    packed = gzip.compress(FIRST)
    document, *skips = read(packed + packed[:-20])
    assert isinstance(document, Document)
    assert skips
    assert {item.reason for item in skips if isinstance(item, Skipped)} == {
        "a.warc is a gzip file that breaks off; fetch it again."
    }


@pytest.mark.parametrize("content", [b"words, not records", b"", gzip.compress(FIRST)[:60], b"WARC/1.0\r\n\r\n"])
def test_an_archive_without_captures_is_refused(content: bytes) -> None:
    with pytest.raises((Unreadable, DocumentError), match=r"^a\.warc "):
        read(content)


def test_the_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    with pytest.raises(MissingExtra, match=r'pip install "sayso\[warc\]"'):
        read(FIRST)
