"""An answer and the signed graph of what helps or harms whom in, what each change would mean to whom out.

What a change makes more or less of is the good that comes to a party, `PRK:oil` in the graph; of the commerce between
two it is the trade of both. Who replaces a supplier leaves the good as it is, and no change of a sign follows.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sayso.corroboration.intervals import Interval
from sayso.system.influence.consequences import Consequences, consequences
from sayso.system.influence.records import Edge
from sayso.system.scenarios.keys import COMMERCE
from sayso.system.scenarios.records import Add, Alter, Answer, Change, Cut

NOT_KNOWN = "whether this is more or less than before is not known"
UNCHANGED = "this is neither more nor less than before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What follows from one change, for each node it begins at; `said` is why that was not searched."""

    change: Change
    found: tuple[Consequences, ...]
    said: str = ""

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge of a path, each once."""
        paths = (path for each in self.found for one in each.found for path in one.effect.paths)
        return tuple(dict.fromkeys(edge for path in paths for edge in path.edges))


def meanings(answer: Answer, edges: Iterable[Edge], *, parties: Collection[str] = ()) -> tuple[Meaning, ...]:
    """One for each addition, cut and other change of what passes, in their order."""
    known = list(edges)
    return tuple(_meanings(answer, known, parties))


def _meanings(answer: Answer, edges: list[Edge], parties: Collection[str]) -> Iterator[Meaning]:
    for change in dict.fromkeys(answer.changes):
        if isinstance(change, Add | Cut | Alter):
            is_more = _is_more(change, answer)
            if is_more is None:
                said = UNCHANGED if isinstance(change, Alter) and change.by == 0 else NOT_KNOWN
                yield Meaning(change=change, found=(), said=said)
                continue
            starts = _starts(change)
            yield Meaning(
                change=change,
                found=tuple(consequences(edges, each, is_more=is_more, parties=parties) for each in starts),
            )


def _starts(change: Add | Cut | Alter) -> list[str]:
    subject = change.subject
    ends = [subject.of, subject.partner] if subject.topic in COMMERCE else [subject.of]
    return [f"{each}:{subject.topic}" for each in ends if each is not None]


def _is_more(change: Add | Cut | Alter, answer: Answer) -> bool | None:
    """None where nobody knows, or it is neither."""
    if isinstance(change, Alter):
        if change.by is not None:
            return None if not change.by else change.by > 0
        known = [each for each in answer.outcomes if each.subject == change.subject]
        signs = {_grows(each.before, each.after) for each in known}
        return next(iter(signs)) if len(signs) == 1 else None
    return isinstance(change, Add)


def _grows(before: Interval, after: Interval) -> bool | None:
    if before.high is not None and after.low is not None and after.low > before.high:
        return True
    is_less = before.low is not None and after.high is not None and after.high < before.low
    return False if is_less else None
