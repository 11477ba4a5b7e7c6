"""Claims in, comma-separated values out: one claim a row, for spreadsheets.

What there is one of stands in a column of its own; what there may be several of stands as JSON, as in JSON Lines, and
the columns `doer`, `counterpart`, `source` and `when` repeat the parts of it that people sort by.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from sayso.codec import encode
from sayso.outputs.cells import LINE_END, Cells
from sayso.outputs.claims.exporter import Found
from sayso.outputs.claims.form import form
from sayso.outputs.claims.phrases import parties, source_phrase
from sayso.outputs.exporter import Layout
from sayso.records import Claim, Document

name = "csv"
description = "for spreadsheets: one row per claim, lists as JSON"

COLUMNS = (
    *("id", "document", "document_id", "language", "published", "kind", "doer", "counterpart", "source", "when"),
    *("trigger", "trigger_start", "trigger_end", "evidence", "evidence_start", "evidence_end", "roles", "quantities"),
    *("occurred", "place", "modality", "polarity", "certainty", "attribution", "confidence", "why"),
)


def write(found: Iterable[Found], stream: TextIO, *, layout: Layout) -> None:
    """Write the head and one row per claim; `layout` does not concern this format."""
    write_rows(found, stream, cells=Cells())


def write_rows(found: Iterable[Found], stream: TextIO, *, cells: Cells) -> None:
    """Write the head and one row per claim; `cells` counts those that began like a formula."""
    writer = csv.writer(stream, lineterminator=LINE_END)
    writer.writerow(COLUMNS)
    for document, claims in found:
        for claim in claims:
            writer.writerow(cells.row(_row(claim, document)))


def _row(claim: Claim, document: Document) -> Iterator[object]:
    """The values in the order of `COLUMNS`."""
    whole, (doers, others) = form(claim, document), parties(claim)
    yield from (whole.id, whole.document, whole.document_id, whole.language, whole.published, whole.kind)
    yield "; ".join(each.actor for each in doers if each.actor)
    yield "; ".join(each.actor for each in others if each.actor)
    yield source_phrase(claim) if claim.attribution else None
    yield whole.occurred.edtf if whole.occurred else None
    for span in (whole.trigger, whole.evidence):
        yield from (span.quote, span.start, span.end)
    yield from (_json(whole.roles), _json(whole.quantities), _json(whole.occurred), _json(whole.place))
    yield from (whole.modality, whole.polarity, whole.certainty, _json(whole.attribution), whole.confidence)
    yield _json(whole.why)


def _json(value: object) -> str | None:
    return None if value is None else encode(value).decode("utf-8")
