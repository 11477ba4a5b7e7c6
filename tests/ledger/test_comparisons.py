"""What comparing one document after the other found in, what documents and claims have to do with each other out."""

from dataclasses import replace

import pytest

from sayso.errors import RecordError, UnknownRecord
from sayso.ledger import Ledger
from sayso.ledger.candidates import candidate_numbers
from sayso.records import Claim
from tests.factories import claim, document, role
from tests.ledger.reports import begin, compare, fill, join, report, reuse, stated

FIRST = [report(number)[1][0] for number in range(4)]


def _pairs(ledger: Ledger, document_id: str | None = None) -> dict[tuple[str, str], float]:
    joins = list(ledger.comparisons.joins(document_id))
    found = {(each.claim_id, each.other_id): each.score for each in joins}
    assert len(found) == len(joins), "every pair once"
    return found


def _pair(one: Claim, other: Claim) -> tuple[str, str]:
    return min(one.id, other.id), max(one.id, other.id)


def test_a_document_is_compared_once_by_a_version_and_comes_with_all_that_is_compared(ledger: Ledger) -> None:
    fill(ledger, 2)
    pending = list(ledger.comparisons.pending("1"))
    made, claims = report(1)
    assert [each.document for each in pending] == [report(0)[0], made]
    assert [each.claim for each in pending[1].tellings] == list(claims)
    assert pending[1].statements == stated(made, claims)
    assert list(ledger.comparisons.compared("1")) == []
    assert ledger.comparisons.append(pending[1], version="1")
    assert not ledger.comparisons.append(pending[1], version="1", joins=[join(*claims[:2])])
    assert [each.document.id for each in ledger.comparisons.pending("1")] == [report(0)[0].id]
    assert list(ledger.comparisons.compared("1")) == pending[1:]
    assert list(ledger.comparisons.pending("2")) == pending
    assert _pairs(ledger) == {}


def test_reuses_and_joins_come_back_as_they_were_found(ledger: Ledger) -> None:
    fill(ledger, 3)
    assert compare(ledger) == 3
    documents = [report(number)[0] for number in range(3)]
    expected = [reuse(documents[one], documents[other], share=0.15) for one, other in ((0, 1), (0, 2), (1, 2))]
    assert sorted(ledger.comparisons.reuses(), key=repr) == sorted(expected, key=repr)
    assert sorted(ledger.comparisons.reuses(documents[1].id[:6]), key=repr) == sorted(expected[::2], key=repr)
    joins = [join(FIRST[one], FIRST[other]) for one, other in ((0, 1), (0, 2), (1, 2))]
    assert sorted(ledger.comparisons.joins(), key=repr) == sorted(joins, key=repr)
    assert sorted(ledger.comparisons.joins(documents[1].id[:6]), key=repr) == sorted(joins[::2], key=repr)
    ledger.check()


def test_a_new_document_is_compared_alone(ledger: Ledger) -> None:
    fill(ledger, 2)
    compare(ledger)
    fill(ledger, 3)
    assert [each.document.id for each in ledger.comparisons.pending("1")] == [report(2)[0].id]
    assert compare(ledger) == 1
    assert len(_pairs(ledger)) == len(list(ledger.comparisons.reuses())) == 3


def test_a_pair_that_both_comparisons_found_is_one(ledger: Ledger) -> None:
    fill(ledger, 2)
    one, other = ledger.comparisons.pending("1")
    for each, else_ in ((one, other), (other, one)):
        ledger.comparisons.append(
            each,
            version="1",
            reuses=[reuse(one.document, other.document)],
            joins=[join(FIRST[0], FIRST[1])],
            others=else_.tellings,
        )
    assert _pairs(ledger) == {_pair(FIRST[0], FIRST[1]): 1.5}
    assert list(ledger.comparisons.reuses()) == [reuse(one.document, other.document)]


def test_a_later_version_takes_the_place_of_an_earlier_one_document_by_document(ledger: Ledger) -> None:
    fill(ledger, 3)
    compare(ledger, "1", score=1.0)
    compare(ledger, "2", score=2.0)
    assert set(_pairs(ledger).values()) == {2.0}
    assert {each.share for each in ledger.comparisons.reuses()} == {0.2}
    for each in ledger.comparisons.pending("3"):
        ledger.comparisons.append(each, version="3")
    assert _pairs(ledger) == {}
    assert list(ledger.comparisons.reuses()) == []


def test_claims_that_say_the_same_in_a_later_reading_keep_their_joins_until_they_are_compared_again(
    ledger: Ledger,
) -> None:
    fill(ledger, 3)
    compare(ledger)
    made, claims = report(1)
    renamed, negated = replace(claims[0], id="f" * 16), replace(claims[0], polarity="negated")
    ledger.append(made, [renamed], run=begin(ledger, "2"))
    assert set(_pairs(ledger)) == {
        _pair(FIRST[0], renamed),
        _pair(renamed, FIRST[2]),
        _pair(FIRST[0], FIRST[2]),
    }
    assert len(list(ledger.comparisons.reuses())) == 3
    (again,) = ledger.comparisons.pending("1")
    ledger.comparisons.append(again, version="1", joins=[join(renamed, FIRST[2], score=9)], others=ledger.tellings())
    assert _pairs(ledger) == {_pair(renamed, FIRST[2]): 9, _pair(FIRST[0], FIRST[2]): 1.5}
    assert len(list(ledger.comparisons.reuses())) == 1
    ledger.append(made, [negated], run=begin(ledger, "3"))
    assert _pairs(ledger) == {_pair(FIRST[0], FIRST[2]): 1.5}
    ledger.check()


