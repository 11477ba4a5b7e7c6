"""Numbers of right, gold and system items in, precision, recall and F1 in percent out."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many items the gold has, how many the system gave, and how many of these are right."""

    correct: int
    gold: int
    system: int

    @property
    def precision(self) -> float:
        """Right items among those given, in percent; 0 when none was given."""
        return 100.0 * self.correct / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Right items among those of the gold, in percent; 0 when the gold has none."""
        return 100.0 * self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent; 0 where nothing was to be found and nothing given,
        so that an empty corpus never passes for a perfect score."""
        return 200.0 * self.correct / (self.gold + self.system) if self.gold + self.system else 0.0


def compare(gold: Iterable[Hashable], system: Iterable[Hashable]) -> Counts:
    """Count the items both sides hold; an item given twice is right as often as the gold holds it.

    >>> compare(["a", "b"], ["b", "b"])
    Counts(correct=1, gold=2, system=2)
    """
    gold_items, system_items = Counter(gold), Counter(system)
    return Counts(correct=(gold_items & system_items).total(), gold=gold_items.total(), system=system_items.total())
