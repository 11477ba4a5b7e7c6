"""Claims in, files out: one module per format, listed in `CLAIM_EXPORTERS`."""

from sayso.outputs.claims import csv, jsonl, page, table
from sayso.outputs.claims.exporter import ClaimExporter, Found
from sayso.outputs.claims.passage import write_passage

__all__ = ["CLAIM_EXPORTERS", "MACHINE_EXPORTERS", "ClaimExporter", "Found", "write_passage"]

MACHINE_EXPORTERS: tuple[ClaimExporter, ...] = (jsonl, csv)
"""The formats that hold every field; `sayso export` has more, of whole ledgers: see `outputs.exports`."""

CLAIM_EXPORTERS: tuple[ClaimExporter, ...] = (table, page, *MACHINE_EXPORTERS)
"""Every format in the order of the help page."""
