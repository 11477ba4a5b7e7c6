"""Exchanges in, through whom goods reach a party out."""

from decimal import Decimal

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.exchanges import exchanges
from sayso.system.networks import passing as module
from sayso.system.networks.passing import Passings, passings
from tests.system.networks.test_supply import flow


def through(result: Passings) -> list[tuple[str, str | None, str, str]]:
    return [
        (each.network.good, each.network.unit, one.party, one.verdict)
        for each in result.found
        for one in each.chokepoints
    ]


OIL = [flow("RUS>CHN", "3 barrel"), flow("CHN>PRK", "2 barrel"), flow("IRN>PRK", "5 barrel")]


def test_who_stands_between_is_named_with_its_links_and_the_bounds_of_the_loss() -> None:
    found = passings(exchanges(OIL), "PRK")
    assert through(found) == [("oil", "barrel", "CHN", "chokepoint")]
    (choke,) = found.found[0].chokepoints
    assert choke.loss == Interval(low=Decimal(2), high=Decimal(2))
    assert [(each.giver, each.recipient) for each in choke.links] == [("CHN", "PRK"), ("RUS", "CHN")]
    assert set(choke.claim_ids) == {claim for each in choke.links for claim in each.claim_ids}


@pytest.mark.parametrize(
    ("party", "givers", "good"), [("CHN", (), None), ("IRN", (), None), ("PRK", ("IRN",), None), ("PRK", (), "food")]
)
def test_nobody_between_is_nothing(party: str, givers: tuple[str, ...], good: str | None) -> None:
    assert through(passings(exchanges(OIL), party, givers=givers, good=good)) == []


def test_what_is_promised_or_told_of_elsewhere_has_no_say() -> None:
    elsewhere = [
        flow("AAA>BBB", "1 tonne", during="2030-01-01"),
        flow("CHN>JPN", "9 barrel"),
        flow("PRK>RUS", "1 barrel", status="promised"),
    ]
    assert passings(exchanges([*OIL, *elsewhere]), "PRK").found[0].network.day is None
    assert through(passings(exchanges([*OIL, *elsewhere]), "PRK")) == through(passings(exchanges(OIL), "PRK"))


def test_what_fits_no_category_is_not_one_thing() -> None:
    others = [flow("RUS>CHN", good="other"), flow("CHN>PRK", good="other")]
    assert through(passings(exchanges(others), "PRK")) == []
    assert through(passings(exchanges(others), "PRK", good="other")) == [("other", None, "CHN", "chokepoint")]


def test_networks_over_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_NETWORKS", 1)
    food = [flow("RUS>CHN", good="food"), flow("CHN>PRK", good="food")]
    found = passings(exchanges([*OIL, *food]), "PRK")
    assert (through(found), found.unexamined) == ([("oil", "barrel", "CHN", "chokepoint")], 1)


def test_goods_of_more_flows_than_are_summed_are_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_FLOWS", 3)
    food = [flow("RUS>CHN", good="food"), flow("CHN>PRK", good="food")]
    found = passings(exchanges([*OIL, *food]), "PRK")
    assert (through(found), found.unexamined) == ([("food", None, "CHN", "chokepoint")], 1)


def test_rings_and_self_loops_come_to_an_end() -> None:
    ring = [flow("A>B"), flow("B>A"), flow("B>B"), flow("B>PRK"), flow("PRK>A"), flow(">PRK"), flow("S>A")]
    assert {party for _, _, party, _ in through(passings(exchanges(ring), "PRK"))} == {"A", "B"}
