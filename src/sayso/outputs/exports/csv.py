"""A ledger in, comma-separated values out: one claim a row, for spreadsheets."""

from collections.abc import Iterable
from typing import BinaryIO

from sayso.outputs.cells import Cells
from sayso.outputs.claims.csv import write_rows
from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.streams import as_text

name = "csv"
description = "for spreadsheets: one row per claim, lists as JSON"
loses = "As JSON Lines; a text that begins like a formula has an apostrophe in front, and the export says how many do."
ending = ".csv"


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write the head and one row per claim, rejected ones too."""
    cells = Cells()
    with as_text(stream) as text:
        write_rows(contents.everything(), text, cells=cells)
    return cells.remarks()
