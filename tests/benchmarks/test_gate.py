"""Floors kept, broken, raised and lowered."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import gate, parts
from benchmarks.bench_reader import main as bench_main
from benchmarks.bench_reader import table, verdict
from benchmarks.floors import FLOORS, Floor, read_floors, read_pins, with_floor
from benchmarks.measures import CLAIM_GROUPS, CORROBORATION_GROUPS, GROUPS, ClaimGroup

NAMES = Floor(
    name="names.en",
    group="names",
    label="names, English",
    floor=76.0,
    asked=76.0,
    mark=86.0,
    noise=0.3,
    higher=True,
    gated=True,
    corpora=(),
)
SIZE = replace(NAMES, name="weights.mb", floor=50.0, asked=50.0, mark=30.0, noise=0.0, higher=False)


def test_a_value_may_fall_below_its_floor_by_the_noise_and_no_more() -> None:
    assert gate.failures({"names.en": 75.7}, [NAMES]) == ()
    (sentence,) = gate.failures({"names.en": 75.69}, [NAMES])
    assert sentence == "names.en is 75.690, below its floor 76 by more than 0.3."


def test_where_less_is_better_the_floor_is_a_ceiling() -> None:
    assert gate.failures({"weights.mb": 50.0}, [SIZE]) == ()
    assert "above" in gate.failures({"weights.mb": 50.1}, [SIZE])[0]


def test_a_floor_that_was_not_measured_fails() -> None:
    assert gate.failures({}, [NAMES]) == ("names.en was not measured.",)


@pytest.mark.parametrize(
    ("value", "floor", "expected"),
    [(78.44, NAMES, 78.4), (78.45, NAMES, 78.45), (28.31, SIZE, 28.35), (0.9876, replace(NAMES, asked=0.95), 0.985)],
)
def test_floors_are_raised_in_steps_that_the_value_still_keeps(value: float, floor: Floor, expected: float) -> None:
    assert gate.rounded(value, floor) == pytest.approx(expected)
    assert replace(floor, floor=gate.rounded(value, floor), noise=0.0).keeps(value)


def test_only_better_values_raise_a_floor() -> None:
    assert gate.improves(76.2, NAMES)
    assert not gate.improves(76.01, NAMES)
    assert not gate.improves(75.0, NAMES)
    assert gate.improves(40.0, SIZE)
    assert not gate.improves(50.0, SIZE)


def test_a_floor_under_what_was_asked_needs_a_sentence_in_the_changelog() -> None:
    lowered = replace(NAMES, floor=74.0)
    (sentence,) = gate.unexplained_floors([lowered], "Nothing to see.")
    assert "names.en" in sentence
    assert gate.unexplained_floors([lowered], "The floor of `names.en` fell to 74: the corpora disagree.") == ()
    assert gate.unexplained_floors([NAMES], "") == ()
    assert len(gate.unexplained_floors([NAMES], "", lowering=["names.en"])) == 1


def test_rewriting_changes_one_floor_and_keeps_the_comments(tmp_path: Path) -> None:
    copy = tmp_path / "floors.toml"
    copy.write_text(FLOORS.read_text(encoding="utf-8"), encoding="utf-8")
    before = {floor.name: floor for floor in read_floors(copy)}
    gate.rewrite([(before["roles.given"], 81.27)], copy)
    after = {floor.name: floor for floor in read_floors(copy)}
    assert after["roles.given"].floor == 81.25
    assert after["roles.given"].asked == before["roles.given"].asked
    assert {name for name in before if before[name] != after[name]} == {"roles.given"}
    assert copy.read_text(encoding="utf-8").startswith("# Floors of the reader and of claims.")


def test_a_measure_without_entry_cannot_be_rewritten() -> None:
    with pytest.raises(KeyError, match=r"names\.xx"):
        with_floor("[pins]\n", "names.xx", value=1.0)


def test_corpora_other_than_the_pinned_ones_are_refused(data: Path) -> None:
    """The small folder of these tests is not the one the floors were set on."""
    absent = {name for names in gate.unmeasurable(data).values() for name in names}
    names = [name for name, _ in read_pins() if name not in absent]
    changed = gate.changed_corpora(data)
    assert len(changed) == len(names) > len(absent)
    assert changed[0].startswith(names[0])


IN_THE_TREE = ("weights", "speed", "metonyms", "set_aside", "origins", "changes", "dossier")
"""Groups with measures that need no corpus."""


def test_every_floor_has_pins_and_a_group_that_measures_it() -> None:
    pinned = {name for name, _ in read_pins()}
    groups = {group.name for group in (*GROUPS, *CLAIM_GROUPS, *CORROBORATION_GROUPS)}
    for floor in read_floors():
        assert set(floor.corpora) <= pinned
        assert floor.corpora or floor.group in IN_THE_TREE
        assert floor.group in groups or not floor.gated
        assert floor.reaches(floor.mark)
        assert not floor.reaches(floor.asked) or floor.asked == floor.mark


@pytest.mark.parametrize(("value", "status"), [(100.0, 0), (1.0, 1)])
def test_without_corpora_the_gate_measures_what_needs_none_and_says_what_it_leaves_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], value: float, status: int
) -> None:
    metonyms = ClaimGroup(name="metonyms", run=lambda _: iter([("metonyms", value)]))
    kept = [floor for floor in read_floors() if floor.group not in ("set_aside", "origins", "changes", "dossier")]
    monkeypatch.setattr(gate, "read_floors", lambda: tuple(kept))
    claims = tuple(group for group in CLAIM_GROUPS if group.corpora)
    monkeypatch.setattr(gate, "CLAIM_GROUPS", (*claims, metonyms))
    others = tuple(group for group in CORROBORATION_GROUPS if group.corpora)
    monkeypatch.setattr(gate, "CORROBORATION_GROUPS", others)
    monkeypatch.setattr(parts, "missing", lambda: None)
    monkeypatch.setattr(parts, "open_parts", lambda threads: None)
    monkeypatch.setattr(gate, "open_reader", lambda settings: None)
    assert gate.main(["--data", str(tmp_path)]) == status
    said = capsys.readouterr()
    for words in ("trees, raw", "skipped: ud.tar.xz", "agreement skipped: eval/truth_book"):
        assert words in said.out
    assert ("1 floors kept" in said.out) is (status == 0)
    assert ("metonyms is 1.000, below its floor" in said.err) is (status == 1)
    assert bench_main(["--data", str(tmp_path)]) == 2


def test_without_weights_the_gate_passes_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(parts, "missing", lambda: "there are no weights")
    assert gate.main(["--data", str(tmp_path)]) == 0
    assert "skipped: there are no weights" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "quick", "expected"),
    [
        (None, False, "not measured"),
        (90.0, True, "quick run"),
        (70.0, False, "BELOW FLOOR"),
        (75.9, False, "below what was asked"),
        (76.0, False, "kept"),
        (86.0, False, "mark reached"),
    ],
)
def test_verdicts(value: float | None, quick: bool, expected: str) -> None:
    assert verdict(value, NAMES, quick=quick) == expected


def test_the_table_has_a_row_for_each_measure_of_the_groups_asked_for() -> None:
    other = replace(NAMES, name="names.pt", label="names, Portuguese")
    drawn = table(
        {"names.en": 77.0, "spacy.names.en": 55.0},
        [NAMES, other, replace(NAMES, name="roles.given", group="roles")],
        quick=False,
    )
    assert list(drawn.columns[1].cells) == ["77.0", "–"]
    assert list(drawn.columns[4].cells) == ["55.0", "–"]
    assert list(drawn.columns[5].cells) == ["kept", "not measured"]


def test_an_unknown_group_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        bench_main(["--only", "rhymes"])
    assert "no group rhymes" in capsys.readouterr().err
