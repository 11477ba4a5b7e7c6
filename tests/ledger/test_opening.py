"""Paths at which there is no good ledger in, one clear sentence each out."""

import os
import random
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pytest

from sayso.errors import (
    Damaged,
    FromTheFuture,
    LedgerError,
    Locked,
    NoLedger,
    NotALedger,
    NotWritable,
    Outdated,
    UnknownRecord,
)
from sayso.ledger import Filter, Ledger
from tests.ledger.reports import begin, compare, fill, judge_all, report

NOBODY = 65534


def _filled(path: Path, reports: int = 40) -> bytes:
    with Ledger.open(path) as ledger:
        fill(ledger, reports)
        compare(ledger)
        for claim in islice(ledger.claims(), 3):
            judge_all(ledger, claim)
    return path.read_bytes()


def _one_sentence(error: LedgerError) -> bool:
    return "\n" not in str(error) and 30 < len(str(error)) < 400


def test_a_missing_ledger_is_made_for_writing_and_missed_for_reading(path: Path) -> None:
    with pytest.raises(NoLedger, match="there is no ledger at"):
        Ledger.open(path, write=False)
    assert not path.exists()
    Ledger.open(path).close()
    with Ledger.open(path, write=False) as ledger:
        assert list(ledger.claims()) == []


def test_a_closed_ledger_is_one_file(path: Path) -> None:
    _filled(path)
    with Ledger.open(path, write=False) as ledger:
        list(ledger.claims())
    assert list(path.parent.iterdir()) == [path]


def test_a_ledger_opened_for_reading_cannot_be_written(path: Path) -> None:
    _filled(path, 1)
    with Ledger.open(path, write=False) as ledger, pytest.raises(NotWritable):
        begin(ledger, "2")


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"No database, but a report of some length about nothing in particular.\n" * 100, "no SQLite database"),
        (b"%PDF", "no SQLite database"),
        (b"SQLite format 3\0" + bytes(range(256)) * 20, "is not a ledger"),
    ],
)
def test_another_file_is_no_ledger_and_is_left_as_it_is(path: Path, content: bytes, said: str, write: bool) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=said) as caught:
        Ledger.open(path, write=write)
    assert _one_sentence(caught.value)
    assert path.read_bytes() == content


@pytest.mark.parametrize("write", [True, False])
def test_the_database_of_another_program_is_left_as_it_is(path: Path, write: bool) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE notes (body TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotALedger, match="of another program"):
        Ledger.open(path, write=write)
    assert path.read_bytes() == before


def test_an_empty_file_a_folder_and_a_missing_folder_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(NotALedger, match="it is empty"):
        Ledger.open(tmp_path / "empty", write=False)
    with pytest.raises(NotALedger, match="is a folder"):
        Ledger.open(tmp_path)
    with pytest.raises(NoLedger, match="make it first"):
        Ledger.open(tmp_path / "missing" / "case.sayso")


def test_names_with_signs_of_addresses_are_paths_like_any_other(tmp_path: Path) -> None:
    odd = tmp_path / "what? 100% #1 été.sayso"
    _filled(odd, 1)
    assert odd.exists()
    with Ledger.open(odd, write=False) as ledger:
        assert len(list(ledger.claims())) == 6


def test_a_ledger_that_somebody_holds_locked_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(path, 1)
    monkeypatch.setattr("sayso.ledger.opening.PATIENCE_SECONDS", 0.05)
    with Ledger.open(path) as waiting:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked, match="try again when it has finished"):
            begin(waiting, "2")
        with pytest.raises(Locked):
            Ledger.open(path)
        with Ledger.open(path, write=False) as ledger:
            assert len(list(ledger.claims())) == 6
        holder.execute("ROLLBACK")
        holder.close()
        assert begin(waiting, "2").number == 2


def test_a_ledger_that_another_tool_keeps_for_itself_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(path, 1)
    monkeypatch.setattr("sayso.ledger.opening.PATIENCE_SECONDS", 0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    for write in (True, False):
        with pytest.raises(Locked):
            Ledger.open(path, write=write)
    holder.close()


def _overwritten(whole: bytes, chance: random.Random) -> bytes:
    content = bytearray(whole)
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(100, len(content))] = chance.randrange(256)
    return bytes(content)


