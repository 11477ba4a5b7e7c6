"""Ranges and a measure of them in, how the measure is spread when each range is drawn from out.

Propagation of distributions by the Monte Carlo method (JCGM 101:2008). Where only bounds are known, a rectangular
distribution between them is the one that adds least (ibid., 6.4.2); it is still an assumption, and is printed with
every result. What one root source says moves together: its values take the same place in their ranges at each draw.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from sayso.corroboration.intervals import Interval

DRAWS = 100_000
"""Draws where none are asked for: from seed to seed, the ends of a 95 % interval of four rectangular variables then
differ by under 0.02 of its length. JCGM 101:2008, 7.2.2, takes a million where one or two figures must be right."""

RANKS = (2.5, 50.0, 97.5)
"""The percentiles shown where none are asked for: the ends of a 95 % interval, and the median."""

_WORD = 4  # bytes that a seed of numpy takes at a time

Draws = NDArray[np.float64]
Measure = Callable[[Callable[[str], Draws]], Draws]
"""Takes the function that gives the draws of a value by its name, and gives the measure for each draw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertain:
    """A value of which bounds are known; `root` is whose number it is, None for a root of its own."""

    name: str
    interval: Interval
    root: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How a measure is spread: pairs of a rank, 50 for the median, and the number under which that part of it lies.

    `assumption` says in a sentence what was taken for granted to get there.
    """

    percentiles: tuple[tuple[float, float], ...]
    draws: int
    seed: int
    assumption: str


def spread(
    measure: Measure, values: Sequence[Uncertain], *, seed: int, draws: int = DRAWS, ranks: Sequence[float] = RANKS
) -> Spread:
    """The spread of a measure of the values; the same for the same seed, in whatever order the values come.

    A root draws the same places whatever other roots there are, so that two cases compared differ by what was changed
    and not by chance. Raises `ValueError` for a value whose range is open or turned round, a name given twice, fewer
    draws than one, a negative seed, or a measure that is no number.

    >>> from decimal import Decimal
    >>> dice = [Uncertain(name=each, interval=Interval(low=Decimal(1), high=Decimal(6))) for each in ("one", "other")]
    >>> dict(spread(lambda value: value("one") + value("other"), dice, seed=1).percentiles)[50.0].__round__(1)
    7.0
    """
    if draws < 1 or seed < 0:
        raise ValueError(f"at least one draw and a seed that is not negative are needed, not {draws} and {seed}")
    known = {each.name: each for each in values}
    if len(known) < len(values):
        raise ValueError("two values have the same name; give each its own")
    for each in values:
        _refuse(each)
    with np.errstate(all="ignore"):  # what is no number is refused below, with a reason
        found = measure(lambda name: _draws(known[name], seed=seed, count=draws))
    if not np.isfinite(found).all():
        raise ValueError("the measure is no number for some of the draws; keep the ranges where it is defined")
    return Spread(
        percentiles=tuple((rank, float(np.percentile(found, rank))) for rank in ranks),
        draws=draws,
        seed=seed,
        assumption=_assumption(values, draws=draws, seed=seed),
    )


def _refuse(value: Uncertain) -> None:
    low, high = value.interval.low, value.interval.high
    if low is None or high is None:
        side = "low" if low is None else "high"
        raise ValueError(
            f"{value.name} has no {side} bound, and nothing can be drawn from an open range; state a bound"
        )
    if not (low.is_finite() and high.is_finite() and low <= high):
        raise ValueError(f"{value.name} has no range: {low} to {high}; give the lower number first")


def _draws(value: Uncertain, *, seed: int, count: int) -> Draws:
    low, high = float(value.interval.low or 0), float(value.interval.high or 0)
    return low + (high - low) * _places(_root(value), seed=seed, count=count)


def _places(root: str, *, seed: int, count: int) -> Draws:
    """Where in its ranges a root's values lie at each draw, 0 to 1; its own stream of the seed, by its name."""
    digest = sha256(root.encode()).digest()
    words = [int.from_bytes(digest[at : at + _WORD], "big") for at in range(0, len(digest), _WORD)]
    return np.random.default_rng([seed, *words]).random(count)


def _root(value: Uncertain) -> str:
    """The root, marked, so that a value without one is never taken for a root that bears its name."""
    return f"value {value.name}" if value.root is None else f"root {value.root}"


def _assumption(values: Sequence[Uncertain], *, draws: int, seed: int) -> str:
    uncertain = [each for each in values if each.interval.low != each.interval.high]
    roots = len({_root(each) for each in uncertain})
    return (
        "Assumes that every number within a stated range is as likely as any other, that values of one root source "
        "take the same place in their ranges, and that different roots are independent "
        f"({len(uncertain)} range{'' if len(uncertain) == 1 else 's'} of {roots} root{'' if roots == 1 else 's'}, "
        f"{draws} draws, seed {seed})."
    )