def test_the_order_of_documents_changes_nothing(ledger: Ledger) -> None:
    fill(ledger, 4)
    pending = list(ledger.comparisons.pending("1"))
    for place, each in enumerate(reversed(pending)):
        before = pending[len(pending) - place :]
        ledger.comparisons.append(
            each,
            version="1",
            joins=[join(each.tellings[0].claim, other.tellings[0].claim) for other in before],
            others=[other.tellings[0] for other in before],
        )
    backwards = _pairs(ledger)
    compare(ledger, "2")
    assert backwards == _pairs(ledger)
    assert len(backwards) == 6


def test_what_is_not_of_the_document_is_refused_and_leaves_nothing_behind(ledger: Ledger) -> None:
    fill(ledger, 3)
    first, second, third = ledger.comparisons.pending("1")
    whole = reuse(first.document, second.document)
    moved = replace(whole, passages=(replace(whole.passages[0], other=whole.passages[0].span),))
    absent = document("Nobody shelled town 5.")
    for reuses, joins, said in (
        ([reuse(second.document, third.document)], [], "is not one of"),
        ([replace(whole, document_id=whole.other_id, other_id=whole.document_id)], [], "the lesser first"),
        ([moved], [], "which is not at"),
        ([], [join(FIRST[0], FIRST[1])], "none of the tellings"),
        ([], [replace(join(*report(0)[1][:2]), other_id="0")], "the lesser id first"),
    ):
        with pytest.raises(RecordError, match=said):
            ledger.comparisons.append(first, version="1", reuses=reuses, joins=joins)
    with pytest.raises(UnknownRecord, match="no document"):
        ledger.comparisons.append(first, version="1", reuses=[reuse(first.document, absent)])
    gone = replace(second.tellings[0], claim=replace(FIRST[1], id="f" * 16))
    with pytest.raises(UnknownRecord, match="no claim"):
        ledger.comparisons.append(first, version="1", joins=[join(FIRST[0], gone.claim)], others=[gone])
    assert len(list(ledger.comparisons.pending("1"))) == 3


DATED = {
    "2024-05-03": ("RUS/president", "fight"),
    "2024-05-04": ("RUS", "threaten"),
    "2024-05-09": ("RUS/army", "fight"),
    "2024-05": ("RUS", "fight"),
    None: ("RUS", "fight"),
    "2024-05-05": ("org/nyt", "fight"),
    "2024-05-06": ("UKR", "fight"),
}


@pytest.mark.parametrize(
    ("actors", "kinds", "published", "days", "expected"),
    [
        ("RUS", "", "2024-05-03", 1, "2024-05-03 2024-05-04 2024-05 None"),
        ("RUS/navy", "fight", "2024-05-04", 1, "2024-05-03 2024-05 None"),
        ("RUS", "fight threaten", "2024-05-06", 3, "2024-05-03 2024-05-04 2024-05-09 2024-05 None"),
        ("RUS", "", None, 0, "2024-05-03 2024-05-04 2024-05-09 2024-05 None"),
        ("RUS", "", "2024-05", 0, "2024-05-03 2024-05-04 2024-05-09 2024-05 None"),
        ("org/nyt UKR", "", "2024-05-05", 1, "2024-05-05 2024-05-06"),
        ("org", "", None, 0, ""),
        ("RU", "", None, 0, ""),
        ("", "", None, 0, ""),
        ("UKR", "", "9999-12-31", 10**7, "2024-05-06"),
    ],
)
def test_candidates_share_a_party_a_kind_and_a_time(
    ledger: Ledger, actors: str, kinds: str, published: str | None, days: int, expected: str
) -> None:
    for day, (actor, kind) in DATED.items():
        made = replace(document(f"They {kind} on {day}."), published=day)
        told = claim(made, kind, kind, role("actor", actor), role("target", actor), role("place", None))
        ledger.append(made, [told], run=begin(ledger))
        ledger.append(made, [replace(told, id="again")], run=begin(ledger, "2"))
    found = ledger.comparisons.candidates(actors.split(), kinds=kinds.split(), published=published, days=days)
    assert " ".join(str(each.claim.published) for each in found) == expected
    ledger.check()


def test_candidates_are_looked_up_and_not_searched_for(ledger: Ledger) -> None:
    fill(ledger, 2)
    asked: list[str] = []
    ledger._connection.set_trace_callback(asked.append)
    candidate_numbers(ledger._connection, ["RUS"], kinds=["fight"], published="2024-05-03", days=2)
    ledger._connection.set_trace_callback(None)
    (query,) = asked
    plan = [row[3] for row in ledger._connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert any("SEARCH parties" in step and "published=? AND state=? AND kind=?" in step for step in plan), plan
