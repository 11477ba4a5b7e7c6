"""A ledger and a reviewer in, its claims on the terminal one after the other, a key each, and judgements out."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import click

from sayso import pipeline
from sayso.cli.configuration import roster_of
from sayso.cli.judging import corrections_of, kept_line
from sayso.cli.opening import existing
from sayso.cli.terminal import complain, layout, messages
from sayso.errors import SaysoError, SettingsError
from sayso.ledger import Ledger
from sayso.outputs.claims import write_passage
from sayso.review.corrections import FIELDS
from sayso.review.decisions import Decision, keep, now
from sayso.review.queue import queue

_KEYS = "a accept  c correct  r reject  s skip  u undo  j next  k previous  ? help  q quit"
_ENDS = ("q", "\x03", "\x04")
"""Keys that end the walk: besides `q` Ctrl-C and Ctrl-D, which a terminal without echo hands on as they are."""

_HELP = f"""a, c and r judge the claim and go on; s goes on without a word, and the claim comes round again.
u takes back the last judgement given here, else that of this claim, and shows its claim.
c asks for FIELD=VALUE, a line each, and an empty line at the end; fields: {", ".join(FIELDS)}.
A field with more than a word takes the JSON of the export; a place may be its words: trigger={{"quote": "sold"}}"""


@dataclass(slots=True)
class _Walk:
    """Where somebody is in the queue, and what was judged so far."""

    ledger: Ledger
    reviewer: str
    accounts: pipeline.Accounts
    order: list[str]
    at: int = 0
    given: list[str] = field(default_factory=list)

    @property
    def claim_id(self) -> str:
        return self.order[self.at]

    def move(self, by: int) -> None:
        self.at = (self.at + by) % len(self.order)


def walk(path: Path, *, reviewer: str, actors: str | None, color: bool | None) -> None:
    """Show claim after claim until the reviewer ends it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SettingsError("--queue needs a terminal; elsewhere give the id of a claim and a verdict")
    with existing(path) as ledger:
        accounts = pipeline.Accounts(ledger, roster=roster_of(actors))
        decided = {each for each, standing in accounts.standings.items() if standing.decision}
        rejected = (each for each in decided if ledger.standing(ledger.claim(each)).verdict == "reject")
        order = queue(accounts, rejected=map(ledger.claim, rejected)).ids(decided=decided)
        if not order:
            raise SettingsError("the ledger holds no claim to judge; read texts into it with sayso read --ledger")
        here = _Walk(ledger=ledger, reviewer=reviewer, accounts=accounts, order=order)
        is_shown = True
        while True:
            if is_shown:
                _show(here, color)
            key = click.getchar()
            if key in _ENDS:
                return
            is_shown = _follow(key, here)


def _show(here: _Walk, color: bool | None) -> None:
    claim = here.ledger.claim(here.claim_id)
    write_passage(
        claim,
        sys.stdout,
        document=here.ledger.document(claim.document_id),
        standing=here.ledger.standing(claim),
        layout=layout(None, color=color),
    )
    print(f"\n{here.at + 1} of {len(here.order)}.  {_KEYS}", flush=True)


def _follow(key: str, here: _Walk) -> bool:
    """Do what the key says; whether a claim is to be shown."""
    deeds: dict[str, Callable[[], bool]] = {
        "a": lambda: _judge(here, "accept"),
        "r": lambda: _judge(here, "reject"),
        "c": lambda: _correct(here),
        "u": lambda: _undo(here),
        "s": lambda: _go(here, 1),
        "j": lambda: _go(here, 1),
        "k": lambda: _go(here, -1),
    }
    if key not in deeds:
        print(_HELP if key == "?" else _KEYS, flush=True)
        return False
    try:
        return deeds[key]()
    except SaysoError as error:
        complain(messages(), str(error))
        return False


def _go(here: _Walk, by: int) -> bool:
    here.move(by)
    return True


def _judge(here: _Walk, verdict: str, corrections: dict[str, object] | None = None) -> bool:
    claim_id = here.claim_id
    _keep(here, Decision(claim_id=claim_id, verdict=verdict, reviewer=here.reviewer, corrections=corrections))
    here.given.append(claim_id)
    return _go(here, 1)


def _correct(here: _Walk) -> bool:
    lines = []
    print("FIELD=VALUE, an empty line ends:", flush=True)
    while line := sys.stdin.readline().strip():
        lines.append(line)
    if not lines:
        print("nothing to correct", flush=True)
        return False
    return _judge(here, "correct", corrections_of(lines))


def _undo(here: _Walk) -> bool:
    claim_id = here.given[-1] if here.given else here.claim_id
    _keep(here, Decision(claim_id=claim_id, verdict="undo", reviewer=here.reviewer))
    here.given = here.given[:-1]
    here.at = here.order.index(claim_id)
    return True


def _keep(here: _Walk, decision: Decision) -> None:
    for each in keep(decision, here.ledger, told_with=lambda claim_id: (claim_id,), at=now(timespec="milliseconds")):
        print(kept_line(each), flush=True)
