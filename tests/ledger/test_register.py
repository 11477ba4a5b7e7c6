"""How analysts hold sources and matters in, the letter and the number that hold, with all that came before, out."""

from dataclasses import replace

import pytest

from sayso.errors import RecordError, UnknownRecord
from sayso.ledger import Credibility, Ledger, Rating
from tests.ledger.reports import begin, fill, report

FIRST, SECOND, THIRD = (report(number)[1][0] for number in range(3))


def _rating(letter: str | None, *, actor: str | None = "org/nyt", name: str | None = None, **others: str) -> Rating:
    given = {"reviewer": "ann", "at": "2026-03-01T10:00:00Z", "reason": "checked twenty reports"} | others
    return Rating(id="", actor=actor, name=name, letter=letter, **given)


def _credibility(digit: int | None, *claims: str, **others: str) -> Credibility:
    given = {"reviewer": "ann", "at": "2026-03-01T10:00:00Z", "note": "satellite images show it"} | others
    return Credibility(id="", claim_ids=claims, digit=digit, **given)


def test_a_source_has_the_last_letter_it_was_given_and_f_before_that(ledger: Ledger) -> None:
    assert ledger.register.letter(actor="org/nyt") == "F"
    first = ledger.register.rate(_rating("C"))
    second = ledger.register.rate(_rating("B", at="2026-03-02T10:00:00Z"))
    assert ledger.register.rate(_rating("B", at="2026-03-02T10:00:00Z")) == second
    assert replace(first, id="") == _rating("C")
    assert ledger.register.letter(actor="org/nyt") == "B"
    assert ledger.register.letter(actor="org/bbc") == ledger.register.letter() == "F"
    assert ledger.register.history(actor="org/nyt") == ledger.register.history() == (first, second)
    assert ledger.register.ratings() == (second,)


def test_a_rating_is_withdrawn_by_a_later_row_and_the_one_before_holds_again(ledger: Ledger) -> None:
    first = ledger.register.rate(_rating("C"))
    second = ledger.register.rate(_rating("A"))
    taken_back = ledger.register.rate(_rating(None, withdraws=second.id, reason="mixed up with another"))
    assert ledger.register.letter(actor="org/nyt") == "C"
    assert ledger.register.ratings() == (first,)
    ledger.register.rate(_rating(None, withdraws=first.id))
    assert ledger.register.letter(actor="org/nyt") == "F"
    assert ledger.register.ratings() == ()
    assert ledger.register.history()[:3] == (first, second, taken_back)
    ledger.check()


def test_somebody_who_is_no_actor_is_known_by_name_whatever_its_case_and_spaces(ledger: Ledger) -> None:
    kept = ledger.register.rate(_rating("D", actor=None, name="A Senior  OFFICIAL"))
    assert kept.name == "a senior official"
    other = ledger.register.rate(_rating("B"))
    assert ledger.register.letter(name="a senior\nOfficial") == "D"
    assert ledger.register.history(name="A senior official") == (kept,)
    assert ledger.register.ratings() == (other, kept)
    assert ledger.register.letter(actor="org/nyt") == "B"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (_rating("G"), "'G' is no letter of reliability; they are A, B"),
        (_rating("a"), "is no letter"),
        (_rating("AB"), "is no letter"),
        (_rating(""), "is no letter"),
        (_rating(None), "gives a letter, or withdraws"),
        (_rating("A", withdraws="abcd"), "gives a letter, or withdraws"),
        (_rating("A", reason=" "), "for what reason"),
        (_rating("A", reviewer=""), "who gave it"),
        (_rating("A", at=""), "and when"),
        (_rating("A", actor=None), "of one source"),
        (_rating("A", name="The Times"), "of one source"),
        (_rating("A", actor=" "), "of one source"),
        (_rating("A", actor=None, name=" "), "of one source"),
    ],
)
def test_a_rating_that_lacks_what_it_needs_is_refused(ledger: Ledger, wrong: Rating, said: str) -> None:
    with pytest.raises(RecordError, match=said):
        ledger.register.rate(wrong)
    assert ledger.register.history() == ()


