"""The answer to a what-if in, one object with everything in it out."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.outputs.system.casebook import Casebook
from sayso.outputs.system.forms.balance import BalanceForm, StretchForm, balance_form, stretch_form
from sayso.outputs.system.forms.evidence import BasisForm, basis
from sayso.outputs.system.forms.rows import IntervalForm, WindowForm, interval_form_if_any, window_form
from sayso.outputs.system.forms.scenario import DrawnForm, MeaningForm, drawn_form, meaning_form
from sayso.outputs.system.whatif import NOTHING_BESIDE, Beside, claims_of
from sayso.system.scenarios.records import Answer, BreakEven, Finding, Need, Outcome, Premise, Touched
from sayso.system.scenarios.wording import format_bound, format_change, format_subject


@dataclass(frozen=True, slots=True, kw_only=True)
class PremiseForm:
    """What the answer rests on; `subject` is in the words of the little language."""

    subject: str
    amount: IntervalForm | None
    unit: str
    over: StretchForm | None
    whole: str | None
    window: WindowForm | None
    basis: str
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]
    set_aside: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeForm:
    """Bounds before and after."""

    subject: str
    unit: str | None
    over: StretchForm | None
    before: IntervalForm | None
    after: IntervalForm | None
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEvenForm:
    """How much may be added before a statement stops holding."""

    flows: str
    amount: IntervalForm | None
    part: IntervalForm | None
    unit: str | None
    over: StretchForm | None
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedForm:
    """What would have to be known, and the values of it that would decide."""

    what: str
    unit: str | None
    over: StretchForm | None
    known: IntervalForm | None
    holds: IntervalForm | None
    fails: IntervalForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingForm:
    """A statement, and whether it `holds`, `fails`, or one `cannot tell`."""

    statement: str
    before: str
    after: str
    break_evens: tuple[BreakEvenForm, ...]
    needs: tuple[NeedForm, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedForm:
    """What a change applies to."""

    change: str
    flow_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfForm:
    """All that `sayso whatif` answers."""

    changes: tuple[str, ...]
    as_of: str | None
    rests_on: BasisForm
    outcomes: tuple[OutcomeForm, ...]
    findings: tuple[FindingForm, ...]
    premises: tuple[PremiseForm, ...]
    touched: tuple[TouchedForm, ...]
    notes: tuple[str, ...]
    assumptions: tuple[str, ...]
    balances: tuple[BalanceForm, ...]
    meanings: tuple[MeaningForm, ...]
    drawn: tuple[DrawnForm, ...] | None


def form(answer: Answer, book: Casebook, *, as_of: str | None = None, beside: Beside = NOTHING_BESIDE) -> WhatIfForm:
    """The answer as exported."""
    return WhatIfForm(
        changes=tuple(map(format_change, answer.changes)),
        as_of=as_of,
        rests_on=basis(claims_of(answer, beside), book),
        outcomes=tuple(map(_outcome, answer.outcomes)),
        findings=tuple(map(_finding, answer.findings)),
        premises=tuple(map(_premise, answer.premises)),
        touched=_touched(answer.touched),
        notes=answer.notes,
        assumptions=answer.assumptions,
        balances=tuple(map(balance_form, answer.balances)),
        meanings=tuple(map(meaning_form, beside.meanings)),
        drawn=None if beside.samples is None else tuple(map(drawn_form, beside.samples)),
    )


def _premise(premise: Premise) -> PremiseForm:
    return PremiseForm(
        subject=format_subject(premise.subject),
        amount=interval_form_if_any(premise.volume.interval),
        unit=premise.volume.unit,
        over=stretch_form(premise.volume.over),
        whole=premise.whole,
        window=window_form(premise.window),
        basis=premise.basis,
        origins=premise.origins,
        claim_ids=premise.claim_ids,
        set_aside=premise.set_aside,
    )


def _outcome(outcome: Outcome) -> OutcomeForm:
    return OutcomeForm(
        subject=format_subject(outcome.subject),
        unit=outcome.unit,
        over=stretch_form(outcome.over),
        before=interval_form_if_any(outcome.before),
        after=interval_form_if_any(outcome.after),
        claim_ids=outcome.claim_ids,
    )


def _finding(finding: Finding) -> FindingForm:
    return FindingForm(
        statement=f"{format_subject(finding.subject)} {format_bound(finding.within)}",
        before=finding.before,
        after=finding.after,
        break_evens=tuple(map(_break_even, finding.break_evens)),
        needs=tuple(map(_need, finding.needs)),
        claim_ids=finding.claim_ids,
    )


def _break_even(found: BreakEven) -> BreakEvenForm:
    return BreakEvenForm(
        flows=found.flows,
        amount=interval_form_if_any(found.amount),
        part=interval_form_if_any(found.part),
        unit=found.unit,
        over=stretch_form(found.over),
        said=found.said,
    )


def _need(need: Need) -> NeedForm:
    return NeedForm(
        what=need.what,
        unit=need.unit,
        over=stretch_form(need.over),
        known=interval_form_if_any(need.known),
        holds=interval_form_if_any(need.holds),
        fails=interval_form_if_any(need.fails),
    )


def _touched(touched: Sequence[Touched]) -> tuple[TouchedForm, ...]:
    return tuple(
        TouchedForm(change=format_change(each.change), flow_ids=each.flow_ids, claim_ids=each.claim_ids)
        for each in touched
    )
