"""The weight files that ship in, the checkpoints they were made from out: where training goes on without them.

    python -m training.shipped --out .build/reader.pt --segmenter .build/segmenter.pt

Undoes `training.export`. What was rounded comes back as the levels times their scales, and exporting it again gives
the same levels.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.labels import WEIGHTS
from training.network import ARC, LAYERS, SIDE_BY_SIDE, STYLES, Network
from training.reader import save_state
from training.segmenter import DILATIONS

Floats = NDArray[np.float32]

POSITIONS = 512


def constants(path: Path) -> dict[str, NDArray[np.generic]]:
    """The stored tensors of a graph by name."""
    return {each.name: numpy_helper.to_array(each) for each in onnx.load(path).graph.initializer}


def matrix(stored: dict[str, NDArray[np.generic]], name: str) -> Floats:
    """The weight (outputs, inputs) of the linear layer `name`, rounded or not."""
    if name + ".int8" in stored:
        return (stored[name + ".int8"] * stored[name + ".scale"]).astype(np.float32).T
    return stored[name + ".weight"].astype(np.float32).T


def reader(folder: Path) -> dict[str, torch.Tensor]:
    """The state of `training.network.Network` without its word table."""
    stored = {}
    for name in ("pieces", "words", "labels", "roles"):
        stored.update(constants(folder / f"{name}.onnx"))
    found: dict[str, Floats] = {}
    for name, shape in ((name, value.shape) for name, value in Network(1).state_dict().items()):
        layer, _, part = name.rpartition(".")
        if name in stored and len(shape) == 1:
            found[name] = stored[name].astype(np.float32)
        elif part == "weight" and len(shape) == 2 and {layer + ".int8", layer + ".weight"} & set(stored):
            found[name] = matrix(stored, layer)
    joined = "+".join(SIDE_BY_SIDE)
    weight, bias = matrix(stored, joined), np.asarray(stored[joined + ".bias"], np.float32)
    at = 0
    for layer in SIDE_BY_SIDE:
        size = len(Network(1).state_dict()[layer + ".bias"])
        found[layer + ".weight"], found[layer + ".bias"] = weight[at : at + size], bias[at : at + size]
        at += size
    for number in range(LAYERS):
        name = f"layers.{number}."
        # One unit stands apart in full precision, and is silent in the rounded matrix (`export.forward`).
        into, out = found[name + "fi.weight"] * stored["damping"][None], found[name + "fo.weight"]
        alone = int(np.flatnonzero(~into.any(1))[0])
        into[alone] = matrix(stored, name + "alone.in")[0]
        found[name + "fi.bias"][alone] = stored[name + "alone.in.bias"][0]
        out[:, alone] = np.asarray(stored[name + "alone.out"], np.float32)[0]
        found[name + "fi.weight"], found[name + "fo.weight"] = into, out
    found["aw"] = np.asarray(stored["aw"], np.float32) * np.float32(np.sqrt(ARC))
    found["rw"] = matrix(stored, "rw").T
    found["srel.weight"] = np.asarray(stored["srel"], np.float32)
    tables = np.load(folder / "inputs.npy").astype(np.float32)
    found["pos_emb.weight"], found["src.weight"] = tables[:POSITIONS], tables[POSITIONS : POSITIONS + STYLES]
    return {name: torch.from_numpy(np.array(value)) for name, value in found.items()}


def segmenter(folder: Path) -> dict[str, torch.Tensor]:
    """The state of the segmenter's network."""
    stored = constants(folder / "segmenter.onnx")
    same = [
        f"{layer}.{part}"
        for layer in (*(f"layers.{n}" for n in range(len(DILATIONS))), "out")
        for part in ("weight", "bias")
    ]
    names = {"embedding.weight": "characters", "style.weight": "styles", **{name: name for name in same}}
    return {name: torch.from_numpy(stored[kept].astype(np.float32)) for name, kept in names.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of this step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--out", type=Path, default=Path(".build/reader.pt"))
    parser.add_argument("--segmenter", type=Path, default=Path(".build/segmenter.pt"))
    options = parser.parse_args(arguments)
    save_state(reader(options.weights), options.out)
    save_state(segmenter(options.weights), options.segmenter)


if __name__ == "__main__":
    main()
