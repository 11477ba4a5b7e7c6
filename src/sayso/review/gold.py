"""A ledger with judgements in, the texts whose every claim was decided on, with the claims that hold, out: gold.

The form is that of gold files (`docs/claims.md`): a quote and which occurrence of it is meant, in the sentence of its
claim, or offsets where it stands outside of it. Line ends are those that a text file is read back with.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from msgspec import UNSET, UnsetType

from sayso.ledger import Ledger
from sayso.outputs.claims.form import plain_number
from sayso.records import Attribution, Claim, Document, Quantity, Role, Span
from sayso.review.corrections import as_judged

_PLAIN = re.compile(r"\w[\w .()-]{0,100}")
"""Names of files that no system takes amiss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpan:
    """Words and where they stand: the nth time in the evidence (the evidence in the text), or offsets in the text."""

    quote: str
    nth: int | UnsetType = UNSET
    start: int | UnsetType = UNSET
    end: int | UnsetType = UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRole:
    """Who or what fills a role."""

    role: str
    actor: str | None
    span: GoldSpan | None
    good: str | UnsetType | None = UNSET
    effect: str | UnsetType | None = UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuantity:
    """A number as understood."""

    of: str | None
    low: int | float | None
    high: int | float | None
    unit: str | None
    approximate: bool
    span: GoldSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLink:
    """One link of an attribution."""

    source: GoldSpan | None
    actor: str | None
    cue: GoldSpan | None
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A claim that analysts have accepted or put right."""

    kind: str
    trigger: GoldSpan
    evidence: GoldSpan
    roles: tuple[GoldRole, ...]
    quantities: tuple[GoldQuantity, ...]
    occurred: Mapping[str, str] | None
    place: Mapping[str, str | None] | None
    modality: str
    polarity: str
    certainty: str
    attribution: tuple[GoldLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFile:
    """One gold file; `published` is the date that relative dates were reckoned from."""

    document: str
    published: str | None
    language: str
    claims: tuple[GoldClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """A text and its gold file."""

    text: str
    file: GoldFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """The gold of a ledger; `begun` counts texts of which some claims were decided on and others were not."""

    texts: tuple[GoldText, ...]
    begun: int


def gold(ledger: Ledger) -> Gold:
    """The texts whose every claim was accepted, corrected or rejected, in the order of the ledger.

    A text without a claim is none of them: that nobody looked, and that there is nothing, cannot be told apart.
    """
    decided = {each: standing for each, standing in ledger.standings().items() if standing.decision}
    whole: list[tuple[Document, list[Claim]]] = []
    begun = 0
    for document_id, group in groupby(ledger.claims(), key=lambda claim: claim.document_id):
        claims = list(group)
        known = sum(claim.id in decided for claim in claims)
        begun += 0 < known < len(claims)
        if known == len(claims):
            judged = (as_judged(claim, decided[claim.id]) for claim in claims)
            whole.append((ledger.document(document_id), [claim for claim in judged if claim is not None]))
    names = _names([document for document, _ in whole])
    return Gold(
        texts=tuple(_text(document, claims, name=names[document.id]) for document, claims in whole), begun=begun
    )


def _names(documents: Sequence[Document]) -> dict[str, str]:
    """For each document the stem of its location, or its id where that is no name of a file or not its alone."""
    stems = {each.id: PurePath(each.location).stem for each in documents}
    often: dict[str, int] = {}
    for stem in stems.values():
        often[stem.casefold()] = often.get(stem.casefold(), 0) + 1
    return {own: stem if _PLAIN.fullmatch(stem) and often[stem.casefold()] == 1 else own for own, stem in stems.items()}


def _text(document: Document, claims: Sequence[Claim], *, name: str) -> GoldText:
    lines = _Lines(document.text)
    return GoldText(
        text=lines.text,
        file=GoldFile(
            document=name,
            published=document.published,
            language=document.language,
            claims=tuple(_claim(each, lines) for each in claims),
        ),
    )


class _Lines:
    """A text with the line ends that Python reads any with, and where its places are then."""

    def __init__(self, text: str) -> None:
        self._raw = text
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")

    def at(self, place: int) -> int:
        return place - self._raw.count("\r\n", 0, place)

    def span(self, span: Span, within: Span | None) -> GoldSpan:
        start, end = self.at(span.start), self.at(span.end)
        quote = self.text[start:end]
        low, high = (0, len(self.text)) if within is None else (self.at(within.start), self.at(within.end))
        if not low <= start < end <= high:
            return GoldSpan(quote=quote, start=start, end=end)
        return GoldSpan(quote=quote, nth=sum(1 for _ in _places(quote, self.text[low : start + len(quote) - 1])))

    def span_if_any(self, span: Span | None, within: Span) -> GoldSpan | None:
        return None if span is None else self.span(span, within)


def _places(quote: str, text: str) -> Iterator[int]:
    """Where the quote begins in the text, those that overlap among them."""
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _claim(claim: Claim, lines: _Lines) -> GoldClaim:
    event, evidence = claim.event, claim.provenance.evidence
    occurred, place = event.occurred, event.place
    return GoldClaim(
        kind=event.kind,
        trigger=lines.span(event.trigger, evidence),
        evidence=lines.span(evidence, None),
        roles=tuple(_role(each, lines, evidence) for each in event.roles),
        quantities=tuple(_quantity(each, lines, evidence) for each in event.quantities),
        occurred=None if occurred is None else {"edtf": occurred.edtf, "basis": occurred.basis},
        place=None if place is None else {"name": place.name, "country": place.country},
        modality=claim.modality,
        polarity=claim.polarity,
        certainty=claim.certainty,
        attribution=tuple(_link(each, lines, evidence) for each in claim.attribution),
    )


def _role(role: Role, lines: _Lines, evidence: Span) -> GoldRole:
    return GoldRole(
        role=role.role,
        actor=role.actor,
        span=lines.span_if_any(role.span, evidence),
        good=role.good if role.role == "good" else UNSET,
        effect=role.effect if role.role == "effect" else UNSET,
    )


def _quantity(quantity: Quantity, lines: _Lines, evidence: Span) -> GoldQuantity:
    return GoldQuantity(
        of=quantity.of,
        low=plain_number(quantity.low),
        high=plain_number(quantity.high),
        unit=quantity.unit,
        approximate=quantity.approximate,
        span=lines.span(quantity.span, evidence),
    )


def _link(link: Attribution, lines: _Lines, evidence: Span) -> GoldLink:
    return GoldLink(
        source=lines.span_if_any(link.source, evidence),
        actor=link.actor,
        cue=lines.span_if_any(link.cue, evidence),
        channel=link.channel,
    )
