"""Sentences of words in; parts of speech, trees, names, predicates with roles and sentence vectors out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.errors import ReaderError
from sayso.reading.pieces import BEGIN, END, PADDING, Pieces
from sayso.reading.tags import best_paths
from sayso.reading.tokens import Tokens
from sayso.reading.trees import decode
from sayso.reading.words import WordTable
from sayso.records import Argument, Predicate

WEIGHTS = Path(__file__).parent / "weights"

MAX_PIECES = 400
"""Longer sentences are read in parts: the encoder knows 512 positions and was trained on sentences of up to 300."""

BATCH = 500
"""Padded pieces, or words, a batch; between 300 and 1,600 the time of a piece did not change, the padding grew."""

REACH = 32  # distance to the predicate, in words, beyond which the role head tells no difference
WINDOW = 40  # words to either side of a predicate that are looked at; 99.9 % of the arguments of EWT lie inside
NAME_KINDS = ("person", "organisation", "place", "other")
FAR = np.float32(-1e9)

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name: the words `[start, end)`, its kind and the lowest probability among its words."""

    start: int
    end: int
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the encoder says of one sentence; `heads` are word indices with -1 for the root.

    `vector` (384,) is the unit sentence embedding; `states` (words, 384) are the word vectors for the layers above.
    """

    upos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[Name, ...]
    predicates: tuple[Predicate, ...]
    vector: Floats
    states: Floats


@dataclass(slots=True)
class _Row:
    """One sentence, or part of a long one, on its way through a batch."""

    pieces: list[int]
    first: list[int]
    last: list[int]
    style: int

    @property
    def words(self) -> int:
        return len(self.first) - 2


class Encoder:
    """The trained network behind one call."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = threads
        options.log_severity_level = 3
        # Higher levels fuse addition and normalisation into an operator that takes six times as long on a CPU.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        # The arena would keep the largest batch ever seen; sentences differ too much in length for that.
        options.enable_cpu_mem_arena = True
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._run_pieces, self._run_words, self._run_labels, self._run_roles = (
                onnxruntime.InferenceSession(folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"]).run
                for name in ("pieces", "words", "labels", "roles")
            )
            self._pieces = Pieces.open(folder / "pieces.json.xz")
            self._table = WordTable(folder / "words.npy")
            inputs = np.load(folder / "inputs.npy").astype(np.float32)
            projection = np.load(folder / "vector.npz")
            labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        except Exception as error:  # onnxruntime raises its own family of plain exceptions
            raise ReaderError(
                f"the reader's weights in {folder} are missing or damaged ({error}); install sayso again"
            ) from error
        self._positions, self._style_vectors = inputs[:512], inputs[512:]
        self._projection = projection["weight"].astype(np.float32) * projection["scale"].astype(np.float32)
        self._offset = projection["bias"].astype(np.float32)
        self._upos, self._relations = labels["upos"], labels["relations"]
        self._role_names = [tag[2:] for tag in labels["roles"][1::2]]
        self._styles: dict[str, int] = labels["styles"]

    @classmethod
    def open(cls, threads: int = 1, folder: Path = WEIGHTS) -> "Encoder":
        """The encoder with the weights that ship with the package; raises `ReaderError` when they are damaged."""
        return cls(folder, threads)

    def analyse(self, sentences: Sequence[Tokens], predicates: Sequence[Sequence[int]] | None = None) -> list[Analysis]:
        """One analysis a sentence, in order.

        With `predicates`, the word indices given for each sentence are taken as its predicates instead of those found.
        """
        rows: list[_Row] = []
        parts: list[range] = []
        given: list[Sequence[int] | None] = []
        for number, sentence in enumerate(sentences):
            begun, start = len(rows), 0
            for row in self._rows(sentence):
                rows.append(row)
                wanted = predicates[number] if predicates is not None else None
                given.append(
                    None if wanted is None else [word - start for word in wanted if start <= word < start + row.words]
                )
                start += row.words
            parts.append(range(begun, len(rows)))
        words, means = self._read_pieces(rows)
        results: dict[int, Analysis] = {}
        for batch in _batches([row.words + 2 for row in rows]):
            analyses = self._read_words(
                [words[index] for index in batch], means[batch], [given[index] for index in batch]
            )
            results.update(zip(batch, analyses, strict=True))
        return [_joined([results[index] for index in part]) for part in parts]

    def means(self, sentences: Sequence[Tokens]) -> Floats:
        """What sentence vectors are made of: the mean of each layer (sentences, layers x 384), first part only."""
        rows = [self._rows(sentence)[0] for sentence in sentences]
        words, lower = self._read_pieces(rows)
        upper = np.zeros((len(rows), len(self._projection) - lower.shape[1]), np.float32)
        for batch in _batches([row.words + 2 for row in rows]):
            upper[batch] = self._run_words(["means"], _word_inputs([words[index] for index in batch]))[0]
        return np.concatenate([lower, upper], 1)

    def _rows(self, sentence: Tokens) -> list[_Row]:
        """The sentence as rows of at most `MAX_PIECES` pieces; one row when it is empty."""
        style = self._styles.get(sentence.style, 0)
        rows = [_Row([BEGIN], [0], [0], style)]
        for ids in self._pieces.encode(sentence.forms, sentence.spaced):
            row = rows[-1]
            if len(row.pieces) + len(ids) > MAX_PIECES:
                row = _Row([BEGIN], [0], [0], style)
                rows.append(row)
            row.first.append(len(row.pieces))
            row.pieces.extend(ids)
            row.last.append(len(row.pieces) - 1)
        for row in rows:
            row.first.append(len(row.pieces))
            row.last.append(len(row.pieces))
            row.pieces.append(END)
        return rows

    def _read_pieces(self, rows: Sequence[_Row]) -> tuple[list[Floats], Floats]:
        """The word vectors of each row (its words + 2, 384) and the means of the lower layers (rows, layers x 384)."""
        words: list[Floats] = [np.zeros((0, 0), np.float32)] * len(rows)
        means: list[Floats] = [np.zeros(0, np.float32)] * len(rows)
        for batch in _batches([len(row.pieces) for row in rows]):
            chosen = [rows[index] for index in batch]
            lengths = np.array([len(row.pieces) for row in chosen])
            width = int(lengths.max())
            ids = np.full((len(chosen), width), PADDING, np.int64)
            for index, row in enumerate(chosen):
                ids[index, : len(row.pieces)] = row.pieces
            vectors = self._table.vectors(ids.ravel()).reshape(len(chosen), width, -1) + self._positions[:width]
            vectors += self._style_vectors[[row.style for row in chosen]][:, None]
            first, last = (
                np.concatenate([np.array(getattr(row, end)) + index * width for index, row in enumerate(chosen)])
                for end in ("first", "last")
            )
            found, averaged = self._run_pieces(
                ["words", "means"],
                {
                    "pieces": vectors,
                    "mask": (np.arange(width) < lengths[:, None]).astype(np.int32),
                    "first": first,
                    "last": last,
                },
            )
            ends = np.cumsum([len(row.first) for row in chosen])
            for index, part, average in zip(batch, np.split(found, ends[:-1]), averaged, strict=True):
                words[index], means[index] = part, average
        return words, np.array(means)

    def _read_words(
        self, rows: Sequence[Floats], means: Floats, given: Sequence[Sequence[int] | None]
    ) -> list[Analysis]:
        """The analyses of rows of similar length."""
        counts = [len(row) - 2 for row in rows]
        states, names, is_predicate, upos, arcs, upper = self._run_words(
            ["states", "names", "is_predicate", "upos", "arcs", "means"], _word_inputs(rows)
        )
        heads = [decode(arcs[index, 1 : count + 1, : count + 1]) for index, count in enumerate(counts)]
        relations = self._label(states, heads)
        found = [
            np.flatnonzero(is_predicate[index, 1 : count + 1]).tolist() if wanted is None else list(wanted)
            for index, (count, wanted) in enumerate(zip(counts, given, strict=True))
        ]
        arguments = self._fill_roles(states, counts, found, relations)
        vectors = np.concatenate([means, upper], 1) @ self._projection + self._offset
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
        spans = best_paths(np.log(names[:, 1:-1] + 1e-9), counts)
        analyses = []
        for index, count in enumerate(counts):
            named = tuple(
                Name(
                    start=start,
                    end=end,
                    kind=NAME_KINDS[label],
                    confidence=float(names[index, start + 1 : end + 1, 2 * label + 1 : 2 * label + 3].sum(1).min()),
                )
                for start, end, label in spans[index]
            )
            analyses.append(
                Analysis(
                    upos=tuple(self._upos[tag] for tag in upos[index, 1 : count + 1].tolist()),
                    heads=tuple(heads[index]),
                    relations=relations[index],
                    names=named,
                    predicates=arguments[index],
                    vector=vectors[index],
                    states=states[index, 1 : count + 1],
                )
            )
        return analyses

    def _label(self, states: Floats, heads: Sequence[Sequence[int]]) -> list[tuple[str, ...]]:
        """The relation of every word to its head, sentence by sentence."""
        row = np.repeat(np.arange(len(heads)), [len(sentence) for sentence in heads])
        if not len(row):
            return [() for _ in heads]
        dependent = np.concatenate([np.arange(len(sentence)) for sentence in heads]).astype(np.int64) + 1
        head = np.concatenate([np.array(sentence, np.int64) for sentence in heads]) + 1
        best = self._run_labels(["relation"], {"dependents": states[row, dependent], "heads": states[row, head]})[0]
        names = np.array(self._relations, object)[np.where(head > 0, best, self._relations.index("root"))]
        return [tuple(part) for part in np.split(names, np.cumsum([len(sentence) for sentence in heads])[:-1])]

    def _fill_roles(
        self, states: Floats, counts: Sequence[int], found: Sequence[Sequence[int]], relations: Sequence[Sequence[str]]
    ) -> list[tuple[Predicate, ...]]:
        """The predicates with their arguments, sentence by sentence.

        Auxiliaries are predicates in PropBank, but 97 % of them have no argument, so none is looked for.
        """
        made: list[dict[int, Predicate]] = [
            {word: Predicate(word=word, arguments=()) for word in sentence} for sentence in found
        ]
        pairs = [
            (index, word)
            for index, sentence in enumerate(found)
            for word in sentence
            if not relations[index][word].startswith("aux")
        ]
        if pairs:
            row, word = np.array(pairs, np.int64).T
            size = np.array(counts)[row]
            low, high = np.maximum(word - WINDOW, 0), np.minimum(word + WINDOW + 1, size)
            around = low[:, None] + np.arange(int((high - low).max()))
            mask = around < high[:, None]
            around = np.minimum(around, size[:, None] - 1)
            base = row * states.shape[1] + 1
            scores = self._run_roles(
                ["scores"],
                {
                    "words": states.reshape(-1, states.shape[2]),
                    "predicate": word + base,
                    "window": around + base[:, None],
                    "mask": mask.astype(np.int32),
                    "offset": np.clip(around - word[:, None], -REACH, REACH) + REACH,
                },
            )[0]
            spans = best_paths(scores, (high - low).tolist())
            for (index, at), shift, arguments in zip(pairs, low.tolist(), spans, strict=True):
                made[index][at] = Predicate(
                    word=at,
                    arguments=tuple(
                        Argument(role=self._role_names[label], start=start + shift, end=end + shift)
                        for start, end, label in arguments
                    ),
                )
        return [tuple(sentence.values()) for sentence in made]


def _word_inputs(rows: Sequence[Floats]) -> dict[str, NDArray[np.generic]]:
    """The inputs of the graph of words: padded rows of `<s>`, words and `</s>`, and what may be looked at."""
    lengths = np.array([len(row) for row in rows])
    width = int(lengths.max())
    words = np.zeros((len(rows), width, rows[0].shape[1]), np.float32)
    for index, row in enumerate(rows):
        words[index, : len(row)] = row
    order = np.arange(width)
    # The </s> behind the last word is looked at, but governs nothing.
    return {
        "words": words,
        "mask": (order < lengths[:, None]).astype(np.int32),
        "head_bias": np.where(order < lengths[:, None] - 1, np.float32(0), FAR)[:, None],
    }


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Indices of rows of similar length, about `BATCH` padded positions each, shortest first."""
    batches: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if not batches or (len(batches[-1]) + 1) * lengths[index] > BATCH:
            batches.append([])
        batches[-1].append(index)
    return batches


def _joined(parts: Sequence[Analysis]) -> Analysis:
    """The parts of a long sentence as one; later parts hang on the root of the first as parataxis."""
    if len(parts) == 1:
        return parts[0]
    root = parts[0].heads.index(-1)
    heads: list[int] = []
    relations: list[str] = []
    names: list[Name] = []
    predicates: list[Predicate] = []
    for number, part in enumerate(parts):
        shift = len(heads)
        heads.extend((root if number else -1) if head < 0 else head + shift for head in part.heads)
        relations.extend(
            "parataxis" if number and head < 0 else relation
            for head, relation in zip(part.heads, part.relations, strict=True)
        )
        names.extend(
            Name(start=name.start + shift, end=name.end + shift, kind=name.kind, confidence=name.confidence)
            for name in part.names
        )
        predicates.extend(
            Predicate(
                word=predicate.word + shift,
                arguments=tuple(
                    Argument(role=argument.role, start=argument.start + shift, end=argument.end + shift)
                    for argument in predicate.arguments
                ),
            )
            for predicate in part.predicates
        )
    vector = np.mean([part.vector for part in parts], axis=0)
    return Analysis(
        upos=tuple(tag for part in parts for tag in part.upos),
        heads=tuple(heads),
        relations=tuple(relations),
        names=tuple(names),
        predicates=tuple(predicates),
        vector=vector / np.linalg.norm(vector),
        states=np.concatenate([part.states for part in parts]),
    )
