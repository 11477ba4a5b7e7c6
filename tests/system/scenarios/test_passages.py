"""What passes from one party to another before and after changes, in the unit it is told in and never in another."""

from dataclasses import replace

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.exchanges import exchanges
from sayso.system.flows import flows
from sayso.system.records import SystemModel, Testimony
from sayso.system.scenarios.answers import what_if
from sayso.system.scenarios.language import parse_changes
from sayso.system.scenarios.records import Answer
from sayso.system.scenarios.wording import format_bound, format_subject
from tests.system.factories import told
from tests.system.scenarios.known import between


def oil(giver: str, barrels: str, origin: str, **rest: str) -> Testimony:
    """Barrels of oil from the giver to North Korea, on the word of the origin."""
    passing = ("transfer", f"giver={giver}", "recipient=PRK", "good=oil")
    return told(*passing, quantities=[f"good {barrels} barrel"], origins=[origin], **rest)


DELIVERED = oil("CHN", "4..5", "UN", occurred="2023")
PROMISED = oil("CHN", "2", "CHN", modality="promised")
RECORDED = replace(oil("RUS", "1", "USA/cia", occurred="2023"), kind="recorded")
ALL = (DELIVERED, PROMISED, RECORDED)


def asked(text: str, testimonies: tuple[Testimony, ...] = ALL) -> Answer:
    model = SystemModel(as_of=None, parties=(), exchanges=exchanges(flows(testimonies)), dependences=(), stakes=())
    return what_if(model, parse_changes(text))


def rows(answer: Answer) -> dict[tuple[str, str | None, bool], tuple[Interval, Interval]]:
    """Bounds before and after by subject, unit and whether it is a rate."""
    return {
        (format_subject(each.subject), each.unit, each.over is not None): (each.before, each.after)
        for each in answer.outcomes
    }


CHANGES = [
    ("cut CHN->PRK oil", "CHN->PRK oil", ("4", "5"), ("0", "0")),
    ("change CHN->PRK oil by -20%", "CHN->PRK oil", ("4", "5"), ("3.2", "4")),
    ("change CHN->PRK oil to 3 barrels", "CHN->PRK oil", ("4", "5"), ("3", "3")),
    ("add 1..2 barrels CHN->PRK oil", "CHN->PRK oil", ("4", "5"), ("5", "7")),
    ("add up to 2 barrels CHN->PRK oil", "CHN->PRK oil", ("4", "5"), ("4", "7")),
    ("include promised", "CHN->PRK oil", ("4", "5"), ("4", "7")),
    ("exclude UN", "CHN->PRK oil", ("4", "5"), (None, None)),
    ("exclude recorded", "RUS->PRK oil", ("1", "1"), (None, None)),
    ("fix CHN->PRK oil = 6 barrels; add 1 barrel CHN->PRK oil", "CHN->PRK oil", ("6", "6"), ("7", "7")),
    ("add 2 barrels CHN->PRK oil; cut CHN->PRK oil", "CHN->PRK oil", ("4", "5"), ("0", "0")),
    ("cut CHN->PRK oil; add 2 barrels CHN->PRK oil", "CHN->PRK oil", ("4", "5"), ("2", "2")),
]


@pytest.mark.parametrize(("text", "subject", "before", "after"), CHANGES, ids=[row[0] for row in CHANGES])
def test_a_change_moves_what_passes(
    text: str, subject: str, before: tuple[str | None, str | None], after: tuple[str | None, str | None]
) -> None:
    assert rows(asked(text)) == {(subject, "barrel", False): (between(*before), between(*after))}


def test_replacing_a_supplier_gives_what_it_gave_to_another() -> None:
    assert rows(asked("replace CHN->PRK oil by RUS")) == {
        ("CHN->PRK oil", "barrel", False): (between("4", "5"), between("0", "0")),
        ("RUS->PRK oil", "barrel", False): (between("1", "1"), between("5", "6")),
    }
    unknown = rows(asked("replace CHN->PRK oil by IRN"))
    assert unknown["IRN->PRK oil", "barrel", False] == (between(None, None), between("4", None))


def test_a_rate_is_compared_with_a_sum_over_its_window_and_with_no_sum_without_one() -> None:
    answer = rows(asked("add 365 barrels/year CHN->PRK oil"))
    ((subject, unit, is_rate),) = answer
    assert (subject, unit, is_rate) == ("CHN->PRK oil", "barrel", True)
    before, after = answer[subject, unit, is_rate]
    # 4 barrels in the 365 days of 2023, in a year of 365.2425 days
    assert [f"{bound:.4f}" for bound in (before.low or 0, before.high or 0)] == ["4.0027", "5.0033"]
    assert [f"{bound:.4f}" for bound in (after.low or 0, after.high or 0)] == ["369.0027", "370.0033"]
    undated = told("transfer", "giver=CHN", "recipient=PRK", "good=oil", quantities=["good 4 barrel"])
    assert rows(asked("add 365 barrels/year CHN->PRK oil", (undated,))) == {
        ("CHN->PRK oil", "barrel", True): (between(None, None), between("365", None))
    }


def test_units_are_not_converted() -> None:
    assert rows(asked("add 1 tonne CHN->PRK oil")) == {
        ("CHN->PRK oil", "tonne", False): (between(None, None), between("1", None))
    }


def test_what_a_change_is_about_is_listed_with_its_flows_and_claims() -> None:
    (cut,) = asked("cut CHN->PRK oil").touched
    assert cut.claim_ids == (DELIVERED.claim.id, PROMISED.claim.id)
    assert len(cut.flow_ids) == 2
    (left,) = asked("exclude recorded").touched
    assert left.claim_ids == (RECORDED.claim.id,)
    (of_one,) = asked("exclude UN").touched
    assert of_one.claim_ids == (DELIVERED.claim.id,)


def test_what_rests_on_another_origin_too_stays() -> None:
    two = replace(DELIVERED, origins=("UN", "USA/cia"))
    assert rows(asked("exclude UN", (two,))) == {}
    assert rows(asked("exclude UN; exclude USA/cia", (two,)))
    unknown = replace(DELIVERED, origins=())
    assert rows(asked("exclude UN", (unknown,))) == {}


def test_a_statement_about_what_passes_is_tested_in_its_own_measure() -> None:
    answer = asked("add 1..2 barrels CHN->PRK oil; test CHN->PRK oil < 6 barrels; test CHN->PRK oil > 4 barrels")
    found = {f"{format_subject(each.subject)} {format_bound(each.within)}": each for each in answer.findings}
    under, over = found["CHN->PRK oil < 6 barrel"], found["CHN->PRK oil > 4 barrel"]
    assert (under.before, under.after, over.before, over.after) == ("holds", "cannot tell", "holds", "holds")
    (even,) = under.break_evens
    assert even.amount == between("1", "2")  # 6 is one over the 5 that may come already, and two over the 4 that do
    assert [need.what for need in under.needs] == ["CHN->PRK oil"]
    assert over.break_evens == ()
    (other,) = asked("test CHN->PRK oil < 6 tonnes").findings
    assert (other.before, other.after) == ("cannot tell", "cannot tell")
