"""What an analyst decides about a claim in, one more row in the ledger out."""

from dataclasses import dataclass
from typing import Annotated

import typer

from sayso.cli.choice import one_of
from sayso.cli.finding import account_of, claims_of
from sayso.cli.opening import existing
from sayso.cli.options import ActorsOption, ColorOption, LedgerArgument
from sayso.codec import decode
from sayso.errors import RecordError, SettingsError
from sayso.ledger import Ledger
from sayso.ledger.judging import PAIRED, VERDICTS
from sayso.records import Judgement
from sayso.review.corrections import FIELDS, WORDS
from sayso.review.decisions import Decision, keep, now

_PREPOSITIONS = {"merge": "with", "split": "from"}

JUDGE_HELP = """Accept, correct or reject a claim, put it into a matter or out of it, or undo what was decided before.

Nothing is ever changed or removed: a judgement is a row of its own, with who gave it and when.

[bold]Examples[/bold]

  [cyan]sayso judge case.sayso 61c15ed371 accept --reviewer ana[/cyan]

  [cyan]sayso judge case.sayso 61c15ed371 correct --reviewer ana --set modality=done --note "see the table"[/cyan]

  [cyan]sayso judge case.sayso 61c15ed371 merge --reviewer ana --target 0b7d2f[/cyan]
  both tell of one matter, and so do those that are with them; of a matter give the id of any claim in it

  [cyan]sayso judge case.sayso 61c15ed371 split --reviewer ana[/cyan]
  the claim is taken out of its matter; with --target it is held apart from that claim alone

  [cyan]sayso judge case.sayso 61c15ed371 undo --reviewer ana[/cyan]
  takes back the last judgement that is not undone, and those given with it by
  one command; --target names another, and takes back that alone

  [cyan]sayso judge case.sayso 61c15ed371 correct --reviewer ana --set 'trigger={"quote": "sold"}'[/cyan]
  a place in the text may be given by its words alone, as they stand there

  [cyan]sayso judge case.sayso --queue --reviewer ana[/cyan]
  one claim after the other, those first on which most hangs and of which least
  is sure, with one key for each verdict
"""


@dataclass(frozen=True, slots=True)
class JudgeOptions:
    """What `sayso judge` may be told."""

    ledger: LedgerArgument
    reviewer: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="Who decides.")]
    claim: Annotated[
        str | None,
        typer.Argument(metavar="CLAIM", show_default=False, help="Id of a claim, or its first four signs or more."),
    ] = None
    verdict: Annotated[
        str | None, typer.Argument(metavar="|".join(VERDICTS), show_default=False, help="What you decide.")
    ] = None
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None
    corrections: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="With correct: a field and what it should be; repeatable."),
    ] = None
    target: Annotated[
        str | None,
        typer.Option(metavar="ID", help="With merge and split: the other claim; with undo: the judgement taken back."),
    ] = None
    queue: Annotated[bool, typer.Option("--queue", help="One claim after the other, with one key each.")] = False
    actors: ActorsOption = None
    color: ColorOption = None


def judge(options: JudgeOptions) -> None:
    """Keep the judgement and print its id, or go through the queue."""
    if options.queue:
        from sayso.cli.walking import walk  # here, because the libraries behind it take a second

        if any((options.claim, options.verdict, options.note, options.corrections, options.target)):
            raise SettingsError("--queue asks for every claim; it takes no claim, verdict, note, --set or --target")
        walk(options.ledger, reviewer=options.reviewer, actors=options.actors, color=options.color)
        return
    if options.claim is None or options.verdict is None:
        raise SettingsError("give the id of a claim and a verdict, or --queue to go from claim to claim")
    verdict = one_of(options.verdict, VERDICTS, what="verdict")
    corrections = None if not options.corrections else corrections_of(options.corrections)
    _check(options)
    with existing(options.ledger) as ledger:
        decision = Decision(
            claim_id=ledger.claim(options.claim).id,
            verdict=verdict,
            reviewer=options.reviewer,
            note=options.note,
            corrections=corrections,
            target=options.target,
        )
        # To the millisecond, so that what was decided with one command can be told from what was with the next.
        kept = keep(
            decision,
            ledger,
            told_with=lambda claim_id: _told_with(ledger, claim_id, options.actors),
            at=now(timespec="milliseconds"),
        )
    for each in kept:
        print(kept_line(each))


def kept_line(kept: Judgement) -> str:
    """What was kept, in one line."""
    other = f" {_PREPOSITIONS[kept.verdict]} {kept.target}" if kept.verdict in PAIRED else ""
    return f"{kept.verdict} {kept.claim_id}{other}: judgement {kept.id}"


def corrections_of(given: list[str]) -> dict[str, object]:
    """What `FIELD=VALUE` says, each field once; raises `SettingsError` for what is no field with its value."""
    found: dict[str, object] = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign:
            raise SettingsError(f"--set takes FIELD=VALUE, and {each!r} has no =")
        field = one_of(name, FIELDS, what="field")
        if field in found:
            raise SettingsError(f"--set gives {field} twice")
        found[field] = one_of(value, WORDS[field], what=field) if field in WORDS else _form(field, value)
    return found


def _check(options: JudgeOptions) -> None:
    """Says with the words of the command line what `keep` would say of the decision."""
    if (options.verdict == "correct") != bool(options.corrections):
        raise SettingsError("--set FIELD=VALUE goes with correct, and correct needs it")
    if options.verdict == "merge" and options.target is None:
        raise SettingsError("merge needs --target, the other claim")
    if options.verdict not in (*PAIRED, "undo") and options.target is not None:
        raise SettingsError("--target goes with merge, split and undo")


def _form(field: str, value: str) -> object:
    try:
        return decode(value, object)
    except RecordError as error:
        raise SettingsError(f"--set {field}= takes the JSON that the export has there: {error.__cause__}") from error


def _told_with(ledger: Ledger, claim_id: str, actors: str | None) -> list[str]:
    return claims_of(account_of(ledger, claim_id, actors=actors).matter)
