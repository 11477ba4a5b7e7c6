"""An account in, its lineage as a tree of lines out: who retold whom, and what was lost on the way."""

from collections.abc import Iterable
from typing import TextIO

from rich.text import Text
from rich.tree import Tree

from sayso.corroboration.accounts import Account
from sayso.corroboration.records import Step
from sayso.outputs.exporter import Layout
from sayso.outputs.matters.phrases import carrier, change_phrase, headline
from sayso.outputs.terminal import DIM, printed


def write(account: Account, stream: TextIO, *, layout: Layout) -> None:
    """Write the tree under the headline of the matter."""
    stream.write(printed((Text(headline(account), style="bold"), drawn(account)), layout))


def drawn(account: Account) -> Tree:
    """The tree: those who told it first at the left, under each who has it from there."""
    top = Tree("", hide_root=True, guide_style=DIM)
    made: dict[str, Tree] = {}
    for step in ordered(account.lineage.steps):
        above = made[step.parent] if step.parent is not None else top
        made[step.voice] = above.add(_line(step, account))
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


def _line(step: Step, account: Account) -> Text:
    voice = next(each for each in account.voices if each.id == step.voice)
    line = Text().append(carrier(voice))
    if step.parent is not None:
        line.append(f" ← {step.reason}{'' if step.is_certain else ', likely'}", style=DIM)
    for change in step.changes:
        line.append("\n").append(change_phrase(change), style="yellow")
    return line
