"""Whether there is enough of a good in, the same as exported out."""

from dataclasses import dataclass

from sayso.outputs.claims.form import plain_number
from sayso.outputs.system.forms.rows import IntervalForm, interval_form, interval_form_if_any
from sayso.system.measures.shortfall import Shortfall
from sayso.system.scenarios.records import Balance, Stretch, Supply, Wanting


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchForm:
    """A length of time: so many of a unit."""

    number: int | float | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyForm:
    """What comes from a supplier in the time of the balance; null for one who is not named, and for no limit."""

    party: str | None
    before: IntervalForm
    after: IntervalForm
    capacity: IntervalForm | None
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortfallForm:
    """How much is missing, and the verdict in words."""

    missing: IntervalForm
    verdict: str
    unknowns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WantingForm:
    """An unknown on which it turns, and the values with which there is surely enough, or surely not."""

    sort: str
    party: str | None
    known: IntervalForm
    enough: IntervalForm | None
    short: IntervalForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceForm:
    """Whether a party has enough of a good; all amounts are in `unit` and for the time `over`."""

    party: str
    good: str
    unit: str | None
    over: StretchForm | None
    need: IntervalForm | None
    stock: IntervalForm | None
    supplies: tuple[SupplyForm, ...]
    before: ShortfallForm
    after: ShortfallForm
    needs: tuple[WantingForm, ...]
    notes: tuple[str, ...]


def stretch_form(stretch: Stretch | None) -> StretchForm | None:
    """The time as exported."""
    return None if stretch is None else StretchForm(number=plain_number(stretch.number), unit=stretch.unit)


def balance_form(found: Balance) -> BalanceForm:
    """The balance as exported."""
    return BalanceForm(
        party=found.of,
        good=found.good,
        unit=found.unit,
        over=stretch_form(found.over),
        need=interval_form_if_any(found.need),
        stock=interval_form_if_any(found.stock),
        supplies=tuple(map(_supply, found.supplies)),
        before=_shortfall(found.before),
        after=_shortfall(found.after),
        needs=tuple(map(_wanting, found.needs)),
        notes=found.notes,
    )


def _supply(found: Supply) -> SupplyForm:
    return SupplyForm(
        party=found.party,
        before=interval_form(found.before),
        after=interval_form(found.after),
        capacity=interval_form_if_any(found.capacity),
        claim_ids=found.claim_ids,
    )


def _shortfall(found: Shortfall) -> ShortfallForm:
    return ShortfallForm(missing=interval_form(found.missing), verdict=found.verdict, unknowns=found.unknowns)


def _wanting(found: Wanting) -> WantingForm:
    return WantingForm(
        sort=found.sort,
        party=found.party,
        known=interval_form(found.known),
        enough=interval_form_if_any(found.enough),
        short=interval_form_if_any(found.short),
    )
