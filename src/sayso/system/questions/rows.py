"""Flows, sums, stakes, dependences and claims in, rows of an answer out."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from sayso.claims.numbers.edtf import bounds
from sayso.corroboration.intervals import Interval
from sayso.records import Claim
from sayso.system.dependence import Breakdown
from sayso.system.dossiers import Dispute, Gap
from sayso.system.parties import party_of
from sayso.system.questions.records import Row
from sayso.system.quotations import quotation
from sayso.system.records import Amount, Dependence, Exchange, Flow, Stake, Testimony, Total
from sayso.system.windows import hull

CLAIMS, COMPUTED = "claims", "computed"

CONCENTRATION = "HHI"
"""The unit of the Herfindahl–Hirschman index: 10,000 is a single partner."""

_NEGATED = "negated"
_AS_TOLD = ("done", "ongoing")
_WILLS = {"want": "wanted", "fear": "feared"}
_TOLD = ("delivered", "agreed", "promised")
_NOT = ("denied", "refused")


def flow_row(flow: Flow, note: str = "") -> Row:
    """What passes, with every amount that is told of it once; the group is the status, before a note."""
    return Row(
        group=f"{flow.status}{note}",
        basis=CLAIMS,
        party=flow.giver,
        other=flow.recipient,
        good=flow.good,
        about=flow.what,
        amounts=tuple(dict.fromkeys(figure.amount for figure in flow.figures)),
        window=flow.window,
        manner=None if flow.basis == "stated" else flow.basis,
        origins=flow.origins,
        claim_ids=flow.claim_ids,
    )


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
        claim_ids=_ids(flow.claim_ids for flow in summed),
    )


def stake_row(stake: Stake, note: str = "") -> Row:
    """What something means to a party; the group is its sort, after `not` where it is negated, before a note."""
    is_own = stake.modality in _AS_TOLD or stake.modality == _WILLS.get(stake.sort)
    return Row(
        group=f"{'not ' if stake.polarity == _NEGATED else ''}{stake.sort}{note}",
        basis=CLAIMS,
        party=stake.party,
        other=stake.other,
        about=(stake.about,) if stake.about else (),
        window=bounds(stake.occurred.edtf) if stake.occurred else None,
        holder=stake.holder if stake.holder != stake.party else None,
        manner=None if is_own else stake.modality,
        origins=stake.origins,
        claim_ids=stake.claim_ids,
    )


def dependence_row(row: Dependence) -> Row:
    """Who depends on whom, with the share and what it is of."""
    return Row(
        group="does not depend" if row.polarity == _NEGATED else "depends",
        basis=COMPUTED if row.basis == COMPUTED else CLAIMS,
        party=row.dependent,
        other=row.provider,
        good=row.good,
        share=row.share,
        whole=row.whole,
        window=row.window,
        manner=None if row.basis == "stated" else row.basis,
        origins=row.origins,
        claim_ids=row.claim_ids,
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
        origins=_ids(row.origins for row in found.shares),
        claim_ids=_ids(row.claim_ids for row in found.shares),
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
        origins=_ids(row.origins for row in found.shares),
        claim_ids=_ids(row.claim_ids for row in found.shares),
    )


def told_row(group: str, told: Sequence[Testimony], *, holder: str | None = None) -> Row:
    """What claims of one matter tell, as the first of them has it."""
    claim = told[0].claim
    doer, other = doer_and_other(claim)
    times = [each.claim.event.occurred for each in told if each.claim.event.occurred]
    place = claim.event.place
    return Row(
        group=group,
        basis=CLAIMS,
        party=doer,
        other=other,
        kind=claim.event.kind,
        good=next((role.good for role in claim.event.roles if role.good), None),
        about=(quotation(claim),),
        window=bounds(times[0].edtf) if times else None,
        place=place.name if place else None,
        holder=holder,
        manner=None if claim.modality in _AS_TOLD else claim.modality,
        origins=_ids(each.origins for each in told),
        claim_ids=tuple(each.claim.id for each in told),
    )


def doer_and_other(claim: Claim) -> tuple[str | None, str | None]:
    """The party whose role comes first, and the first of another role that is another party."""
    roles = claim.event.roles
    first = roles[0].role if roles else None
    doers = [party_of(role.actor) for role in roles if role.role == first]
    doer = next((each for each in doers if each is not None), None)
    rest = [party_of(role.actor) for role in roles if role.role != first]
    return doer, next((each for each in rest if each is not None and each != doer), None)


def word_row(flow: Flow, told: Sequence[Testimony], holder: str | None) -> Row:
    """What passes on the word of one source."""
    ids = tuple(each.claim.id for each in told)
    return Row(
        group=flow.status,
        basis=CLAIMS,
        party=flow.giver,
        other=flow.recipient,
        good=flow.good,
        about=flow.what,
        amounts=tuple(dict.fromkeys(each.amount for each in flow.figures if each.claim_id in ids)),
        window=flow.window,
        holder=holder,
        origins=_ids(each.origins for each in told),
        claim_ids=ids,
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
        origins=_ids(each.origins for each in pair),
        claim_ids=tuple(dict.fromkeys(each.claim_id for each in pair)),
    )


def contested_row(exchange: Exchange) -> Row | None:
    """That something is told by some claims and denied or refused by others; None where it is not."""
    told = _ids(flow.claim_ids for flow in exchange.flows if flow.status in _TOLD)
    against = _ids(flow.claim_ids for flow in exchange.flows if flow.status in _NOT)
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
        origins=_ids(flow.origins for flow in exchange.flows if flow.status in (*_TOLD, *_NOT)),
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
        origins=_ids(row.origins for row in dated),
        claim_ids=_ids(row.claim_ids for row in dated),
    )


def _ids(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({each for group in groups for each in group}))
