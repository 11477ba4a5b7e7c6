"""A statement and what it rests on in, how much more it would take that it no longer holds, in words and numbers, out.

`borders` has the arithmetic. Where the inputs are bounds, so is the answer; where the whole is unknown, the answer is a
part of it: flows of x times the whole keep a share s at c or over it as long as s / (1 + x) is no less than c.

An example. The Korean trade-promotion agency's figures for 2023 give North Korea a trade of 2.77 bn USD, 98.3 % of it
with China. "Over 90 %" then holds up to (0.983 / 0.9 - 1) * 2.77 = 0.2555 bn a year of unrecorded flows with others;
with 98.3 % as a figure rounded to a tenth, it surely holds up to 0.2539 and surely fails over 0.2570. The 0.256 that is
told elsewhere is of unrounded inputs, and lies within.
"""

from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import positive
from sayso.system.scenarios.borders import Border, borders, room, room_of_whole
from sayso.system.scenarios.bounds import UNKNOWN
from sayso.system.scenarios.effects import Effect
from sayso.system.scenarios.keys import subject_of
from sayso.system.scenarios.records import SHARE, BreakEven, Stretch, Subject, Volume
from sayso.system.scenarios.wholes import Whole
from sayso.system.scenarios.wording import format_subject, say_one


def break_evens(subject: Subject, within: Interval, *, whole: Whole, effect: Effect) -> tuple[BreakEven, ...]:
    """The break-even of each bound of a statement about a share that adding may break; in order low, high.

    The changes are as they are, but for what they add in the direction that is asked about.
    """
    return tuple(_break_even(each, whole) for each in borders(subject, within, whole=whole, effect=effect))


def break_even_of_amount(subject: Subject, bound: Volume, *, before: Interval) -> BreakEven | None:
    """How much more may pass before an amount is over the bound it is said to have; None where it has no such bound."""
    high = bound.interval.high
    if high is None or before.high is None:
        return None
    amount = positive(Interval(low=high - before.high, high=high - (before.low or Decimal(0))))
    flows = f"additions to {format_subject(subject)}"
    said = _sentence(flows, amount, unit=bound.unit, over=bound.over)
    return BreakEven(flows=flows, amount=amount, part=None, unit=bound.unit, over=bound.over, said=said)


def _break_even(border: Border, whole: Whole) -> BreakEven:
    unit, over = (None, None) if whole.measure is None else (whole.measure.unit, whole.measure.over)
    part = positive(room_of_whole(border, whole.total))
    if whole.total == UNKNOWN or unit is None:
        of = f" of {format_subject(subject_of(whole.key))} as it is"
        said = _sentence(border.flows, part, unit=SHARE, of=of)
        return BreakEven(flows=border.flows, amount=None, part=part, unit=unit, over=over, said=said)
    amount = positive(room(border, whole.total))
    said = _sentence(border.flows, amount, unit=unit, over=over)
    return BreakEven(flows=border.flows, amount=amount, part=part, unit=unit, over=over, said=said)


def _sentence(flows: str, bound: Interval, *, unit: str | None, over: Stretch | None = None, of: str = "") -> str:
    low, high = bound.low or Decimal(0), bound.high
    under = f"{say_one(low, unit=unit, over=over, is_low=high != low)}{of}"
    if high is not None and low == high:
        return f"holds as long as {flows} stay under {under}" if high else f"no room is left for {flows}"
    if high is None:
        return f"surely holds as long as {flows} stay under {under}" if low else "no amount is known to decide it"
    above = f"{say_one(high, unit=unit, over=over, is_high=True)}{of}"
    if not low:
        return f"surely fails once {flows} are over {above}; under that, it depends on what is not known"
    return f"surely holds as long as {flows} stay under {under}, and surely fails once they are over {above}"
