"""Two documents in, what each holds of the other in the same words out, with the passages as proof.

Seed, extend, filter, as text alignment is done (Potthast and others 2014, Overview of the 6th competition on plagiarism
detection, 3; Sanchez-Perez and others 2014, A winning approach to text alignment for text reuse detection): words that
follow each other in both texts are seeds, seeds near each other in both make a passage, and passages too short to be
more than a common phrase are dropped.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np

from sayso.corroboration.records import Reuse, SharedPassage
from sayso.corroboration.reuse.folding import Folded, Places, fold, grams
from sayso.corroboration.reuse.quotation import quotations
from sayso.records import Document, Span

SAME_WORDS: Final = "same words"
"""The method of a `Reuse` found here."""

COPIED: Final = 0.23
"""Share, of either document, from which it counts as a copy of the other or of a part of it. Tuned on the odd topics of
the republications of ECB+ (`benchmarks/republications.py`); F1 on them is within .005 of the best from .17 to .26."""

LEAST_SHARE: Final = 0.03
"""Documents that share less than this of either are no `Reuse`: a sentence in a long report."""

_SEED = 2
"""Words of a seed. On the same odd topics F1 is .970 with 2, .964 with 3, .954 with 4, .942 with 5: where every third
word was changed hardly three in a row are left. Chance seeds are dropped by what must stand round them."""

_GAP = 3
"""Words that may differ between two seeds of a passage, in each text; 2 to 5 give the same F1 within .005."""

_SHORTEST = 10
"""Seed words of the shortest passage; 8 to 11 give the same F1 within .003, 6 and 15 lose .01."""

_NEIGHBOURS = 3
"""How far on to look for a seed that confirms one; a chance seed or two may stand between."""

_OPEN = 8
"""Passages that a seed may continue; more are only open at once where a text repeats itself."""

_REACH = _GAP + _SEED
"""How far apart, in words, the beginnings of two seeds of a passage are."""

_AT_ONCE = 1 << 20
"""Words of which so many are compared at once, so that memory stays bounded; any value gives the same."""

_PLACE_BITS, _COUNT_BITS = 29, 2
"""Bits of a pair of seeds for the place of each, more than any text has words, and for how many words each has beyond
the first: one to three. Places stand above, so that pairs sort by them."""

_SECOND_SHIFT = 2 * _COUNT_BITS
_FIRST_SHIFT = _SECOND_SHIFT + _PLACE_BITS
_PLACE, _COUNT, _COUNTS = (1 << _PLACE_BITS) - 1, (1 << _COUNT_BITS) - 1, (1 << _SECOND_SHIFT) - 1

_HASH_BITS = 32
"""Bits of a seed's hash that are kept: two of a book of 100,000 words and a report are the same by chance in one pair
of books in a hundred, and then stand alone."""

_Stretch: TypeAlias = "tuple[int, int]"
"""First place, of a word, and place after the last."""

_Run: TypeAlias = "list[int]"
"""First place and place after the last in the first text, the same in the second, and how many of them are seeds."""


class Comparable:
    """A document with what comparing it needs; worked out at first use and kept, as it is compared with many."""

    def __init__(self, document: Document, folded: Folded | None = None) -> None:
        self.document = document
        self.folded = folded or fold(document)

    @cached_property
    def places(self) -> Places:
        """The number of each word, with a gap at each piece of furniture over which no passage goes."""
        return np.arange(len(self.folded.words)) + self.folded.stretches * (_REACH + 1)

    @cached_property
    def length(self) -> int:
        """The place after the last word's."""
        return int(self.places[-1]) + 1 if len(self.places) else 0

    def words(self, places: list[_Stretch]) -> list[_Stretch]:
        """Stretches of places as stretches of words."""
        if self.length == len(self.places):
            return places
        ends = self.places.searchsorted(np.array(places)).tolist()
        return [(start, end) for start, end in ends]

    @cached_property
    def unquoted(self) -> "memoryview[int]":
        """The weight of the words outside quotation marks before each word, with the sum of all at the end.

        As a view, which gives plain numbers and takes a fifth of a list.
        """
        weights = np.diff(self.folded.weights)
        quoted = np.array(quotations(self.document.text), dtype=np.int64).reshape(-1, 2)
        for start, end in self.folded.starts.searchsorted(quoted).tolist():
            weights[start:end] = 0
        sums: Places = np.append(0, weights.cumsum())
        return sums.data

    @cached_property
    def seeds(self) -> Places:
        """The seeds of the document in the order of their hashes, then of the text, by row what `_HASH` and so on say.

        One array, as it is put together with those of many documents at once.
        """
        numbers, firsts, ends = grams(self.folded, _SEED)
        keys = np.sort(numbers >> (64 - _HASH_BITS) << _HASH_BITS | np.arange(len(numbers), dtype=np.uint64))
        order = (keys & ((1 << _HASH_BITS) - 1)).astype(np.int64)
        places = self.places.take(firsts.take(order))
        counts = self.places.take(ends.take(order) - 1) - places
        seeds = np.empty((4, len(keys)), dtype=np.int64)
        seeds[_HASH] = keys >> _HASH_BITS
        begins = np.ones(len(keys), dtype=np.bool_)
        np.not_equal(seeds[_HASH, 1:], seeds[_HASH, :-1], out=begins[1:])
        numbered = np.arange(len(keys))
        seeds[_RANK] = numbered - np.maximum.accumulate(numbered * begins)
        seeds[_AS_FIRST] = places << _FIRST_SHIFT | counts << _COUNT_BITS
        seeds[_AS_SECOND] = places << _SECOND_SHIFT | counts
        return seeds


