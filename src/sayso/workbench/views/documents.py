"""A case in, a page of its texts, the latest first, with how many claims each has, out."""

from collections import Counter
from dataclasses import dataclass

from sayso.workbench.case import Case
from sayso.workbench.views.parts import Pages, pages_of

SIZE = 100
"""Texts of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A text with what its source says of it, and how many claims it has."""

    id: str
    name: str
    publisher: str | None
    published: str | None
    language: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsView:
    """A page of texts; those without a date come last."""

    title: str
    rows: tuple[DocumentRow, ...]
    pages: Pages


def documents(case: Case, *, page: int = 1) -> DocumentsView:
    """The page of texts."""
    claims = case.kept(_counts)
    found = sorted(case.findings.documents.values(), key=lambda each: (each.published or "", each.id), reverse=True)
    pages = pages_of(len(found), page=page, size=SIZE)
    start = (pages.page - 1) * SIZE
    return DocumentsView(
        title="Texts",
        rows=tuple(
            DocumentRow(
                id=each.id,
                name=each.title or each.location,
                publisher=each.publisher,
                published=each.published,
                language=each.language,
                claims=claims[each.id],
            )
            for each in found[start : start + SIZE]
        ),
        pages=pages,
    )


def _counts(case: Case) -> Counter[str]:
    return Counter(each.claim.document_id for each in case.findings.testimonies.values())
