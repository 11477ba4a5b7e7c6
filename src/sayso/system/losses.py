"""Dependences and an elasticity in, what the loss of each provider would cost as a rise of prices out.

Who buys from a provider can buy elsewhere, at a price: see `measures.substitution`. The weight there is the part that
the provider has in what is spent. A share of imports, or of one good that comes in, is such a part. A share of all
trade holds exports too, and is taken for that of imports where nothing else is told, which the row says. A share of
exports is none: who loses a buyer loses income, and pays no more for what he buys. Exports of a good are known by the
words for the whole.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.claims.numbers.edtf import Bounds
from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import hull
from sayso.system.dependence import Breakdown, breakdowns
from sayso.system.measures.substitution import ELASTICITY, price_rise
from sayso.system.records import Dependence
from sayso.system.scenarios.keys import EXPORTS, IMPORTS, direction_of
from sayso.system.scenarios.wholes import loosened


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What it would cost a party to buy from others what it has from one provider.

    `share` is what is told, 0 to 1, and `weight` what is reckoned with: figures of reference data, and those told as
    about right, are as wide as they are rounded. `price` is new over old, 1 for no rise at all, and None where it knows
    no bound. `is_of_all_trade` where the share is of exports and imports together, and is taken for that of imports.
    """

    dependent: str
    provider: str
    good: str | None
    whole: str | None
    window: Bounds | None
    basis: str
    share: Interval
    weight: Interval
    elasticity: Interval
    price: Interval
    is_of_all_trade: bool
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]


def losses(rows: Iterable[Dependence], *, elasticity: Interval = ELASTICITY) -> tuple[Loss, ...]:
    """One loss for each provider of a whole that is bought, by dependent, and the greatest shares of a whole first.

    Where several rows give a provider's share of one whole, it is any from the lowest to the highest.
    Raises `ValueError` for an elasticity of 1 or less.
    """
    told = list(rows)
    return tuple(
        loss
        for party in dict.fromkeys(row.dependent for row in told)
        for each in breakdowns(told, party)
        for loss in _of_whole(each, elasticity)
    )


def _of_whole(found: Breakdown, elasticity: Interval) -> Iterator[Loss]:
    direction = direction_of(found.whole)
    if direction == EXPORTS:
        return
    for provider in dict.fromkeys(row.provider for row in found.shares):
        own = [row for row in found.shares if row.provider == provider]
        weight = hull(loosened(row) for row in own)
        yield Loss(
            dependent=found.party,
            provider=provider,
            good=found.good,
            whole=found.whole,
            window=found.window,
            basis=found.basis,
            share=hull(row.share for row in own if row.share is not None),
            weight=weight,
            elasticity=elasticity,
            price=price_rise(weight, elasticity=elasticity),
            is_of_all_trade=found.good is None and direction != IMPORTS,
            origins=tuple(sorted({origin for row in own for origin in row.origins})),
            claim_ids=tuple(dict.fromkeys(claim for row in own for claim in row.claim_ids)),
        )
