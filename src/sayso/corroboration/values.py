"""The tellings of one matter in, its numbers in line by origin and date, and how they differ from one another, out.

Values are compared only where they count the same thing in the same measure, of the same time and place. They are never
averaged and none is preferred. A later and larger value is no contradiction where what is counted grows: a toll of 12,
then 17, then 21 is rising. Denials are no values; they stand beside them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from sayso.claims.numbers.edtf import bounds
from sayso.corroboration.conversion import convert
from sayso.corroboration.intervals import Interval, grows, relate
from sayso.corroboration.joining.views import sense_of
from sayso.corroboration.records import Telling
from sayso.records import Claim, Quantity

_CUMULATIVE = frozenset({"casualty", "move"})
"""Kinds whose numbers are counted up as days go by: the dead, the displaced."""

_LEVELS = frozenset({"possess", "trade", "depend"})
"""Kinds that are states: what is told of them holds when it is told, unless a period is given."""

_FRESH = 30
"""Days within which what is told of a state is told of the same time: two counts of an arsenal a week apart contradict
each other, and two a year apart are a change. Chosen, not tuned."""

_COMPARED = 300
"""Values of a series that are compared with each other, the first by date; pairs grow with the square. Matters of the
measuring sets have under 40."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number of one origin and date, in the unit of its series; both bounds inclusive, None for an open side.

    `origin` is None where it is unknown, `said` is the date of publication, `occurred` is EDTF. `stated` keeps the
    quantities as they were told, before any conversion, one for each claim.
    """

    origin: str | None
    said: str | None
    occurred: str | None
    place: str | None
    low: Decimal | None
    high: Decimal | None
    approximate: bool
    stated: tuple[Quantity, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How the later of two values stands to the earlier; of one date, the later is the second by origin.

    `relation` is `same`, `narrower`, `wider` (a bound was lost, or moved out), `overlapping`, `near` (rounding
    explains it), `rising`, `falling` (of a state, at another time), `revised down`, `restated` (an origin, or a
    document, against itself, with no order of time) or `contradiction`.
    """

    relation: str
    earlier: Value
    later: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Values that count the same: `of` names the role or the whole, `unit` what all are converted to.

    They are in order of date and origin. `uncompared` counts those that were too many to be compared.
    """

    of: str | None
    unit: str | None
    values: tuple[Value, ...]
    comparisons: tuple[Comparison, ...]
    uncompared: int

    @property
    def disagreements(self) -> tuple[Comparison, ...]:
        """The comparisons whose values cannot both hold."""
        return tuple(each for each in self.comparisons if each.relation == "contradiction")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineup:
    """The series of a matter, and the claims that deny it, by id, which may name a number that is none of theirs."""

    series: tuple[Series, ...]
    denials: tuple[str, ...]


def line_up(tellings: Iterable[Telling], origins: Mapping[str, str]) -> Lineup:
    """The numbers of a matter in line; `origins` gives the id of the origin of each claim whose origin is known.

    Every series is in the unit its measure is compared in, see `convert`; what was told is kept in `Value.stated`.
    """
    claims = [telling.claim for telling in tellings]
    found: dict[tuple[str | None, str | None], list[tuple[Quantity, Quantity, Claim]]] = {}
    for claim in claims:
        if claim.polarity != "negated":
            for stated in claim.event.quantities:
                if stated.low is not None or stated.high is not None:
                    quantity = convert(stated)
                    # The wounded are not the dead, though both are the victims of one kind of event.
                    of = " ".join(filter(None, ((quantity.of or "").casefold(), sense_of(claim)))) or None
                    found.setdefault((of, quantity.unit), []).append((quantity, stated, claim))
    ordered = sorted(found.items(), key=lambda item: tuple(part or "" for part in item[0]))
    return Lineup(
        series=tuple(_series(of, unit, rows, origins) for (of, unit), rows in ordered),
        denials=tuple(sorted({claim.id for claim in claims if claim.polarity == "negated"})),
    )


def _series(
    of: str | None, unit: str | None, rows: list[tuple[Quantity, Quantity, Claim]], origins: Mapping[str, str]
) -> Series:
    values: dict[Value, list[tuple[str, Quantity]]] = {}
    for quantity, stated, claim in rows:
        values.setdefault(_value(quantity, claim, origins.get(claim.id)), []).append((claim.id, stated))
    merged = sorted((_with(value, told) for value, told in values.items()), key=_order)
    compared = merged[:_COMPARED]
    nature = _nature([claim for _, _, claim in rows])
    return Series(
        of=of,
        unit=unit,
        values=tuple(merged),
        comparisons=tuple(_comparisons(compared, nature)),
        uncompared=len(merged) - len(compared),
    )


def contradicting(lineup: Lineup) -> int:
    """How few origins would have to be wrong for no two values to contradict each other: 1 where two stand against one.

    Found by leaving out the origin with the most contradictions, and again until there are none. Values of unknown
    origin count as an origin for each document that is alone with its own.
    """
    pairs = {
        frozenset((_holder(comparison.earlier), _holder(comparison.later)))
        for series in lineup.series
        for comparison in series.disagreements
    }
    removed = 0
    while pairs:
        counts = Counter(holder for pair in pairs for holder in pair)
        worst = min(counts, key=lambda holder: (-counts[holder], holder))
        pairs = {pair for pair in pairs if worst not in pair}
        removed += 1
    return removed


def _holder(value: Value) -> tuple[str, ...]:
    return tuple(sorted(_documents(value))) if value.origin is None else ("origin", value.origin)


def _documents(value: Value) -> set[str]:
    return {each.span.document_id for each in value.stated}


def _value(quantity: Quantity, claim: Claim, origin: str | None) -> Value:
    event = claim.event
    return Value(
        origin=origin,
        said=claim.published,
        occurred=event.occurred.edtf if event.occurred else None,
        place=event.place.name if event.place else None,
        low=quantity.low,
        high=quantity.high,
        approximate=quantity.approximate,
        stated=(),
        claim_ids=(),
    )


def _with(value: Value, told: list[tuple[str, Quantity]]) -> Value:
    """The value with what was told of it; a claim that names it twice counts once."""
    by_claim = dict(sorted(told, key=lambda row: (row[0], row[1].span.start)))
    return replace(value, stated=tuple(by_claim.values()), claim_ids=tuple(by_claim))


def _order(value: Value) -> tuple[str, str, Decimal, Decimal, tuple[str, ...]]:
    """By date, those without one last, then by origin and number."""
    end = Decimal("Infinity")
    low = -end if value.low is None else value.low
    return f"{value.said or ''}~", value.origin or "~", low, end if value.high is None else value.high, value.claim_ids


def _nature(claims: list[Claim]) -> str:
    """Whether what is told grows as days go by, is a state that is told anew, or happened once."""
    if all(claim.event.kind in _CUMULATIVE for claim in claims):
        return "cumulative"
    if all(claim.event.kind in _LEVELS or claim.modality == "ongoing" for claim in claims):
        return "level"
    return "event"


def _comparisons(values: list[Value], nature: str) -> Iterator[Comparison]:
    for earlier, later in combinations(values, 2):
        if _is_elsewhere(earlier, later):
            continue
        relation = _relation(earlier, later, nature)
        if relation is not None:
            yield Comparison(relation=relation, earlier=earlier, later=later)


def _is_elsewhere(one: Value, other: Value) -> bool:
    """Whether both name a place and not the same: what is counted in a town says nothing against its country's."""
    return one.place is not None and other.place is not None and one.place.casefold() != other.place.casefold()


