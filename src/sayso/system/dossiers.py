"""A system and one party or two in, what each gives, gets, wants, fears and risks, and what is not said, out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from sayso.corroboration.intervals import relate
from sayso.system.exchanges import exchange
from sayso.system.records import Dependence, Exchange, Flow, Stake, SystemModel

GAINS = ("gain",)
RISKS = ("risk", "harm", "constraint")
"""Sorts of stakes that a party bears: harm that is told, harm that may come, and what holds it back."""

_MEANINGS = (*GAINS, *RISKS, "fear", "want")

STANCES = ("support", "oppose", "ask", "threaten", "fear", "want")
"""Sorts of stakes by which a third party shows where it stands."""

_MOST = 2
_COMPARED = 200
"""Figures of a flow that are compared with each other, the first by date; pairs grow with the square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two numbers of one flow, by roots that are not the same, which cannot both hold."""

    flow: Flow
    first: int
    second: int
    """Places of the two among the figures of the flow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What the texts do not say: `sort` names the kind of gap, `said` what is missing, the ids are of what lacks it.

    `sort` is `giver`, `recipient`, `amount` or `origin` of what passes, or `share` of what `recipient` has of `giver`.
    """

    sort: str
    said: str
    giver: str | None
    recipient: str | None
    good: str | None
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """All that concerns one party, or in a pair one party towards the other.

    `unplaced` is, in a pair, what the party gives to nobody who is named, or what the other gets from nobody who is, in
    sentences that name the one who is missing, or nobody else: a reader may take it to be the same two, and the texts
    do not say so.
    """

    party: str
    gives: tuple[Exchange, ...]
    unplaced: tuple[Exchange, ...]
    wants: tuple[Stake, ...]
    gains: tuple[Stake, ...]
    fears: tuple[Stake, ...]
    risks: tuple[Stake, ...]
    stances: tuple[Stake, ...]
    depends: tuple[Dependence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What a system holds on one party, or on two and what lies between them.

    `sides` has one entry for each; of one party, `gets` is what others give it. `unowned` are effects, fears and wants
    of nobody who is named, in sentences that name one of them and no third party. `others` are stances and fears of
    third parties, `dependences` of others that touch them.
    """

    parties: tuple[str, ...]
    as_of: str | None
    sides: tuple[Side, ...]
    gets: tuple[Exchange, ...]
    unowned: tuple[Stake, ...]
    others: tuple[Stake, ...]
    dependences: tuple[Dependence, ...]
    disputes: tuple[Dispute, ...]
    gaps: tuple[Gap, ...]


def dossier(model: SystemModel, *parties: str) -> Dossier:
    """The dossier of one party, or of two; empty where the system says nothing of them.

    In a pair, a stake of one of them is listed where it concerns the other, or no third party: where the other causes
    it, is named in its sentence, or nobody else is. Raises `ValueError` for no party, or more than two.
    """
    parties = tuple(dict.fromkeys(parties))
    if not 1 <= len(parties) <= _MOST:
        raise ValueError(f"a dossier is of one party or of two, not of {len(parties)}")
    sides = tuple(_side(model, each, parties) for each in parties)
    gets = () if len(parties) > 1 else tuple(each for each in model.exchanges if each.recipient == parties[0])
    shown = [*gets, *(each for side in sides for each in side.gives)]
    return Dossier(
        parties=parties,
        as_of=model.as_of,
        sides=sides,
        gets=gets,
        unowned=_where(model, lambda each: _is_unowned(each, parties)),
        others=_where(model, lambda each: _is_of_others(each, parties)),
        dependences=tuple(each for each in model.dependences if _touches(each, parties)),
        disputes=tuple(dispute for each in shown for flow in each.flows for dispute in _disputes(flow)),
        gaps=tuple(_gaps(model, parties, shown, sides)),
    )


def _side(model: SystemModel, party: str, parties: tuple[str, ...]) -> Side:
    def of(*sorts: str) -> tuple[Stake, ...]:
        return _where(model, lambda each: each.sort in sorts and each.party == party and _concerns(each, parties))

    return Side(
        party=party,
        gives=tuple(each for each in model.exchanges if each.giver == party and _is_between(each, parties)),
        unplaced=tuple(_unplaced(model, party, parties)),
        wants=of("want"),
        gains=of(*GAINS),
        fears=of("fear"),
        risks=of(*RISKS),
        stances=of("support", "oppose", "ask", "threaten"),
        depends=tuple(each for each in model.dependences if each.dependent == party),
    )


