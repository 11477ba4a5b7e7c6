"""A case in, when its events are said to have happened, and apart from it when it was said, out."""

from collections import Counter
from dataclasses import dataclass

from sayso.claims.numbers.edtf import Bounds, bounds
from sayso.corroboration.accounts import Account
from sayso.outputs.matters.phrases import headline, leading
from sayso.workbench.case import Case
from sayso.workbench.drawing.timeline import WIDTH, Axis, Stretch, Tick
from sayso.workbench.views.parts import Pages, pages_of

SIZE = 60
"""Events of a page."""

_EARLIEST = "1900"
"""Events before it are listed and not drawn: one treaty of the year 1648 would press all others into a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """A matter with the date of its event as stated, and when it was first said, None where no date is known."""

    matter_id: str
    headline: str
    words: str
    occurred: str
    basis: str
    stretch: Stretch | None
    said: str | None
    said_at: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """A page of dated events in the order of time; `reports` counts the texts of each month of publication."""

    title: str
    width: float
    ticks: tuple[Tick, ...]
    rows: tuple[EventRow, ...]
    undated: int
    reports: tuple[tuple[str, int], ...]
    pages: Pages


def timeline(case: Case, *, page: int = 1) -> TimelineView:
    """The page of the events of the case that have a date, the earliest first."""
    dated = case.kept(_dated)
    pages = pages_of(len(dated), page=page, size=SIZE)
    shown = dated[(pages.page - 1) * SIZE : pages.page * SIZE]
    days = [day for window, _ in shown for day in (window.first, window.until) if day and day >= _EARLIEST]
    days += [day for _, each in shown if (day := _day(each.earliest))]
    axis = Axis(days)
    return TimelineView(
        title="Timeline",
        width=WIDTH,
        ticks=axis.ticks() if days else (),
        rows=tuple(_row(window, each, axis) for window, each in shown),
        undated=len(case.findings.accounts) - len(dated),
        reports=case.kept(_months),
        pages=pages,
    )


def _dated(case: Case) -> list[tuple[Bounds, Account]]:
    dated = [(window, each) for each in case.findings.accounts if (window := _window(each)) is not None]
    return sorted(dated, key=lambda pair: (pair[0].first or "", pair[0].until or "~", pair[1].matter.id))


def _months(case: Case) -> tuple[tuple[str, int], ...]:
    months = Counter(each.published[:7] for each in case.findings.documents.values() if each.published)
    return tuple(sorted(months.items()))


def _window(account: Account) -> Bounds | None:
    occurred = leading(account).event.occurred
    return bounds(occurred.edtf) if occurred else None


def _row(window: Bounds, account: Account, axis: Axis) -> EventRow:
    claim = leading(account)
    occurred = claim.event.occurred
    is_drawn = not (window.until and window.until < _EARLIEST)
    said = _day(account.earliest)
    return EventRow(
        matter_id=account.matter.id,
        headline=headline(account),
        words=claim.provenance.evidence.quote,
        occurred=occurred.edtf if occurred else "",
        basis=occurred.basis if occurred else "",
        stretch=axis.stretch(_later(window.first), window.until) if is_drawn else None,
        said=account.earliest or None,
        said_at=axis.x(said) if said else None,
    )


def _later(day: str | None) -> str | None:
    return None if day is None or day < _EARLIEST else day


def _day(published: str) -> str | None:
    """The first day of a date of any precision."""
    window = bounds(published) if published else None
    return window.first if window else None
