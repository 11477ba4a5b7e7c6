"""A ledger in, Apache Parquet out: one claim a row with typed columns, for data frames and SQL engines."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from sayso.codec import decode, encode
from sayso.errors import MissingExtra
from sayso.outputs.claims.form import form
from sayso.outputs.exports.exporter import Contents

if TYPE_CHECKING:
    import pyarrow

name = "parquet"
description = "for pandas, DuckDB, R and Spark: one row per claim in typed and nested columns"
loses = "As JSON Lines; digits of a number past the sixteenth."
ending = ".parquet"

_ROWS = 10_000
"""Claims of a row group: some 20 MB while they are gathered, and large enough to compress well."""


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write one row per claim, rejected ones too; raises `MissingExtra` without the library pyarrow."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra('Parquet needs the library pyarrow; run pip install "sayso[parquet]".') from error
    schema = _schema(pyarrow)
    rows = _rows(contents)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while together := list(islice(rows, _ROWS)):
            writer.write_table(pyarrow.Table.from_pylist(together, schema=schema))
    return ()


def _rows(contents: Contents) -> Iterator[dict[str, object]]:
    """Each claim as JSON Lines have it; through JSON and back, it holds nothing but plain values."""
    for document, claims in contents.everything():
        for claim in claims:
            yield decode(encode(form(claim, document)), dict[str, object])


def _schema(arrow: "pyarrow") -> "pyarrow.Schema":
    """The fields of `ClaimForm` in order."""
    text, real = arrow.string(), arrow.float64()
    span = arrow.struct([("start", arrow.int64()), ("end", arrow.int64()), ("quote", text)])
    role = arrow.struct([("role", text), ("actor", text), ("span", span), ("good", text), ("effect", text)])
    sides = [("of", text), ("low", real), ("high", real), ("unit", text), ("approximate", arrow.bool_())]
    link = arrow.struct([("source", span), ("actor", text), ("cue", span), ("channel", text)])
    made = [("rule", text), ("words", arrow.list_(span)), ("reader", text), ("reader_version", text)]
    return arrow.schema(
        [
            *((each, text) for each in ("id", "document", "document_id", "language", "published", "kind")),
            ("trigger", span),
            ("evidence", span),
            ("roles", arrow.list_(role)),
            ("quantities", arrow.list_(arrow.struct([*sides, ("span", span)]))),
            ("occurred", arrow.struct([("edtf", text), ("basis", text), ("span", span)])),
            ("place", arrow.struct([("name", text), ("country", text), ("span", span)])),
            *((each, text) for each in ("modality", "polarity", "certainty")),
            ("attribution", arrow.list_(link)),
            ("confidence", real),
            ("why", arrow.struct([*made, ("vocabulary_version", text)])),
        ]
    )
