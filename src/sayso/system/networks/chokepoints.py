"""The network of a good in, through which parties it must pass, whatever the unknowns, out.

The most that can pass is a maximal flow (Ford and Fulkerson 1956, *Canadian Journal of Mathematics* 8, 399-404), which
grows with every capacity: its bounds are those at all low and at all high capacities. The loss of a party is the
difference of two flows and does not grow with every capacity. But along each capacity alone it never turns: both flows
grow one for one and then no more, so that their difference is level, then rises or falls, then is level. So its least
and greatest values lie at corners, where every capacity has one of its bounds. In the capacities of the party's own
links, which are none of the flow without it, it only rises. What is left to try is every corner of the other unknowns.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import networkx as nx

from sayso.corroboration.intervals import Interval
from sayso.system.networks.capacities import Capacities
from sayso.system.networks.records import Chokepoint, Network

VERDICTS: Mapping[str, str] = {
    "chokepoint": "less would pass without it, whatever the unknowns",
    "depends": "less might pass without it, or not: that depends on numbers that are not told",
    "none": "as much would pass without it, whatever the unknowns",
}
"""What a party may be for the passing of a good."""

_MOST_UNKNOWN = 6
"""Unknown capacities of which every corner is tried: 64 of them, three flows each, some .2 s. Beyond it the loss has
bounds that are sure and may be wider than they have to be."""

_MOST_CORNERS = 1_024
"""Corners that are tried for one network, so that one of many parties stays in seconds too."""

_MOST_WORK = 100_000
"""Links times parties for which flows are found, those with most links first: two flows for each, 2 s in all. Of the
others the bounds are sure, and wide. A network of news has some tens of parties and of links."""

_SOURCE, _SINK = "\0source", "\0sink"


def chokepoints(
    network: Network, givers: Sequence[str] = (), *, recipients: Sequence[str] = ()
) -> tuple[Chokepoint, ...]:
    """Every party between givers and recipients with what its loss would cost, chokepoints first.

    Where none are named, the givers are those who get none of the good, and the recipients those who pass none on. What
    a party has of its own counts for nothing: the question is what can come from the givers. Empty where nobody stands
    between.
    """
    gives, gets = {link.giver for link in network.links}, {link.recipient for link in network.links}
    sources = sorted(set(givers) & gives if givers else gives - gets)
    sinks = sorted((set(recipients) & gets if recipients else gets - gives) - set(sources))
    study = _Study(network, sources, sinks)
    found = [study.chokepoint(party, is_flowing=place < study.examined) for place, party in enumerate(study.between())]
    order = list(VERDICTS)
    return tuple(sorted(found, key=lambda each: (order.index(each.verdict), -(each.loss.low or 0), each.party)))


class _Study:
    """The links that lie on a way from the sources to the sinks, with what flows through them."""

    def __init__(self, network: Network, sources: Sequence[str], sinks: Sequence[str]) -> None:
        self._network = network
        self._sources, self._sinks = tuple(sources), tuple(sinks)
        ends, starts = set(sinks), set(sources)
        links = [link for link in network.links if link.recipient not in starts and link.giver not in ends]
        forth = _reached([(link.giver, link.recipient) for link in links], starts)
        back = _reached([(link.recipient, link.giver) for link in links], ends)
        self._links = [link for link in links if link.giver in forth and link.recipient in back]
        self._capacities = Capacities([link.capacity for link in self._links])
        self._low = self._flow(self._capacities.lows)
        self._high = self._flow(self._capacities.highs)
        self._corners = _MOST_CORNERS
        self.examined = _MOST_WORK // max(1, len(self._links))
        """How many parties flows are found for."""

    def between(self) -> list[str]:
        """The parties that are neither source nor sink, those with most links first."""
        ends = {*self._sources, *self._sinks}
        counts: dict[str, int] = {}
        for party in (party for link in self._links for party in (link.giver, link.recipient) if party not in ends):
            counts[party] = counts.get(party, 0) + 1
        return sorted(counts, key=lambda party: (-counts[party], party))

    def chokepoint(self, party: str, *, is_flowing: bool) -> Chokepoint:
        """What the loss of the party costs; from flows without it, or at least from what its own links carry."""
        own = [place for place, link in enumerate(self._links) if party in (link.giver, link.recipient)]
        rest = [(link.giver, link.recipient) for link in self._links if party not in (link.giver, link.recipient)]
        is_only_way = not _reached(rest, set(self._sources)) & set(self._sinks)
        interval = self._capacities.interval
        whole = interval(self._low, self._high)
        is_exact = is_only_way
        if is_only_way:
            without, loss = interval(0, 0), whole
        elif is_flowing:
            low = self._flow(self._capacities.lows, without=own)
            high = self._flow(self._capacities.highs, without=own)
            without = interval(low, high)
            loss, is_exact = self._loss(party, own, least=low, most=high)
        else:
            carried = self._carried(party, own, self._capacities.lows)
            without = interval(max(0, self._low - carried), self._high)
            loss = interval(0, min(self._high, self._carried(party, own, self._capacities.highs)))
        return Chokepoint(
            party=party,
            good=self._network.good,
            unit=self._network.unit,
            givers=self._sources,
            recipients=self._sinks,
            whole=whole,
            without=without,
            loss=loss,
            is_exact=is_exact,
            verdict=_verdict(loss, is_only_way=is_only_way),
            links=tuple(self._links[place] for place in own),
            claim_ids=tuple(sorted({claim for place in own for claim in self._links[place].claim_ids})),
        )

    def _loss(self, party: str, own: Sequence[int], *, least: int, most: int) -> tuple[Interval, bool]:
        """The bounds of the loss, and whether they are reached; `least` and `most` are the flows without the party."""
        lows, highs = self._capacities.lows, self._capacities.highs
        apart = set(own)
        unknown = [place for place, low in enumerate(lows) if low != highs[place] and place not in apart]
        corners = 2 ** len(unknown)
        if len(unknown) <= _MOST_UNKNOWN and corners <= self._corners:
            self._corners -= corners
            losses = [self._losses(corner, own) for corner in self._at_corners(unknown)]
            return self._capacities.interval(min(low for low, _ in losses), max(high for _, high in losses)), True
        carried = self._carried(party, own, highs)
        return self._capacities.interval(max(0, self._low - most), min(self._high - least, carried)), False

    def _carried(self, party: str, own: Sequence[int], capacities: Sequence[int]) -> int:
        """What can pass through the party at most: no more is lost with it."""
        coming = sum(capacities[place] for place in own if self._links[place].recipient == party)
        going = sum(capacities[place] for place in own if self._links[place].giver == party)
        return min(coming, going)

    def _at_corners(self, unknown: Sequence[int]) -> Iterator[list[int]]:
        lows, highs = self._capacities.lows, self._capacities.highs
        for sides in product((lows, highs), repeat=len(unknown)):
            corner = list(lows)
            for place, side in zip(unknown, sides, strict=True):
                corner[place] = side[place]
            yield corner

    def _losses(self, corner: list[int], own: Sequence[int]) -> tuple[int, int]:
        """The loss where the party's own links have their low capacities, and where they have their high ones."""
        raised = list(corner)
        for place in own:
            raised[place] = self._capacities.highs[place]
        without = self._flow(corner, without=own)
        return self._flow(corner) - without, self._flow(raised) - without

    def _flow(self, capacities: Sequence[int], *, without: Sequence[int] = ()) -> int:
        gone = set(without)
        network: nx.DiGraph[str] = nx.DiGraph()
        network.add_edges_from((_SOURCE, party) for party in self._sources)
        network.add_edges_from((party, _SINK) for party in self._sinks)
        network.add_nodes_from((_SOURCE, _SINK))
        for place, link in enumerate(self._links):
            if place not in gone:
                known = network.get_edge_data(link.giver, link.recipient, {"capacity": 0})["capacity"]
                network.add_edge(link.giver, link.recipient, capacity=known + capacities[place])
        return int(nx.maximum_flow_value(network, _SOURCE, _SINK))


def _reached(ties: Sequence[tuple[str, str]], starts: set[str]) -> set[str]:
    """All that is reached from the starts over the ties, themselves among them."""
    leaving: dict[str, list[str]] = {}
    for one, other in ties:
        leaving.setdefault(one, []).append(other)
    seen, left = set(starts), list(starts)
    while left:
        for each in leaving.get(left.pop(), ()):
            if each not in seen:
                seen.add(each)
                left.append(each)
    return seen


def _verdict(loss: Interval, *, is_only_way: bool) -> str:
    """Whatever is told to pass is more than nothing, though no number is told: the only way is a chokepoint."""
    if loss.high == 0:
        return "none"
    return "chokepoint" if is_only_way or (loss.low or 0) > 0 else "depends"
