"""The data folder in, the files of its archives out, read without unpacking and each archive once."""

import hashlib
import json
import lzma
import tarfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

ARCHIVES = ("ud.tar.xz", "ner.tar.xz", "srl_en.jsonl.xz", "coref.jsonl.xz", "reporting.tar.xz")
"""What the benchmarks read of the data folder."""


def available(data: Path) -> bool:
    """Whether the folder holds all archives."""
    return all((data / name).is_file() for name in ARCHIVES)


def located(data: Path, name: str) -> Path | None:
    """The file or folder of a corpus that is not packed: in the data folder or, as `gold/dev` is, beside it."""
    return next((path for path in (data / name, data.parent / name) if path.exists()), None)


def present(data: Path, name: str) -> bool:
    """Whether a corpus is there, as a file, a folder or a member of its archive."""
    if located(data, name) is not None:
        return True
    archive = _archive_of(data, name)
    return archive.is_file() and name in _archive(archive)


def digest(data: Path, name: str) -> str:
    """SHA-256 of a corpus: `srl_en.jsonl.xz` as it lies there, `ud/en_ewt-test.conllu` as found in its archive.

    Of a folder such as `gold/dev`, it is that of the names and contents of its files, in the order of the names.
    Raises `FileNotFoundError` when the corpus is not there.
    """
    path = located(data, name)
    if path is None:
        return hashlib.sha256(member(data, name)).hexdigest()
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    files = sorted(each for each in path.iterdir() if each.is_file())
    listed = (f"{each.name} {hashlib.sha256(each.read_bytes()).hexdigest()}\n" for each in files)
    return hashlib.sha256("".join(listed).encode()).hexdigest()


def member(data: Path, name: str) -> bytes:
    """The bytes of a file in `<folder>.tar.xz`, where `<folder>` is the first part of its name.

    Raises `FileNotFoundError` when the archive does not hold it; training files are never held.
    """
    archive = _archive_of(data, name)
    members = _archive(archive) if archive.is_file() else {}
    if name not in members:
        raise FileNotFoundError(f"{name} is not in its archive under {data}; put a complete copy of the data there")
    return members[name]


def json_lines(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """The objects of a `.jsonl.xz` file, in order."""
    with lzma.open(data / name, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _archive_of(data: Path, name: str) -> Path:
    return data / f"{name.partition('/')[0]}.tar.xz"


@lru_cache(maxsize=3)
def _archive(path: Path) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    with tarfile.open(path, "r:xz") as archive:
        for entry in archive:
            # Training files are the bulk of the archives, and no benchmark reads them.
            if entry.isfile() and "-train." not in entry.name:
                file = archive.extractfile(entry)
                contents[entry.name] = file.read() if file else b""
    return contents
