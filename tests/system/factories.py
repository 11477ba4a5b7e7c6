"""The few things a test of the system cares about in, testimonies out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from sayso.records import Attribution, Period, Quantity, Role, Span
from sayso.system.records import Testimony
from tests.factories import claim, document

PUBLISHED = "2024-11-06"


def told(
    kind: str,
    *roles: str,
    quantities: Iterable[str] = (),
    occurred: str | None = None,
    holder: str | None = None,
    origins: Sequence[str] = (),
    **rest: str,
) -> Testimony:
    """A testimony from words: roles as `giver=PRK`, `good=arms:shells` (category, words), `effect=gain:helps`.

    Quantities are `good 1.7..5.5 USD`, `..5` for an open side; `holder` is whose word or mind it is; `rest` are
    `modality`, `polarity` and `published` of the claim. Every claim is of a document of its own, and a matter of its
    own, whose text is the arguments, so that two with the same arguments are the same claim.
    """
    words = [one.partition("=") for one in roles]
    amounts = [each.split(maxsplit=2) for each in quantities]
    text = " ".join([kind, *(value for _, _, value in words), *(part for each in amounts for part in each)])
    of = document(f"{text}.", location=f"{text} {occurred} {holder} {rest} {origins}.txt")
    at = of.span(0, len(kind))
    made = claim(of, kind, kind, *(_role(at, name, value) for name, _, value in words))
    event = replace(
        made.event,
        quantities=tuple(_quantity(at, *each) for each in amounts),
        occurred=None if occurred is None else Period(edtf=occurred, basis="stated", span=None),
    )
    attribution = () if holder is None else (Attribution(source=None, actor=holder, cue=None, channel="said"),)
    made = replace(made, id=of.id, event=event, attribution=attribution, **{"published": PUBLISHED, **rest})  # type: ignore[arg-type]
    return Testimony(claim=made, matter_id=made.id, origins=tuple(origins), location=of.location)


def _role(trigger: Span, name: str, value: str) -> Role:
    """`giver=PRK` is an actor, `good=arms:shells` a category with its words, `matter=:the plan` words alone."""
    head, colon, words = value.partition(":")
    span = replace(trigger, quote=words or head)
    if name in ("good", "effect") and head:
        return replace(Role(role=name, actor=None, span=span), **{name: head})  # type: ignore[arg-type]
    return Role(role=name, actor=None if colon else head or None, span=span)


def _quantity(trigger: Span, of: str, interval: str, unit: str) -> Quantity:
    low, dots, high = interval.partition("..")
    return Quantity(
        of=of,
        low=Decimal(low) if low else None,
        high=(Decimal(high) if high else None) if dots else Decimal(low),
        unit=unit,
        approximate=False,
        basis="stated",
        span=trigger,
    )
