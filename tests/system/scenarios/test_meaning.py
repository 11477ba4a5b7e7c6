"""Answers and what is told in, what each change would mean to whom out."""

import pytest

from sayso.system.assembly import assemble
from sayso.system.influence.edges import edges
from sayso.system.scenarios.answers import what_if
from sayso.system.scenarios.language import parse_changes
from sayso.system.scenarios.meaning import NOT_KNOWN, UNCHANGED, Meaning, meanings
from tests.system.factories import told

TOLD = (
    told("transfer", "recipient=PRK", "good=oil:oil", modality="wanted", holder="PRK"),
    told("transfer", "giver=RUS", "recipient=PRK", "good=technology:it", modality="feared", holder="KOR"),
    told("deploy", "actor=PRK", "beneficiary=RUS", "force=:soldiers", modality="wanted", holder="RUS"),
    told("transfer", "giver=RUS", "recipient=PRK", "good=oil:oil", quantities=["good 3 barrel"], occurred="2023"),
)
MODEL = assemble(TOLD)


def meant(changes: str) -> tuple[Meaning, ...]:
    answer = what_if(MODEL, parse_changes(changes))
    return meanings(answer, edges(TOLD), parties=MODEL.parties)


@pytest.mark.parametrize(
    ("change", "stakes"),
    [
        ("cut RUS->PRK oil", [("PRK", "less")]),
        ("cut CHN->PRK oil", [("PRK", "less")]),
        ("add 1 barrel/year CHN->PRK oil", [("PRK", "more")]),
        ("change RUS->PRK oil by -20%", [("PRK", "less")]),
        ("change RUS->PRK oil by 20%", [("PRK", "more")]),
        ("change RUS->PRK oil to 9 barrel/year", [("PRK", "more")]),
        ("change RUS->PRK oil to 1 barrel/year", [("PRK", "less")]),
        ("add 1 bn USD RUS->PRK technology", [("KOR", "less")]),
        ("cut RUS->PRK technology", [("KOR", "more")]),
        ("cut PRK->RUS troops", [("RUS", "less")]),
        ("cut RUS->PRK food", []),
        ("cut RUS->PRK trade", []),
    ],
)
def test_each_change_has_its_sign(change: str, stakes: list[tuple[str, str]]) -> None:
    (found,) = meant(change)
    assert [(each.stake, each.becomes) for one in found.found for each in one.found if not each.is_beyond] == stakes
    assert found.said == ""
    assert bool(found.edges) == bool(stakes)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("change CHN->PRK oil to 9 barrel/year", NOT_KNOWN),
        ("change RUS->PRK oil by 0%", UNCHANGED),
    ],
)
def test_a_change_that_has_no_direction_says_so(change: str, said: str) -> None:
    (found,) = meant(change)
    assert (found.said, found.found) == (said, ())


def test_only_what_passes_is_searched() -> None:
    assert meant("exclude recorded; fix PRK trade = 1 bn USD; fix PRK need of oil = 1 barrel/year") == ()
    assert meant("replace RUS->PRK oil by CHN; test CHN share of PRK trade > 1%") == ()
    assert len(meant("cut RUS->PRK oil; cut RUS->PRK oil; cut RUS->PRK food")) == 2
