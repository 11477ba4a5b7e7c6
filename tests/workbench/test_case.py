"""What is found over a ledger: once, until the ledger grows, and in pages that there are."""

import gc
from pathlib import Path

import pytest

from sayso.errors import UnknownRecord
from sayso.ledger import Filter, Ledger
from sayso.records import Judgement
from sayso.vocab.actors import open_roster
from sayso.workbench.case import Case
from sayso.workbench.views.parts import pages_of
from tests.workbench.ledgers import AT, About, Part, Told, ordinary, write

SAID = Told(kind="test", meaning=9, parts=[Part(field="actor", words="Japan", actor="JPN"), " ",
                                           Part(field="trigger", words="launched"), " a satellite."])  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """An ordinary ledger of its own."""
    return Case(Ledger.open(ordinary(tmp_path / "case.sayso")), open_roster())


def test_what_is_kept_is_found_once_until_the_ledger_grows(case: Case) -> None:
    asked = []

    def count(of: Case) -> int:
        asked.append(of)
        return len(of.findings.accounts)

    before = case.kept(count)
    assert case.kept(count) == before
    assert len(asked) == 1
    run = case.ledger.begin("hand", "1", vocabulary_version="1")
    write(case.ledger, run, About(location="late.txt"), sentences=[SAID])
    assert case.kept(count) == before + 1
    assert len(asked) == 2


def test_an_acceptance_leaves_what_was_found_and_a_rejection_does_not(case: Case) -> None:
    first = next(case.ledger.claims())
    found = case.findings
    assert first.id in found.account_of
    case.ledger.judge(Judgement(id="", claim_id=first.id, verdict="accept", reviewer="Bo", at=AT))
    assert case.findings is found
    case.ledger.judge(Judgement(id="", claim_id=first.id, verdict="reject", reviewer="Bo", at=AT))
    assert case.findings is not found
    assert first.id not in case.findings.account_of


def test_looking_ahead_finds_what_pages_need_and_leaves_the_collector_on(case: Case) -> None:
    case.warm()
    assert gc.isenabled()
    assert {"model", "accounts"} <= vars(case.findings).keys()


def test_a_matter_is_known_by_any_of_its_claims_and_by_the_beginning_of_an_id(case: Case) -> None:
    account = next(each for each in case.findings.accounts if len(each.matter.tellings) > 1)
    for telling in account.matter.tellings:
        assert case.account(telling.claim.id) is account
        assert case.account(telling.claim.id[:8]) is account
    for unknown in ("", "0", account.matter.id[:2], "zzzz"):
        with pytest.raises(UnknownRecord):
            case.account(unknown)


def test_the_claims_of_a_filter_are_those_of_the_ledger(case: Case) -> None:
    wanted = Filter(actor="RUS")
    numbers = case.findings.chosen(wanted).numbers
    assert list(case.ledger.numbered(numbers)) == list(case.ledger.claims(wanted))


@pytest.mark.parametrize(
    ("total", "page", "expected"),
    [(0, 1, (1, 1)), (0, 9, (1, 1)), (50, 1, (1, 1)), (51, 2, (2, 2)), (51, 3, (2, 2)), (120, 0, (1, 3))],
)  # fmt: skip
def test_a_page_of_a_list_is_one_that_there_is(total: int, page: int, expected: tuple[int, int]) -> None:
    found = pages_of(total, page=page, size=50)
    assert (found.page, found.pages) == expected
    assert found.total == total
