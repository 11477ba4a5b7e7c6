"""Documents with what their sentences state in, statements and tellings of the documents as last read out."""

from dataclasses import replace

import pytest

from sayso.errors import RecordError, UnknownRecord
from sayso.ledger import Filter, Ledger
from sayso.ledger.statements import Placed
from tests.ledger.reports import begin, fill, report, stated


def test_statements_come_back_as_they_were_given_in_order(ledger: Ledger) -> None:
    fill(ledger, 3)
    for number in range(3):
        made, claims = report(number)
        assert ledger.statements(made.id[:6]) == stated(made, claims)
    ledger.check()


def test_the_statements_of_a_document_are_those_of_its_last_reading(ledger: Ledger) -> None:
    fill(ledger, 2)
    made, claims = report(1)
    ledger.append(made, claims, run=begin(ledger, "2"), statements=stated(made, claims[:2]))
    assert ledger.statements(made.id) == stated(made, claims[:2])
    ledger.append(made, claims, run=begin(ledger, "3"))
    assert ledger.statements(made.id) == ()
    with pytest.raises(UnknownRecord):
        ledger.statements("0000")


def test_a_telling_is_a_claim_with_publisher_location_and_what_its_sentence_states(ledger: Ledger) -> None:
    made, claims = report(1)
    made = replace(made, publisher="The Times")
    ledger.append(made, claims, run=begin(ledger), statements=stated(made, claims))
    tellings = list(ledger.tellings())
    assert [each.claim for each in tellings] == list(claims)
    assert {(each.publisher, each.location) for each in tellings} == {("The Times", "report-1.txt")}
    assert tuple(each.statement for each in tellings) == stated(made, claims)
    assert [each.claim for each in ledger.tellings(Filter(text='"unit 1-3"'))] == [claims[3]]
    ledger.check()


def test_a_claim_outside_every_statement_has_none(ledger: Ledger) -> None:
    made, claims = report(1)
    ledger.append(made, claims, run=begin(ledger), statements=stated(made, claims)[3:])
    assert [each.statement is None for each in ledger.tellings()] == [True] * 3 + [False] * 3
    ledger.append(*report(2), run=begin(ledger))
    assert {each.statement for each in ledger.tellings(Filter(document="report-2.txt"))} == {None}


@pytest.mark.parametrize(("offset", "number"), [(0, 7), (4, 7), (5, 8), (9, 8), (10, None), (12, 9), (99, None)])
def test_a_place_is_in_the_sentence_that_holds_it(offset: int, number: int | None) -> None:
    assert Placed(places=((0, 5, 7), (5, 10, 8), (12, 20, 9))).at(offset) == number
    assert Placed(places=()).at(offset) is None


def test_statements_of_another_document_and_half_embeddings_are_refused_and_leave_nothing_behind(
    ledger: Ledger,
) -> None:
    (made, claims), (other, _) = report(1), report(2)
    run = begin(ledger)
    elsewhere = replace(stated(made, claims)[1], attribution=stated(other, report(2)[1])[1].attribution)
    for wrong, said in (
        (replace(elsewhere, attribution=(), span=other.span(0, 5)), "is not at 0"),
        (elsewhere, "is not at 0"),
        (replace(stated(made, claims)[0], vector=bytes(383)), "383 bytes, not of 384"),
    ):
        with pytest.raises(RecordError, match=said):
            ledger.append(made, claims, run=run, statements=[wrong])
    assert not ledger.has(made, run)
