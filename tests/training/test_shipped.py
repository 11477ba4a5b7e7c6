"""Checkpoints made of the weights that ship; whether exporting them again gives the same levels."""

from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs torch: pip install sayso[train]")
pytest.importorskip("onnx", reason="training needs onnx: pip install sayso[train]")

# Types are checked where torch need not be installed, and its modules can then not be followed.
export, graph, shipped = (import_module(f"training.{name}") for name in ("export", "graph", "shipped"))
GRAPHS = ("pieces", "words", "labels", "roles")


@pytest.mark.parametrize("name", GRAPHS)
def test_what_ships_is_exported_again_as_it_was(name: str, tmp_path: Path) -> None:
    weights = import_module("training.labels").WEIGHTS
    state = {key: value.numpy() for key, value in shipped.reader(weights).items()}
    build = getattr(export, f"{name}_graph")
    build(graph.Graph(state, int8=True), tmp_path / f"{name}.onnx")
    before = shipped.constants(weights / f"{name}.onnx")
    again = shipped.constants(tmp_path / f"{name}.onnx")
    assert before.keys() == again.keys()
    for key, value in before.items():
        np.testing.assert_allclose(value.astype(float), again[key].astype(float), rtol=1e-5, atol=1e-6, err_msg=key)
