"""What an analyst holds of a source, a letter, or of a matter, a number, in; one more row in the ledger out."""

from dataclasses import dataclass
from typing import Annotated

import typer

from sayso.cli.choice import unknown
from sayso.cli.filters import is_actor
from sayso.cli.finding import account_of
from sayso.cli.opening import existing
from sayso.cli.options import ActorsOption, LedgerArgument
from sayso.cli.terminal import complain, messages
from sayso.errors import SettingsError
from sayso.ledger import Credibility, Ledger, Rating
from sayso.ledger.content import folded
from sayso.ledger.crediting import DIGITS
from sayso.ledger.rating import LETTERS
from sayso.outputs.display import visible
from sayso.review.decisions import now
from sayso.review.register import Rated, Signed, credit
from sayso.review.register import rate as rate_source

_WITHDRAW = "withdraw"

RATE_HELP = """Say how reliable a source is, by a letter, or how credible a matter is, by a number.

Letters and numbers are those of the Admiralty code:

A completely reliable, B usually, C fairly, D not usually, E unreliable,
F cannot be judged.

1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable,
6 cannot be judged.

A number stands beside the one that is worked out and changes nothing else.
Every rating is kept as a row of its own; the last one not withdrawn holds.

[bold]Examples[/bold]

  [cyan]sayso rate case.sayso KOR B --reviewer ana --reason "right so far"[/cyan]

  [cyan]sayso rate case.sayso 61c15ed371 4 --reviewer ana --reason "another ship"[/cyan]
  the id of a matter, or of any claim in it

  [cyan]sayso rate case.sayso KOR withdraw --reviewer ana --reason "mixed up"[/cyan]

  [cyan]sayso rate case.sayso KOR[/cyan]
  every rating so far
"""


@dataclass(frozen=True, slots=True)
class RateOptions:
    """What `sayso rate` may be told."""

    ledger: LedgerArgument
    what: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE|MATTER", show_default=False, help="Id of an actor, name of a source, or id of a matter."
        ),
    ]
    mark: Annotated[
        str | None,
        typer.Argument(metavar="A-F|1-6|withdraw", show_default=False, help="The letter or number; none to see all."),
    ] = None
    reviewer: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so.")] = None
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None
    actors: ActorsOption = None


def rate(options: RateOptions) -> None:
    """Keep the letter or number and print its id; without either, print what was given so far."""
    if options.mark is None:
        _show(options)
        return
    mark = options.mark.upper() if len(options.mark) == 1 else options.mark
    if mark not in (*LETTERS, *map(str, DIGITS), _WITHDRAW):
        raise SettingsError(f"{options.mark!r} is no letter from A to F, no number from 1 to 6 and not {_WITHDRAW}")
    if not (options.reviewer or "").strip() or not (options.reason or "").strip():
        raise SettingsError("a rating needs --reviewer and --reason, since it stays in the ledger")
    with existing(options.ledger) as ledger:
        source = _source(options.what, ledger)
        if source is not None and mark not in map(str, DIGITS):
            kept = _rate(options, ledger, source, letter=None if mark == _WITHDRAW else mark)
        elif source is None and mark in LETTERS:
            raise SettingsError(_no_source(options.what, ledger))
        elif source is not None:
            raise SettingsError(f"{options.what} is a source, and a source is given a letter; a number is of a matter")
        else:
            kept = _credit(options, ledger, digit=None if mark == _WITHDRAW else int(mark))
    print(kept)


def _rate(options: RateOptions, ledger: Ledger, source: Rated, *, letter: str | None) -> str:
    """Keeps the letter, or withdraws the one that holds; what was kept."""
    kept = rate_source(ledger, source, letter=letter, signed=_signed(options))
    return f"{letter or 'withdrawn'} {visible(source.actor or source.name or '')}: rating {kept.id}"


def _credit(options: RateOptions, ledger: Ledger, *, digit: int | None) -> str:
    """Keeps the number, or withdraws the one that holds; what was kept."""
    matter = account_of(ledger, options.what, actors=options.actors).matter
    kept = credit(ledger, matter, digit=digit, signed=_signed(options))
    return f"{digit or 'withdrawn'} matter {matter.id}: credibility {kept.id}"


def _signed(options: RateOptions) -> Signed:
    return Signed(reviewer=options.reviewer or "", at=now(), reason=options.reason or "")


def _source(word: str, ledger: Ledger) -> Rated | None:
    """The source that is meant: an actor by its id, or somebody whom texts cite or who publishes them, by the name."""
    if is_actor(word, ledger):
        return Rated(actor=word, name=None)
    return Rated(actor=None, name=folded(word)) if folded(word) in _names(ledger) else None


def _names(ledger: Ledger) -> set[str]:
    cited = (each.name for each in ledger.sources())
    published = (document.publisher for document in ledger.documents())
    return {folded(each) for each in (*cited, *published) if each}


def _no_source(word: str, ledger: Ledger) -> str:
    return unknown(word, [*(each.actor for each in ledger.actors()), *sorted(_names(ledger))], what="source")


def _show(options: RateOptions) -> None:
    """Print every rating of the source, or every number of the matter, in the order of giving."""
    with Ledger.open(options.ledger, write=False) as ledger:
        source = _source(options.what, ledger)
        if source is not None:
            lines = [_rating_line(each) for each in ledger.register.history(actor=source.actor, name=source.name)]
        else:
            matter = account_of(ledger, options.what, actors=options.actors).matter
            ids = {each.claim.id for each in matter.tellings}
            given = ledger.register.credibilities()
            about = {each.id for each in given if ids & {*each.claim_ids}}
            lines = [_number_line(each) for each in given if each.id in about or each.withdraws in about]
    for line in lines:
        print(line)
    if not lines:
        complain(messages(), f"nobody has rated {options.what} yet")


def _rating_line(rating: Rating) -> str:
    mark = rating.letter or f"withdraws {rating.withdraws}"
    return f"{mark}  {rating.at}  {visible(rating.reviewer)}: {visible(rating.reason)}  {rating.id}"


def _number_line(given: Credibility) -> str:
    mark = str(given.digit) if given.digit else f"withdraws {given.withdraws}"
    return f"{mark}  {given.at}  {visible(given.reviewer)}: {visible(given.note)}  {given.id}"
