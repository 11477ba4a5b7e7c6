"""Command lines about matters in; what stands on both outputs, in ledgers and as exit code out."""

import json
import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import cli
from sayso.corroboration.accounts import ORDERS
from sayso.ledger import Ledger
from tests.outputs.matters.told import documents, tellings

ABOUT_MATTERS = ("matters", "matter", "lineage", "origins", "disputes", "new", "stories")
NEEDS = {"matter": ["1234"], "lineage": ["1234"], "new": ["--since", "2024"]}


@pytest.fixture
def uncompared(tmp_path: Path) -> str:
    """A ledger with the reports of `told`, of which none is compared."""
    path = tmp_path / "case.sayso"
    told = {each.claim.document_id: each.claim for each in tellings(documents())}
    with Ledger.open(path) as ledger:
        reader = ledger.begin("hand", "1", vocabulary_version="1")
        for each in documents():
            ledger.append(each, [told[each.id]] if each.id in told else [], run=reader)
    return str(path)


@pytest.fixture
def case(uncompared: str) -> str:
    """The ledger with all claims in one matter."""
    assert run("corroborate", "--quiet", uncompared).exit_code == 0
    first, *others = claim_ids()
    for other in others:
        run("judge", uncompared, first, "merge", "--target", other, "--reviewer", "ana")
    return uncompared


