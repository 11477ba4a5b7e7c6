"""Readings in, JSON Lines out: one line per document, for machines.

A line is either `{"layer": "reading", "document": …, "reading": …}`, complete in itself down to the text that the
offsets count in, or `{"layer": "skipped", "skipped": …}` for a location that could not be read.
`sayso.codec.decode_outcome` takes a line back.
"""

from collections.abc import Iterable
from typing import TextIO

from sayso.codec import encode_outcome
from sayso.outputs.exporter import Layout
from sayso.records import Outcome

name = "jsonl"
description = "for machines: one JSON object per document, with its text, all layers and what was skipped"


def write(outcomes: Iterable[Outcome], stream: TextIO, *, layout: Layout) -> None:
    """Write one line per outcome as soon as it is there; `layout` does not concern this format."""
    for outcome in outcomes:
        stream.write(encode_outcome(outcome).decode("utf-8") + "\n")
