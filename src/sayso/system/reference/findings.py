"""A state, and a partner for shares of trade, in; what the reference says of them as one interval out.

Lists of partners are of recorded trade, and what a state does not report is recorded by its partners, or by nobody.
Russia has published no trade by partner since 2022: its list of 2023 gives China 53% of its imports, while what China
exports, and that Russia is not among the first five on China's own list, leave it 42% at most. So a share is compared
with what the partner's list makes of it, and where the two lie apart, as 209 of 1,761 do in this edition, anything from
the one to the other is allowed, and a statement in between is not contradicted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from sayso.corroboration.intervals import Interval, relate
from sayso.system.arithmetic import hull, product, scaled, share
from sayso.system.measures.shares import of_total
from sayso.system.reference.rows import Row, Standing, rows, standing

_PERCENT = Decimal(100)
_STEP = Decimal("0.0001")
"""To what bounds that are quotients are rounded, outwards, so that they stay bounds."""
_YEAR = len("YYYY")
_ANY = Interval(low=Decimal(0), high=Decimal(1))
_SIDES = {
    "export partners": ("exports", "imports", "import partners"),
    "import partners": ("imports", "exports", "export partners"),
}
"""For a list its own total, the total of the partner that has the same trade in it, and the partner's list of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the reference says: `reference` with the margins of rounding, `written` as its numbers stand there.

    Both are None where it says nothing. `allowed` is all that may be so by its other numbers: by the list of the
    partner where that lies apart, by any weight of imports where the reference has it of another whole, and anything
    for a partner that is on no list, since trade that neither side reports is not recorded. `is_stated` says whether
    it is a number of the reference, and not a bound that follows from several. `rows` are those that it rests on; of a
    share of trade, `standings` are those on the lists of exports and imports, and `weight` that of imports, 0 to 1,
    None where nothing is known of it.
    """

    reference: Interval | None
    written: Interval | None
    allowed: Interval | None
    is_stated: bool
    rows: tuple[Row, ...]
    standings: tuple[Standing, ...] = ()
    weight: Interval | None = None


def in_state(state: str, *, fields: Sequence[str], near: tuple[int, int] | None) -> tuple[Finding, ...]:
    """What the state has in each field, of the years that are nearest to `near`; the latest where that is None."""
    found = []
    for field in fields:
        series = rows(state, field)
        least = min((_distance(row, near) for row in series), default=0)
        for row in series if near is not None else series[:1]:
            if near is None or _distance(row, near) == least:
                is_stated = None not in (row.interval.low, row.interval.high)
                found.append(
                    Finding(
                        reference=row.interval,
                        written=row.written,
                        allowed=row.interval,
                        is_stated=is_stated,
                        rows=(row,),
                    )
                )
    return tuple(found)


def of_partner(state: str, partner: str, *, fields: Sequence[str], weight: Interval | None = None) -> Finding | None:
    """The share that the partner has in the exports or the imports of a state, or, of both fields, in all its trade.

    `weight` is that of imports, 0 to 1; where it is None, the totals of the state have it, if they were collected. None
    for a partner that is the state itself.
    """
    if partner == state:
        return None
    standings = tuple(standing(state, partner, field=field) for field in fields)
    used = tuple(row for each in standings for row in each.rows)
    if not used:
        return Finding(
            reference=None, written=None, allowed=None, is_stated=False, rows=(), standings=standings, weight=None
        )
    loosest = [_allowed(state, partner, each, field) for each, field in zip(standings, fields, strict=True)]
    is_listed = all(each.status == "listed" for each in standings)
    if len(standings) == 1:
        return Finding(
            reference=standings[0].interval,
            written=standings[0].written,
            allowed=loosest[0],
            is_stated=is_listed,
            rows=used,
            standings=standings,
        )
    totals = _totals(state, year=used[0].year) if weight is None else ()
    reckoned = share(totals[1].interval, totals[0].interval) if totals else weight
    return Finding(
        reference=_of_trade([each.interval for each in standings], reckoned),
        written=_of_trade([each.written for each in standings], reckoned),
        allowed=_of_trade(loosest, weight),
        is_stated=is_listed and reckoned is not None,
        rows=used + totals,
        standings=standings,
        weight=reckoned,
    )


def mirrored(state: str, partner: str, *, field: str) -> Interval | None:
    """The share of a partner in percent as the partner's own list and both totals make it, of the year of the list.

    None where one of them was not collected. It is rough, since totals count services and lists do not.
    """
    own, other, list_of_other = _SIDES[field]
    seen = standing(partner, state, field=list_of_other)
    listed = rows(state, field)
    year = listed[0].year if listed else None
    whole = next((row.interval for row in rows(state, own) if row.year == year), None)
    part = next((row.interval for row in rows(partner, other) if row.year == year), None)
    if whole is None or part is None or not seen.rows or seen.rows[0].year != year or not whole.low:
        return None
    amount = product(part, seen.interval)
    low, high = amount.low or Decimal(0), amount.high if amount.high is not None else _PERCENT * whole.low
    return Interval(low=min(_PERCENT, low / (whole.high or whole.low)), high=min(_PERCENT, high / whole.low))


def _allowed(state: str, partner: str, found: Standing, field: str) -> Interval:
    if found.status != "listed":
        return Interval(low=Decimal(0), high=_PERCENT)
    mirror = mirrored(state, partner, field=field)
    is_doubtful = mirror is not None and relate(found.interval, mirror) == "apart"
    return hull((found.interval, mirror)) if mirror is not None and is_doubtful else found.interval


def _totals(state: str, *, year: str) -> tuple[Row, ...]:
    """The exports and imports of the year of the lists, in money; empty where one of them was not collected."""
    found = [row for field in ("exports", "imports") for row in rows(state, field) if row.year == year]
    return tuple(found) if len(found) == len(("exports", "imports")) else ()


def _of_trade(shares: Sequence[Interval], weight: Interval | None) -> Interval:
    exports, imports = (scaled(each, 1 / _PERCENT) for each in shares)
    found = scaled(of_total(exports, imports, import_weight=weight or _ANY), _PERCENT)
    low, high = found.low or Decimal(0), _PERCENT if found.high is None else found.high
    return Interval(low=low.quantize(_STEP, ROUND_FLOOR), high=high.quantize(_STEP, ROUND_CEILING))


def _distance(row: Row, near: tuple[int, int] | None) -> int:
    """Years between the row and the years asked for."""
    first, last = int(row.year[:_YEAR]), int(row.year[-_YEAR:])
    return 0 if near is None else max(0, first - near[1], near[0] - last)
