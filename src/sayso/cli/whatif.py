"""A ledger and changes in the little language in, what holds before and after them out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.case import (
    PAGE_FORMATS,
    SHOWN,
    AsOfOption,
    LimitOption,
    PageFormatOption,
    ReferenceOption,
    case_of,
    checked,
    write_page,
)
from sayso.cli.options import ActorsOption, ColorOption, LedgerArgument, OutputOption
from sayso.cli.parties import party_called
from sayso.errors import SettingsError

if TYPE_CHECKING:
    from sayso.system.scenarios.records import Change

WHATIF_HELP = """Show what would follow if something passed, no longer passed, or were known: bounds before and after.

Changes are written one a line, or parted by semicolons. What no claim says
and the question does not give stays unknown. The answer has bounds, how much
it would take that a statement no longer holds, and what would have to be
known to decide it. No number is a guess. Where a need is fixed, it is said
whether there is enough; and by signs alone, who would gain and who be harmed.

[bold]Examples[/bold]

  [cyan]sayso whatif case.sayso "add 0.64..2.06 bn USD/year RUS->PRK money"[/cyan]
  so much more from Russia to North Korea

  [cyan]sayso whatif case.sayso "exclude recorded; replace China->PRK oil by Russia"[/cyan]
  two changes, one after the other, by reports alone

  [cyan]sayso whatif case.sayso "test CHN share of PRK trade > 90%"[/cyan]
  how much trade with others it takes that the statement no longer holds

  [cyan]sayso whatif case.sayso --file changes.txt --format markdown[/cyan]
  changes from a file, in which # begins a comment

  [cyan]sayso whatif case.sayso "fix PRK need of oil = 4 m barrel/year; cut CHN->PRK oil"[/cyan]
  whether the oil that comes from others is enough

[bold]Words[/bold]: add, cut, change, replace, exclude, include, fix, test.
"""

_MOST_DRAWS = 1_000_000
"""JCGM 101:2008, 7.2.2: as many as give one or two figures for sure; they take seconds."""

_MOST_BYTES = 1_000_000
"""Of a file of changes; the longest written by hand has a few kilobytes."""


@dataclass(frozen=True, slots=True)
class WhatIfOptions:
    """What `sayso whatif` may be told."""

    ledger: LedgerArgument
    changes: Annotated[
        str | None,
        typer.Argument(metavar="CHANGES", show_default=False, help='Parted by semicolons: "cut CHN->PRK oil".'),
    ] = None
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Changes from a file, before those of the command line.")
    ] = None
    as_of: AsOfOption = None
    reference: ReferenceOption = True
    draws: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER", min=1, max=_MOST_DRAWS, show_default=False, help="Draw shares so often from their ranges."
        ),
    ] = None
    seed: Annotated[
        int, typer.Option(metavar="NUMBER", min=0, help="Seed of the draws: the same one, the same draws.")
    ] = 1
    limit: LimitOption = SHOWN
    format: PageFormatOption = PAGE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


def whatif(options: WhatIfOptions) -> None:
    """Write the answer."""
    # Here, because the libraries behind them take a second that --help should not.
    from sayso.outputs.system import whatif as page
    from sayso.outputs.system.forms import whatif as forms
    from sayso.system.influence.edges import edges
    from sayso.system.scenarios.answers import what_if
    from sayso.system.scenarios.language import parse_changes
    from sayso.system.scenarios.meaning import meanings
    from sayso.system.scenarios.sampled import sample

    roster = checked(options)
    changes = parse_changes(_text(options), resolve=lambda name: party_called(name, roster))
    if not changes:
        raise SettingsError('no change is given; write one as in sayso whatif LEDGER "cut CHN->PRK oil"')
    named = dict.fromkeys(party for change in changes for party in _parties(change))
    case = case_of(options, roster, recorded=named if options.reference else ())
    found = what_if(case.model, changes)
    parties = tuple(dict.fromkeys((*case.model.parties, *named)))
    beside = page.Beside(
        parties=parties,
        meanings=meanings(found, edges(case.testimonies), parties=frozenset(parties)),
        samples=sample(case.model, changes, seed=options.seed, draws=options.draws) if options.draws else None,
    )
    write_page(
        options,
        page.sheet(found, case.book, as_of=options.as_of, beside=beside),
        form=lambda: forms.form(found, case.book, as_of=options.as_of, beside=beside),
    )


def _text(options: WhatIfOptions) -> str:
    """The changes of the file, then those of the command line."""
    return "\n".join(filter(None, (_file(options.file) if options.file else "", options.changes)))


def _file(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SettingsError(f"{path} is too large for a file of changes: over {_MOST_BYTES:,} bytes")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is no text in UTF-8") from error


def _parties(change: "Change") -> Iterator[str]:
    """The parties that a change names."""
    from sayso.system.scenarios.records import Choose, Replace

    if not isinstance(change, Choose):
        yield change.subject.of
        if change.subject.partner is not None:
            yield change.subject.partner
        if isinstance(change, Replace):
            yield change.supplier
