"""One claim with its document and judgements in, a page out: the passage marked, every field, and what made it."""

from collections.abc import Iterator
from typing import TextIO

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.ledger import Standing
from sayso.outputs.claims.marking import marked_passage
from sayso.outputs.claims.phrases import AUTHOR, amount, link_phrase, party_phrase
from sayso.outputs.display import isolated, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.terminal import DIM, LABEL, printed
from sayso.records import Claim, Document, Judgement, Span
from sayso.vocab.frames import kinds

_LABEL_COLUMNS = 16
_NOT_STATED = "not stated"


def write_passage(claim: Claim, stream: TextIO, *, document: Document, standing: Standing, layout: Layout) -> None:
    """Write the page of one claim; judgements about another reading of it are labelled as lapsed."""
    stream.write(printed(_blocks(claim, document, standing), layout))


def _blocks(claim: Claim, document: Document, standing: Standing) -> Iterator[RenderableType]:
    yield Text(f"claim {claim.id}", style="bold")
    facts = (visible(document.location), document.published or "publication date not stated", claim.language)
    yield Text(" · ".join(facts), style=DIM)
    yield Padding(marked_passage(document, claim), (1, 0, 1, 2))
    table = Table.grid(padding=0)
    table.add_column(width=_LABEL_COLUMNS, style=LABEL)
    table.add_column(overflow="fold")
    for label, value in (*_fields(claim), *_reasons(claim), *_judgements(standing)):
        table.add_row(label, value)
    yield table


def _fields(claim: Claim) -> Iterator[tuple[str, Text]]:
    event = claim.event
    yield "kind", Text(event.kind, style="bold").append(f"  {kinds()[event.kind].definition}", style="not bold")
    yield "trigger", _quoted(event.trigger)
    for role in event.roles:
        yield role.role, Text(party_phrase(role)).append(_at(role.span), style=DIM)
    for quantity in event.quantities:
        of = f" of {visible(quantity.of)}" if quantity.of else ""
        yield "quantity", Text(f"{amount(quantity)}{of}, {quantity.basis}: ").append(_quoted(quantity.span))
    when = event.occurred
    yield "when", Text(f"{when.edtf}, {when.basis}").append(_at(when.span), style=DIM) if when else Text(_NOT_STATED)
    place = event.place
    if place:
        country = f" ({place.country})" if place.country else ""
        yield "place", Text(f"{isolated(visible(place.name))}{country}").append(_at(place.span), style=DIM)
    yield "modality", Text(claim.modality)
    yield "polarity", Text(claim.polarity)
    yield "certainty", Text(f"{claim.certainty} (how sure the words are)")
    if not claim.attribution:
        yield "on the word of", Text(AUTHOR)
    for link in claim.attribution:
        cue = f", cue “{isolated(visible(link.cue.quote))}”" if link.cue else ""
        yield "on the word of", Text(f"{link_phrase(link)}, {link.channel}{cue}").append(_at(link.source), style=DIM)
    yield "confidence", Text(f"{claim.confidence:.2f} (how sure the reader is)")


def _reasons(claim: Claim) -> Iterator[tuple[str, Text]]:
    made = claim.provenance
    yield "why", Text(visible(made.rule))
    for span in made.words:
        yield "", _quoted(span)
    versions = f"{made.reader} {made.reader_version}, vocabulary {made.vocabulary_version}"
    yield "read by", Text(versions, style=DIM)


def _judgements(standing: Standing) -> Iterator[tuple[str, Text]]:
    yield from (("judgement", _judgement(each)) for each in standing.judgements)
    yield from (("lapsed", _judgement(each)) for each in standing.lapsed)


def _judgement(judgement: Judgement) -> Text:
    text = Text(f"{judgement.verdict} by {visible(judgement.reviewer)}, {judgement.at}", style="bold")
    for part in (judgement.note, judgement.correction, judgement.target and f"target {judgement.target}"):
        text.append(f" · {visible(part)}" if part else "", style="not bold")
    return text.append(f" · {judgement.id}", style=f"not bold {DIM}")


def _quoted(span: Span) -> Text:
    return Text(f"“{isolated(visible(span.quote))}”").append(_at(span), style=DIM)


def _at(span: Span | None) -> str:
    return f"  [{span.start}, {span.end})" if span else ""
