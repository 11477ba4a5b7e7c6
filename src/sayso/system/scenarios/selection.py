"""The classes to count in, the flows, sums and dependences that belong to them out.

Without a word on it, what is told as delivered counts, be it reported or recorded. `include promised` counts promises
with it, and `exclude org/nyt` leaves out what rests on that origin alone; what rests on others too stays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.system.exchanges import exchange
from sayso.system.records import Dependence, Exchange, Flow, SystemModel, Total
from sayso.system.scenarios.records import Change, Choose
from sayso.system.statuses import STATUSES

KINDS = ("recorded", "report")
"""Kinds of testimony: rows of reference data, and what somebody reports."""

_DELIVERED = "delivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What counts: kinds of testimony, statuses of flows, and all origins but some."""

    kinds: frozenset[str] = frozenset(KINDS)
    statuses: frozenset[str] = frozenset({_DELIVERED})
    left_out: frozenset[str] = frozenset()


def select(changes: Iterable[Change]) -> Selection:
    """What counts after the changes, in their order; a later word on the same class wins."""
    found = Selection()
    for change in changes:
        if not isinstance(change, Choose):
            continue
        word = change.word.casefold()
        if word in KINDS:
            found = replace(found, kinds=_with(found.kinds, word, is_in=change.is_included))
        elif word in STATUSES:
            found = replace(found, statuses=_with(found.statuses, word, is_in=change.is_included))
        else:
            found = replace(found, left_out=_with(found.left_out, change.word, is_in=not change.is_included))
    return found


def is_known(word: str, model: SystemModel) -> bool:
    """Whether the word names a kind, a status, or an origin on which something in the model rests."""
    if word.casefold() in (*KINDS, *STATUSES):
        return True
    return any(word in flow.origins for each in model.exchanges for flow in each.flows) or any(
        word in each.origins for each in model.dependences
    )


def is_of(word: str, row: Flow | Dependence) -> bool:
    """Whether the row is of the class: of that kind or status, or resting on that origin alone."""
    if isinstance(row, Flow):
        return word.casefold() in (row.kind, row.status) or row.origins == (word,)
    return word.casefold() == _kind(row) or row.origins == (word,)


def counts(dependence: Dependence, selection: Selection) -> bool:
    """Whether the dependence counts; one that is computed goes with the records that it is computed from."""
    return _kind(dependence) in selection.kinds and not _rests_on(dependence.origins, selection.left_out)


def counted(flows: Iterable[Flow], selection: Selection) -> tuple[Flow, ...]:
    """The flows that count, each with the figures that do."""
    return tuple(
        replace(flow, figures=tuple(each for each in flow.figures if not _rests_on(each.origins, selection.left_out)))
        for flow in flows
        if flow.kind in selection.kinds
        and flow.status in selection.statuses
        and not _rests_on(flow.origins, selection.left_out)
    )


def sums_of(passage: Exchange, selection: Selection) -> Sequence[Total]:
    """What the flows that count come to, unit by unit; those of several statuses are summed as if of one."""
    found = counted(passage.flows, selection)
    return exchange([replace(flow, status=_DELIVERED) for flow in found]).totals if found else ()


def _kind(dependence: Dependence) -> str:
    return "report" if dependence.basis == "stated" else "recorded"


def _rests_on(origins: Sequence[str], left_out: frozenset[str]) -> bool:
    """Whether all that it rests on is left out; of what is of unknown origin, one cannot say so."""
    return bool(origins) and left_out.issuperset(origins)


def _with(words: frozenset[str], word: str, *, is_in: bool) -> frozenset[str]:
    return words | {word} if is_in else words - {word}
