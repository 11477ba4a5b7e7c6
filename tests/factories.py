"""The few fields a test cares about in, valid records out."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sayso.records import (
    Alignment,
    Argument,
    Attribution,
    Chain,
    Claim,
    Document,
    Event,
    Mention,
    Passage,
    Period,
    Predicate,
    Provenance,
    Quantity,
    Reading,
    Role,
    Run,
    Sentence,
    Skipped,
    Span,
    Word,
)

READER = "hand"
VECTOR = bytes(range(256)) + bytes(128)

FIRED = """
North       PROPN  1   compound
Korea       PROPN  2   nsubj
fired       VERB   -1  root
two         NUM    4   nummod
missiles    NOUN   2   obj
on          ADP    6   case
Friday      PROPN  2   obl
.           PUNCT  2   punct
"""


def document(text: str = "North Korea fired two missiles on Friday.", *, location: str = "report.txt") -> Document:
    """A document that needed no repair, one passage long, in English."""
    runs = (Run(start=0, end=len(text), source_start=0, source_end=len(text)),) if text else ()
    return Document(
        id=hashlib.sha256(f"{location}\0{text}".encode()).hexdigest()[:16],
        location=location,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        language="en",
        repaired=text,
        alignment=Alignment(runs=runs),
        passages=(Passage(start=0, end=len(text), kind="body", language="en", garbled=0.0),),
        loader="text",
    )


def span(within: Document, quote: str) -> Span:
    """The span of the first place where `quote` stands in the document."""
    start = within.text.index(quote)
    return within.span(start, start + len(quote))


def mention(within: Document, quote: str, *, kind: str = "place", confidence: float = 0.97) -> Mention:
    """The name `quote` where it first stands in the document."""
    return Mention(span=span(within, quote), kind=kind, confidence=confidence, reader=READER)


def predicate(word: int, *arguments: tuple[str, int, int]) -> Predicate:
    """A predicate with its arguments as (role, first word, last word + 1)."""
    return Predicate(word=word, arguments=tuple(Argument(role=role, start=a, end=b) for role, a, b in arguments))


def words(within: Document, rows: str, *, start: int = 0) -> tuple[Word, ...]:
    """Words from lines of `form UPOS head relation`, found one after the other in the document from `start` on."""
    found, at = [], start
    for row in rows.strip().splitlines():
        form, upos, head, relation = row.split()
        at = within.text.index(form, at)
        word = Word(start=at, end=at + len(form), form=form, upos=upos, head=int(head), relation=relation)
        found.append(word)
        at += len(form)
    return tuple(found)


def sentence(
    within: Document,
    rows: str = FIRED,
    *,
    start: int = 0,
    predicates: Sequence[Predicate] = (),
    mentions: Sequence[Mention] = (),
) -> Sentence:
    """A sentence of the document from the rows of its words."""
    found = words(within, rows, start=start)
    return Sentence(
        span=within.span(found[0].start, found[-1].end),
        language=within.language,
        confidence=0.9,
        words=found,
        predicates=tuple(predicates),
        mentions=tuple(mentions),
        vector=VECTOR,
    )


def reading(
    of: Document, *sentences: Sentence, chains: Sequence[Chain] = (), skipped: Sequence[Skipped] = ()
) -> Reading:
    """A reading of the document; without sentences, of a document that is the one about missiles."""
    return Reading(
        document_id=of.id,
        reader=READER,
        reader_version="1",
        sentences=sentences or (fired(of),),
        chains=tuple(chains),
        skipped=tuple(skipped),
    )


def fired(within: Document) -> Sentence:
    """The sentence "North Korea fired two missiles on Friday." with its roles and names."""
    return sentence(
        within,
        predicates=[predicate(2, ("ARG0", 0, 2), ("ARG1", 3, 5), ("ARGM-TMP", 5, 7))],
        mentions=[mention(within, "North Korea")],
    )


def claim(within: Document, kind: str, trigger: str, *roles: Role, evidence: str | None = None) -> Claim:
    """A claim of the author's own, done, affirmed and certain; `evidence` is the whole text unless it is given.

    Use `dataclasses.replace` for the rest, and `attributed` for a source.
    """
    where = within.span(0, len(within.text)) if evidence is None else span(within, evidence)
    made_of = "\0".join((within.id, kind, trigger, where.quote, *(f"{each.role}={each.actor}" for each in roles)))
    return Claim(
        id=hashlib.sha256(made_of.encode()).hexdigest()[:16],
        document_id=within.id,
        language=within.language,
        published=within.published,
        event=Event(kind=kind, trigger=span(within, trigger), roles=roles),
        modality="done",
        polarity="affirmed",
        certainty="certain",
        attribution=(),
        confidence=0.75,
        provenance=Provenance(
            evidence=where,
            rule=f"trigger {trigger}",
            words=(span(within, trigger),),
            reader=READER,
            reader_version="1",
            vocabulary_version="1",
        ),
    )


def role(name: str, actor: str | None, at: Span | None = None, *, good: str | None = None) -> Role:
    """A role with the actor that fills it and the words that name it."""
    return Role(role=name, actor=actor, span=at, good=good)


def attributed(of: Claim, source: Span | None, *, actor: str | None, cue: Span | None, channel: str = "said") -> Claim:
    """The claim on the word of one more source, innermost, with an id of its own."""
    link = Attribution(source=source, actor=actor, cue=cue, channel=channel)
    made_of = f"{of.id}\0{actor}\0{source.quote if source else None}"
    return replace(of, id=hashlib.sha256(made_of.encode()).hexdigest()[:16], attribution=(*of.attribution, link))


def amount(at: Span, low: int | str | None, high: int | str | None, unit: str, *, of: str = "good") -> Quantity:
    """A stated quantity, not approximate."""
    return Quantity(
        of=of,
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        unit=unit,
        approximate=False,
        basis="stated",
        span=at,
    )


ARMS = (
    "The trade has grown. The New York Times said North Korea may have earned up to $5.5 billion "
    "from arms sales to Russia since 2022. Moscow denies it."
)


def arms_report(*, location: str = "arms.txt") -> Document:
    """A report of three sentences, the second of which holds the claim of `arms_claim`."""
    return document(ARMS, location=location)


def arms_claim(of: Document) -> Claim:
    """That North Korea possibly sold arms to Russia for at most 5.5 billion dollars, on the word of the newspaper."""
    sale = claim(
        of,
        "transfer",
        "sales",
        role("giver", "PRK", span(of, "North Korea")),
        role("recipient", "RUS", span(of, "Russia")),
        role("good", None, span(of, "arms"), good="arms"),
        evidence=of.text.split(". ")[1] + ".",
    )
    event = replace(
        sale.event,
        quantities=(amount(span(of, "up to $5.5 billion"), None, 5_500_000_000, "USD"),),
        occurred=Period(edtf="2022/..", basis="stated", span=span(of, "since 2022")),
    )
    times = span(of, "The New York Times")
    told = attributed(sale, times, actor="org/nyt", cue=span(of, "said"), channel="reported")
    return replace(told, event=event, modality="possible", certainty="possible")
