"""Command lines in; what stands on both outputs, in files and as exit code out."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import __version__, cli, pipeline
from sayso.cli.destination import destination
from sayso.codec import decode_outcome
from sayso.errors import NotFound, ReaderError
from sayso.records import Document, Reading, Skipped
from sayso.settings import Settings
from tests.factories import document, reading, span

seen: list[Settings] = []


class Hand:
    """A reader that finds the same sentence in every document and leaves a byline out."""

    name = "hand"
    version = "1"

    def read(self, document: Document) -> Reading:
        """The reading of the document about missiles."""
        byline = Skipped(location=document.location, span=span(document, "Friday"), reader="hand", reason="byline")
        return reading(document, skipped=[byline])


READING = ("read", "--layer", "reading")


def load(location: str, *, settings: Settings) -> Iterator[Document | Skipped]:
    """A loader to whom everything is the same report, except what is missing."""
    seen.append(settings)
    if "missing" in location:
        raise NotFound(f"{location} is not there")
    yield document(location=location)


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    seen.clear()
    monkeypatch.setattr(pipeline, "load", load)
    monkeypatch.setattr(pipeline, "open_reader", lambda settings: Hand())


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, words)


def test_a_reading_goes_to_standard_output_and_the_summary_to_standard_error() -> None:
    result = run(*READING, "report.txt")
    assert result.exit_code == 0
    assert "VERB  root          ┼ fired" in result.stdout
    summary = re.sub(r"\d+\.\d s", "0.0 s", result.stderr)
    assert summary == ("Read 1 document (en 1): 1 sentence, 8 words, in 0.0 s.\nLeft out 1 passage: byline 1.\n")


def test_quiet_says_nothing_but_errors() -> None:
    assert run(*READING, "--quiet", "report.txt").stderr == ""
    assert run(*READING, "--quiet", "report.txt", "missing.txt").stderr == "sayso: missing.txt is not there\n"


def test_one_bad_location_among_good_ones_gives_exit_code_1() -> None:
    result = run(*READING, "--format", "jsonl", "one.txt", "missing.txt", "two.txt")
    assert result.exit_code == 1
    outcomes = [decode_outcome(line) for line in result.stdout.splitlines()]
    assert [isinstance(outcome, Skipped) for outcome in outcomes] == [False, True, False]
    assert "sayso: missing.txt is not there\n" in result.stderr
    assert "Could not read 1 location" in result.stderr


def test_a_file_name_cannot_command_the_terminal() -> None:
    assert run(*READING, "missing\x1b[2J.txt").stderr == "sayso: missing␛[2J.txt is not there\n"


def test_when_nothing_could_be_read_the_exit_code_is_2_and_there_is_no_file(tmp_path: Path) -> None:
    output = tmp_path / "readings.jsonl"
    result = run(*READING, "--format", "jsonl", "--output", str(output), "missing.txt")
    assert (result.exit_code, result.stderr, result.stdout) == (2, "sayso: missing.txt is not there\n", "")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_only_when_the_new_one_is_complete(tmp_path: Path) -> None:
    output = tmp_path / "sentence.svg"
    output.write_text("old", encoding="utf-8")
    assert run(*READING, "--format", "svg", "--sentence", "9", "-o", str(output), "report.txt").exit_code == 1
    assert output.read_text(encoding="utf-8") == "old"
    assert run(*READING, "--format", "svg", "--sentence", "1", "-o", str(output), "report.txt").exit_code == 0
    assert output.read_text(encoding="utf-8").startswith("<svg ")
    assert list(tmp_path.iterdir()) == [output]


def test_flags_reach_the_settings_and_overrule_the_file(tmp_path: Path) -> None:
    config = tmp_path / "settings.toml"
    config.write_text('published = "2018"\nthreads = 2\n', encoding="utf-8")
    flags = ["--config", str(config), "--published", "2019-05", "--language", "en", "--allow-private"]
    assert run(*READING, *flags, "report.txt").exit_code == 0
    assert seen == [Settings(published="2019-05", language="en", allow_private=True, threads=2)]


@pytest.mark.parametrize("variable", [None, "NO_COLOR"])
def test_colour_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, variable: str | None) -> None:
    if variable:
        monkeypatch.setenv(variable, "1")
    assert "\x1b[" not in run(*READING, "report.txt").stdout
    assert "\x1b[" in run(*READING, "--color", "report.txt").stdout
    assert "\x1b[" not in run(*READING, "--no-color", "report.txt").stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--format", "xml"], "sayso: there is no format 'xml'; the formats are text, jsonl, svg"),
        (["--sentence", "2"], "sayso: --sentence goes with --format svg"),
        (["--format", "svg", "--sentence", "2"], "sayso: sentence 2 was asked for, but report.txt has 1"),
        (["--language", "xx"], "sayso: there is no language 'xx'"),
        (["--published", "soon"], "sayso: 'soon' is not a date of publication"),
        (["--output", "nowhere/at/all.txt"], "sayso: nowhere/at/all.txt cannot be written: No such file or directory"),
    ],
)
def test_a_wrong_word_is_one_sentence_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["sayso", *READING, *words, "report.txt"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == cli.FAILED
    shown = capsys.readouterr().err
    assert shown.startswith(message)
    assert shown.count("\n") == 1


def test_a_reader_without_weights_is_one_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def damaged(settings: Settings) -> Hand:
        raise ReaderError("the weights are damaged; install sayso again")

    monkeypatch.setattr(pipeline, "open_reader", damaged)
    monkeypatch.setattr(sys, "argv", ["sayso", *READING, "report.txt"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == cli.FAILED
    assert capsys.readouterr().err == "sayso: the weights are damaged; install sayso again\n"


def test_a_bug_is_not_taken_for_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(settings: Settings) -> Hand:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "open_reader", faulty)
    assert isinstance(run(*READING, "report.txt").exception, ZeroDivisionError)


def test_a_reader_of_the_output_that_leaves_early_ends_the_command_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    stream = io.TextIOWrapper(os.fdopen(write_end, "wb"), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    result = None
    try:
        with destination(None) as open_stream:
            open_stream.write("é" * 100_000)
    except BaseException as left:
        result = left
    assert getattr(result, "exit_code", None) == 0
    stream.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--layer", "readin"], "there is no layer 'readin'; did you mean reading?"),
        (["--layer", "reading", "--ledger", "a.sayso"], "--ledger and --actors go with --layer claims"),
        (["--layer", "reading", "--actors", "a.toml"], "--ledger and --actors go with --layer claims"),
        (["--layer", "reading", "--sentence", "2"], "--sentence goes with --format svg"),
        (["--sentence", "2"], "--sentence goes with --layer reading"),
        (["--layer", "reading", "--format", "csv"], "there is no format 'csv'; did you mean svg?"),
    ],
)
def test_options_of_one_layer_are_refused_by_the_other(words: list[str], said: str) -> None:
    assert str(run("read", *words, "report.txt").exception) == said


def test_the_version_and_the_languages_are_told() -> None:
    assert run("--version").stdout == f"sayso {__version__}\n"
    table = run("languages").stdout
    assert re.search(r"^uk +Ukrainian +українська +cyrillic +uk_parlamint", table, re.MULTILINE)
    assert re.search(r"^pl +Polish .* none \(untaught\)", table, re.MULTILINE)


def test_help_teaches_by_example_and_needs_no_reader() -> None:
    assert "sayso read --layer reading report.txt" in run("read", "--help").stdout
    loaded = "import sys, sayso.cli; print([name for name in sys.modules if name.startswith(('onnx', 'trafilatura'))])"
    shown = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"
