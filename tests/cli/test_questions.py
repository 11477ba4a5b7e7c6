"""Command lines with a question in; the answer, or why there is none, with the exit code out."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import cli
from sayso.ledger import Ledger
from sayso.system.questions.shapes import family
from tests.corroboration.factories import report
from tests.factories import claim, role, span

SENT = "Russia shipped oil to North Korea."


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A ledger with one report, compared."""
    path = tmp_path / "case.sayso"
    sent = report(SENT, name="b", published="2024-11-02")
    shipped = claim(
        sent,
        "transfer",
        "shipped",
        role("giver", "RUS", span(sent, "Russia")),
        role("recipient", "PRK", span(sent, "North Korea")),
        role("good", None, span(sent, "oil"), good="oil"),
    )
    with Ledger.open(path) as ledger:
        reader = ledger.begin("hand", "1", vocabulary_version="1")
        ledger.append(sent, [replace(shipped, published=sent.published)], run=reader)
    assert run("corroborate", "--quiet", str(path)).exit_code == 0
    return str(path)


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli.app, words)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_the_help_page_teaches_by_examples() -> None:
    page = run("ask", "--help").stdout
    assert page.count("sayso ask case.sayso") >= 3
    assert "--as-of" in page


def test_a_question_is_answered_with_its_sentence(case: str) -> None:
    result = run("ask", case, "what does North Korea gain from Russia?")
    assert result.exit_code == 0
    assert "1 claim of 1 matter" in result.stdout
    assert f"“{SENT}”" in result.stdout


def test_the_answer_is_one_object_or_a_document_too(case: str, tmp_path: Path) -> None:
    question = "who gives North Korea oil?"
    form = json.loads(run("ask", case, question, "--format", "jsonl").stdout)
    assert [row["party"] for row in form["rows"]] == ["RUS"]
    output = tmp_path / "answer.md"
    assert run("ask", case, question, "--format", "markdown", "--output", str(output)).stdout == ""
    assert output.read_text(encoding="utf-8").startswith("# who gives North Korea oil?\n")


def test_texts_published_later_are_left_out(case: str) -> None:
    written = run("ask", case, "who gives North Korea oil?", "--as-of", "2023").stdout
    assert "nothing in the ledger says so" in written
    assert "as of 2023" in written


def test_the_factbook_is_among_the_texts_unless_left_out(case: str) -> None:
    question = "how much does North Korea depend on China?"
    assert "97%" in run("ask", case, question).stdout
    assert "nothing in the ledger says so" in run("ask", case, question, "--no-reference").stdout


@pytest.mark.parametrize("question", ["help", "", "why is the sky blue", "'; DROP TABLE claims; --", "x" * 10_000])
def test_a_question_of_no_shape_is_told_which_there_are(case: str, question: str) -> None:
    before = Path(case).read_bytes()
    result = run("ask", case, question)
    assert (result.exit_code, result.stdout) == (cli.FAILED, "")
    assert result.stderr.startswith("sayso: ")
    assert all(shape.example in result.stderr for shape in family().shapes)
    assert len(result.stderr) < 5_000
    assert Path(case).read_bytes() == before


def test_a_name_that_nobody_has_comes_with_those_near_it(case: str) -> None:
    result = run("ask", case, "what does Rusia give North Korea?")
    assert result.exit_code == cli.FAILED
    assert "nobody is known by the name 'Rusia'" in result.stderr
    assert "did you mean: what does Russia give to North Korea?" in result.stderr


def test_a_date_that_is_none_is_one_sentence(case: str) -> None:
    result = CliRunner().invoke(cli.app, ["ask", case, "who gives Russia oil?", "--as-of", "soon"])
    assert "'soon' is no date" in str(result.exception)
