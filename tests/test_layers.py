"""The source tree in; whether it keeps to the layout, the import order and the size limits of the project out."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "sayso"

LAYERS = (
    "records",
    "errors",
    "settings",
    "codec",
    "vocab",
    "lang",
    "documents",
    "reading",
    "claims",
    "corroboration",
    "system",
    "ledger",
    "evaluation",
    "outputs",
    "review",
    "pipeline",
    "workbench",
    "cli",
)
"""From the bottom to the top; a module imports only from its own layer and those before it."""

EDGE = ("cli", "workbench")
"""The layers that may print, ask for the time and read the environment."""

NETWORK = {"socket", "httpx", "urllib.request", "subprocess"}
CLOCK_AND_CHANCE = {"time", "random", "secrets", "uuid"}
STORE = {"sqlite3"}

ALLOWED = {"documents": NETWORK | {"time"}, "ledger": STORE}
"""A loader reads its location, within its limit of seconds; the ledger alone writes."""

MODULE_LINES = 400
FUNCTION_LINES = 60
PARAMETERS = 7
POSITIONAL = 2
PUBLIC_NAMES = 12

THREE_IN_ONE = {"to_source", "to_cleaned", "passages"}
"""Functions with a third positional parameter: a place is said with both ends, and a repair with its alignment."""

MODULES = sorted(PACKAGE.rglob("*.py"))
OTHERS = sorted(path for folder in ("benchmarks", "training") for path in (ROOT / folder).rglob("*.py"))

TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in (*MODULES, *OTHERS)}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "sayso")


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node


def _assigned(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        for target in _targets(node):
            if isinstance(target, ast.Name) and not target.id.startswith("_"):
                yield target.id


def _targets(node: ast.stmt) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent != PACKAGE or path.stem != "__init__"], ids=_name
)
def test_a_module_imports_only_from_the_layers_before_its_own(path: Path) -> None:
    own = LAYERS.index(_layer(path))
    for imported in _imports(TREES[path]):
        parts = imported.split(".")
        if parts[0] == "sayso" and len(parts) > 1 and parts[1] != "__version__":
            assert LAYERS.index(parts[1]) <= own, f"{_name(path)} imports {imported}"


@pytest.mark.parametrize("path", [*MODULES, *OTHERS], ids=_name)
def test_a_module_stays_within_the_size_limits(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES
    for function in _functions(TREES[path]):
        assert (function.end_lineno or 0) - function.lineno < FUNCTION_LINES, function.name
        assert _parameter_count(function) <= PARAMETERS, function.name


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_what_a_module_offers_is_small(path: Path) -> None:
    tree = TREES[path]
    names = [node.name for node in _public(tree)] + list(_assigned(tree))
    assert len(names) <= PUBLIC_NAMES + _table_names(path), names
    for function in _functions(tree):
        if not function.name.startswith("_"):
            allowed = POSITIONAL + (function.name in THREE_IN_ONE)
            assert _positional_count(function) <= allowed, f"{function.name}: keyword-only after the first two"


def _table_names(path: Path) -> int:
    """The records themselves are one vocabulary and stand in one module, and so are the errors one tree."""
    return 100 if path.name == "records.py" or path == PACKAGE / "errors.py" else 0


def _parameter_count(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return _positional_count(function) + len(function.args.kwonlyargs)


def _positional_count(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    named = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return len(named[1:] if named[:1] in (["self"], ["cls"]) else named)


@pytest.mark.parametrize("path", [*MODULES, *OTHERS], ids=_name)
def test_a_module_says_what_it_is_and_so_does_every_public_name(path: Path) -> None:
    tree = TREES[path]
    opening = (ast.get_docstring(tree) or "").split("\n\n")[0]
    assert opening.endswith("."), "the module opens with one sentence"
    for node in _public(tree):
        assert ast.get_docstring(node), node.name
        if isinstance(node, ast.ClassDef) and path in MODULES:
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and not method.name.startswith("_"):
                    assert ast.get_docstring(method), f"{node.name}.{method.name}"


@pytest.mark.parametrize("path", [path for path in MODULES if _layer(path) not in EDGE], ids=_name)
def test_only_the_edge_prints_and_knows_the_time_and_the_environment(path: Path) -> None:
    tree = TREES[path]
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not called & {"print", "input"}
    forbidden = (NETWORK | CLOCK_AND_CHANCE | STORE) - ALLOWED.get(_layer(path), set())
    assert not set(_imports(tree)) & forbidden
    assert "environ" not in {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("path", [*MODULES, *OTHERS], ids=_name)
def test_names_say_what_a_module_is_for(path: Path) -> None:
    assert path.stem not in {"util", "utils", "misc", "helper", "helpers", "common"}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_code_asks_whether_it_is_under_test_and_a_todo_has_its_issue(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert "PYTEST" not in source
    assert re.search(r"\bTODO\b(?!.*#\d)", source) is None
