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


def digest(data: Path, name: str) -> str:
    """SHA-256 of a corpus: `srl_en.jsonl.xz` as it lies there, `ud/en_ewt-test.conllu` as found in its archive."""
    return hashlib.sha256(member(data, name) if "/" in name else (data / name).read_bytes()).hexdigest()


def member(data: Path, name: str) -> bytes:
    """The bytes of a file in `<folder>.tar.xz`, where `<folder>` is the first part of its name.

    Raises `FileNotFoundError` when the archive does not hold it; training files are never held.
    """
    members = _archive(data / f"{name.partition('/')[0]}.tar.xz")
    if name not in members:
        raise FileNotFoundError(f"{name} is not in its archive under {data}; put a complete copy of the data there")
    return members[name]


def json_lines(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """The objects of a `.jsonl.xz` file, in order."""
    with lzma.open(data / name, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


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
