"""Claims in, plain text out: for people, the sentences of each report with what is claimed in them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TextIO

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.outputs.claims.exporter import Found
from sayso.outputs.claims.phrases import amount, manner, party_phrase, source_phrase
from sayso.outputs.display import isolated, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.terminal import DIM, LABEL, printed
from sayso.records import Claim, Document

name = "page"
description = "for people: each sentence with its claims"

SHORT_ID = 10
"""Characters of a claim's id that pages show; `sayso show` takes four or more where only one claim has them."""

_INDENT = 2
_KIND_COLUMNS = 10


def write(found: Iterable[Found], stream: TextIO, *, layout: Layout) -> None:
    """Write each document with its claims; one without claims says so."""
    for document, claims in found:
        stream.write(printed(_blocks(document, claims), layout))


def _blocks(document: Document, claims: tuple[Claim, ...]) -> Iterator[RenderableType]:
    yield Rule(Text(visible(document.location), style="bold"), align="left", characters="─", style=DIM)
    if document.title:
        yield Text(isolated(visible(document.title)), style="bold")
    number = f"{len(claims):,} claim{'' if len(claims) == 1 else 's'}" if claims else "no claims in this text"
    facts = (document.publisher, document.published or "publication date not stated", document.language, number)
    yield Text(" · ".join(visible(fact) for fact in facts if fact), style=DIM)
    yield Text()
    for _, together in groupby(claims, key=lambda claim: claim.provenance.evidence):
        yield _sentence(tuple(together))


def _sentence(claims: tuple[Claim, ...]) -> RenderableType:
    evidence = claims[0].provenance.evidence.quote
    body: list[RenderableType] = [Text(isolated(visible(evidence))), Text()]
    for claim in claims:
        body.extend((Padding(_claim(claim), (0, 0, 0, _INDENT)), Text()))
    return Group(*body)


def _claim(claim: Claim) -> Table:
    table = Table.grid(padding=0)
    table.add_column(width=_KIND_COLUMNS, style="bold")
    table.add_column(overflow="fold")
    table.add_row(claim.event.kind, _roles(claim))
    table.add_row("", _circumstances(claim))
    table.add_row("", _standing(claim))
    return table


def _roles(claim: Claim) -> Text:
    text = Text()
    for role in claim.event.roles:
        text.append("; " if text else "").append(f"{role.role} ", style=LABEL).append(party_phrase(role))
    return text or Text("nobody is named", style=DIM)


def _circumstances(claim: Claim) -> Text:
    event = claim.event
    parts = [f"{manner(claim)}, certainty {claim.certainty}"]
    parts.extend(amount(quantity) for quantity in event.quantities)
    if event.occurred:
        parts.append(f"when {event.occurred.edtf}")
    if event.place:
        country = f" ({event.place.country})" if event.place.country else ""
        parts.append(f"at {isolated(visible(event.place.name))}{country}")
    return Text(" · ".join(parts))


def _standing(claim: Claim) -> Text:
    text = Text().append("on the word of ", style=LABEL).append(source_phrase(claim))
    return text.append(f" · {claim.id[:SHORT_ID]} · confidence {claim.confidence:.2f}", style=DIM)
