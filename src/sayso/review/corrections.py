"""Fields put right by an analyst in, checked against text and vocabulary; the claim as corrected out.

A correction holds whole fields, named and formed as in the export (`outputs.claims.form`). A place in the text is
`{"start", "end", "quote"}` in code points, or `{"quote"}` alone: then it is where the quote first stands in the
sentence of the claim, or else in the text; `"nth": 1` is the second place.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from msgspec import UNSET, UnsetType

from sayso.claims.numbers.edtf import bounds
from sayso.codec import decode, encode
from sayso.errors import RecordError
from sayso.ledger import Standing
from sayso.ledger.content import spans_of
from sayso.outputs.claims.form import LinkForm, OccurredForm, PlaceForm, QuantityForm, RoleForm, SpanForm
from sayso.records import Attribution, Claim, Document, Period, Place, Quantity, Role, Span
from sayso.vocab.actors import is_actor_id
from sayso.vocab.frames import kinds
from sayso.vocab.scales import CERTAINTIES, CHANNELS, MODALITIES, POLARITIES

WORDS: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(kinds()),
    "modality": MODALITIES,
    "polarity": POLARITIES,
    "certainty": CERTAINTIES,
}
"""Fields that hold one of a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fields:
    """What a correction may hold; what it does not name stays as it was read."""

    kind: str | UnsetType = UNSET
    trigger: SpanForm | UnsetType = UNSET
    roles: tuple[RoleForm, ...] | UnsetType = UNSET
    quantities: tuple[QuantityForm, ...] | UnsetType = UNSET
    occurred: OccurredForm | UnsetType | None = UNSET
    place: PlaceForm | UnsetType | None = UNSET
    modality: str | UnsetType = UNSET
    polarity: str | UnsetType = UNSET
    certainty: str | UnsetType = UNSET
    attribution: tuple[LinkForm, ...] | UnsetType = UNSET


FIELDS = tuple(each.name for each in fields(_Fields))
"""Fields that can be put right."""

_BASES = ("stated", "inferred")


def checked(given: Mapping[str, object], claim: Claim, *, document: Document) -> str:
    """The correction as JSON, every place in it as offsets; raises `RecordError` for what does not fit text or claim.

    A judgement stays, so that it is looked at closely before it is kept.
    """
    if not given:
        raise RecordError("a correction names at least one field")
    found: dict[str, object] = {}
    for name, value in given.items():
        try:
            found[name] = _located(value, claim, document)
            check_form(name, found[name])
        except RecordError as error:
            raise RecordError(f"{name}: {error}") from error
    correction = encode(found).decode()
    _check(corrected(claim, correction), document, named=found.keys())
    return correction


def check_form(name: str, value: object) -> None:
    """Raises `RecordError` unless there is such a field and the export could hold the value there, nothing besides."""
    if name not in FIELDS:
        raise RecordError(f"there is no such field; the fields are {', '.join(FIELDS)}")
    written = encode({name: value})
    try:
        understood = decode(written, _Fields)
    except RecordError as error:
        raise RecordError(f"it takes the JSON that the export has there: {error.__cause__}") from error
    if decode(encode(understood), object) != decode(written, object):
        raise RecordError("it takes the JSON that the export has there, and this has a key besides")


def corrected(claim: Claim, correction: str) -> Claim:
    """The claim with these fields put right, under the id it has; raises `RecordError` for what is no correction."""
    told, event, own = decode(correction, _Fields), claim.event, claim.document_id
    for name, words in WORDS.items():
        if getattr(told, name) not in (UNSET, *words):
            raise RecordError(f"{getattr(told, name)!r} is none of {', '.join(words)}")
    return replace(
        claim,
        event=replace(
            event,
            kind=_or(told.kind, event.kind),
            trigger=event.trigger if told.trigger is UNSET else _span(told.trigger, own),
            roles=event.roles if told.roles is UNSET else tuple(_role(each, own) for each in told.roles),
            quantities=event.quantities
            if told.quantities is UNSET
            else tuple(_quantity(each, claim) for each in told.quantities),
            occurred=event.occurred if told.occurred is UNSET else _period(told.occurred, own),
            place=event.place if told.place is UNSET else _place(told.place, own),
        ),
        modality=_or(told.modality, claim.modality),
        polarity=_or(told.polarity, claim.polarity),
        certainty=_or(told.certainty, claim.certainty),
        attribution=claim.attribution
        if told.attribution is UNSET
        else tuple(_link(each, own) for each in told.attribution),
    )


def as_judged(claim: Claim, standing: Standing | None) -> Claim | None:
    """The claim as the last decision leaves it: put right where it was corrected, None where it was rejected.

    A correction from before corrections were checked, which may not fit, leaves the claim as it was read.
    """
    decision = standing.decision if standing else None
    if decision is None or decision.verdict == "accept":
        return claim
    if decision.verdict == "reject":
        return None
    try:
        return corrected(claim, decision.correction or "{}")
    except RecordError:
        return claim


def _located(value: object, claim: Claim, document: Document) -> object:
    """The value with every place in it looked up, and every place given by offsets held against the text."""
    if isinstance(value, list):
        return [_located(each, claim, document) for each in value]
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("quote"), str) and "start" not in value:
        return _found(value, claim, document)
    if "start" in value:
        _check_place(value, document)
    return {name: _located(each, claim, document) for name, each in value.items()}


