"""The table of corroboration: what stands in it, what is left out and why, and how speed and memory get into it."""

from pathlib import Path

import pytest

from benchmarks import bench_corroboration, reuse_scale
from benchmarks.bench_corroboration import HEAVY, NAMES, main
from benchmarks.floors import read_floors
from benchmarks.measures import CLAIM_GROUPS, CORROBORATION_GROUPS, ClaimGroup


@pytest.fixture(autouse=True)
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opens no reader."""
    monkeypatch.setattr("benchmarks.parts.missing", lambda: None)
    monkeypatch.setattr("benchmarks.command.open_reader", lambda settings: None)


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A folder that has the one file that speed and memory need."""
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "ecb.jsonl.xz").write_bytes(b"")
    return tmp_path


def test_what_takes_long_is_not_part_of_the_gate_and_no_name_is_taken_twice() -> None:
    gated = {floor.group for floor in read_floors() if floor.gated}
    assert not gated & set(HEAVY)
    assert gated & set(NAMES)
    assert not {group.name for group in CLAIM_GROUPS} & set(NAMES)
    assert {floor.group for floor in read_floors()} >= {group.name for group in CORROBORATION_GROUPS}


def test_without_corpora_it_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path), "--only", "same_story,reuse,translated,agreement,reuse-memory"]) == 2
    out = capsys.readouterr().out
    for words in ("same_story skipped", "ecb.jsonl.xz", "zelensky_uk_en.jsonl", "truth_flight", "reuse-memory skipped"):
        assert words in out


def test_without_weights_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("benchmarks.parts.missing", lambda: "there are no weights")
    assert main(["--data", str(tmp_path)]) == 2
    assert "bench-corroboration skipped: there are no weights." in capsys.readouterr().out


def test_what_was_measured_stands_beside_what_was_agreed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = (("origins.exact", 0.8125), ("origins.exact.even", 0.75))
    group = ClaimGroup(name="origins", run=lambda _: iter(figures))
    monkeypatch.setattr(bench_corroboration, "CORROBORATION_GROUPS", (group,))
    assert main(["--data", str(tmp_path), "--only", "origins", "--verbose"]) == 0
    out = capsys.readouterr().out
    for words in ("0.812", "not measured", "origins.exact.even"):
        assert words in out
    assert main(["--data", str(tmp_path), "--only", "origins", "--json"]) == 0
    assert '"origins.exact": 0.8125' in capsys.readouterr().out


def test_speed_and_memory_come_with_all_that_was_seen(
    packed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    speeds = (("reports: compared too, documents/s", 3000.0), ("republications: compared too, documents/s", 1234.0))
    monkeypatch.setattr(reuse_scale, "speed", lambda data: iter(speeds))
    points = [(10_000, 10.0, 1.0), (50_000, 50.0, 5.0), (250_000, 450.0, 25.0)]
    monkeypatch.setattr(reuse_scale, "grown", lambda data, counts: points)
    assert main(["--data", str(packed), "--only", "reuse-speed,reuse-memory", "--verbose"]) == 0
    out = capsys.readouterr().out
    for words in ("1234.0", "3,000.0", "BELOW FLOOR", "450 after 250,000", "2.000", "1800.000"):
        assert words in out


def test_an_unknown_group_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "claims"])
    assert "no group claims; there are origins, changes" in capsys.readouterr().err
