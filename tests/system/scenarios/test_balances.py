"""A need, what comes and the changes in, whether there is enough before and after out.

`max(0, need - stock - sum of min(capacity, offer))` for the time that the stock has to last; see `measures.shortfall`.
"""

from decimal import Decimal

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.exchanges import exchanges
from sayso.system.measures.shortfall import COVERED, SHORT
from sayso.system.records import Flow, SystemModel
from sayso.system.scenarios.answers import what_if
from sayso.system.scenarios.language import parse_changes
from sayso.system.scenarios.records import Balance, Stretch
from tests.system.networks.test_supply import flow
from tests.system.scenarios.known import between

NEED = "fix PRK need of oil = 4 barrel/year; "
CHINA = flow("CHN>PRK", "3 barrel", during="2023")
RUSSIA = flow("RUS>PRK", "1..2 barrel", during="2023")

_Bounds = tuple[float, float]


def model(*flows: Flow) -> SystemModel:
    return SystemModel(as_of=None, parties=(), exchanges=exchanges(flows), dependences=(), stakes=())


def balance(changes: str, *flows: Flow) -> Balance:
    (found,) = what_if(model(*flows), parse_changes(changes)).balances
    return found


def near(interval: Interval | None) -> tuple[float | None, float | None]:
    """The bounds to two places: a year of days is not quite a year on average."""
    assert interval is not None
    low, high = (None if each is None else round(float(each), 2) for each in (interval.low, interval.high))
    return low, high


CASES = [
    # changes, flows; verdict and what is missing before and after
    (NEED + "cut CHN->PRK oil", (CHINA, RUSSIA), COVERED, (0, 0), SHORT, (2, 3)),
    (NEED + "cut RUS->PRK oil", (CHINA, RUSSIA), COVERED, (0, 0), SHORT, (1, 1)),
    (NEED + "fix PRK stock of oil = 2 barrel; cut RUS->PRK oil", (CHINA, RUSSIA), COVERED, (0, 0), COVERED, (0, 0)),
    (NEED + "replace CHN->PRK oil by RUS", (CHINA, RUSSIA), COVERED, (0, 0), COVERED, (0, 0)),
    (NEED + "cut CHN->PRK oil; add 3 barrel/year IRN->PRK oil", (CHINA, RUSSIA), COVERED, (0, 0), COVERED, (0, 0)),
    (NEED + "cut CHN->PRK oil; add 1 barrel/month IRN->PRK oil", (CHINA,), SHORT, (1, 1), COVERED, (0, 0)),
    (NEED + "change CHN->PRK oil by -50%", (CHINA, RUSSIA), COVERED, (0, 0), SHORT, (0.5, 1.5)),
    (NEED + "change CHN->PRK oil to 9 barrel/year", (CHINA,), SHORT, (1, 1), COVERED, (0, 0)),
    (NEED + "exclude report", (CHINA,), SHORT, (1, 1), SHORT, (4, 4)),
]


@pytest.mark.parametrize(("changes", "flows", "before", "missing", "after", "then"), CASES)
def test_what_is_missing_before_and_after(
    changes: str,
    flows: tuple[Flow, ...],
    before: str,
    missing: tuple[float, float],
    after: str,
    then: tuple[float, float],
) -> None:
    found = balance(changes, *flows)
    assert (found.before.verdict, found.after.verdict) == (before, after)
    assert near(found.before.missing) == pytest.approx(missing, abs=0.02)
    assert near(found.after.missing) == pytest.approx(then, abs=0.02)
    assert (found.of, found.good, found.unit) == ("PRK", "oil", "barrel")


def test_a_stock_has_to_last_for_its_time_and_all_amounts_are_of_that_time() -> None:
    found = balance(NEED + "fix PRK stock of oil = 1 barrel over 6 months; cut CHN->PRK oil", CHINA)
    assert near(found.need) == (2, 2)
    assert near(found.supplies[0].before) == pytest.approx((1.5, 1.5), abs=0.01)
    assert (found.before.verdict, found.after.verdict) == (COVERED, SHORT)
    assert near(found.after.missing) == (1, 1)
    assert found.over == Stretch(number=Decimal(6), unit="month")


def test_what_a_supplier_is_able_to_deliver_limits_what_it_gives() -> None:
    found = balance(NEED + "fix capacity of CHN->PRK oil = ..1 barrel/year", CHINA, RUSSIA)
    assert found.before.verdict == SHORT
    assert near(found.before.missing) == pytest.approx((1, 3), abs=0.02)


