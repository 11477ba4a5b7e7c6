"""Objects or texts in, the bytes of a file out, written as they come."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

from sayso.codec import encode


def write_members(stream: BinaryIO, members: Iterable[object]) -> None:
    """Write the members of a JSON list, without its brackets, one a line."""
    for number, member in enumerate(members):
        stream.write((b",\n" if number else b"\n") + encode(member))


def write_fields(stream: BinaryIO, fields: Iterable[tuple[str, object]]) -> None:
    """Write the fields of a JSON object, without its brackets, one a line."""
    for number, (name, value) in enumerate(fields):
        stream.write((b",\n" if number else b"\n") + encode(name) + b":" + encode(value))


@contextmanager
def as_text(stream: BinaryIO) -> Iterator[TextIO]:
    """The stream as one of text in UTF-8, whose line ends stay as written; it is left open."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="")
    try:
        yield text
    finally:
        text.detach()
