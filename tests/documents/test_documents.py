"""Locations in; documents from the right loader out, and no bad file stops a folder."""

import io
import sys
from pathlib import Path

import pytest

from sayso.documents import LOADERS, load
from sayso.errors import NotFound, Refused, Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

SETTINGS = Settings(language="en")

FILES = (
    ("a.txt", b"Talks resumed.", "text"),
    ("a.md", b"# Talks\n\nThey resumed.", "text"),
    ("noname", b"Talks resumed.", "text"),
    ("a.html", b"<p>Talks resumed.</p>", "html"),
    ("page", b"<!doctype html><p>Talks resumed.</p>", "html"),
    ("a.xml", b"<rss version='2.0'><channel><item><title>Talks</title></item></channel></rss>", "feed"),
    ("a.jsonl", b'{"text": "Talks resumed."}', "jsonl"),
    ("a.csv", b"text\nTalks resumed.\n", "csv"),
    ("a.tsv", b"title\ttext\nA\tTalks resumed.\n", "csv"),
)


@pytest.mark.parametrize(("name", "content", "loader"), FILES)
def test_the_right_loader_is_chosen(tmp_path: Path, name: str, content: bytes, loader: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (document,) = load(str(path), settings=SETTINGS)
    assert isinstance(document, Document)
    assert document.loader == loader
    assert "Talks" in document.text


def test_loaders_have_names_of_their_own() -> None:
    assert [loader.name for loader in LOADERS] == ["pdf", "warc", "feed", "html", "jsonl", "csv", "text"]


def test_one_bad_file_does_not_stop_a_folder(tmp_path: Path) -> None:
    for name, content, _ in FILES:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "b.bin").write_bytes(b"\0\1\2\3")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "d.txt").write_bytes(b"")
    (tmp_path / "e.txt").symlink_to(tmp_path / "nowhere")
    items = list(load(str(tmp_path), settings=SETTINGS))
    assert sum(isinstance(item, Document) for item in items) == len(FILES)
    skips = [item for item in items if isinstance(item, Skipped)]
    assert [Path(item.location).name for item in skips] == ["b.bin", "c.pdf", "d.txt", "e.txt"]
    assert all(item.reason.startswith(item.location) for item in skips)


def test_a_folder_without_readable_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="holds no document that can be read: it is empty"):
        list(load(str(tmp_path), settings=SETTINGS))
    (tmp_path / "b.bin").write_bytes(b"\0\1\2\3")
    with pytest.raises(Unreadable, match=r"b\.bin holds binary data"):
        list(load(str(tmp_path), settings=SETTINGS))


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "One."}\n{"text": "Two."}\n')))
    assert [item.text for item in load("-", settings=SETTINGS) if isinstance(item, Document)] == ["One.", "Two."]


def test_nothing_there_is_said() -> None:
    with pytest.raises(NotFound, match=r"^no/such/file\.txt does not exist"):
        list(load("no/such/file.txt", settings=SETTINGS))
    with pytest.raises(Refused, match="only http and https"):
        list(load("file:///etc/hosts", settings=SETTINGS))


def test_the_same_input_gives_the_same_documents(tmp_path: Path) -> None:
    for name, content, _ in FILES:
        (tmp_path / name).write_bytes(content)
    assert list(load(str(tmp_path), settings=SETTINGS)) == list(load(str(tmp_path), settings=SETTINGS))
