"""A balance that cannot be decided in, what would have to be known of it, and the values that would decide it, out.

Each unknown is solved for while the others keep their bounds: with so much of it there is enough whatever they are, or
with so little there is not.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import NOTHING, total
from sayso.system.measures.shortfall import Shortfall
from sayso.system.scenarios.keys import Key
from sayso.system.scenarios.records import Subject, Supply, Wanting
from sayso.system.scenarios.wording import format_subject

_ZERO = Decimal(0)


def needs(
    key: Key, supplies: Sequence[Supply], *, need: Interval, stock: Interval | None, found: Shortfall
) -> Iterator[Wanting]:
    """The unknowns of the verdict after the changes, in its order."""
    have = NOTHING if stock is None else stock
    came = [_delivered(each) for each in supplies]
    names = {format_subject(supplied(each.party, key)): each for each in supplies}
    for unknown in found.unknowns:
        sort, _, name = unknown.removeprefix("the ").partition(" of ")
        if sort == "need":
            supply = total([have, *came])
            yield Wanting(sort=sort, party=None, known=need, enough=_up_to(supply.low), short=_from(supply.high))
        elif sort == "stock":
            least, most = _missing(need, total(came))
            yield Wanting(sort=sort, party=None, known=have, enough=_from(least), short=_up_to(most))
        elif name in names:
            own = names[name]
            others = total([have, *(each for each, one in zip(came, supplies, strict=True) if one is not own)])
            least, most = _missing(need, others)
            known, limit = (own.after, own.capacity) if sort == "offer" else (own.capacity or NOTHING, own.after)
            # No more comes than the lesser of the two, so that one of them alone decides only as far as the other lets.
            is_free = limit is None or least is None or (limit.low is not None and limit.low >= least)
            yield Wanting(
                sort=sort,
                party=own.party,
                known=known,
                enough=_from(least) if is_free else None,
                short=_up_to(most),
            )


def supplied(party: str | None, key: Key) -> Subject:
    """What comes from a supplier, as a subject; one that is not named is a question mark."""
    return Subject(of=key.of, topic=key.topic, partner=party or "?")


def _delivered(supply: Supply) -> Interval:
    if supply.capacity is None:
        return supply.after
    highs = [each for each in (supply.capacity.high, supply.after.high) if each is not None]
    return Interval(low=min(supply.capacity.low or _ZERO, supply.after.low or _ZERO), high=min(highs, default=None))


def _missing(need: Interval, supply: Interval) -> tuple[Decimal | None, Decimal | None]:
    """How much of one unknown is enough whatever the others are, and under how much there is too little."""
    enough = None if need.high is None else max(_ZERO, need.high - (supply.low or _ZERO))
    short = None if need.low is None or supply.high is None else need.low - supply.high
    return enough, short


def _from(low: Decimal | None) -> Interval | None:
    return None if low is None else Interval(low=low, high=None)


def _up_to(high: Decimal | None) -> Interval | None:
    return None if high is None or high <= 0 else Interval(low=None, high=high)
