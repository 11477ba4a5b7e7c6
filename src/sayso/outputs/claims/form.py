"""A claim with its document in, the form in which claims leave the program out: the fields of the contract, in order.

Each field means what the record's field means; quantities have JSON numbers, whole ones without a fraction.
"""

from dataclasses import dataclass
from decimal import Decimal

from msgspec import UNSET, UnsetType

from sayso.records import Attribution, Claim, Document, Period, Place, Quantity, Role, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanForm:
    """A place in the text of the document with the words that stand there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleForm:
    """Who or what fills a role; `good` stands only with a good, `effect` only with an effect."""

    role: str
    actor: str | None
    span: SpanForm | None
    good: str | UnsetType | None = UNSET
    effect: str | UnsetType | None = UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityForm:
    """A number as understood, both limits inclusive, None for an open side."""

    of: str | None
    low: int | float | None
    high: int | float | None
    unit: str | None
    approximate: bool
    span: SpanForm


@dataclass(frozen=True, slots=True, kw_only=True)
class OccurredForm:
    """When the event happened or would happen."""

    edtf: str
    basis: str
    span: SpanForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceForm:
    """Where the event happened."""

    name: str
    country: str | None
    span: SpanForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkForm:
    """One link of an attribution."""

    source: SpanForm | None
    actor: str | None
    cue: SpanForm | None
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyForm:
    """The rule, entry or head that made the claim, the words it rests on, and the versions."""

    rule: str
    words: tuple[SpanForm, ...]
    reader: str
    reader_version: str
    vocabulary_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimForm:
    """A claim as exported; `document` is the location that the document was loaded from."""

    id: str
    document: str
    document_id: str
    language: str
    published: str | None
    kind: str
    trigger: SpanForm
    evidence: SpanForm
    roles: tuple[RoleForm, ...]
    quantities: tuple[QuantityForm, ...]
    occurred: OccurredForm | None
    place: PlaceForm | None
    modality: str
    polarity: str
    certainty: str
    attribution: tuple[LinkForm, ...]
    confidence: float
    why: WhyForm


def form(claim: Claim, document: Document) -> ClaimForm:
    """The claim in the form of the contract."""
    event, made = claim.event, claim.provenance
    return ClaimForm(
        id=claim.id,
        document=document.location,
        document_id=claim.document_id,
        language=claim.language,
        published=claim.published,
        kind=event.kind,
        trigger=span_form(event.trigger),
        evidence=span_form(made.evidence),
        roles=tuple(_role(each) for each in event.roles),
        quantities=tuple(_quantity(each) for each in event.quantities),
        occurred=_occurred(event.occurred) if event.occurred else None,
        place=_place(event.place) if event.place else None,
        modality=claim.modality,
        polarity=claim.polarity,
        certainty=claim.certainty,
        attribution=tuple(_link(each) for each in claim.attribution),
        confidence=claim.confidence,
        why=WhyForm(
            rule=made.rule,
            words=tuple(span_form(each) for each in made.words),
            reader=made.reader,
            reader_version=made.reader_version,
            vocabulary_version=made.vocabulary_version,
        ),
    )


def span_form(span: Span) -> SpanForm:
    """The span without its document."""
    return SpanForm(start=span.start, end=span.end, quote=span.quote)


def span_form_if_any(span: Span | None) -> SpanForm | None:
    """The span without its document, None for none."""
    return None if span is None else span_form(span)


def _occurred(period: Period) -> OccurredForm:
    return OccurredForm(edtf=period.edtf, basis=period.basis, span=span_form_if_any(period.span))


def _place(place: Place) -> PlaceForm:
    return PlaceForm(name=place.name, country=place.country, span=span_form_if_any(place.span))


def _role(role: Role) -> RoleForm:
    return RoleForm(
        role=role.role,
        actor=role.actor,
        span=span_form_if_any(role.span),
        good=role.good if role.role == "good" else UNSET,
        effect=role.effect if role.role == "effect" else UNSET,
    )


def _quantity(quantity: Quantity) -> QuantityForm:
    return QuantityForm(
        of=quantity.of,
        low=plain_number(quantity.low),
        high=plain_number(quantity.high),
        unit=quantity.unit,
        approximate=quantity.approximate,
        span=span_form(quantity.span),
    )


def plain_number(value: Decimal | None) -> int | float | None:
    """A number as JSON has it, whole ones without a fraction."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _link(link: Attribution) -> LinkForm:
    return LinkForm(
        source=span_form_if_any(link.source),
        actor=link.actor,
        cue=span_form_if_any(link.cue),
        channel=link.channel,
    )
