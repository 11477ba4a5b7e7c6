"""Votes of sources in, the weight behind each value out: by count (VOTE), by least conflict (CRH), by accuracy (ACCU).

- VOTE: every source counts one.
- CRH: Li et al., "Resolving conflicts in heterogeneous data by truth discovery and source reliability estimation"
  (SIGMOD 2014), section 2: a source weighs the more the less it differs from the weighted vote, in turns.
- ACCU: Dong, Berti-Equille and Srivastava, "Integrating conflicting data: the role of source dependence" (VLDB 2009),
  section 4, with similar values supporting one another as in its section 4.3: a source weighs by the odds that it is
  right, which follow from how likely its values are, in turns.

Both leave their sources a few statements of the average source, since one who stated a single thing has shown little.
"""

from dataclasses import dataclass

import numpy as np

from sayso.corroboration.agreement.records import Floats, Truths, Votes, Whole
from sayso.corroboration.agreement.resemblance import Resemblance

METHODS = ("ACCU", "CRH", "VOTE")

_TURNS = 20
"""Turns of estimating sources from values and values from sources; 10 and 40 give the same on the measuring sets."""

_STILL = 1e-6
"""Change of the accuracies in a turn under which nothing more will happen."""

_ACCURACY = 0.8
"""Accuracy of every source at first, as in Dong et al. 2009."""

_AVERAGE = 5.0
"""Statements of the average source that each one is given. Measured on Book, Flight and Population: from 1 to 5 nothing
changes; at 10 two books and one town more are right. It keeps a source with one statement from being all or nothing."""

_SURE = 0.01
"""No source is taken to be more right than 1 less this, nor more wrong than this."""

_RESEMBLING = 0.5
"""Part of the weight of a value that one wholly like it receives, rho in Dong et al. At 0.1 ten of 4,151 flights more
are right and nothing else changes, at 0.75 two books and one town more; at 0 a book and a town are lost."""

_FALSE_VALUES = 10.0
"""Wrong values that an item has where the votes cannot tell, and the pairs of wrong votes this assumption is worth;
Dong et al. find 10 to 100 to make no difference on theirs."""

_FEWEST = 2.0
"""Wrong values that an item has at least; with one, to err and to agree on an error would be the same."""

_PLACES = 9
"""Decimals within which weights are the same, so that the order of adding decides nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The weight behind each value, with and without what it has from similar values."""

    score: Floats
    own: Floats


def weigh(votes: Votes, method: str, *, alike: Resemblance) -> Weighed:
    """The weight of each value by one of `METHODS`; raises `ValueError` for another."""
    if method == "VOTE":
        counted = _behind(votes, np.ones(votes.sources))
        return Weighed(score=counted, own=counted)
    if method == "CRH":
        return _crh(votes)
    if method == "ACCU":
        return _accu(votes, alike)
    raise ValueError(f"{method!r} is no method of agreement; choose one of {', '.join(METHODS)}")


def leading(votes: Votes, score: Floats) -> Whole:
    """The value of each item with the highest score; among equals the first by name."""
    order = np.lexsort((np.arange(len(score)), -score.round(_PLACES), votes.item))
    return order[np.flatnonzero(np.diff(votes.item[order], prepend=-1))]


def is_leading(votes: Votes, score: Floats) -> Truths:
    """Whether each value is the one that leads its item."""
    leads = np.zeros(len(votes.item), dtype=np.bool_)
    leads[leading(votes, score)] = True
    return leads


def false_values(votes: Votes) -> float:
    """How many wrong values an item seems to have: one over the chance that two who are outvoted say the same."""
    count = _behind(votes, np.ones(votes.sources))
    outvoted = np.where(is_leading(votes, count), 0.0, count)
    per_item = np.bincount(votes.item, weights=outvoted, minlength=votes.items)
    pairs = float((per_item * (per_item - 1) / 2).clip(0).sum())
    same = float((outvoted * (outvoted - 1) / 2).clip(0).sum())
    return max(_FEWEST, (pairs + _FALSE_VALUES) / (same + 1))


def _behind(votes: Votes, weight: Floats) -> Floats:
    """The sum of the weights of those who state each value."""
    behind = np.bincount(votes.value, weights=votes.part * weight[votes.source], minlength=len(votes.item))
    return behind.astype(np.float64)


def _crh(votes: Votes) -> Weighed:
    stated = np.bincount(votes.source, weights=votes.part, minlength=votes.sources)
    weight = np.ones(votes.sources)
    for _ in range(_TURNS):
        score = _behind(votes, weight)
        lost = ~is_leading(votes, score)[votes.value]
        wrong = np.bincount(votes.source, weights=votes.part * lost, minlength=votes.sources)
        error = (wrong + _AVERAGE * wrong.sum() / max(stated.sum(), 1)) / (stated + _AVERAGE)
        # Errors are set against the greatest, as the authors do, and a hair more, so that the worst still counts.
        before, weight = weight, -np.log(np.maximum(error, _SURE / 100) / max(error.max(initial=0) * 1.001, _SURE))
        if np.abs(weight - before).max(initial=0) < _STILL:
            break
    score = _behind(votes, weight)
    return Weighed(score=score, own=score)


def _accu(votes: Votes, alike: Resemblance) -> Weighed:
    stated = np.bincount(votes.source, weights=votes.part, minlength=votes.sources)
    wrong_values = false_values(votes)
    unseen = np.maximum(wrong_values + 1 - np.bincount(votes.item, minlength=votes.items), 0)
    accuracy = np.full(votes.sources, _ACCURACY)
    for _ in range(_TURNS):
        own = _behind(votes, np.log(wrong_values * accuracy / (1 - accuracy)))
        score = own + _RESEMBLING * alike.spread(own)
        likely = _likelihood(votes, score, unseen)
        right = np.bincount(votes.source, weights=votes.part * likely[votes.value], minlength=votes.sources)
        average = right.sum() / max(stated.sum(), 1)
        before = accuracy
        accuracy = ((right + _AVERAGE * average) / (stated + _AVERAGE)).clip(_SURE, 1 - _SURE)
        if np.abs(accuracy - before).max(initial=0) < _STILL:
            break
    return Weighed(score=score, own=own)


def _likelihood(votes: Votes, score: Floats, unseen: Floats) -> Floats:
    """How likely each value is, given the scores of those of its item and the wrong ones that nobody stated."""
    highest = np.full(votes.items, -np.inf)
    np.maximum.at(highest, votes.item, score)
    highest = np.maximum(highest, 0.0)
    odds: Floats = np.exp(score - highest[votes.item])
    total = np.bincount(votes.item, weights=odds, minlength=votes.items) + unseen * np.exp(-highest)
    likely: Floats = odds / total[votes.item]
    return likely
