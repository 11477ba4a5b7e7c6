"""Testimonies in, who depends on whom for what out, and the shares of a party with their concentration."""

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.dependence import (
    NO_DEPENDENT,
    NO_PROVIDER,
    NOT_TOLD_AS_SO,
    ON_ITSELF,
    TOGETHER,
    breakdowns,
    dependences,
    left_out,
)
from sayso.system.records import Dependence, Testimony
from tests.system.factories import told

Row = tuple[str, str, str | None, str | None, tuple[str | None, str | None] | None]


def row(of: Dependence) -> Row:
    share = of.share
    ends = None if share is None else tuple(None if end is None else str(end) for end in (share.low, share.high))
    return of.dependent, of.provider, of.good, of.whole, ends  # type: ignore[return-value]


def traded(*parties: str, percent: str, of: str = "trade", **rest: object) -> Testimony:
    return told("trade", *parties, quantities=[f"{of} {percent} percent"], **rest)  # type: ignore[arg-type]


def recorded(partner: str, percent: str, *, of: str, year: str = "2023") -> Testimony:
    """A row of reference data: a share of North Korea's trade in 2023 (CIA World Factbook)."""
    made = traded("actor=PRK", f"partner={partner}", percent=percent, of=of, occurred=year, origins=["USA/cia"])
    return replace(made, kind="recorded")


def together(*testimonies: Testimony) -> list[Testimony]:
    return [replace(each, matter_id=testimonies[0].matter_id) for each in testimonies]


CASES: list[tuple[str, Testimony, list[Row]]] = [
    (
        "Russia is less than 2 % of North Korea's trade, which says nothing of Russia's",
        traded("actor=PRK", "partner=RUS", percent="..2"),
        [("PRK", "RUS", None, "trade", (None, "0.02"))],
    ),
    (
        "more than 90 %, of the state by its body",
        traded("actor=PRK/government", "partner=CHN/customs", percent="90.."),
        [("PRK", "CHN", None, "trade", ("0.9", None))],
    ),
    ("trade without a share is no dependence", told("trade", "actor=PRK", "partner=RUS"), []),
    ("money is no share", told("trade", "actor=PRK", "partner=RUS", quantities=["good 5..6 USD"]), []),
    ("growth is no share", traded("actor=PRK", "partner=RUS", percent="40", of="growth"), []),
    ("over 100 percent is no share", traded("actor=PRK", "partner=RUS", percent="140"), []),
    ("another kind", told("transfer", "giver=PRK", "recipient=RUS", quantities=["good 40 percent"]), []),
    (
        "a share of what is bought of one good",
        traded("actor=DEU", "partner=RUS", "good=gas:gas", percent="55", of="imports"),
        [("DEU", "RUS", "gas", "imports", ("0.55", "0.55"))],
    ),
    (
        "dependence as such",
        told("depend", "actor=PRK", "provider=CHN"),
        [("PRK", "CHN", None, None, None)],
    ),
    (
        "dependence for two goods",
        told("depend", "actor=PRK", "provider=CHN", "good=oil:oil", "good=food:grain"),
        [("PRK", "CHN", "food", None, None), ("PRK", "CHN", "oil", None, None)],
    ),
    (
        "dependence with a share",
        told("depend", "actor=PRK", "provider=CHN", "good=oil:its oil", quantities=["good 90 percent"]),
        [("PRK", "CHN", "oil", "its oil", ("0.9", "0.9"))],
    ),
    (
        "a share of two goods together is none of one of them",
        told("depend", "actor=PRK", "provider=CHN", "good=oil:oil", "good=food:grain", quantities=["good 9 percent"]),
        [("PRK", "CHN", "food", None, None), ("PRK", "CHN", "oil", None, None)],
    ),
    (
        "some other good that is all its trade",
        told("depend", "actor=BLR", "provider=RUS", "good=other:its trade", quantities=["good 60.. percent"]),
        [("BLR", "RUS", None, "its trade", ("0.6", None))],
    ),
    (
        "a share of two providers together is at most that of each",
        traded("actor=PRK", "partner=CHN", "partner=RUS", percent="95..98"),
        [("PRK", "CHN", None, "trade", (None, "0.98")), ("PRK", "RUS", None, "trade", (None, "0.98"))],
    ),
    (
        "two dependents may differ, and both depend",
        told("depend", "actor=POL", "actor=HUN", "provider=RUS", quantities=["depend 80 percent"]),
        [("HUN", "RUS", None, None, None), ("POL", "RUS", None, None, None)],
    ),
    (
        "two bodies of one state are one party",
        traded("actor=PRK", "partner=RUS", "partner=RUS/president", percent="2"),
        [("PRK", "RUS", None, "trade", ("0.02", "0.02"))],
    ),
]


