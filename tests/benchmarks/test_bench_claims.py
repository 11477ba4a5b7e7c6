"""The table of claims: what stands in it, what is left out and why, and the floors of other gold."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import bench_corroboration, gate, memory, speed
from benchmarks.archives import digest, located, present
from benchmarks.bench_claims import NAMES, main, other_floors
from benchmarks.command import table
from benchmarks.floors import Floor, read_floors
from benchmarks.measures import ClaimGroup, ClaimsBench, Figures
from tests.benchmarks.test_claims import _gold

FOUND = Floor(
    name="claims.found",
    group="claims",
    label="claims, development gold, found F1",
    floor=0.5,
    asked=0.55,
    mark=0.9,
    noise=0.01,
    higher=True,
    gated=True,
    corpora=(),
)


def test_a_row_says_what_was_agreed_and_what_is_held() -> None:
    drawn = table(
        {"claims.found": 0.52}, [FOUND, replace(FOUND, name="claims.whole", gated=False)], title="Claims", quick=False
    )
    cells = [list(column.cells) for column in drawn.columns]
    assert cells[1:] == [
        ["0.520", "–"],
        ["0.55", "0.55"],
        ["0.5", "–"],
        ["0.9", "0.9"],
        ["below what was asked", "not measured"],
    ]


def test_other_gold_may_fall_short_of_the_development_gold_by_little() -> None:
    floors = [FOUND, replace(FOUND, name="metonyms")]
    (other,) = other_floors(floors, {"claims.found": 0.7}, label="other gold (mine)")
    assert (other.name, other.label) == ("other.found", "other gold (mine), found F1")
    assert other.keeps(0.65)
    assert not other.keeps(0.64)
    assert not other.gated
    (unmeasured,) = other_floors(floors, {}, label="other gold")
    assert unmeasured.asked == pytest.approx(0.5)


def test_every_measure_of_claims_has_a_group() -> None:
    reader = {"trees", "raw", "raw-others", "names", "roles", "coreference", "retrieval", "boundaries", "weights"}
    others = {floor.group for floor in read_floors()} - reader - {"int8", "speed"}
    assert others == (set(NAMES) | set(bench_corroboration.NAMES)) - {"corroborate-speed"}


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opens no reader."""
    monkeypatch.setattr("benchmarks.parts.missing", lambda: None)
    monkeypatch.setattr("benchmarks.command.open_reader", lambda settings: None if settings.threads < 0 else object())


def test_without_corpora_it_says_what_is_missing(
    tmp_path: Path, unread: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "--only", "claims,attribution,numbers,claims-memory"]) == 2
    out = capsys.readouterr().out
    for words in ("claims skipped", "gold/dev", "eval/polnear_dev.tar.xz", "time_quantity.jsonl.xz", "ntrex.jsonl"):
        assert words in out


def test_without_weights_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("benchmarks.parts.missing", lambda: "there are no weights")
    assert main(["--data", str(tmp_path)]) == 2
    assert "there are no weights" in capsys.readouterr().out


def test_other_gold_that_is_not_there_is_one_sentence(
    data: Path, tmp_path: Path, unread: None, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = str(tmp_path / "nowhere")
    assert main(["--data", str(data), "--only", "claims", "--gold", nowhere, nowhere]) == 2
    assert "holds no gold files" in capsys.readouterr().out


def test_speed_and_memory_come_with_their_runs(
    data: Path, unread: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = speed.Run(words_per_second=900.0, resident_mb=300.0, peak_mb=350.0)
    twice = replace(run, words_per_second=1800.0)
    monkeypatch.setattr(speed, "compare", lambda data, **_: speed.Comparison(ours=(run,), spacy=(twice,)))
    points = tuple(memory.Point(reports=number, peak_mb=400.0 + number / 100) for number in (2000, 3000))
    monkeypatch.setattr(memory, "measure", lambda data, count: memory.Growth(points=points))
    assert main(["--data", str(data), "--only", "claims-speed,claims-memory"]) == 0
    out = capsys.readouterr().out
    for words in ("0.500", "500.0", "10.0", "420 after 2,000, 430 after 3,000", "reckoned from the slope", "900"):
        assert words in out


def test_an_unknown_group_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "rhymes"])
    assert "no group rhymes" in capsys.readouterr().err


def test_corpora_may_be_files_folders_and_members_of_archives(data: Path, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    assert not present(data, "gold/dev")
    with pytest.raises(FileNotFoundError):
        digest(data, "gold/dev")
    _gold(tmp_path / "gold")
    assert present(inside, "gold/dev")
    assert located(inside, "gold/dev") == located(data, "gold/dev") == tmp_path / "gold" / "dev"
    assert present(data, "reporting/ntrex.jsonl")
    assert not present(data, "reporting/elsewhere.jsonl")


def test_the_hash_of_a_folder_is_that_of_names_and_contents(tmp_path: Path) -> None:
    _gold(tmp_path / "gold")
    note = tmp_path / "gold" / "dev" / "note.json"
    before = digest(tmp_path, "gold/dev")
    renamed = note.rename(note.with_name("other.json"))
    assert digest(tmp_path, "gold/dev") != before
    renamed.rename(note)
    assert digest(tmp_path, "gold/dev") == before
    note.write_text("{}", encoding="utf-8")
    assert digest(tmp_path, "gold/dev") != before


def test_the_gate_leaves_out_groups_whose_corpora_are_not_there(data: Path, tmp_path: Path) -> None:
    absent = gate.unmeasurable(data)
    assert absent["claims"] == ("gold/texts", "gold/dev")
    assert "translation" not in absent
    assert "metonyms" not in absent
    _gold(tmp_path / "gold")
    assert "claims" not in gate.unmeasurable(data)


def test_the_gate_measures_only_the_groups_it_needs(claims_bench: ClaimsBench, monkeypatch: pytest.MonkeyPatch) -> None:
    run = []

    def figures(bench: ClaimsBench) -> Figures:
        run.append(bench)
        yield "claims.found", 0.5

    def untouched(_: ClaimsBench) -> Figures:
        raise AssertionError("no floor needs this group")

    groups = (ClaimGroup(name="claims", run=figures), ClaimGroup(name="metonyms", run=untouched))
    monkeypatch.setattr(gate, "CLAIM_GROUPS", groups)
    assert gate.measure_claims(claims_bench, [FOUND]) == {"claims.found": 0.5}
    assert run == [claims_bench]
