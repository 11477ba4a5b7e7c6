"""The groups that items should be in and those they were put in, in; how far they agree out."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Shares from 0 to 1, the means over all items."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(gold: Mapping[str, Hashable], system: Mapping[str, Hashable]) -> Grouping:
    """BCubed (Bagga and Baldwin 1998) of items with the name of their group; both must have the same items.

    >>> bcubed({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "x"}).recall
    1.0
    """
    both = Counter((gold[item], system[item]) for item in gold)
    meant, made = Counter(gold.values()), Counter(system[item] for item in gold)
    total = len(gold) or 1
    return Grouping(
        precision=sum(count * count / made[there] for (_, there), count in both.items()) / total,
        recall=sum(count * count / meant[here] for (here, _), count in both.items()) / total,
    )
