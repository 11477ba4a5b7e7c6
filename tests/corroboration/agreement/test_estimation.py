"""Statements with known copiers in, the consensus, its support and the agreement of each source out."""

import random
from itertools import product

import pytest

from sayso.corroboration.agreement.estimation import estimate_agreement
from sayso.corroboration.agreement.records import Consensus, Estimate, SourceAgreement, Stated

ITEMS = 40
HONEST = ("Aurora", "Beacon", "Courier", "Dispatch", "Examiner")
COPIERS = ("Mirror", "News24", "Observer", "Portal", "Quick", "Reader", "Standard")


def told(*rows: tuple[str, str, str]) -> list[Stated]:
    return [Stated(source=source, item=item, value=value) for source, item, value in rows]


def world() -> list[Stated]:
    """Five that err on their own on a fifth of forty items, and seven that repeat one who is wrong on half of them."""
    rows = []
    for item in range(ITEMS):
        for place, source in enumerate(HONEST):
            errs = item % len(HONEST) == place
            rows.append((source, f"item {item:02}", f"wrong {place}" if errs else "right"))
        for source in COPIERS:
            rows.append((source, f"item {item:02}", "copied" if item % 2 else "right"))
    return told(*rows)


def right(estimate: Estimate) -> int:
    return sum(each.value == "right" for each in estimate.consensus)


def of(estimate: Estimate, source: str) -> SourceAgreement:
    return next(each for each in estimate.agreements if each.source == source)


@pytest.mark.parametrize("method", ["VOTE", "CRH", "ACCU"])
def test_copiers_win_until_they_are_one_vote(method: str) -> None:
    assert right(estimate_agreement(world(), method, detects_copies=False)) == ITEMS / 2
    assert right(estimate_agreement(world(), method)) == ITEMS
    assert right(estimate_agreement(world(), method, copies=[COPIERS], detects_copies=False)) == ITEMS


def test_copiers_are_named_and_those_who_agree_by_being_right_are_not() -> None:
    estimate = estimate_agreement(world())
    assert of(estimate, "Mirror").copies == COPIERS[1:]
    assert all(of(estimate, source).copies == () for source in HONEST)


def test_agreement_is_with_a_named_reference_over_what_others_state_too() -> None:
    alone = Stated(source="Aurora", item="what nobody else tells", value="x")
    estimate = estimate_agreement([*world(), alone])
    assert estimate.reference == "ACCU consensus over 41 items"
    aurora = of(estimate, "Aurora")
    assert (aurora.reference, aurora.agreed, aurora.compared, aurora.share) == (estimate.reference, 32, 40, 0.8)
    assert of(estimate, "Mirror").share == 0.5
    assert of(estimate_agreement([alone]), "Aurora").share is None


def test_known_copies_may_grow_by_those_that_are_found() -> None:
    estimate = estimate_agreement(world(), copies=[("Mirror", "News24"), ("Portal", "not in the set")])
    assert of(estimate, "News24").copies == ("Mirror", *COPIERS[2:])


def test_the_order_of_what_is_told_changes_nothing() -> None:
    rows = world()
    shuffled = random.Random(4).sample(rows, len(rows))
    assert estimate_agreement(shuffled + rows[:9]) == estimate_agreement(rows)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [("a", "toll", "12"), ("b", "toll", "12.0"), ("c", "toll", "17")],
            Consensus(item="toll", value="12", support=2 / 3, sources=2, origins=2, asked=3, is_tied=False),
            id="a number is the same however written",
        ),
        pytest.param(
            [("a", "toll", "12"), ("b", "toll", "17")],
            Consensus(item="toll", value="12", support=0.5, sources=1, origins=1, asked=2, is_tied=True),
            id="a tie says so",
        ),
        pytest.param(
            [("a", "toll", "12"), ("a", "toll", "12"), ("b", "toll", "17"), ("c", "toll", "17")],
            Consensus(item="toll", value="17", support=2 / 3, sources=2, origins=2, asked=3, is_tied=False),
            id="what is said twice counts once",
        ),
        pytest.param(
            [("a", "toll", "12"), ("a", "toll", "17")],
            Consensus(item="toll", value="12", support=0.5, sources=1, origins=1, asked=1, is_tied=True),
            id="who says two things divides one vote",
        ),
    ],
)
def test_votes_are_counted(rows: list[tuple[str, str, str]], expected: Consensus) -> None:
    assert estimate_agreement(told(*rows), "VOTE").consensus == (expected,)


def test_who_is_oftener_right_weighs_more() -> None:
    """On the last item one careful source has the better of one careless."""
    rows = [(source, f"item {item}", "right") for item, source in product(range(12), ("careful", "other", "third"))]
    rows += [("careless", f"item {item}", f"wrong {item % 3}") for item in range(12)]
    rows += [("careless", "last", "1"), ("careful", "last", "2")]
    for method in ("CRH", "ACCU"):
        last = next(each for each in estimate_agreement(told(*rows), method).consensus if each.item == "last")
        assert (last.value, last.is_tied) == ("2", False)
        assert last.support > 0.5


def test_near_values_support_each_other() -> None:
    rows = told(("a", "toll", "100"), ("b", "toll", "101"), ("c", "toll", "500"))
    assert estimate_agreement(rows).consensus[0].value == "100"
    names = told(("a", "book", "simsion,graeme"), ("b", "book", "graeme simsion, witt"), ("c", "book", "Austen, J."))
    assert estimate_agreement(names).consensus[0].value != "Austen, J."


@pytest.mark.parametrize("method", ["VOTE", "CRH", "ACCU"])
def test_odd_sets_are_no_error(method: str) -> None:
    odd = ["", "🙂", "1e999999", "-1e99999999", "NaN", "inf", "0", "-0", "9" * 400, "سلام", "word " * 10_000, "１２"]
    assert estimate_agreement([], method).consensus == ()
    rows = told(*((f"s{place}", "item", value) for place, value in enumerate(odd)))
    (only,) = estimate_agreement(rows, method).consensus
    assert only.asked == len(odd)


def test_an_item_that_thousands_state_is_no_quadratic_work() -> None:
    rows = told(*((f"s{place}", "item", f"value {place % 4000}") for place in range(12_000)))
    (only,) = estimate_agreement(rows).consensus
    assert only.asked == 12_000


def test_another_method_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="choose one of ACCU, CRH, VOTE"):
        estimate_agreement(world(), "MEAN")


def test_sources_that_agree_by_accident_are_no_copies() -> None:
    """Of many who guess among few values, some agree now and then; none of them copies."""
    chance = random.Random(11)
    rows = told(
        *((f"s{chance.randrange(300):03}", f"i{place % 60}", str(chance.randrange(4))) for place in range(6000))
    )
    assert all(each.copies == () for each in estimate_agreement(rows).agreements)
