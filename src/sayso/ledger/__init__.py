"""Documents with their claims in, one growing SQLite file out, and records back for every question asked of it."""

from sayso.ledger.answers import ActorCount, Change, Count, Difference, ReaderRun, SourceCount, Standing
from sayso.ledger.filters import Filter
from sayso.ledger.store import Ledger

__all__ = [
    "ActorCount",
    "Change",
    "Count",
    "Difference",
    "Filter",
    "Ledger",
    "ReaderRun",
    "SourceCount",
    "Standing",
]
