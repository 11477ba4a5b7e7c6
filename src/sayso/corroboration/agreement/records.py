"""The records of agreement: what sources state, what it settles on, and how often each source agrees with that."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """That a source gives a value for an item: a number as digits, or any text."""

    source: str
    item: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consensus:
    """The value of an item that has the most weight behind it, which need not be true.

    `support` is its part of the weight of all that state the item, 0 to 1. `sources` counts who state the value,
    `origins` counts them with copies as one, `asked` counts all origins that state the item. `is_tied` says that
    another value has just as much weight and the order of the alphabet decided.
    """

    item: str
    value: str
    support: float
    sources: int
    origins: int
    asked: int
    is_tied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAgreement:
    """How often a source agrees with a reference, which is named in words and is no truth.

    `compared` counts its items that another origin states too, `agreed` those on which it has the value of the
    reference. `copies` are the sources that count as one with it.
    """

    source: str
    reference: str
    agreed: int
    compared: int
    copies: tuple[str, ...]

    @property
    def share(self) -> float | None:
        """The part on which they agree, 0 to 1; None where nothing could be compared."""
        return self.agreed / self.compared if self.compared else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The consensus on each item and the agreement of each source, both in order of their names."""

    reference: str
    consensus: tuple[Consensus, ...]
    agreements: tuple[SourceAgreement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """Statements as numbers: `source[i]` states `value[i]`, which is a value of `item[value[i]]`.

    `part[i]` is the part of a vote that the statement is: 1, but for sources that are divided. Sources, items and
    values are numbered in order of their names from 0, and a value belongs to one item.
    """

    source: Whole
    value: Whole
    item: Whole
    part: Floats
    sources: int

    @property
    def items(self) -> int:
        """How many items there are."""
        return int(self.item.max(initial=-1)) + 1
