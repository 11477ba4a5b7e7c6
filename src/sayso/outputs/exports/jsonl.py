"""A ledger in, JSON Lines out: every claim in the form of the contract, which `claims.schema.json` describes."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from sayso.codec import encode
from sayso.outputs.claims.form import form
from sayso.outputs.exports.exporter import Contents

name = "jsonl"
description = "for machines: one JSON object per claim, every span with its offsets; --schema prints its JSON Schema"
loses = "The texts around the sentences, and the basis of a quantity."
ending = ".jsonl"

_SCHEMA = Path(__file__).parent / "claims.schema.json"


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write one line per claim, rejected ones too."""
    for document, claims in contents.everything():
        for claim in claims:
            stream.write(encode(form(claim, document)) + b"\n")
    return ()


def schema() -> str:
    """The JSON Schema of a line."""
    return _SCHEMA.read_text(encoding="utf-8")
