"""A claim and its retelling in, what was lost, added or turned on the way out: a function for each way of changing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sayso.corroboration.joining.views import days_of, frame_of, presented, sides_of
from sayso.corroboration.records import Change, Telling
from sayso.records import Claim, Quantity, Span
from sayso.vocab.actors import owner
from sayso.vocab.units import units

_SURE = {"possible": 0, "probable": 1, "certain": 2}
"""How far the words commit; `unstated` is on no scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Flow:
    """Which way money goes: from whom, and to whom; None where the claim does not say."""

    payer: str | None
    payee: str | None


def changes(before: Telling, after: Telling) -> tuple[Change, ...]:
    """What the retelling made of the claim, in the order of `CHANGES`; nothing where it says the same.

    Names are those of the tables below: `lower bound lost`, `source lost`, `direction changed`, ...
    """
    return tuple(change for find in CHANGES for change in find(before, after))


def _numbers(before: Telling, after: Telling) -> Iterator[Change]:
    """Each quantity against the one of the same unit that is nearest to it."""
    left = list(after.claim.event.quantities)
    for quantity in before.claim.event.quantities:
        same = [other for other in left if other.unit == quantity.unit]
        if same:
            nearest = min(same, key=lambda other: _distance(quantity, other))
            left.remove(nearest)
            yield from _number(quantity, nearest)
            continue
        renamed = next((other for other in left if _bounds(other) == _bounds(quantity)), None)
        if renamed is not None:
            left.remove(renamed)
            yield _change("unit changed", quantity.span, renamed.span)
        else:
            yield _change("number lost", quantity.span, None)
    yield from (_change("number added", None, other.span) for other in left)


def _number(before: Quantity, after: Quantity) -> Iterator[Change]:
    name = _bound_change(before, after)
    if name is not None:
        yield _change(name, before.span, after.span)
    elif before.approximate != after.approximate:
        name = "approximation lost" if before.approximate else "approximation added"
        yield _change(name, before.span, after.span)


def _bound_change(before: Quantity, after: Quantity) -> str | None:
    """What became of the two sides of a number; None where both are the same."""
    if _bounds(before) == _bounds(after):
        return None
    if not _meet(before, after):
        return "number changed"
    is_range = None not in _bounds(before) and before.low != before.high
    if is_range and after.low is None and after.high == before.high:
        return "lower bound lost"
    if is_range and after.high is None and after.low == before.low:
        return "upper bound lost"
    if None in _bounds(before) and after.low == after.high:
        return "bound lost" if after.low in _bounds(before) else "number changed"
    return "range narrowed" if _holds(before, after) else "range widened"


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    return quantity.low, quantity.high


def _meet(one: Quantity, other: Quantity) -> bool:
    below = one.high is not None and other.low is not None and one.high < other.low
    above = one.low is not None and other.high is not None and one.low > other.high
    return not below and not above


def _holds(outer: Quantity, inner: Quantity) -> bool:
    below = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    return below and (outer.high is None or (inner.high is not None and inner.high <= outer.high))


def _distance(one: Quantity, other: Quantity) -> Decimal:
    """How many sides differ, then by how much they do in all."""
    sides = zip(_bounds(one), _bounds(other), strict=True)
    return sum(
        (Decimal(1) if None in (mine, yours) and mine is not yours else _apart(mine, yours) for mine, yours in sides),
        Decimal(0),
    )


def _apart(mine: Decimal | None, yours: Decimal | None) -> Decimal:
    if mine is None or yours is None or mine == yours:
        return Decimal(0)
    return abs(mine - yours) / max(abs(mine), abs(yours))


def _hedges(before: Telling, after: Telling) -> Iterator[Change]:
    """How sure the words are, and whether what may be is told as what is."""
    mine, yours = _sureness(before.claim), _sureness(after.claim)
    if mine is not None and yours is not None and mine != yours:
        name = "hedge lost" if mine < yours else "hedge added"
        yield _change(name, before.claim.event.trigger, after.claim.event.trigger)


def _sureness(claim: Claim) -> int | None:
    return 0 if claim.modality == "possible" else _SURE.get(claim.certainty)


def _modality(before: Telling, after: Telling) -> Iterator[Change]:
    """A plan told as a deed, a wish as a plan; `possible` is a hedge."""
    mine, yours = presented(before.claim), presented(after.claim)
    if mine != yours and "possible" not in (mine, yours):
        yield _change("modality changed", before.claim.event.trigger, after.claim.event.trigger)


