"""The records of a matter and its documents in, what reasons and lineages ask of them together, out."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.corroboration.records import Credit, Matter, Reuse, Telling
from sayso.records import Span
from sayso.vocab.actors import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is known of a document as the carrier of a report.

    `outlet` is the publisher's id in the roster, None for others; `publisher` is as the document says.
    """

    document_id: str
    publisher: str | None
    outlet: str | None
    is_agency: bool
    published: str | None
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A matter with all that is known of the documents that tell it."""

    matter: Matter
    reports: Mapping[str, Report]
    reuses: Mapping[tuple[str, str], Reuse]
    roster: Roster

    def reuse(self, document_id: str, other_id: str) -> Reuse | None:
        """What the two documents share; None when they share nothing."""
        return self.reuses.get((min(document_id, other_id), max(document_id, other_id)))


def share_of(reuse: Reuse, document_id: str) -> float:
    """The part of this document that stands in the other."""
    return reuse.share if reuse.document_id == document_id else reuse.other_share


def is_shared(telling: Telling, other: Telling, *, reuse: Reuse) -> bool:
    """Whether the triggers of both stand in one passage of those that the documents share."""
    if reuse.document_id != telling.claim.document_id:
        telling, other = other, telling
    mine, yours = telling.claim.event.trigger, other.claim.event.trigger
    return any(holds(passage.span, mine) and holds(passage.other, yours) for passage in reuse.passages)


def holds(outer: Span, inner: Span) -> bool:
    """Whether one span lies within another of the same document."""
    return outer.start <= inner.start and inner.end <= outer.end