def claim_ids() -> list[str]:
    return [each.claim.id for each in tellings(documents())]


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli.app, words)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def failure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The last line that a wrong command ends with."""
    monkeypatch.setattr(sys, "argv", ["sayso", *words])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == cli.FAILED
    shown = capsys.readouterr().err
    assert shown.startswith("sayso: ")
    assert "Traceback" not in shown
    return shown


def test_texts_are_compared_once_and_only_then(uncompared: str) -> None:
    assert run("corroborate", uncompared).stderr.startswith("Compared 5 texts with the others in ")
    assert run("corroborate", uncompared).stderr == "Every text is compared already.\n"
    assert run("corroborate", "--quiet", uncompared).stderr == ""


@pytest.mark.parametrize("command", ABOUT_MATTERS)
def test_what_is_not_compared_is_told_and_nothing_is_written(
    uncompared: str, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    before = Path(uncompared).read_bytes()
    words = [claim_ids()[0]] if command in ("matter", "lineage") else NEEDS.get(command, [])
    said = run(command, uncompared, *words).stderr
    assert said.startswith(f"sayso: 5 texts are not compared yet: run sayso corroborate {uncompared}\n")
    assert Path(uncompared).read_bytes() == before


@pytest.mark.parametrize("command", [*ABOUT_MATTERS, "corroborate", "rate"])
def test_a_ledger_that_is_not_there_is_one_sentence_and_makes_no_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    words = ["RUS", "B", "--reviewer", "ana", "--reason", "so"] if command == "rate" else NEEDS.get(command, [])
    assert "there is no ledger at" in failure(monkeypatch, capsys, command, str(tmp_path / "none.sayso"), *words)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["matters", "origins", "disputes"])
def test_a_ledger_without_claims_says_so(tmp_path: Path, command: str) -> None:
    path = tmp_path / "empty.sayso"
    Ledger.open(path).close()
    result = run(command, str(path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "the ledger holds no claim, and so no matter" in result.stderr


def test_matters_are_listed_and_filtered(case: str) -> None:
    result = run("matters", case, "--kind", "transfer", "--actor", "RUS", "--text", "Kremlin")
    assert "transfer: PRK → RUS, arms\n" in result.stdout
    assert result.stderr == ""
    assert run("matters", case, "--kind", "fight").stderr == "sayso: no matter of the ledger passes the filter\n"


def test_a_limit_says_how_many_there_are(uncompared: str) -> None:
    result = run("matters", uncompared, "--limit", "1", "--sort", "news", "--format", "jsonl")
    assert [json.loads(line)["published_last"] for line in result.stdout.splitlines()] == ["2024-10-21"]
    assert "1 of 4 matters are shown; --limit 0 shows all" in result.stderr
    assert len(run("matters", uncompared, "--limit", "0", "--format", "jsonl").stdout.splitlines()) == 4


def test_the_orders_are_those_of_the_accounts() -> None:
    assert "|".join(ORDERS) in run("matters", "--help").stdout


def test_a_matter_is_found_by_the_id_of_any_claim_in_it(case: str) -> None:
    pages = {run("matter", case, each[:8]).stdout for each in claim_ids()}
    assert len(pages) == 1
    (line,) = run("matter", "--format", "jsonl", case, claim_ids()[1]).stdout.splitlines()
    assert json.loads(line)["summary"]["claims"] == 4


def test_a_lineage_is_drawn_as_a_tree_or_a_picture(case: str, tmp_path: Path) -> None:
    assert "Paper a, 2024-10-14" in run("lineage", case, claim_ids()[0]).stdout
    picture = tmp_path / "lineage.svg"
    assert run("lineage", case, claim_ids()[0], "--format", "svg", "--output", str(picture)).stdout == ""
    assert picture.read_text(encoding="utf-8").startswith("<svg ")


def test_stories_are_listed_from_so_many_texts_up(case: str) -> None:
    assert run("stories", case).stderr == "sayso: no story of the ledger is told by 2 texts or more\n"
    alone = run("stories", case, "--least", "1", "--format", "jsonl").stdout.splitlines()
    assert [len(json.loads(line)["reports"]) for line in alone] == [1] * 5
    assert "Paper a" in run("stories", case, "--least", "1").stdout


def test_colours_are_there_only_when_asked_for(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for words in (["matters", case], ["matter", case, claim_ids()[0]], ["origins", case], ["disputes", case]):
        assert "\x1b[" not in run(*words).stdout
        assert "\x1b[" in run(*words, "--color").stdout


def test_origins_disputes_and_news_are_shown(case: str) -> None:
    assert re.search(r"^F +RUS +1 +0 +0 ", run("origins", case).stdout, re.M)
    assert "told, origins" in run("disputes", case).stdout
    assert run("new", case, "--since", "2024-10-20").stdout.startswith(
        "newly corroborated, newly contradicted, newly den"
    )
    assert "nothing is new since 2025" in run("new", case, "--since", "2025").stderr
    for words in (["origins", case], ["disputes", case], ["new", case, "--since", "2024"]):
        assert [json.loads(line) for line in run(*words, "--format", "jsonl").stdout.splitlines()]


def test_a_claim_is_split_from_its_matter_and_put_back(case: str) -> None:
    first, second, *_ = claim_ids()
    given = run("judge", case, second, "split", "--reviewer", "ana")
    assert given.stdout.count(f"split {second} from ") == 3
    summaries = [json.loads(line) for line in run("matters", case, "--format", "jsonl").stdout.splitlines()]
    assert [each["claims"] for each in summaries] == [3, 1]
    run("judge", case, second, "merge", "--target", first, "--reviewer", "ana")
    with Ledger.open(Path(case), write=False) as ledger:
        assert tuple(sorted((first, second))) in ledger.bonds()
        assert ledger.cuts() == ()
    assert sizes(case) == [4]


def test_one_undo_takes_back_all_that_one_command_has_judged(case: str) -> None:
    first, second, *_ = claim_ids()
    run("judge", case, second, "split", "--reviewer", "ana")
    assert sizes(case) == [3, 1]
    assert run("judge", case, second, "undo", "--reviewer", "ben").stdout.count("undo ") == 3
    assert sizes(case) == [4]
    run("judge", case, second, "split", "--target", first, "--reviewer", "ana")
    run("judge", case, second, "split", "--target", claim_ids()[2], "--reviewer", "ana")
    assert run("judge", case, second, "undo", "--reviewer", "ben").stdout.count("undo ") == 1


def sizes(case: str) -> list[int]:
    """How many claims the matters of a ledger have."""
    return [json.loads(line)["claims"] for line in run("matters", case, "--format", "jsonl").stdout.splitlines()]


def test_a_letter_is_kept_shown_and_withdrawn(case: str) -> None:
    given = run("rate", case, "RUS", "d", "--reviewer", "ana", "--reason", "often wrong")
    assert re.fullmatch(r"D RUS: rating [0-9a-f]+\n", given.stdout)
    assert "D the Kremlin (RUS)" in run("matter", case, claim_ids()[0]).stdout
    assert re.match(r"D  20.*Z  ana: often wrong  [0-9a-f]+\n", run("rate", case, "RUS").stdout)
    assert run("rate", case, "RUS", "withdraw", "--reviewer", "ben", "--reason", "no").stdout.startswith(
        "withdrawn RUS"
    )
    assert "F the Kremlin (RUS)" in run("matter", case, claim_ids()[0]).stdout
    assert len(run("rate", case, "RUS").stdout.splitlines()) == 2


def test_who_is_no_actor_is_rated_by_name(case: str) -> None:
    assert run("rate", case, "paper  A", "c", "--reviewer", "ana", "--reason", "so so").stdout.startswith("C paper a: ")
    assert "nobody has rated Paper b yet" in run("rate", case, "Paper b").stderr


def test_a_number_is_kept_beside_the_computed_one_and_withdrawn(case: str) -> None:
    claim = claim_ids()[2]
    given = run("rate", case, claim[:10], "5", "--reviewer", "ana", "--reason", "a hoax")
    assert re.fullmatch(rf"5 matter {claim_ids()[0]}: credibility [0-9a-f]+\n", given.stdout)
    shown = run("matter", case, claim).stdout
    assert re.search(r"^analyst +5, ana, .*: a hoax$", shown, re.M)
    assert re.search(r"^credibility +\d ", shown, re.M)
    assert "rated 5 by ana: a hoax" in run("matters", case).stdout
    assert "a hoax" in run("rate", case, claim).stdout
    run("rate", case, claim, "withdraw", "--reviewer", "ana", "--reason", "no hoax")
    assert "analyst" not in run("matter", case, claim).stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["matter", "ffffffff"], "the ledger has no matter, claim or echo 'ffffffff'"),
        (["matter", "f"], "is too short for an id"),
        (["lineage", "ffffffff"], "the ledger has no matter, claim or echo"),
        (["matters", "--sort", "new"], "there is no order 'new'; did you mean news?"),
        (["matters", "--kind", "transfre"], "did you mean transfer?"),
        (["matters", "--actor", "North Korea"], "did you mean PRK?"),
        (["matters", "--to", "soon"], "'soon' is no date"),
        (["matters", "--format", "xml"], "there is no format 'xml'"),
        (["new", "--since", "yesterday"], "'yesterday' is no date; write it as 2024, 2024-10 or 2024-10-20"),
        (
            ["rate", "RUS", "G", "--reviewer", "a", "--reason", "b"],
            "'G' is no letter from A to F, no number from 1 to 6",
        ),
        (["rate", "RUS", "7", "--reviewer", "a", "--reason", "b"], "'7' is no letter from A to F"),
        (["rate", "RUS", "B", "--reason", "b"], "a rating needs --reviewer and --reason"),
        (["rate", "RUS", "B", "--reviewer", "a", "--reason", " "], "a rating needs --reviewer and --reason"),
        (["rate", "Papr b", "B", "--reviewer", "a", "--reason", "b"], "did you mean paper b"),
        (["rate", "RUS", "withdraw", "--reviewer", "a", "--reason", "b"], "RUS has no letter that could be withdrawn"),
        (["rate", "RUS", "3", "--reviewer", "a", "--reason", "b"], "RUS is a source, and a source is given a letter"),
        (["rate", "ffffffff", "3", "--reviewer", "a", "--reason", "b"], "no matter, claim or echo 'ffffffff'"),
    ],
)
def test_a_wrong_word_is_one_sentence(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    command, *rest = words
    shown = failure(monkeypatch, capsys, command, case, *rest)
    assert message in shown
    assert shown.count("\n") == 1


def test_an_id_that_fits_two_matters_is_one_sentence(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run("judge", case, claim_ids()[1], "split", "--reviewer", "ana")
    monkeypatch.setattr("sayso.cli.finding._SHORTEST_ID", 0)
    assert "more than one id begins with ''" in failure(monkeypatch, capsys, "matter", case, "")
