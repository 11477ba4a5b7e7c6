"""Accounts in, the order in which their claims are worth a look out."""

from dataclasses import replace
from math import log2

from hypothesis import given
from hypothesis import strategies as st

from sayso.review.queue import Queue, Queued, queue
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
    place = queue((), rejected=[SALE]).at(None, decided=[SALE.id])
    assert place.queued == replace(ALONE, claim_id=SALE.id, confidence=SALE.confidence)


@given(st.lists(st.text(max_size=3), unique=True, max_size=12), st.sets(st.text(max_size=3)))
def test_claims_decided_on_come_last_and_both_parts_keep_their_order(ids: list[str], decided: set[str]) -> None:
    made = Queue([replace(ALONE, claim_id=each) for each in ids])
    order = [each for each in ids if each not in decided] + [each for each in ids if each in decided]
    left = sum(each not in decided for each in ids)
    assert made.ids(decided=decided) == order
    for number, each in enumerate(order):
        place = made.at(each, decided=decided)
        assert place.queued is not None
        assert (place.queued.claim_id, place.number, place.left) == (each, number + 1, left)
        assert place.previous == (order[number - 1] if number else None)
        assert place.next == (order[number + 1] if number + 1 < len(order) else None)
        others = [*order[number + 1 : left], *order[: min(number, left)]]
        assert place.next_open == (others[0] if others else None)
    first = made.at(None, decided=decided)
    assert (first.queued.claim_id if first.queued else None) == (order[0] if order else None)
    elsewhere = made.at("not of this queue", decided=decided)
    assert (elsewhere.number, elsewhere.next_open) == (None, order[0] if left else None)
