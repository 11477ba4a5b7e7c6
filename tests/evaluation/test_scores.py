"""Gold claims and found claims of our own in; the figures they must have, and those of the contract's scorer, out."""

import copy
import importlib.util
import json
import random
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.errors import RecordError
from sayso.evaluation import Scores, read_export, read_gold, score

ROOT = Path(__file__).parents[2]
CASES = tomllib.loads((ROOT / "tests" / "cases" / "scores.toml").read_text(encoding="utf-8"))
SHARED = ROOT.parent / "shared" / "gold"


def scored(tmp_path: Path, gold: list[Any], found: list[Any]) -> Scores:
    """The scores of claims written out as files of the two kinds."""
    (tmp_path / "sale.txt").write_text(CASES["text"], encoding="utf-8")
    (tmp_path / "sale.json").write_text(json.dumps({"document": "sale", "claims": gold}), encoding="utf-8")
    marks = read_gold(tmp_path, tmp_path)
    lines = [json.dumps({"document": f"reports/{'sale.txt'}", **claim}) for claim in found]
    predicted = read_export(tmp_path, lines, documents=["sale"])
    assert marks.problems == predicted.problems == ()
    return score(marks, predicted)


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["what"])
def test_claims_score_as_the_measure_says(case: dict[str, Any], tmp_path: Path) -> None:
    found = [copy.deepcopy(CASES["claims"][name]) for name in case["found"]]
    for change in case.get("changes", ()):
        found[change["claim"]].update({key: value for key, value in change.items() if key != "claim"})
    scores = scored(tmp_path, [CASES["claims"][name] for name in case["gold"]], found)
    slots = {each.slot: [each.right, each.seen] for each in scores.slots}
    for figure, expected in case["figures"].items():
        if figure in ("found", "whole"):
            rates = getattr(scores, figure)
            assert [rates.precision, rates.recall, rates.f1] == pytest.approx(expected, abs=1e-4), figure
        else:
            assert slots[figure] == expected, figure


def test_each_kind_is_counted(tmp_path: Path) -> None:
    sale, meeting = CASES["claims"]["sale"], CASES["claims"]["meeting"]
    scores = scored(tmp_path, [sale, meeting], [sale, sale])
    assert [(each.kind, each.found, each.gold, each.predicted) for each in scores.kinds] == [
        ("meet", 0, 1, 0),
        ("transfer", 1, 1, 2),
    ]
    assert (scores.gold, scores.predicted) == (2, 2)


def contract_scorer() -> ModuleType:
    if not (SHARED / "gold.py").exists():
        pytest.skip("the scorer of the contract is not beside this checkout")
    found = importlib.util.spec_from_file_location("gold", SHARED / "gold.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def damaged(claims: list[Any], chance: random.Random) -> list[Any]:
    """The claims with every field that scores compare changed here and there, some left out and some doubled."""
    actors = ["PRK", "RUS/president", "USA", "org/nyt", "person/nobody", None]
    found = []
    for original in (*claims, *chance.sample(claims, k=len(claims) // 4)):
        claim = copy.deepcopy(original)
        if chance.random() < 0.15:
            continue
        if chance.random() < 0.15:
            claim["kind"] = chance.choice(["meet", "transfer", "oppose", "fight"])
        if chance.random() < 0.2:
            claim["trigger"] = copy.deepcopy(claim["evidence"])
        for role in claim.get("roles", []):
            if chance.random() < 0.25:
                role["actor"] = chance.choice(actors)
        if chance.random() < 0.15:
            claim["roles"] = claim["roles"][::-1]
        for field, values in {
            "modality": ["done", "ongoing", "possible"],
            "polarity": ["affirmed", "negated"],
            "certainty": ["certain", "unstated"],
        }.items():
            if chance.random() < 0.2:
                claim[field] = chance.choice(values)
        if chance.random() < 0.2:
            claim["attribution"] = chance.choice([[], [{"source": None, "cue": None, "channel": "hearsay"}]])
        for quantity in claim.get("quantities", []):
            quantity["low"] = chance.choice([quantity["low"], None, 66.67])
        if chance.random() < 0.2:
            claim["occurred"] = {"edtf": "2018-09"}
        found.append(claim)
    chance.shuffle(found)
    return found


@pytest.mark.parametrize("seed", range(5))
def test_the_figures_are_those_of_the_contract_scorer(seed: int, tmp_path: Path) -> None:
    scorer, chance = contract_scorer(), random.Random(seed)
    texts, gold = SHARED / "texts", SHARED / "dev"
    lines = []
    for path in sorted(gold.glob("*.json")):
        file = json.loads(path.read_text(encoding="utf-8"))
        for claim in damaged(file["claims"], chance):
            lines.append(json.dumps({"document": f"somewhere/{file['document']}.txt", **claim}))
    lines.append(json.dumps({"document": "elsewhere.txt", **claim}))
    (tmp_path / "found.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")

    theirs_gold = scorer.load(texts, gold)
    theirs = scorer.score(theirs_gold, scorer.load_predictions(texts, tmp_path / "found.jsonl", list(theirs_gold)))
    marks = read_gold(texts, gold)
    ours = score(marks, read_export(texts, lines, documents=[each.document for each in marks.documents]))

    assert (ours.gold, ours.predicted) == (theirs["gold"], theirs["predicted"])
    for name in ("found", "whole"):
        rates = getattr(ours, name)
        assert (rates.precision, rates.recall, rates.f1) == theirs[name]
    assert 0 < ours.whole.f1 < ours.found.f1 < 1
    assert {each.slot: (each.right, each.seen) for each in ours.slots} == theirs["slots"]
    assert {each.kind: [each.found, each.gold, each.predicted] for each in ours.kinds} == theirs["kinds"]


def test_a_file_or_line_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "sale.txt").write_text(CASES["text"], encoding="utf-8")
    assert read_export(tmp_path, ["\n", "  "], documents=["sale"]).problems == ()
    with pytest.raises(RecordError, match="line 2 of the export"):
        read_export(tmp_path, ["\n", "[]"], documents=["sale"])
    (tmp_path / "sale.json").write_text("[]", encoding="utf-8")
    with pytest.raises(RecordError, match="is no gold file"):
        read_gold(tmp_path, tmp_path)
