"""The scope of a question in, the rows that answer it out: one function for each shape."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from sayso.records import Claim
from sayso.system.dependence import breakdowns
from sayso.system.dossiers import RISKS, STANCES, dossier
from sayso.system.parties import party_of
from sayso.system.questions.computed import (
    concentration_row,
    contested_row,
    dispute_row,
    gap_row,
    remainder_row,
    stretch_row,
    total_row,
)
from sayso.system.questions.records import Row
from sayso.system.questions.rows import dependence_row, flow_row, parties_by_role, stake_row, told_row, word_row
from sayso.system.questions.scope import NO_NUMBER, NO_TIME, Scope, concerns, parties_of
from sayso.system.records import Flow, Stake, Testimony

_Key = TypeVar("_Key")

_AGAINST = ("denied", "refused", "opposed")
_SPOKEN = ("support", "oppose", "ask", "threaten")
"""Stances that somebody takes by saying something."""

_NO_GIVER = "by whom not stated, in a sentence that names the one asked about"
_NO_RECIPIENT = "to whom not stated, in a sentence that names the one asked about"
_NAMED = ", in a sentence that names the one asked about"
"""Groups, and the end of one, that answer only if the sentence is read so."""


_MUTUAL = ("meet", "agree", "relation")
"""Kinds of events asked about in which the parties may change places; who attacks whom may not."""


def _gives(scope: Scope) -> Iterator[Row]:
    yield from _passing(scope, scope.party, scope.other)


def _gains(scope: Scope) -> Iterator[Row]:
    yield from _passing(scope, scope.other, scope.party)
    if not scope.question.goods:
        yield from map(stake_row, scope.stakes(("gain",), party=scope.party, other=scope.other))


def _passing(scope: Scope, giver: str | None, recipient: str | None) -> Iterator[Row]:
    """What passes, and what it comes to where several statements give numbers."""
    for exchange in scope.exchanges(giver, recipient):
        yield from map(flow_row, exchange.flows)
        yield from (total_row(each, exchange) for each in exchange.totals if len(each.flow_ids) > 1)
    yield from (flow_row(flow, group) for flow, group in _unplaced(scope, giver, recipient))


def _unplaced(scope: Scope, giver: str | None, recipient: str | None) -> Iterator[tuple[Flow, str]]:
    """What passes to or from nobody known, with the group that says so."""
    for flow in scope.unplaced(giver, recipient):
        yield flow, _NO_GIVER if flow.giver is None else _NO_RECIPIENT


def _amount(scope: Scope) -> Iterator[Row]:
    for row in _passing(scope, scope.party, scope.other):
        if row.amounts:
            yield row
        else:
            scope.leave_out(NO_NUMBER, row.claim_ids)


def _when(scope: Scope) -> Iterator[Row]:
    rows = [flow_row(flow) for each in scope.exchanges(scope.party, scope.other) for flow in each.flows]
    rows += [flow_row(flow, group) for flow, group in _unplaced(scope, scope.party, scope.other)]
    dated = sorted((row for row in rows if row.window), key=lambda row: (row.window and row.window.first) or "")
    for row in rows:
        if row.window is None:
            scope.leave_out(NO_TIME, row.claim_ids)
    yield from dated
    stretch = stretch_row([row for row in dated if row.group == "delivered"])
    if stretch is not None:
        yield stretch


def _word(scope: Scope) -> Iterator[Row]:
    yield from _by_source(scope, lambda status: status not in _AGAINST)


def _deniers(scope: Scope) -> Iterator[Row]:
    yield from _by_source(scope, lambda status: status in _AGAINST)


def _by_source(scope: Scope, is_meant: Callable[[str], bool]) -> Iterator[Row]:
    """A row for each source of each flow."""
    placed = [(flow, None) for each in scope.exchanges(scope.party, scope.other) for flow in each.flows]
    for flow, group in (*placed, *_unplaced(scope, scope.party, scope.other)):
        if is_meant(flow.status):
            told = [scope.testimonies[each] for each in flow.claim_ids if each in scope.testimonies]
            for holder, of_holder in _grouped(told, lambda each: _holder(each.claim)).items():
                yield word_row(flow_row(flow, group), flow, told=of_holder, holder=holder)


def _holder(claim: Claim) -> str | None:
    """On whose word a claim is: the innermost source that is known, by id, else in words; None for the report."""
    for link in reversed(claim.attribution):
        if link.actor is not None:
            return link.actor
    words = [link.source.quote for link in reversed(claim.attribution) if link.source]
    return " ".join(words[0].split()) if words else None


def _wants(scope: Scope) -> Iterator[Row]:
    shown: set[str] = set()
    for exchange in scope.exchanges(scope.other, scope.party, statuses=("sought",)):
        for flow in exchange.flows:
            shown.update(flow.claim_ids)
            yield flow_row(flow)
    if not scope.question.goods:
        for stake in scope.stakes(("want", "ask"), party=scope.party, other=scope.other):
            if not shown.issuperset(stake.claim_ids):
                yield stake_row(stake)


def _fears(scope: Scope) -> Iterator[Row]:
    yield from map(stake_row, scope.stakes(("fear",), party=scope.party, other=scope.other))


def _fearers(scope: Scope) -> Iterator[Row]:
    yield from _of_others(scope, ("fear",))


def _risks(scope: Scope) -> Iterator[Row]:
    yield from map(stake_row, scope.stakes(RISKS, party=scope.party, other=scope.other))


def _reactions(scope: Scope) -> Iterator[Row]:
    yield from map(stake_row, scope.stakes(STANCES, party=scope.party, other=scope.other))


def _stances(scope: Scope) -> Iterator[Row]:
    yield from _of_others(scope, (scope.question.sort or "",))


def _of_others(scope: Scope, sorts: tuple[str, ...]) -> Iterator[Row]:
    """Stakes of others that are aimed at the party, then those in whose sentences it is only named."""
    found = [each for each in scope.stakes(sorts, party=None, other=scope.other) if each.party != scope.other]
    for stake in sorted(found, key=lambda each: each.party is None):
        yield stake_row(stake, "" if stake.other == scope.other else _NAMED)


def _targets(scope: Scope) -> Iterator[Row]:
    yield from map(stake_row, scope.stakes((scope.question.sort or "",), party=scope.party, other=scope.other))


def _providers(scope: Scope) -> Iterator[Row]:
    found = list(scope.dependences(scope.party, None))
    yield from map(dependence_row, found)
    for each in breakdowns(found, scope.party or ""):
        if len({row.provider for row in each.shares}) > 1:
            yield concentration_row(each)


def _share(scope: Scope) -> Iterator[Row]:
    found = list(scope.dependences(scope.party, None))
    yield from (dependence_row(row) for row in found if row.provider == scope.other)
    for each in breakdowns(found, scope.party or ""):
        is_listed = any(row.provider == scope.other for row in each.shares)
        if not is_listed and scope.other and each.unlisted.high is not None and each.unlisted.high < 1:
            yield remainder_row(each, scope.other)


def _dependents(scope: Scope) -> Iterator[Row]:
    yield from map(dependence_row, scope.dependences(None, scope.other))


def _says(scope: Scope) -> Iterator[Row]:
    shown: set[str] = set()
    told = [each for each in scope.told() if _speaks(each.claim, scope.question.party) and _is_about(each, scope)]
    for (_, polarity), group in _grouped(told, lambda each: (each.matter_id, each.claim.polarity)).items():
        shown.update(each.claim.id for each in group)
        yield told_row("says" if polarity == "affirmed" else "says not", group, holder=_holder(group[0].claim))
    if not scope.question.goods:
        for stake in scope.stakes(_SPOKEN, party=scope.party, other=scope.other):
            if not shown.issuperset(stake.claim_ids) and _is_own(stake, scope):
                yield stake_row(stake)


def _is_own(stake: Stake, scope: Scope) -> bool:
    """Whether it is of the very person or body that is asked about, where it is one of a state."""
    told = (scope.testimonies[each].claim for each in stake.claim_ids if each in scope.testimonies)
    actors = {role.actor for claim in told for role in claim.event.roles}
    return scope.question.party in (scope.party, *actors)


def _speakers(scope: Scope) -> Iterator[Row]:
    told = [each for each in scope.told() if each.claim.attribution and _is_about(each, scope)]
    groups = _grouped(told, lambda each: (_holder(each.claim), each.matter_id, each.claim.polarity))
    for (holder, _, polarity), group in sorted(groups.items(), key=lambda each: each[0][0] or "~"):
        yield told_row("says" if polarity == "affirmed" else "says not", group, holder=holder)


def _denials(scope: Scope) -> Iterator[Row]:
    """What a source says is not so, and what a party does not want to be."""
    shown: set[str] = set()
    told = [each for each in scope.told() if _speaks(each.claim, scope.question.party) and _is_about(each, scope)]
    negated = [each for each in told if each.claim.polarity == "negated"]
    for group in _grouped(negated, lambda each: each.matter_id).values():
        shown.update(each.claim.id for each in group)
        yield told_row("says not", group, holder=_holder(group[0].claim))
    if not scope.question.goods:
        for stake in scope.stakes(("want",), party=scope.party, other=scope.other):
            if stake.polarity == "negated" and not shown.issuperset(stake.claim_ids):
                yield stake_row(stake)


def _speaks(claim: Claim, source: str | None) -> bool:
    """Whether a claim is on the word of the actor, or of a body or office of the state."""
    links = [link.actor for link in claim.attribution]
    return source in links or ("/" not in (source or "") and source in map(party_of, links))


def _is_about(testimony: Testimony, scope: Scope) -> bool:
    goods = {role.good for role in testimony.claim.event.roles if role.good}
    is_meant = not scope.question.goods or not goods.isdisjoint(scope.question.goods)
    return is_meant and concerns(testimony, scope.other)


def _events(scope: Scope) -> Iterator[Row]:
    """What is told of persons before what is told of their states, by known doers first, in the order of time."""
    sort = scope.question.sort or ""
    asked = {each for each in (scope.question.party, scope.question.other) if each is not None}
    told = [each for each in scope.told() if each.claim.event.kind == sort and _takes_part(each.claim, scope)]
    found = []
    for (_, polarity), group in _grouped(told, lambda each: (each.matter_id, each.claim.polarity)).items():
        row = told_row(sort if polarity == "affirmed" else f"not {sort}", group)
        named = asked.intersection(role.actor for each in group for role in each.claim.event.roles)
        first = (row.window.first if row.window else None) or "~"
        found.append((-len(named), row.party is None, first, row))
    yield from (row for *_, row in sorted(found, key=lambda each: each[:3]))


def _takes_part(claim: Claim, scope: Scope) -> bool:
    if claim.event.kind in _MUTUAL:
        return parties_of(claim).issuperset(scope.parties)
    doers, others = parties_by_role(claim)
    return (scope.party is None or scope.party in doers) and (scope.other is None or scope.other in others)


def _disputes(scope: Scope) -> Iterator[Row]:
    if not scope.parties:
        return
    found = dossier(scope.model, *scope.parties)
    yield from map(dispute_row, found.disputes)
    pairs = {(scope.party, scope.other), (scope.other, scope.party)}
    for giver, recipient in sorted(pairs, key=str):
        for exchange in scope.exchanges(giver, recipient):
            contested = contested_row(exchange)
            if contested is not None:
                yield from (flow_row(flow) for flow in exchange.flows if flow.status in _AGAINST)
                yield contested


def _gaps(scope: Scope) -> Iterator[Row]:
    if scope.parties:
        yield from map(gap_row, dossier(scope.model, *scope.parties).gaps)


def _grouped(told: Iterable[Testimony], key: Callable[[Testimony], _Key]) -> dict[_Key, list[Testimony]]:
    found: dict[_Key, list[Testimony]] = {}
    for each in told:
        found.setdefault(key(each), []).append(each)
    return found


SELECTORS: Mapping[str, Callable[[Scope], Iterator[Row]]] = {
    "gives": _gives,
    "gains": _gains,
    "givers": _gives,
    "takers": _gives,
    "amount": _amount,
    "when": _when,
    "word": _word,
    "deniers": _deniers,
    "denials": _denials,
    "wants": _wants,
    "fears": _fears,
    "fearers": _fearers,
    "risks": _risks,
    "reactions": _reactions,
    "stances": _stances,
    "targets": _targets,
    "stance": _targets,
    "providers": _providers,
    "share": _share,
    "dependents": _dependents,
    "says": _says,
    "speakers": _speakers,
    "events": _events,
    "agreements": _events,
    "relations": _events,
    "disputes": _disputes,
    "gaps": _gaps,
}
"""For each shape of the family what answers it."""
