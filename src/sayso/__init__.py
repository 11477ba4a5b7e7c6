"""Locations in, who claims what on whose word out: the verbs and records for use from Python.

The verbs and the ledger are imported when they are first used: the libraries behind them take a second to load.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from sayso.errors import SaysoError
from sayso.records import (
    Actor,
    Alignment,
    Argument,
    Attribution,
    Chain,
    Claim,
    Document,
    Event,
    Judgement,
    Mention,
    Outcome,
    Passage,
    Period,
    Place,
    Predicate,
    Provenance,
    Quantity,
    Reading,
    Role,
    Run,
    Sentence,
    Skipped,
    Span,
    Statement,
    TriggerWord,
    Word,
)
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.claims.composition import compose
    from sayso.documents import load
    from sayso.ledger import Filter, Ledger
    from sayso.pipeline import Finding, find, read
    from sayso.reading import open_reader
    from sayso.vocab.actors import open_roster

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Alignment",
    "Argument",
    "Attribution",
    "Chain",
    "Claim",
    "Document",
    "Event",
    "Filter",
    "Finding",
    "Judgement",
    "Ledger",
    "Mention",
    "Outcome",
    "Passage",
    "Period",
    "Place",
    "Predicate",
    "Provenance",
    "Quantity",
    "Reading",
    "Role",
    "Run",
    "SaysoError",
    "Sentence",
    "Settings",
    "Skipped",
    "Span",
    "Statement",
    "TriggerWord",
    "Word",
    "__version__",
    "compose",
    "find",
    "load",
    "open_reader",
    "open_roster",
    "read",
]

_LATE = {
    "Filter": "sayso.ledger",
    "Finding": "sayso.pipeline",
    "Ledger": "sayso.ledger",
    "compose": "sayso.claims.composition",
    "find": "sayso.pipeline",
    "load": "sayso.documents",
    "open_reader": "sayso.reading",
    "open_roster": "sayso.vocab.actors",
    "read": "sayso.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_LATE[name]), name)
