"""Ledgers with judgements in, matters as analysts leave them out; what is not touched is the same object."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.ledger.judging import PAIRED
from sayso.pipeline import Accounts
from sayso.records import Claim, Judgement
from sayso.review.judged import JudgedMatters
from sayso.review.register import Signed, identify
from sayso.vocab.actors import open_roster
from tests.factories import claim, document, role, span
from tests.ledger.reports import compare, fill
from tests.review.reviewed import AT, decide, holding

TEXTS = [document(f"Wagner sold ships to Chile, part {number}.", location=f"{number}.txt") for number in range(4)]
SOLD = [
    claim(each, "transfer", "sold", role("giver", "org/wagner-group", span(each, "Wagner")), role("recipient", "CHL"))
    for each in TEXTS
]
READ = tuple((text, [sold]) for text, sold in zip(TEXTS, SOLD, strict=True))
SAME = Signed(reviewer="ann", at=AT, reason="two names")


def _told(matters: JudgedMatters) -> list[list[Claim]]:
    return [[each.claim for each in matter.tellings] for matter in matters]


def _anew(ledger: Ledger) -> list[object]:
    return list(JudgedMatters(ledger))


def test_a_decision_changes_its_own_matter_and_what_follows_is_what_would_be_found_anew(tmp_path: Path) -> None:
    with holding(tmp_path / "case.sayso", *READ) as ledger:
        decide(ledger, SOLD[0], "merge", target=SOLD[1].id)
        matters = JudgedMatters(ledger)
        before = list(matters)
        assert len(before) == 3
        decide(ledger, SOLD[2], "accept")
        matters.refresh()
        assert all(one is other for one, other in zip(before, matters, strict=True))
        decide(ledger, SOLD[0], "reject", at="2026-03-02T10:00:00Z")
        matters.refresh()
        assert [SOLD[1]] in _told(matters)
        assert sum(any(each is other for other in before) for each in matters) == 2
        decide(ledger, SOLD[1], "correct", corrections={"modality": "planned"})
        matters.refresh()
        assert [replace(SOLD[1], modality="planned")] in _told(matters)
        assert list(matters) == _anew(ledger)
        decide(ledger, SOLD[1], "reject", at="2026-03-03T10:00:00Z")
        matters.refresh()
        assert len(list(matters)) == 2
        assert list(matters) == _anew(ledger)
        for claim_ in SOLD[:2]:
            decide(ledger, claim_, "undo", at="2026-03-04T10:00:00Z")
        matters.refresh()
        assert len(list(matters)) == 3
        assert list(matters) == _anew(ledger)


def test_mergers_and_splits_are_followed(tmp_path: Path) -> None:
    with holding(tmp_path / "case.sayso", *READ) as ledger:
        matters = JudgedMatters(ledger)
        assert len(list(matters)) == 4
        decide(ledger, SOLD[3], "merge", target=SOLD[1].id)
        decide(ledger, SOLD[3], "reject", at="2026-03-02T10:00:00Z")
        matters.refresh()
        assert len(list(matters)) == 3
        assert list(matters) == _anew(ledger)
        decide(ledger, SOLD[1], "split", target=SOLD[3].id)
        matters.refresh()
        assert list(matters) == _anew(ledger)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_judged_what_follows_is_what_would_be_found_anew(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        fill(ledger, 5)
        compare(ledger, score=0.8)
        accounts, roster = Accounts(ledger, roster=open_roster()), open_roster()
        claims = [each.id for each in ledger.claims()][::3]
        for step in range(25):
            one, other = chance.sample(claims, 2)
            verdict = chance.choice(("accept", "reject", "correct", "merge", "split", "undo", "undo"))
            holding = ledger.standing(ledger.claim(one)).holding
            if verdict == "undo" and holding is None:
                continue
            target = holding.id if verdict == "undo" and holding else other if verdict in PAIRED else None
            correction = '{"modality":"planned"}' if verdict == "correct" else None
            at = f"2026-03-01T10:{step:02}:00Z"
            ledger.judge(
                Judgement(
                    id="", claim_id=one, verdict=verdict, reviewer="ann", at=at, correction=correction, target=target
                )
            )
            before = list(accounts)
            has_changed = accounts.refresh()
            anew = Accounts(ledger, roster=roster)
            assert list(accounts) == list(anew)
            assert accounts.of_claim == anew.of_claim
            assert has_changed or before == list(anew)


def test_an_actor_that_is_another_stands_under_the_id_of_that_one_until_it_is_taken_back(tmp_path: Path) -> None:
    with holding(tmp_path / "case.sayso", *READ) as ledger:
        accounts = Accounts(ledger, roster=open_roster())
        identify(ledger, "org/wagner-group", same_as="org/wagner", signed=SAME)
        assert accounts.refresh()
        for account in accounts:
            assert account.matter.tellings[0].claim.event.roles[0].actor == "org/wagner"
        assert next(ledger.claims()).event.roles[0].actor == "org/wagner-group"
        identify(ledger, "org/wagner-group", same_as=None, signed=SAME)
        assert accounts.refresh()
        assert not accounts.refresh()
        assert [each.matter for each in accounts] == _anew(ledger)


def test_judgements_hold_for_a_later_reading_that_says_the_same(tmp_path: Path) -> None:
    with holding(tmp_path / "case.sayso", *READ) as ledger:
        decide(ledger, SOLD[0], "reject")
        decide(ledger, SOLD[1], "correct", corrections={"modality": "planned"})
        run = ledger.begin("hand", "2", vocabulary_version="1")
        for text, sold in zip(TEXTS, SOLD, strict=True):
            ledger.append(text, [replace(sold, id=sold.id[::-1], confidence=0.9)], run=run)
        told = [each for matter in _told(JudgedMatters(ledger)) for each in matter]
        assert SOLD[0].id[::-1] not in [each.id for each in told]
        assert next(each for each in told if each.id == SOLD[1].id[::-1]).modality == "planned"
