"""A case in, who stands behind what is told, with the letter of each and how it came to it, out."""

from dataclasses import dataclass

from sayso.corroboration.backing import Backing, backings
from sayso.ledger.answers import Rating
from sayso.outputs.matters.origin_phrases import own_name
from sayso.outputs.matters.origins import BackingForm, backing_forms
from sayso.workbench.case import Case
from sayso.workbench.views.parts import Pages, pages_of

SIZE = 100
"""Origins of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """An origin with its letter and every letter it was given before, in the order of giving."""

    name: str
    origin: BackingForm
    history: tuple[Rating, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """A page of the register of sources, those behind most matters first."""

    title: str
    rows: tuple[SourceRow, ...]
    pages: Pages


def sources(case: Case, *, page: int = 1) -> SourcesView:
    """The page of the register."""
    found = case.kept(_found)
    pages = pages_of(len(found), page=page, size=SIZE)
    start = (pages.page - 1) * SIZE
    shown = backing_forms(found[start : start + SIZE], case.findings.assessed)
    return SourcesView(
        title="Sources",
        rows=tuple(
            SourceRow(
                name=own_name(each.actor, each.names[0]) if each.names else each.actor or "",
                origin=each,
                history=case.ledger.register.history(actor=each.actor, name=None) if each.actor else (),
            )
            for each in shown
        ),
        pages=pages,
    )


def _found(case: Case) -> tuple[Backing, ...]:
    return backings(case.findings.accounts, roster=case.roster)
