"""Claims in, a table out: for people, one claim under the other, each with its sentence."""

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.outputs.claims.exporter import Found
from sayso.outputs.claims.page import SHORT_ID
from sayso.outputs.claims.phrases import AUTHOR, amount, manner, parties, things
from sayso.outputs.display import isolated, shortened, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.terminal import DIM, LABEL, printed
from sayso.records import Attribution, Claim, Role

name = "table"
description = "for people: one row per claim, with its sentence below"

_HEADINGS = ("who", "to or with", "what", "how, how much, when", "on whose word")
_SHARES = (15, 14, 16, 16, 15)
"""Columns of the terminal that each cell gets at a width of 80; on a wider one they grow in proportion."""

_GAP = 1
_LONGEST_WORDS = 40
"""Columns of the longest words shown in a cell; the sentence below holds the whole."""

_BREAKS = re.compile(r"(?<=[/-])")
"""Where an id that is wider than its cell is broken."""


def write(found: Iterable[Found], stream: TextIO, *, layout: Layout) -> None:
    """Write the head once, then every claim as it comes."""
    is_first = True
    for _, claims in found:
        for claim in claims:
            if is_first:
                stream.write(printed((_row([Text(each, style=LABEL) for each in _HEADINGS], layout), Text()), layout))
                is_first = False
            stream.write(printed(_blocks(claim, layout), layout))


def _blocks(claim: Claim, layout: Layout) -> Iterator[RenderableType]:
    doers, others = parties(claim)
    cells = [_parties(doers), _parties(others), _parties(things(claim)), _circumstances(claim)]
    yield _row([*cells, _sources(claim.attribution)], layout)
    head = Text().append(f"{claim.id[:SHORT_ID]} {claim.event.kind} ", style=DIM)
    yield Padding(head.append(f"“{isolated(visible(claim.provenance.evidence.quote))}”"), (0, 0, 1, 2))


def _circumstances(claim: Claim) -> Text:
    lines = [manner(claim), *(amount(each) for each in claim.event.quantities)]
    if claim.event.occurred:
        lines.append(claim.event.occurred.edtf)
    return Text("\n".join(lines))


def _row(cells: list[Text], layout: Layout) -> Table:
    room = layout.width - _GAP * (len(cells) - 1)
    table = Table.grid(padding=(0, _GAP, 0, 0))
    for share in _SHARES:
        table.add_column(width=share * room // sum(_SHARES), overflow="fold")
    table.add_row(*cells)
    return table


def _parties(roles: tuple[Role, ...]) -> Text:
    lines = Text()
    for role in roles:
        known = role.actor or role.good or role.effect
        words = _short(role.span.quote) if role.span else ""
        _add(lines, known, words)
    return lines


def _sources(links: tuple[Attribution, ...]) -> Text:
    lines = Text()
    for link in links:
        _add(lines, link.actor, _short(link.source.quote) if link.source else link.channel)
    return lines or Text(AUTHOR, style=DIM)


def _add(lines: Text, known: str | None, words: str) -> None:
    """One party: its id, then its words below unless they are the same; words alone when nobody is identified."""
    if lines:
        lines.append("\n")
    if known:
        lines.append(_broken(known), style="bold")
        if words and words != known:
            lines.append(f"\n{words}", style=DIM)
    else:
        lines.append(words or "–")


def _broken(known: str) -> str:
    """An id with line ends where it would not fit the narrowest cell."""
    lines = [""]
    for part in _BREAKS.split(known):
        if lines[-1] and len(lines[-1] + part) > min(_SHARES):
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _short(text: str) -> str:
    return isolated(shortened(visible(text), limit=_LONGEST_WORDS))
