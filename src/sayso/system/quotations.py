"""A claim in, the few words of its text that tell what it is about out."""

from sayso.records import Claim, Span

LONGEST = 160
"""Characters of a quotation that stands in a row beside others: two lines of a terminal. Chosen, not tuned."""

_RANKS = {"effect": 0, "matter": 0, "good": 0, "force": 1, "weapon": 1, "victim": 1, "affected": 2}
"""Roles that say what it is about, the most telling first; who does it and to whom stands in columns of its own."""
_TRIGGER = 1
_PARTY = 3


def quotation(claim: Claim) -> str:
    """The shortest stretch of the evidence that holds the trigger and all roles, with its white space made single.

    Where that is longer than `LONGEST`, the least telling of them are left out one by one; one that is too long alone
    is cut between words and ends in an ellipsis. The one that tells most is quoted alone where it stands elsewhere.
    """
    event, evidence = claim.event, claim.provenance.evidence
    text, base, document_id = evidence.quote, evidence.start, evidence.document_id
    start = event.trigger.start - base
    end = start + len(event.trigger.quote)
    for role in event.roles:  # nearly all claims are done with here
        span = role.span
        if span is not None:
            at = span.start - base
            if at < 0 or not text.startswith(span.quote, at) or span.document_id != document_id:
                return _chosen(claim)
            if at < start:
                start = at
            if (last := at + len(span.quote)) > end:
                end = last
    if start < 0 or end - start > LONGEST:
        return _chosen(claim)
    return " ".join(text[start:end].split())


def _chosen(claim: Claim) -> str:
    """The stretch over as many of the trigger and the roles as fit, those that tell most first."""
    event, evidence = claim.event, claim.provenance.evidence
    ranked = [(_TRIGGER, event.trigger)]
    ranked += [(_RANKS.get(role.role, _PARTY), role.span) for role in event.roles if role.span is not None]
    spans = [span for _, span in sorted(ranked, key=lambda each: each[0])]
    if not _is_placed(spans[0], evidence):
        return _short(spans[0].quote)
    start = end = -1
    for span in spans:
        if _is_placed(span, evidence):
            at = span.start - evidence.start
            first, last = (at if start < 0 else min(start, at)), max(end, at + len(span.quote))
            if start >= 0 and last - first > LONGEST:
                break
            start, end = first, last
    return _short(evidence.quote[start:end])


def _is_placed(span: Span, evidence: Span) -> bool:
    start = span.start - evidence.start
    return span.document_id == evidence.document_id and start >= 0 and evidence.quote.startswith(span.quote, start)


def _short(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    cut = words[:LONGEST]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"
