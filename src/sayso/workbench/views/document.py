"""A case and a document in, its text cut where sentences with claims begin and end, beside the claims, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.records import Claim, Document, Span
from sayso.workbench.case import Case
from sayso.workbench.views.parts import ClaimRow, claim_row

_LONGEST = 60_000
"""Code points of a text on one page: a long report of ten thousand words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text; `claim_ids` are the claims it is evidence for, `triggers` those it is the trigger of.

    `kind` is that of its passage: `body`, `heading` or `furniture`; `reason` says why furniture is not read.
    """

    start: int
    end: int
    words: str
    claim_ids: tuple[str, ...]
    triggers: tuple[str, ...]
    kind: str
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One text with its claims; `page` and `pages` say which part of a very long one is shown."""

    title: str
    id: str
    location: str
    heading: str | None
    publisher: str | None
    published: str | None
    author: str | None
    language: str
    translated_from: str | None
    pieces: tuple[Piece, ...]
    rows: tuple[ClaimRow, ...]
    page: int
    pages: int


def document(case: Case, document_id: str, *, page: int = 1) -> DocumentView:
    """The page of the document with this id, or beginning of it; raises `UnknownRecord`."""
    found = case.ledger.document(document_id)
    pages = max(1, -(-len(found.text) // _LONGEST))
    page = min(max(1, page), pages)
    start, end = (page - 1) * _LONGEST, min(len(found.text), page * _LONGEST)
    told = [each for each in _claims(found, case) if each.event.trigger.start < end and each.event.trigger.end > start]
    return DocumentView(
        title=found.title or found.publisher or found.location,
        id=found.id,
        location=found.location,
        heading=found.title,
        publisher=found.publisher,
        published=found.published,
        author=found.author,
        language=found.language,
        translated_from=found.translated_from,
        pieces=tuple(_pieces(found, told, within=(start, end))),
        rows=tuple(claim_row(each, case) for each in told),
        page=page,
        pages=pages,
    )


def _claims(found: Document, case: Case) -> list[Claim]:
    told = (each.claim for each in case.findings.testimonies.values() if each.claim.document_id == found.id)
    return sorted(told, key=lambda claim: (claim.event.trigger.start, claim.id))


def _pieces(found: Document, told: Sequence[Claim], *, within: tuple[int, int]) -> Iterator[Piece]:
    start, end = within
    cuts = {start, end}
    for claim in told:
        for span in (claim.provenance.evidence, claim.event.trigger):
            cuts.update((span.start, span.end))
    for each in found.passages:
        cuts.update((each.start, each.end))
    edges = sorted(cut for cut in cuts if start <= cut <= end)
    for first, last in pairwise(edges):
        passage = next((each for each in found.passages if each.start <= first < each.end), None)
        yield Piece(
            start=first,
            end=last,
            words=found.text[first:last],
            claim_ids=tuple(each.id for each in told if _holds(each.provenance.evidence, first, last)),
            triggers=tuple(each.id for each in told if _holds(each.event.trigger, first, last)),
            kind=passage.kind if passage else "body",
            reason=passage.reason if passage else None,
        )


def _holds(span: Span, first: int, last: int) -> bool:
    return span.start <= first and last <= span.end
