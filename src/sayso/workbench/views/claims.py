"""A case and what is wanted of it in, a page of claims with the facets to narrow it down out."""

from dataclasses import dataclass, fields

from sayso.ledger import Filter
from sayso.workbench.case import Case
from sayso.workbench.views.parts import ClaimRow, Pages, claim_row, pages_of

SIZE = 50
"""Claims of a page."""

_VALUES = 12
"""Values of a facet that are offered; the others can be asked for by the search words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value, how many claims have it, and what to ask for to narrow the list down to them."""

    name: str
    claims: int
    asked: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One field to narrow down by: the value chosen, None where none is, and the values there are."""

    name: str
    chosen: str | None
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsView:
    """A page of claims; `asked` are the fields of the filter that are given."""

    title: str
    asked: tuple[tuple[str, str], ...]
    facets: tuple[Facet, ...]
    rows: tuple[ClaimRow, ...]
    pages: Pages


def claims(case: Case, wanted: Filter, *, page: int = 1) -> ClaimsView:
    """The page of the claims that pass; raises `ImpossibleFilter` for one that none could pass."""
    found = case.findings.chosen(wanted)
    pages = pages_of(len(found.numbers), page=page, size=SIZE)
    start = (pages.page - 1) * SIZE
    asked = {each.name: value for each in fields(wanted) if (value := getattr(wanted, each.name)) is not None}
    return ClaimsView(
        title="Claims",
        asked=tuple(asked.items()),
        facets=tuple(
            Facet(
                name=name,
                chosen=asked.get(name),
                values=tuple(
                    FacetValue(name=each.name, claims=each.claims, asked=tuple({**asked, name: each.name}.items()))
                    for each in values[:_VALUES]
                ),
            )
            for name, values in found.facets
        ),
        rows=tuple(claim_row(each, case) for each in case.ledger.numbered(found.numbers[start : start + SIZE])),
        pages=pages,
    )
