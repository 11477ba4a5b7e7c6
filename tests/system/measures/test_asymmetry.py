"""How much two parties depend on each other in, who depends more and how far they are bound together out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import exactly
from sayso.system.measures.asymmetry import ALIKE, CANNOT_TELL, I_MORE, J_MORE, NOT_KNOWN, asymmetry


def interval(low: str | None, high: str | None) -> Interval:
    return Interval(low=None if low is None else Decimal(low), high=None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("i_on_j", "j_on_i", "verdict"),
    [
        (("0.9", None), (None, "0.02"), I_MORE),
        (("0.01", "0.02"), ("0.03", "0.05"), J_MORE),
        (("0.1", "0.3"), ("0.2", "0.4"), CANNOT_TELL),
        (("0.1", "0.2"), ("0.2", "0.4"), CANNOT_TELL),  # they may be the same
        (("0.2", "0.2"), ("0.2", "0.2"), ALIKE),
        (("0.1", "0.2"), ("0.1", "0.2"), CANNOT_TELL),
        ((None, None), ("0.2", "0.2"), CANNOT_TELL),
        (None, ("0.2", "0.2"), NOT_KNOWN),
        (("0.2", "0.2"), None, NOT_KNOWN),
        (None, None, NOT_KNOWN),
    ],
)
def test_who_depends_more_is_said_only_where_the_intervals_lie_apart(
    i_on_j: tuple[str | None, str | None] | None, j_on_i: tuple[str | None, str | None] | None, verdict: str
) -> None:
    found = asymmetry(i_on_j and interval(*i_on_j), j_on_i and interval(*j_on_i))
    assert found.verdict == verdict
    assert (found.lower is None) == (verdict == NOT_KNOWN)


def test_the_measures_of_a_pair_are_those_of_barbieri_and_of_oneal_and_russett() -> None:
    found = asymmetry(exactly(Decimal("0.9")), exactly(Decimal("0.1")))
    # Barbieri (1996): salience sqrt(.9 * .1) = .3, symmetry 1 - |.9 - .1| = .2, interdependence .06.
    assert found.salience == exactly(Decimal("0.3"))
    assert found.symmetry == exactly(Decimal("0.2"))
    assert found.interdependence == exactly(Decimal("0.06"))
    assert found.lower == exactly(Decimal("0.1"))  # Oneal and Russett (1997)


hundredths = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted)


@given(hundredths, hundredths)
def test_bounds_of_the_measures_hold_all_pairs_and_are_reached(i: list[int], j: list[int]) -> None:
    one, other = (Interval(low=Decimal(low) / 100, high=Decimal(high) / 100) for low, high in (i, j))
    found = asymmetry(one, other)
    pairs = [(a / 100, b / 100) for a in range(i[0], i[1] + 1) for b in range(j[0], j[1] + 1)]
    for measured, values in (
        (found.salience, [(a * b) ** 0.5 for a, b in pairs]),
        (found.symmetry, [1 - abs(a - b) for a, b in pairs]),
        (found.interdependence, [(a * b) ** 0.5 * (1 - abs(a - b)) for a, b in pairs]),
        (found.lower, [min(a, b) for a, b in pairs]),
    ):
        assert measured is not None
        assert float(measured.low or 0) == pytest.approx(min(values), abs=1e-9)
        # The grid of hundredths comes this near to a peak that lies between two of its points.
        assert max(values) - 1e-9 <= float(measured.high or 0) <= max(values) + 1e-4
