"""Articles in JSON Lines or a JSON array in, one document for each out; what cannot be read becomes a `Skipped`."""

import json
from collections.abc import Iterator

import msgspec

from sayso.documents.batch import kept_going, skipped
from sayso.documents.rows import Row, columns, document
from sayso.documents.source import Source, read_whole
from sayso.errors import DocumentError, TooLarge, Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

name = "jsonl"

_SUFFIXES = (".jsonl", ".ndjson", ".jl", ".json")
_MEDIA_TYPES = ("application/jsonl", "application/x-ndjson", "application/jsonlines", "application/x-jsonlines")


def accepts(source: Source) -> bool:
    """Whether the source is named or declared as JSON Lines, or is nameless and begins with an object on one line."""
    if source.suffix in _SUFFIXES or source.media_type in _MEDIA_TYPES:
        return True
    return not source.suffix and source.opening.startswith(b'{"')


def load(source: Source, *, settings: Settings) -> Iterator[Document | Skipped]:
    """The documents in order; the size limit holds for each line, so that a long file can be read as a stream."""
    is_whole = source.suffix == ".json" or source.opening.startswith(b"[")
    lines = _items(source, settings) if is_whole else _lines(source, settings)
    return kept_going(_rows(source, lines, settings), location=source.location, loader=name)


def _rows(source: Source, lines: Iterator[bytes], settings: Settings) -> Iterator[Document | Skipped]:
    names = columns(settings)
    for number, line in enumerate(lines, start=1):
        location = f"{source.location}#{number}"
        try:
            if len(line) > settings.max_bytes:
                raise TooLarge(f"{location} is longer than the limit of {settings.max_bytes:,} bytes; raise max_bytes.")
            if line:
                row = Row(location=location, loader=name, content=line, values=_object(line, location))
                yield document(row, names, settings=settings)
        except DocumentError as error:
            yield skipped(location, loader=name, error=error)


def _lines(source: Source, settings: Settings) -> Iterator[bytes]:
    """Each line, blank ones too; of one over the size limit only as much as shows that it is."""
    while line := source.stream.readline(settings.max_bytes + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = source.stream.readline(settings.max_bytes + 1)
        yield line if len(line) > settings.max_bytes else line.removeprefix(b"\xef\xbb\xbf").strip()


def _items(source: Source, settings: Settings) -> Iterator[bytes]:
    """What is one article each, as it stands in the file: items of an array, a single object, or lines after all."""
    content = read_whole(source, settings).removeprefix(b"\xef\xbb\xbf").strip()
    if not content.startswith(b"["):
        are_lines = not _is_json(content) and _is_json(content.partition(b"\n")[0])
        return iter(content.splitlines() if are_lines else [content])
    try:
        return map(bytes, msgspec.json.decode(content, type=list[msgspec.Raw]))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Unreadable(f"{source.location} is not JSON: {str(error)[:200].lower()}.") from error


def _is_json(content: bytes) -> bool:
    try:
        msgspec.json.decode(content, type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False
    return True


def _object(content: bytes, location: str) -> dict[str, object]:
    try:
        # The standard library takes half of a character pair, which scrapers' cut-off texts end in; msgspec does not.
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{location} is not JSON: {str(error)[:200].lower()}.") from error
    if not isinstance(value, dict):
        raise Unreadable(f"{location} is not a JSON object, with the names of its columns.")
    return value