def test_a_capacity_of_somebody_of_whom_nothing_is_told_leaves_its_offer_open() -> None:
    found = balance(NEED + "fix capacity of IRN->PRK oil = 5 barrel/year")
    assert found.after.verdict == "depends on the offer of IRN->PRK oil"
    (need,) = found.needs
    assert (need.sort, need.party, need.enough, need.short) == ("offer", "IRN", between("4", None), between(None, "4"))


def test_an_unknown_need_is_what_would_have_to_be_known() -> None:
    found = balance("cut CHN->PRK oil", CHINA, RUSSIA)
    assert found.need is None
    assert (found.before.verdict, found.after.verdict) == ("depends on the need", "depends on the need")
    (need,) = found.needs
    assert (need.sort, near(need.enough), near(need.short)) == ("need", (None, 1.0), (2.0, None))


def test_what_is_told_without_a_number_or_a_time_is_an_offer_that_is_not_known() -> None:
    for told in (flow("RUS>PRK"), flow("RUS>PRK", "5 barrel"), flow("RUS>PRK", "5 tonne", during="2023")):
        found = balance(NEED + "cut CHN->PRK oil", CHINA, told)
        assert found.after.verdict == "depends on the offer of RUS->PRK oil", told.id
        assert near(found.after.missing) == (0, 4)


def test_who_gives_and_is_not_named_may_be_one_of_those_that_are() -> None:
    found = balance(NEED, CHINA, flow(">PRK", "9 barrel", during="2023"))
    assert found.after.verdict == "depends on the offer of ?->PRK oil"
    assert {each.party for each in found.supplies} == {"CHN", None}


def test_promises_are_no_supply_unless_they_are_included() -> None:
    promised = flow("RUS>PRK", "2 barrel", during="2023", status="promised")
    assert balance(NEED + "cut CHN->PRK oil", CHINA, promised).after.verdict == SHORT
    note = "RUS->PRK oil is told as promised and does not count, unless it is included"
    assert balance(NEED, CHINA, promised).notes == (note,)
    found = balance(NEED + "include promised", CHINA, promised)
    assert found.notes == ()
    assert (found.before.verdict, found.after.verdict) == (SHORT, COVERED)


def test_amounts_that_cannot_be_compared_are_any_amount_and_are_said_to_be() -> None:
    found = balance(NEED + "cut CHN->PRK oil; add 5 bn USD/year RUS->PRK oil", CHINA)
    assert found.after.verdict == "depends on the offer of RUS->PRK oil"
    assert found.notes == ("5 bn USD/year RUS->PRK oil is not told as barrel by the year, and may be any amount of it",)
    stocked = balance(NEED + "fix PRK stock of oil = 5 tonne", CHINA)
    assert stocked.after.verdict == "depends on the stock"
    assert stocked.notes == ("5 tonne is not converted to barrel, and may be any amount",)


@pytest.mark.parametrize(
    ("changes", "number"),
    [
        ("add 1 bn USD/year RUS->PRK money", 0),
        ("add 5 bn USD RUS->PRK technology", 0),
        ("cut RUS->PRK technology", 0),
        ("cut CHN->PRK trade", 0),
        ("test CHN share of PRK trade > 90%", 0),
        ("cut CHN->PRK oil; cut RUS->PRK oil; cut CHN->PRK food", 2),
        ("fix PRK need of technology = 1 engine/year", 1),
    ],
)
def test_whether_there_is_enough_is_a_question_of_goods_that_are_used_up(changes: str, number: int) -> None:
    answer = what_if(model(CHINA), parse_changes(changes))
    assert len(answer.balances) == number
    assert bool(number) == any("nobody delivers but" in each for each in answer.assumptions)


def test_what_is_fixed_of_a_good_is_no_size_of_a_whole() -> None:
    answer = what_if(model(CHINA), parse_changes(NEED + "fix PRK stock of oil = 1 barrel"))
    assert [*answer.outcomes, *answer.findings, *answer.premises, *answer.touched] == []
    assert len(answer.changes) == 2


def test_a_need_that_is_turned_into_nothing_is_covered() -> None:
    assert balance("fix PRK need of oil = 0 barrel/year; cut CHN->PRK oil", CHINA).after.verdict == COVERED
