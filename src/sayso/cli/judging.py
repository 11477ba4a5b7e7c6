"""What an analyst decides about a claim in, one more row in the ledger out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

import typer

from sayso.cli.choice import one_of
from sayso.cli.finding import account_of, claims_of
from sayso.cli.opening import existing
from sayso.cli.options import LedgerArgument
from sayso.cli.showing import ClaimArgument
from sayso.codec import decode, encode
from sayso.errors import RecordError, SettingsError
from sayso.ledger import Ledger
from sayso.ledger.judging import PAIRED, VERDICTS
from sayso.outputs.claims.form import LinkForm, OccurredForm, PlaceForm, QuantityForm, RoleForm
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

_FORMS: Mapping[str, type[object]] = {
    "roles": tuple[RoleForm, ...],
    "quantities": tuple[QuantityForm, ...],
    "occurred": OccurredForm,
    "place": PlaceForm,
    "attribution": tuple[LinkForm, ...],
}
"""Fields that hold JSON, and what the export writes there."""

_PREPOSITIONS = {"merge": "with", "split": "from"}

_MAY_BE_EMPTY = ("occurred", "place")

_FIELDS = (*_WORDS, *_FORMS)
"""Fields that can be put right, named as in the export."""

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
"""


@dataclass(frozen=True, slots=True)
class JudgeOptions:
    """What `sayso judge` may be told."""

    ledger: LedgerArgument
    claim: ClaimArgument
    verdict: Annotated[str, typer.Argument(metavar="|".join(VERDICTS), show_default=False, help="What you decide.")]
    reviewer: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="Who decides.")]
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None
    corrections: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="With correct: a field and what it should be; repeatable."),
    ] = None
    target: Annotated[
        str | None,
        typer.Option(metavar="ID", help="With merge and split: the other claim; with undo: the judgement taken back."),
    ] = None


def judge(options: JudgeOptions) -> None:
    """Keep the judgement and print its id."""
    verdict = one_of(options.verdict, VERDICTS, what="verdict")
    _check(options)
    with existing(options.ledger) as ledger:
        # To the millisecond, so that what was decided with one command can be told from what was with the next.
        at = now(timespec="milliseconds")
        for claim_id, target in _pairs(options, ledger, ledger.claim(options.claim)):
            kept = ledger.judge(
                Judgement(
                    id="",
                    claim_id=claim_id,
                    verdict=verdict,
                    reviewer=options.reviewer,
                    at=at,
                    note=options.note,
                    correction=_correction(options),
                    target=target,
                )
            )
            other = f" {_PREPOSITIONS[verdict]} {target}" if verdict in PAIRED else ""
            print(f"{kept.verdict} {kept.claim_id}{other}: judgement {kept.id}")


def now(*, timespec: str = "seconds") -> str:
    """The time of now as records have it: ISO, in UTC."""
    return datetime.now(UTC).isoformat(timespec=timespec).replace("+00:00", "Z")


def _check(options: JudgeOptions) -> None:
    if (options.verdict == "correct") != bool(options.corrections):
        raise SettingsError("--set FIELD=VALUE goes with correct, and correct needs it")
    if options.verdict == "merge" and options.target is None:
        raise SettingsError("merge needs --target, the other claim")
    if options.verdict not in (*PAIRED, "undo") and options.target is not None:
        raise SettingsError("--target goes with merge, split and undo")


def _correction(options: JudgeOptions) -> str | None:
    """The fields put right as JSON; raises `SettingsError` for what is no field with its value, since a row stays."""
    if not options.corrections:
        return None
    fields: dict[str, object] = {}
    for each in options.corrections:
        name, sign, value = each.partition("=")
        if not sign:
            raise SettingsError(f"--set takes FIELD=VALUE, and {each!r} has no =")
        field = one_of(name, _FIELDS, what="field")
        if field in fields:
            raise SettingsError(f"--set gives {field} twice")
        fields[field] = one_of(value, _WORDS[field], what=field) if field in _WORDS else _form(field, value)
    return encode(fields).decode()


def _form(field: str, value: str) -> object:
    """The value, if it is what the export could hold in the field, with nothing left out or added."""
    try:
        given = decode(value, object)
        if given is None and field in _MAY_BE_EMPTY:
            return None
        understood = decode(value, _FORMS[field])
    except RecordError as error:
        raise SettingsError(f"--set {field}= takes the JSON that the export has there: {error.__cause__}") from error
    if decode(encode(understood), object) != given:
        raise SettingsError(f"--set {field}= takes the JSON that the export has there, and this has a key besides")
    return given


def _pairs(options: JudgeOptions, ledger: Ledger, claim: Claim) -> Iterable[tuple[str, str | None]]:
    """Whole ids: which claim is judged, against what, one judgement each; None where it is about the claim alone.

    Without a target, a split goes against all claims of the matter, and an undo against all judgements that were given
    with the last one that holds. A merger goes against the splits between the two matters too.
    """
    if options.verdict in PAIRED and options.target is not None:
        target = ledger.claim(options.target).id
        between = _cuts_between(ledger, claim.id, target) if options.verdict == "merge" else ()
        return ((claim.id, target), *between)
    if options.verdict == "split":
        others = [each for each in _told_with(ledger, claim.id) if each != claim.id]
        if not others:
            raise SettingsError(f"claim {claim.id} is alone in its matter, so there is nothing to split it from")
        return [(claim.id, other) for other in others]
    if options.verdict != "undo" or options.target is not None:
        return ((claim.id, options.target),)
    holding = ledger.standing(claim).holding
    if holding is None:
        raise SettingsError(f"claim {claim.id} has no judgement that could be undone")
    return [(each.claim_id, each.id) for each in _given_with(holding, ledger)]


def _cuts_between(ledger: Ledger, claim_id: str, target: str) -> Iterable[tuple[str, str]]:
    """The splits that would keep a part of one matter from the other, but the one of these two claims."""
    cuts = [pair for pair in ledger.cuts() if {*pair} != {claim_id, target}]
    if not cuts:
        return ()
    mine, yours = _told_with(ledger, claim_id), _told_with(ledger, target)
    return [
        (one, other)
        for one, other in cuts
        if (one in mine and other in yours) or (one in yours and other in mine and mine != yours)
    ]


def _told_with(ledger: Ledger, claim_id: str) -> list[str]:
    return claims_of(account_of(ledger, claim_id, actors=None).matter)


def _given_with(holding: Judgement, ledger: Ledger) -> list[Judgement]:
    """The judgements that one command has given, of which this is one, but those undone since."""
    if holding.verdict not in PAIRED:
        return [holding]
    given = ledger.judgements()
    undone = {each.target for each in given if each.verdict == "undo"}
    command = (holding.verdict, holding.reviewer, holding.at, holding.note)
    return [
        each for each in given if (each.verdict, each.reviewer, each.at, each.note) == command and each.id not in undone
    ]
