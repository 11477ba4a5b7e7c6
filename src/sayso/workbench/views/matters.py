"""A case and an order in, a page of its matters out."""

from dataclasses import dataclass

from sayso.corroboration.accounts import ORDERS
from sayso.errors import ImpossibleFilter
from sayso.workbench.case import Case
from sayso.workbench.views.parts import MatterRow, Pages, matter_row, pages_of

SIZE = 30
"""Matters of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersView:
    """A page of matters; `sort` is the order they are in, `sorts` those there are."""

    title: str
    sort: str
    sorts: tuple[str, ...]
    rows: tuple[MatterRow, ...]
    pages: Pages


def matters(case: Case, *, sort: str = "importance", page: int = 1) -> MattersView:
    """The page of matters in the order; raises `ImpossibleFilter` for an order that there is not."""
    if sort not in ORDERS:
        raise ImpossibleFilter(f"there is no order {sort!r}; the orders are {', '.join(ORDERS)}")
    found = case.findings.ordered(sort)
    pages = pages_of(len(found), page=page, size=SIZE)
    start = (pages.page - 1) * SIZE
    return MattersView(
        title="Matters",
        sort=sort,
        sorts=tuple(ORDERS),
        rows=tuple(matter_row(each, case.findings.assessed) for each in found[start : start + SIZE]),
        pages=pages,
    )
