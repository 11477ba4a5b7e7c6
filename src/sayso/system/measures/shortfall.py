"""A need, a stock and suppliers in, what would be missing out: at least and at most, and the unknowns that decide.

Physical arithmetic, in any one unit and span of time: `max(0, need - stock / horizon - sum of min(capacity, offer))`.
What is missing grows with the need and the horizon and falls with all else, so that its bounds are reached. An amount
is never under nothing; an open high side has no limit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.corroboration.intervals import Interval

SHORT = "short whatever the unknowns"
COVERED = "covered"
DEPENDS = "depends on "
"""Opens the verdict that names the unknowns."""

_NOTHING, _NO_LIMIT = Decimal(0), Decimal("Infinity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier:
    """Who could fill the need: what it is able to deliver, and what it is willing to, in the time of the need."""

    name: str
    capacity: Interval
    offer: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """What would be missing in the time of the need; a high bound of None means that nobody said how much at most.

    `verdict` is `SHORT`, `COVERED`, or `DEPENDS` with the `unknowns`. An unknown is named where knowing it, and
    nothing else, may settle the matter; where none alone does, all are named that change what may be missing.
    """

    missing: Interval
    verdict: str
    unknowns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ends:
    """Both ends of an amount, with numbers for open sides."""

    low: Decimal
    high: Decimal

    @property
    def is_known(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """The terms of the balance, suppliers already summed; without those that have no limit, which are counted."""

    need: _Ends
    stock: _Ends
    horizon: _Ends
    least_supply: Decimal
    most_supply: Decimal
    unlimited: int = 0
    surely_unlimited: int = 0


def shortfall(
    need: Interval,
    suppliers: Sequence[Supplier] = (),
    *,
    stock: Interval | None = None,
    horizon: Interval | None = None,
) -> Shortfall:
    """What is missing for the need of one span of time when nobody but these suppliers delivers.

    `stock` lasts for `horizon` such spans, one where it is None; no stock is none at all, and not an unknown one.
    Raises `ValueError` for a horizon that is not over 0, and for an interval that is turned round.

    >>> ton = Interval(low=Decimal(80), high=Decimal(100))
    >>> shortfall(Interval(low=Decimal(90), high=Decimal(90)), [Supplier(name="CHN", capacity=ton, offer=ton)]).verdict
    'depends on the capacity of CHN, the offer of CHN'
    """
    if horizon is not None and (horizon.low is None or horizon.low <= 0):
        raise ValueError(f"a stock lasts for some time over 0, and {horizon.low} to {horizon.high} is not")
    rates = [(_ends(each.capacity), _ends(each.offer)) for each in suppliers]
    case = _Case(
        need=_ends(need),
        stock=_ends(stock) if stock is not None else _Ends(low=_NOTHING, high=_NOTHING),
        horizon=_ends(horizon) if horizon is not None else _Ends(low=Decimal(1), high=Decimal(1)),
        least_supply=_NOTHING,
        most_supply=_NOTHING,
    )
    for capacity, offer in rates:
        case = _with(case, _lesser(capacity, offer))
    missing = _missing(case)
    verdict = _verdict(missing)
    unknowns = () if verdict else _decisive(case, suppliers, rates)
    return Shortfall(
        missing=Interval(low=missing.low, high=None if missing.high == _NO_LIMIT else missing.high),
        verdict=verdict or DEPENDS + ", ".join(unknowns),
        unknowns=unknowns,
    )


def _ends(interval: Interval) -> _Ends:
    low = _NOTHING if interval.low is None else max(_NOTHING, interval.low)
    high = _NO_LIMIT if interval.high is None else max(_NOTHING, interval.high)
    if low > high:
        raise ValueError(f"an interval runs from the lower to the higher number, and {low} to {high} does not")
    return _Ends(low=low, high=high)


def _lesser(one: _Ends, other: _Ends) -> _Ends:
    return _Ends(low=min(one.low, other.low), high=min(one.high, other.high))


def _with(case: _Case, supply: _Ends, *, times: int = 1) -> _Case:
    """The case with a supplier more, or with `times=-1` without it."""
    return replace(
        case,
        least_supply=case.least_supply + (_NOTHING if supply.low == _NO_LIMIT else times * supply.low),
        most_supply=case.most_supply + (_NOTHING if supply.high == _NO_LIMIT else times * supply.high),
        unlimited=case.unlimited + times * (supply.high == _NO_LIMIT),
        surely_unlimited=case.surely_unlimited + times * (supply.low == _NO_LIMIT),
    )


def _missing(case: _Case) -> _Ends:
    most_supply = _NO_LIMIT if case.unlimited else case.most_supply
    least_supply = _NO_LIMIT if case.surely_unlimited else case.least_supply
    most_stock = case.stock.high / case.horizon.low if case.stock.high < _NO_LIMIT else _NO_LIMIT
    least_stock = case.stock.low / case.horizon.high if case.stock.low < _NO_LIMIT else _NO_LIMIT
    return _Ends(
        low=_left(case.need.low, most_supply + most_stock),
        high=_left(case.need.high, least_supply + least_stock),
    )


def _left(need: Decimal, supply: Decimal) -> Decimal:
    """What is left of the need; nothing where the supply has no limit, as no need of this world has none either."""
    return _NOTHING if supply == _NO_LIMIT else max(_NOTHING, need - supply)


def _verdict(missing: _Ends) -> str | None:
    if missing.low > 0:
        return SHORT
    return COVERED if missing.high == 0 else None


def _decisive(case: _Case, suppliers: Sequence[Supplier], rates: Sequence[tuple[_Ends, _Ends]]) -> tuple[str, ...]:
    """The unknowns whose ends, each alone, settle the matter; else those that move a bound of what may be missing."""
    before = _missing(case)
    settling, moving = [], []
    for name, fixed in _fixed(case, suppliers, rates):
        found = [_missing(each) for each in fixed]
        if any(_verdict(each) for each in found):
            settling.append(name)
        elif any(each != before for each in found):
            moving.append(name)
    return tuple(settling or moving)


def _fixed(
    case: _Case, suppliers: Sequence[Supplier], rates: Sequence[tuple[_Ends, _Ends]]
) -> Iterator[tuple[str, tuple[_Case, ...]]]:
    """Each unknown with the two cases in which it is known: to be as low, and as high, as it may be."""
    if not case.need.is_known:
        yield "the need", tuple(replace(case, need=end) for end in _both(case.need))
    if not case.stock.is_known:
        yield "the stock", tuple(replace(case, stock=end) for end in _both(case.stock))
    if not case.horizon.is_known and case.stock.high > 0:
        yield "how long the stock must last", tuple(replace(case, horizon=end) for end in _both(case.horizon))
    for supplier, (capacity, offer) in zip(suppliers, rates, strict=True):
        others = _with(case, _lesser(capacity, offer), times=-1)
        if not capacity.is_known:
            ends = (_lesser(end, offer) for end in _both(capacity))
            yield f"the capacity of {supplier.name}", tuple(_with(others, each) for each in ends)
        if not offer.is_known:
            ends = (_lesser(capacity, end) for end in _both(offer))
            yield f"the offer of {supplier.name}", tuple(_with(others, each) for each in ends)


def _both(ends: _Ends) -> tuple[_Ends, _Ends]:
    return _Ends(low=ends.low, high=ends.low), _Ends(low=ends.high, high=ends.high)
