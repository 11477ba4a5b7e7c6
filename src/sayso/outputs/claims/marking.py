"""A claim with its document in, the passage it stands in with every span of the claim marked out.

A mark is a pair of brackets with a label, `[giver North Korea]`, so that it can be read without colour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from sayso.outputs.display import collapsed
from sayso.outputs.terminal import DIM
from sayso.records import Claim, Document, Span

_STYLES = {"trigger": "bold yellow", "source": "bold magenta", "cue": "magenta", "quantity": "green", "when": "green"}
_PLACE_STYLE = "green"
_ROLE_STYLE = "bold blue"
_LABEL_STYLE = "cyan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of a claim and what it is there for: `trigger`, `source`, `cue`, `quantity`, `when`, `place` or a role."""

    label: str
    span: Span


def marks(claim: Claim) -> Iterator[Mark]:
    """Every span of the claim that fills one of its fields, in the order of the fields."""
    event = claim.event
    for number, link in enumerate(claim.attribution, start=1):
        suffix = "" if len(claim.attribution) == 1 else f" {number}"
        if link.source:
            yield Mark(label=f"source{suffix}", span=link.source)
        if link.cue:
            yield Mark(label=f"cue{suffix}", span=link.cue)
    yield Mark(label="trigger", span=event.trigger)
    for role in event.roles:
        if role.span:
            yield Mark(label=role.role, span=role.span)
    for quantity in event.quantities:
        yield Mark(label="quantity", span=quantity.span)
    if event.occurred and event.occurred.span:
        yield Mark(label="when", span=event.occurred.span)
    if event.place and event.place.span:
        yield Mark(label="place", span=event.place.span)


def marked_passage(document: Document, claim: Claim) -> Text:
    """The paragraphs that hold the claim's spans, with its marks; what is not evidence is dimmed.

    Marks nest. One that would cross another begins or ends outside it and is cut in two, so that no word loses a mark.
    """
    chosen = list(marks(claim))
    evidence = claim.provenance.evidence
    start, end = _surroundings(document, [evidence, *(mark.span for mark in chosen)])
    cuts = {start, end, evidence.start, evidence.end}
    cuts.update(edge for mark in chosen for edge in (mark.span.start, mark.span.end))
    edges = sorted(edge for edge in cuts if start <= edge <= end)
    text, is_open = Text(), list[Mark]()
    for at, following in zip(edges, [*edges[1:], end], strict=True):
        _close(text, is_open, at)
        _open(text, is_open, [mark for mark in chosen if mark.span.start <= at < mark.span.end])
        inside = evidence.start <= at < evidence.end
        style = _style(is_open[-1].label) if is_open else "" if inside else DIM
        text.append(collapsed(document.text[at:following]), style=style)
    return text


def _surroundings(document: Document, spans: Sequence[Span]) -> tuple[int, int]:
    """From the beginning of the first passage touched to the end of the last; where there is none, whole lines.

    A line is not a paragraph in a text that is wrapped.
    """
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    touched = [each for each in document.passages if each.start < last and first < each.end]
    if touched:
        return min(first, *(each.start for each in touched)), max(last, *(each.end for each in touched))
    start = document.text.rfind("\n", 0, first) + 1
    end = document.text.find("\n", last)
    return start, len(document.text) if end < 0 else end


def _close(text: Text, is_open: list[Mark], at: int) -> None:
    """Close the marks that end here, and those opened after them, which `_open` opens again."""
    ending = next((depth for depth, mark in enumerate(is_open) if mark.span.end <= at), len(is_open))
    while len(is_open) > ending:
        is_open.pop()
        text.append("]", style=_LABEL_STYLE)


def _open(text: Text, is_open: list[Mark], wanted: list[Mark]) -> None:
    """Open those not open yet, the longest first, so that the shorter ones stand inside."""
    for mark in sorted(wanted, key=lambda mark: -mark.span.end):
        if not any(mark is each for each in is_open):
            is_open.append(mark)
            text.append(f"[{mark.label} ", style=_LABEL_STYLE)


def _style(label: str) -> str:
    word = label.split()[0]
    return _PLACE_STYLE if word == "place" else _STYLES.get(word, _ROLE_STYLE)
