"""Two documents in, what each holds of the other in the same words out, with the passages as proof.

Seed, extend, filter, as text alignment is done (Potthast and others 2014, Overview of the 6th competition on plagiarism
detection, 3; Sanchez-Perez and others 2014, A winning approach to text alignment for text reuse detection): words that
follow each other in both texts are seeds, seeds near each other in both make a passage, and passages too short to be
more than a common phrase are dropped.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from sayso.corroboration.records import Reuse, SharedPassage
from sayso.corroboration.reuse.folding import Folded, Numbers, Places, fold, grams
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

    @property
    def length(self) -> int:
        """The place after the last word's."""
        return int(self.places[-1]) + 1 if len(self.places) else 0

    def words(self, places: list[_Stretch]) -> list[_Stretch]:
        """Stretches of places as stretches of words."""
        if self.length == len(self.places):
            return places
        ends = np.searchsorted(self.places, np.array(places)).tolist()
        return [(start, end) for start, end in ends]

    @cached_property
    def unquoted(self) -> list[int]:
        """The weight of the words outside quotation marks before each word, with the sum of all at the end."""
        weights = np.diff(self.folded.weights)
        spans = quotations(self.document.text)
        if spans:
            weights[np.searchsorted(np.array(spans).ravel(), self.folded.starts, side="right") % 2 == 1] = 0
        sums: list[int] = np.concatenate(([0], np.cumsum(weights))).tolist()
        return sums

    @cached_property
    def seeds(self) -> "_Seeds":
        """The seeds of the document."""
        numbers, firsts, ends = grams(self.folded, _SEED)
        order = np.argsort(numbers, kind="stable")
        numbers, firsts, lasts = numbers[order], self.places[firsts[order]], self.places[ends[order] - 1]
        after = np.zeros(self.length, dtype=np.int64)
        after[firsts] = lasts + 1
        return _Seeds(numbers, firsts, np.arange(len(numbers)) - np.searchsorted(numbers, numbers), after)


class _Seeds(NamedTuple):
    """Seeds in the order of their hashes, then of the text."""

    numbers: Numbers
    firsts: Places
    ranks: Places
    """How many of the same hash stand before."""
    after: Places
    """For each word of the text the word after the seed that begins with it."""


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
    lengths = np.array([document.length, *(other.length for other in others)])
    bases = np.cumsum(lengths + _REACH + 1)[:-1]
    chains: dict[int, list[_Run]] = {}
    for run in _chained(_runs(document, others, bases)):
        if run[4] >= _SHORTEST:
            chains.setdefault(bisect_right(bases, max(run[0], run[2])) - 1, []).append(run)
    for number, runs in sorted(chains.items()):
        base = int(bases[number])
        pair = (document, others[number])
        ours, theirs = [(run[0], run[1]) for run in runs], [(run[2], run[3]) for run in runs]
        if _is_swapped(*pair):
            pair = (others[number], document)
            ours = [(start - base, end - base) for start, end in ours]
        else:
            theirs = [(start - base, end - base) for start, end in theirs]
        reuse = _reuse(pair, pair[0].words(ours), pair[1].words(theirs))
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
    """Seeds of both on one diagonal with at most a gap between, in the order of the first text of each pair."""
    seeds = [other.seeds for other in others]
    counts = [len(each.numbers) for each in seeds]
    joined = _Seeds(
        np.concatenate([each.numbers for each in seeds]),
        np.concatenate([each.firsts for each in seeds]) + np.repeat(bases, counts),
        np.concatenate([each.ranks for each in seeds]),
        np.concatenate([each.after for each in seeds]),
    )
    firsts, seconds = _pairs(document.seeds, joined)
    if len(firsts) < 2:
        return []
    which = np.searchsorted(bases, seconds, side="right") - 1
    words = np.cumsum([len(each.after) for each in seeds])
    words[1:], words[0] = words[:-1].copy(), 0
    our_lengths = document.seeds.after[firsts] - firsts
    their_lengths = joined.after[seconds - bases[which] + words[which]] - (seconds - bases[which])
    swapped = np.array([_is_swapped(document, other) for other in others])[which]
    firsts, seconds = np.where(swapped, seconds, firsts), np.where(swapped, firsts, seconds)
    kept = _confirmed(firsts, seconds, which)
    firsts, seconds, which = firsts[kept], seconds[kept], which[kept]
    if not len(firsts):
        return []
    lengths = np.where(swapped, their_lengths, our_lengths)[kept]
    other_lengths = np.where(swapped, our_lengths, their_lengths)[kept]
    order = np.lexsort((firsts, seconds - firsts, which))
    firsts, seconds = firsts[order], seconds[order]
    lengths, other_lengths = lengths[order], other_lengths[order]
    begins = np.ones(len(firsts), dtype=np.bool_)
    steps = firsts[1:] - firsts[:-1]
    begins[1:] = (seconds[1:] - seconds[:-1] != steps) | (steps > lengths[:-1] + _GAP) | (steps < 0)
    starts = np.flatnonzero(begins)
    lasts = np.append(starts[1:], len(firsts)) - 1
    # What a seed adds to its run: all its words, or those up to where the next one of the run begins.
    adds = lengths.copy()
    adds[:-1] = np.where(begins[1:], lengths[:-1], np.minimum(lengths[:-1], steps))
    ends, other_ends = firsts[lasts] + lengths[lasts], seconds[lasts] + other_lengths[lasts]
    order = np.lexsort((seconds[starts], firsts[starts], which[order][starts]))
    columns = (firsts[starts], ends, seconds[starts], other_ends, np.add.reduceat(adds, starts))
    runs: list[_Run] = np.stack(columns, axis=1)[order].tolist()
    return runs


