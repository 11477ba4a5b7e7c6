"""Scores of claims in, a page for people or one JSON object for machines out."""

from collections.abc import Iterator
from typing import TextIO

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from sayso.codec import encode
from sayso.evaluation import Scores
from sayso.outputs.exporter import Layout
from sayso.outputs.terminal import DIM, LABEL, printed


def write_scores(scores: Scores, stream: TextIO, *, layout: Layout) -> None:
    """Write the headline rates, then slots and kinds."""
    stream.write(printed(_blocks(scores), layout))


def write_scores_object(scores: Scores, stream: TextIO) -> None:
    """Write all figures as one JSON object on one line."""
    stream.write(encode(scores).decode("utf-8") + "\n")


def _blocks(scores: Scores) -> Iterator[RenderableType]:
    yield Text(f"{scores.gold:,} gold claims, {scores.predicted:,} predicted")
    yield Text()
    rates = _table("", "precision", "recall", "F1")
    for label, each in (("found: kind and place", scores.found), ("whole: every main slot too", scores.whole)):
        rates.add_row(label, f"{each.precision:.3f}", f"{each.recall:.3f}", Text(f"{each.f1:.3f}", style="bold"))
    yield rates
    yield Text()
    slots = _table("slot, of the claims found", "right", "of")
    for slot in scores.slots:
        slots.add_row(slot.slot, f"{slot.right:.3f}", f"{slot.seen:,}")
    yield slots
    yield Text()
    kinds = _table("kind", "found", "gold", "predicted")
    for kind in scores.kinds:
        kinds.add_row(kind.kind, f"{kind.found:,}", f"{kind.gold:,}", f"{kind.predicted:,}")
    yield kinds
    yield Text("modality counts done and ongoing as one, modality_exact keeps them apart", style=DIM)


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=LABEL)
    table.add_column(first, min_width=28)
    for heading in others:
        table.add_column(heading, justify="right")
    return table
