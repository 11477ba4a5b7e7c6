"""Windows of time in, whether they surely lie apart, and the window that holds them all, out."""

from collections.abc import Iterable
from datetime import date

from sayso.claims.numbers.edtf import Bounds

_YEAR = 365.2425
"""Days in a year of the Gregorian calendar, on average."""


def are_apart(one: Bounds | None, other: Bounds | None) -> bool:
    """Whether no day can lie in both; False where one of them is unknown."""
    return ends_before(one, other) or ends_before(other, one)


def ends_before(one: Bounds | None, other: Bounds | None) -> bool:
    """Whether all of the first surely lies before all of the second; False where that is not known."""
    return bool(one and other and one.until and other.first and one.until <= other.first)


def hull(windows: Iterable[Bounds | None]) -> Bounds | None:
    """The shortest window that holds all of them; None where one is unknown, or there is none."""
    found = list(windows)
    known = [each for each in found if each is not None]
    if not known or len(known) < len(found):
        return None
    return Bounds(
        first=None if any(each.first is None for each in known) else min(each.first for each in known if each.first),
        until=None if any(each.until is None for each in known) else max(each.until for each in known if each.until),
    )


def years(window: Bounds | None) -> float | None:
    """How many years the window lasts; None where a side is open or unknown."""
    if window is None or window.first is None or window.until is None:
        return None
    return (date.fromisoformat(window.until) - date.fromisoformat(window.first)).days / _YEAR
