"""Exchanges and a party in, through whom each good must pass to reach it, out.

Of the flows of a good only those are taken that lie on some way to the party, so that the day at which the network is
looked at is one of theirs; what goes on elsewhere has no say in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sayso.system.networks.centrality import PASSED
from sayso.system.networks.chokepoints import chokepoints
from sayso.system.networks.records import Chokepoint, Network
from sayso.system.networks.supply import networks
from sayso.system.records import Exchange, Flow

_MOST_NETWORKS = 12
"""Networks of one party that are examined, those with most links first: a good has one for each unit it is told in, and
each may take a second or two. A party of a ledger of 2,000 texts has three or four with anybody in between."""

_OTHER = "other"

_MOST_FLOWS = 20_000
"""Flows that are summed link by link, the goods with the fewest first: some five seconds. Of a good that is asked for
alone there may be as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """A good on its way to a party, in one unit, and everybody through whom it comes."""

    recipient: str
    network: Network
    chokepoints: tuple[Chokepoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passings:
    """What reaches a party through others; `unexamined` counts networks that were one too many."""

    found: tuple[Passing, ...]
    unexamined: int


def passings(
    exchanges: Iterable[Exchange], recipient: str, *, givers: Sequence[str] = (), good: str | None = None
) -> Passings:
    """The networks in which somebody stands between the givers, all where none are named, and the party.

    With a `good` of that good alone, else of all but what fits no category, which is not one thing. In the order of
    goods and units.
    """
    by_good: dict[str, list[Flow]] = {}
    for each in exchanges:
        if each.good == good or (good is None and each.good != _OTHER):
            by_good.setdefault(each.good, []).extend(flow for flow in each.flows if flow.status in PASSED)
    ways = sorted((_on_the_way(flows, recipient) for flows in by_good.values()), key=len)
    ways = [each for each in ways if any(flow.recipient != recipient for flow in each)]
    sizes = list(accumulate(map(len, ways)))
    summed = [way for way, size in zip(ways, sizes, strict=True) if size <= _MOST_FLOWS]
    nets = [
        network
        for flows in summed
        for network in networks(flows)
        if any(link.recipient != recipient for link in network.links)
    ]
    kept = sorted(nets, key=lambda each: -len(each.links))[:_MOST_NETWORKS]
    found = [
        Passing(recipient=recipient, network=each, chokepoints=chokepoints(each, givers, recipients=[recipient]))
        for each in kept
    ]
    return Passings(
        found=tuple(sorted((each for each in found if each.chokepoints), key=_by_good)),
        unexamined=len(nets) - len(kept) + len(ways) - len(summed),
    )


def _on_the_way(flows: Iterable[Flow], recipient: str) -> list[Flow]:
    """The flows to the party, to those who give to it, and so on; what it passes on itself is none of them."""
    before: dict[str, list[Flow]] = {}
    for each in flows:
        if each.recipient is not None and each.giver is not None and each.giver != recipient:
            before.setdefault(each.recipient, []).append(each)
    seen, left, found = {recipient}, [recipient], list[Flow]()
    while left:
        for each in before.get(left.pop(), ()):
            found.append(each)
            if each.giver is not None and each.giver not in seen:
                seen.add(each.giver)
                left.append(each.giver)
    return found


def _by_good(passing: Passing) -> tuple[str, str]:
    return passing.network.good, passing.network.unit or ""
