"""A line of `sayso export --format jsonl` in, the claim that it was written from out.

Two things do not come back: a number has as many digits as JSON numbers keep, some sixteen, and whether it was stated
or inferred is not in the form; `basis` is `stated`.
"""

from decimal import Decimal

from msgspec import UNSET, UnsetType

from sayso.codec import decode
from sayso.outputs.claims.form import ClaimForm, LinkForm, OccurredForm, PlaceForm, QuantityForm, RoleForm, SpanForm
from sayso.records import Attribution, Claim, Event, Period, Place, Provenance, Quantity, Role, Span


def claim_of(line: bytes | str) -> Claim:
    """The claim of a line; raises `RecordError` when it holds none."""
    form = decode(line, ClaimForm)
    within, why = form.document_id, form.why
    return Claim(
        id=form.id,
        document_id=within,
        language=form.language,
        published=form.published,
        event=Event(
            kind=form.kind,
            trigger=_span(form.trigger, within),
            roles=tuple(_role(each, within) for each in form.roles),
            quantities=tuple(_quantity(each, within) for each in form.quantities),
            occurred=None if form.occurred is None else _period(form.occurred, within),
            place=None if form.place is None else _place(form.place, within),
        ),
        modality=form.modality,
        polarity=form.polarity,
        certainty=form.certainty,
        attribution=tuple(_link(each, within) for each in form.attribution),
        confidence=form.confidence,
        provenance=Provenance(
            evidence=_span(form.evidence, within),
            rule=why.rule,
            words=tuple(_span(each, within) for each in why.words),
            reader=why.reader,
            reader_version=why.reader_version,
            vocabulary_version=why.vocabulary_version,
        ),
    )


def _span(form: SpanForm, within: str) -> Span:
    return Span(document_id=within, start=form.start, end=form.end, quote=form.quote)


def _span_if_any(form: SpanForm | None, within: str) -> Span | None:
    return None if form is None else _span(form, within)


def _period(form: OccurredForm, within: str) -> Period:
    return Period(edtf=form.edtf, basis=form.basis, span=_span_if_any(form.span, within))


def _place(form: PlaceForm, within: str) -> Place:
    return Place(name=form.name, country=form.country, span=_span_if_any(form.span, within))


def _role(form: RoleForm, within: str) -> Role:
    return Role(
        role=form.role,
        actor=form.actor,
        span=_span_if_any(form.span, within),
        good=_if_set(form.good),
        effect=_if_set(form.effect),
    )


def _if_set(value: str | UnsetType | None) -> str | None:
    return None if value is UNSET else value


def _quantity(form: QuantityForm, within: str) -> Quantity:
    return Quantity(
        of=form.of,
        low=_number(form.low),
        high=_number(form.high),
        unit=form.unit,
        approximate=form.approximate,
        basis="stated",
        span=_span(form.span, within),
    )


def _number(value: int | float | None) -> Decimal | None:
    return None if value is None else Decimal(repr(value))


def _link(form: LinkForm, within: str) -> Attribution:
    return Attribution(
        source=_span_if_any(form.source, within),
        actor=form.actor,
        cue=_span_if_any(form.cue, within),
        channel=form.channel,
    )
