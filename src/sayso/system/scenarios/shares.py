"""A whole and what changes do to it in, the bounds of every share and of its size afterwards out.

With s the share of a partner, T the size of the whole, a what is added between the two and o what is added elsewhere,
the share becomes (sT + a) / (T + a + o). It grows with a, falls with o, and is monotone in T, so that its bounds lie at
those of the inputs, and no bound is wider than it has to be.
"""

from decimal import Context, Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import NOTHING, positive, product, total
from sayso.system.scenarios.bounds import ALL, UNKNOWN
from sayso.system.scenarios.effects import Effect
from sayso.system.scenarios.optimum import Part, greatest_quotient, is_possible, least_quotient, sums
from sayso.system.scenarios.wholes import Whole

_ZERO, _ONE = Decimal(0), Decimal(1)

_KEPT = Context(prec=20)
"""Digits of a share that are kept. Decimal arithmetic has 28, and the last few depend on the way a number was reached:
one share that is known exactly would have two bounds."""


def share_after(partner: str, whole: Whole, *, effect: Effect) -> Interval:
    """The share of the partner after the changes, from 0 to 1; open on both sides where the premises contradict."""
    parts = parts_of(partner, whole, effect=effect)
    if not is_possible(parts):
        return UNKNOWN
    own = effect.added.get(partner, NOTHING)
    others = added_elsewhere(partner, effect)
    sizes = (whole.total.low or _ZERO, whole.total.high)
    if own == others == NOTHING and not sums(parts, lambda part: part.below).high:
        return ALL  # nothing is left, and a share of nothing is any
    high = max(_greatest(parts, size, own=own.high, others=others.low or _ZERO) for size in sizes)
    low = min(_least(parts, size, own=own.low or _ZERO, others=others.high) for size in sizes)
    return Interval(low=_KEPT.plus(low), high=_KEPT.plus(high))


def size_after(whole: Whole, effect: Effect) -> Interval:
    """The size of the whole after the changes."""
    added = Interval(low=effect.least, high=None if effect.boundless else effect.most)
    if not effect.moved:
        kept = whole.total
    else:
        parts = parts_of(None, whole, effect=effect)
        if not is_possible(parts):
            return UNKNOWN
        kept = product(whole.total, sums(parts, lambda part: part.below))
    return total([positive(kept), added]) if added != NOTHING else kept


def amount_after(partner: str, whole: Whole, *, effect: Effect) -> Interval:
    """What passes between the party and the partner after the changes."""
    added = effect.added.get(partner, NOTHING)
    if not effect.moved:
        kept = amount_of(partner, whole)
    elif whole.fixed.keys() & {partner} and effect.moved.keys() <= {partner}:
        kept = product(whole.fixed[partner], _exactly(effect.moved[partner].get(partner, _ZERO)))
    else:
        parts = parts_of(partner, whole, effect=effect)
        kept = product(whole.total, sums(parts, lambda part: part.above)) if is_possible(parts) else UNKNOWN
    return total([positive(kept), added]) if added != NOTHING else kept


def amount_of(partner: str, whole: Whole) -> Interval:
    """What passes between the party and the partner as it is: fixed, or the share of the whole."""
    if partner in whole.fixed:
        return whole.fixed[partner]
    return UNKNOWN if whole.total == UNKNOWN else product(whole.total, whole.shares.get(partner, ALL))


def added_elsewhere(partner: str, effect: Effect) -> Interval:
    """All that is added between the party and others than the partner."""
    own = effect.added.get(partner, NOTHING)
    if len(effect.added) == (partner in effect.added):
        return NOTHING
    is_open = len(effect.boundless) > (partner in effect.boundless)
    return Interval(low=effect.least - (own.low or _ZERO), high=None if is_open else effect.most - (own.high or _ZERO))


def parts_of(partner: str | None, whole: Whole, *, effect: Effect) -> list[Part]:
    """The parts of the whole, and how each counts in the share of the partner afterwards.

    Those that are not changed, and not the partner's, are one part together: what is told of them says how much of the
    whole is theirs at least.
    """
    alone = dict.fromkeys((*effect.moved, *([] if partner is None else [partner])))
    told = sum((whole.shares[each].low or _ZERO for each in alone if each in whole.shares), _ZERO)
    rest = max(whole.told - told, _ZERO)
    # Parts that count alike are one part, be they a thousand suppliers that are all cut.
    found = {(_ZERO, _ONE): (rest, max(rest, _ONE))}
    for each in alone:
        share = whole.shares.get(each, ALL)
        kept = effect.moved.get(each, {each: _ONE})
        above = kept.get(partner, _ZERO) if partner is not None else _ZERO
        alike = (above, sum(kept.values(), _ZERO))
        low, high = found.get(alike, (_ZERO, _ZERO))
        found[alike] = (low + (share.low or _ZERO), high + (_ONE if share.high is None else share.high))
    return [Part(low, high, above, below) for (above, below), (low, high) in found.items()]


def _exactly(number: Decimal) -> Interval:
    return Interval(low=number, high=number)


def _greatest(parts: list[Part], size: Decimal | None, *, own: Decimal | None, others: Decimal) -> Decimal:
    """The greatest share with so much added, None for any amount, to a whole of this size, None for any size."""
    if own is None:
        return _ONE
    if size is None or not (own or others):
        return greatest_quotient(parts)
    if not size:
        return own / (own + others)
    return greatest_quotient(parts, above=own / size, below=(own + others) / size)


def _least(parts: list[Part], size: Decimal | None, *, own: Decimal, others: Decimal | None) -> Decimal:
    if others is None:
        return _ZERO
    if size is None or not (own or others):
        return least_quotient(parts)
    if not size:
        return own / (own + others)
    return least_quotient(parts, above=own / size, below=(own + others) / size)
