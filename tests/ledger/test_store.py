"""Documents and claims into a ledger, and the same out of it."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import Damaged, LedgerError, RecordError, UnknownRecord
from sayso.ledger import Filter, Ledger
from sayso.records import Claim, Document, Period, Place, Role, Skipped
from tests.factories import amount, attributed, claim, document, fired, reading, role, span
from tests.ledger.reports import begin, compare, fill, judge_all, report

TEXT = "Seoul said North Korea fired two missiles on Friday near Wonsan."


def _report(location: str = "report.txt") -> Document:
    return document(TEXT, location=location)


def _whole(within: Document) -> Claim:
    """A claim in which every field is filled."""
    tested = claim(
        within,
        "test",
        "fired",
        role("actor", "PRK", span(within, "North Korea")),
        role("weapon", None, span(within, "two missiles"), good="missiles"),
        Role(role="target", actor=None, span=None, effect="risk"),
    )
    event = replace(
        tested.event,
        quantities=(
            replace(amount(span(within, "two"), 2, "66.67", "missile", of="weapon"), approximate=True),
            amount(span(within, "two missiles"), None, 10**30, "missile"),
        ),
        occurred=Period(edtf="2024-05-03", basis="inferred", span=span(within, "Friday")),
        place=Place(name="Wonsan", country="PRK", span=span(within, "Wonsan")),
    )
    told = attributed(tested, span(within, "Seoul"), actor="KOR", cue=span(within, "said"))
    return replace(attributed(told, None, actor=None, cue=None, channel="hearsay"), event=event)


def test_what_is_appended_comes_back_as_it_was(ledger: Ledger) -> None:
    made = replace(_report(), repaired=f"{TEXT} ", title="Tests", published="2024-05-06", location="caf\u00e9.txt")
    assert ledger.append(made, [_whole(made)], run=begin(ledger)) == 1
    assert list(ledger.claims()) == [_whole(made)]
    assert list(ledger.documents()) == [made]
    assert ledger.claim(_whole(made).id[:6]) == _whole(made)
    assert ledger.document(made.id[:6]) == made
    ledger.check()


def test_claims_and_documents_come_in_the_order_in_which_they_were_appended(ledger: Ledger) -> None:
    run, reports = begin(ledger), [report(number) for number in range(100)]
    assert [ledger.append(*each, run=run) for each in reports] == [6] * 100
    assert list(ledger.claims()) == [each for _, claims in reports for each in claims]
    assert list(ledger.documents()) == [each for each, _ in reports]


def test_reading_the_same_text_again_adds_nothing(ledger: Ledger) -> None:
    made, run = _report(), begin(ledger)
    assert not ledger.has(made, run)
    assert ledger.append(made, [_whole(made)], run=run) == 1
    assert ledger.has(made, run)
    fetched_again = replace(made, retrieved="2025-01-01", title="Another headline")
    assert ledger.has(fetched_again, run)
    assert ledger.append(fetched_again, [_whole(made)], run=begin(ledger)) == 0
    assert ledger.runs() == (run,)
    assert list(ledger.claims()) == [_whole(made)]
    assert list(ledger.documents()) == [made]


def test_a_text_without_claims_has_been_read(ledger: Ledger) -> None:
    made, run = _report(), begin(ledger)
    assert ledger.append(made, [], run=run) == 0
    assert ledger.has(made, run)


def test_a_text_with_another_date_of_publication_is_read_again_and_counts_as_the_later_one(ledger: Ledger) -> None:
    undated, run = _report(), begin(ledger)
    dated = replace(undated, published="2024-05-06")
    earlier, later = _whole(undated), replace(_whole(dated), modality="planned")
    ledger.append(undated, [earlier], run=run)
    assert not ledger.has(dated, run)
    assert ledger.append(dated, [later], run=run) == 1
    assert list(ledger.claims()) == [later]
    assert ledger.claim(later.id) == later
    assert ledger.document(dated.id) == dated


def test_every_document_counts_as_the_latest_run_read_it(ledger: Ledger) -> None:
    old = begin(ledger, "1")
    reports = [report(number) for number in range(3)]
    for each in reports:
        ledger.append(*each, run=old)
    new = begin(ledger, "2")
    again, _ = reports[1]
    changed = replace(reports[1][1][0], modality="planned")
    assert ledger.append(again, [changed], run=new) == 1
    assert list(ledger.claims()) == [*reports[0][1], *reports[2][1], changed]
    assert list(ledger.claims(Filter(run=old.id))) == [each for _, claims in reports for each in claims]
    assert list(ledger.claims(Filter(run=new.id[:6]))) == [changed]
    assert ledger.claim(changed.id) == changed
    assert begin(ledger, "1") == old
    assert ledger.run(new.id[:8]) == new


def test_a_claim_given_twice_is_kept_once_and_two_with_one_id_are_refused(ledger: Ledger) -> None:
    made, run = _report(), begin(ledger)
    with pytest.raises(RecordError, match="two different claims"):
        ledger.append(made, [_whole(made), replace(_whole(made), polarity="negated")], run=run)
    assert ledger.append(made, [_whole(made), _whole(made)], run=run) == 1


def test_claims_of_another_document_are_refused_and_leave_nothing_behind(ledger: Ledger) -> None:
    made, other, run = _report(), _report("other.txt"), begin(ledger)
    with pytest.raises(RecordError, match="is of document"):
        ledger.append(made, [_whole(other)], run=run)
    shifted = replace(_whole(made).event, trigger=replace(span(made, "fired"), start=3, end=8))
    with pytest.raises(RecordError, match="is not at 3"):
        ledger.append(made, [replace(_whole(made), event=shifted)], run=run)
    assert not list(ledger.documents())
    assert not ledger.has(made, run)


def test_what_was_skipped_is_kept_once_with_its_reason(ledger: Ledger) -> None:
    made, run = _report(), begin(ledger)
    gone = Skipped(location="gone.txt", span=None, reader="load", reason="nothing is there")
    broken = Skipped(location="report.txt", span=span(made, "Seoul"), reader="hand", reason="broken sentence")
    for _ in range(2):
        ledger.skip(gone, run)
        ledger.append(made, [], run=run, reading=reading(made, fired(document()), skipped=[broken]))
    assert list(ledger.skipped()) == [gone, broken]
    assert list(ledger.skipped(begin(ledger, "2"))) == []


def test_half_a_character_in_a_file_name_does_not_stop_the_batch(ledger: Ledger) -> None:
    made = replace(_report(), location="report-\udce9.txt")
    ledger.append(made, [], run=begin(ledger))
    assert ledger.document(made.id).location == "report-\ufffd.txt"


@pytest.mark.parametrize("beginning", ["ffff", "abc", "", "zzzzzzzz"])
def test_an_unknown_id_is_named(ledger: Ledger, beginning: str) -> None:
    ledger.append(*report(1), run=begin(ledger))
    for ask in (ledger.claim, ledger.document, ledger.run):
        with pytest.raises(UnknownRecord, match=f"'{beginning}'"):
            ask(beginning)


def test_a_beginning_that_fits_two_claims_names_them(ledger: Ledger) -> None:
    made, (first, second, *_) = report(1)
    ledger.append(made, [replace(first, id="abcdef01"), replace(second, id="abcdef02")], run=begin(ledger))
    with pytest.raises(UnknownRecord, match="abcdef01, abcdef02"):
        ledger.claim("abcdef")


@pytest.mark.parametrize(
    "table",
    [
        *("claims", "roles", "spans", "documents", "judgements", "runs", "readings", "skipped"),
        *("statements", "statement_attributions", "comparisons", "reuses", "shared_passages", "joins", "parallels"),
        *("ratings", "credibilities", "credibility_claims"),
    ],
)
def test_no_row_can_be_changed_or_removed_with_any_tool(ledger: Ledger, path: Path, table: str) -> None:
    fill(ledger, 2)
    compare(ledger)
    ledger.skip(Skipped(location="x", span=None, reader="load", reason="gone"), begin(ledger))
    judge_all(ledger, next(ledger.claims()))
    tool = sqlite3.connect(path)
    column = tool.execute(f"SELECT * FROM {table}").description[0][0]
    before = tool.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            tool.execute(statement)
    assert tool.execute(f"SELECT * FROM {table}").fetchall() == before
    tool.close()


def test_the_views_show_every_claim_with_its_parties_in_any_tool(ledger: Ledger, path: Path) -> None:
    made = _report()
    ledger.append(made, [_whole(made)], run=begin(ledger, "1"))
    ledger.append(made, [_whole(made)], run=begin(ledger, "2"))
    tool = sqlite3.connect(path)
    tool.row_factory = sqlite3.Row
    (row,) = tool.execute("SELECT * FROM claim_overview").fetchall()
    assert (row["doer"], row["kind"], row["occurred"], row["place"]) == ("PRK", "test", "2024-05-03", "Wonsan")
    assert row["others"] == "weapon: missiles; target: risk"
    assert row["sources"] == "KOR > hearsay"
    assert row["quantities"].startswith("2..66.67 missile; ..1")
    assert row["evidence"] == TEXT
    assert [tuple(each) for each in tool.execute("SELECT id, role, claims FROM actors")] == [("PRK", "actor", 1)]
    assert ("KOR", "Seoul", "said", 1, 1) in [tuple(each) for each in tool.execute("SELECT * FROM sources")]
    tool.close()


def test_a_claim_counts_once_for_a_source_or_actor_that_stands_in_it_twice(ledger: Ledger, path: Path) -> None:
    made = _report()
    whole = _whole(made)
    twice = replace(
        whole,
        event=replace(whole.event, roles=(*whole.event.roles, whole.event.roles[0])),
        attribution=(*whole.attribution, whole.attribution[0]),
    )
    ledger.append(made, [twice], run=begin(ledger))
    tool = sqlite3.connect(path)
    assert tool.execute("SELECT id, role, claims FROM actors").fetchall() == [("PRK", "actor", 1)]
    assert ("KOR", "Seoul", "said", 1, 1) in tool.execute("SELECT * FROM sources").fetchall()
    tool.close()


@pytest.mark.parametrize("column", ["published", "language", "repaired"])
def test_a_document_that_was_changed_from_outside_is_noticed(ledger: Ledger, path: Path, column: str) -> None:
    ledger.append(_report(), [], run=begin(ledger))
    tool = sqlite3.connect(path)
    for (guard,) in tool.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'documents'"):
        tool.execute(f'DROP TRIGGER "{guard}"')
    tool.execute(f"UPDATE documents SET {column} = '1999'")
    tool.commit()
    tool.close()
    with pytest.raises(Damaged, match="not what its hash says"):
        ledger.check()


def test_a_closed_ledger_says_so(path: Path) -> None:
    ledger = Ledger.open(path)
    ledger.close()
    ledger.close()
    with pytest.raises(LedgerError, match="has been closed"):
        ledger.runs()
