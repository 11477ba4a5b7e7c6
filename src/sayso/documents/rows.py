"""One row of a table of articles in, its document out, by the names of its columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from sayso.documents.build import About, build
from sayso.errors import SettingsError, Unreadable
from sayso.records import Document
from sayso.settings import Settings

# What the columns of article tables are called, most telling first (news corpora and scrapers' exports, 2026-11).
_USUAL = (
    ("text", ("text", "body", "content", "article", "article_text", "full_text", "maintext", "plain_text")),
    ("title", ("title", "headline")),
    ("url", ("url", "link", "uri")),
    (
        "published",
        ("published", "date", "published_at", "publication_date", "date_publish", "pubdate", "date_published"),
    ),
    ("author", ("author", "authors", "byline")),
    ("publisher", ("publisher", "source", "outlet", "source_name", "site", "newspaper")),
    ("language", ("language", "lang")),
    ("retrieved", ("retrieved", "date_download", "crawled_at")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """For each field of a document, the columns it may stand in, in order of preference."""

    text: tuple[str, ...]
    title: tuple[str, ...]
    url: tuple[str, ...]
    published: tuple[str, ...]
    author: tuple[str, ...]
    publisher: tuple[str, ...]
    language: tuple[str, ...]
    retrieved: tuple[str, ...]


def columns(settings: Settings) -> Columns:
    """The usual names, with those of `settings.columns` in their place; raises `SettingsError` for unknown fields."""
    known = {field.name for field in fields(Columns)}
    for field, column in settings.columns:
        if field not in known or not column:
            raise SettingsError(f"columns names the unknown {field!r}; fields are {', '.join(sorted(known))}.")
    chosen = {field: (column,) for field, column in settings.columns}
    return Columns(**{field: chosen.get(field, usual) for field, usual in _USUAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: where it stands, which loader found it, the bytes it was found in, and its values by column."""

    location: str
    loader: str
    content: bytes
    values: Mapping[str, object]


def document(row: Row, names: Columns, *, settings: Settings) -> Document:
    """The document of `row`; its location is its own address where it gives one, else its place in the table.

    The text is the column's own, unaltered but for line ends; a list of texts is joined by blank lines. A name with
    dots leads into nested values (`uk.text`). Raises `Unreadable` for a row without text.
    """
    text = _value(row.values, names.text, "\n\n")
    if text is None:
        raise Unreadable(f"{row.location} has no text in a column named {_either(names.text)}; name it in columns.")
    address = _value(row.values, names.url) or ""
    about = About(
        location=address if address.startswith(("http://", "https://")) else row.location,
        loader=row.loader,
        title=_value(row.values, names.title),
        author=_value(row.values, names.author),
        publisher=_value(row.values, names.publisher),
        published=_value(row.values, names.published),
        retrieved=_value(row.values, names.retrieved),
        language=_value(row.values, names.language),
    )
    return build(text.replace("\r\n", "\n").replace("\r", "\n"), about, content=row.content, settings=settings)


def _either(names: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _value(values: Mapping[str, object], names: Sequence[str], between: str = ", ") -> str | None:
    for name in names:
        written = _written(_at(values, name), between)
        if written:
            return written
    return None


def _at(values: Mapping[str, object], name: str) -> object:
    found = values.get(name)
    if found is None:
        found = next((value for column, value in values.items() if column.strip().lower() == name.lower()), None)
    outer, dot, inner = name.partition(".")
    if found is None and dot:
        nested = values.get(outer)
        return _at(nested, inner) if isinstance(nested, Mapping) else None
    return found


def _written(value: object, between: str) -> str | None:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Mapping):  # {"name": "The Daily Steppe", "id": 7}, as news interfaces write a source
        return _written(value.get("name"), between)
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return between.join(filter(None, (_written(item, between) for item in value))) or None
    return None
