"""A claim in, what it says at its place out, field by field and as a hash that does not depend on who read it.

Two readings of a text say the same when document, place and every field of the content agree. Left out are how sure
the reader is, the rule, the versions, and how far a phrase was taken: "the Kremlin" and "Kremlin" are one actor, so a
reader that learns to leave out the article does not cost the analysts their judgements.
"""

import hashlib
from collections.abc import Iterator

from sayso.codec import encode
from sayso.records import Attribution, Claim, Quantity, Role, Span

_LENGTH = 16
"""Hexadecimal digits of an id: as for documents."""

CONTENT_FIELDS = (
    *("kind", "trigger", "roles", "quantities", "occurred", "place"),
    *("modality", "polarity", "certainty", "attribution"),
)
"""The fields in which two readings of a claim may differ, in the order of the records."""


def content(claim: Claim) -> tuple[object, ...]:
    """What the claim says, one value for each of `CONTENT_FIELDS`."""
    event = claim.event
    return (
        event.kind,
        (event.trigger.start, event.trigger.end),
        tuple(_role(each) for each in event.roles),
        tuple(_quantity(each) for each in event.quantities),
        None if event.occurred is None else event.occurred.edtf,
        None if event.place is None else (event.place.name, event.place.country),
        claim.modality,
        claim.polarity,
        claim.certainty,
        tuple(_link(each) for each in claim.attribution),
    )


def spans_of(claim: Claim) -> Iterator[Span]:
    """Every span of a claim, those that stand in it twice twice."""
    event = claim.event
    parts = (*event.roles, *event.quantities, *(part for part in (event.occurred, event.place) if part is not None))
    linked = (place for link in claim.attribution for place in (link.source, link.cue))
    yield from (event.trigger, claim.provenance.evidence, *claim.provenance.words)
    yield from (place for place in (*(part.span for part in parts), *linked) if place is not None)


def content_id(claim: Claim) -> str:
    """A hash of the document and the content."""
    return hashed(claim.document_id, *content(claim))


def hashed(*values: object) -> str:
    """The id of something that these values make what it is."""
    return hashlib.sha256(encode(values)).hexdigest()[:_LENGTH]


def folded(words: str) -> str:
    """The words whatever their case and the spaces between them: how those are told apart who are no actors."""
    return " ".join(words.casefold().split())


def _role(role: Role) -> tuple[object, ...]:
    return role.role, role.actor or _surface(role.span), role.good, role.effect


def _quantity(quantity: Quantity) -> tuple[object, ...]:
    # Normalized, since 5500000000 and 5.5E+9 are one number.
    low, high = (None if side is None else str(side.normalize()) for side in (quantity.low, quantity.high))
    return quantity.of, low, high, quantity.unit, quantity.approximate


def _link(link: Attribution) -> tuple[object, ...]:
    return link.actor or _surface(link.source), link.channel


def _surface(span: Span | None) -> str | None:
    return None if span is None else folded(span.quote)
