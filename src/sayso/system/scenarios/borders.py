"""A statement about a share and what changes do to its whole in, the line at which it stops holding out.

With s the share of the partner, T the whole, a what is added between the two and o what is added elsewhere, the share
is (sT + a) / (T + a + o). It is at c or over it as long as o is no more than T(s/c - 1) + a(1/c - 1), and at c or under
it as long as a is no more than T(c - s)/(1 - c) + o c/(1 - c). Either way: what is added against the statement is no
more than a part of the whole, and what helps.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import NOTHING, difference, scaled, total
from sayso.system.scenarios.effects import Effect
from sayso.system.scenarios.optimum import is_possible, sums
from sayso.system.scenarios.records import Subject
from sayso.system.scenarios.shares import added_elsewhere, parts_of
from sayso.system.scenarios.wholes import Whole

_ZERO, _ONE = Decimal(0), Decimal(1)
_ANY = Interval(low=_ZERO, high=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """One bound of a statement: it holds where `against` is no more than `part` times the whole, and `helping`.

    `part` is under 0 where the statement fails with nothing added. `flows` says which are added against it.
    """

    flows: str
    part: Interval
    against: Interval
    helping: Interval


def borders(subject: Subject, within: Interval, *, whole: Whole, effect: Effect) -> Iterator[Border]:
    """The borders of the low and the high bound; none of a bound that no share can pass, or of an impossible whole."""
    partner = subject.partner or ""
    parts = parts_of(partner, whole, effect=effect)
    if not is_possible(parts):
        return
    between, elsewhere = effect.added.get(partner, NOTHING), added_elsewhere(partner, effect)
    low, high = within.low, within.high
    if low:
        yield Border(
            flows=f"flows between {whole.key.of} and others than {partner}",
            part=sums(parts, lambda each: each.above / low - each.below),
            against=elsewhere,
            helping=scaled(between, _ONE / low - 1),
        )
    if high is not None and high < 1:
        yield Border(
            flows=f"flows between {whole.key.of} and {partner}",
            part=sums(parts, lambda each: (high * each.below - each.above) / (_ONE - high)),
            against=between,
            helping=scaled(elsewhere, high / (_ONE - high)),
        )


def room(border: Border, size: Interval) -> Interval:
    """How much may be added against the statement before it stops holding, for a whole of this size."""
    least, most = size.low or _ZERO, size.high
    low, high = border.part.low or _ZERO, border.part.high or _ZERO
    part = Interval(
        low=low * least if low >= 0 else None if most is None else low * most,
        high=high * least if high <= 0 else None if most is None else high * most,
    )
    return total([part, border.helping])


def room_of_whole(border: Border, size: Interval) -> Interval:
    """The same as a part of the whole as it is: what helps is one that is known only with the size."""
    helping = border.helping
    low = (helping.low or _ZERO) / size.high if size.high else _ZERO
    high = _ZERO if helping == NOTHING else helping.high / size.low if helping.high and size.low else None
    return total([border.part, Interval(low=low, high=high)])


def deciding_sizes(border: Border) -> tuple[Interval | None, Interval | None]:
    """The sizes of the whole with which the statement surely holds, and those with which it surely fails."""
    left = difference(border.against, border.helping)
    least, most = border.part.low or _ZERO, border.part.high or _ZERO
    holds: Interval | None = None
    fails: Interval | None = None
    if left.high is not None and left.high > 0:
        holds = Interval(low=left.high / least, high=None) if least > 0 else None
    elif left.high is not None:
        holds = _ANY if least >= 0 else Interval(low=_ZERO, high=left.high / least)
    if left.low is not None and left.low > 0:
        fails = Interval(low=_ZERO, high=left.low / most) if most > 0 else _ANY
    elif left.low is not None and most < 0:
        fails = Interval(low=left.low / most, high=None)
    return holds, fails
