"""The fingerprints of documents in, which of them may share text out.

A document's prints are those of its n-grams whose hash is below a fixed bound (FracMinHash: Irber and others 2022,
Lightweight compositional analysis of metagenomes with FracMinHash and minimum metagenome covers, 2.1): a print of one
document is a print of every other that has the n-gram, so that the prints two documents share estimate what they share.
"""

from array import array
from dataclasses import dataclass
from math import ceil
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.corroboration.reuse.folding import Folded, Numbers, Places, grams
from sayso.errors import SaysoError

GRAM: Final = 4
"""Words of an n-gram. On the odd topics of the republications of ECB+ the sampled candidates lose .001 of F1 with 4 and
.005 with 5; with 3 there would be three times as many candidates to compare."""

_ONE_IN = 4
"""N-grams of which one is a print. With 3 a document takes a third more memory and F1 rises by .001, with 6 it falls by
.004."""

LEAST_HITS: Final = 0.05
"""Part of the smaller document's prints that both must have. It is far below `COPIED`, as a changed word takes four
n-grams with it; .03 gives a quarter more candidates and the same F1, .08 loses .003."""

_FEW = 20
"""Prints below which a document, one of less than eighty words, is a candidate with one print in common, not two."""

_NUMBER_BITS, _SIZE_BITS = 24, 6
"""Bits of a posting for the document's number and for how many prints it has, capped; the rest are the print's. At a
million documents a print is mistaken for another once in 300 look-ups, which a comparison then finds out."""

_REST_BITS = _NUMBER_BITS + _SIZE_BITS
_PRINT_BITS = 64 - _REST_BITS
_LARGEST = (1 << _SIZE_BITS) - 1
_REST = (1 << _REST_BITS) - 1

_COMMON = 500
"""Documents from which a print is common: it is then read only for those that can be candidates by common prints alone.
The candidates are the same with any value; it is a matter of speed."""

_TIER = 8
"""A segment is merged into the one before unless that is so many times as large: a million documents have seven."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A document that may share text with another; the shares are estimates from prints, quotations included."""

    document_id: str
    share: float
    other_share: float


