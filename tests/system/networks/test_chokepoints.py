"""Networks in, what the loss of a party costs out, against every corner of the capacities."""

from decimal import Decimal
from itertools import product
from random import Random

import networkx as nx
import pytest
from networkx.algorithms.flow import edmonds_karp

from sayso.corroboration.intervals import Interval
from sayso.system.networks import chokepoints as module
from sayso.system.networks.chokepoints import VERDICTS, chokepoints
from sayso.system.networks.records import Chokepoint, Link, Network


def link(text: str) -> Link:
    """`A>B 1..3`: A passes 1 to 3 on to B; `..3`, `1..` and `..` have open sides."""
    pair, amount = text.split()
    giver, _, recipient = pair.partition(">")
    low, dots, high = amount.partition("..")
    capacity = Interval(low=Decimal(low) if low else None, high=Decimal(high or low) if high or not dots else None)
    return Link(giver=giver, recipient=recipient, capacity=capacity, flow_ids=(), claim_ids=(pair,))


def network(*links: str) -> Network:
    return Network(good="oil", unit="barrel", day=None, links=tuple(map(link, links)), left_out=())


def shown(interval: Interval) -> tuple[int, int | None]:
    assert interval.low is not None
    return int(interval.low), None if interval.high is None else int(interval.high)


CASES = [
    # links; whole, without, loss, verdict of M
    (("S>M 2..5", "M>T 3..9"), (2, 5), (0, 0), (2, 5), "chokepoint"),
    (("S>M ..", "M>T .."), (0, None), (0, 0), (0, None), "chokepoint"),
    (("S>M ..4", "M>T 1.."), (0, 4), (0, 0), (0, 4), "chokepoint"),
    (("S>M 2", "M>T 2", "S>T 3..7"), (5, 9), (3, 7), (2, 2), "chokepoint"),
    (("S>M 2", "M>T 2", "S>T 3.."), (5, None), (3, None), (2, 2), "chokepoint"),
    (("S>M 0..2", "M>T 2", "S>T 3"), (3, 5), (3, 3), (0, 2), "depends"),
    (("S>M 1..", "M>T 2..", "S>T 3"), (4, None), (3, 3), (1, None), "chokepoint"),
    (("S>M 0", "M>T 4", "S>T 3"), (3, 3), (3, 3), (0, 0), "none"),
    # N can take over what M carried, if it can carry as much.
    (("S>R 4", "R>M 4", "R>N 0..6", "M>T 4", "N>T 6"), (4, 4), (0, 4), (0, 4), "depends"),
    (("S>R 4", "R>M 4", "R>N 4..6", "M>T 4", "N>T 6"), (4, 4), (4, 4), (0, 0), "none"),
]


@pytest.mark.parametrize(("links", "whole", "without", "loss", "verdict"), CASES)
def test_flows_with_and_without_a_party(
    links: tuple[str, ...],
    whole: tuple[int, int | None],
    without: tuple[int, int | None],
    loss: tuple[int, int | None],
    verdict: str,
) -> None:
    (found,) = [each for each in chokepoints(network(*links)) if each.party == "M"]
    assert (shown(found.whole), shown(found.without), shown(found.loss)) == (whole, without, loss)
    assert found.verdict == verdict
    assert found.is_exact


def test_a_chokepoint_names_its_claims_and_the_ends() -> None:
    (found,) = chokepoints(network("S>M 2", "M>T 2", "X>T 1"))
    assert (found.givers, found.recipients, found.claim_ids) == (("S", "X"), ("T",), ("M>T", "S>M"))
    assert (found.good, found.unit) == ("oil", "barrel")


@pytest.mark.parametrize("links", [(), ("A>A 1",), ("A>B 1",), ("A>B 1", "B>A 1"), ("A>B 1", "B>C 1", "C>A 1")])
def test_nobody_stands_between_where_there_are_no_ends_or_no_middle(links: tuple[str, ...]) -> None:
    assert chokepoints(network(*links)) == ()


def test_ends_may_be_named() -> None:
    ring = network("A>B 5", "B>C 3", "C>A 1")
    (found,) = chokepoints(ring, ["A"], recipients=["C"])
    assert (found.party, shown(found.loss), found.verdict) == ("B", (3, 3), "chokepoint")
    assert chokepoints(ring, ["NOBODY"], recipients=["C"]) == ()
    assert chokepoints(ring, ["A"], recipients=["A"]) == ()


