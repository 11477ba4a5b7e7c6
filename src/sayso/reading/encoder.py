"""Sentences of words in; parts of speech, trees, names, predicates with roles and sentence vectors out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.errors import ReaderError
from sayso.reading.analyses import Analysis, Name, joined
from sayso.reading.events import event_scores, trigger_words
from sayso.reading.layout import batches, layout, shares
from sayso.reading.pieces import BEGIN, END, Pieces
from sayso.reading.tags import best_paths
from sayso.reading.tokens import Tokens
from sayso.reading.trees import decode
from sayso.reading.words import WordTable
from sayso.records import Argument, Predicate

WEIGHTS = Path(__file__).parent / "weights"

MAX_PIECES = 400
"""Longer sentences are read in parts: the encoder knows 512 positions and was trained on sentences of up to 300."""

REACH = 32  # distance to the predicate, in words, beyond which the role head tells no difference
PREDICATES = 64
"""Predicates whose arguments are looked for at once, so that memory does not grow with their number."""

WINDOW = 40  # words to either side of a predicate that are looked at; 99.9 % of the arguments of EWT lie inside
NAME_KINDS = ("person", "organisation", "place", "other")
FAR = np.float32(-1e9)
_LOUDEST = 30  # scores of words beyond which their exponential would leave single precision; those met lie within 15

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]


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
        try:
            self._run_pieces, self._run_words, self._run_labels, self._run_roles, self._run_events = (
                _session(folder / f"{name}.onnx", threads).run
                for name in ("pieces", "words", "labels", "roles", "events")
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
        # What is 1 at its most frequent is rounded to 127 levels; the inputs' own scales are laid over them afterwards.
        self._projection = projection["weight"] * projection["scale"].astype(np.float32) * projection["inner"][:, None]
        self._offset = projection["bias"]
        self._looks = projection["looks"]
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
        for batch in batches([row.words + 2 for row in rows]):
            analyses = self._read_words(
                [words[index] for index in batch], means[batch], [given[index] for index in batch]
            )
            results.update(zip(batch, analyses, strict=True))
        return [joined([results[index] for index in part]) for part in parts]

    def inner(self, sentences: Sequence[Tokens]) -> tuple[Floats, list[Floats]]:
        """What sentence vectors and the event head are made of, first part only.

        The mean of each layer (sentences, layers x 384), and of each sentence all words with `<s>` and `</s>` as the
        middle and the last layer have them (words + 2, 2 x 384).
        """
        rows = [self._rows(sentence)[0] for sentence in sentences]
        words, lower = self._read_pieces(rows)
        means: list[Floats] = [np.zeros(0, np.float32)] * len(rows)
        for batch in batches([row.words + 2 for row in rows]):
            chosen = [words[index] for index in batch]
            states, upper = self._run_words(["states", "means"], _word_inputs(chosen))
            both = _parts(np.concatenate([np.concatenate(chosen), states], 1), [len(row) for row in chosen])
            for index, part, average in zip(batch, both, upper, strict=True):
                words[index], means[index] = part, np.concatenate([lower[index], average])
        return np.array(means), words

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
        for batch in batches([len(row.pieces) for row in rows]):
            chosen = [rows[index] for index in batch]
            lengths = [len(row.pieces) for row in chosen]
            laid = layout(lengths)
            ids = np.fromiter(chain.from_iterable(row.pieces for row in chosen), np.int64, sum(lengths))
            vectors = self._table.vectors(ids)
            vectors += self._positions[np.arange(len(ids)) - np.repeat(laid.starts, lengths)]
            vectors += np.repeat(self._style_vectors[[row.style for row in chosen]], lengths, 0)
            sizes = [len(row.first) for row in chosen]
            shift = np.repeat(laid.starts, sizes)
            first, last = (
                np.fromiter(chain.from_iterable(ends), np.int64, len(shift)) + shift
                for ends in ((row.first for row in chosen), (row.last for row in chosen))
            )
            found, averaged = self._run_pieces(
                ["words", "means"],
                {"pieces": vectors, "first": first, "last": last, "shares": shares(lengths), **laid.inputs()},
            )
            for index, part, average in zip(batch, _parts(found, sizes), averaged, strict=True):
                words[index], means[index] = part, average
        return words, np.array(means)

    def _read_words(
        self, rows: Sequence[Floats], means: Floats, given: Sequence[Sequence[int] | None]
    ) -> list[Analysis]:
        """The analyses of rows of similar length."""
        counts = [len(row) - 2 for row in rows]
        inputs = _word_inputs(rows)
        states, names, is_predicate, upos, arcs, upper = self._run_words(
            ["states", "names", "is_predicate", "upos", "arcs", "means"], inputs
        )
        both = np.concatenate([inputs["words"], states], 1)
        vectors = self._vectors(np.concatenate([means, upper], 1), both, [len(row) for row in rows])
        scores = event_scores(self._run_events, both, inputs=inputs)
        # What stands end to end, without the <s> and </s> of each row.
        kept = np.ones(len(states), bool)
        ends = np.cumsum(np.array(counts) + 2)
        kept[ends - 1] = kept[ends - np.array(counts) - 2] = False
        both, states, names, upos = both[kept], states[kept], names[kept], upos[kept].tolist()
        is_predicate, events = is_predicate[kept].tolist(), trigger_words(scores[kept], counts)
        heads = [decode(arcs[index, 1 : count + 1, : count + 1]) for index, count in enumerate(counts)]
        relations = self._label(states, heads)
        starts = [*accumulate(counts, initial=0)]
        found = [
            [word for word in range(count) if is_predicate[start + word]] if wanted is None else list(wanted)
            for start, count, wanted in zip(starts, counts, given, strict=False)
        ]
        arguments = self._fill_roles(states, counts, found, relations)
        spans = best_paths(np.log(names + 1e-9), counts)
        analyses = []
        for index, (start, count) in enumerate(zip(starts, counts, strict=False)):
            named = tuple(
                Name(
                    start=first,
                    end=end,
                    kind=NAME_KINDS[label],
                    confidence=float(names[start + first : start + end, 2 * label + 1 : 2 * label + 3].sum(1).min()),
                )
                for first, end, label in spans[index]
            )
            analyses.append(
                Analysis(
                    upos=tuple(self._upos[tag] for tag in upos[start : start + count]),
                    heads=tuple(heads[index]),
                    relations=relations[index],
                    names=named,
                    predicates=arguments[index],
                    vector=vectors[index],
                    states=both[start : start + count],
                    events=events[index],
                )
            )
        return analyses

    def _vectors(self, means: Floats, both: Floats, sizes: Sequence[int]) -> Floats:
        """Unit sentence vectors from the means of all layers and from words of the middle and the last one (`both`).

        Each look weighs the words of a sentence by a softmax and adds them up, as one head of attention does.
        """
        weights = np.exp(np.clip(both @ self._looks[:-1] + self._looks[-1], -_LOUDEST, _LOUDEST))
        looked = [
            (part.T @ words / part.sum(0)[:, None]).ravel()
            for part, words in zip(_parts(weights, sizes), _parts(both, sizes), strict=True)
        ]
        vectors: Floats = np.concatenate([means, np.array(looked)], 1) @ self._projection + self._offset
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
        return vectors

    def _label(self, states: Floats, heads: Sequence[Sequence[int]]) -> list[tuple[str, ...]]:
        """The relation of every word to its head, sentence by sentence; `states` (words, 384) end to end."""
        counts = [len(sentence) for sentence in heads]
        if not len(states):
            return [() for _ in heads]
        head = np.fromiter(chain.from_iterable(heads), np.int64, len(states))
        above = head + np.repeat(np.cumsum(counts) - counts, counts)
        best = self._run_labels(["relation"], {"dependents": states, "heads": states[np.maximum(above, 0)]})[0]
        root = self._relations.index("root")
        names = [self._relations[label] for label in np.where(head < 0, root, best).tolist()]
        return [tuple(names[end - count : end]) for count, end in zip(counts, accumulate(counts), strict=True)]

    def _fill_roles(
        self, states: Floats, counts: Sequence[int], found: Sequence[Sequence[int]], relations: Sequence[Sequence[str]]
    ) -> list[tuple[Predicate, ...]]:
        """The predicates with their arguments, sentence by sentence; `states` (words, 384) end to end.

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
        begins = np.cumsum(counts) - counts
        for first in range(0, len(pairs), PREDICATES):
            some = pairs[first : first + PREDICATES]
            row, word = np.array(some, np.int64).T
            low = np.maximum(word - WINDOW, 0)
            sizes = np.minimum(word + WINDOW + 1, np.array(counts)[row]) - low
            laid = layout(sizes)
            around = np.arange(int(sizes.sum())) - np.repeat(laid.starts - low, sizes)
            scores = self._run_roles(
                ["scores"],
                {
                    "words": states,
                    "predicate": word + begins[row],
                    "word": around + np.repeat(begins[row], sizes),
                    "owner": np.repeat(np.arange(len(some)), sizes),
                    "offset": np.clip(around - np.repeat(word, sizes), -REACH, REACH) + REACH,
                    **laid.inputs(),
                },
            )[0]
            spans = best_paths(scores, sizes.tolist())
            for (index, at), shift, arguments in zip(some, low.tolist(), spans, strict=True):
                made[index][at] = Predicate(
                    word=at,
                    arguments=tuple(
                        Argument(role=self._role_names[label], start=start + shift, end=end + shift)
                        for start, end, label in arguments
                    ),
                )
        return [tuple(sentence.values()) for sentence in made]


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = threads
    options.log_severity_level = 3
    # Higher levels fuse addition and normalisation into an operator that takes six times as long on a CPU.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    # Every batch has a shape of its own: what is planned for one serves no other, and the plans would pile up.
    options.enable_mem_pattern = False
    # An arena of its own for each graph keeps 30 MB more than they use at once; without it roles take a fifth longer.
    options.enable_cpu_mem_arena = path.stem == "roles"
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _word_inputs(rows: Sequence[Floats]) -> dict[str, NDArray[np.generic]]:
    """The inputs of the graph of words: `<s>`, words and `</s>` of each row, and what may be looked at."""
    lengths = [len(row) for row in rows]
    laid = layout(lengths)
    # The </s> behind the last word is looked at, but governs nothing.
    governs = np.arange(laid.mask.shape[1]) < np.array(lengths)[:, None] - 1
    return {
        "words": np.concatenate(rows),
        "shares": shares(lengths),
        "head_bias": np.where(governs, np.float32(0), FAR)[:, None],
        **laid.inputs(),
    }


def _parts(joined: Floats, sizes: Sequence[int]) -> list[Floats]:
    """The rows of `joined` apart again."""
    return [joined[end - size : end] for size, end in zip(sizes, accumulate(sizes), strict=True)]
