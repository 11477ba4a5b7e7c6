"""Readings in, files out: one module per format, listed in `EXPORTERS`."""

from sayso.outputs import jsonl, svg, text
from sayso.outputs.exporter import Exporter, Layout

__all__ = ["EXPORTERS", "Exporter", "Layout"]

EXPORTERS: tuple[Exporter, ...] = (text, jsonl, svg)
"""Every format in the order of the help page; the first is the default."""
