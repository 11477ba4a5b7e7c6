"""A case and a claim in, every field of it with its words, why it was read so and what analysts said of it, out."""

from dataclasses import dataclass

from sayso.outputs.claims.marking import marks
from sayso.outputs.claims.phrases import link_phrase
from sayso.records import Judgement
from sayso.workbench.case import Case
from sayso.workbench.views.parts import ClaimRow, Quote, claim_row, quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A field of the claim with the words that fill it, from `start` to `end` of the text."""

    label: str
    words: str
    start: int
    end: int
    actor: str | None
    known: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim, whole."""

    title: str
    row: ClaimRow
    chain: tuple[str, ...]
    marked: tuple[Marked, ...]
    before: str
    after: str
    rule: str
    words: tuple[Quote, ...]
    reader: str
    vocabulary: str
    judgements: tuple[Judgement, ...]


_CONTEXT = 400
"""Code points shown before and after the sentence."""


def claim(case: Case, claim_id: str) -> ClaimView:
    """The page of the claim with this id, or beginning of it; raises `UnknownRecord`."""
    found = case.ledger.claim(claim_id)
    document = case.findings.documents[found.document_id]
    evidence = found.provenance.evidence
    actors = {role.span: (role.actor, role.good or role.effect) for role in found.event.roles if role.span}
    return ClaimView(
        title=f"Claim {found.id}",
        row=claim_row(found, case),
        chain=tuple(map(link_phrase, found.attribution)),
        marked=tuple(
            Marked(
                label=mark.label,
                words=mark.span.quote,
                start=mark.span.start,
                end=mark.span.end,
                actor=actors.get(mark.span, (None, None))[0],
                known=actors.get(mark.span, (None, None))[1],
            )
            for mark in marks(found)
        ),
        before=document.text[max(0, evidence.start - _CONTEXT) : evidence.start],
        after=document.text[evidence.end : evidence.end + _CONTEXT],
        rule=found.provenance.rule,
        words=tuple(quote(each, case) for each in found.provenance.words),
        reader=f"{found.provenance.reader} {found.provenance.reader_version}",
        vocabulary=found.provenance.vocabulary_version,
        judgements=case.ledger.judgements(found.id),
    )
