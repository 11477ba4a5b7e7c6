"""Accounts that are denied or contradicted in, both sides side by side out; values by origin and date, no average."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.corroboration.accounts import Account
from sayso.corroboration.origins import asserted
from sayso.corroboration.values import Lineup
from sayso.outputs.claims.page import SHORT_ID
from sayso.outputs.display import isolated, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.matters.assessed import NOTHING_ASSESSED, UNJUDGED, Assessed, override_of, rating_of
from sayso.outputs.matters.numbers import number_blocks
from sayso.outputs.matters.origin_phrases import origin_name, origins_range
from sayso.outputs.matters.phrases import carrier, headline, quote_of
from sayso.outputs.terminal import DIM, LABEL, printed

_GAP = 3


def is_disputed(account: Account) -> bool:
    """Whether somebody denies the matter, or gives a number that cannot hold together with another's."""
    return bool(account.corroboration.deniers) or account.contradictions > 0


def write(accounts: Iterable[Account], stream: TextIO, *, layout: Layout, judged: Assessed = NOTHING_ASSESSED) -> None:
    """Write every matter with those who say it at the left and those who deny it at the right, then its numbers."""
    for each in accounts:
        stream.write(printed(_blocks(each, judged), layout))


def _blocks(account: Account, judged: Assessed) -> Iterator[RenderableType]:
    found, number = account.corroboration, account.credibility
    yield Rule(Text(headline(account), style="bold"), align="left", characters="─", style=DIM)
    given = override_of(account.matter, judged)
    rated = f", rated {given.digit} by {visible(given.reviewer)}" if given else ""
    yield Text(f"matter {account.matter.id[:SHORT_ID]}, {number.number} {number.word}{rated}", style=DIM)
    yield Text()
    if found.deniers:
        table = Table.grid(padding=(0, _GAP, 0, 0), expand=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        said, denied = _side(account, judged, is_denial=False), _side(account, judged, is_denial=True)
        heads = (f"told, origins {origins_range(found)}", f"denied, origins {len(found.deniers):,}")
        table.add_row(*(Text(head, style=LABEL) for head in heads))
        table.add_row(Group(*said), Group(*denied))
        yield table
    if account.contradictions:
        lineup = Lineup(series=tuple(each for each in account.lineup.series if each.disagreements), denials=())
        yield from number_blocks(lineup)


def _side(account: Account, judged: Assessed, *, is_denial: bool) -> Iterator[RenderableType]:
    """The origins of one side after their letters, then its sentences."""
    found = account.corroboration
    for origin in found.deniers if is_denial else found.origins:
        given = None if origin.kind == "unknown" else rating_of(origin, judged)
        letter = "" if origin.kind == "unknown" else f"{(given.letter if given else None) or UNJUDGED} "
        yield Text(f"{letter}{origin_name(origin)}", style="bold")
    yield Text()
    polarity = asserted(account.voices)
    for voice in account.voices:
        if (voice.polarity != polarity) == is_denial:
            quote = quote_of(voice, account)
            words = isolated(visible(quote.quote)) if quote else ""
            yield Text().append(carrier(voice), style=DIM).append(f"\n“{words}”\n")
