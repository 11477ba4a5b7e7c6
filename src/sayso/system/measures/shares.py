"""Shares of exports and of imports in, shares of trade as a whole out, and what a list of partners leaves for others.

A share here is 0 to 1. An open low side is 0 and an open high side 1: no share lies outside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.corroboration.intervals import Interval

ROUNDING = Decimal("0.005")
"""Half of the last figure of a list that is rounded to whole percent, as the lists of trade partners of the CIA World
Factbook are: a partner of under this share is printed as 0, or not at all."""

_NONE, _ALL = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """For which weights of imports a share of trade lies over a threshold: surely, and possibly; None for no weight.

    Where the shares of exports and imports are exact numbers, both are the same. The end of an interval at which the
    share equals the threshold is its limit: there the share does not lie over it.
    """

    surely: Interval | None
    possibly: Interval | None


def of_total(exports: Interval, imports: Interval, *, import_weight: Interval) -> Interval:
    """The share of all trade, `e (1 - w) + m w`, from a share `e` of exports, `m` of imports and the weight of imports.

    It grows with both shares and is linear in the weight, so that the bounds are found at the ends of the weight.

    >>> from sayso.system.arithmetic import exactly
    >>> china = exactly(Decimal("0.74")), exactly(Decimal("0.97"))
    >>> of_total(*china, import_weight=exactly(Decimal("0.913"))).low
    Decimal('0.94999')
    """
    weights = bounded(import_weight)
    (least_out, most_out), (least_in, most_in) = bounded(exports), bounded(imports)
    return Interval(
        low=min(_mean(least_out, least_in, weight) for weight in weights),
        high=max(_mean(most_out, most_in, weight) for weight in weights),
        approximate=exports.approximate or imports.approximate or import_weight.approximate,
    )


def weights_over(exports: Interval, imports: Interval, *, threshold: Decimal) -> Weights:
    """The weights of imports for which a partner with these shares has more than the threshold of all trade.

    >>> from sayso.system.arithmetic import exactly
    >>> china = exactly(Decimal("0.74")), exactly(Decimal("0.97"))
    >>> weights_over(*china, threshold=Decimal("0.9")).surely.low.quantize(Decimal("0.001"))
    Decimal('0.696')
    """
    (least_out, most_out), (least_in, most_in) = bounded(exports), bounded(imports)
    return Weights(
        surely=_weights_over(least_out, least_in, threshold), possibly=_weights_over(most_out, most_in, threshold)
    )


def unlisted(listed: Sequence[Interval], *, is_leading: bool = True, rounding: Decimal = ROUNDING) -> Interval:
    """What a partner that is not in the list may have: from nothing to the most that the list leaves.

    Of a list of the leading partners (`is_leading`) nobody else has more than the smallest listed, as it is printed;
    of any list nobody has more than the remainder. Where that leaves nothing, a share is still possible that rounding
    hides.

    >>> from sayso.system.arithmetic import exactly
    >>> unlisted([exactly(Decimal(each)) for each in ("0.74", "0.03", "0.03", "0.03", "0.03")]).high
    Decimal('0.03')
    >>> unlisted([exactly(Decimal(each)) for each in ("0.97", "0.01", "0.01", "0.01", "0")]).high
    Decimal('0.005')
    """
    most = max(_NONE, _ALL - sum((bounded(each)[0] for each in listed), _NONE))
    if is_leading and listed:
        most = min(most, *(bounded(each)[1] for each in listed))
    return Interval(low=_NONE, high=max(most, rounding), approximate=any(each.approximate for each in listed))


def bounded(share: Interval) -> tuple[Decimal, Decimal]:
    """Both ends of a share within 0 and 1, open sides put there.

    Raises `ValueError` where no share lies within the interval: it is turned round, or outside of 0 to 1.
    """
    low = _NONE if share.low is None else max(_NONE, share.low)
    high = _ALL if share.high is None else min(_ALL, share.high)
    if low > high:
        raise ValueError(f"no share from 0 to 1 lies within {share.low} to {share.high}; give shares as parts of one")
    return low, high


def _mean(exports: Decimal, imports: Decimal, weight: Decimal) -> Decimal:
    return exports * (_ALL - weight) + imports * weight


def _weights_over(exports: Decimal, imports: Decimal, threshold: Decimal) -> Interval | None:
    if max(exports, imports) <= threshold:
        return None
    if min(exports, imports) > threshold:
        return Interval(low=_NONE, high=_ALL)
    crossing = (threshold - exports) / (imports - exports)
    if imports > exports:
        return Interval(low=crossing, high=_ALL)
    return Interval(low=_NONE, high=crossing)
