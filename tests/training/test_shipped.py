"""Checkpoints made of the weights that ship; whether exporting them again gives the same levels."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs torch: pip install sayso[train]")
pytest.importorskip("onnx", reason="training needs onnx: pip install sayso[train]")

from training.export import labels_graph, pieces_graph, roles_graph, words_graph
from training.graph import Graph
from training.labels import WEIGHTS
from training.shipped import constants, reader

GRAPHS = {"pieces": pieces_graph, "words": words_graph, "labels": labels_graph, "roles": roles_graph}


@pytest.mark.parametrize("name", GRAPHS)
def test_what_ships_is_exported_again_as_it_was(name: str, tmp_path: Path) -> None:
    state = {key: value.numpy() for key, value in reader(WEIGHTS).items()}
    GRAPHS[name](Graph(state, int8=True), tmp_path / f"{name}.onnx")
    shipped, again = constants(WEIGHTS / f"{name}.onnx"), constants(tmp_path / f"{name}.onnx")
    assert shipped.keys() == again.keys()
    for key, value in shipped.items():
        np.testing.assert_allclose(value.astype(float), again[key].astype(float), rtol=1e-5, atol=1e-6, err_msg=key)
