"""Flows, stakes, dependences and claims in, the rows of an answer that say what claims tell out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.claims.numbers.edtf import bounds
from sayso.records import Claim
from sayso.system.parties import party_of
from sayso.system.questions.records import Row
from sayso.system.quotations import quotation
from sayso.system.records import Dependence, Flow, Stake, Testimony
from sayso.vocab.frames import kinds

CLAIMS, COMPUTED = "claims", "computed"
"""On what a row rests: on what claims tell, or on a computation from several of them."""

_NEGATED = "negated"
_AS_TOLD = ("done", "ongoing")
_WILLS = {"want": "wanted", "fear": "feared"}


def flow_row(flow: Flow, group: str | None = None) -> Row:
    """What passes, with every amount that is told of it once; the group is the status unless another is given."""
    return Row(
        group=group or flow.status,
        basis=CLAIMS,
        party=flow.giver,
        other=flow.recipient,
        good=flow.good,
        about=flow.what,
        amounts=tuple(dict.fromkeys(figure.amount for figure in flow.figures)),
        window=flow.window,
        manner=flow.status if group else None if flow.basis == "stated" else flow.basis,
        origins=flow.origins,
        claim_ids=flow.claim_ids,
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
        origins=united(each.origins for each in told),
        claim_ids=tuple(each.claim.id for each in told),
    )


def doer_and_other(claim: Claim) -> tuple[str | None, str | None]:
    """The first party known that does it, and the first known in another role that is another party."""
    doers, others = parties_by_role(claim)
    doer = next((each for each in doers if each is not None), None)
    return doer, next((each for each in others if each is not None and each != doer), None)


def parties_by_role(claim: Claim) -> tuple[list[str | None], list[str | None]]:
    """The parties in the role of the doer, and those in all others."""
    kind = kinds().get(claim.event.kind)
    roles = claim.event.roles
    first = kind.doer if kind is not None else roles[0].role if roles else None
    return (
        [party_of(role.actor) for role in roles if role.role == first],
        [party_of(role.actor) for role in roles if role.role != first],
    )


def word_row(row: Row, flow: Flow, *, told: Sequence[Testimony], holder: str | None) -> Row:
    """The row of a flow on the word of one source: with what its claims alone tell."""
    ids = tuple(each.claim.id for each in told)
    return replace(
        row,
        amounts=tuple(dict.fromkeys(each.amount for each in flow.figures if each.claim_id in ids)),
        holder=holder,
        origins=united(each.origins for each in told),
        claim_ids=ids,
    )


def united(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All that is in one of the groups, once and in order."""
    return tuple(sorted({each for group in groups for each in group}))
