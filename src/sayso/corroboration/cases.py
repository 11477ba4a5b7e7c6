"""The records of a matter and its documents in, what reasons and lineages ask of them together, out."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sayso.corroboration.records import Credit, Echo, Reuse, Telling, Voice
from sayso.records import Span
from sayso.vocab.actors import Roster

_BY_CHANCE = 1
"""Significant digits of a number that two may give without knowing of each other: 300, 20,000."""

_SMALL = 100
"""Below it a number is one of few that a count may give: 12 killed, 33 hostages."""

_MOSTLY = 0.5
"""Part of a sentence that must stand in a shared passage: copyists cut at commas and leave out the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is known of a document as the carrier of a report.

    `outlet` is the publisher's id in the roster where it is one of the media, `body` where it is a body that speaks for
    itself; `publisher` is as the document says.
    """

    document_id: str
    location: str
    publisher: str | None
    outlet: str | None
    is_agency: bool
    published: str | None
    credits: tuple[Credit, ...]
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is said of one matter, with all that is known of the documents that say it."""

    voices: tuple[Voice, ...]
    reports: Mapping[str, Report]
    reuses: Mapping[tuple[str, str], Reuse]
    roster: Roster

    def reuse(self, document_id: str, other_id: str) -> Reuse | None:
        """What the two documents share; None when they share nothing."""
        return self.reuses.get((min(document_id, other_id), max(document_id, other_id)))


def share_of(reuse: Reuse, document_id: str) -> float:
    """The part of this document that stands in the other."""
    return reuse.share if reuse.document_id == document_id else reuse.other_share


def is_shared(voice: Voice, other: Voice, *, reuse: Reuse) -> bool:
    """Whether both stand, for the most part, in one passage of those that the documents share."""
    if reuse.document_id != voice.document_id:
        voice, other = other, voice
    return any(
        overlap(passage.span, voice.span) > _MOSTLY and overlap(passage.other, other.span) > _MOSTLY
        for passage in reuse.passages
    )


def told(telling: Telling) -> Voice:
    """The telling as a voice."""
    claim = telling.claim
    return Voice(
        id=claim.id,
        document_id=claim.document_id,
        published=claim.published,
        publisher=telling.publisher,
        location=telling.location,
        span=claim.event.trigger,
        attribution=claim.attribution,
        sources=_sources(telling),
        polarity=claim.polarity,
        language=claim.language,
        numbers=tuple(side for each in claim.event.quantities for side in (each.low, each.high) if side is not None),
    )


def _sources(telling: Telling) -> tuple[str, ...]:
    """Those that the sentence names, where the claim is on the same word as the sentence; else the claim's own."""
    chain, statement = telling.claim.attribution, telling.statement
    told_so = statement.attribution if statement is not None else ()
    if statement is not None and chain and told_so and chain[-1].source == told_so[-1].source and statement.sources:
        return statement.sources
    return tuple(link.actor for link in chain[-1:] if link.actor is not None)


def echoed(echo: Echo, report: Report) -> Voice:
    """The echo as a voice, in the document of the report."""
    return Voice(
        id=echo.id,
        document_id=echo.statement.span.document_id,
        published=report.published,
        publisher=report.publisher,
        location=report.location,
        span=echo.statement.span,
        attribution=echo.statement.attribution,
        sources=echo.statement.sources,
        polarity=echo.polarity,
        language=echo.statement.language,
        numbers=echo.statement.numbers,
        is_echo=True,
    )


def overlap(outer: Span, inner: Span) -> float:
    """The part of the inner span that lies in the outer one, 0 to 1."""
    shared = min(outer.end, inner.end) - max(outer.start, inner.start)
    return max(0.0, shared / max(1, inner.end - inner.start))


def holds(outer: Span, inner: Span) -> bool:
    """Whether one span lies within another of the same document."""
    return outer.start <= inner.start and inner.end <= outer.end


def repeated(voice: Voice, other: Voice) -> Decimal | None:
    """The most telling number that both give, None where they share none but round or small ones.

    Two reports may count three dead or estimate 300 without knowing of each other; hardly 5.5 billion, or 1,141.
    """
    shared = [number for number in {*voice.numbers} & {*other.numbers} if _digits(number) > _BY_CHANCE]
    return max((each for each in shared if abs(each) >= _SMALL), key=_digits, default=None)


def _digits(number: Decimal) -> int:
    """Digits of a number without the zeros at its end."""
    return len(number.normalize().as_tuple().digits)
