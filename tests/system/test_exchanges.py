"""What flows come to: at least what surely is not told twice, at most what every root may add."""

from decimal import Decimal

import pytest

from sayso.system.exchanges import exchange, exchanges
from sayso.system.flows import flows
from sayso.system.records import Testimony, Total
from tests.system.factories import told


def arms(interval: str, *origins: str, when: str | None = None, modality: str = "done", unit: str = "USD") -> Testimony:
    return told(
        "transfer",
        "giver=PRK",
        "recipient=RUS",
        "good=arms:shells",
        quantities=[f"good {interval} {unit}"],
        origins=origins,
        occurred=when,
        modality=modality,
    )


def totals(*testimonies: Testimony) -> list[Total]:
    return [total for each in exchanges(flows(testimonies)) for total in each.totals]


def bounds_of(*testimonies: Testimony) -> tuple[Decimal | None, Decimal | None]:
    (total,) = totals(*testimonies)
    return total.amount.interval.low, total.amount.interval.high


def test_up_to_is_an_upper_bound_and_no_estimate() -> None:
    assert bounds_of(arms("..5.5", "org/study")) == (Decimal(0), Decimal("5.5"))


def test_one_root_counts_once_however_often_it_is_told() -> None:
    told_twice = arms("3", "KOR"), arms("3..4", "KOR")
    assert bounds_of(*told_twice) == (Decimal(3), Decimal(4))


def test_two_roots_may_tell_of_the_same_or_of_two() -> None:
    assert bounds_of(arms("3", "KOR"), arms("2", "USA")) == (Decimal(3), Decimal(5))


def test_what_is_of_times_apart_is_added_at_both_ends() -> None:
    apart = arms("3", "KOR", when="2023"), arms("2", "KOR", when="2024"), arms("1", "KOR", when="2024-05")
    assert bounds_of(*apart) == (Decimal(5), Decimal(5))


def test_an_open_bound_stays_open() -> None:
    assert bounds_of(arms("3..", "KOR"), arms("2", "USA")) == (Decimal(3), None)


def test_unknown_lineage_may_be_a_root_of_its_own() -> None:
    assert bounds_of(arms("3"), arms("2")) == (Decimal(3), Decimal(5))


def test_roots_that_one_report_has_in_common_tie_the_others_together() -> None:
    assert bounds_of(arms("3", "KOR"), arms("4", "KOR", "USA"), arms("2", "USA")) == (Decimal(4), Decimal(4))


def test_promised_and_delivered_stand_side_by_side() -> None:
    found = totals(arms("3", "KOR"), arms("9", "KOR", modality="promised"))
    assert [(each.status, each.amount.interval.high) for each in found] == [
        ("delivered", Decimal(3)),
        ("promised", Decimal(9)),
    ]


def test_what_is_denied_or_refused_is_listed_and_not_summed() -> None:
    denied = told(
        "transfer", "giver=PRK", "recipient=RUS", "good=arms:shells", quantities=["good 9 USD"], polarity="negated"
    )
    (found,) = exchanges(flows([denied]))
    assert [each.status for each in found.flows] == ["denied"]
    assert found.totals == ()


def test_units_of_one_measure_are_converted_only_where_they_differ() -> None:
    assert [each.amount.unit for each in totals(arms("3", unit="tonne"))] == ["tonne"]
    (total,) = totals(arms("3", "KOR", unit="tonne"), arms("500", "USA", unit="kg"))
    assert total.amount.unit == "kg"
    assert total.amount.interval.high == Decimal(3500)


def test_money_of_two_currencies_is_never_added() -> None:
    assert {each.amount.unit for each in totals(arms("3"), arms("3", unit="KRW"))} == {"USD", "KRW"}


def test_no_flows_are_no_exchange() -> None:
    assert exchanges([]) == ()
    with pytest.raises(ValueError, match="at least one"):
        exchange([])


def test_thousands_of_statements_are_summed_in_time() -> None:
    many = [arms(str(year % 7), f"root-{year}", when=f"{1000 + year:04}") for year in range(2000)]
    low, high = bounds_of(*many)
    assert low == high == sum(Decimal(year % 7) for year in range(2000))
