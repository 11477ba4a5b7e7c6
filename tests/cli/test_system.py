"""Command lines about the system of states in; what stands on both outputs and the exit code out."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import cli
from sayso.cli.case import PAGE_FORMATS
from sayso.ledger import Ledger
from tests.corroboration.factories import report, sale, worth
from tests.factories import claim as claimed
from tests.factories import role, span

SOLD = "North Korea sold arms to Russia for 1 to 5 billion dollars, the Kremlin said."
SENT = "Russia shipped oil to North Korea."
WORDS = {
    "dossier": ["PRK", "RUS"],
    "exchange": ["North Korea", "Russia"],
    "depends": ["PRK"],
    "whatif": ["cut RUS->PRK oil"],
}
COMMANDS = tuple(WORDS)


@pytest.fixture
def uncompared(tmp_path: Path) -> str:
    """A ledger with two reports that are not compared."""
    path = tmp_path / "case.sayso"
    sold = report(SOLD, name="a", published="2024-10-14")
    sent = report(SENT, name="b", published="2024-11-02")
    shipped = claimed(
        sent,
        "transfer",
        "shipped",
        role("giver", "RUS", span(sent, "Russia")),
        role("recipient", "PRK", span(sent, "North Korea")),
        role("good", None, span(sent, "oil"), good="oil"),
    )
    amounts = worth(sold, "1 to 5 billion", "1000000000", "5e9")
    claims = {sold.id: sale(sold, source="the Kremlin", actor="RUS", quantities=amounts), sent.id: shipped}
    with Ledger.open(path) as ledger:
        reader = ledger.begin("hand", "1", vocabulary_version="1")
        for each in (sold, sent):
            made = replace(claims[each.id], published=each.published)
            ledger.append(each, [made], run=reader)
    return str(path)


@pytest.fixture
def case(uncompared: str) -> str:
    """The same, compared."""
    assert run("corroborate", "--quiet", uncompared).exit_code == 0
    return uncompared


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli.app, words)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def failure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The line that a wrong command ends with."""
    monkeypatch.setattr(sys, "argv", ["sayso", *words])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == cli.FAILED
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("sayso: ")
    assert shown.err.count("\n") == 1
    return shown.err


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_page_teaches_by_examples(command: str) -> None:
    page = run(command, "--help").stdout
    assert page.count(f"sayso {command} case.sayso") >= 2
    assert "--as-of" in page
    assert "PARTY" in page or command == "whatif"


