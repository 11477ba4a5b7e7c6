"""What `import sayso` offers; a change here is a change for everybody who uses it."""

import ast
import subprocess
import sys
import tomllib
from dataclasses import is_dataclass
from pathlib import Path

import pytest

import sayso
from sayso import records

ROOT = Path(__file__).parents[1]

OFFERED = [
    "Actor",
    "Alignment",
    "Argument",
    "Attribution",
    "Chain",
    "Claim",
    "Document",
    "Event",
    "Filter",
    "Finding",
    "Judgement",
    "Ledger",
    "Mention",
    "Outcome",
    "Passage",
    "Period",
    "Place",
    "Predicate",
    "Provenance",
    "Quantity",
    "Reading",
    "Role",
    "Run",
    "SaysoError",
    "Sentence",
    "Settings",
    "Skipped",
    "Span",
    "Statement",
    "TriggerWord",
    "Word",
    "__version__",
    "compose",
    "find",
    "load",
    "open_reader",
    "open_roster",
    "read",
]


def test_the_offered_names_are_these() -> None:
    assert sorted(sayso.__all__) == OFFERED


@pytest.mark.parametrize("name", OFFERED)
def test_every_offered_name_is_there(name: str) -> None:
    assert getattr(sayso, name) is not None


def test_a_name_that_is_not_offered_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        _ = sayso.reed


def test_every_record_is_offered_and_frozen() -> None:
    tree = ast.parse(Path(records.__file__).read_text(encoding="utf-8"))
    classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    assert set(classes) < set(sayso.__all__)
    for name in classes:
        record = getattr(records, name)
        assert is_dataclass(record)
        assert record.__dict__["__dataclass_params__"].frozen, name
        assert "__slots__" in record.__dict__, name


def test_importing_sayso_loads_none_of_the_heavy_libraries() -> None:
    code = "import sys, sayso; print(*sorted({'numpy', 'onnxruntime', 'trafilatura', 'httpx'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"


def test_the_version_is_that_of_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert sayso.__version__ == project["version"]