def test_only_a_rating_of_the_same_source_can_be_withdrawn_and_no_withdrawal(ledger: Ledger) -> None:
    given = ledger.register.rate(_rating("B"))
    for wrong in (_rating(None, withdraws="0" * 16), _rating(None, actor="org/bbc", withdraws=given.id)):
        with pytest.raises(UnknownRecord, match="to withdraw"):
            ledger.register.rate(wrong)
    taken_back = ledger.register.rate(_rating(None, withdraws=given.id))
    with pytest.raises(RecordError, match="give the letter again"):
        ledger.register.rate(_rating(None, withdraws=taken_back.id))


def test_a_matter_is_as_credible_as_was_said_last_until_it_is_withdrawn(ledger: Ledger) -> None:
    fill(ledger, 3)
    first = ledger.register.credit(_credibility(2, FIRST.id, SECOND.id))
    second = ledger.register.credit(_credibility(4, SECOND.id))
    assert ledger.register.credit(_credibility(4, SECOND.id)) == second
    assert replace(first, id="") == _credibility(2, FIRST.id, SECOND.id)
    assert [(each.credibility, each.claim_ids) for each in ledger.register.overrides()] == [
        (first, (FIRST.id, SECOND.id)),
        (second, (SECOND.id,)),
    ]
    taken_back = ledger.register.credit(_credibility(None, withdraws=first.id))
    assert [each.credibility for each in ledger.register.overrides()] == [second]
    assert ledger.register.credibilities() == (first, second, taken_back)
    ledger.check()


def test_a_credibility_stays_with_the_claims_that_say_the_same_in_a_later_reading(ledger: Ledger) -> None:
    fill(ledger, 3)
    ledger.register.credit(_credibility(3, FIRST.id, SECOND.id, THIRD.id))
    run = begin(ledger, "2")
    ledger.append(report(0)[0], [replace(FIRST, polarity="negated")], run=run)
    ledger.append(report(1)[0], [replace(SECOND, id="f" * 16, confidence=0.1)], run=run)
    (override,) = ledger.register.overrides()
    assert override.claim_ids == ("f" * 16, THIRD.id)
    for number in (1, 2):
        ledger.append(report(number)[0], [], run=begin(ledger, "3"))
    (override,) = ledger.register.overrides()
    assert override.claim_ids == ()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (_credibility(0, FIRST.id), "0 is no number of credibility; they run from 1 to 6"),
        (_credibility(7, FIRST.id), "is no number"),
        (_credibility(None, FIRST.id), "gives a number, or withdraws"),
        (_credibility(1, FIRST.id, withdraws="abcd"), "gives a number, or withdraws"),
        (_credibility(1), "names the claims"),
        (_credibility(None, FIRST.id, withdraws="abcd"), "names the claims of its matter, and a withdrawal none"),
        (_credibility(1, FIRST.id, note=""), "in its note"),
        (_credibility(1, FIRST.id, reviewer=""), "who gave it"),
    ],
)
def test_a_credibility_that_lacks_what_it_needs_is_refused(ledger: Ledger, wrong: Credibility, said: str) -> None:
    fill(ledger, 1)
    with pytest.raises(RecordError, match=said):
        ledger.register.credit(wrong)
    assert ledger.register.credibilities() == ()


def test_no_credibility_for_claims_or_of_rows_that_are_not_there(ledger: Ledger) -> None:
    fill(ledger, 1)
    with pytest.raises(UnknownRecord, match="no claim '0000'"):
        ledger.register.credit(_credibility(1, FIRST.id, "0000"))
    with pytest.raises(UnknownRecord, match="to withdraw"):
        ledger.register.credit(_credibility(None, withdraws="0000"))
    given = ledger.register.credit(_credibility(1, FIRST.id))
    taken_back = ledger.register.credit(_credibility(None, withdraws=given.id))
    with pytest.raises(RecordError, match="give the number again"):
        ledger.register.credit(_credibility(None, withdraws=taken_back.id))
