"""Claims, accounts and spans in, the small frozen records that several pages show out.

Every text in them is as the ledger has it; templates escape what they show.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.corroboration.accounts import Account
from sayso.outputs.claims.phrases import amount, manner, parties, party_phrase, source_phrase, things
from sayso.outputs.matters.assessed import Assessed, override_of
from sayso.outputs.matters.origin_phrases import origins_range
from sayso.outputs.matters.phrases import headline, leading
from sayso.records import Claim, Span
from sayso.workbench.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a document and where they stand; `where` names publisher or location, `published` is an ISO date."""

    document_id: str
    start: int
    end: int
    words: str
    where: str
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim as lists show it: every field in words, and the sentence it stands in."""

    id: str
    kind: str
    doers: str
    others: str
    what: str
    manner: str
    certainty: str
    amounts: str
    when: str
    place: str
    source: str
    language: str
    confidence: float
    verdict: str | None
    matter_id: str | None
    evidence: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterRow:
    """A matter as lists show it: what it is, its first sentence, and who stands behind and against it."""

    id: str
    headline: str
    words: str
    documents: int
    origins: str
    deniers: int
    contradictions: int
    credibility: int
    word: str
    override: int | None
    latest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where a long list stands: this page and how many there are, counted from 1, and the number of all entries."""

    page: int
    pages: int
    total: int


def quote(span: Span, case: Case) -> Quote:
    """The span with the name of its document."""
    document = case.findings.documents[span.document_id]
    return Quote(
        document_id=span.document_id,
        start=span.start,
        end=span.end,
        words=span.quote,
        where=document.publisher or document.location,
        published=document.published,
    )


def claim_row(claim: Claim, case: Case) -> ClaimRow:
    """The claim as lists show it."""
    event = claim.event
    doers, others = parties(claim)
    account = case.findings.account_of.get(claim.id)
    return ClaimRow(
        id=claim.id,
        kind=event.kind,
        doers=_listed(map(party_phrase, doers)),
        others=_listed(map(party_phrase, others)),
        what=_listed(map(party_phrase, things(claim))),
        manner=manner(claim),
        certainty=claim.certainty,
        amounts=_listed(map(amount, event.quantities)),
        when=event.occurred.edtf if event.occurred else "",
        place=event.place.name if event.place else "",
        source=source_phrase(claim),
        language=claim.language,
        confidence=claim.confidence,
        verdict=case.ledger.standing(claim).verdict,
        matter_id=account.matter.id if account else None,
        evidence=quote(claim.provenance.evidence, case),
    )


def matter_row(account: Account, judged: Assessed) -> MatterRow:
    """The matter as lists show it."""
    given = override_of(account.matter, judged)
    return MatterRow(
        id=account.matter.id,
        headline=headline(account),
        words=leading(account).provenance.evidence.quote,
        documents=account.documents,
        origins=origins_range(account.corroboration),
        deniers=len(account.corroboration.deniers),
        contradictions=account.contradictions,
        credibility=account.credibility.number,
        word=account.credibility.word,
        override=given.digit if given else None,
        latest=account.latest,
    )


def pages_of(total: int, *, page: int, size: int) -> Pages:
    """Where page so-and-so of a list stands, moved to the last one where there are not so many."""
    pages = max(1, -(-total // size))
    return Pages(page=min(max(1, page), pages), pages=pages, total=total)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
