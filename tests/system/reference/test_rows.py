"""The shipped edition: rows are words of entries, and zero, not listed and not collected are three things."""

from decimal import Decimal

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.reference.fields import FIELDS
from sayso.system.reference.rows import edition, page, rows, standing, states
from sayso.vocab.actors import open_roster

EVERY = [row for state in states() for entry in page(state) for row in entry.rows]


def interval(low: str | None, high: str | None) -> Interval:
    return Interval(low=None if low is None else Decimal(low), high=None if high is None else Decimal(high))


def test_the_edition_says_what_it_is_and_on_what_terms() -> None:
    assert (edition().name, edition().edition) == ("The World Factbook", "2026, the last")
    assert "public domain" in edition().licence


def test_every_page_is_of_a_state_of_the_roster() -> None:
    assert len(states()) == 243
    assert set(states()) <= set(open_roster().territories)


def test_every_row_quotes_its_entry_and_has_bounds_in_order() -> None:
    assert len(EVERY) > 6_900
    for row in EVERY:
        assert row.entry[row.start : row.start + len(row.quote)] == row.quote, row
        assert row.quote == row.quote.strip()
        assert row.field in FIELDS
        assert row.written.high is not None
        for each in (row.written, row.interval):
            assert each.low is None or (each.high is not None and 0 <= each.low <= each.high), row


def test_shares_of_a_list_are_of_different_states_and_no_more_than_all() -> None:
    for state in states():
        for field in ("export partners", "import partners"):
            listed = rows(state, field)
            assert len({row.partner for row in listed}) == len(listed)
            assert sum(row.interval.low or 0 for row in listed) <= 100, (state, field)


# The numbers of the issue: exports of North Korea to China 74 %, imports 97 %, and the four smaller ones of each list.
PARTNERS = {
    "export partners": [("CHN", "74"), ("POL", "3"), ("SEN", "3"), ("AGO", "3"), ("AUT", "3")],
    "import partners": [("CHN", "97"), ("TGO", "1"), ("PER", "1"), ("GAB", "1"), ("IND", "0")],
}


@pytest.mark.parametrize("field", PARTNERS)
def test_the_partners_of_north_korea_are_those_of_2023(field: str) -> None:
    found = rows("PRK", field)
    assert [(row.partner, str(row.written.high)) for row in found] == PARTNERS[field]
    assert {row.year for row in found} == {"2023"}


NUMBERS = [
    ("PRK", "export partners", "China 74%", ("74", "74"), ("73.5", "74.5"), "stated"),
    ("PRK", "import partners", "India 0%", ("0", "0"), ("0", "0.5"), "stated"),
    ("PRK", "gdp", "$16.447 billion", ("16447000000",) * 2, ("16446500000", "16447500000"), "doubted estimate"),
    ("PRK", "petroleum consumed", "18,000 bbl/day", ("18000",) * 2, ("17500", "18500"), "doubted estimate"),
    ("PRK", "military spending", "from $7 billion to $11 billion", ("7000000000", "11000000000"), None, None),
    ("TWN", "export partners", "China 20%", ("20", "20"), ("19.5", "20.5"), "stated"),
    ("UKR", "military spending by gdp", "4% of GDP", ("4", "4"), ("3.5", "4.5"), "estimate"),
]


@pytest.mark.parametrize(("state", "field", "quote", "written", "meant", "grade"), NUMBERS)
def test_a_number_has_the_bounds_of_its_rounding_and_the_grade_of_its_words(
    state: str, field: str, quote: str, written: tuple[str, str], meant: tuple[str, str] | None, grade: str | None
) -> None:
    row = next(row for row in rows(state, field) if row.quote == quote)
    assert (row.written.low, row.written.high) == tuple(map(Decimal, written))
    if meant is not None:
        assert (row.interval.low, row.interval.high) == tuple(map(Decimal, meant))
        assert row.grade == grade


SOLDIERS = [
    ("PRK", None, "1300000", "as many as 1.3 million active-duty Korean People's Army"),
    ("RUS", "1100000", "1200000", "estimated 1.1-1.2 million active Armed Forces"),
    ("UKR", "850000", "1000000", "estimated 850,000-1 million active Defense Forces"),
    ("ETH", "150000", "300000", "estimated 150-300,000 active-duty Defense Force"),
    ("CHN", "2000000", "2000000", "approximately 2 million active-duty PLA"),
    ("CPV", "1000", "1500", "approximately 1,000-1,500 active personnel"),
]


@pytest.mark.parametrize(("state", "low", "high", "quote"), SOLDIERS)
def test_the_strength_of_an_army_keeps_its_bound_and_its_about(
    state: str, low: str | None, high: str, quote: str
) -> None:
    (row,) = rows(state, "military personnel")
    assert (row.written.low, row.written.high) == (None if low is None else Decimal(low), Decimal(high))
    assert row.written.approximate
    assert row.quote == quote


@pytest.mark.parametrize(
    ("state", "why"),
    [("SDN", "before the war"), ("AFG", "a claim of the Taliban"), ("GEO", "authorised"), ("CRI", "police")],
)
def test_an_entry_that_counts_no_army_of_today_gives_no_number(state: str, why: str) -> None:
    assert rows(state, "military personnel") == ()


STANDINGS = [
    ("PRK", "CHN", "export partners", "listed", ("73.5", "74.5")),
    ("PRK", "IND", "import partners", "listed", ("0", "0.5")),
    ("PRK", "RUS", "export partners", "not listed", ("0", "3.5")),
    ("PRK", "RUS", "import partners", "not listed", ("0", "0.5")),
    ("GGY", "FRA", "export partners", "not listed", ("0", "100")),
    ("ATA", "FRA", "export partners", "not collected", ("0", "100")),
]


@pytest.mark.parametrize(("state", "partner", "field", "status", "bounds"), STANDINGS)
def test_zero_not_listed_and_not_collected_are_three_things(
    state: str, partner: str, field: str, status: str, bounds: tuple[str, str]
) -> None:
    found = standing(state, partner, field=field)
    assert found.status == status
    assert (found.interval.low, found.interval.high) == tuple(map(Decimal, bounds))


def test_a_list_that_leaves_little_bounds_the_others_by_what_is_left() -> None:
    for state in states():
        for field in PARTNERS:
            listed = rows(state, field)
            found = standing(state, "nobody", field=field).interval.high
            assert found is not None
            if listed:
                left = 100 - sum(row.interval.low or 0 for row in listed)
                assert found <= max(left, Decimal("0.5"))
                assert found <= min(row.interval.high or 0 for row in listed)


def test_what_is_no_state_has_no_page() -> None:
    assert page("org/wagner") == ()
    assert rows("EU", "gdp") == ()
