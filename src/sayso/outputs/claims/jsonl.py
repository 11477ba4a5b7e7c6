"""Claims in, JSON Lines out: one claim a line in the form of the contract, for machines."""

from collections.abc import Iterable
from typing import TextIO

from sayso.codec import encode
from sayso.outputs.claims.exporter import Found
from sayso.outputs.claims.form import form
from sayso.outputs.exporter import Layout

name = "jsonl"
description = "for machines: one JSON object per claim, every span with its offsets"


def write(found: Iterable[Found], stream: TextIO, *, layout: Layout) -> None:
    """Write one line per claim; `layout` does not concern this format."""
    for document, claims in found:
        for claim in claims:
            stream.write(encode(form(claim, document)).decode("utf-8") + "\n")
