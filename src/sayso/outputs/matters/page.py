"""One account in, a page out: for people, who stands behind a matter and why, who denies it, which numbers differ."""

from collections.abc import Iterator
from typing import TextIO

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.corroboration.accounts import Account
from sayso.corroboration.records import Origin, Voice
from sayso.outputs.claims.page import SHORT_ID
from sayso.outputs.display import isolated, shortened, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.matters import tree
from sayso.outputs.matters.assessed import NOTHING_ASSESSED, UNJUDGED, Assessed, override_of, rating_of
from sayso.outputs.matters.numbers import number_blocks
from sayso.outputs.matters.origin_phrases import grounds_of, origin_name, origins_phrase
from sayso.outputs.matters.phrases import carrier, headline, leading, quote_of, sort_of
from sayso.outputs.terminal import DIM, LABEL, printed

_INDENT = 2
_LABEL_COLUMNS = 13
_LONGEST_REASON = 240
"""Columns of why a voice counts, which names a publisher: a field that may hold a page."""
_LETTERS = "(letter: reliability of the source, A to E, F not judged)"
_ECHOES = "(echo: says the same where no claim of it was read)"
_HINTS = "(hint: as likely says something else; it counts for what is possible alone)"


def write(account: Account, stream: TextIO, *, layout: Layout, judged: Assessed = NOTHING_ASSESSED) -> None:
    """Write the matter: its number and why, origins with reasons, deniers, values, lineage, and every sentence."""
    stream.write(printed(_blocks(account, judged), layout))


def _blocks(account: Account, judged: Assessed) -> Iterator[RenderableType]:
    yield Rule(Text(headline(account), style="bold"), align="left", characters="─", style=DIM)
    yield Text(f"“{isolated(visible(leading(account).provenance.evidence.quote))}”")
    yield Text()
    yield _facts(account, judged)
    yield Text()
    yield Text("independent origins", style=LABEL).append(f"  {_LETTERS}", style=DIM)
    yield from _side(account.corroboration.origins, account, judged)
    if account.corroboration.deniers:
        yield Text("denied by", style=LABEL)
        yield from _side(account.corroboration.deniers, account, judged)
    yield from number_blocks(account.lineup)
    yield Text("how it was retold", style=LABEL)
    yield Padding(tree.drawn(account), (0, 0, 1, _INDENT))
    yield Text("who says it", style=LABEL).append(f"  {_ECHOES}" if account.matter.echoes else "", style=DIM)
    for voice in account.voices:
        yield _sentence(voice, account)
    if account.hints:
        yield Text("what may say it too", style=LABEL).append(f"  {_HINTS}", style=DIM)
    for voice in account.hints:
        yield _sentence(voice, account)


def _facts(account: Account, judged: Assessed) -> Table:
    found, number = account.corroboration, account.credibility
    told = f"{account.documents:,} text{'' if account.documents == 1 else 's'}"
    dates = " to ".join(dict.fromkeys(filter(None, (account.earliest, account.latest)))) or "no date stated"
    table = Table.grid(padding=0)
    table.add_column(width=_LABEL_COLUMNS, style=LABEL)
    table.add_column(overflow="fold")
    table.add_row("matter", f"{account.matter.id[:SHORT_ID]}, told in {told}, {dates}")
    table.add_row("origins", origins_phrase(found))
    against = [f"denied by {len(found.deniers):,}"] if found.deniers else []
    against += [f"contradicted by {account.contradictions:,}"] if account.contradictions else []
    table.add_row("against", ", ".join(against) or "nobody")
    table.add_row("credibility", f"{number.number} {number.word}: {number.rule}")
    given = override_of(account.matter, judged)
    if given is not None:
        table.add_row("analyst", f"{given.digit}, {visible(given.reviewer)}, {given.at}: {visible(given.note)}")
    return table


def _side(origins: tuple[Origin, ...], account: Account, judged: Assessed) -> Iterator[RenderableType]:
    """The origins, each after its letter, with what rests on it and why."""
    for origin in origins:
        yield Padding(_origin(origin, account, judged), (0, 0, 0, _INDENT))
    yield Text()


def _origin(origin: Origin, account: Account, judged: Assessed) -> Table:
    given = None if origin.kind == "unknown" else rating_of(origin, judged)
    letter = (given.letter if given else None) or UNJUDGED
    lines = Text().append(origin_name(origin), style="bold")
    if origin.kind != "unknown" and not origin.is_certain:
        lines.append(", who may be the same as another", style=DIM)
    if given is not None:
        lines.append(f"\n{letter} by {visible(given.reviewer)}, {given.at}: {visible(given.reason)}", style=DIM)
    whys: dict[str, dict[str, None]] = {}
    for voice in (each for each in account.heard.values() if each.id in origin.voices):
        # A document may say it more than once.
        for ground in grounds_of(voice.id, account.corroboration, origin=origin):
            why = isolated(shortened(visible(ground.said), limit=_LONGEST_REASON))
            whys.setdefault(carrier(voice), {})[why] = None
    for where, reasons in whys.items():
        lines.append(f"\n{where}: ").append("; ".join(reasons), style=DIM)
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1, style="bold")
    table.add_column(overflow="fold")
    table.add_row(" " if origin.kind == "unknown" else letter, lines)
    return table


def _sentence(voice: Voice, account: Account) -> RenderableType:
    quote = quote_of(voice, account)
    said = "denies it, " if voice.polarity == "negated" and voice not in account.hints else ""
    mark = f"{sort_of(voice, account)} {voice.id[:SHORT_ID]}"
    head = Text().append(carrier(voice), style="bold").append(f"  {said}{mark}", style=f"not bold {DIM}")
    words = isolated(visible(quote.quote)) if quote else "not in the ledger"
    return Padding(head.append(f"\n“{words}”", style="not bold"), (0, 0, 1, _INDENT))
