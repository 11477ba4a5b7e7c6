"""Windows of time in, where they lie on one axis of days out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH = 900.0
"""Units from the first to the last day of the axis."""

_LEAST = 2.0
_TICKS = 8
"""Years marked on the axis at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Where a window begins and how long it is; open sides run to the edge of the picture."""

    x: float
    width: float
    is_open_before: bool
    is_open_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A year of the axis and where it begins."""

    year: str
    x: float


class Axis:
    """The days from the first to the last that any window names."""

    def __init__(self, days: Sequence[str]) -> None:
        ordinals = [date.fromisoformat(day).toordinal() for day in days]
        self._first = min(ordinals, default=0)
        self._length = max(1, max(ordinals, default=1) - self._first)

    def stretch(self, first: str | None, until: str | None) -> Stretch:
        """The window from its first day up to the day after its last."""
        start = 0.0 if first is None else self.x(first)
        end = WIDTH if until is None else self.x(until)
        return Stretch(
            x=round(start, 1),
            width=round(max(_LEAST, end - start), 1),
            is_open_before=first is None,
            is_open_after=until is None,
        )

    def x(self, day: str) -> float:
        """Where a day lies."""
        part = (date.fromisoformat(day).toordinal() - self._first) / self._length
        return round(min(1.0, max(0.0, part)) * WIDTH, 1)

    def ticks(self) -> tuple[Tick, ...]:
        """The beginnings of years, every so many that they can be read."""
        first = date.fromordinal(max(1, self._first)).year
        last = date.fromordinal(max(1, self._first + self._length)).year
        step = max(1, -(-(last - first + 1) // _TICKS))
        years = [year for year in range(first, last + 1) if year % step == 0]
        return tuple(Tick(year=str(year), x=self.x(f"{year:04}-01-01")) for year in years)
