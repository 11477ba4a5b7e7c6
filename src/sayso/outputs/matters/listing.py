"""Accounts in, a table out: for people, one matter under the other, each with the sentence that told it first."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.corroboration.accounts import Account
from sayso.outputs.claims.page import SHORT_ID
from sayso.outputs.display import isolated, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.matters.phrases import headline, leading, origins_phrase
from sayso.outputs.terminal import DIM, LABEL, printed

_HEADINGS = ("matter", "texts", "origins", "against", "number", "latest")
_FIXED = (5, 13, 7, 6, 10)
_GAP = 2


def write(accounts: Iterable[Account], stream: TextIO, *, layout: Layout) -> None:
    """Write the head once, then every matter."""
    for number, each in enumerate(accounts):
        if not number:
            stream.write(printed((_row([Text(word, style=LABEL) for word in _HEADINGS], layout), Text()), layout))
        stream.write(printed(_blocks(each, layout), layout))


def _blocks(account: Account, layout: Layout) -> Iterator[RenderableType]:
    found = account.corroboration
    against = len(found.deniers) + account.contradictions
    yield _row(
        [
            Text(headline(account), style="bold"),
            Text(f"{account.documents:,}"),
            Text(origins_phrase(found) if found.certain else f"0 to {found.possible}"),
            Text(f"{against:,}" if against else "–"),
            Text(str(account.credibility.number)),
            Text(account.latest or "–"),
        ],
        layout,
    )
    words = Text().append(f"{account.matter.id[:SHORT_ID]} ", style=DIM)
    quote = leading(account).provenance.evidence.quote
    yield Padding(words.append(f"“{isolated(visible(quote))}”"), (0, 0, 1, 2))


def _row(cells: list[Text], layout: Layout) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(width=max(20, layout.width - sum(_FIXED) - _GAP * len(_FIXED)), overflow="fold")
    for width in _FIXED:
        table.add_column(width=width, overflow="fold")
    table.add_row(*cells)
    return table
