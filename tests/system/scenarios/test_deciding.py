"""Balances at random in; whether every value within their bounds agrees with what would decide them, out."""

from decimal import Decimal
from random import Random

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.measures.shortfall import Supplier, shortfall
from sayso.system.scenarios.deciding import needs
from sayso.system.scenarios.keys import Key
from sayso.system.scenarios.records import Supply

OIL = Key("PRK", "oil")
NO_LIMIT = Interval(low=Decimal("Infinity"), high=None)
FAR = 30
"""Drawn up to here where there is no bound, well over all that may be needed."""


def ranged(chance: Random) -> Interval:
    low, high = sorted((chance.randint(0, 9), chance.randint(0, 9)))
    return Interval(low=Decimal(low), high=None if chance.random() < 0.25 else Decimal(high))


def drawn(interval: Interval, chance: Random) -> Decimal:
    high = FAR if interval.high is None else interval.high
    return Decimal(chance.randint(int(interval.low or 0) * 4, int(high) * 4)) / 4


def holds(value: Decimal, within: Interval | None, *, is_strict: bool) -> bool:
    if within is None:
        return False
    is_over = within.low is None or value > within.low or (value == within.low and not is_strict)
    return is_over and (within.high is None or value < within.high or (value == within.high and not is_strict))


@pytest.mark.parametrize("seed", range(300))
def test_values_that_decide_do_so_whatever_the_others_are(seed: int) -> None:
    chance = Random(seed)
    need, stock = ranged(chance), ranged(chance)
    supplies = [
        Supply(
            party=party,
            before=NO_LIMIT,
            after=ranged(chance),
            capacity=chance.choice([None, ranged(chance)]),
            claim_ids=(),
        )
        for party in ("CHN", "RUS")[: chance.randint(0, 2)]
    ]
    suppliers = [
        Supplier(name=f"{each.party}->PRK oil", capacity=each.capacity or NO_LIMIT, offer=each.after)
        for each in supplies
    ]
    found = shortfall(need, suppliers, stock=stock)
    unknown = list(needs(OIL, supplies, need=need, stock=stock, found=found))
    assert len(unknown) == len(found.unknowns)
    for _ in range(20):
        values: dict[tuple[str, str | None], Decimal] = {}
        values["need", None], values["stock", None] = drawn(need, chance), drawn(stock, chance)
        come = Decimal(0)
        for each in supplies:
            offer = values["offer", each.party] = drawn(each.after, chance)
            limit = values["capacity", each.party] = drawn(each.capacity, chance) if each.capacity else offer
            come += min(offer, limit)
        missing = max(Decimal(0), values["need", None] - values["stock", None] - come)
        assert holds(missing, found.missing, is_strict=False)
        for each_unknown in unknown:
            value = values[each_unknown.sort, each_unknown.party]
            assert not (holds(value, each_unknown.enough, is_strict=False) and missing)
            assert not (holds(value, each_unknown.short, is_strict=True) and not missing)