def _page_lost(whole: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(whole) // 4096) * 4096
    return whole[:start] + chance.randbytes(4096) + whole[start + 4096 :]


def _cut(whole: bytes, chance: random.Random) -> bytes:
    return whole[: chance.randrange(1, len(whole))]


QUESTIONS: tuple[Callable[[Ledger], object], ...] = (
    lambda ledger: list(ledger.claims()),
    lambda ledger: list(ledger.claims(Filter(text="town"))),
    lambda ledger: list(ledger.documents()),
    lambda ledger: ledger.sources(),
    lambda ledger: ledger.actors(),
    lambda ledger: ledger.judgements(),
    lambda ledger: ledger.cuts(),
    lambda ledger: (ledger.standings(), ledger.register.identities()),
    lambda ledger: list(ledger.tellings()),
    lambda ledger: [ledger.statements(document.id) for document in ledger.documents()],
    lambda ledger: list(ledger.comparisons.pending("2")),
    lambda ledger: list(ledger.comparisons.reuses()),
    lambda ledger: list(ledger.comparisons.joins()),
    lambda ledger: (list(ledger.comparisons.parallels()), list(ledger.comparisons.scenes("1"))),
    lambda ledger: (ledger.register.ratings(), ledger.register.overrides()),
    lambda ledger: list(ledger.skipped()),
    lambda ledger: list(ledger.diff(ledger.runs()[0], ledger.runs()[0])),
    lambda ledger: ledger.check(),
)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("damage", [_overwritten, _page_lost, _cut])
def test_a_damaged_ledger_is_found_out_and_never_ends_in_anything_but_one_sentence(
    path: Path, damage: Callable[[bytes, random.Random], bytes], seed: int
) -> None:
    path.write_bytes(damage(_filled(path), random.Random(seed)))
    complaints, claims = [], [each for number in range(40) for each in report(number)[1]]
    for ask in QUESTIONS:
        try:
            with Ledger.open(path, write=False) as ledger:
                ask(ledger)
        except (Damaged, NotALedger, FromTheFuture, Outdated, UnknownRecord) as error:
            complaints.append(error)
    if not complaints:  # then the damage lies where nothing is kept
        with Ledger.open(path, write=False) as ledger:
            assert list(ledger.claims()) == claims
    assert all(map(_one_sentence, complaints))


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("spans", "quote = 'praised' WHERE number = 3", "span 3 does not hold"),
        ("claims", "polarity = 'negated' WHERE number = 3", "is not what its hash says"),
        ("claims", "statement = 9999 WHERE number = 3", "row 3 of claims points at a row of statements"),
        ("roles", "actor = 'USA' WHERE claim = 3 AND number = 0", "is not what its hash says"),
        ("statements", "span = 9999 WHERE number = 3", "row 3 of statements points at a row of spans"),
        ("statements", "vector = x'00' WHERE number = 3", "statement 3 has no whole embedding"),
        ("shared_passages", "other_end = 9999 WHERE reuse = 1", "a passage of reuse 1 lies at"),
        ("joins", "other_claim = 9999 WHERE number = 1", "row 1 of joins points at a row of claims"),
        ("parallels", "statement = 9999 WHERE number = 1", "row 1 of parallels points at a row of statements"),
        ("parallels", "other_statement = 9999", "row 1 of parallels points at a row of statements"),
        ("parallels", "comparison = 9999", "row 1 of parallels points at a row of comparisons"),
        ("judgements", "verdict = 'reject'", "is not what its hash says"),
        ("ratings", "letter = 'A'", "is not what its hash says"),
        ("credibilities", "digit = 6", "is not what its hash says"),
        ("credibility_claims", "claim_id = 'x'", "is not what its hash says"),
    ],
)
def test_what_was_changed_from_outside_is_found_out_though_every_page_is_good(
    path: Path, table: str, change: str, said: str
) -> None:
    _filled(path, 2)
    raw = sqlite3.connect(path)
    raw.execute(f"DROP TRIGGER {table}_refuse_update")
    raw.execute(f"UPDATE {table} SET {change}")
    raw.commit()
    raw.close()
    with Ledger.open(path, write=False) as ledger, pytest.raises(Damaged, match=said):
        ledger.check()


@contextmanager
def _without_rights(folder: Path) -> Iterator[None]:
    """Inside, the folder and what is in it may be read and not written, by a user who is not root."""
    for each in (*folder.iterdir(), folder):
        each.chmod(0o444 | (0o111 if each.is_dir() else 0))
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)
        folder.chmod(stat.S_IRWXU)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="rights of this kind are known to POSIX alone")
def test_a_ledger_in_a_folder_that_may_not_be_written_can_be_read_and_says_so_when_written() -> None:
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "case.sayso"
        _filled(path, 2)
        with _without_rights(path.parent):
            with Ledger.open(path, write=False) as ledger:
                assert len(list(ledger.claims())) == 12
            with pytest.raises(NotWritable, match="cannot be written, or its folder cannot") as caught:
                Ledger.open(path)
            assert _one_sentence(caught.value)
            with pytest.raises(NotWritable):
                Ledger.open(path.with_name("new.sayso"))
        assert len(path.read_bytes()) > 0


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="rights of this kind are known to POSIX alone")
@pytest.mark.parametrize("reports", [1, 250], ids=["all in the log", "a part in the log"])
def test_a_ledger_that_was_not_closed_says_so_where_its_log_cannot_be_kept(reports: int) -> None:
    with tempfile.TemporaryDirectory() as made:
        path, copy = Path(made) / "case.sayso", Path(made) / "copy"
        copy.mkdir()
        with Ledger.open(path) as ledger:
            for number in range(reports):
                ledger.append(*report(number), run=begin(ledger))
            for each in path.parent.glob("case.sayso*"):  # as a killed process leaves them
                if not each.name.endswith("-shm"):
                    shutil.copy(each, copy)
        assert len(list(copy.iterdir())) == 2
        with _without_rights(copy), pytest.raises(NotWritable) as caught:
            Ledger.open(copy / path.name, write=False)
        assert _one_sentence(caught.value)
        with _without_rights(path.parent), Ledger.open(path, write=False) as ledger:
            assert len(list(ledger.claims())) == 6 * reports
        with Ledger.open(copy / path.name, write=False) as ledger:
            assert len(list(ledger.claims())) == 6 * reports
