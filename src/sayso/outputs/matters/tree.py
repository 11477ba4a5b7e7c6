"""An account in, its lineage as a tree of lines out: who retold whom, and what was lost on the way."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from sayso.corroboration.accounts import Account
from sayso.corroboration.records import Step, Voice
from sayso.outputs.claims.page import SHORT_ID
from sayso.outputs.display import isolated, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.matters.phrases import carrier, change_phrase, headline, quote_of
from sayso.outputs.terminal import DIM, printed

LONGEST_CHANGE = 120
"""Columns of the words before and after a change, of each: a quantity or a source, hardly ever as long as that."""


def write(account: Account, stream: TextIO, *, layout: Layout) -> None:
    """Write the tree under the headline of the matter, every voice with its sentence."""
    stream.write(printed(_blocks(account), layout))


def _blocks(account: Account) -> Iterator[RenderableType]:
    yield Text(headline(account), style="bold").append(
        f"  matter {account.matter.id[:SHORT_ID]}", style=f"not bold {DIM}"
    )
    yield drawn(account, with_quotes=True)


def drawn(account: Account, *, with_quotes: bool = False) -> Tree:
    """The tree: those who told it first at the left, under each who has it from there."""
    top = Tree("", hide_root=True, guide_style=DIM)
    voices = {voice.id: voice for voice in account.voices}
    made: dict[str, Tree] = {}
    for step in ordered(account.lineage.steps):
        above = made[step.parent] if step.parent is not None else top
        made[step.voice] = above.add(_line(step, voices, account, with_quote=with_quotes))
    return top


def ordered(steps: Iterable[Step]) -> list[Step]:
    """The steps with every parent before those who descend from it; each stands in the order of publication."""
    waiting, placed, found = list(steps), set[str](), list[Step]()
    while waiting:
        ready = [step for step in waiting if step.parent is None or step.parent in placed]
        if not ready:
            break  # a parent that is no step: nothing of it can be drawn
        found.extend(ready)
        placed.update(step.voice for step in ready)
        waiting = [step for step in waiting if step.voice not in placed]
    return found


def _line(step: Step, voices: Mapping[str, Voice], account: Account, *, with_quote: bool) -> Text:
    voice = voices[step.voice]
    line = Text().append(carrier(voice), style="bold" if with_quote else "")
    line.append("  denies it" if voice.polarity == "negated" else "").append(
        f"  {voice.id[:SHORT_ID]}", style=f"not bold {DIM}"
    )
    if step.parent is not None:
        line.append(f" ({step.reason}{'' if step.is_certain else ', likely'})", style=DIM)
    for change in step.changes:
        line.append("\n! ").append(change_phrase(change, limit=LONGEST_CHANGE), style="yellow")
    quote = quote_of(voice, account) if with_quote else None
    if quote is not None:
        line.append(f"\n“{isolated(visible(quote.quote))}”", style="not bold")
    return line
