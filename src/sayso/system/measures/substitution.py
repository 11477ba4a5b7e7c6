"""The weight of a partner and a range of elasticities in, what its loss would cost as a rise of prices out.

Who loses a source with weight `w` in what is spent, and replaces it by the others, pays `(1 - w) ** (-1 / (s - 1))` for
one unit as before, where `s` is the elasticity of substitution between sources (Feenstra 1994, *American Economic
Review* 84: 157–177; Arkolakis, Costinot and Rodríguez-Clare 2012, ibid. 102: 94–130, where the weight is
that of all foreign sources and the rise is the gain that trade had brought). It is the long run: the others are there,
and have what is wanted.
"""

from decimal import Decimal, Overflow, localcontext

from sayso.corroboration.intervals import Interval

ELASTICITY = Interval(low=Decimal(5), high=Decimal(10))
"""The range that Anderson and van Wincoop (2004, *Journal of Economic Literature* 42: 691–751) draw from
the literature; for single goods it may be wider on both sides."""

_ONE = Decimal(1)


def price_rise(weight: Interval, *, elasticity: Interval = ELASTICITY) -> Interval:
    """New price over old, 1 for no cost at all; a side is open (None) where the price knows no bound.

    It grows with the weight and falls with the elasticity. An open side of the weight is 0 or 1, of the elasticity 1 or
    infinite. Raises `ValueError` for an elasticity of 1 or less, at which no other source could ever make up for the
    loss, and for a weight outside of 0 to 1.

    >>> half_or_more = Interval(low=Decimal("0.5"), high=Decimal("0.9"))
    >>> rise = price_rise(half_or_more, elasticity=Interval(low=Decimal(5), high=None))
    >>> rise.low, rise.high.quantize(Decimal("0.001"))
    (Decimal('1'), Decimal('1.778'))
    """
    least = Decimal(0) if weight.low is None else weight.low
    most = _ONE if weight.high is None else weight.high
    if not 0 <= least <= most <= 1:
        raise ValueError(f"the weight of a partner is 0 to 1, and {weight.low} to {weight.high} is not")
    given = [each for each in (elasticity.low, elasticity.high) if each is not None]
    if min(given, default=_ONE + 1) <= 1 or given != sorted(given):
        raise ValueError(f"an elasticity of substitution is over 1, and {elasticity.low} to {elasticity.high} is not")
    return Interval(
        low=_rise(least, elasticity.high) if elasticity.high is not None else _ONE if least < 1 else None,
        high=_rise(most, elasticity.low) if elasticity.low is not None else None if most else _ONE,
        approximate=weight.approximate or elasticity.approximate,
    )


def _rise(weight: Decimal, elasticity: Decimal) -> Decimal | None:
    """None for a price without bound, or with more figures than can be written."""
    if weight == 1:
        return None
    with localcontext() as context:
        context.traps[Overflow] = True
        try:
            return (_ONE - weight) ** (-_ONE / (elasticity - _ONE))
        except Overflow:
            return None
