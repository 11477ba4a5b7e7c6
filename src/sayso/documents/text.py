"""A plain text or Markdown file in, one document out, its text unaltered."""

from collections.abc import Iterator

from sayso.documents.build import About, build
from sayso.documents.decode import decode
from sayso.documents.source import Source, read_whole
from sayso.records import Document, Skipped
from sayso.settings import Settings

name = "text"


def accepts(source: Source) -> bool:
    """Always: what no other loader claims is read as text, and refused in decoding when it is none."""
    return True


def load(source: Source, *, settings: Settings) -> Iterator[Document | Skipped]:
    """The one document; raises `Unreadable` for binary data, an unknown encoding and an empty file."""
    content = read_whole(source, settings)
    text = decode(content, location=source.location, charset=source.charset).text
    about = About(location=source.location, loader=name, retrieved=source.retrieved)
    yield build(text, about, content=content, settings=settings)
