"""Windows of time: apart only where no day can be in both."""

import pytest

from sayso.claims.numbers.edtf import Bounds, bounds
from sayso.system.windows import are_apart, hull, years


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2023", "2024", True),
        ("2024", "2023", True),
        ("2023", "2023-12", False),
        ("2023/..", "2022", True),
        ("2023/..", "2024", False),
        ("2023", None, False),
    ],
)
def test_windows_are_apart_only_where_no_day_is_in_both(one: str, other: str | None, expected: bool) -> None:
    assert are_apart(bounds(one), bounds(other) if other else None) is expected


def test_the_hull_holds_all_windows_and_is_unknown_where_one_is() -> None:
    assert hull([bounds("2022-08"), bounds("2024")]) == Bounds(first="2022-08-01", until="2025-01-01")
    assert hull([bounds("2022"), bounds("2023/..")]) == Bounds(first="2022-01-01", until=None)
    assert hull([bounds("2022"), None]) is None
    assert hull([]) is None


def test_a_window_lasts_as_many_years_as_its_days() -> None:
    assert years(bounds("2022-08-01/2025-03-31")) == pytest.approx(32 / 12, abs=0.01)
    assert years(bounds("2022/..")) is None
