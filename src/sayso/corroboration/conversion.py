"""A quantity in, the same in the unit that all of its measure are compared in out; the caller keeps the old one too.

Only units with a fixed ratio are converted. Money is not: a rate of exchange is no part of what was said. A month is no
fixed number of days, so that days and weeks convert among themselves, and months and years.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from sayso.records import Quantity

_RATIOS = {
    "basis point": ("percent", "1/100"),
    "millisecond": ("day", "1/86400000"),
    "second": ("day", "1/86400"),
    "minute": ("day", "1/1440"),
    "hour": ("day", "1/24"),
    "week": ("day", "7"),
    "quarter": ("month", "3"),
    "year": ("month", "12"),
    "decade": ("month", "120"),
    "century": ("month", "1200"),
    "mm": ("metre", "1/1000"),
    "cm": ("metre", "1/100"),
    "km": ("metre", "1000"),
    "inch": ("metre", "0.0254"),
    "foot": ("metre", "0.3048"),
    "yard": ("metre", "0.9144"),
    "mile": ("metre", "1609.344"),
    "nautical mile": ("metre", "1852"),
    "square km": ("square metre", "1000000"),
    "square mile": ("square metre", "2589988.110336"),
    "square foot": ("square metre", "0.09290304"),
    "hectare": ("square metre", "10000"),
    "acre": ("square metre", "4046.8564224"),
    "cubic metre": ("litre", "1000"),
    "cubic foot": ("litre", "28.316846592"),
    "millilitre": ("litre", "1/1000"),
    "barrel": ("litre", "158.987294928"),
    "milligram": ("kg", "1/1000000"),
    "gram": ("kg", "1/1000"),
    "tonne": ("kg", "1000"),
    "pound": ("kg", "0.45359237"),
    "ounce": ("kg", "0.028349523125"),
    "kilowatt": ("watt", "1000"),
    "megawatt": ("watt", "1000000"),
    "gigawatt": ("watt", "1000000000"),
    "megawatt hour": ("kilowatt hour", "1000"),
    "terawatt hour": ("kilowatt hour", "1000000000"),
    "km per hour": ("metre per second", "5/18"),
    "mile per hour": ("metre per second", "0.44704"),
}
"""Unit, the one it is compared in, and how many of those it is, exactly: the SI brochure (2019), and for yards, pounds
and what is made of them the agreement of 1959. A barrel is one of oil. Gallons and pints, which differ by country, and
kilotons, which are of TNT, stay what they are."""


def convert(quantity: Quantity) -> Quantity:
    """The quantity in the unit its measure is compared in; one whose unit has no fixed ratio to another as it is.

    >>> from sayso.records import Span
    >>> written = Span(document_id="d", start=0, end=10, quote="300 tonnes")
    >>> convert(Quantity(of="good", low=Decimal(300), high=None, unit="tonne", approximate=False, basis="stated",
    ...                  span=written)).low
    Decimal('300000')
    """
    if quantity.unit not in _RATIOS:
        return quantity
    unit, ratio = _RATIOS[quantity.unit]
    factor = Fraction(ratio)
    return replace(quantity, low=_times(quantity.low, factor), high=_times(quantity.high, factor), unit=unit)


def _times(number: Decimal | None, factor: Fraction) -> Decimal | None:
    return None if number is None else number * factor.numerator / factor.denominator
