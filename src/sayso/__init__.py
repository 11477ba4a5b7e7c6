"""Locations in, who claims what on whose word out: the verbs and records for use from Python.

The verbs are imported when they are first used, because the libraries behind them take a second to load.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from sayso.errors import SaysoError
from sayso.records import (
    Alignment,
    Argument,
    Chain,
    Document,
    Mention,
    Outcome,
    Passage,
    Predicate,
    Reading,
    Run,
    Sentence,
    Skipped,
    Span,
    Word,
)
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.documents import load
    from sayso.pipeline import read
    from sayso.reading import open_reader

__version__ = "0.1.0"

__all__ = [
    "Alignment",
    "Argument",
    "Chain",
    "Document",
    "Mention",
    "Outcome",
    "Passage",
    "Predicate",
    "Reading",
    "Run",
    "SaysoError",
    "Sentence",
    "Settings",
    "Skipped",
    "Span",
    "Word",
    "__version__",
    "load",
    "open_reader",
    "read",
]

_VERBS = {"load": "sayso.documents", "open_reader": "sayso.reading", "read": "sayso.pipeline"}


def __getattr__(name: str) -> object:
    if name not in _VERBS:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_VERBS[name]), name)
