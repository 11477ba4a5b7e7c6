"""The origins behind the matters of a ledger in, a table for people or JSON Lines for machines out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from rich.table import Table
from rich.text import Text

from sayso.codec import encode
from sayso.corroboration.backing import Backing, Reteller
from sayso.outputs.display import isolated, shortened, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.matters.assessed import UNJUDGED, Assessed, rating
from sayso.outputs.matters.origin_phrases import own_name
from sayso.outputs.terminal import DIM, LABEL, printed

_SHOWN = 5
"""Retellers that a row names; JSON Lines have them all."""

_LONGEST_NAME = 40
_LEGEND = (
    "letter: reliability, A to E, F where nobody has judged; alone: matters that no other known origin tells; "
    "denied: matters that it speaks against; retold by: texts of others that have it from there"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackingForm:
    """An origin as exported: the fields of `Backing`, and the letter with who gave it, when and why."""

    kind: str
    actor: str | None
    names: tuple[str, ...]
    letter: str
    reviewer: str | None
    at: str | None
    reason: str | None
    matters: int
    alone: int
    denied: int
    retellers: tuple[Reteller, ...]


def backing_forms(backings: Iterable[Backing], judged: Assessed) -> tuple[BackingForm, ...]:
    """The origins with the letters that analysts gave them."""
    return tuple(_form(each, judged) for each in backings)


def write(origins: Iterable[BackingForm], stream: TextIO, *, layout: Layout) -> None:
    """Write the table, and below it what its columns mean."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=LABEL)
    for number, heading in enumerate(("letter", "origin", "matters", "alone", "denied", "retold by")):
        is_figure = heading in ("matters", "alone", "denied")
        table.add_column(heading, overflow="fold", justify="right" if is_figure else "left", no_wrap=number == 0)
    for each in origins:
        table.add_row(
            each.letter, _who(each), f"{each.matters:,}", f"{each.alone:,}", f"{each.denied:,}", _retold(each)
        )
    stream.write(printed((table, Text(), Text(_LEGEND, style=DIM)), layout))


def write_lines(origins: Iterable[BackingForm], stream: TextIO) -> None:
    """Write one JSON object per origin."""
    for each in origins:
        stream.write(encode(each).decode("utf-8") + "\n")


def _form(backing: Backing, judged: Assessed) -> BackingForm:
    given = rating(backing.actor, backing.names, judged=judged)
    return BackingForm(
        kind=backing.kind,
        actor=backing.actor,
        names=backing.names,
        letter=(given.letter if given else None) or UNJUDGED,
        reviewer=given.reviewer if given else None,
        at=given.at if given else None,
        reason=given.reason if given else None,
        matters=backing.matters,
        alone=backing.alone,
        denied=backing.denied,
        retellers=backing.retellers,
    )


def _who(origin: BackingForm) -> Text:
    text = Text(origin.actor or "", style="bold")
    name = (
        isolated(shortened(visible(own_name(origin.actor, origin.names[0])), limit=_LONGEST_NAME))
        if origin.names
        else ""
    )
    if name:
        text.append(f"\n{name}" if origin.actor else name, style="not bold")
    return text


def _retold(origin: BackingForm) -> str:
    more = ", …" if len(origin.retellers) > _SHOWN else ""
    named = (
        f"{isolated(shortened(visible(each.publisher), limit=_LONGEST_NAME))} {each.documents:,}"
        for each in origin.retellers[:_SHOWN]
    )
    return (", ".join(named) + more) or "nobody"
