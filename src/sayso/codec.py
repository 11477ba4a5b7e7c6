"""Records in, JSON or rows of a table out, and back: the only place where a record changes its form.

Fields keep their names and order. In JSON, tuples become arrays, bytes become base64, `Decimal` becomes a string, and
`None` becomes `null`, which means *the text does not say*. In a row, a number stays a number, a span is the number it
has in the table of spans, and what holds records itself becomes JSON.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias, TypeVar, get_type_hints

import msgspec

from sayso.errors import RecordError
from sayso.records import Document, Outcome, Reading, Skipped, Span

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Record = TypeVar("_Record")

_SURROGATE = re.compile("[\ud800-\udfff]")
_READING = "reading"
_SKIPPED = "skipped"

Value: TypeAlias = str | int | float | None
"""What one column of a row holds."""

_LARGEST = 2**63
"""SQLite holds whole numbers of 64 bits; greater ones are written out."""

_NO_SPANS: Mapping[Span, int] = {}
_NO_NUMBERS: Mapping[int, Span] = {}


def encode(record: object) -> bytes:
    r"""One record as JSON on one line, without the line end.

    >>> from sayso.records import Run
    >>> encode(Run(start=0, end=4, source_start=0, source_end=6))
    b'{"start":0,"end":4,"source_start":0,"source_end":6}'

    Half of a character pair, which a file name can hold and JSON cannot, becomes U+FFFD. Raises `RecordError` for
    what is no record.
    """
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        return msgspec.json.encode(_with_whole_characters(msgspec.to_builtins(record)))
    except TypeError as error:
        raise RecordError(f"a {type(record).__name__} cannot be written as JSON: {error}") from error


def _with_whole_characters(value: object) -> object:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_with_whole_characters(key): _with_whole_characters(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_with_whole_characters(each) for each in value]
    return value


def decode(line: bytes | str, kind: type[_Record]) -> _Record:
    """The record of type `kind` that `line` holds; raises `RecordError` when it does not hold one."""
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise RecordError(f"this JSON is not a {kind.__name__} record: {error}") from error


def encode_outcome(outcome: Outcome) -> bytes:
    """One line of `sayso read --layer reading --format jsonl`: document and reading, or what was skipped."""
    if isinstance(outcome, Skipped):
        return encode({"layer": _SKIPPED, "skipped": outcome})
    document, reading = outcome
    return encode({"layer": _READING, "document": document, "reading": reading})


def decode_outcome(line: bytes | str) -> Outcome:
    """What `encode_outcome` wrote: the document and its reading, or the skipped location."""
    fields = decode(line, dict[str, msgspec.Raw])
    layer = decode(bytes(fields.get("layer", msgspec.Raw(b"null"))), object)
    wanted = {_READING: {"document", "reading"}, _SKIPPED: {"skipped"}}.get(str(layer))
    if wanted is None or fields.keys() != wanted | {"layer"}:
        raise RecordError(
            f"this JSON line has layer {layer!r} and the fields {', '.join(sorted(fields))}: not a reading"
        )
    if layer == _SKIPPED:
        return decode(bytes(fields["skipped"]), Skipped)
    return decode(bytes(fields["document"]), Document), decode(bytes(fields["reading"]), Reading)


def row(record: "DataclassInstance", numbers: Mapping[Span, int] = _NO_SPANS) -> tuple[Value, ...]:
    """The fields of a record in order, one column each; `numbers` gives the number of every span it points at.

    >>> from sayso.records import Actor
    >>> row(Actor(id="RUS/president", kind="body", part_of="RUS"))
    ('RUS/president', 'body', 'RUS')
    """
    return tuple([_column(getattr(record, name), numbers) for name, _ in _fields(type(record))])


def from_row(values: Sequence[Value], kind: type[_Record], *, spans: Mapping[int, Span] = _NO_NUMBERS) -> _Record:
    """The record of type `kind` whose row this is; raises `RecordError` when it is none."""
    try:
        return kind(**{name: back(value, spans) for (name, back), value in zip(_fields(kind), values, strict=True)})
    except (msgspec.MsgspecError, ValueError, TypeError, KeyError, InvalidOperation) as error:
        raise RecordError(f"this row is not a {kind.__name__} record: {error}") from error


def _column(value: object, numbers: Mapping[Span, int]) -> Value:
    # The commonest first: this runs a hundred times for every claim.
    if value is None:
        return None
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Span):
        return numbers[value]
    if isinstance(value, int | float):
        return value  # bool is a kind of int, and SQLite has no other
    if isinstance(value, Decimal):
        return _number(value)
    return encode(value).decode()


def _number(value: Decimal) -> Value:
    """The number as SQLite would compare it, where that gives back the same number, else its digits as text."""
    if value.is_finite():
        if value == value.to_integral_value() and abs(value) < _LARGEST:
            return int(value)
        if Decimal(repr(float(value))) == value:
            return float(value)
    return str(value)


_Back: TypeAlias = Callable[[Value, Mapping[int, Span]], object]


_known_fields: dict[type, tuple[tuple[str, _Back], ...]] = {}


def _fields(kind: type) -> tuple[tuple[str, _Back], ...]:
    """The fields of a record, each with the way back from its column; worked out once for every kind."""
    if kind not in _known_fields:
        hints = get_type_hints(kind)
        _known_fields[kind] = tuple((field.name, _back(hints[field.name])) for field in fields(kind))
    return _known_fields[kind]


def _back(hint: object) -> _Back:
    if hint in (Span, Span | None):
        return lambda value, spans: None if value is None else spans[int(value)]
    if hint in (Decimal, Decimal | None):
        return lambda value, _: None if value is None else Decimal(repr(value) if isinstance(value, float) else value)
    if hint is bool:
        return lambda value, _: bool(value)
    if hint in (str, int, float, str | None, int | None, float | None):
        return lambda value, _: value
    return lambda value, _: msgspec.json.decode(str(value), type=hint)
