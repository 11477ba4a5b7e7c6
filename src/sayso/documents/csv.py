"""A table of articles in comma-, semicolon- or tab-separated values in, one document for each row out."""

import csv
import io
from collections.abc import Iterator

from sayso.documents.batch import kept_going, skipped
from sayso.documents.decode import decode
from sayso.documents.rows import Columns, Row, columns, document
from sayso.documents.source import Source, read_whole
from sayso.errors import DocumentError, Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

name = "csv"

_SUFFIXES = (".csv", ".tsv")
_MEDIA_TYPES = ("text/csv", "text/tab-separated-values")
_DELIMITERS = ",;\t|"


def accepts(source: Source) -> bool:
    """Whether the source is named or declared as a table; prose has commas too, so its looks do not count."""
    return source.suffix in _SUFFIXES or source.media_type in _MEDIA_TYPES


def load(source: Source, *, settings: Settings) -> Iterator[Document | Skipped]:
    """The documents in order; raises `Unreadable` when the first line names no text column."""
    return kept_going(_rows(source, columns(settings), settings), location=source.location, loader=name)


def _rows(source: Source, names: Columns, settings: Settings) -> Iterator[Document | Skipped]:
    text = decode(read_whole(source, settings), location=source.location, charset=source.charset).text
    header = text[: text.find("\n") + 1] or text
    delimiter = max(_DELIMITERS, key=header.count)
    # The module's own limit of 128 kB a field is process-wide; the size of the file is limited already.
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_bytes))
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        titles = [title.strip() for title in next(table, [])]
    except csv.Error as error:
        raise Unreadable(f"{source.location} does not begin with the names of its columns: {error}.") from error
    if not {title.lower() for title in titles} & {wanted.lower() for wanted in names.text}:
        raise Unreadable(
            f"{source.location} has no column for the text among {', '.join(titles)[:200]}; "
            "name it in columns, as in text=story."
        )
    number = 1
    while True:
        number += 1
        location = f"{source.location}#{number}"
        try:
            values = next(table, None)
            if values is None:
                return
            if any(values):
                content = delimiter.join(values).encode("utf-8", "replace")
                row = Row(location=location, loader=name, content=content, values=_named(titles, values, location))
                yield document(row, names, settings=settings)
        except csv.Error as error:
            yield skipped(location, loader=name, error=Unreadable(f"{location} breaks the table: {error}."))
        except DocumentError as error:
            yield skipped(location, loader=name, error=error)


def _named(titles: list[str], values: list[str], location: str) -> dict[str, object]:
    if len(values) > len(titles):
        raise Unreadable(f"{location} has {len(values)} values for {len(titles)} columns; quote the longer ones.")
    return dict(zip(titles, values, strict=False))
