"""The listed shares of a whole in, bounds of its Herfindahl–Hirschman index out.

The index is the sum of the squares of all shares in percent: 10,000 where one partner has all, near 0 where all have
little (Herfindahl 1950; its root measures the concentration of trade in Hirschman 1945, *National Power and the
Structure of Foreign Trade*). A list of some partners bounds it. It is least where the remainder is spread infinitely
thin, and greatest where the remainder comes in pieces as large as may be: no larger than the smallest listed share, if
the list is one of the leading ones.
"""

from collections.abc import Sequence
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.measures.shares import ROUNDING, bounded

MOST = Decimal(10_000)
"""The index where one partner has everything."""

UNBOUNDED = Interval(low=None, high=None)
"""The answer where the listed shares come to more than a whole, by more than rounding explains."""


def concentration(listed: Sequence[Interval], *, is_leading: bool = True, rounding: Decimal = ROUNDING) -> Interval:
    """The index of a whole of which these shares, 0 to 1, are known; `UNBOUNDED` where they cannot be of one whole.

    `is_leading` says that nobody who is not listed has more than the smallest that is; `rounding` is half of the last
    figure of the list. For exact shares both bounds are reached, or come as near as one likes; for intervals they hold
    and may be somewhat wide.

    >>> from sayso.system.arithmetic import exactly
    >>> concentration([exactly(Decimal(each)) for each in ("0.3", "0.3", "0.2", "0.2")])
    Interval(low=Decimal('2600.00'), high=Decimal('2600.00'), approximate=False)
    """
    slack = 1 - sum((bounded(each)[0] for each in listed), Decimal(0))
    if slack < -rounding * len(listed):
        return UNBOUNDED
    slack = max(Decimal(0), slack)
    # No share is larger than what the others leave of the whole.
    ends = [(low, min(high, low + slack)) for low, high in map(bounded, listed)]
    least = sum((low * low for low, _ in ends), Decimal(0))
    largest_piece = max(rounding, min(high for _, high in ends)) if is_leading and ends else slack
    return Interval(
        low=min(MOST, MOST * least),
        high=min(MOST, MOST * (least + _most_more(ends, slack, largest_piece))),
        approximate=any(each.approximate for each in listed),
    )


def _most_more(ends: Sequence[tuple[Decimal, Decimal]], slack: Decimal, largest_piece: Decimal) -> Decimal:
    """By how much the sum of squares grows at most when the slack is given out, to the listed or to others.

    Raising a share from low to high adds `high + low` for each unit, on average, and less for a part of the way; a
    piece of the remainder adds its own size for each unit. So those that add most come first, as in a knapsack whose
    last item may be cut (Dantzig 1957): no other way adds more.
    """
    more, are_exact = Decimal(0), True
    for low, high in sorted(ends, key=sum, reverse=True):
        if high > low and high + low > largest_piece:
            taken = min(slack, high - low)
            more += taken * (high + low)
            slack -= taken
            are_exact = False
    if not largest_piece:
        return more
    if not are_exact:
        return more + slack * largest_piece
    whole_pieces, rest = divmod(slack, largest_piece)
    return more + whole_pieces * largest_piece**2 + rest**2