def _pairs(ours: _Seeds, theirs: _Seeds) -> tuple[Places, Places]:
    """The places of seeds that both have: the first of one text with the first of the other, and so on.

    Where one text has a seed more often, the rest go with the other's last: never more pairs than seeds, however often
    a hostile text repeats itself.
    """
    lows = np.searchsorted(ours.numbers, theirs.numbers)
    highs = np.searchsorted(ours.numbers, theirs.numbers, side="right")
    kept = np.flatnonzero(highs > lows)
    lows, highs, ranks = lows[kept], highs[kept], theirs.ranks[kept]
    seconds = theirs.firsts[kept]
    firsts = ours.firsts[np.minimum(lows + ranks, highs - 1)]
    # The other way round only what the first did not reach: behind the last of its hash in the other text.
    last = np.ones(len(kept), dtype=np.bool_)
    last[:-1] = ranks[1:] != ranks[:-1] + 1
    more = np.flatnonzero(last & (highs - lows > ranks + 1))
    if not len(more):
        return firsts, seconds
    times = (highs - lows - ranks - 1)[more]
    at = np.repeat(lows[more] + ranks[more] + 1 - np.cumsum(times) + times, times) + np.arange(times.sum())
    return np.concatenate((firsts, ours.firsts[at])), np.concatenate((seconds, np.repeat(seconds[more], times)))


def _confirmed(firsts: Places, seconds: Places, which: Places) -> Places:
    """Which pairs have another one near by in both texts, in order: what stands alone is a phrase that anybody uses."""
    order = np.lexsort((seconds, firsts, which))
    firsts, seconds = firsts[order], seconds[order]
    near = np.zeros(len(firsts), dtype=np.bool_)
    for step in range(1, min(_NEIGHBOURS, len(firsts) - 1) + 1):
        ahead, across = firsts[step:] - firsts[:-step], seconds[step:] - seconds[:-step]
        close = (ahead >= 0) & (ahead <= _REACH) & (across > 0) & (across <= _REACH)
        near[step:] |= close
        near[:-step] |= close
    return order[near]


def _chained(runs: list[_Run]) -> list[_Run]:
    """Runs joined where one goes on after another in both texts, a few words inserted or left out between them."""
    chains: list[_Run] = []
    for run in runs:
        for chain in reversed(chains[-_OPEN:]):
            if (
                chain[0] <= run[0] <= chain[1] + _GAP
                and chain[2] <= run[2] <= chain[3] + _GAP
                and run[1] > chain[1]
                and run[3] > chain[3]
            ):
                chain[4] += min(run[4], run[1] - chain[1], run[3] - chain[3])
                chain[1], chain[3] = run[1], run[3]
                break
        else:
            chains.append(run)
    return chains


def _share(document: Comparable, stretches: list[_Stretch]) -> float:
    """The part of the words outside quotation marks that lies in the stretches; 0 where there are none outside."""
    sums, covered, reached = document.unquoted, 0, 0
    for start, end in sorted(stretches):
        covered += sums[max(end, reached)] - sums[max(start, reached)]
        reached = max(reached, end)
    return covered / sums[-1] if sums[-1] else 0.0


def _span(document: Comparable, stretch: _Stretch) -> Span:
    starts, ends = document.folded.starts, document.folded.ends
    return document.document.span(int(starts[stretch[0]]), int(ends[stretch[1] - 1]))
