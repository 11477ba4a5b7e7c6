"""Ledgers of every earlier version in, ledgers of this version out, with all that was in them."""

import re
import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest

from sayso import __version__
from sayso.errors import FromTheFuture, Outdated
from sayso.ledger import Filter, Ledger
from sayso.ledger.comparisons import Comparisons
from sayso.ledger.migrations import APPLICATION_ID, MIGRATIONS, Migration, migrate, version_of
from sayso.ledger.register import Register
from tests.ledger.reports import begin, compare, judge_all, profile, report, stated

VERSIONS = range(1, len(MIGRATIONS))


def _of_version(path: Path, version: int) -> None:
    """A ledger as it was at an earlier version: made with the migrations up to it, filled from one of this version."""
    whole = path.with_name("whole.sayso")
    with Ledger.open(whole) as ledger:
        run = begin(ledger)
        for number in (1, 2):
            made, claims = report(number)
            ledger.append(made, claims, run=run, statements=stated(made, claims), profile=profile(made))
        compare(ledger)
        judge_all(ledger, report(1)[1][0])
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    migrate(raw, MIGRATIONS[:version])
    raw.execute("ATTACH ? AS whole", (str(whole),))
    for (table,) in raw.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall():
        if table != "migrations" and "search" not in table:
            columns = ", ".join(f'"{name}"' for _, name, *_ in raw.execute(f"PRAGMA main.table_info({table})"))
            raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM whole.{table}")
    if raw.execute("SELECT 1 FROM main.sqlite_schema WHERE name = 'claim_search'").fetchone():
        raw.execute(
            "INSERT INTO main.claim_search (rowid, evidence) "
            "SELECT claims.number, quote FROM main.claims JOIN main.spans ON spans.number = evidence"
        )
    raw.close()


def test_an_empty_file_becomes_a_ledger_of_this_version(path: Path) -> None:
    path.touch()
    Ledger.open(path).close()
    raw = sqlite3.connect(path)
    assert version_of(raw) == len(MIGRATIONS)
    assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    rows = raw.execute("SELECT version, name, sayso_version FROM migrations").fetchall()
    assert rows == [(at, step.name, __version__) for at, step in enumerate(MIGRATIONS, start=1)]
    raw.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_ledger_of_an_earlier_version_is_brought_up_to_date_with_all_that_is_in_it(path: Path, version: int) -> None:
    _of_version(path, version)
    with Ledger.open(path) as ledger:
        assert list(ledger.claims()) == [*report(1)[1], *report(2)[1]]
        assert list(ledger.claims(Filter(text='"unit 2-3"'))) == [report(2)[1][3]]
        assert ledger.append(*report(1), run=begin(ledger)) == 0
        assert ledger.append(*report(3), run=begin(ledger)) == 6
        assert [each.number for each in ledger.runs()] == [1]
        assert [each.claim for each in ledger.tellings()] == list(ledger.claims())
        compare(ledger)
        assert (len(list(ledger.comparisons.reuses())), len(list(ledger.comparisons.joins()))) == (3, 3)
        compare(ledger, "2")
        assert len(list(ledger.comparisons.alike())) == 3
        assert ledger.standing(report(1)[1][0]).verdict == "accept"
        assert ledger.judge(accepted := ledger.judgements()[0]) == accepted
        assert len(list(ledger.comparisons.scenes("1"))) == 3
        ledger.check()
    raw = sqlite3.connect(path)
    assert version_of(raw) == len(MIGRATIONS)
    assert raw.execute("SELECT count(*) FROM claim_overview").fetchone() == (18,)
    raw.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_an_earlier_ledger_opened_for_reading_is_left_as_it_is(path: Path, version: int) -> None:
    _of_version(path, version)
    with pytest.raises(Outdated, match=f"has version {version}, older"):
        Ledger.open(path, write=False)
    raw = sqlite3.connect(path)
    assert version_of(raw) == version
    raw.close()


def test_a_ledger_of_a_later_version_is_not_touched(path: Path) -> None:
    Ledger.open(path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    raw.close()
    before = path.read_bytes()
    for write in (True, False):
        with pytest.raises(FromTheFuture, match="install a newer sayso"):
            Ledger.open(path, write=write)
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_the_version_before_it(path: Path) -> None:
    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE halfway (number INTEGER)")
        connection.execute("INSERT INTO nowhere VALUES (1)")

    raw = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(raw, [*MIGRATIONS, Migration(name="broken", apply=broken)])
    assert version_of(raw) == len(MIGRATIONS)
    assert raw.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'halfway'").fetchone() == (0,)
    raw.close()
    Ledger.open(path).close()


PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")


def test_every_table_and_view_is_documented_with_its_columns_in_order(path: Path) -> None:
    Ledger.open(path).close()
    raw = sqlite3.connect(path)
    names = [
        name
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
        if not name.startswith(("claim_search", "sqlite_"))
    ]
    rows = dict(re.findall(r"^\| `(\w+)` \| [^|]* \| ([^|]*) \|$", PAGE, re.MULTILINE))
    assert sorted(names) == sorted(name for name in rows if name != "method")
    for name in names:
        columns = [column for _, column, *_ in raw.execute(f"PRAGMA table_info({name})")]
        documented = re.findall(r"`([a-z_0-9]+)`", re.sub(r"\([^)]*\)", "", rows[name]))
        assert documented == (["readings"] if name == "current_readings" else columns), name
    raw.close()


def test_every_field_of_a_filter_and_every_method_is_documented() -> None:
    filters = PAGE.split("### Filters")[1].split("\n## ")[0]
    for field in fields(Filter):
        assert f"`{field.name}`" in filters, field.name
    for kind, prefix in ((Ledger, r"(Ledger\.)?"), (Comparisons, r"comparisons\."), (Register, r"register\.")):
        for name in (name for name in vars(kind) if not name.startswith("_")):
            assert re.search(rf"`{prefix}{name}\(", PAGE), name