_HASH, _RANK, _AS_FIRST, _AS_SECOND = range(4)
"""The rows of seeds: hash, how many of the same hash stand before, what it adds to a pair as the first and as the
second of it."""


def compare(document: Document, other: Document) -> Reuse | None:
    """What two documents share in the same words, the lesser id first; None where it is no more than chance gives.

    The shares leave out what stands in quotation marks: two reporters who quote one official do not copy each other.
    Passages are in the order of the first document and span what differs within them.
    """
    return next(compare_with(Comparable(document), [Comparable(other)]), None)


def compare_with(document: Comparable, others: Sequence[Comparable]) -> Iterator[Reuse]:
    """What a document shares with each of others, in their order, without those it shares nothing with.

    All at once, as if they were one text with gaps between, which costs little more than to compare with one of them.
    """
    batch: list[Comparable] = []
    reach = 0
    for other in others:
        if batch and reach + other.length > _AT_ONCE:
            yield from _compared(document, batch)
            batch, reach = [], 0
        batch.append(other)
        reach += max(document.length, other.length)
    if batch:
        yield from _compared(document, batch)


def _compared(document: Comparable, others: Sequence[Comparable]) -> Iterator[Reuse]:
    """The same for as many as are compared at once; places of a pair begin at its base, in both texts."""
    bases = [0]
    for other in others:
        bases.append(bases[-1] + max(document.length, other.length) + _REACH + 1)
    chains: dict[int, list[_Run]] = {}
    for run in _chained(_runs(document, others, np.array(bases[:-1]))):
        if run[4] >= _SHORTEST:
            chains.setdefault(bisect_right(bases, run[0]) - 1, []).append(run)
    for number, runs in chains.items():
        base, other = bases[number], others[number]
        pair = (other, document) if _is_swapped(document, other) else (document, other)
        ours = pair[0].words([(run[0] - base, run[1] - base) for run in runs])
        theirs = pair[1].words([(run[2] - base, run[3] - base) for run in runs])
        reuse = _reuse(pair, ours, theirs)
        if reuse is not None:
            yield reuse


def _is_swapped(document: Comparable, other: Comparable) -> bool:
    """Whether the other comes first in the record."""
    return document.document.id > other.document.id


def _reuse(pair: tuple[Comparable, Comparable], ours: list[_Stretch], theirs: list[_Stretch]) -> Reuse | None:
    """The record of stretches that go together; None where they are next to nothing of both."""
    share, other_share = _share(pair[0], ours), _share(pair[1], theirs)
    if max(share, other_share) < LEAST_SHARE:
        return None
    return Reuse(
        document_id=pair[0].document.id,
        other_id=pair[1].document.id,
        method=SAME_WORDS,
        share=share,
        other_share=other_share,
        passages=tuple(
            SharedPassage(span=_span(pair[0], our), other=_span(pair[1], their))
            for our, their in zip(ours, theirs, strict=True)
        ),
    )


def _runs(document: Comparable, others: Sequence[Comparable], bases: Places) -> list[_Run]:
    """Seeds of both on one diagonal with at most a gap between, in the order of the first text of each pair.

    A pair of seeds is one number, its places and lengths in its bits: numbers are sorted much faster than rows.
    """
    ours = document.seeds
    theirs = np.concatenate([other.seeds for other in others], axis=1)
    our, their = _pairs(ours, theirs)
    counts = [other.seeds.shape[1] for other in others]
    swapped = np.array([_is_swapped(document, other) for other in others])
    swapped, bases = swapped.repeat(counts).take(their), bases.repeat(counts).take(their)
    pairs = np.where(
        swapped,
        ours[_AS_SECOND].take(our) + theirs[_AS_FIRST].take(their),
        ours[_AS_FIRST].take(our) + theirs[_AS_SECOND].take(their),
    )
    pairs = _confirmed(np.sort(pairs + bases * ((1 << _FIRST_SHIFT) + (1 << _SECOND_SHIFT))))
    if not len(pairs):
        return []
    firsts = pairs >> _FIRST_SHIFT
    diagonals = (pairs >> _SECOND_SHIFT & _PLACE) - firsts + _PLACE
    pairs = np.sort(diagonals << _FIRST_SHIFT | firsts << _SECOND_SHIFT | pairs & _COUNTS)
    diagonals, firsts = pairs >> _FIRST_SHIFT, pairs >> _SECOND_SHIFT & _PLACE
    lengths = (pairs >> _COUNT_BITS & _COUNT) + 1
    steps = firsts[1:] - firsts[:-1]
    begins = np.ones(len(firsts), dtype=np.bool_)
    begins[1:] = (diagonals[1:] != diagonals[:-1]) | (steps > lengths[:-1] + _GAP)
    starts = begins.nonzero()[0]
    lasts = np.append(starts[1:], len(firsts)) - 1
    # What a seed adds to its run: all its words, or those up to where the next one of the run begins.
    adds = lengths.copy()
    adds[:-1] = np.where(begins[1:], lengths[:-1], np.minimum(lengths[:-1], steps))
    runs = np.empty((len(starts), 5), dtype=np.int64)
    across = diagonals[starts] - _PLACE
    runs[:, 0] = firsts[starts]
    runs[:, 1] = firsts[lasts] + lengths[lasts]
    runs[:, 2] = runs[:, 0] + across
    runs[:, 3] = firsts[lasts] + across + (pairs[lasts] & _COUNT) + 1
    runs[:, 4] = np.add.reduceat(adds, starts)
    ordered: list[_Run] = runs[(runs[:, 0] << _PLACE_BITS | runs[:, 2]).argsort()].tolist()
    return ordered


