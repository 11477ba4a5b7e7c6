"""Fits the sentence embedding: a linear map from what the reader computes anyway to the space of multilingual-e5-small.

    python -m training.vectors --data ../shared/data

The teacher is the starting encoder with all its twelve layers. Its vectors are centred (they share one large direction)
and the map is fitted by ridge regression in closed form, so there is nothing to tune but the ridge. Sentences of the
parallel treebanks (PUD) are mapped to the mean of their translations, which pulls the languages together.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.lang import language
from sayso.reading.encoder import Encoder
from sayso.reading.pieces import BEGIN, END, PADDING, Pieces
from sayso.reading.tokens import Tokens
from training import corpora
from training.graph import Graph
from training.labels import WEIGHTS
from training.network import HEADS, WIDTH
from training.start import from_e5

LAYERS = 12
PER_LANGUAGE = 1_500  # sentences of each language beside PUD; the teacher reads 20 a second on two cores
RIDGE = 0.1
"""In units of the mean feature variance. With a quarter of PUD held out, translations were found first in .948 of cases
at .1 and at .001 and in .945 at .01 (November 2026)."""
MAX_PIECES = 128
Floats = NDArray[np.float32]


def teacher(path: Path) -> onnxruntime.InferenceSession:
    """The whole starting encoder as a graph from piece vectors to the mean of its last layer."""
    weights = {name: value.numpy() for name, value in from_e5(LAYERS).items()}
    graph = Graph(weights, int8=False)
    x = graph.normalised("pieces", "eln")
    for number in range(LAYERS):
        name = f"layers.{number}."
        attended = graph.attended(graph.split(graph.linear(x, name + "qkv"), [WIDTH] * 3), "mask", HEADS)
        x = graph.normalised(graph.add("Add", [x, graph.linear(attended, name + "ao")]), name + "aln")
        widened = graph.gelu(graph.linear(x, name + "fi"))
        x = graph.normalised(graph.add("Add", [x, graph.linear(widened, name + "fo")]), name + "oln")
    graph.save(
        path,
        {"pieces": ("float", ["sentences", "pieces", WIDTH]), "mask": ("int32", ["sentences", "pieces"])},
        {"vector": mean(graph, x, "mask")},
    )
    np.savez(path.with_suffix(".npz"), words=weights["word_emb.weight"], positions=weights["pos_emb.weight"])
    return onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])


def mean(graph: Graph, x: str, mask: str) -> str:
    """The mean of the unmasked rows of x (sentences, rows, width)."""
    weight = graph.add("Unsqueeze", [graph.add("Cast", [mask], to=1), graph.numbers(1)])
    total = graph.add("Squeeze", [graph.add("MatMul", [weight, x]), graph.numbers(1)])
    return graph.add("Div", [total, graph.add("ReduceSum", [weight, graph.numbers(2)], keepdims=0)])


def taught(sentences: Sequence[corpora.Example], session: onnxruntime.InferenceSession, path: Path) -> Floats:
    """The teacher's unit vectors (sentences, 384), read with its prefix for symmetric comparison."""
    vocabulary = Pieces.open(WEIGHTS / "pieces.json.xz")
    stored = np.load(path.with_suffix(".npz"))
    words, positions = stored["words"], stored["positions"]
    prefix = [piece for ids in vocabulary.encode(["query", ":"], [True, False]) for piece in ids]
    rows = []
    for sentence in sentences:
        inner = [piece for ids in vocabulary.encode(sentence.forms, sentence.spaced) for piece in ids]
        rows.append([BEGIN, *prefix, *inner[:MAX_PIECES], END])
    vectors = np.zeros((len(rows), WIDTH), np.float32)
    order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
    for start in range(0, len(order), 32):
        chosen = order[start : start + 32]
        ids = np.full((len(chosen), len(rows[chosen[-1]])), PADDING)
        for row, index in enumerate(chosen):
            ids[row, : len(rows[index])] = rows[index]
        feed = {"pieces": words[ids] + positions[: ids.shape[1]], "mask": (ids != PADDING).astype(np.int32)}
        vectors[chosen] = session.run(["vector"], feed)[0]
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def sample(examples: Sequence[corpora.Example], seed: int) -> list[corpora.Example]:
    """Training sentences of 5 to 60 words: all of PUD and some of every language."""
    chosen: list[corpora.Example] = []
    others = defaultdict(list)
    for example in examples:
        trees, names = corpora.is_training(example)
        if (trees or names) and 5 <= len(example.forms) <= 60:
            if example.style.endswith("_pud"):
                chosen.append(example)
            else:
                others[example.language].append(example)
    rng = random.Random(seed)
    for code in sorted(others):
        chosen += rng.sample(others[code], min(PER_LANGUAGE, len(others[code])))
    return chosen


def targets(sentences: Sequence[corpora.Example], vectors: Floats) -> Floats:
    """The teacher's vectors centred, those of parallel sentences replaced by the mean over the languages."""
    centred = vectors - vectors.mean(0)
    groups = defaultdict(list)
    for index, sentence in enumerate(sentences):
        if sentence.style.endswith("_pud"):
            groups[sentence.id].append(index)
    for indices in groups.values():
        centred[indices] = centred[indices].mean(0)
    unit: Floats = centred / np.linalg.norm(centred, axis=1, keepdims=True)
    return unit


def fit(features: Floats, wanted: Floats) -> tuple[Floats, Floats]:
    """Ridge regression: the matrix (features, 384) and the bias (384,)."""
    centre, middle = features.mean(0), wanted.mean(0)
    x = (features - centre).astype(np.float64)
    gram = x.T @ x
    gram[np.diag_indices_from(gram)] += RIDGE * gram.trace() / len(gram)
    matrix = np.linalg.solve(gram, x.T @ (wanted - middle)).astype(np.float32)
    return matrix, middle - centre @ matrix


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the training step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--build", type=Path, default=Path(".build"))
    parser.add_argument("--teach-only", action="store_true", help="only compute the teacher's vectors")
    options = parser.parse_args(arguments)
    sentences = sample(corpora.load(options.data), 1)
    cached = options.build / "teacher-vectors.npy"
    if not cached.exists():
        path = options.build / "teacher.onnx"
        np.save(cached, taught(sentences, teacher(path), path))
    if options.teach_only:
        return
    wanted = targets(sentences, np.load(cached))
    encoder = Encoder.open(threads=2)
    # In the style in which a user's text will be read, whatever the treebank.
    features = encoder.means(
        [
            Tokens(forms=tuple(one.forms), spaced=tuple(one.spaced), style=language(one.language).style or "")
            for one in sentences
        ]
    )
    matrix, bias = fit(features, wanted)
    scale = np.abs(matrix).max(0) / 127
    np.savez(
        WEIGHTS / "vector.npz",
        weight=np.round(matrix / scale).astype(np.int8),
        scale=scale.astype(np.float16),
        bias=bias.astype(np.float16),
    )


if __name__ == "__main__":
    main()
