"""Rows of reference data in, the same as claims of a document out, so that they stand beside what reports claim.

The document is the page of a state as the Factbook would print it: each entry on a line of its own, behind its heading.
Numbers are claimed as they are written (74, not 73.5 to 74.5): that is what the source says, and how a report that says
the same would be read.
"""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from hashlib import sha256

from sayso.corroboration.intervals import Interval
from sayso.records import (
    Alignment,
    Claim,
    Document,
    Event,
    Passage,
    Period,
    Provenance,
    Quantity,
    Role,
    Run,
    Span,
)
from sayso.system.records import Testimony
from sayso.system.reference.fields import FIELDS
from sayso.system.reference.rows import GRADES, Row, edition, page

ORIGIN = "USA/cia"
"""The one root of all rows: whoever repeats the Factbook repeats this agency."""

PUBLISHED = "2026"
"""Year of the last edition. The Factbook was changed all the time before, so that a row is older than this and nobody
knows by how much; its own year says what it is of."""

_READER = "factbook"
_DIGITS = 16


@cache
def document(state: str) -> Document:
    """The page of a state, empty where it has none: a line for each entry.

    >>> document("PRK").text.splitlines()[0]
    'Exports - partners: China 74%, Poland 3%, Senegal 3%, Angola 3%, Austria 3% (2023)'
    """
    lines = [f"{heading}{words}" for heading, words in _lines(state)]
    text = "\n".join(lines)
    passages, start = [], 0
    for line in lines:
        end = start + len(line)
        passages.append(Passage(start=start, end=end, kind="body", language="en", garbled=0.0))
        start = end + 1
    location = f"{edition().name}, {edition().edition}: {state}"
    run = Run(start=0, end=len(text), source_start=0, source_end=len(text))
    return Document(
        id=_digest(location, text),
        location=location,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        language="en",
        repaired=text,
        alignment=Alignment(runs=(run,) if text else ()),
        passages=tuple(passages),
        loader=_READER,
        title=f"{edition().name}: {state}",
        publisher=edition().publisher,
        published=PUBLISHED,
    )


@cache
def testimonies(state: str) -> tuple[Testimony, ...]:
    """What the page of a state claims, in its order; the fields that no kind of claim can say are left out.

    >>> found = testimonies("PRK")[0].claim
    >>> [role.actor for role in found.event.roles], found.event.quantities[0].of, found.event.quantities[0].low
    (['PRK', 'CHN'], 'recorded merchandise exports', Decimal('74'))
    """
    of = document(state)
    made = []
    for passage, entry in zip(of.passages, page(state), strict=True):
        for row in entry.rows:
            if row.about.kind is not None:
                made.append(_testimony(row, of, passage))
    return tuple(made)


def _lines(state: str) -> list[tuple[str, str]]:
    return [(f"{FIELDS[entry.field].label}: ", entry.words) for entry in page(state)]


def _testimony(row: Row, of: Document, passage: Passage) -> Testimony:
    claim = _claim(row, of, passage)
    named = (row.state,) if row.partner is None else (row.state, row.partner)
    return Testimony(
        claim=claim, matter_id=claim.id, origins=(ORIGIN,), named=named, location=of.location, kind="recorded"
    )


def _claim(row: Row, of: Document, passage: Passage) -> Claim:
    line = of.span(passage.start, passage.end)
    heading = of.span(passage.start, passage.start + len(row.about.label))
    start = passage.end - len(row.entry) + row.start
    words = of.span(start, start + len(row.quote))
    is_certain = row.grade == GRADES[0]
    return Claim(
        id=_digest(of.location, row.field, row.year, row.partner or "", row.quote),
        document_id=of.id,
        language="en",
        published=PUBLISHED,
        event=Event(
            kind=row.about.kind or "",
            trigger=heading,
            roles=_roles(row, heading, words),
            quantities=(_quantity(row, words),),
            occurred=Period(edtf=row.year, basis="stated", span=None),
        ),
        modality="ongoing",
        polarity="affirmed",
        certainty="certain" if is_certain else "probable",
        attribution=(),
        confidence=1.0,
        provenance=Provenance(
            evidence=line,
            rule=f"row of {row.field}",
            words=(words,),
            reader=_READER,
            reader_version=edition().edition,
            vocabulary_version=edition().edition,
        ),
    )


def _roles(row: Row, heading: Span, words: Span) -> tuple[Role, ...]:
    """Whose number it is, with the partner or the good; the state stands at the head of the page and has no words."""
    roles = [Role(role="actor", actor=row.state, span=None)]
    if row.partner is not None:
        name = words.quote.rpartition(" ")[0]
        roles.append(Role(role="partner", actor=row.partner, span=_cut(words, 0, len(name))))
    elif row.about.good is not None:
        roles.append(Role(role="good", actor=None, span=heading, good=row.about.good))
    return tuple(roles)


def _quantity(row: Row, words: Span) -> Quantity:
    name = 0 if row.partner is None else len(words.quote.rpartition(" ")[0]) + 1
    said = _said(row)
    return Quantity(
        of=row.about.whole,
        low=said.low,
        high=said.high,
        unit=row.about.unit,
        approximate=said.approximate,
        basis="stated",
        span=_cut(words, name, len(words.quote)),
    )


def _said(row: Row) -> Interval:
    """The number as written; 0% of a list is some trade under half a percent, and no statement that there is none."""
    return row.interval if row.partner is not None and row.written.high == Decimal(0) else row.written


def _cut(span: Span, start: int, end: int) -> Span:
    return replace(span, start=span.start + start, end=span.start + end, quote=span.quote[start:end])


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:_DIGITS]