def _relation(earlier: Value, later: Value, nature: str) -> str | None:
    """How the later value stands to the earlier, None where they are of different times and so of different things."""
    first, second = _interval(earlier), _interval(later)
    at_another_time = _is_after(earlier.occurred, later.occurred) or _is_after(later.occurred, earlier.occurred)
    is_later = _is_after(earlier.said, later.said)
    is_dated = bool(earlier.occurred and later.occurred)
    if nature == "level" and (at_another_time or (not is_dated and _is_after(earlier.said, later.said, by=_FRESH))):
        forward = _is_after(earlier.occurred, later.occurred) or not at_another_time
        before, after = (first, second) if forward else (second, first)
        if grows(before, after):
            return "rising"
        if grows(after, before):
            return "falling"
        return None if at_another_time else relate(first, second)
    if at_another_time:
        return None
    relation = relate(first, second)
    if relation not in ("near", "apart"):
        return relation
    is_same_origin = _is_same_origin(earlier, later)
    is_counted_on = nature == "cumulative" or (_is_open(earlier.occurred) and _is_open(later.occurred))
    if is_later and grows(first, second) and (is_same_origin or is_counted_on):
        return "rising"
    if is_later and is_same_origin:
        return "revised down"
    if relation == "near":
        return relation
    return "restated" if is_same_origin else "contradiction"


def _is_same_origin(one: Value, other: Value) -> bool:
    """Whether both are of one origin; of unknown ones, whether a document that says one of them says the other too."""
    if one.origin is not None or other.origin is not None:
        return one.origin == other.origin
    return _documents(one) <= _documents(other) or _documents(other) <= _documents(one)


def _interval(value: Value) -> Interval:
    return Interval(low=value.low, high=value.high, approximate=value.approximate)


def _is_after(one: str | None, other: str | None, *, by: int = 0) -> bool:
    """Whether all of the second date lies after the first, by so many days; False where either is unknown."""
    first, second = bounds(one or ""), bounds(other or "")
    if not (first and second and first.until and second.first):
        return False
    return (date.fromisoformat(second.first) - date.fromisoformat(first.until)).days >= by


def _is_open(occurred: str | None) -> bool:
    """Whether a period runs on: "since 2022"."""
    return occurred is not None and occurred.endswith("/..")