def test_the_commands_stand_under_their_own_heading() -> None:
    page = run("--help").stdout
    heading = page.index("Ask about the system of states")
    assert all(page.index(f"│ {command} ") > heading for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", PAGE_FORMATS)
def test_every_format_is_written_to_standard_output_or_a_file(
    case: str, tmp_path: Path, command: str, form: str
) -> None:
    shown = run(command, case, *WORDS[command], "--format", form)
    assert shown.exit_code == 0
    into = tmp_path / "page"
    assert run(command, case, *WORDS[command], "--format", form, "--output", str(into)).stdout == ""
    assert into.read_text(encoding="utf-8") == shown.stdout
    if form == "jsonl":
        assert "rests_on" in json.loads(shown.stdout)
        assert shown.stdout.count("\n") == 1
    else:
        assert shown.stdout.startswith("# ") == (form == "markdown")


def test_a_party_is_a_code_or_a_name_in_any_language(case: str) -> None:
    pages = {run("exchange", case, *each).stdout for each in (("PRK", "RUS"), ("Corea del Norte", "the Kremlin"))}
    assert len(pages) == 1
    assert "up to 5 billion USD" not in pages.pop()


def test_the_page_has_the_numbers_and_sentences_of_the_ledger(case: str) -> None:
    page = run("exchange", case, "PRK", "RUS").stdout
    assert "arms  1 billion to 5 billion USD" in page
    assert f"“{SOLD}”" in " ".join(page.split())
    assert "2024-10-14 · the Kremlin (RUS)" in page


def test_texts_published_later_are_left_out(case: str) -> None:
    assert "oil" in run("exchange", case, "PRK", "RUS").stdout
    page = run("exchange", case, "PRK", "RUS", "--as-of", "2024-10").stdout
    assert "as of 2024-10" in page
    assert "oil" not in page


def test_reference_data_is_among_the_claims_unless_it_is_left_out(case: str) -> None:
    assert "recorded merchandise imports of North Korea: China 97%" in " ".join(
        run("depends", case, "PRK").stdout.split()
    )
    without = run("depends", case, "PRK", "--no-reference")
    assert "recorded" not in without.stdout
    assert without.stderr == "sayso: no claim tells of the dependence of North Korea (PRK)\n"


def test_a_party_that_nothing_is_told_of_is_said_to_be_so_and_is_no_error(case: str) -> None:
    for command, parties, said in (
        ("dossier", ["Fiji", "Tonga"], "no claim tells of Fiji (FJI) and Tonga (TON)"),
        ("exchange", ["PRK", "Fiji"], "no claim tells that anything passes between North Korea (PRK) and Fiji (FJI)"),
    ):
        shown = run(command, case, *parties, "--format", "jsonl", *["--no-reference"][: command == "dossier"])
        assert (shown.exit_code, shown.stderr) == (0, f"sayso: {said}\n")
        assert json.loads(shown.stdout)["rests_on"]["claims"] == 0


@pytest.mark.parametrize(
    ("words", "price"),
    [((), "1.45 to 2.52"), (("--elasticity", "5"), "2.31 to 2.52"), (("--elasticity", "3.."), "1.00 to 6.33")],
)
def test_what_losing_a_provider_costs_depends_on_the_elasticity(case: str, words: tuple[str, ...], price: str) -> None:
    written = " ".join(run("depends", case, "PRK", *words).stdout.split())
    assert f"North Korea losing China: import prices {price} times as high" in written


def test_a_good_that_comes_through_nobody_is_said_to(case: str) -> None:
    assert "no claim tells of oil that comes through somebody" in run("depends", case, "PRK", "--good", "OIL").stdout


def test_colours_are_there_only_when_asked_for(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for command, words in WORDS.items():
        assert "\x1b[" not in run(command, case, *words).stdout
        assert "\x1b[" in run(command, case, *words, "--color").stdout
        assert "\x1b[" not in run(command, case, *words, "--color", "--format", "markdown").stdout


def test_changes_come_from_a_file_and_then_from_the_command_line(case: str, tmp_path: Path) -> None:
    path = tmp_path / "changes.txt"
    path.write_text("# what if it stopped\ncut Russia -> North Korea oil\n", encoding="utf-8")
    found = json.loads(run("whatif", case, "exclude report", "--file", str(path), "--format", "jsonl").stdout)
    assert found["changes"] == ["cut RUS->PRK oil", "exclude report"]


def test_whether_there_is_enough_and_what_it_means_is_answered(case: str) -> None:
    page = run("whatif", case, "fix PRK need of oil = 4 m barrel/year; cut RUS->PRK oil").stdout
    assert "Is there enough?" in page
    assert "short whatever the unknowns" in " ".join(page.split())
    assert "no claim leads from it to anybody's gain or harm" in page


def test_draws_are_the_same_for_the_same_seed(case: str) -> None:
    changes = "add 1..2 bn USD/year RUS->PRK arms; fix PRK trade = 2..3 bn USD/year; fix RUS share of PRK trade = 2..3%"
    words = ("whatif", case, changes, "--draws", "500")
    one, same, other = (run(*words, "--seed", seed).stdout for seed in ("1", "1", "2"))
    assert "Assumes that every number within a stated range" in " ".join(one.split())
    assert one == same != other
    assert "Assumes" not in run(*words[:3]).stdout


def test_a_list_is_cut_at_the_limit(case: str) -> None:
    assert "--limit 0 shows all" in run("dossier", case, "PRK", "--limit", "1").stdout
    assert "--limit 0 shows all" not in run("dossier", case, "PRK", "--limit", "0").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_ledger_of_which_nothing_is_compared_is_one_sentence(
    uncompared: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    shown = failure(monkeypatch, capsys, command, uncompared, *WORDS[command])
    assert f"no text of {uncompared} is compared with the others yet: run sayso corroborate {uncompared}" in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_ledger_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    path = tmp_path / "empty.sayso"
    Ledger.open(path).close()
    assert "holds no claim" in failure(monkeypatch, capsys, command, str(path), *WORDS[command])


@pytest.mark.parametrize("command", COMMANDS)
def test_a_ledger_that_is_not_there_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    path = str(tmp_path / "none.sayso")
    assert "there is no ledger at" in failure(monkeypatch, capsys, command, path, *WORDS[command])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["dossier", "Noth Korea"], "there is no actor 'Noth Korea'; did you mean North Korea"),
        (["dossier", "PRX"], "there is no actor 'PRX'; did you mean PER or PRI or PRK?"),
        (["exchange", "PRK", "Narnia"], "there is no actor 'Narnia'"),
        (["exchange", "PRK", "Pyongyang"], "'PRK' and 'Pyongyang' are one party; an exchange is between two"),
        (["depends", "PRK", "--as-of", "yesterday"], "'yesterday' is no date; write it as 2024, 2024-10 or 2024-10-20"),
        (["depends", "PRK", "--as-of", "2024-13"], "'2024-13' is no date"),
        (["depends", "PRK", "--elasticity", "1..5"], "'1..5' is no range of elasticities of substitution; write it as"),
        (["depends", "PRK", "--elasticity", "10..5"], "the lower end first"),
        (["depends", "PRK", "--elasticity", "many"], "write it as 5..10, 4 or 5.."),
        (["depends", "PRK", "--good", "oyl"], "there is no good 'oyl'; did you mean oil?"),
        (["dossier", "PRK", "--format", "pdf"], "there is no format 'pdf'"),
        (["whatif", "cut Chyna->PRK oil"], "there is no actor 'Chyna'; did you mean China"),
        (["whatif", "stop CHN->PRK oil"], "line 1, column 1: expected one of add, cut, "),
        (["whatif", " ; "], "no change is given"),
        (["whatif", "fix PRK need of oil = 4 barrel"], "as a need is so much a day, a month or a year"),
        (["whatif", "--file", "/nowhere/changes.txt"], "/nowhere/changes.txt cannot be read"),
    ],
)
def test_a_wrong_word_is_one_sentence(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    command, *rest = words
    assert message in failure(monkeypatch, capsys, command, case, *rest)
