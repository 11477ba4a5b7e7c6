"""An account in, its figures as `sayso matters` exports them out."""

from dataclasses import dataclass

from sayso.corroboration.accounts import Account
from sayso.ledger import Credibility
from sayso.outputs.matters.assessed import Assessed, override_of
from sayso.outputs.matters.phrases import headline, leading


@dataclass(frozen=True, slots=True, kw_only=True)
class CredibilityForm:
    """The number that the rules give, its word and the rule; no analyst has a hand in it."""

    number: int
    word: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideForm:
    """The number that an analyst has put beside it."""

    number: int | None
    reviewer: str
    at: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryForm:
    """A matter in figures; `claim_id` and `quote` are of the claim that stands for it."""

    id: str
    headline: str
    kind: str
    claim_id: str
    quote: str
    documents: int
    claims: int
    echoes: int
    languages: tuple[str, ...]
    published_first: str | None
    published_last: str | None
    origins_certain: int
    origins_possible: int
    origins_likely: int
    deniers: int
    contradictions: int
    credibility: CredibilityForm
    override: OverrideForm | None


def summary(account: Account, judged: Assessed) -> SummaryForm:
    """The figures of a matter, with the number that an analyst has given it."""
    claim, found, number = leading(account), account.corroboration, account.credibility
    given = override_of(account.matter, judged)
    return SummaryForm(
        id=account.matter.id,
        headline=headline(account),
        kind=claim.event.kind,
        claim_id=claim.id,
        quote=claim.provenance.evidence.quote,
        documents=account.documents,
        claims=len(account.matter.tellings),
        echoes=len(account.matter.echoes),
        languages=tuple(sorted({voice.language for voice in account.voices})),
        published_first=account.earliest or None,
        published_last=account.latest or None,
        origins_certain=found.certain,
        origins_possible=found.possible,
        origins_likely=found.count,
        deniers=len(found.deniers),
        contradictions=account.contradictions,
        credibility=CredibilityForm(number=number.number, word=number.word, rule=number.rule),
        override=None if given is None else _override(given),
    )


def _override(given: Credibility) -> OverrideForm:
    return OverrideForm(number=given.digit, reviewer=given.reviewer, at=given.at, note=given.note)
