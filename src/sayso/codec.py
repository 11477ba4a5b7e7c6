"""Records in, JSON out, and back: the only place where a record changes its form.

Fields keep their names and order, tuples become arrays, bytes become base64, `Decimal` becomes a string, and `None`
becomes `null`, which means *the text does not say*.
"""

import re
from typing import TypeVar

import msgspec

from sayso.errors import RecordError
from sayso.records import Document, Outcome, Reading, Skipped

_Record = TypeVar("_Record")

_SURROGATE = re.compile("[\ud800-\udfff]")
_READING = "reading"
_SKIPPED = "skipped"


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
    """One line of `sayso read --format jsonl`: what was read, with its document, or what was skipped."""
    if isinstance(outcome, Skipped):
        return encode({"layer": _SKIPPED, "skipped": outcome})
    document, reading = outcome
    return encode({"layer": _READING, "document": document, "reading": reading})


def decode_outcome(line: bytes | str) -> Outcome:
    """The document and its reading, or the skipped location, that a line of `sayso read --format jsonl` holds."""
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