@pytest.mark.parametrize(("testimony", "rows"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_a_claim_tells_of_dependence(testimony: Testimony, rows: list[Row]) -> None:
    found = dependences([testimony])
    assert [row(each) for each in found] == rows
    assert all(each.claim_ids == (testimony.claim.id,) for each in found)
    assert left_out([testimony]) == ()


@pytest.mark.parametrize(
    ("testimony", "reason"),
    [
        (traded("actor=", "partner=RUS", percent="2"), NO_DEPENDENT),
        (traded("partner=RUS", percent="2"), NO_DEPENDENT),
        (traded("actor=PRK", percent="2"), NO_PROVIDER),
        (told("depend", "actor=RUS"), NO_PROVIDER),
        (told("depend", "provider=CHN"), NO_DEPENDENT),
        (told("depend", "actor=RUS", "provider=RUS/president"), ON_ITSELF),
        (told("depend", "actor=RUS", "provider=CHN", modality="feared"), NOT_TOLD_AS_SO),
        (told("depend", "actor=RUS", "provider=CHN", modality="hypothetical"), NOT_TOLD_AS_SO),
        (traded("actor=POL", "actor=HUN", "partner=RUS", percent="80"), TOGETHER),
        (traded("actor=PRK", "partner=CHN", "partner=RUS", percent="95.."), TOGETHER),
        (traded("actor=PRK", "partner=CHN", "good=oil:oil", "good=food:grain", percent="95"), TOGETHER),
    ],
)
def test_what_is_no_row_is_left_out_with_its_reason(testimony: Testimony, reason: str) -> None:
    assert dependences([testimony]) == ()
    found = left_out([testimony])
    assert {each.reason for each in found} == {reason}
    assert {each.claim_id for each in found} == {testimony.claim.id}


def test_a_claim_without_roles_tells_nothing_that_could_be_a_row() -> None:
    assert dependences([told("depend"), told("trade")]) == ()
    assert [each.reason for each in left_out([told("depend"), told("trade")])] == [NO_DEPENDENT]


def test_shares_of_different_origins_are_rows_of_their_own_and_the_same_share_is_one() -> None:
    first = traded("actor=PRK", "partner=CHN", percent="90..", origins=["org/nyt"])
    again = traded("actor=PRK", "partner=CHN", percent="90..", origins=["org/xataka"], published="2024-11-09")
    other = traded("actor=PRK", "partner=CHN", percent="98.3", origins=["KOR/kotra"])
    denied = traded("actor=PRK", "partner=CHN", percent="98.3", origins=["PRK"], polarity="negated")
    found = dependences(together(first, again, other, denied))
    assert [(row(each)[4], each.origins, each.polarity) for each in found if each.polarity == "negated"] == [
        (("0.983", "0.983"), ("PRK",), "negated")
    ]
    by_share = {row(each)[4]: each for each in found if each.polarity == "affirmed"}
    assert set(by_share) == {("0.9", None), ("0.983", "0.983")}
    assert by_share["0.9", None].origins == ("org/nyt", "org/xataka")
    assert by_share["0.9", None].claim_ids == tuple(sorted((first.claim.id, again.claim.id)))
    assert len({each.id for each in found}) == 3


def test_the_rows_are_the_same_in_whatever_order_testimonies_come() -> None:
    testimonies = together(
        traded("actor=PRK", "partner=CHN", percent="90", of="exports", origins=["a"], occurred="2022"),
        traded("actor=PRK", "partner=CHN", percent="90.000", of="exports", origins=["b"]),
        traded("actor=PRK", "partner=CHN", percent="90", of="Exports", origins=["c"], occurred="2023"),
    )
    found = dependences(testimonies)
    assert [each.whole for each in found] == ["Exports", "exports", "exports"]
    assert all(dependences(order) == found for order in permutations(testimonies))
    assert sorted(each.window.first or "" if each.window else "none" for each in found) == [
        "2022-01-01",
        "2023-01-01",
        "none",
    ]


def test_an_undated_telling_is_of_the_only_time_that_its_matter_tells() -> None:
    testimonies = together(
        traded("actor=PRK", "partner=CHN", percent="90", origins=["a"], occurred="2022"),
        traded("actor=PRK", "partner=CHN", percent="90", origins=["b"]),
    )
    (found,) = dependences(testimonies)
    assert found.window is not None
    assert found.window.first == "2022-01-01"
    assert found.origins == ("a", "b")


def test_matters_stay_apart_so_that_one_can_be_made_anew() -> None:
    one, other = (
        traded("actor=PRK", "partner=CHN", percent="90", published=day) for day in ("2024-01-01", "2024-02-01")
    )
    assert set(dependences([one, other])) == {*dependences([one]), *dependences([other])}
    assert len(dependences([one, other])) == 2


def test_the_factbook_of_2023_bounds_the_concentration_of_north_koreas_exports_and_imports() -> None:
    exports = {"CHN": "74", "POL": "3", "SEN": "3", "AGO": "3", "AUT": "3"}
    imports = {"CHN": "97", "TGO": "1", "PER": "1", "GAB": "1", "IND": "0..0.5"}
    rows = dependences(
        [recorded(partner, percent, of="exports") for partner, percent in exports.items()]
        + [recorded(partner, percent, of="imports") for partner, percent in imports.items()]
        + [recorded("CHN", "84", of="exports", year="2022"), traded("actor=RUS", "partner=CHN", percent="30")]
    )
    found = {(each.whole, each.window.first if each.window else None): each for each in breakdowns(rows, "PRK")}
    assert list(found) == [("exports", "2022-01-01"), ("exports", "2023-01-01"), ("imports", "2023-01-01")]
    of_exports, of_imports = found["exports", "2023-01-01"], found["imports", "2023-01-01"]
    assert of_exports.concentration == Interval(low=Decimal(5512), high=Decimal(5552))
    assert of_imports.concentration == Interval(low=Decimal(9412), high=Decimal(9412))
    assert of_exports.unlisted == Interval(low=Decimal(0), high=Decimal("0.03"))
    assert of_imports.unlisted == Interval(low=Decimal(0), high=Decimal("0.005"))
    assert of_exports.shares[0].provider == "CHN"
    assert all(each.basis == "recorded" for each in of_exports.shares)


def test_shares_that_texts_state_leave_the_rest_to_anybody() -> None:
    rows = dependences(
        [
            traded("actor=PRK", "partner=CHN", percent="90.."),
            traded("actor=PRK", "partner=CHN", percent="98", published="2024-12-01"),
            traded("actor=PRK", "partner=RUS", percent="..2"),
            traded("actor=PRK", "partner=IRN", percent="7", polarity="negated"),
            told("depend", "actor=PRK", "provider=CHN"),
        ]
    )
    (found,) = breakdowns(rows, "PRK")
    assert [each.provider for each in found.shares] == ["CHN", "CHN", "RUS"]
    # China has 90 to 100 %, Russia up to 2 %: up to 10 % is left to one alone.
    assert found.unlisted == Interval(low=Decimal(0), high=Decimal("0.1"))
    assert (found.concentration.low, found.concentration.high) == (Decimal(8100), Decimal(10000))
    assert breakdowns(rows, "RUS") == ()


def test_shares_that_cannot_be_of_one_whole_have_no_concentration() -> None:
    rows = dependences([traded("actor=PRK", f"partner={each}", percent="60") for each in ("CHN", "RUS")])
    (found,) = breakdowns(rows, "PRK")
    assert found.concentration == Interval(low=None, high=None)
