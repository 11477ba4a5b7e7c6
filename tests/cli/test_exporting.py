"""Ledgers of our own and words of the command line in; files for other tools, and what is said of them, out."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import networkx
import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.ledger import Ledger
from sayso.outputs.exports import LEDGER_EXPORTERS, LedgerExporter
from sayso.records import Judgement
from tests.factories import arms_claim, arms_report


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["export", *words])


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "case.sayso"
    report = replace(arms_report(), published="2024-03-07")
    with Ledger.open(path) as ledger:
        claim = replace(arms_claim(report), published="2024-03-07")
        ledger.append(report, [claim], run=ledger.begin("hand", "1", vocabulary_version="1"))
    return str(path)


def reject(case: str) -> None:
    with Ledger.open(Path(case)) as ledger:
        [claim] = ledger.claims()
        at = "2024-06-01T12:00:00+00:00"
        ledger.judge(Judgement(id="", claim_id=claim.id, verdict="reject", reviewer="R. Viewer", at=at))


@pytest.mark.parametrize("exporter", LEDGER_EXPORTERS, ids=lambda each: each.name)
def test_every_format_is_written_to_a_file(case: str, tmp_path: Path, exporter: LedgerExporter) -> None:
    output = tmp_path / f"out{exporter.ending}"
    result = run(case, "--format", exporter.name, "--output", str(output))
    assert (result.exit_code, result.stdout) == (0, "")
    assert output.stat().st_size > 0


def test_json_lines_are_the_usual_form(case: str) -> None:
    assert json.loads(run(case).stdout)["kind"] == "transfer"


def test_the_list_tells_what_every_format_loses() -> None:
    told = run("--list").stdout
    for exporter in LEDGER_EXPORTERS:
        assert f"{exporter.name}\n  {exporter.description}\n  loses: {exporter.loses}\n" in told


def test_the_schema_is_printed_without_a_ledger() -> None:
    assert json.loads(run("--schema").stdout)["title"] == "Claim"


def test_rejected_claims_stay_in_tables_and_are_counted_where_they_are_left_out(case: str, tmp_path: Path) -> None:
    reject(case)
    assert len(run(case).stdout.splitlines()) == 1
    result = run(case, "--format", "gexf", "--output", str(tmp_path / "out.gexf"))
    assert result.stderr == "sayso: 1 claim that analysts rejected is left out\n"
    assert networkx.read_gexf(tmp_path / "out.gexf").number_of_edges() == 0


def test_a_vault_is_a_folder_unless_the_name_ends_in_zip(case: str, tmp_path: Path) -> None:
    assert run(case, "--format", "vault", "--output", str(tmp_path / "notes")).exit_code == 0
    assert (tmp_path / "notes" / "Index.md").is_file()
    assert run(case, "--format", "vault", "--output", str(tmp_path / "notes.zip")).exit_code == 0
    assert (tmp_path / "notes.zip").read_bytes().startswith(b"PK")


def test_a_folder_with_notes_is_left_as_it_is(case: str, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.md").write_text("mine", encoding="utf-8")
    result = run(case, "--format", "vault", "--output", str(tmp_path / "notes"))
    assert "is not an empty folder" in str(result.exception)
    assert [each.name for each in (tmp_path / "notes").iterdir()] == ["mine.md"]


def test_names_are_those_of_the_users_own_file(case: str, tmp_path: Path) -> None:
    actors = tmp_path / "actors.toml"
    actors.write_text('[[actor]]\nid = "org/nyt"\nkind = "media"\nnames = ["The Grey Lady"]\n', encoding="utf-8")
    assert "The Grey Lady" in run(case, "--format", "stix", "--actors", str(actors)).stdout


def test_credibility_is_there_once_texts_were_compared(case: str) -> None:
    assert "Credibility" not in _matter(case)
    assert CliRunner().invoke(app, ["corroborate", "--quiet", case]).exit_code == 0
    assert "Credibility" in _matter(case)


def _matter(case: str) -> str:
    archive = zipfile.ZipFile(io.BytesIO(run(case, "--format", "vault").stdout_bytes))
    return "".join(archive.read(name).decode() for name in archive.namelist() if name.startswith("Matters/"))
