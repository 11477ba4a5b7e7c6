"""Command lines about claims in; what stands on both outputs, in ledgers and as exit code out."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import pytest
from typer.testing import CliRunner, Result

from sayso import cli, pipeline
from sayso.claims.composition import Composition
from sayso.errors import NotFound
from sayso.ledger import Ledger
from sayso.records import Claim, Document, Reading, Skipped
from sayso.settings import Settings
from sayso.vocab.actors import Roster
from tests.factories import ARMS, arms_claim, document, reading, sentence

seen: list[str] = []
gone: list[str] = []


class Hand:
    """A reader that finds one short sentence in every document, and keeps a list of what it was given."""

    name = "hand"
    version = "1"

    def read(self, document: Document) -> Reading:
        """The reading of the first sentence of the report about arms, or of nothing."""
        seen.append(document.location)
        rows = "It VERB -1 root" if "It" in document.text else "The VERB -1 root"
        return reading(document, sentence(document, rows))


def load(location: str, *, settings: Settings) -> Iterator[Document | Skipped]:
    """A loader to whom everything is the report about arms, except what is missing or says nothing."""
    if "missing" in location or location in gone:
        raise NotFound(f"{location} is not there")
    yield document("It rained." if "quiet" in location else ARMS, location=location)


def composition(document: Document, reading: Reading, *, roster: Roster) -> Composition:
    """The claim about arms, where the document has it."""
    return composed(arms_claim(document)) if document.text == ARMS else composed()


def composed(*claims: Claim) -> Composition:
    """These claims, and nothing of what sentences state."""
    return Composition(claims=claims, statements=(), trees=())


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    seen.clear()
    gone.clear()
    monkeypatch.setattr(pipeline, "load", load)
    monkeypatch.setattr(pipeline, "open_reader", lambda settings: Hand())
    monkeypatch.setattr(pipeline, "composition", composition)


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A ledger with the report about arms."""
    path = tmp_path / "case.sayso"
    assert run("read", "--quiet", "arms.txt", "--ledger", str(path)).exit_code == 0
    return str(path)


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli.app, words)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def failure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line that a wrong command ends with."""
    monkeypatch.setattr(sys, "argv", ["sayso", *words])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == cli.FAILED
    shown = capsys.readouterr().err
    assert shown.startswith("sayso: ")
    assert shown.count("\n") == 1
    return shown


def test_without_a_ledger_the_claims_are_printed_for_people() -> None:
    result = run("read", "arms.txt", "quiet.txt")
    assert result.exit_code == 0
    assert "  transfer  giver North Korea (PRK); recipient Russia (RUS); good arms\n" in result.stdout
    assert "no claims in this text" in result.stdout
    assert result.stderr.splitlines()[1:] == ["Found 1 claim.", "No claims in 1 document: quiet.txt."]


def test_with_a_ledger_they_are_kept_and_nothing_is_printed_but_the_summary(tmp_path: Path) -> None:
    ledger = str(tmp_path / "case.sayso")
    result = run("read", "--published", "2018-09-30", "arms.txt", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"Found 1 claim, kept in {ledger}." in result.stderr


def test_what_is_read_into_a_ledger_is_compared_at_the_end_unless_it_is_told_not_to(tmp_path: Path) -> None:
    ledger = str(tmp_path / "case.sayso")
    assert "Compared" not in run("read", "--no-corroborate", "arms.txt", "--ledger", ledger).stderr
    assert "1 text is not compared yet" in run("matters", ledger).stderr
    assert "Compared 2 texts with the others in " in run("read", "more.txt", "--ledger", ledger).stderr
    assert "not compared" not in run("matters", ledger).stderr
    assert run("read", "--quiet", "last.txt", "--ledger", ledger).stderr == ""


def test_the_format_asked_for_is_printed_beside_the_ledger(tmp_path: Path) -> None:
    result = run("read", "--format", "jsonl", "arms.txt", "--ledger", str(tmp_path / "case.sayso"))
    assert json.loads(result.stdout)["kind"] == "transfer"


def test_what_the_ledger_holds_is_not_read_again(case: str) -> None:
    result = run("read", "arms.txt", "more.txt", "--ledger", case)
    assert seen == ["arms.txt", "more.txt"]
    assert "1 document was in the ledger before and was not read again.\n" in result.stderr
    assert len(run("export", case).stdout.splitlines()) == 2


def test_what_could_not_be_read_is_told_and_kept_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "case.sayso"
    result = run("read", "arms.txt", "missing.txt", "--ledger", str(path))
    assert result.exit_code == 1
    assert "sayso: missing.txt is not there\n" in result.stderr
    assert "Could not read 1 location; the reasons stand above.\n" in result.stderr
    with Ledger.open(path, write=False) as ledger:
        assert "missing.txt is not there" in [each.reason for each in ledger.skipped()]
    assert run("read", "missing.txt").exit_code == 2


def test_actors_of_the_users_own_make_a_run_of_their_own(case: str, tmp_path: Path) -> None:
    actors = tmp_path / "actors.toml"
    actors.write_text('[[actor]]\nid = "org/acme"\nkind = "company"\nnames = ["Acme"]\n', encoding="utf-8")
    assert run("read", "--quiet", "arms.txt", "--actors", str(actors), "--ledger", case).exit_code == 0
    with Ledger.open(Path(case), write=False) as ledger:
        assert len(ledger.runs()) == 2


def test_claims_are_filtered_and_shown_as_a_table_with_their_sentences(case: str) -> None:
    result = run("claims", case, "--kind", "transfer", "--actor", "RUS", "--from", "2022", "--text", "arms")
    assert result.exit_code == 0
    assert result.stdout.startswith("who             to or with     what ")
    assert "“The New York Times said North Korea may have earned" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(
    "words", [["--kind", "fight"], ["--modality", "done"], ["--language", "ko"], ["--to", "2010"], ["--text", "grain"]]
)
def test_a_filter_that_nothing_passes_says_so(case: str, words: list[str]) -> None:
    result = run("claims", case, *words)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "sayso: no claim of the ledger passes the filter\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--kind", "transfre"], "there is no kind 'transfre'; did you mean transfer?"),
        (["--modality", "feard"], "there is no modality 'feard'; did you mean feared?"),
        (["--language", "xx"], "there is no language 'xx'; the languages are ar, de, en"),
        (["--actor", "RUS/presdent"], "there is no actor 'RUS/presdent'; did you mean RUS/president"),
        (["--actor", "North Korea"], "'North Korea' is a name, not the id of an actor; did you mean PRK?"),
        (["--from", "last week"], "'last week' is no date"),
        (["--text", "..."], "'...' holds no word"),
        (["--run", "nine"], "the ledger has no run"),
        (["--format", "xml"], "there is no format 'xml'; the formats are table, page, jsonl, csv"),
    ],
)
def test_a_wrong_filter_is_one_sentence(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert message in failure(monkeypatch, capsys, "claims", case, *words)


@pytest.mark.parametrize("command", ["claims", "sources", "actors", "diff", "export"])
def test_a_ledger_that_is_not_there_is_one_sentence_and_makes_no_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    assert "there is no ledger at" in failure(monkeypatch, capsys, command, str(tmp_path / "none.sayso"))
    assert list(tmp_path.iterdir()) == []


def test_a_claim_is_shown_in_its_passage_by_the_beginning_of_its_id(case: str) -> None:
    claim = json.loads(run("export", case).stdout)
    result = run("show", case, claim["id"][:6])
    assert "[source The New York Times] [cue said] [giver North" in result.stdout
    assert "why             trigger sales\n" in result.stdout
    assert "\x1b[" not in result.stdout
    assert "\x1b[" in run("show", "--color", case, claim["id"]).stdout


def test_an_unknown_claim_is_one_sentence(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "ffffff" in failure(monkeypatch, capsys, "show", case, "ffffff")


def test_sources_and_actors_are_counted(case: str) -> None:
    assert re.search(r"^org/nyt +1 +1 +reported 1 +transfer 1\nThe New York Times$", run("sources", case).stdout, re.M)
    assert re.search(r"^PRK +1 +1 +giver 1 +transfer 1$", run("actors", case).stdout, re.M)
    assert json.loads(run("sources", "--format", "jsonl", case).stdout)["actor"] == "org/nyt"


def test_one_run_has_nothing_to_be_compared_with(case: str) -> None:
    assert run("diff", case).stderr == "sayso: the ledger has one run, and nothing to compare it with\n"


def test_a_newer_reading_shows_what_it_changed(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Hand, "version", "2")
    monkeypatch.setattr(pipeline, "composition", lambda document, reading, *, roster: composed())
    run("read", "--quiet", "arms.txt", "--ledger", case)
    result = run("diff", case)
    assert "0 added, 1 removed, 0 changed, 0 as before" in result.stdout
    assert "- transfer · giver North Korea (PRK); recipient Russia (RUS)" in result.stdout
    assert result.stderr.startswith("Run 1 (hand 1, vocabulary")
    assert run("diff", case, "2", "1").stdout.count("+ transfer") == 1
    assert json.loads(run("diff", "--format", "jsonl", case).stdout)["difference"]["removed"]


def test_judgements_are_kept_shown_and_undone(case: str) -> None:
    claim = json.loads(run("export", case).stdout)["id"]
    given = run("judge", case, claim[:8], "correct", "--reviewer", "ana", "--set", "modality=done", "--note", "table 2")
    assert re.fullmatch(rf"correct {claim}: judgement [0-9a-f]+\n", given.stdout)
    shown = run("show", case, claim).stdout
    assert "judgement       correct by ana, " in shown
    assert '{"modality":"done"}' in shown.replace("\n                ", "")
    assert run("judge", case, claim, "undo", "--reviewer", "ben").exit_code == 0
    with Ledger.open(Path(case), write=False) as ledger:
        assert ledger.standing(ledger.claim(claim)).verdict is None
        assert [each.verdict for each in ledger.judgements(claim)] == ["correct", "undo"]


def test_a_judgement_about_what_the_claim_no_longer_says_is_shown_as_lapsed(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = json.loads(run("export", case).stdout)["id"]
    run("judge", case, claim, "accept", "--reviewer", "ana")
    denied = lambda document, reading, *, roster: composed(replace(arms_claim(document), polarity="negated"))  # noqa: E731
    monkeypatch.setattr(Hand, "version", "2")
    monkeypatch.setattr(pipeline, "composition", denied)
    run("read", "--quiet", "arms.txt", "--ledger", case)
    shown = run("show", case, claim).stdout
    assert "lapsed          accept by ana, " in shown
    assert "judgement " not in shown


def test_what_the_export_has_can_be_set(case: str) -> None:
    claim = json.loads(run("export", case).stdout)
    fields = ("roles", "quantities", "occurred", "attribution")
    given = [each for name in fields for each in ("--set", f"{name}={json.dumps(claim[name])}")]
    run("judge", case, claim["id"], "correct", "--reviewer", "ana", *given, "--set", "place=null")
    with Ledger.open(Path(case), write=False) as ledger:
        (kept,) = ledger.judgements()
    assert kept.correction is not None
    assert json.loads(kept.correction) == {name: claim[name] for name in fields} | {"place": None}


PLACE = '{"name": "Vostochny", "country": "RUS", "span": null'


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["agree"], "there is no verdict 'agree'; the verdicts are accept, correct, reject, merge, split, undo"),
        (["correct"], "--set FIELD=VALUE goes with correct, and correct needs it"),
        (["accept", "--set", "modality=done"], "--set FIELD=VALUE goes with correct"),
        (["correct", "--set", "modality=maybe"], "there is no modality 'maybe'"),
        (["correct", "--set", "colour=red"], "there is no field 'colour'"),
        (["correct", "--set", "certainty=maybe"], "the certainties are certain, probable, possible, unstated"),
        (["correct", "--set", "modality"], "--set takes FIELD=VALUE, and 'modality' has no ="),
        (["correct", "--set", "kind=meet", "--set", "kind=fight"], "--set gives kind twice"),
        (["correct", "--set", "place=Vostochny"], "--set place= takes the JSON that the export has there"),
        (["correct", "--set", f'place={PLACE}, "colour": 1}}'], "the export has there, and this has a key besides"),
        (["correct", "--set", "occurred=2022"], "occurred: it takes the JSON"),
        (["correct", "--set", 'roles=[{"role": "giver"}]'], "roles: it takes the JSON"),
        (["correct", "--set", "roles=null"], "roles: it takes the JSON"),
        (["correct", "--set", "quantities=5"], "quantities: it takes the JSON"),
        (["correct", "--set", "attribution="], "--set attribution= takes the JSON"),
        (["merge"], "merge needs --target"),
        (["accept", "--target", "x"], "--target goes with merge, split and undo"),
        (["undo"], "has no judgement that could be undone"),
        (["correct", "--set", 'trigger={"quote": "bought"}'], "trigger: the text does not have the words 'bought'"),
        (["correct", "--set", "kind=meet"], "kind: meet has no role 'giver'; its roles are actor, partner"),
        (["--queue"], "--queue asks for every claim; it takes no claim"),
        ([], "give the id of a claim and a verdict, or --queue"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_one_sentence(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    claim = json.loads(run("export", case).stdout)["id"]
    assert message in failure(monkeypatch, capsys, "judge", case, claim, *words, "--reviewer", "ana")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with the report about arms and the claim in it as gold, one field of it otherwise."""
    (tmp_path / "arms.txt").write_text(ARMS, encoding="utf-8")
    claim = json.loads(run("read", "--quiet", "--format", "jsonl", "arms.txt").stdout) | {"polarity": "negated"}
    (tmp_path / "arms.json").write_text(json.dumps({"document": "arms", "claims": [claim]}), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("given", ["now", "ledger", "predictions"])
def test_scores_are_the_same_wherever_the_claims_come_from(gold: Path, case: str, given: str) -> None:
    (gold / "claims.jsonl").write_text(run("export", case).stdout, encoding="utf-8")
    words = {"now": [], "ledger": ["--ledger", case], "predictions": ["--predictions", str(gold / "claims.jsonl")]}
    result = run("eval", str(gold), str(gold), "--format", "json", *words[given])
    scores = json.loads(result.stdout)
    assert (scores["found"]["f1"], scores["whole"]["f1"]) == (1.0, 0.0)
    assert {"slot": "polarity", "right": 0.0, "seen": 1} in scores["slots"]
    assert result.stderr == ""


def test_scores_are_shown_for_people(gold: Path, case: str) -> None:
    shown = run("eval", str(gold), str(gold), "--ledger", case).stdout
    assert re.search(r"^found: kind and place +1\.000 +1\.000 +1\.000$", shown, re.M)
    assert re.search(r"^transfer +1 +1 +1$", shown, re.M)


def test_gold_that_does_not_fit_its_text_is_told(gold: Path) -> None:
    (gold / "arms.txt").write_text("Another text.", encoding="utf-8")
    result = run("eval", str(gold), str(gold))
    assert result.stderr.startswith("sayso: arms.json, claim 0: the text has other words than")


def test_a_text_that_cannot_be_read_now_is_told_once_and_in_the_exit_code(gold: Path) -> None:
    (gold / "more.txt").write_text(ARMS, encoding="utf-8")
    (gold / "more.json").write_text(json.dumps({"document": "more", "claims": []}), encoding="utf-8")
    gone.append(str(gold / "more.txt"))
    result = run("eval", str(gold), str(gold))
    assert (result.exit_code, result.stderr) == (1, f"sayso: {gone[0]} is not there\n")
    assert "found: kind and place" in result.stdout
    gone.append(str(gold / "arms.txt"))
    result = run("eval", str(gold), str(gold))
    assert (result.exit_code, result.stdout) == (2, "")


def test_folders_that_hold_nothing_are_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert "holds no gold files" in failure(monkeypatch, capsys, "eval", str(tmp_path), str(tmp_path))


def test_the_queue_takes_one_key_for_each_verdict(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = json.loads(run("export", case).stdout)["id"]
    keys, lines = (
        iter("?xauruccjkus\x04"),
        iter(["modality=planned", 'trigger={"quote": "sales"}', "", "kind=dance", ""]),
    )
    monkeypatch.setattr(click, "getchar", lambda: next(keys))
    monkeypatch.setattr(sys, "stdin", Typed(lines))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "argv", ["sayso", "judge", case, "--queue", "--reviewer", "ana"])
    with pytest.raises(SystemExit, match="0"):
        cli.main()
    with Ledger.open(Path(case), write=False) as ledger:
        kept = ledger.judgements(claim)
    assert [each.verdict for each in kept] == ["accept", "undo", "reject", "undo", "correct", "undo"]
    assert json.loads(kept[4].correction or "") == {
        "modality": "planned",
        "trigger": {"start": 102, "end": 107, "quote": "sales"},
    }
    said = capsys.readouterr()
    assert "1 of 1.  a accept" in said.out
    assert "there is no kind 'dance'" in said.err


class Typed:
    """Lines that somebody types at a terminal."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines

    def isatty(self) -> bool:
        """It is one."""
        return True

    def readline(self) -> str:
        """The next line."""
        return next(self._lines) + "\n"


def test_the_queue_needs_a_terminal(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "--queue needs a terminal" in failure(monkeypatch, capsys, "judge", case, "--queue", "--reviewer", "ana")


def test_what_was_judged_is_written_as_gold_that_a_reading_is_scored_with(case: str, tmp_path: Path) -> None:
    claim = json.loads(run("export", case).stdout)["id"]
    run("judge", case, claim, "correct", "--reviewer", "ana", "--set", "modality=planned")
    folder = tmp_path / "mine"
    assert "1 text with 1 claim" in run("gold", case, "--output", str(folder)).stderr
    scored = run("eval", str(folder / "texts"), str(folder / "gold"), "--ledger", case, "--format", "json")
    scores = json.loads(scored.stdout)
    assert (scores["gold"], scores["found"]["f1"], scores["whole"]["f1"]) == (1, 1.0, 0.0)


def test_gold_needs_a_text_judged_whole_and_a_folder_of_its_own(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = ("gold", case, "--output", str(tmp_path / "mine"))
    assert "no text has all of its claims judged yet" in failure(monkeypatch, capsys, *wanted)
    run("judge", case, json.loads(run("export", case).stdout)["id"], "reject", "--reviewer", "ana")
    assert run(*wanted).exit_code == 0
    assert "give a folder that is not there" in failure(monkeypatch, capsys, *wanted)


def test_an_actor_is_another_one_until_that_is_taken_back(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    signed = ("--reviewer", "ana", "--reason", "two names")
    assert run("same", case, "PRK", "KOR", *signed).stdout.startswith("PRK is KOR: ")
    assert "PRK is KOR by the word of ana" in failure(monkeypatch, capsys, "same", case, "PRK", "CHN", *signed)
    assert run("same", case, "PRK", "withdraw", *signed).exit_code == 0
    said, taken_back = run("same", case).stdout.splitlines()
    assert said.startswith("PRK is KOR  ")
    assert taken_back.startswith("PRK withdraws ")
    assert "no actor 'XXX'" in failure(monkeypatch, capsys, "same", case, "XXX", "KOR", *signed)
    assert "nobody has said that PRK" in failure(monkeypatch, capsys, "same", case, "PRK", "withdraw", *signed)
    assert "needs --reviewer and --reason" in failure(monkeypatch, capsys, "same", case, "PRK", "KOR")