def _pairs(ours: Places, theirs: Places) -> tuple[Places, Places]:
    """Which seeds both have: the first of one text with the first of the other, and so on.

    Where one text has a seed more often, the rest go with the other's last: never more pairs than seeds, however often
    a hostile text repeats itself.
    """
    # Half of the bits tell in one look-up of nearly all seeds that the other text has none such.
    known = np.zeros(1 << _HASH_BITS // 2, dtype=np.bool_)
    known[ours[_HASH] >> _HASH_BITS // 2] = True
    kept = known[theirs[_HASH] >> _HASH_BITS // 2].nonzero()[0]
    numbers = theirs[_HASH].take(kept)
    begins = (ours[_RANK] == 0).nonzero()[0]
    bounds = np.append(begins, ours.shape[1])
    distinct = np.append(ours[_HASH].take(begins), 1 << _HASH_BITS)
    at = distinct.searchsorted(numbers)
    same = distinct[at] == numbers
    kept, at = kept[same], at[same]
    lows, highs, ranks = bounds[at], bounds[at + 1], theirs[_RANK].take(kept)
    found = np.minimum(lows + ranks, highs - 1)
    # The other way round only what the first did not reach: behind the last of its hash in the other text.
    last = np.ones(len(kept), dtype=np.bool_)
    last[:-1] = ranks[1:] != ranks[:-1] + 1
    more = (last & (highs - lows > ranks + 1)).nonzero()[0]
    if not len(more):
        return found, kept
    times = (highs - lows - ranks - 1)[more]
    rest = np.repeat(lows[more] + ranks[more] + 1 - np.cumsum(times) + times, times) + np.arange(times.sum())
    return np.concatenate((found, rest)), np.concatenate((kept, np.repeat(kept[more], times)))


def _confirmed(pairs: Places) -> Places:
    """The pairs that have another one near by in both texts, in order: what stands alone is a phrase anybody uses."""
    places = pairs >> _SECOND_SHIFT
    before, near = places - 1, np.zeros(len(pairs), dtype=np.bool_)
    for step in range(1, min(_NEIGHBOURS, len(pairs) - 1) + 1):
        # How far on in both texts, less one in the second: a step back in the second leaves a great number there.
        apart = before[step:] - places[:-step]
        close = (apart < (_REACH + 1) << _PLACE_BITS) & (apart & _PLACE < _REACH)
        near[step:] |= close
        near[:-step] |= close
    return pairs[near]


def _chained(runs: list[_Run]) -> list[_Run]:
    """Runs joined where one goes on after another in both texts, a few words inserted or left out between them."""
    chains: list[_Run] = []
    for run in runs:
        first, end, second, other_end, seeds = run
        for chain in chains[: -_OPEN - 1 : -1]:
            if (
                first <= chain[1] + _GAP
                and chain[2] <= second <= chain[3] + _GAP
                and end > chain[1]
                and other_end > chain[3]
            ):
                chain[4] += min(seeds, end - chain[1], other_end - chain[3])
                chain[1], chain[3] = end, other_end
                break
        else:
            chains.append(run)
    return chains


def _share(document: Comparable, stretches: list[_Stretch]) -> float:
    """The part of the words outside quotation marks that lies in the stretches; 0 where there are none outside."""
    sums, covered, reached = document.unquoted, 0, 0
    for start, end in sorted(stretches):
        if end > reached:
            covered += sums[end] - sums[max(start, reached)]
            reached = end
    return covered / sums[-1] if sums[-1] else 0.0


def _span(document: Comparable, stretch: _Stretch) -> Span:
    starts, ends = document.folded.starts, document.folded.ends
    return document.document.span(starts.item(stretch[0]), ends.item(stretch[1] - 1))