def test_two_links_of_one_pair_add_up() -> None:
    (found,) = chokepoints(network("S>M 2", "S>M 3", "M>T 9"))
    assert shown(found.whole) == (5, 5)


def _random(chance: Random, *, open_sides: bool) -> Network:
    names = "STABC"
    links = []
    for giver, recipient in product(names, repeat=2):
        if giver != recipient and giver != "T" and recipient != "S" and chance.random() < 0.5:
            low = chance.randrange(4)
            high = "" if open_sides and chance.random() < 0.3 else low + chance.choice([0, 0, 1, 3])
            links.append(f"{giver}>{recipient} {low}..{high}")
    return network(*links)


def _by_hand(of: Network, party: str, capacities: tuple[int, ...]) -> tuple[int, int]:
    """The flow and the loss at some capacities, by another algorithm."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from("ST")
    for each, capacity in zip(of.links, capacities, strict=True):
        graph.add_edge(each.giver, each.recipient, capacity=capacity)
    whole = edmonds_karp(graph, "S", "T").graph["flow_value"]
    graph.remove_node(party)
    return whole, whole - edmonds_karp(graph, "S", "T").graph["flow_value"]


@pytest.mark.parametrize("seed", range(40))
def test_bounds_are_those_of_every_corner_and_hold_within(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(seed)
    of = _random(chance, open_sides=False)
    if seed % 3 == 1:
        monkeypatch.setattr(module, "_MOST_UNKNOWN", 1)
    if seed % 3 == 2:
        monkeypatch.setattr(module, "_MOST_WORK", 0)
    for found in chokepoints(of, "S", recipients="T"):
        sides = [tuple(range(int(each.capacity.low or 0), int(each.capacity.high or 0) + 1)) for each in of.links]
        corners = [_by_hand(of, found.party, each) for each in product(*({side[0], side[-1]} for side in sides))]
        inside = [_by_hand(of, found.party, tuple(map(chance.choice, sides))) for _ in range(10)]
        _check(found, corners, inside)


def _check(found: Chokepoint, corners: list[tuple[int, int]], inside: list[tuple[int, int]]) -> None:
    wholes, losses = zip(*corners, strict=True)
    assert shown(found.whole) == (min(wholes), max(wholes))
    low, high = shown(found.without)
    assert high is not None
    assert all(low <= whole - loss <= high for whole, loss in (*corners, *inside))
    low, high = shown(found.loss)
    assert high is not None
    if found.is_exact:
        assert (low, high) == (min(losses), max(losses))
    assert all(low <= loss <= high for _, loss in (*corners, *inside))
    if found.verdict == "none":
        assert max(losses) == 0
    if found.verdict == "chokepoint":
        assert min(losses) > 0 or shown(found.without) == (0, 0)
    if found.verdict == "depends" and found.is_exact:
        assert min(losses) == 0 < max(losses)


@pytest.mark.parametrize("seed", range(30))
def test_an_open_side_is_as_good_as_a_great_number(seed: int) -> None:
    of = _random(Random(seed), open_sides=True)
    great = 1_000
    for found in chokepoints(of, "S", recipients="T"):
        bounds = [shown(each.capacity) for each in of.links]
        sides = [{low, great if high is None else high} for low, high in bounds]
        wholes, losses = zip(*(_by_hand(of, found.party, each) for each in product(*sides)), strict=True)
        top = shown(found.whole)[1]
        assert max(wholes) == top if top is not None else max(wholes) >= great
        top = shown(found.loss)[1]
        if found.is_exact:
            assert max(losses) == top if top is not None else max(losses) >= great // 2
            assert min(losses) == shown(found.loss)[0]
        else:
            assert top is None or max(losses) <= top


def test_too_many_unknowns_have_sure_bounds_that_say_they_may_be_wide() -> None:
    rest = [text for number in range(8) for text in (f"S>P{number} 1..2", f"P{number}>T 1..2")]
    found = {each.party: each for each in chokepoints(network("S>M 3..4", "M>T 3..4", *rest))}
    assert not found["M"].is_exact
    assert shown(found["M"].loss) == (0, 4)
    assert found["M"].verdict == "depends"


def test_verdicts_are_explained() -> None:
    assert {verdict for *_, verdict in CASES} == set(VERDICTS)
