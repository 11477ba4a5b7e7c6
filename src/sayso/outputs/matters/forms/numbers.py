"""The numbers of a matter in line in, the same as exported out."""

from dataclasses import dataclass

from sayso.corroboration.values import Lineup, Series, Value
from sayso.outputs.claims.form import plain_number


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueForm:
    """A number of one origin and date, in the unit of its series; `written` is how it was told."""

    origin: str | None
    published: str | None
    occurred: str | None
    place: str | None
    low: int | float | None
    high: int | float | None
    approximate: bool
    written: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonForm:
    """How one value stands to another; `earlier` and `later` are their places in `values`, from 0."""

    relation: str
    earlier: int
    later: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesForm:
    """Numbers that count the same in one unit, and how each two stand to each other."""

    of: str | None
    unit: str | None
    values: tuple[ValueForm, ...]
    comparisons: tuple[ComparisonForm, ...]
    uncompared: int


def series(lineup: Lineup) -> tuple[SeriesForm, ...]:
    """Every series, in order."""
    return tuple(_series(each) for each in lineup.series)


def _series(found: Series) -> SeriesForm:
    places = {value: place for place, value in enumerate(found.values)}
    return SeriesForm(
        of=found.of,
        unit=found.unit,
        values=tuple(map(_value, found.values)),
        comparisons=tuple(
            ComparisonForm(relation=each.relation, earlier=places[each.earlier], later=places[each.later])
            for each in found.comparisons
        ),
        uncompared=found.uncompared,
    )


def _value(value: Value) -> ValueForm:
    return ValueForm(
        origin=value.origin,
        published=value.said,
        occurred=value.occurred,
        place=value.place,
        low=plain_number(value.low),
        high=plain_number(value.high),
        approximate=value.approximate,
        written=tuple(dict.fromkeys(each.span.quote for each in value.stated)),
        claim_ids=value.claim_ids,
    )
