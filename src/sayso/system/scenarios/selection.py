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
            found = replace(found, left_out=_with(found.left_out, word, is_in=not change.is_included))
    return found


def origins_of(model: SystemModel) -> list[str]:
    """Every origin on which something that may be counted rests, sorted."""
    flows = {origin for each in model.exchanges for flow in each.flows for origin in flow.origins}
    return sorted(flows.union(*(each.origins for each in model.dependences)))


def is_of(word: str, row: Flow | Dependence) -> bool:
    """Whether the row is of the class: of that kind or status, or resting on that origin alone."""
    word = word.casefold()
    is_named = word in (row.kind, row.status) if isinstance(row, Flow) else word == _kind(row)
    return is_named or [origin.casefold() for origin in row.origins] == [word]


def counts(dependence: Dependence, selection: Selection) -> bool:
    """Whether the dependence counts; one that is computed goes with the records that it is computed from."""
    return _kind(dependence) in selection.kinds and not _rests_on(dependence.origins, selection.left_out)


def counted(flows: Iterable[Flow], selection: Selection) -> list[Flow]:
    """The flows that count, each with the figures that do."""
    return [
        _with_figures(flow, selection.left_out) if selection.left_out else flow
        for flow in flows
        if flow.kind in selection.kinds
        and flow.status in selection.statuses
        and not _rests_on(flow.origins, selection.left_out)
    ]


def sums_of(passage: Exchange, selection: Selection) -> Sequence[Total]:
    """What the flows that count come to, unit by unit; those of several statuses are summed as if of one."""
    found = [
        flow if flow.status == _DELIVERED else replace(flow, status=_DELIVERED)
        for flow in counted(passage.flows, selection)
    ]
    return exchange(found).totals if found else ()


def _with_figures(flow: Flow, left_out: frozenset[str]) -> Flow:
    figures = tuple(each for each in flow.figures if not _rests_on(each.origins, left_out))
    return flow if figures == flow.figures else replace(flow, figures=figures)


def _kind(dependence: Dependence) -> str:
    return "report" if dependence.basis == "stated" else "recorded"


def _rests_on(origins: Sequence[str], left_out: frozenset[str]) -> bool:
    """Whether all that it rests on is left out; of what is of unknown origin, one cannot say so."""
    return bool(origins) and all(origin.casefold() in left_out for origin in origins)


def _with(words: frozenset[str], word: str, *, is_in: bool) -> frozenset[str]:
    return words | {word} if is_in else words - {word}
