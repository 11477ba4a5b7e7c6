"""Quantities in their units in, the same in the unit of their measure out."""

from decimal import Decimal

import pytest

from sayso.corroboration.conversion import convert
from sayso.vocab.units import units
from tests.factories import amount, document, span

REPORT = document("They sent many of them.")


@pytest.mark.parametrize(
    ("number", "unit", "expected", "base"),
    [
        ("3", "tonne", "3000", "kg"),
        ("26.2", "mile", "42164.8128", "metre"),
        ("36", "hour", "1.5", "day"),
        ("90", "km per hour", "25", "metre per second"),
        ("2", "year", "24", "month"),
        ("50", "basis point", "0.5", "percent"),
        ("1000000", "barrel", "158987294.928", "litre"),
        ("5", "USD", "5", "USD"),
        ("5", "kiloton", "5", "kiloton"),
        ("5", "shell", "5", "shell"),
    ],
)
def test_a_unit_with_a_fixed_ratio_is_converted(number: str, unit: str, expected: str, base: str) -> None:
    found = convert(amount(span(REPORT, "many"), number, None, unit))
    assert (found.low, found.high, found.unit) == (Decimal(expected), None, base)
    assert found.span.quote == "many"


def test_what_is_converted_and_to_what_are_units_of_the_vocabulary() -> None:
    converted = {
        unit: convert(amount(span(REPORT, "many"), 1, 1, unit)).unit
        for unit in units()
        if convert(amount(span(REPORT, "many"), 1, 1, unit)).unit != unit
    }
    assert len(converted) > 30
    assert set(converted.values()) <= set(units())
    assert all(units()[unit].kind == units()[base].kind for unit, base in converted.items() if base)
