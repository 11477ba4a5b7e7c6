"""Accounts in, the order in which their claims are worth a look out."""

from dataclasses import replace
from math import log2

from hypothesis import given
from hypothesis import strategies as st

from sayso.review.queue import Queued, arranged, queue
from tests.review.reviewed import SALE

ALONE = Queued(claim_id="a", texts=1, origins=1, denials=0, contradictions=0, confidence=0.5)


def test_the_weight_is_importance_times_doubt() -> None:
    told = Queued(claim_id="b", texts=3, origins=7, denials=1, contradictions=2, confidence=0.75)
    assert told.importance == log2(4) + log2(8) == 5
    assert told.doubt == 0.25 + log2(4) == 2.25
    assert told.weight == 11.25
    assert ALONE.weight == 2 * 0.5


def test_more_texts_origins_denials_or_contradictions_and_less_confidence_weigh_more() -> None:
    for heavier in (
        replace(ALONE, texts=2),
        replace(ALONE, origins=2),
        replace(ALONE, denials=1),
        replace(ALONE, contradictions=1),
        replace(ALONE, confidence=0.4),
    ):
        assert heavier.weight > ALONE.weight


def test_a_claim_rejected_before_weighs_as_if_told_alone() -> None:
    assert queue((), rejected=[SALE]) == (replace(ALONE, claim_id=SALE.id, confidence=SALE.confidence),)


@given(st.lists(st.text(max_size=3), unique=True), st.sets(st.text(max_size=3)))
def test_claims_decided_on_come_last_and_both_parts_keep_their_order(ids: list[str], decided: set[str]) -> None:
    found = arranged([replace(ALONE, claim_id=each) for each in ids], decided)
    assert sorted(found) == sorted(ids)
    is_decided = [each in decided for each in found]
    assert is_decided == sorted(is_decided)
    assert found == sorted(found, key=lambda each: (each in decided, ids.index(each)))
