"""The few things a test of corroboration cares about in, tellings and cases out."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.corroboration.cases import Case, Report, told
from sayso.corroboration.records import Credit, Reuse, Telling
from sayso.records import Attribution, Claim, Document, Quantity, Statement
from sayso.vocab.actors import Roster, open_roster
from tests.factories import amount, attributed, claim, document, role, span

SOLD = "North Korea sold arms to Russia for up to $5.5 billion, Seoul said."


def report(text: str = SOLD, *, name: str = "a", published: str | None = "2024-10-14") -> Document:
    """A document of one passage, with a location and a date of its own."""
    return replace(document(text, location=f"{name}.txt"), published=published, publisher=f"Paper {name}")


def sale(
    of: Document, *, trigger: str = "sold", source: str | None = None, actor: str | None = None, **event: object
) -> Claim:
    """That North Korea sold arms to Russia, as a document with these names in it says it."""
    made = claim(
        of,
        "transfer",
        trigger,
        role("giver", "PRK", span(of, "North Korea")),
        role("recipient", "RUS", span(of, "Russia")),
        role("good", None, span(of, "arms"), good="arms"),
    )
    if event:
        made = replace(made, event=replace(made.event, **event))  # type: ignore[arg-type]
    return made if source is None else attributed(made, span(of, source), actor=actor, cue=None)


def worth(of: Document, quote: str, low: str | None, high: str | None, unit: str = "USD") -> tuple[Quantity, ...]:
    """A quantity of the good at the words of the document."""
    return (amount(span(of, quote), low, high, unit),)


def telling(of: Document, made: Claim, *, statement: Statement | None = None) -> Telling:
    """The claim as its document tells it."""
    return Telling(claim=made, publisher=of.publisher, location=of.location, statement=statement)


def statement(
    of: Document, quote: str, *, actors: Sequence[str] = (), vector: bytes = b"", **rest: object
) -> Statement:
    """A sentence of a document, the author's own and affirmed unless it is said otherwise."""
    made = Statement(
        span=span(of, quote),
        language=of.language,
        vector=vector,
        polarity="affirmed",
        attribution=(),
        sources=(),
        actors=tuple(actors),
        numbers=(),
    )
    return replace(made, **rest)  # type: ignore[arg-type]


def link(of: Document, source: str | None, actor: str | None, channel: str = "said") -> Attribution:
    """One link of an attribution, without a cue."""
    return Attribution(source=None if source is None else span(of, source), actor=actor, cue=None, channel=channel)


def carrier(of: Document, *, outlet: str | None = None, credited: Sequence[Credit] = ()) -> Report:
    """What is known of the document as the carrier of a report."""
    return Report(
        document_id=of.id,
        location=of.location,
        publisher=of.publisher,
        outlet=outlet,
        is_agency=outlet in open_roster().agencies,
        published=of.published,
        credits=tuple(credited),
    )


def case(
    tellings: Sequence[Telling],
    reports: Sequence[Report] = (),
    *,
    reuses: Sequence[Reuse] = (),
    roster: Roster | None = None,
) -> Case:
    """A case of the tellings, with what is known of their documents."""
    return Case(
        voices=tuple(map(told, tellings)),
        reports={each.document_id: each for each in reports},
        reuses={(each.document_id, each.other_id): each for each in reuses},
        roster=roster or open_roster(),
    )
