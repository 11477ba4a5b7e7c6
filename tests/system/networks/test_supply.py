"""Flows in, networks out: one good, one unit, one time."""

from decimal import Decimal

import pytest

from sayso.claims.numbers.edtf import bounds
from sayso.corroboration.intervals import Interval
from sayso.system.networks.chokepoints import chokepoints
from sayso.system.networks.supply import networks
from sayso.system.records import Amount, Figure, Flow


def flow(
    text: str, *amounts: str, during: str | None = None, status: str = "delivered", good: str = "oil", origin: str = ""
) -> Flow:
    """`RUS>CHN` with amounts as `1..3 barrel`."""
    giver, _, recipient = text.partition(">")
    name = f"{text} {amounts} {during} {status} {origin}"
    figures = []
    for each in amounts:
        bound, _, unit = each.partition(" ")
        low, dots, high = bound.partition("..")
        interval = Interval(low=Decimal(low) if low else None, high=Decimal(high or low) if high or not dots else None)
        figures.append(
            Figure(amount=Amount(interval=interval, unit=unit or None), origins=(), said=None, claim_id=f"claim {name}")
        )
    return Flow(
        named=(),
        id=name, matter_id=name, giver=giver or None, recipient=recipient or None, good=good, what=(), status=status,
        figures=tuple(figures), window=bounds(during) if during else None, basis="stated", kind="report",
        origins=(origin,) if origin else (), claim_ids=(f"claim {name}",),
    )  # fmt: skip


def capacities(flows: list[Flow]) -> list[tuple[str | None, dict[str, tuple[int, int | None]]]]:
    return [
        (each.unit, {f"{one.giver}>{one.recipient}": _bounds(one.capacity) for one in each.links})
        for each in networks(flows)
    ]


def _bounds(capacity: Interval) -> tuple[int, int | None]:
    assert capacity.low is not None
    return int(capacity.low), None if capacity.high is None else int(capacity.high)


def test_one_network_for_each_good_and_unit() -> None:
    flows = [flow("RUS>CHN", "5 barrel"), flow("CHN>PRK", "..2 barrel"), flow("RUS>PRK", "3 shell", good="ammunition")]
    assert [(each.good, each.unit) for each in networks(flows)] == [("ammunition", "shell"), ("oil", "barrel")]
    assert capacities(flows)[1][1] == {"CHN>PRK": (0, 2), "RUS>CHN": (5, 5)}


def test_what_is_told_without_a_number_has_no_upper_bound() -> None:
    assert capacities([flow("RUS>CHN", "5 barrel"), flow("CHN>PRK")]) == [
        ("barrel", {"CHN>PRK": (0, None), "RUS>CHN": (5, 5)})
    ]
    assert capacities([flow("RUS>CHN", "5 barrel"), flow("RUS>CHN")]) == [("barrel", {"RUS>CHN": (5, None)})]


def test_a_good_of_which_no_number_is_told_has_a_network_all_the_same() -> None:
    (found,) = networks([flow("RUS>CHN"), flow("CHN>PRK")])
    assert found.unit is None
    (choke,) = chokepoints(found)
    assert (choke.party, choke.verdict, choke.loss.high) == ("CHN", "chokepoint", None)


def test_two_reports_may_tell_of_the_same_and_of_more() -> None:
    rows = [flow("RUS>CHN", "5 barrel", origin="org/a"), flow("RUS>CHN", "3 barrel", origin="org/b")]
    assert capacities(rows) == [("barrel", {"RUS>CHN": (5, 8)})]


@pytest.mark.parametrize("status", ["sought", "promised", "denied"])
def test_what_has_not_passed_is_in_no_network(status: str) -> None:
    assert networks([flow("RUS>CHN", "5 barrel", status=status)]) == ()


def test_only_what_goes_on_at_one_time_is_one_network() -> None:
    early, late = flow("RUS>CHN", "5 barrel", during="2019"), flow("CHN>PRK", "2 barrel", during="2023")
    other, always = flow("CHN>PRK", "3 barrel", during="2019-05"), flow("RUS>MNG", "1 barrel")
    (found,) = networks([early, late, other, always])
    assert (found.day, found.left_out) == ("2019-05-01", (late.id,))
    (found,) = networks([early, late, other, always], on="2023-07-01")
    assert [(link.giver, link.recipient) for link in found.links] == [("CHN", "PRK"), ("RUS", "MNG")]
    assert set(found.left_out) == {early.id, other.id}


def test_flows_from_or_to_nobody_known_are_left_out() -> None:
    (found,) = networks([flow(">CHN", "5 barrel"), flow("RUS>", "5 barrel"), flow("RUS>CHN", "1..4 barrel")])
    assert len(found.links) == 1
    assert len(found.left_out) == 2


def test_open_windows_hold_the_days_on_their_open_side() -> None:
    since, once = flow("RUS>CHN", "5 barrel", during="2010/.."), flow("CHN>PRK", "2 barrel", during="2024-03-07")
    (found,) = networks([since, once])
    assert (found.day, len(found.links)) == ("2024-03-07", 2)


def test_nothing_gives_nothing() -> None:
    assert networks([]) == ()
