"""Two actors that an analyst holds to be one in, one more row in the ledger out."""

from dataclasses import dataclass
from typing import Annotated

import typer

from sayso.cli.filters import is_actor
from sayso.cli.opening import existing
from sayso.cli.options import LedgerArgument
from sayso.cli.terminal import complain, messages
from sayso.errors import SettingsError
from sayso.ledger import Identity, Ledger
from sayso.outputs.display import visible
from sayso.review.decisions import now
from sayso.review.register import Signed, identify

_WITHDRAW = "withdraw"

SAME_HELP = """Say that one actor is another, or take that back: what is told of the one is told of the other.

A reader makes an actor of every name that it does not know. Claims keep the
id that they were read with; matters, parties and the system have the other.
That one mention is somebody else, is a correction of its claim.

[bold]Examples[/bold]

  [cyan]sayso same case.sayso org/wagner-group org/wagner --reviewer ana --reason "two names"[/cyan]

  [cyan]sayso same case.sayso org/wagner-group withdraw --reviewer ana --reason "mixed up"[/cyan]

  [cyan]sayso same case.sayso[/cyan]
  everything said so far
"""


@dataclass(frozen=True, slots=True)
class SameOptions:
    """What `sayso same` may be told."""

    ledger: LedgerArgument
    actor: Annotated[
        str | None, typer.Argument(metavar="ACTOR", show_default=False, help="Id of an actor; none to see all.")
    ] = None
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER|withdraw", show_default=False, help="Id of the actor that it is.")
    ] = None
    reviewer: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so.")] = None
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None


def same(options: SameOptions) -> None:
    """Keep it and print its id; without actors, print what was said so far."""
    if options.actor is None:
        _show(options)
        return
    if options.other is None:
        raise SettingsError(f"give the actor that {options.actor} is, or {_WITHDRAW}")
    if not (options.reviewer or "").strip() or not (options.reason or "").strip():
        raise SettingsError("it needs --reviewer and --reason, since it stays in the ledger")
    with existing(options.ledger) as ledger:
        if not is_actor(options.actor, ledger):
            raise SettingsError(f"the ledger has no actor {options.actor!r}; sayso actors shows those it has")
        kept = identify(
            ledger,
            options.actor,
            same_as=None if options.other == _WITHDRAW else options.other,
            signed=Signed(reviewer=options.reviewer or "", at=now(), reason=options.reason or ""),
        )
    print(f"{_said(kept)}: {kept.id}")


def _show(options: SameOptions) -> None:
    with Ledger.open(options.ledger, write=False) as ledger:
        given = ledger.register.identities()
    for each in given:
        print(f"{_said(each)}  {each.at}  {visible(each.reviewer)}: {visible(each.reason)}  {each.id}")
    if not given:
        complain(messages(), "nobody has said of any actor that it is another")


def _said(identity: Identity) -> str:
    return f"{identity.actor} {'is ' + identity.same_as if identity.same_as else f'withdraws {identity.withdraws}'}"
