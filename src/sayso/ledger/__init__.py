"""Documents with their claims in, one growing SQLite file out, and records back for every question asked of it."""

from sayso.ledger.answers import (
    ActorCount,
    Change,
    Comparable,
    Count,
    Credibility,
    Difference,
    Override,
    Rating,
    ReaderRun,
    SourceCount,
    Standing,
)
from sayso.ledger.filters import Filter
from sayso.ledger.growth import State
from sayso.ledger.identifying import Identity
from sayso.ledger.store import Ledger

__all__ = [
    "ActorCount",
    "Change",
    "Comparable",
    "Count",
    "Credibility",
    "Difference",
    "Filter",
    "Identity",
    "Ledger",
    "Override",
    "Rating",
    "ReaderRun",
    "SourceCount",
    "Standing",
    "State",
]
