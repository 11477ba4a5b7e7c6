"""Counts of a ledger in, tables for people or JSON Lines for machines out: who is cited, and who takes part."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.table import Table
from rich.text import Text

from sayso.codec import encode
from sayso.ledger import ActorCount, Count, SourceCount
from sayso.outputs.display import isolated, shortened, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.terminal import DIM, LABEL, printed

_SHOWN = 4
"""Kinds, roles or channels that a row names; JSON Lines have them all."""

_LONGEST_NAME = 30
_UNNAMED = "not named"


def write_sources(counts: Iterable[SourceCount], stream: TextIO, *, layout: Layout) -> None:
    """Who is cited, how often, in how many documents, how and for what."""
    rows = [
        (_who(each.actor, each.name), each.claims, each.documents, _named(each.channels), _named(each.kinds))
        for each in counts
    ]
    _write(("source", "claims", "texts", "how", "for what"), rows, stream, layout=layout)


def write_actors(counts: Iterable[ActorCount], stream: TextIO, *, layout: Layout) -> None:
    """Who takes part, how often, in how many documents, as what and in what."""
    rows = [
        (_who(each.actor, None), each.claims, each.documents, _named(each.roles), _named(each.kinds)) for each in counts
    ]
    _write(("actor", "claims", "texts", "as", "in"), rows, stream, layout=layout)


def write_lines(counts: Iterable[SourceCount] | Iterable[ActorCount], stream: TextIO) -> None:
    """One JSON object per source or actor."""
    for each in counts:
        stream.write(encode(each).decode("utf-8") + "\n")


def _write(
    headings: Sequence[str], rows: Iterable[tuple[Text, int, int, str, str]], stream: TextIO, *, layout: Layout
) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=LABEL)
    for number, heading in enumerate(headings):
        table.add_column(heading, overflow="fold", justify="right" if number in (1, 2) else "left")
    for who, claims, documents, how, what in rows:
        table.add_row(who, f"{claims:,}", f"{documents:,}", how, what)
    stream.write(printed((table,), layout))


def _who(actor: str | None, name: str | None) -> Text:
    text = Text(actor or "", style="bold")
    if name or not actor:
        shown = isolated(shortened(visible(name), limit=_LONGEST_NAME)) if name else _UNNAMED
        text.append(f"\n{shown}" if actor else shown, style=f"not bold {DIM}")
    return text


def _named(counts: Sequence[Count]) -> str:
    more = ", …" if len(counts) > _SHOWN else ""
    return ", ".join(f"{each.name} {each.claims}" for each in counts[:_SHOWN]) + more
