"""Files and bytes in; sources that can be judged by their first bytes and read within limits out."""

import gzip
import os
import tracemalloc
from pathlib import Path

import pytest

from sayso.documents.source import HEAD_BYTES, from_bytes, open_file, read_whole
from sayso.errors import NotFound, TooLarge, Unreadable
from sayso.settings import Settings

SETTINGS = Settings(max_bytes=1000)


def test_the_head_is_seen_and_still_there_to_read(tmp_path: Path) -> None:
    path = tmp_path / "Report.HTML"
    content = b"\xef\xbb\xbf \n<HTML>" + b"x" * (2 * HEAD_BYTES)
    path.write_bytes(content)
    with open_file(path) as source:
        assert (source.location, source.name, source.suffix) == (str(path), "report.html", ".html")
        assert source.head == content[:HEAD_BYTES]
        assert source.opening.startswith(b"<html>")
        assert source.stream.read() == content


def test_gzip_is_undone_whatever_is_inside(tmp_path: Path) -> None:
    path = tmp_path / "report.txt.gz"
    path.write_bytes(gzip.compress(b"Talks ") + gzip.compress(b"resumed."))
    with open_file(path) as source:
        assert (source.name, read_whole(source, SETTINGS)) == ("report.txt", b"Talks resumed.")


def test_a_packed_bomb_is_not_unpacked_whole() -> None:
    source = from_bytes(gzip.compress(b"0" * 50_000_000), "bomb.gz")
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge, match=r"bomb\.gz is larger than the limit of 1,000 bytes"):
            read_whole(source, SETTINGS)
        assert tracemalloc.get_traced_memory()[1] < 10 * HEAD_BYTES
    finally:
        tracemalloc.stop()


def test_gzip_that_breaks_off_is_said() -> None:
    packed = gzip.compress(os.urandom(5000))
    with pytest.raises(Unreadable, match=r"a\.gz is a gzip file that breaks off"):
        read_whole(from_bytes(packed[:3000], "a.gz"), Settings())
    with pytest.raises(Unreadable, match=r"a\.gz is a damaged gzip file"):
        read_whole(from_bytes(packed[:3000] + b"\xff" * 200 + packed[3200:], "a.gz"), Settings())


def test_the_limit_is_inclusive() -> None:
    assert len(read_whole(from_bytes(b"x" * 1000, "a"), SETTINGS)) == 1000
    with pytest.raises(TooLarge):
        read_whole(from_bytes(b"x" * 1001, "a"), SETTINGS)


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n"])
def test_nothing_is_not_a_source(content: bytes) -> None:
    with pytest.raises(Unreadable, match="a is empty"):
        read_whole(from_bytes(content, "a"), SETTINGS)


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="does not exist"), open_file(tmp_path / "none.txt"):
        pass
    with pytest.raises(Unreadable, match="device or socket"), open_file(Path(os.devnull)):
        pass
    with pytest.raises(Unreadable, match="null byte"), open_file(Path("a\0b")):
        pass
    with pytest.raises(Unreadable, match="is a directory"), open_file(tmp_path):
        pass
