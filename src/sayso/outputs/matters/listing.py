"""Accounts in, a list out: for people, one matter under the other, each with the sentence that told it first."""

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
from sayso.outputs.matters.assessed import NOTHING_ASSESSED, Assessed, override_of
from sayso.outputs.matters.origin_phrases import origins_range
from sayso.outputs.matters.phrases import headline, leading
from sayso.outputs.terminal import DIM, LABEL, printed

_COLUMNS = (("texts", 5, "right"), ("origins", 8, "right"), ("against", 7, "right"), ("credibility", 25, "left"))
_GAP = 2
_INDENT = 2
_LEGEND = (
    "origins: independent ones, those known to those possible; against: origins that deny or contradict it; "
    "credibility: 1 confirmed to 5 improbable, 6 cannot be judged. Each in full: sayso matter LEDGER ID"
)


def write(accounts: Iterable[Account], stream: TextIO, *, layout: Layout, judged: Assessed = NOTHING_ASSESSED) -> None:
    """Write the head once, then every matter, then what the columns mean; nothing where there are none."""
    number = 0
    for number, each in enumerate(accounts, start=1):
        if number == 1:
            stream.write(printed((_head(), Text()), layout))
        stream.write(printed((*entry(each, judged), Text()), layout))
    if number:
        stream.write(printed((Text(_LEGEND, style=DIM),), layout))


def entry(account: Account, judged: Assessed) -> Iterator[RenderableType]:
    """What a list says of one matter: figures, what it is, and its sentence."""
    found, number = account.corroboration, account.credibility
    against = len(found.deniers) + account.contradictions
    cells = (
        f"{account.documents:,}",
        origins_range(found),
        f"{against:,}" if against else "none",
        f"{number.number} {number.word}",
        account.latest or "no date",
        account.matter.id[:SHORT_ID],
    )
    yield _row([Text(each) for each in cells])
    lines = Text(headline(account), style="bold")
    given = override_of(account.matter, judged)
    if given is not None:
        lines.append(f"\nrated {given.digit} by {visible(given.reviewer)}: {visible(given.note)}", style="not bold")
    quote = isolated(visible(leading(account).provenance.evidence.quote))
    lines.append(f"\n“{quote}”", style="not bold")
    yield Padding(lines, (0, 0, 0, _INDENT))


def _head() -> Table:
    return _row([Text(word, style=LABEL) for word in (*(name for name, _, _ in _COLUMNS), "latest", "matter")])


def _row(cells: list[Text]) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0))
    for _, width, side in _COLUMNS:
        table.add_column(width=width, justify="right" if side == "right" else "left", overflow="fold")
    table.add_column(width=len("2024-02-29"))
    table.add_column(width=SHORT_ID)
    table.add_row(*cells)
    return table