def prints(folded: Folded) -> Numbers:
    """The prints of a document in ascending order, each once; none for a text of less than four words."""
    numbers = grams(folded, GRAM)[0]
    found = np.sort(numbers[numbers < (1 << 64) // _ONE_IN] >> (64 - _PRINT_BITS))
    return found[_lasts(found)]


class PrintIndex:
    """Which documents have which prints: sorted segments of postings, 8 bytes each, that are merged as they grow.

    Whether two documents are candidates depends on the two alone, so the pairs found are the same in whatever order
    the documents come. A print that very many have (a boilerplate) is not read through: documents that share nothing
    but common prints cannot be candidates unless one of them is so short that these make up `LEAST_HITS` of it, and
    postings of a print are sorted by that size (prefix filtering: Chaudhuri and others 2006, A primitive operator for
    similarity joins).
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._sizes = array("I")
        self._segments: list[Numbers] = []

    def __len__(self) -> int:
        """How many documents it knows."""
        return len(self._ids)

    def __contains__(self, document_id: str) -> bool:
        """Whether it knows the document."""
        return document_id in self._numbers

    def insert(self, document_id: str, found: Numbers) -> None:
        """Add a document by its prints; one that is known already stays as it is."""
        if document_id in self._numbers:
            return
        number = len(self._ids)
        if number >> _NUMBER_BITS:
            raise SaysoError(
                f"The index of reuse is full: it holds {1 << _NUMBER_BITS} documents; {document_id} is one more."
            )
        self._ids.append(document_id)
        self._numbers[document_id] = number
        self._sizes.append(len(found))
        segment = found << np.uint64(_REST_BITS) | np.uint64(_posting(len(found), number))
        while self._segments and len(self._segments[-1]) < _TIER * len(segment):
            # Both are sorted, which the stable sort of numpy makes use of.
            segment = np.sort(np.concatenate((self._segments.pop(), segment)), kind="stable")
        if len(segment):
            self._segments.append(segment)

    def candidates(self, document_id: str, found: Numbers) -> tuple[Candidate, ...]:
        """The documents that may share text with the one that has these prints, itself left out, as they were added."""
        numbers = np.sort(self._hits(found))
        if not len(numbers):
            return ()
        lasts = _lasts(numbers)
        numbers, hits = numbers[lasts], np.diff(lasts, prepend=-1)
        sizes = np.frombuffer(self._sizes, dtype=np.uint32)[numbers]
        smaller = np.minimum(sizes, len(found))
        enough = (hits >= smaller * LEAST_HITS) & ((hits > 1) | (smaller < _FEW))
        rows = zip(numbers[enough].tolist(), hits[enough].tolist(), sizes[enough].tolist(), strict=True)
        return tuple(
            Candidate(document_id=self._ids[number], share=shared / len(found), other_share=shared / size)
            for number, shared, size in rows
            if self._ids[number] != document_id
        )

    def _hits(self, found: Numbers) -> Numbers:
        """The number of a document once for each print that it shares, as far as it can be a candidate."""
        keys = found << np.uint64(_REST_BITS)
        edges, total = [], 0
        for segment in self._segments:
            lows = segment.searchsorted(keys)
            # Most prints of most documents are new: only where one is known must it be seen how far it goes.
            known = (segment.take(lows, mode="clip") >> _REST_BITS == found).nonzero()[0]
            if len(known):
                lows, highs = lows[known], segment.searchsorted(keys[known] | np.uint64(_REST), side="right")
                edges.append(_Edges(segment, known, lows, highs))
                total += int((highs - lows).sum())
        if total <= _COMMON:
            return _numbers([_slices(segment, lows, highs) for segment, _, lows, highs in edges])
        return _numbers(self._rare(keys, edges))

    def _rare(self, keys: Numbers, edges: list["_Edges"]) -> list[Numbers]:
        """The postings of prints of which some may be common, without those that cannot make a candidate."""
        counts = np.zeros(len(keys), dtype=np.int64)
        for _, known, lows, highs in edges:
            counts[known] += highs - lows
        common = counts > _COMMON
        count = int(common.sum())
        if not count or _least(len(keys)) <= count:
            return [_slices(segment, lows, highs) for segment, _, lows, highs in edges]
        short = max((size for size in range(_LARGEST) if _least(size) <= count), default=0)
        bounds = keys | _posting(short + 1, 0)
        parts = [
            _slices(segment, lows, np.where(common[known], segment.searchsorted(bounds[known]), highs))
            for segment, known, lows, highs in edges
        ]
        rest = np.unique(np.concatenate(parts) & _REST)
        few = rest[(rest >> _NUMBER_BITS) > short]
        wanted = (keys[common][:, None] | few[None, :]).ravel()
        for segment, _, _, _ in edges:
            parts.append(wanted[segment.take(segment.searchsorted(wanted), mode="clip") == wanted])
        return parts


class _Edges(NamedTuple):
    """Where in a segment the postings of those prints stand that it has."""

    segment: Numbers
    known: Places
    lows: Places
    highs: Places


def _posting(size: int, number: int) -> int:
    """The bits of a posting that are not the print's."""
    return min(size, _LARGEST) << _NUMBER_BITS | number


def _numbers(postings: list[Numbers]) -> Numbers:
    return np.concatenate(postings) & np.uint64((1 << _NUMBER_BITS) - 1) if postings else np.zeros(0, dtype=np.uint64)


def _lasts(numbers: NDArray[Any]) -> Places:
    """Where in sorted numbers the last of each stands."""
    last = np.ones(len(numbers), dtype=np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=last[:-1])
    return last.nonzero()[0]


def _slices(segment: Numbers, lows: Places, highs: Places) -> Numbers:
    """The stretches `[low, high)` of the segment, one after the other."""
    lengths = highs - lows
    shifts = (lows - lengths.cumsum() + lengths).repeat(lengths)
    postings: Numbers = segment.take(shifts + np.arange(len(shifts)))
    return postings


def _least(size: int) -> int:
    """How many prints two documents must share, where the smaller has so many."""
    return 1 if size < _FEW else max(2, ceil(size * LEAST_HITS))
