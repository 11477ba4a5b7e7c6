"""Sentences of words in; parts of speech, trees, names, predicates with roles and sentence vectors out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.errors import ReaderError
from sayso.reading.pieces import BEGIN, END, Pieces
from sayso.reading.tags import best_paths
from sayso.reading.tokens import Tokens
from sayso.reading.trees import decode
from sayso.reading.words import WordTable
from sayso.records import Argument, Predicate

WEIGHTS = Path(__file__).parent / "weights"

MAX_PIECES = 400
"""Longer sentences are read in parts: the encoder knows 512 positions and was trained on sentences of up to 300."""

BATCH_PIECES = 800
"""Padded pieces a batch; between 300 and 2,400 the speed on one thread did not change, memory did."""

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
    """The trained network behind one call; safe to use from several threads."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = threads
        options.log_severity_level = 3
        # The arena would keep the largest batch ever seen; documents differ too much in length for that.
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._main, self._labels, self._roles = (
                onnxruntime.InferenceSession(folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"])
                for name in ("main", "labels", "roles"))
            self._pieces = Pieces.open(folder / "pieces.json.xz")
            self._table = WordTable(folder / "words.npy")
            inputs = np.load(folder / "inputs.npy").astype(np.float32)
            projection = np.load(folder / "vector.npz")
            labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, onnxruntime.capi.onnxruntime_pybind11_state.Fail,
                onnxruntime.capi.onnxruntime_pybind11_state.InvalidProtobuf,
                onnxruntime.capi.onnxruntime_pybind11_state.NoSuchFile) as error:
            raise ReaderError(f"the reader's weights in {folder} are missing or damaged ({error}); "
                              "install sayso again") from error
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

    def analyse(self, sentences: Sequence[Tokens],
                predicates: Sequence[Sequence[int]] | None = None) -> list[Analysis]:
        """One analysis a sentence, in order.

        With `predicates`, the word indices given for each sentence are taken as its predicates instead of those found.
        """
        rows: list[_Row] = []
        parts: list[list[int]] = []
        given: list[Sequence[int] | None] = []
        for number, sentence in enumerate(sentences):
            begun = len(rows)
            start = 0
            for row in self._rows(sentence):
                rows.append(row)
                wanted = predicates[number] if predicates is not None else None
                given.append(None if wanted is None else
                             [word - start for word in wanted if start <= word < start + row.words])
                start += row.words
            parts.append(list(range(begun, len(rows))))
        results: list[Analysis | None] = [None] * len(rows)
        for batch in _batches(rows):
            chosen = [given[index] for index in batch]
            for index, analysis in zip(batch, self._batch([rows[index] for index in batch], chosen), strict=True):
                results[index] = analysis
        done = [result for result in results if result is not None]
        return [_joined([done[index] for index in part]) for part in parts]

    def means(self, sentences: Sequence[Tokens]) -> Floats:
        """What sentence vectors are made of: the mean of each layer (sentences, layers x 384), first part only."""
        rows = [self._rows(sentence)[0] for sentence in sentences]
        results = np.zeros((len(rows), len(self._projection)), np.float32)
        for batch in _batches(rows):
            chosen = [rows[index] for index in batch]
            lengths, counts = np.array([len(row.pieces) for row in chosen]), np.array([row.words for row in chosen])
            results[batch] = self._run_main(chosen, lengths, counts)[-1]
        return results

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

    def _batch(self, rows: Sequence[_Row], given: Sequence[Sequence[int] | None]) -> list[Analysis]:
        """The analyses of rows of similar length."""
        lengths = np.array([len(row.pieces) for row in rows])
        counts = np.array([row.words for row in rows])
        words, names, is_predicate, upos, arcs, means = self._run_main(rows, lengths, counts)
        heads = [decode(arcs[index, 1 : count + 1, : count + 1]) for index, count in enumerate(counts)]
        relations = self._run_labels(words, heads)
        spans = best_paths(np.log(names[:, 1:-1] + 1e-9), counts.tolist())
        found = [list(np.flatnonzero(is_predicate[index, 1 : count + 1])) if given[index] is None else
                 list(given[index] or ()) for index, count in enumerate(counts)]
        arguments = self._run_roles(words, counts, found)
        vectors = means @ self._projection + self._offset
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        analyses = []
        for index, count in enumerate(counts.tolist()):
            named = tuple(Name(start=start, end=end, kind=NAME_KINDS[label], confidence=float(
                names[index, start + 1 : end + 1, 2 * label + 1 : 2 * label + 3].sum(1).min()))
                for start, end, label in spans[index])
            analyses.append(Analysis(
                upos=tuple(self._upos[tag] for tag in upos[index, 1 : count + 1]), heads=tuple(heads[index]),
                relations=relations[index], names=named, predicates=arguments[index], vector=vectors[index],
                states=words[index, 1 : count + 1]))
        return analyses

    def _run_main(self, rows: Sequence[_Row], lengths: Indices, counts: Indices) -> list[NDArray[np.float32]]:
        """Results of the main graph: words, names, is_predicate, upos, arcs, means."""
        size, width, length = len(rows), int(lengths.max()), int(counts.max()) + 2
        ids = np.ones((size, width), np.int64)
        first, last = np.zeros((size, length), np.int64), np.zeros((size, length), np.int64)
        for index, row in enumerate(rows):
            ids[index, : len(row.pieces)] = row.pieces
            first[index, : len(row.first)] = row.first
            last[index, : len(row.last)] = row.last
        flat = (np.arange(size) * width)[:, None]
        pieces = self._table.vectors(ids.ravel()).reshape(size, width, -1) + self._positions[:width]
        pieces += self._style_vectors[[row.style for row in rows]][:, None]
        inside = np.arange(length) < counts[:, None] + 2
        head_bias = np.where(np.arange(length) <= counts[:, None], np.float32(0), FAR)[:, None]
        feed = {"pieces": pieces, "piece_mask": (np.arange(width) < lengths[:, None]).astype(np.int32),
                "word_mask": inside.astype(np.int32), "first": first + flat, "last": last + flat,
                "head_bias": head_bias}
        results: list[NDArray[np.float32]] = self._main.run(
            ["words", "names", "is_predicate", "upos", "arcs", "means"], feed)
        return results

    def _run_labels(self, words: Floats, heads: Sequence[Sequence[int]]) -> list[tuple[str, ...]]:
        """The relation of every word to its head, sentence by sentence."""
        row = np.repeat(np.arange(len(heads)), [len(sentence) for sentence in heads])
        if not len(row):
            return [() for _ in heads]
        dependent = np.concatenate([np.arange(len(sentence)) for sentence in heads]).astype(np.int64) + 1
        head = np.concatenate([np.array(sentence, np.int64) for sentence in heads]) + 1
        best = self._labels.run(["relation"], {"dependents": words[row, dependent], "heads": words[row, head]})[0]
        names = iter([self._relations[index] for index in best])
        return [tuple(name if head >= 0 else "root" for head, name in zip(sentence, names, strict=False))
                for sentence in heads]

    def _run_roles(self, words: Floats, counts: Indices, found: Sequence[Sequence[int]]) -> list[tuple[Predicate, ...]]:
        """The predicates with their arguments, sentence by sentence."""
        row = np.array([index for index, sentence in enumerate(found) for _ in sentence], np.int64)
        if not len(row):
            return [() for _ in found]
        word = np.array([word for sentence in found for word in sentence], np.int64)
        low = np.maximum(word - WINDOW, 0)
        high = np.minimum(word + WINDOW + 1, counts[row])
        around = low[:, None] + np.arange(int((high - low).max()))
        mask = around < high[:, None]
        around = np.minimum(around, counts[row][:, None] - 1)
        base = (row * words.shape[1] + 1)[:, None]
        scores = self._roles.run(["scores"], {
            "words": words.reshape(-1, words.shape[2]), "predicate": word + base[:, 0], "window": around + base,
            "offset": np.clip(around - word[:, None], -REACH, REACH) + REACH, "mask": mask.astype(np.int32)})[0]
        made: list[list[Predicate]] = [[] for _ in found]
        for index, spans in enumerate(best_paths(scores, (high - low).tolist())):
            made[row[index]].append(Predicate(word=int(word[index]), arguments=tuple(
                Argument(role=self._role_names[label], start=start + int(low[index]), end=end + int(low[index]))
                for start, end, label in spans)))
        return [tuple(sentence) for sentence in made]


def _batches(rows: Sequence[_Row]) -> list[list[int]]:
    """Indices of rows of similar length, about `BATCH_PIECES` padded pieces each, shortest first."""
    batches: list[list[int]] = []
    for index in sorted(range(len(rows)), key=lambda index: len(rows[index].pieces)):
        if not batches or (len(batches[-1]) + 1) * len(rows[index].pieces) > BATCH_PIECES:
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
        relations.extend("parataxis" if number and head < 0 else relation
                         for head, relation in zip(part.heads, part.relations, strict=True))
        names.extend(Name(start=name.start + shift, end=name.end + shift, kind=name.kind, confidence=name.confidence)
                     for name in part.names)
        predicates.extend(Predicate(word=predicate.word + shift, arguments=tuple(
            Argument(role=argument.role, start=argument.start + shift, end=argument.end + shift)
            for argument in predicate.arguments)) for predicate in part.predicates)
    vector = np.mean([part.vector for part in parts], axis=0)
    return Analysis(upos=tuple(tag for part in parts for tag in part.upos), heads=tuple(heads),
                    relations=tuple(relations), names=tuple(names), predicates=tuple(predicates),
                    vector=vector / np.linalg.norm(vector), states=np.concatenate([part.states for part in parts]))
