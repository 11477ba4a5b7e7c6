"""One account in, a page out: for people, who stands behind a matter and why, who denies it, which numbers differ."""

from collections.abc import Iterator, Mapping
from typing import TextIO

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.corroboration.accounts import Account
from sayso.corroboration.records import Dependency, Origin, Voice
from sayso.corroboration.values import Comparison, Series
from sayso.outputs.claims.page import SHORT_ID
from sayso.outputs.display import isolated, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.matters import tree
from sayso.outputs.matters.phrases import carrier, headline, origin_name, origins_phrase, value_phrase
from sayso.outputs.terminal import DIM, LABEL, printed
from sayso.records import Statement

_INDENT = 2


def write(account: Account, stream: TextIO, *, layout: Layout) -> None:
    """Write the matter: its number and why, origins with reasons, deniers, values, lineage, and every sentence."""
    stream.write(printed(_blocks(account), layout))


def _blocks(account: Account) -> Iterator[RenderableType]:
    found, voices = account.corroboration, {voice.id: voice for voice in account.voices}
    reasons = {each.voice: each for each in found.dependencies}
    yield Rule(Text(headline(account), style="bold"), align="left", characters="─", style=DIM)
    yield Text(
        f"matter {account.matter.id[:SHORT_ID]}, {account.documents:,} texts, {account.latest or 'no date'}", style=DIM
    )
    yield Text()
    yield _fact("origins", origins_phrase(found))
    for origin in found.origins:
        yield _origin(origin, voices, reasons)
    yield _fact("denied by", "" if found.deniers else "nobody")
    for origin in found.deniers:
        yield _origin(origin, voices, reasons)
    number = account.credibility
    yield _fact("credibility", f"{number.number}, {number.word}: {number.rule}")
    yield Text()
    for series in account.lineup.series:
        yield from _series(series)
    yield Text("how it was retold", style=LABEL)
    yield Padding(tree.drawn(account), (0, 0, 1, _INDENT))
    yield Text("the sentences", style=LABEL)
    for voice in account.voices:
        yield _sentence(voice, account)


def _fact(label: str, words: str) -> Text:
    return Text().append(f"{label} ", style=LABEL).append(words)


def _origin(origin: Origin, voices: Mapping[str, Voice], reasons: Mapping[str, Dependency]) -> RenderableType:
    lines = Text().append(origin_name(origin), style="bold")
    if not origin.is_certain:
        lines.append(" (may be the same as another)", style=DIM)
    for voice in origin.voices:
        why = reasons[voice]
        lines.append(f"\n{carrier(voices[voice])}: ").append(f"{why.reason}, {why.said}", style=DIM)
    return Padding(lines, (0, 0, 0, _INDENT))


def _series(series: Series) -> Iterator[RenderableType]:
    what = " ".join(filter(None, (series.of, f"in {series.unit}" if series.unit else "")))
    yield _fact("numbers", what or "of no stated unit")
    table = Table.grid(padding=(0, 2, 0, 0))
    for value in series.values:
        words = "; ".join(dict.fromkeys(f"“{isolated(visible(each.span.quote))}”" for each in value.stated))
        table.add_row(value.said or "no date", value.origin or "unknown origin", value_phrase(value), words)
    yield Padding(table, (0, 0, 0, _INDENT))
    for each in series.comparisons:
        if each.relation not in ("same", "near"):
            yield Padding(_comparison(each), (0, 0, 0, _INDENT))
    if series.uncompared:
        yield Padding(Text(f"{series.uncompared:,} more values were not compared", style=DIM), (0, 0, 0, _INDENT))
    yield Text()


def _comparison(each: Comparison) -> Text:
    style = "bold" if each.relation == "contradiction" else DIM
    return (
        Text()
        .append(f"{each.relation}: ", style=style)
        .append(
            f"{value_phrase(each.earlier)} ({each.earlier.origin or 'unknown origin'}) "
            f"and {value_phrase(each.later)} ({each.later.origin or 'unknown origin'})"
        )
    )


def _sentence(voice: Voice, account: Account) -> RenderableType:
    told = next((each for each in account.matter.tellings if each.claim.id == voice.id), None)
    echo = next((each for each in account.matter.echoes if each.id == voice.id), None)
    quote = told.claim.provenance.evidence.quote if told else _quote(echo.statement if echo else None)
    mark = voice.id[:SHORT_ID] if told else "no claim read here, the sentence says the same"
    head = Text().append(f"{carrier(voice)} ", style="bold").append(f"{voice.polarity}, {mark}", style=DIM)
    return Padding(head.append(f"\n“{isolated(visible(quote))}”", style="not bold"), (0, 0, 1, _INDENT))


def _quote(statement: Statement | None) -> str:
    return statement.span.quote if statement else ""