def _unplaced(model: SystemModel, party: str, parties: tuple[str, ...]) -> Iterable[Exchange]:
    for other in parties:
        missing = {(party, None): other, (None, other): party}
        for each in model.exchanges:
            name = missing.get((each.giver, each.recipient))
            flows = [flow for flow in each.flows if _may_be(flow, name, parties)] if other != party and name else []
            if flows:
                yield exchange(flows)


def _may_be(flow: Flow, missing: str, parties: tuple[str, ...]) -> bool:
    """Whether the one who is missing may be this one: the sentence names it, or no third party."""
    return missing in flow.named or (bool(flow.named) and set(flow.named) <= set(parties))


def _where(model: SystemModel, holds: Callable[[Stake], bool]) -> tuple[Stake, ...]:
    return tuple(each for each in model.stakes if holds(each))


def _is_between(exchange: Exchange, parties: tuple[str, ...]) -> bool:
    return len(parties) == 1 or exchange.recipient in parties


def _concerns(stake: Stake, parties: tuple[str, ...]) -> bool:
    if len(parties) == 1 or stake.other in parties:
        return True
    third = {*stake.named, *filter(None, (stake.other,))} - set(parties)
    return not third or set(parties) <= set(stake.named)


def _is_unowned(stake: Stake, parties: tuple[str, ...]) -> bool:
    if stake.party is not None or stake.sort not in _MEANINGS or stake.other not in (None, *parties):
        return False
    return bool(stake.named) and set(stake.named) <= set(parties)


def _is_of_others(stake: Stake, parties: tuple[str, ...]) -> bool:
    if stake.party in parties or stake.party is None or stake.sort not in STANCES:
        return False
    return stake.other in parties or not set(parties).isdisjoint(stake.named)


def _touches(dependence: Dependence, parties: tuple[str, ...]) -> bool:
    """Whether somebody else depends on them; what they depend on themselves stands with their own side."""
    return dependence.dependent not in parties and dependence.provider in parties


def _disputes(flow: Flow) -> Iterable[Dispute]:
    for (first, one), (second, two) in combinations(enumerate(flow.figures[:_COMPARED]), 2):
        is_alike = one.amount.unit == two.amount.unit and set(one.origins).isdisjoint(two.origins)
        if is_alike and relate(one.amount.interval, two.amount.interval) == "apart":
            yield Dispute(flow=flow, first=first, second=second)


def _gaps(
    model: SystemModel, parties: tuple[str, ...], shown: Iterable[Exchange], sides: Iterable[Side]
) -> Iterable[Gap]:
    for each in model.exchanges:
        if each.giver is None and each.recipient in parties:
            yield _gap("giver", f"from whom {each.recipient} has {each.good}", each, flows=each.flows)
        elif each.recipient is None and each.giver in parties:
            yield _gap("recipient", f"to whom {each.giver} gives {each.good}", each, flows=each.flows)
    for each in shown:
        unmeasured = [flow for flow in each.flows if not flow.figures]
        if each.giver and each.recipient and len(unmeasured) == len(each.flows):
            said = f"how much {each.good} passes from {each.giver} to {each.recipient}"
            yield _gap("amount", said, each, flows=unmeasured)
        unrooted = [flow for flow in each.flows if not flow.origins]
        if each.giver and each.recipient and unrooted:
            said = f"who first told of {each.good} from {each.giver} to {each.recipient}"
            yield _gap("origin", said, each, flows=unrooted)
    for side in sides:
        vague = [row for row in side.depends if row.share is None]
        for row in vague:
            yield Gap(
                sort="share",
                said=f"how much of its {row.good or 'commerce'} {row.dependent} has from {row.provider}",
                giver=row.provider,
                recipient=row.dependent,
                good=row.good,
                claim_ids=row.claim_ids,
            )


def _gap(sort: str, said: str, exchange: Exchange, *, flows: Iterable[Flow]) -> Gap:
    return Gap(
        sort=sort,
        said=said,
        giver=exchange.giver,
        recipient=exchange.recipient,
        good=exchange.good,
        claim_ids=tuple(sorted({each for flow in flows for each in flow.claim_ids})),
    )