def _found(value: Mapping[str, object], claim: Claim, document: Document) -> dict[str, object]:
    quote, nth, evidence = str(value["quote"]), value.get("nth", 0), claim.provenance.evidence
    if set(value) - {"quote", "nth"} or not isinstance(nth, int) or nth < 0 or not quote:
        raise RecordError("a place is start, end and quote, or words as they stand, with nth where they stand again")
    for start, end in ((evidence.start, evidence.end), (0, len(document.text))):
        at = start - 1
        for _ in range(nth + 1):
            at = document.text.find(quote, at + 1, end)
            if at < 0:
                break
        else:
            return {"start": at, "end": at + len(quote), "quote": quote}
    raise RecordError(f"the text does not have the words {quote!r}" + (f" {nth + 1} times" if nth else ""))


def _check_place(value: Mapping[str, object], document: Document) -> None:
    start, end, quote = (value.get(name) for name in ("start", "end", "quote"))
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(document.text):
        raise RecordError(f"[{start}, {end}) is no place in a text of {len(document.text):,} characters")
    if document.text[start:end] != quote:
        raise RecordError(f"the text has {document.text[start:end]!r} at [{start}, {end}), not {quote!r}")


def _check(claim: Claim, document: Document, *, named: Collection[str]) -> None:
    for name, complaint in _complaints(claim):
        if name in named:
            raise RecordError(f"{name}: {complaint}")
    evidence = claim.provenance.evidence
    if not evidence.start <= claim.event.trigger.start < claim.event.trigger.end <= evidence.end:
        raise RecordError("trigger: it stands in the sentence of the claim")
    for span in spans_of(claim):
        if document.text[span.start : span.end] != span.quote:
            raise RecordError(f"the text does not have {span.quote!r} at [{span.start}, {span.end})")


def _complaints(claim: Claim) -> Iterator[tuple[str, str]]:
    """What is wrong with the fields, each by its name."""
    event, kind = claim.event, kinds()[claim.event.kind]
    known = [role for role, _ in kind.roles]
    for role in event.roles:
        if role.role not in known:
            # A kind that is put right takes its roles with it.
            for name in ("roles", "kind"):
                yield name, f"{kind.name} has no role {role.role!r}; its roles are {', '.join(known)}"
        if role.good is not None and not _WORD.fullmatch(role.good):
            yield "roles", f"{role.good!r} is no category of a good"
        if role.effect is not None and not _WORD.fullmatch(role.effect):
            yield "roles", f"{role.effect!r} is no category of an effect"
        yield from _about_actor("roles", role.actor)
    for quantity in event.quantities:
        if quantity.low is None and quantity.high is None:
            yield "quantities", "a quantity has a lower or an upper limit"
        if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
            yield "quantities", f"{quantity.low} to {quantity.high} runs backwards"
    if event.occurred and (bounds(event.occurred.edtf) is None or event.occurred.basis not in _BASES):
        yield "occurred", "a date is written as 2024, 2024-03, 2024-03-07 or 2022/.., and is stated or inferred"
    if event.place and not event.place.name.strip():
        yield "place", "a place has a name"
    if event.place:
        yield from _about_actor("place", event.place.country)
    for link in claim.attribution:
        if link.channel not in CHANNELS:
            yield "attribution", f"{link.channel!r} is none of {', '.join(CHANNELS)}"
        yield from _about_actor("attribution", link.actor)


_WORD = re.compile(r"[a-z][a-z -]{0,40}", re.ASCII)
"""Categories of goods and effects are words of our own; a list of them for every language stands in `lang`."""


def _about_actor(name: str, actor: str | None) -> Iterator[tuple[str, str]]:
    if actor is not None and not is_actor_id(actor):
        yield name, f"{actor!r} is no id of an actor, such as RUS, RUS/navy, org/name-of-it or person/full-name"


def _or(word: str | UnsetType, read: str) -> str:
    return read if word is UNSET else word


def _span(form: SpanForm, document_id: str) -> Span:
    return Span(document_id=document_id, start=form.start, end=form.end, quote=form.quote)


def _span_if_any(form: SpanForm | None, document_id: str) -> Span | None:
    return None if form is None else _span(form, document_id)


def _role(form: RoleForm, own: str) -> Role:
    return Role(
        role=form.role,
        actor=form.actor,
        span=_span_if_any(form.span, own),
        good=None if form.good is UNSET else form.good,
        effect=None if form.effect is UNSET else form.effect,
    )


def _quantity(form: QuantityForm, claim: Claim) -> Quantity:
    """The number; whether it was stated or inferred is as it was read where the same words were read as one."""
    span = _span(form.span, claim.document_id)
    return Quantity(
        of=form.of,
        low=None if form.low is None else Decimal(str(form.low)),
        high=None if form.high is None else Decimal(str(form.high)),
        unit=form.unit,
        approximate=form.approximate,
        basis=next((each.basis for each in claim.event.quantities if each.span == span), _BASES[0]),
        span=span,
    )


def _period(form: OccurredForm | None, own: str) -> Period | None:
    return None if form is None else Period(edtf=form.edtf, basis=form.basis, span=_span_if_any(form.span, own))


def _place(form: PlaceForm | None, own: str) -> Place | None:
    return None if form is None else Place(name=form.name, country=form.country, span=_span_if_any(form.span, own))


def _link(form: LinkForm, own: str) -> Attribution:
    return Attribution(
        source=_span_if_any(form.source, own),
        actor=form.actor,
        cue=_span_if_any(form.cue, own),
        channel=form.channel,
    )
