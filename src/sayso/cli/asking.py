"""The filters of `sayso claims` in, the claims of a ledger that pass them out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

import typer

from sayso.cli.choice import by_name, one_of
from sayso.cli.destination import destination
from sayso.cli.filters import (
    ActorOption,
    FromOption,
    KindOption,
    PlaceOption,
    SpokenOption,
    TextOption,
    ToOption,
    check_actor,
    check_words,
)
from sayso.cli.options import ColorOption, LedgerArgument, OutputOption
from sayso.cli.reading import CLAIM_FORMAT_HELP
from sayso.cli.terminal import complain, layout, messages
from sayso.ledger import Filter, Ledger
from sayso.outputs.claims import CLAIM_EXPORTERS, Found
from sayso.vocab.scales import MODALITIES

CLAIMS_HELP = """Show the claims of a ledger that pass every filter given.

[bold]Examples[/bold]

  [cyan]sayso claims case.sayso --kind transfer[/cyan]
  who gives what to whom, on whose word

  [cyan]sayso claims case.sayso --actor RUS --from 2022-02 --to 2022[/cyan]
  what Russia, its bodies and its officeholders have to do with, from February to December 2022

  [cyan]sayso claims case.sayso --source USA --modality feared --text "missile*"[/cyan]
  what is feared in Washington about missiles
"""

_RunOption = Annotated[str | None, typer.Option(metavar="RUN", help="A run other than the latest; see sayso diff.")]
_MODALITY_HELP = f"How the event is presented: {', '.join(MODALITIES)}."


@dataclass(frozen=True, slots=True)
class ClaimsOptions:
    """What `sayso claims` may be told; a filter that is not given lets everything pass."""

    ledger: LedgerArgument
    actor: ActorOption = None
    kind: KindOption = None
    source: Annotated[
        str | None, typer.Option(metavar="WHO", help="On whose word: the id of an actor, or words of the source.")
    ] = None
    modality: Annotated[str | None, typer.Option(metavar="WORD", help=_MODALITY_HELP)] = None
    since: FromOption = None
    until: ToOption = None
    place: PlaceOption = None
    text: TextOption = None
    language: SpokenOption = None
    document: Annotated[str | None, typer.Option(metavar="DOCUMENT", help="Location or id of a document.")] = None
    run: _RunOption = None
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help=CLAIM_FORMAT_HELP)] = CLAIM_EXPORTERS[
        0
    ].name
    output: OutputOption = None
    color: ColorOption = None


def claims(options: ClaimsOptions) -> None:
    """Write the claims that pass; say so when there are none."""
    exporter = by_name(options.format, CLAIM_EXPORTERS)
    chosen = _filter(options)
    with Ledger.open(options.ledger, write=False) as ledger, destination(options.output) as stream:
        check_actor(options.actor, ledger)
        found = _Counted(by_document(ledger, chosen))
        exporter.write(found, stream, layout=layout(options.output, color=options.color))
    if not found.number:
        complain(messages(options.color), "no claim of the ledger passes the filter")


def by_document(ledger: Ledger, chosen: Filter) -> Iterator[Found]:
    """The claims that pass, those of one document together, as the ledger gives them."""
    for document_id, together in groupby(ledger.claims(chosen), key=lambda claim: claim.document_id):
        yield ledger.document(document_id), tuple(together)


class _Counted:
    """Documents passed on one by one and counted."""

    def __init__(self, found: Iterator[Found]) -> None:
        self._found = found
        self.number = 0

    def __iter__(self) -> Iterator[Found]:
        for each in self._found:
            self.number += 1
            yield each


def _filter(options: ClaimsOptions) -> Filter:
    """The filter; raises `SettingsError` for a word that can be told to be wrong without the ledger."""
    if options.modality is not None:
        one_of(options.modality, MODALITIES, what="modality")
    check_words(options.kind, options.language)
    return Filter(
        actor=options.actor,
        kind=options.kind,
        source=options.source,
        modality=options.modality,
        occurred_from=options.since,
        occurred_to=options.until,
        place=options.place,
        text=options.text,
        language=options.language,
        document=options.document,
        run=options.run,
    )
