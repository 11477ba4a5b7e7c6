"""Gold claims and found claims in, precision, recall, F1 and the share of right slots out."""

from collections import Counter
from dataclasses import dataclass

from sayso.evaluation.marks import Mark, Marks
from sayso.evaluation.slots import compare, may_match, overlap

_MAIN_SLOTS = ("doer", "counterpart", "modality", "polarity", "attributed", "source", "quantity")
"""What must be right for a claim to count as whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Precision, recall and their harmonic mean, each 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotScore:
    """Of the matched pairs in which either side fills the slot (`seen`), the share that agrees (`right`, 0 to 1)."""

    slot: str
    right: float
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KindScore:
    """How many claims of a kind the gold has, how many were predicted, and how many of them match."""

    kind: str
    found: int
    gold: int
    predicted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The scores of a system's claims: `found` asks for kind and place, `whole` for every main slot besides.

    `slots` and `kinds` are in the order of their names.
    """

    gold: int
    predicted: int
    found: Rates
    whole: Rates
    slots: tuple[SlotScore, ...]
    kinds: tuple[KindScore, ...]


@dataclass(slots=True)
class _Counts:
    gold: Counter[str]
    predicted: Counter[str]
    found: Counter[str]
    seen: Counter[str]
    right: Counter[str]
    whole: int = 0


def score(gold: Marks, predicted: Marks) -> Scores:
    """Pair the claims of each gold document with the predicted ones, most shared slots first, and count what agrees."""
    counts = _Counts(gold=Counter(), predicted=Counter(), found=Counter(), seen=Counter(), right=Counter())
    by_name = {each.document: each.claims for each in predicted.documents}
    for document in gold.documents:
        _count(document.claims, by_name.get(document.document, ()), counts)
    return Scores(
        gold=counts.gold.total(),
        predicted=counts.predicted.total(),
        found=_rates(counts.found.total(), counts),
        whole=_rates(counts.whole, counts),
        slots=tuple(
            SlotScore(slot=slot, right=counts.right[slot] / seen, seen=seen)
            for slot, seen in sorted(counts.seen.items())
        ),
        kinds=tuple(
            KindScore(kind=kind, found=counts.found[kind], gold=counts.gold[kind], predicted=counts.predicted[kind])
            for kind in sorted(counts.gold | counts.predicted)
        ),
    )


def _count(gold: tuple[Mark, ...], predicted: tuple[Mark, ...], counts: _Counts) -> None:
    counts.gold.update(mark.kind for mark in gold)
    counts.predicted.update(mark.kind for mark in predicted)
    for ours, theirs in paired(predicted, gold):
        counts.found[theirs.kind] += 1
        slots = compare(ours, theirs)
        counts.seen.update(slots.keys())
        counts.right.update(slot for slot, is_right in slots.items() if is_right)
        counts.whole += all(slots.get(slot, True) for slot in _MAIN_SLOTS)


def paired(predicted: tuple[Mark, ...], gold: tuple[Mark, ...]) -> list[tuple[Mark, Mark]]:
    """One to one, greedily: most shared slots first, then overlapping triggers, then the order of the claims."""
    ranked = sorted(
        (
            (sum(compare(ours, theirs).values()), overlap(ours.trigger, theirs.trigger) > 0, -i, -j)
            for i, ours in enumerate(predicted)
            for j, theirs in enumerate(gold)
            if may_match(ours, theirs)
        ),
        reverse=True,
    )
    used_predicted: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for _, _, i, j in ranked:
        if i not in used_predicted and j not in used_gold:
            used_predicted.add(i)
            used_gold.add(j)
            pairs.append((predicted[-i], gold[-j]))
    return pairs


def _rates(hits: int, counts: _Counts) -> Rates:
    gold, predicted = counts.gold.total(), counts.predicted.total()
    return Rates(
        precision=hits / predicted if predicted else 0.0,
        recall=hits / gold if gold else 0.0,
        f1=2 * hits / (predicted + gold) if predicted + gold else 0.0,
    )
