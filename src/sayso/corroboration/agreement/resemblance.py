"""Values of items in, how much those of one item resemble each other out.

Numbers resemble by how near they are, texts by the words they share, whatever their order and case: "Witt, G." and
"Graham Witt" share a word. The measure is the same for every set, and values of different items are never compared.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import numpy as np

from sayso.corroboration.agreement.records import Floats, Whole

_NEAR = Decimal("0.1")
"""Part of the greater of two numbers by which they may differ and still resemble. At 0.01 one of 277 towns is lost and
four of 4,151 flights are won; Book has no numbers."""

_DIGITS = 300
"""Digits of a number; what is longer counts nothing in this world and is taken for text."""

_PAIRS = 1_000_000
"""Pairs of values compared at most. Items with few values come first: they need it most, and all of the measuring sets
fit; what is left out has no weight from similar values."""

_WORDS = re.compile(r"\w+")
_WORDS_READ = 200
"""Words of a text that are looked at; the longest list of authors in the Book set has 45."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resemblance:
    """Pairs of values of one item and how much they resemble, over 0 and up to 1."""

    one: Whole
    other: Whole
    share: Floats

    def spread(self, weight: Floats) -> Floats:
        """What each value receives from those it resembles, of the weight that these have themselves."""
        size = len(weight)
        received = np.bincount(self.one, weights=self.share * weight[self.other], minlength=size)
        received = received + np.bincount(self.other, weights=self.share * weight[self.one], minlength=size)
        return received.astype(np.float64)


def number(text: str) -> Decimal | None:
    """The number that a text is, and nothing besides; None for any other text.

    >>> number(" 3000.0 ") == number("3000"), number("3,000 t")
    (True, None)
    """
    if len(text) > _DIGITS:
        return None
    try:
        value = Decimal(text)
    except (InvalidOperation, ValueError):
        return None
    return value if value.is_finite() and abs(value.adjusted()) <= _DIGITS else None


def resemblance(values: Sequence[str], item: Whole) -> Resemblance:
    """The pairs of values that resemble; `item[i]` is the item of `values[i]`."""
    one, other = pairs_within(item, most=_PAIRS)
    numbers = [number(value) for value in values]
    words = [frozenset(_WORDS.findall(value.casefold())[:_WORDS_READ]) for value in values]
    share = np.zeros(len(one))
    for place, (a, b) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        left, right = numbers[a], numbers[b]
        if left is None or right is None:
            share[place] = _shared(words[a], words[b])
        else:
            share[place] = _nearness(left, right)
    keep = share > 0
    return Resemblance(one=one[keep], other=other[keep], share=share[keep])


def pairs_within(group: Whole, *, most: int) -> tuple[Whole, Whole]:
    """Places of every pair of the same group, each once; the smallest groups first, until there are `most` pairs.

    A group is taken whole or not at all.
    """
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    sizes = np.diff(starts, append=len(group))
    smallest = np.argsort(sizes, kind="stable")
    fit = np.cumsum(sizes[smallest] * (sizes[smallest] - 1) // 2) <= most
    chosen = np.zeros(len(sizes), dtype=np.bool_)
    chosen[smallest[fit]] = True
    ends = np.repeat(np.where(chosen, starts + sizes, 0), sizes)
    places = np.arange(len(group))
    ones, others = [places[:0]], [places[:0]]
    for apart in range(1, int(sizes[chosen].max(initial=1))):
        first = places[places + apart < ends]
        ones.append(order[first])
        others.append(order[first + apart])
    return np.concatenate(ones), np.concatenate(others)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _nearness(one: Decimal, other: Decimal) -> float:
    greater = max(abs(one), abs(other))
    if greater == 0 or one.is_signed() != other.is_signed():
        return 0.0
    return max(0.0, float(1 - abs(one - other) / greater / _NEAR))
