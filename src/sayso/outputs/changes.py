"""What two runs read differently in, pages for people or JSON Lines for machines out."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from sayso.codec import encode
from sayso.ledger import Change, Difference
from sayso.outputs.claims.phrases import manner, party_phrase, source_phrase
from sayso.outputs.display import isolated, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.terminal import DIM, LABEL, printed
from sayso.records import Claim, Document

Changed = tuple[Document, Difference]
"""A document with what changed in it."""


def write_changes(changes: Iterable[Changed], stream: TextIO, *, layout: Layout) -> None:
    """Write each document in which something changed, with `+`, `-` and `~` before what was added, removed, changed."""
    for document, difference in changes:
        if difference.added or difference.removed or difference.changed:
            stream.write(printed(_blocks(document, difference), layout))


def write_change_lines(changes: Iterable[Changed], stream: TextIO) -> None:
    """One JSON object per document, those in which nothing changed too."""
    for document, difference in changes:
        stream.write(encode({"document": document.location, "difference": difference}).decode("utf-8") + "\n")


def _blocks(document: Document, difference: Difference) -> Iterator[RenderableType]:
    yield Rule(Text(visible(document.location), style="bold"), align="left", characters="─", style=DIM)
    counts = (
        f"{len(difference.added)} added, {len(difference.removed)} removed, {len(difference.changed)} changed, "
        f"{difference.same} as before"
    )
    yield Text(counts, style=DIM)
    yield Text()
    for sign, claims, style in (("+", difference.added, "green"), ("-", difference.removed, "red")):
        for claim in claims:
            yield from _claim(sign, claim, style)
    for change in difference.changed:
        yield from _change(change)


def _claim(sign: str, claim: Claim, style: str) -> Iterator[RenderableType]:
    yield Text(f"{sign} ", style=f"bold {style}").append(_summary(claim), style="not bold default")
    yield Padding(Text(f"“{isolated(visible(claim.provenance.evidence.quote))}”", style=DIM), (0, 0, 1, 2))


def _change(change: Change) -> Iterator[RenderableType]:
    head = Text("~ ", style="bold yellow").append(", ".join(change.fields), style=f"not bold {LABEL}")
    yield head
    for label, claim in (("was", change.before), ("is ", change.after)):
        yield Padding(Text(f"{label} ", style=LABEL).append(_summary(claim), style="default"), (0, 0, 0, 2))
    evidence = isolated(visible(change.after.provenance.evidence.quote))
    yield Padding(Text(f"“{evidence}”", style=DIM), (0, 0, 1, 2))


def _summary(claim: Claim) -> str:
    roles = "; ".join(f"{role.role} {party_phrase(role)}" for role in claim.event.roles)
    when = f" · when {claim.event.occurred.edtf}" if claim.event.occurred else ""
    return f"{claim.event.kind} · {roles or 'nobody is named'} · {manner(claim)}{when} · {source_phrase(claim)}"
