"""Parts of a whole, each known within bounds, in, the least and greatest of a sum or a quotient over them out.

The parts come to one together, and each lies within its bounds. A weighted sum over such parts is greatest when what is
left over the low bounds goes to the parts of the greatest weight, as in the continuous knapsack problem (Dantzig 1957,
"Discrete-variable extremum problems", Operations Research 5). A quotient of two such sums is found by solving for the
sum `above - quotient * below` until it is nothing (Dinkelbach 1967, "On nonlinear fractional programming", Management
Science 13). Both are exact, which interval arithmetic on the quotient would not be: it would count each part twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.corroboration.intervals import Interval

_ZERO, _ONE = Decimal(0), Decimal(1)

_STEPS = 100
"""Rounds after which the quotient is taken as found. It converges faster than linearly, in under ten in the tests."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the whole from `low` to `high`, and how it counts above and below the line of a quotient."""

    low: Decimal
    high: Decimal
    above: Decimal
    below: Decimal


def is_possible(parts: Sequence[Part]) -> bool:
    """Whether the parts can come to one within their bounds."""
    return sum((part.low for part in parts), _ZERO) <= 1 <= sum((part.high for part in parts), _ZERO)


def sums(parts: Sequence[Part], weigh: Callable[[Part], Decimal]) -> Interval:
    """The least and the greatest of the weighted sum of the parts."""
    return Interval(
        low=-_greatest(parts, lambda part: -weigh(part))[0],
        high=_greatest(parts, weigh)[0],
    )


def greatest_quotient(parts: Sequence[Part], *, above: Decimal = _ZERO, below: Decimal = _ZERO) -> Decimal:
    """The greatest that (above + parts above) / (below + parts below) can be, where above is never more than below.

    0 where nothing is above or below the line, and there is no quotient.
    """
    found = _ZERO
    for _ in range(_STEPS):
        last = found
        value, chosen = _greatest(parts, lambda part, last=last: part.above - last * part.below)  # type: ignore[misc]
        if value + above - last * below <= 0:
            break
        found = _quotient(parts, chosen, above=above, below=below)
        if found <= last:
            break
    return found


def least_quotient(parts: Sequence[Part], *, above: Decimal = _ZERO, below: Decimal = _ZERO) -> Decimal:
    """The least that the quotient can be: what is missing to one is at its greatest there; 1 where there is none."""
    turned = [Part(part.low, part.high, part.below - part.above, part.below) for part in parts]
    return _ONE - greatest_quotient(turned, above=below - above, below=below)


def _greatest(parts: Sequence[Part], weigh: Callable[[Part], Decimal]) -> tuple[Decimal, Sequence[Decimal]]:
    """The greatest weighted sum, and the sizes of the parts at which it is reached."""
    sizes = [part.low for part in parts]
    left = _ONE - sum(sizes, _ZERO)
    weights = [weigh(part) for part in parts]
    for at in sorted(range(len(parts)), key=lambda at: -weights[at]):
        more = min(left, parts[at].high - parts[at].low)
        sizes[at] += more
        left -= more
    return sum((size * weight for size, weight in zip(sizes, weights, strict=True)), _ZERO), sizes


def _quotient(parts: Sequence[Part], sizes: Sequence[Decimal], *, above: Decimal, below: Decimal) -> Decimal:
    for part, size in zip(parts, sizes, strict=True):
        above += part.above * size
        below += part.below * size
    return above / below if below else _ZERO
