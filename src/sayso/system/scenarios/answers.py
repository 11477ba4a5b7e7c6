"""A model and changes in, what holds before and after, the break-evens, and what would have to be known, out.

Nothing here is an estimate: every bound follows from the premises that the answer lists, and holds for all values that
they leave open. A claim of a share is a premise and a statement at once. What is fixed with the question takes its
place as a premise, and as a statement it is tested against that.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.system.records import Dependence, Exchange, Flow, SystemModel
from sayso.system.scenarios.balances import ASSUMPTIONS, balances
from sayso.system.scenarios.bounds import UNKNOWN
from sayso.system.scenarios.cases import Case, cases, whole_of
from sayso.system.scenarios.effects import UNCHANGED, left_out
from sayso.system.scenarios.findings import finding_of_amount, finding_of_share
from sayso.system.scenarios.keys import COMMERCE, TRADE, Key, subject_of
from sayso.system.scenarios.passages import passages, subjects_of
from sayso.system.scenarios.records import (
    SHARE,
    Add,
    Answer,
    Change,
    Choose,
    Finding,
    Fix,
    Gauge,
    Outcome,
    Premise,
    Subject,
    Test,
    Touched,
    Volume,
)
from sayso.system.scenarios.selection import KINDS, is_of, origins_of, select
from sayso.system.scenarios.shares import amount_after, share_after, size_after
from sayso.system.scenarios.wholes import GIVEN
from sayso.system.scenarios.wording import format_subject
from sayso.system.statuses import STATUSES

_SHOWN = 8
"""Origins that are named where the one that was asked for is none: as many as fit on a line or two."""

_Statement = tuple[Subject, Volume]


def what_if(model: SystemModel, changes: Sequence[Change]) -> Answer:
    """The answer to the changes, taken in their order; what is fixed holds before and after.

    Tested are the statements of the question, and of every whole that the changes touch those claims that give a share
    one bound: "over 90 %", "less than 2 %".
    """
    asked, changes = changes, [each for each in changes if not isinstance(each, Gauge)]
    selection = select(changes)
    weighed = tuple(balances(model, asked, selection=selection))
    found = {each.after.key: each for each in cases(model, changes, selection=selection)}
    passed = passages(model, changes, selection=selection)
    findings: list[Finding] = []
    for (subject, within), claim_ids in _statements(changes, found.values()).items():
        case = found.get(whole_of(subject))
        if subject.is_share and case is not None:
            finding = finding_of_share(subject, within, case=case)
        else:
            finding = finding_of_amount(subject, within, case=case, passed=passed)
        findings.append(replace(finding, claim_ids=claim_ids))
    return Answer(
        changes=tuple(asked),
        premises=_premises(found.values(), changes),
        outcomes=(*(row for case in found.values() for row in _outcomes(case)), *passed.outcomes),
        findings=tuple(findings),
        touched=tuple(_touched(model, changes)),
        notes=tuple(dict.fromkeys(_notes(model, changes, found))),
        assumptions=(*_assumptions(list(found.values())), *(ASSUMPTIONS if weighed else ())),
        balances=weighed,
    )


def _statements(changes: Iterable[Change], found: Iterable[Case]) -> Mapping[_Statement, tuple[str, ...]]:
    """What is tested, each once, with the claims that say so: first what is asked, then what is told."""
    statements: dict[_Statement, tuple[str, ...]] = {
        (change.subject, change.volume): () for change in changes if isinstance(change, Test)
    }
    for case in found:
        for row in case.told:
            share = row.share
            if share is not None and row.polarity == "affirmed" and (share.low is None) != (share.high is None):
                within = Volume(interval=replace(share, approximate=False), unit=SHARE)
                statement = (subject_of(case.after.key, row.provider), within)
                statements[statement] = tuple(dict.fromkeys((*statements.get(statement, ()), *row.claim_ids)))
    return statements


def _premises(found: Iterable[Case], changes: Iterable[Change]) -> tuple[Premise, ...]:
    """What the bounds before and after rest on, each once; what is not counted any more says so."""
    premises: list[Premise] = []
    for case in found:
        premises += case.after.premises
        kept = {each.claim_ids for each in case.after.premises}
        gone = (each for each in case.before.premises if each.claim_ids and each.claim_ids not in kept)
        premises += (replace(each, set_aside="excluded by you, and counts before alone") for each in gone)
    given = (each for each in changes if isinstance(each, Add | Fix))
    premises += (Premise(subject=each.subject, volume=each.volume, basis=GIVEN) for each in given)
    return tuple(dict.fromkeys(premises))


def _outcomes(case: Case) -> Iterator[Outcome]:
    """The size of the whole, what passes between the party and those touched, and all shares that are spoken of."""
    key, measure, effect = case.after.key, case.after.measure, case.effect
    if measure is not None:
        rows = [(Subject(of=key.of, topic=key.topic), case.before.total, size_after(case.after, effect))]
        # What is given of a good from one party is an exchange, and told there.
        for partner in sorted(effect.partners) if key.topic == TRADE else ():
            before = amount_after(partner, case.before, effect=UNCHANGED)
            subject = Subject(of=key.of, topic=key.topic, partner=partner)
            rows.append((subject, before, amount_after(partner, case.after, effect=effect)))
        for subject, before, after in rows:
            if before != after:
                yield Outcome(subject=subject, unit=measure.unit, over=measure.over, before=before, after=after)
    for partner in sorted({*case.before.shares, *case.after.shares, *effect.partners}):
        yield Outcome(
            subject=subject_of(key, partner),
            unit=SHARE,
            over=None,
            before=share_after(partner, case.before, effect=UNCHANGED),
            after=share_after(partner, case.after, effect=effect),
            claim_ids=_claims(row for row in case.told if row.provider == partner),
        )


def _touched(model: SystemModel, changes: Iterable[Change]) -> Iterator[Touched]:
    """For each change of what passes, and each choice of what counts, the flows and claims that it is about."""
    exchanges = {(each.giver, each.recipient, each.good): each for each in model.exchanges}
    shares: dict[tuple[str, str], list[Dependence]] = {}
    for row in model.dependences:
        shares.setdefault((row.dependent, row.provider), []).append(row)
    for change in changes:
        if isinstance(change, Choose):
            yield _of_class(model, change)
        elif not isinstance(change, Fix | Test):
            flows = [
                flow
                for each in subjects_of(change)
                for flow in _flows(exchanges.get((each.partner, each.of, each.topic)))
            ]
            pair = change.subject.of, change.subject.partner or ""
            told = [row for row in shares.get(pair, ()) if row.good in (None, change.subject.topic)]
            yield Touched(
                change=change,
                flow_ids=tuple(flow.id for flow in flows),
                claim_ids=_claims([*flows, *told]),
            )


def _of_class(model: SystemModel, change: Choose) -> Touched:
    flows = [flow for each in model.exchanges for flow in each.flows if is_of(change.word, flow)]
    rows = [row for row in model.dependences if is_of(change.word, row)]
    return Touched(change=change, flow_ids=tuple(flow.id for flow in flows), claim_ids=_claims([*flows, *rows]))


def _flows(exchange: Exchange | None) -> Sequence[Flow]:
    return () if exchange is None else exchange.flows


def _claims(rows: Iterable[Flow | Dependence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim_id for row in rows for claim_id in row.claim_ids))


def _notes(model: SystemModel, changes: Sequence[Change], found: Mapping[Key, Case]) -> Iterator[str]:
    yield from left_out(changes, found)
    chosen = [each.word for each in changes if isinstance(each, Choose)]
    origins = origins_of(model) if chosen else []
    known = {*KINDS, *STATUSES, *(origin.casefold() for origin in origins)}
    for word in chosen:
        if word.casefold() not in known:
            near = sorted(origins, key=lambda origin: word.casefold() not in origin.casefold())[:_SHOWN]
            listed = f"; origins here are {', '.join(near)}" if near else ""
            yield f"{word} is no kind, no status and no origin of anything here, and changes nothing{listed}"
    for case in found.values():
        yield from case.before.notes
        yield from case.after.notes
        yield from case.effect.notes
        for each, effect in ((case.before, UNCHANGED), (case.after, case.effect)):
            if any(share_after(partner, each, effect=effect) == UNKNOWN for partner in list(each.shares)[:1]):
                yield (
                    f"the shares of {format_subject(subject_of(each.key))} come to more than the whole, so that no "
                    "bounds are given: fix one of them, or exclude what is wrong"
                )


def _assumptions(found: Sequence[Case]) -> Iterator[str]:
    for case in found:
        if case.effect.added and case.after.key.topic in COMMERCE:
            whole = format_subject(subject_of(case.after.key))
            yield f"what is added counts as {case.after.key.topic}, and none of it is in {whole} already"
    premises = (each for case in found for each in case.after.premises)
    if any(each.basis == "recorded" and each.volume.interval.approximate for each in premises):
        yield "shares of reference data are figures rounded to whole per cent, and may be half of one more or less"
