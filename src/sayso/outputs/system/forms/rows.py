"""Dependences and stakes in, the same as exported out: bounds as JSON numbers, windows as two days."""

from dataclasses import dataclass

from sayso.claims.numbers.edtf import Bounds
from sayso.corroboration.intervals import Interval
from sayso.outputs.claims.form import plain_number
from sayso.system.records import Dependence, Stake
from sayso.system.reference.checking import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalForm:
    """Inclusive bounds, null for an open side."""

    low: int | float | None
    high: int | float | None
    approximate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowForm:
    """Days: `first` inclusive, `until` exclusive; null for an open side."""

    first: str | None
    until: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DependenceForm:
    """That one party relies on another; `share` is 0 to 1, null where only the fact is told."""

    id: str
    dependent: str
    provider: str
    good: str | None
    whole: str | None
    share: IntervalForm | None
    window: WindowForm | None
    basis: str
    polarity: str
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeForm:
    """What something means to a party; `occurred` is an EDTF date."""

    id: str
    matter_id: str
    sort: str
    party: str | None
    other: str | None
    about: str
    modality: str
    polarity: str
    occurred: str | None
    holder: str | None
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictForm:
    """What reference data says to a number of a claim; `reference` is what it has, with its rounding."""

    verdict: str
    claim_id: str
    measure: str
    state: str
    partner: str | None
    reference: IntervalForm | None
    years_apart: int | None
    grade: str | None
    reason: str
    edition: str


def dependence_form(row: Dependence) -> DependenceForm:
    """The dependence as exported."""
    return DependenceForm(
        id=row.id,
        dependent=row.dependent,
        provider=row.provider,
        good=row.good,
        whole=row.whole,
        share=None if row.share is None else interval_form(row.share),
        window=window_form(row.window),
        basis=row.basis,
        polarity=row.polarity,
        origins=row.origins,
        claim_ids=row.claim_ids,
    )


def stake_form(stake: Stake) -> StakeForm:
    """The stake as exported."""
    return StakeForm(
        id=stake.id,
        matter_id=stake.matter_id,
        sort=stake.sort,
        party=stake.party,
        other=stake.other,
        about=stake.about,
        modality=stake.modality,
        polarity=stake.polarity,
        occurred=stake.occurred.edtf if stake.occurred else None,
        holder=stake.holder,
        origins=stake.origins,
        claim_ids=stake.claim_ids,
    )


def verdict_form(verdict: Verdict) -> VerdictForm:
    """The verdict as exported."""
    return VerdictForm(
        verdict=verdict.verdict,
        claim_id=verdict.claim_id,
        measure=verdict.measure,
        state=verdict.state,
        partner=verdict.partner,
        reference=interval_form_if_any(verdict.reference),
        years_apart=verdict.years_apart,
        grade=verdict.grade,
        reason=verdict.reason,
        edition=f"{verdict.edition.name}, {verdict.edition.edition}",
    )


def interval_form(interval: Interval) -> IntervalForm:
    """The interval as exported."""
    return IntervalForm(
        low=plain_number(interval.low), high=plain_number(interval.high), approximate=interval.approximate
    )


def interval_form_if_any(interval: Interval | None) -> IntervalForm | None:
    """The interval as exported, None for none."""
    return None if interval is None else interval_form(interval)


def window_form(window: Bounds | None) -> WindowForm | None:
    """The window as exported, None for none."""
    return None if window is None else WindowForm(first=window.first, until=window.until)