def _sources(before: Telling, after: Telling) -> Iterator[Change]:
    """The innermost source: gone, new, or another. A retelling that names the outlet it is from adds nothing."""
    mine, yours = _source(before.claim), _source(after.claim)
    if mine is not None and yours is None:
        yield _change("source lost", mine, None)
    elif mine is not None and yours is not None and _is_other(before.claim, after.claim):
        yield _change("source changed", mine, yours)


def _source(claim: Claim) -> Span | None:
    return next((link.source for link in reversed(claim.attribution) if link.source is not None), None)


def _is_other(before: Claim, after: Claim) -> bool:
    """Whether both name somebody we know, and none of the one chain stands in the other."""
    mine, yours = ({owner(link.actor) for link in each.attribution if link.actor} for each in (before, after))
    return bool(mine and yours) and not mine & yours


def _directions(before: Telling, after: Telling) -> Iterator[Change]:
    """Who gives is who gets, or who earns is who pays."""
    mine, yours = sides_of(before.claim), sides_of(after.claim)
    is_turned = bool(mine.doers & yours.others and yours.doers & mine.others) and not mine.doers & yours.doers
    if (is_turned and before.claim.event.kind == after.claim.event.kind) or _is_turned(
        _flow(before.claim), _flow(after.claim)
    ):
        yield _change("direction changed", before.claim.event.trigger, after.claim.event.trigger)


def _is_turned(before: _Flow, after: _Flow) -> bool:
    return (before.payee is not None and before.payee == after.payer) or (
        before.payer is not None and before.payer == after.payee
    )


def _flow(claim: Claim) -> _Flow:
    """Which way money goes: a giver of goods at a price is paid, a giver of money pays."""
    event = claim.event
    goods = {role.good for role in event.roles if role.good}
    has_price = any(_is_money(each.unit) for each in event.quantities)
    if event.kind == "transfer":
        giver, recipient = (_party(claim, name) for name in ("giver", "recipient"))
        if goods - {"money"} and has_price:
            return _Flow(payer=recipient, payee=giver)
        return _Flow(payer=giver, payee=recipient) if goods == {"money"} else _Flow(payer=None, payee=None)
    frame = frame_of(claim)
    if frame is None or frame.flow is None or not ("money" in goods or has_price):
        return _Flow(payer=None, payee=None)
    doer = _party(claim, frame.kind.doer)
    return _Flow(payer=doer, payee=None) if frame.flow == "out" else _Flow(payer=None, payee=doer)


def _is_money(unit: str | None) -> bool:
    return unit is not None and unit in units() and units()[unit].kind == "currency"


def _party(claim: Claim, name: str) -> str | None:
    found = {owner(role.actor) for role in claim.event.roles if role.role == name and role.actor}
    return found.pop() if len(found) == 1 else None


def _kinds(before: Telling, after: Telling) -> Iterator[Change]:
    """Another kind of event, in the words that carry it."""
    if before.claim.event.kind != after.claim.event.kind:
        yield _change("kind changed", before.claim.event.trigger, after.claim.event.trigger)


def _polarities(before: Telling, after: Telling) -> Iterator[Change]:
    """What was said to be is said not to be, or the other way round."""
    if before.claim.polarity != after.claim.polarity:
        yield _change("polarity changed", before.claim.event.trigger, after.claim.event.trigger)


def _dates(before: Telling, after: Telling) -> Iterator[Change]:
    """When it happened: gone, or another time."""
    mine, yours = before.claim.event.occurred, after.claim.event.occurred
    if mine is not None and yours is None:
        yield _change("date lost", mine.span, None)
    elif mine is not None and yours is not None:
        days, others = days_of(before.claim), days_of(after.claim)
        if days and others and (days[1] <= others[0] or others[1] <= days[0]):
            yield _change("date changed", mine.span, yours.span)


def _change(name: str, before: Span | None, after: Span | None) -> Change:
    return Change(name=name, before=before, after=after)


CHANGES: tuple[Callable[[Telling, Telling], Iterator[Change]], ...] = (
    _numbers,
    _hedges,
    _sources,
    _directions,
    _kinds,
    _modality,
    _polarities,
    _dates,
)
"""The ways in which a retelling may change a claim, in the order in which they are told."""
