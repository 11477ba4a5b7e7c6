"""A matter and what is known of its documents in, how many independent origins stand behind it, and why, out.

Every telling is traced by `reasons` to roots, whose word it is, or leads to other tellings. What can be reached from a
telling by way of its leads is what it rests on. Roots that are certain make the lower bound; roots that are not, and
groups of tellings without any, may each be one more. Unknown lineage therefore counts as no origin of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import networkx as nx

from sayso.corroboration.cases import Case
from sayso.corroboration.reasons import REASONS, Ground
from sayso.corroboration.records import Corroboration, Dependency, Origin, Telling

_UNKNOWN = Ground(said="nothing shows where it comes from: independence not established", span=None)
_NOBODY = "unknown lineage"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Traced:
    """A telling with its grounds and the name of the reason that gave them."""

    telling: Telling
    reason: str
    grounds: tuple[Ground, ...]


def corroborate(case: Case) -> Corroboration:
    """The origins behind a matter and behind its denial.

    What more documents say of the two, affirmed or negated, is the assertion; the other is the denial.
    """
    polarity = asserted(case.matter.tellings)
    sides = [
        [each for each in case.matter.tellings if (each.claim.polarity == polarity) == is_asserted]
        for is_asserted in (True, False)
    ]
    (origins, dependencies), (deniers, others) = (_origins(side, case) for side in sides)
    certain = sum(origin.is_certain for origin in origins)
    return Corroboration(
        matter_id=case.matter.id,
        origins=origins,
        deniers=deniers,
        certain=max(certain, 1),
        possible=max(len(origins), 1),
        dependencies=(*dependencies, *others),
    )


def asserted(tellings: Iterable[Telling]) -> str:
    """The polarity in which more documents tell it; `affirmed` where as many deny it."""
    told: dict[str, set[str]] = {"affirmed": set(), "negated": set()}
    for telling in tellings:
        told.setdefault(telling.claim.polarity, set()).add(telling.claim.document_id)
    return "negated" if len(told["negated"]) > len(told["affirmed"]) else "affirmed"


def _origins(tellings: Sequence[Telling], case: Case) -> tuple[tuple[Origin, ...], tuple[Dependency, ...]]:
    """The origins of one side, certain ones first, and why each telling counts as it does."""
    side = replace(case, matter=replace(case.matter, tellings=tuple(tellings)))
    traced = [_trace(telling, side) for telling in tellings]
    leads: nx.DiGraph[str] = nx.DiGraph()
    leads.add_nodes_from(each.telling.claim.id for each in traced)
    leads.add_edges_from(
        (each.telling.claim.id, ground.lead) for each in traced for ground in each.grounds if ground.lead
    )
    rooted = _rooted(traced, leads)
    unknown = leads.subgraph(set(leads) - {claim_id for _, ids in rooted.values() for claim_id in ids})
    origins = [_origin(root, ids) for root, ids in rooted.values()]
    origins += [_origin(_UNKNOWN, group) for group in nx.weakly_connected_components(unknown)]
    dependencies = tuple(dependency for each in traced for dependency in _dependencies(each))
    return tuple(sorted(origins, key=lambda one: (not one.is_certain, one.claim_ids))), dependencies


def _trace(telling: Telling, case: Case) -> _Traced:
    for reason in REASONS:
        grounds = tuple(reason.find(telling, case))
        if grounds:
            return _Traced(telling=telling, reason=reason.name, grounds=grounds)
    return _Traced(telling=telling, reason=_NOBODY, grounds=(_UNKNOWN,))


def _rooted(traced: Sequence[_Traced], leads: "nx.DiGraph[str]") -> Mapping[str, tuple[Ground, set[str]]]:
    """Every root by its key, with the claims that rest on it by themselves or by way of others."""
    found: dict[str, tuple[Ground, set[str]]] = {}
    for each in traced:
        for ground in each.grounds:
            if ground.key is not None:
                _, ids = found.setdefault(ground.key, (ground, set()))
                ids |= {each.telling.claim.id} | nx.ancestors(leads, each.telling.claim.id)
    return found


def _origin(root: Ground, claim_ids: Iterable[str]) -> Origin:
    return Origin(
        kind=root.kind,
        actor=root.actor,
        name=root.name,
        claim_ids=tuple(sorted(claim_ids)),
        is_certain=root.is_certain and root.key is not None,
    )


def _dependencies(traced: _Traced) -> Iterable[Dependency]:
    for ground in traced.grounds:
        yield Dependency(
            claim_id=traced.telling.claim.id,
            other_id=ground.lead,
            reason=traced.reason,
            said=ground.said,
            span=ground.span,
        )
