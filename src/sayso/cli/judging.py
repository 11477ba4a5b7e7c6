"""What an analyst decides about a claim in, one more row in the ledger out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

import typer

from sayso.cli.choice import one_of
from sayso.cli.options import LedgerArgument
from sayso.codec import decode, encode
from sayso.errors import RecordError, SettingsError
from sayso.ledger import Ledger
from sayso.ledger.judging import VERDICTS
from sayso.records import Claim, Judgement
from sayso.vocab.frames import kinds
from sayso.vocab.scales import CERTAINTIES, MODALITIES, POLARITIES

_WORDS: Mapping[str, Iterable[str]] = {
    "kind": tuple(kinds()),
    "modality": MODALITIES,
    "polarity": POLARITIES,
    "certainty": CERTAINTIES,
}
"""Fields that hold one of a few words."""

_FIELDS = (*_WORDS, "roles", "quantities", "occurred", "place", "attribution")
"""Fields that can be put right, named as in the export."""

JUDGE_HELP = """Accept, correct, reject or merge a claim, or undo what was decided before.

Nothing is ever changed or removed: a judgement is a row of its own, with who gave it and when.

[bold]Examples[/bold]

  [cyan]sayso judge case.sayso 61c15ed371 accept --reviewer ana[/cyan]

  [cyan]sayso judge case.sayso 61c15ed371 correct --reviewer ana --set modality=done --note "see the table"[/cyan]

  [cyan]sayso judge case.sayso 61c15ed371 merge --reviewer ana --target 0b7d2f[/cyan]
  both say the same; the other claim stands for both

  [cyan]sayso judge case.sayso 61c15ed371 undo --reviewer ana[/cyan]
  takes back the last judgement that is not undone; --target names another
"""


@dataclass(frozen=True, slots=True)
class JudgeOptions:
    """What `sayso judge` may be told."""

    ledger: LedgerArgument
    claim: Annotated[str, typer.Argument(metavar="CLAIM", show_default=False, help="Id of a claim, or its beginning.")]
    verdict: Annotated[str, typer.Argument(metavar="|".join(VERDICTS), show_default=False, help="What you decide.")]
    reviewer: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="Who decides.")]
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None
    corrections: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="With correct: a field and what it should be; repeatable."),
    ] = None
    target: Annotated[
        str | None,
        typer.Option(metavar="ID", help="With merge: the claim that stays; with undo: the judgement taken back."),
    ] = None


def judge(options: JudgeOptions) -> None:
    """Keep the judgement and print its id."""
    verdict = one_of(options.verdict, VERDICTS, what="verdict")
    _check(options)
    with Ledger.open(options.ledger) as ledger:
        claim = ledger.claim(options.claim)
        kept = ledger.judge(
            Judgement(
                id="",
                claim_id=claim.id,
                verdict=verdict,
                reviewer=options.reviewer,
                at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
                note=options.note,
                correction=_correction(options),
                target=_target(options, ledger, claim),
            )
        )
    print(f"{kept.verdict} {kept.claim_id}: judgement {kept.id}")


def _check(options: JudgeOptions) -> None:
    if (options.verdict == "correct") != bool(options.corrections):
        raise SettingsError("--set FIELD=VALUE goes with correct, and correct needs it")
    if options.verdict == "merge" and options.target is None:
        raise SettingsError("merge needs --target, the claim that stays")
    if options.verdict not in ("merge", "undo") and options.target is not None:
        raise SettingsError("--target goes with merge and undo")


def _correction(options: JudgeOptions) -> str | None:
    """The fields put right as JSON; a value that is JSON itself (`null`, a number, a list) is taken as such."""
    if not options.corrections:
        return None
    fields = [each.partition("=")[::2] for each in options.corrections]
    return encode({one_of(field, _FIELDS, what="field"): _value(field, value) for field, value in fields}).decode()


def _value(field: str, value: str) -> object:
    if field in _WORDS:
        return one_of(value, _WORDS[field], what=field)
    try:
        return decode(value, object)
    except RecordError:
        return value


def _target(options: JudgeOptions, ledger: Ledger, claim: Claim) -> str | None:
    """The whole id of the claim merged into, or of the judgement undone: the last one that still holds."""
    if options.verdict == "merge":
        return ledger.claim(options.target or "").id
    if options.verdict != "undo" or options.target is not None:
        return options.target
    given = ledger.standing(claim).judgements
    undone = {each.target for each in given if each.verdict == "undo"}
    holding = [each.id for each in given if each.verdict != "undo" and each.id not in undone]
    if not holding:
        raise SettingsError(f"claim {claim.id} has no judgement that could be undone")
    return holding[-1]
