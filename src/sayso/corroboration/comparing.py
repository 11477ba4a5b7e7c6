"""Two documents with what was read in them in, all that they share out: text, sentences, and claims of one matter.

Whatever is found depends on the two documents alone, so a new document need only be compared with those that may have
something in common with it, and the order in which documents come makes no difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from sayso.corroboration.cases import is_shared, told
from sayso.corroboration.joining.joining import comparable, join
from sayso.corroboration.joining.signs import near_kinds
from sayso.corroboration.joining.views import View, day, view
from sayso.corroboration.parallels import LEAST, Sentences, parallels
from sayso.corroboration.records import Comparison, Join, Parallel, Reuse, Telling, Voice
from sayso.corroboration.translated import lines_of, translated
from sayso.records import Document, Statement
from sayso.vocab.frames import kinds

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

    @cached_property
    def voices(self) -> Mapping[str, Voice]:
        """The tellings as voices, by the ids of their claims."""
        return {telling.claim.id: told(telling) for telling in self.tellings}

    @cached_property
    def by_kind(self) -> Mapping[str, Sequence[View]]:
        """The tellings that may tell of the same as one of this kind, in order: those of the kind and of kinds near."""
        return {
            kind: [each for each in self.views if each.kind == kind or near_kinds(kind, each.kind)] for kind in kinds()
        }

    @cached_property
    def sentences(self) -> Sentences:
        """The statements as they are compared."""
        return Sentences(self.statements)


def compare(material: Material, other: Material, *, copied: Reuse | None) -> Comparison:
    """All that two documents share; `copied` is what they share in the same words, as `reuse.ReuseIndex` has found it.

    It makes no difference which document comes first.
    """
    pairs = parallels(material.sentences, other.sentences, days=_apart(material.document, other.document))
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
    is_parallel = sum(pair.score >= LEAST for pair in pairs) >= _TRANSLATED
    if material.document.language != other.document.language and is_parallel:
        found = translated(lines_of(material.statements), lines_of(other.statements))
        if found is not None and max(found.share, found.other_share) >= _TRANSLATION:
            yield found


def _joins(material: Material, other: Material, reuses: Sequence[Reuse]) -> Iterator[Join]:
    for one in material.views:
        for two in other.by_kind.get(one.kind, ()):
            if comparable(one, two):
                found = join(one, two, is_copied=bool(reuses) and _is_copied((material, one), (other, two), reuses))
                if found is not None:
                    yield found


def _is_copied(one: tuple[Material, View], two: tuple[Material, View], reuses: Sequence[Reuse]) -> bool:
    voice, other = (material.voices[each.telling.claim.id] for material, each in (one, two))
    return any(is_shared(voice, other, reuse=reuse) for reuse in reuses)


@cache
def corroboration_version() -> str:
    """A short hash of everything that decides what documents share: two versions that are equal find the same."""
    digest = sha256()
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*.py")):
        digest.update(str(path.relative_to(folder).as_posix()).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:_DIGITS]
