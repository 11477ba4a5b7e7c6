"""The few fields a test cares about in, valid records out."""

import hashlib
from collections.abc import Sequence

from sayso.records import (
    Alignment,
    Argument,
    Chain,
    Document,
    Mention,
    Passage,
    Predicate,
    Reading,
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
