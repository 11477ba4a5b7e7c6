"""Claims in, files out: one module per format, listed in `CLAIM_EXPORTERS`."""

from sayso.outputs.claims import csv, jsonl, page, table
from sayso.outputs.claims.exporter import ClaimExporter, Found
from sayso.outputs.claims.passage import write_passage

__all__ = ["CLAIM_EXPORTERS", "ClaimExporter", "Found", "write_passage"]

CLAIM_EXPORTERS: tuple[ClaimExporter, ...] = (table, page, jsonl, csv)
"""Every format in the order of the help page."""
