"""What comparing one document after the other found in, what documents and claims have to do with each other out."""

from dataclasses import replace

import pytest

from sayso.errors import RecordError, UnknownRecord
from sayso.ledger import Ledger
from sayso.ledger.answers import Scene
from sayso.records import Claim, Statement
from tests.factories import document
from tests.ledger.reports import begin, compare, fill, join, parallel, report, reuse, stated

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


def _first(number: int) -> Statement:
    """The first sentence of a report."""
    return stated(*report(number))[0]


def test_parallels_come_back_as_they_were_found(ledger: Ledger) -> None:
    fill(ledger, 3)
    compare(ledger)
    expected = [parallel(_first(one), _first(other)) for one, other in ((0, 1), (0, 2), (1, 2))]
    assert sorted(ledger.comparisons.parallels(), key=repr) == sorted(expected, key=repr)
    middle = report(1)[0].id
    assert sorted(ledger.comparisons.parallels(middle[:6]), key=repr) == sorted(expected[::2], key=repr)
    with pytest.raises(UnknownRecord):
        list(ledger.comparisons.parallels("f" * 16))
    ledger.check()


def test_a_later_comparison_takes_the_place_of_parallels(ledger: Ledger) -> None:
    fill(ledger, 3)
    compare(ledger, "1", score=1.0)
    compare(ledger, "2", score=2.0)
    assert [each.score for each in ledger.comparisons.parallels()] == [2.0] * 3
    for each in ledger.comparisons.pending("3"):
        ledger.comparisons.append(each, version="3")
    assert list(ledger.comparisons.parallels()) == []


def test_parallels_stand_until_a_document_that_was_read_again_is_compared_again(ledger: Ledger) -> None:
    fill(ledger, 3)
    compare(ledger)
    made, claims = report(1)
    ledger.append(made, claims, run=begin(ledger, "2"), statements=stated(made, claims))
    before = list(ledger.comparisons.parallels())
    assert len(before) == 3
    (again,) = ledger.comparisons.pending("1")
    found = parallel(_first(1), _first(2), score=9)
    ledger.comparisons.append(again, version="1", parallels=[found])
    expected = [parallel(_first(0), _first(2)), found]
    assert sorted(ledger.comparisons.parallels(), key=repr) == sorted(expected, key=repr)
    ledger.append(made, claims, run=begin(ledger, "3"))
    (unstated,) = ledger.comparisons.pending("1")
    with pytest.raises(UnknownRecord, match="no sentence at"):
        ledger.comparisons.append(unstated, version="1", parallels=[found])
    ledger.check()


def test_two_readings_of_one_sentence_make_one_parallel(ledger: Ledger) -> None:
    fill(ledger, 2)
    compare(ledger)
    made, claims = report(1)
    ledger.append(made, claims, run=begin(ledger, "2"), statements=stated(made, claims))
    first = next(each for each in ledger.comparisons.pending("2") if each.document.id != made.id)
    found = parallel(_first(0), _first(1), score=9)
    ledger.comparisons.append(first, version="2", parallels=[found])
    assert list(ledger.comparisons.parallels()) == [found]


def test_parallels_that_are_not_of_the_document_are_refused(ledger: Ledger) -> None:
    fill(ledger, 3)
    first = next(ledger.comparisons.pending("1"))
    of_others, own = parallel(_first(1), _first(2)), parallel(_first(0), _first(1))
    turned = replace(own, span=own.other, other=own.span)
    part = replace(own.span, end=own.span.end - 1, quote=own.span.quote[:-1])
    for wrong in (of_others, turned):
        with pytest.raises(RecordError, match="the lesser first, is not one of"):
            ledger.comparisons.append(first, version="1", parallels=[wrong])
    with pytest.raises(UnknownRecord, match="no sentence at"):
        ledger.comparisons.append(first, version="1", parallels=[replace(own, span=part)])
    assert len(list(ledger.comparisons.pending("1"))) == 3


def test_scenes_are_those_compared_with_all_that_their_sentences_name(ledger: Ledger) -> None:
    fill(ledger, 2)
    dated = replace(report(2)[0], published="2024-05-03")
    mute = replace(report(3)[0], published="2024-05")
    ledger.append(dated, [], run=begin(ledger), statements=[replace(_first(2), actors=("FRA", "org/unit"))])
    ledger.append(mute, [], run=begin(ledger))
    assert list(ledger.comparisons.scenes("1")) == []
    compare_all = list(ledger.comparisons.pending("1"))
    for each in compare_all[1:]:
        ledger.comparisons.append(each, version="1")
    expected = [
        Scene(document_id=report(1)[0].id, published=None, actors=frozenset({"RUS", "UKR"})),
        Scene(document_id=dated.id, published="2024-05-03", actors=frozenset({"FRA", "org/unit"})),
        Scene(document_id=mute.id, published="2024-05", actors=frozenset()),
    ]
    assert list(ledger.comparisons.scenes("1")) == expected
    assert list(ledger.comparisons.scenes("2")) == []
    # Read again, a document waits for its comparison and is no scene until then.
    ledger.append(dated, [], run=begin(ledger, "2"), statements=[_first(2)])
    assert list(ledger.comparisons.scenes("1")) == [expected[0], expected[2]]


def test_one_document_is_comparable_as_last_read(ledger: Ledger) -> None:
    fill(ledger, 2)
    assert ledger.comparisons.comparable(report(1)[0].id) == list(ledger.comparisons.pending("1"))[1]
    made, claims = report(1)
    ledger.append(made, claims[:1], run=begin(ledger, "2"), statements=stated(made, claims)[:1])
    again = ledger.comparisons.comparable(made.id)
    assert [each.claim for each in again.tellings] == [claims[0]]
    assert again.tellings[0].statement == again.statements[0] == _first(1)
    with pytest.raises(UnknownRecord, match="no document"):
        ledger.comparisons.comparable("f" * 16)
