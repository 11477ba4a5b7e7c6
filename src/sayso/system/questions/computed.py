"""Sums, shares, disputes and gaps in, the rows of an answer that are computed from what claims tell out."""

from collections.abc import Sequence
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.dependence import Breakdown
from sayso.system.dossiers import Dispute, Gap
from sayso.system.questions.records import Row
from sayso.system.questions.rows import COMPUTED, united
from sayso.system.records import Amount, Exchange, Total
from sayso.system.windows import hull

CONCENTRATION = "HHI"
"""The unit of the Herfindahl–Hirschman index: 10,000 is a single partner."""

_OTHER = "other"
_TOLD = ("delivered", "agreed", "promised")
_NOT = ("denied", "refused")


def total_row(total: Total, exchange: Exchange) -> Row:
    """What the flows of one status come to at least and at most."""
    summed = [flow for flow in exchange.flows if flow.id in total.flow_ids]
    return Row(
        group=f"{total.status}, in all",
        basis=COMPUTED,
        party=exchange.giver,
        other=exchange.recipient,
        good=exchange.good,
        amounts=(total.amount,),
        window=total.window,
        said=total.said,
        origins=total.origins,
        claim_ids=united(flow.claim_ids for flow in summed),
    )


def concentration_row(found: Breakdown) -> Row:
    """How concentrated the known shares of a party are on few providers."""
    return Row(
        group="concentration",
        basis=COMPUTED,
        party=found.party,
        other=None,
        good=found.good,
        whole=found.whole,
        amounts=(Amount(interval=found.concentration, unit=CONCENTRATION),),
        window=found.window,
        said=f"bounds of the Herfindahl–Hirschman index from {len(found.shares)} shares; 10,000 is a single partner",
        origins=united(row.origins for row in found.shares),
        claim_ids=united(row.claim_ids for row in found.shares),
    )


def remainder_row(found: Breakdown, provider: str) -> Row:
    """What a provider that the known shares leave out can have at most."""
    return Row(
        group="at most",
        basis=COMPUTED,
        party=found.party,
        other=provider,
        good=found.good,
        whole=found.whole,
        share=Interval(low=Decimal(0), high=found.unlisted.high),
        window=found.window,
        said=f"what {len(found.shares)} shares of others leave",
        origins=united(row.origins for row in found.shares),
        claim_ids=united(row.claim_ids for row in found.shares),
    )


def dispute_row(found: Dispute) -> Row:
    """Two numbers that cannot both hold."""
    flow, pair = found.flow, (found.flow.figures[found.first], found.flow.figures[found.second])
    return Row(
        group="numbers that cannot both hold",
        basis=COMPUTED,
        party=flow.giver,
        other=flow.recipient,
        good=flow.good,
        about=flow.what,
        amounts=tuple(each.amount for each in pair),
        window=flow.window,
        said="intervals without a number in common, by origins that are not the same",
        origins=united(each.origins for each in pair),
        claim_ids=tuple(dict.fromkeys(each.claim_id for each in pair)),
    )


def contested_row(exchange: Exchange) -> Row | None:
    """That something is told by some claims and denied or refused by others; None where it is not.

    What is of no category, or to or from nobody known, may be as many things as there are claims.
    """
    if exchange.good == _OTHER or None in (exchange.giver, exchange.recipient):
        return None
    told = united(flow.claim_ids for flow in exchange.flows if flow.status in _TOLD)
    against = united(flow.claim_ids for flow in exchange.flows if flow.status in _NOT)
    if not told or not against:
        return None
    return Row(
        group="told and denied or refused",
        basis=COMPUTED,
        party=exchange.giver,
        other=exchange.recipient,
        good=exchange.good,
        about=tuple(sorted({word for flow in exchange.flows if flow.status in _NOT for word in flow.what})),
        said=f"claims that tell it: {len(told)}; that deny or refuse it: {len(against)}",
        origins=united(flow.origins for flow in exchange.flows if flow.status in (*_TOLD, *_NOT)),
        claim_ids=(*against, *(each for each in told if each not in against)),
    )


def gap_row(gap: Gap) -> Row:
    """Something that the texts do not say."""
    return Row(
        group=f"{gap.sort} not stated",
        basis=COMPUTED,
        party=gap.giver,
        other=gap.recipient,
        good=gap.good,
        claim_ids=gap.claim_ids,
    )


def stretch_row(rows: Sequence[Row]) -> Row | None:
    """The time that holds all that several rows tell; None where fewer than two tell one."""
    dated = [row for row in rows if row.window is not None]
    if len(dated) < 2:
        return None
    return Row(
        group="all times told",
        basis=COMPUTED,
        party=rows[0].party,
        other=rows[0].other,
        window=hull(row.window for row in dated),
        said=f"from the earliest to the latest of {len(dated)} times told",
        origins=united(row.origins for row in dated),
        claim_ids=united(row.claim_ids for row in dated),
    )
