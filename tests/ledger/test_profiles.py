"""Documents with their profiles and likenesses in, profiles and likenesses of the documents as last read out."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import Damaged, RecordError, UnknownRecord
from sayso.ledger import Ledger
from tests.ledger.reports import alike, begin, compare, fill, profile, report, stated


def test_profiles_come_back_as_they_were_given_and_with_what_is_compared(ledger: Ledger) -> None:
    fill(ledger, 3)
    expected = [profile(report(number)[0], number) for number in range(3)]
    assert list(ledger.comparisons.profiles()) == expected
    assert [each.profile for each in ledger.comparisons.pending("1")] == expected
    assert ledger.comparisons.profile(expected[1].document_id) == expected[1]
    assert list(ledger.comparisons.profiles("1")) == []
    first = next(ledger.comparisons.pending("1"))
    ledger.comparisons.append(first, version="1")
    assert list(ledger.comparisons.profiles("1")) == expected[:1]
    ledger.check()


def test_the_profile_of_a_document_is_that_of_its_last_reading(ledger: Ledger) -> None:
    fill(ledger, 2)
    made, claims = report(1)
    later = replace(profile(made), terms={"siege": 1000}, vector=b"")
    ledger.append(made, claims, run=begin(ledger, "2"), profile=later)
    assert ledger.comparisons.profile(made.id) == later
    ledger.append(made, claims, run=begin(ledger, "3"), statements=stated(made, claims))
    assert [each.document_id for each in ledger.comparisons.profiles()] == [report(0)[0].id]
    with pytest.raises(UnknownRecord, match="no profile"):
        ledger.comparisons.profile(made.id)


def test_a_profile_that_is_none_of_the_document_is_refused_and_leaves_nothing_behind(ledger: Ledger) -> None:
    made, claims = report(1)
    run = begin(ledger)
    for wrong, said in (
        (profile(report(2)[0]), "is not one of document"),
        (replace(profile(made), published="1999"), "is not one of document"),
        (replace(profile(made), vector=bytes(383)), "383 bytes, not of 384"),
    ):
        with pytest.raises(RecordError, match=said):
            ledger.append(made, claims, run=run, profile=wrong)
    assert not ledger.has(made, run)


def test_likenesses_come_back_once_by_the_latest_comparison_of_both(ledger: Ledger) -> None:
    fill(ledger, 3)
    compare(ledger, score=5)
    documents = [report(number)[0] for number in range(3)]
    expected = [alike(documents[one], documents[other]) for one, other in ((0, 1), (0, 2), (1, 2))]
    assert sorted(ledger.comparisons.alike(), key=repr) == sorted(expected, key=repr)
    assert sorted(ledger.comparisons.alike(documents[1].id[:6]), key=repr) == sorted(expected[::2], key=repr)
    compare(ledger, "2", score=7)
    assert {each.likeness for each in ledger.comparisons.alike()} == {0.7}
    ledger.check()


def test_a_likeness_of_others_or_with_the_greater_id_first_is_refused(ledger: Ledger) -> None:
    fill(ledger, 3)
    first, second, third = ledger.comparisons.pending("1")
    right = alike(first.document, second.document)
    turned = replace(right, document_id=right.other_id, other_id=right.document_id)
    unknown = replace(right, document_id=first.document.id, other_id="f" * 64)
    for compared, wrong, error in (
        (third, right, RecordError),
        (first, turned, RecordError),
        (first, unknown, UnknownRecord),
    ):
        with pytest.raises(error):
            ledger.comparisons.append(compared, version="1", alike=[wrong])
    assert len(list(ledger.comparisons.pending("1"))) == 3


@pytest.mark.parametrize("column", ["terms", "vector"])
def test_a_profile_that_cannot_be_read_is_damage(ledger: Ledger, path: Path, column: str) -> None:
    fill(ledger, 2)
    raw = sqlite3.connect(path)
    raw.execute("DROP TRIGGER profiles_refuse_update")
    raw.execute(f"UPDATE profiles SET {column} = 'x' WHERE reading = 1")
    raw.commit()
    raw.close()
    with pytest.raises(Damaged, match="profile of reading 1"):
        ledger.check()
