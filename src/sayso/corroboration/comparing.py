"""Two documents with what was read in them in, all that they share out: text, sentences, and claims of one matter.

Whatever is found depends on the two documents alone, so a new document need only be compared with those that may have
something in common with it, and the order in which documents come makes no difference.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from itertools import combinations, product
from pathlib import Path

from sayso.corroboration.cases import is_shared, told
from sayso.corroboration.joining.joining import comparable, join
from sayso.corroboration.joining.views import View, day, view
from sayso.corroboration.parallels import parallels
from sayso.corroboration.records import Join, Parallel, Reuse, Telling
from sayso.corroboration.translated import lines_of, translated
from sayso.records import Document, Statement

_TRANSLATED = 2
"""Parallel sentences from which two documents in different languages are aligned: one may be chance."""

_TRANSLATION = 0.3
"""Greater share from which one document is a translation of a part of the other: independent reports of one event reach
.28, paraphrases in another language .26, and every translation of `tests/cases/origins` has .39 or more; one partial
copy in twenty lies below it (November 2026)."""

_DIGITS = 12  # of the hash: versions are few, and people read them aloud


class Material:
    """A document with its statements and its claims, and what is worked out of them once for all comparisons."""

    def __init__(self, document: Document, statements: Sequence[Statement], tellings: Sequence[Telling]) -> None:
        self.document = document
        self.statements = tuple(statements)
        self.tellings = tuple(tellings)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The tellings as they are compared."""
        return tuple(view(telling) for telling in self.tellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two documents share; of `reuses` there is one in the same words, one translated, both or none."""

    reuses: tuple[Reuse, ...]
    parallels: tuple[Parallel, ...]
    joins: tuple[Join, ...]


def compare(material: Material, other: Material, *, copied: Reuse | None) -> Comparison:
    """All that two documents share; `copied` is what they share in the same words, as `reuse.ReuseIndex` has found it.

    It makes no difference which document comes first.
    """
    pairs = parallels(material.statements, other.statements, days=_apart(material.document, other.document))
    reuses = tuple(_reuses(material, other, pairs, copied=copied))
    return Comparison(reuses=reuses, parallels=pairs, joins=tuple(_joins(material, other, reuses)))


def _apart(document: Document, other: Document) -> int | None:
    mine, yours = day(document.published), day(other.published)
    return None if mine is None or yours is None else abs(mine - yours)


def joins_within(material: Material) -> tuple[Join, ...]:
    """The claims of one document that tell of the same matter: what is told twice is one."""
    found = (join(one, two) for one, two in combinations(material.views, 2) if comparable(one, two))
    return tuple(each for each in found if each is not None)


def _reuses(material: Material, other: Material, pairs: Sequence[Parallel], *, copied: Reuse | None) -> Iterator[Reuse]:
    if copied is not None:
        yield copied
    if material.document.language != other.document.language and len(pairs) >= _TRANSLATED:
        found = translated(lines_of(material.statements), lines_of(other.statements))
        if found is not None and max(found.share, found.other_share) >= _TRANSLATION:
            yield found


def _joins(material: Material, other: Material, reuses: Sequence[Reuse]) -> Iterator[Join]:
    for one, two in product(material.views, other.views):
        if comparable(one, two):
            voices = told(one.telling), told(two.telling)
            is_copied = any(is_shared(*voices, reuse=reuse) for reuse in reuses)
            found = join(one, two, is_copied=is_copied)
            if found is not None:
                yield found


@cache
def corroboration_version() -> str:
    """A short hash of everything that decides what documents share: two versions that are equal find the same."""
    digest = sha256()
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*.py")):
        digest.update(str(path.relative_to(folder).as_posix()).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:_DIGITS]
