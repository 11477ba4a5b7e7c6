"""Tellings and their joins in, matters out: groups of tellings that say the same, the same in whatever order they came.

Joins are a graph. Its connected parts are looked at one by one, so that a new document touches only the parts that it
is joined to; within a part, groups are merged by average linkage.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import networkx as nx

from sayso.corroboration.linkage import Linkage, Pair, link
from sayso.corroboration.records import Join, Matter, Telling

_LINKAGE = Linkage(least=0.0, missing=-1.5)
"""Log odds of `joining`: merge when as likely as not. Pairs without a join lie below its threshold, how far is not
known; with -1.5 a telling joins a group of three with two joins of 1."""


_NEUTRAL = -0.01
"""For two claims of one sentence: "has earned 5 billion from selling arms". That they are not joined says nothing
against their being one matter, and alone it is no reason to put them together."""


def matters(
    tellings: Iterable[Telling], joins: Iterable[Join], *, bonds: Iterable[Pair] = (), cuts: Iterable[Pair] = ()
) -> tuple[Matter, ...]:
    """Every matter, those told first first; a telling that is joined to none is a matter by itself.

    `bonds` and `cuts` are pairs of claim ids that analysts have put together or apart; they overrule the joins, and
    those of claims that are not among the tellings are passed over.
    """
    by_id = {telling.claim.id: telling for telling in tellings}
    joined = {(each.claim_id, each.other_id): each for each in joins if {each.claim_id, each.other_id} <= by_id.keys()}
    bound, parted = _known(bonds, by_id), _known(cuts, by_id)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(by_id)
    graph.add_edges_from((*joined, *bound))
    found = [
        _matter([by_id[claim_id] for claim_id in group], joined)
        for part in nx.connected_components(graph)
        for group in _groups(part, graph, joined=joined, tellings=by_id, bonds=bound, cuts=parted)
    ]
    return tuple(sorted(found, key=lambda matter: order(matter.tellings[0])))


def order(telling: Telling) -> tuple[str, str, int, str]:
    """The order of tellings: by publication, those without a date last, then by document and place in it.

    A date without a day stands at the end of its month or year: what is dated to the day was surely there first.
    """
    claim = telling.claim
    return (f"{claim.published or ''}~", claim.document_id, claim.event.trigger.start, claim.id)


def _known(pairs: Iterable[Pair], by_id: Mapping[str, Telling]) -> set[Pair]:
    return {(min(pair), max(pair)) for pair in pairs if set(pair) <= by_id.keys()}


def _groups(
    part: set[str],
    graph: "nx.Graph[str]",
    *,
    joined: Mapping[Pair, Join],
    tellings: Mapping[str, Telling],
    bonds: set[Pair],
    cuts: set[Pair],
) -> list[list[str]]:
    if len(part) == 1:
        return [list(part)]
    pairs = [(min(edge), max(edge)) for edge in graph.subgraph(part).edges]
    scores = dict.fromkeys(_in_one_sentence(part, tellings), _NEUTRAL)
    scores.update((pair, joined[pair].score) for pair in pairs if pair in joined)
    return link(
        part,
        scores,
        linkage=_LINKAGE,
        bonds=bonds.intersection(pairs),
        cuts={pair for pair in cuts if set(pair) <= part},
    )


def _in_one_sentence(part: set[str], tellings: Mapping[str, Telling]) -> Iterator[Pair]:
    """Pairs of claims in the part that stand in one sentence."""
    beside: dict[tuple[str, int], list[str]] = {}
    for claim_id in sorted(part):
        evidence = tellings[claim_id].claim.provenance.evidence
        beside.setdefault((evidence.document_id, evidence.start), []).append(claim_id)
    for ids in beside.values():
        yield from combinations(ids, 2)


def _matter(tellings: Sequence[Telling], joined: Mapping[Pair, Join]) -> Matter:
    ordered = sorted(tellings, key=order)
    ids = sorted(telling.claim.id for telling in ordered)
    within = (joined.get((one, other)) for place, one in enumerate(ids) for other in ids[place + 1 :])
    return Matter(
        id=ordered[0].claim.id, tellings=tuple(ordered), joins=tuple(each for each in within if each is not None)
    )
