"""A statement that cannot be decided in, the unknowns it turns on, and the values of each that would decide it, out.

Each unknown is solved for while the others keep their bounds, so that a value within `holds` or `fails` decides the
statement whatever the others are.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import NOTHING, difference, positive, scaled
from sayso.system.scenarios.borders import Border, borders, deciding_sizes, room
from sayso.system.scenarios.bounds import ALL, meet
from sayso.system.scenarios.effects import Effect
from sayso.system.scenarios.keys import subject_of
from sayso.system.scenarios.records import SHARE, Need, Subject
from sayso.system.scenarios.shares import added_elsewhere
from sayso.system.scenarios.wholes import Whole
from sayso.system.scenarios.wording import format_subject

_ZERO, _ONE = Decimal(0), Decimal(1)

_Values = tuple[Interval | None, Interval | None]
"""The values with which a bound of the statement surely holds, and those with which it surely fails."""


def needs(subject: Subject, within: Interval, *, whole: Whole, effect: Effect) -> tuple[Need, ...]:
    """What would have to be known: the whole, the shares, what is added, and what could not be compared."""
    limits = list(borders(subject, within, whole=whole, effect=effect))
    found = []
    unit, over = (None, None) if whole.measure is None else (whole.measure.unit, whole.measure.over)
    if effect.added and not is_exact(whole.total):
        holds, fails = _decided([deciding_sizes(each) for each in limits], known=whole.total)
        what = format_subject(subject_of(whole.key))
        found.append(Need(what=what, unit=unit, over=over, known=whole.total, holds=holds, fails=fails))
    found += _shares(subject, within, whole=whole, effect=effect)
    for limit in limits:
        if not is_exact(limit.against):
            holds, fails = _decided([_deciding_additions(limit, whole)], known=limit.against)
            what = f"what is added to {limit.flows}"
            found.append(Need(what=what, unit=unit, over=over, known=limit.against, holds=holds, fails=fails))
    return (*found, *(Need(what=each, unit=unit) for each in effect.unknown))


def is_exact(interval: Interval) -> bool:
    """Whether the interval holds one number alone."""
    return interval.low is not None and interval.low == interval.high


def _deciding_additions(border: Border, whole: Whole) -> _Values:
    left = room(border, whole.total)
    holds = None if left.low is None or left.low < 0 else Interval(low=_ZERO, high=left.low)
    fails = None if left.high is None else Interval(low=max(left.high, _ZERO), high=None)
    return holds, fails


def _shares(subject: Subject, within: Interval, *, whole: Whole, effect: Effect) -> Iterator[Need]:
    """The share of the partner, and those of others that the changes move."""
    partner = subject.partner or ""
    known = whole.shares.get(partner, ALL)
    if not is_exact(known):
        holds, fails = None, None
        if not effect.moved:
            own, others = effect.added.get(partner, NOTHING), added_elsewhere(partner, effect)
            bounds = [
                _deciding_shares(bound, is_low=is_low, own=own, others=others, size=whole.total)
                for bound, is_low in ((within.low, True), (within.high, False))
                if bound is not None
            ]
            holds, fails = _decided(bounds, known=known)
        yield Need(what=format_subject(subject), unit=SHARE, known=known, holds=holds, fails=fails)
    for other in effect.moved:
        if other != partner and not is_exact(whole.shares.get(other, ALL)):
            what = format_subject(subject_of(whole.key, other))
            yield Need(what=what, unit=SHARE, known=whole.shares.get(other, ALL))


def _deciding_shares(bound: Decimal, *, is_low: bool, own: Interval, others: Interval, size: Interval) -> _Values:
    """The share is on the right side of c where that of the whole as it is lies on that side of c + (co - (1-c)a)/T."""
    shift = difference(scaled(others, bound), scaled(own, _ONE - bound))
    low = None if shift.low is None else _over(shift.low, size, choose=min)
    high = None if shift.high is None else _over(shift.high, size, choose=max)
    over = None if high is None else Interval(low=bound + high, high=_ONE)
    under = None if low is None else Interval(low=_ZERO, high=bound + low)
    return (over, under) if is_low else (under, over)


def _over(number: Decimal, size: Interval, *, choose: Callable[[Decimal, Decimal], Decimal]) -> Decimal | None:
    """The least or greatest of a number over the size; None where there is none, as the size may be next to nothing."""
    if not number:
        return _ZERO
    far = _ZERO if size.high is None else number / size.high
    if size.low:
        return choose(far, number / size.low)
    # Over a size next to nothing the quotient has no bound on the side of its sign.
    return far if (choose is min) == (number > 0) else None


def _decided(values: list[_Values], *, known: Interval) -> _Values:
    """The values with which all bounds hold, and those with which one fails, as far as they are possible."""
    holds: Interval | None = positive(known)
    fails: Interval | None = None
    for one, other in values:
        holds = None if holds is None or one is None else meet(holds, one)
        failing = None if other is None else meet(positive(known), other)
        # At the border itself the statement still holds.
        fails = fails or (None if failing is None or is_exact(failing) else failing)
    return (holds if values else None), fails
