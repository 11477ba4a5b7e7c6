"""Fits the sentence embedding: a small head over what the reader computes anyway, into the space of e5-small.

    python -m training.vectors --data ../shared/data

The teacher is the starting encoder with all its twelve layers. Its vectors are centred language by language: they share
one large direction, and each language one of its own. The head weighs the words of a sentence in a few ways, as
attention does (Lin et al. 2017, section 2.1), and projects what it sees; the encoder below it stays as it is. It learns
three things at once: to point where the teacher does (Reimers and Gurevych 2020), to find the teacher's vector of a
sentence among those of its batch, and to find the translations of a sentence of the parallel treebanks (PUD) there.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from sayso.lang import language
from sayso.reading.encoder import Encoder
from sayso.reading.pieces import BEGIN, END, PADDING, Pieces
from sayso.reading.segmenter import Segmenter, Token
from sayso.reading.tokens import Tokens
from training import corpora
from training.claimed import CLAIMS, read_reports
from training.graph import Graph
from training.labels import WEIGHTS
from training.network import HEADS, WIDTH
from training.network import LAYERS as READER_LAYERS
from training.start import from_e5, word_table

LAYERS = 12
PER_LANGUAGE = 1_500  # sentences of each language beside PUD; the teacher reads 20 a second on two cores
GENERIC = 1_200
"""Sentences of the East Slavic languages that are read once more in the generic style, as all of PUD is: Polish has no
style of its own. With that and the Polish sentences of `polish_news.tsv`, .54 of the Polish lines of the NTREX stories
find their English first, instead of .38 (November 2026)."""
SLAVIC = ("ru", "uk")
MAX_PIECES = 128

LOOKS = 4
PASSES, BATCH, GROUPS, OF_GROUP = 6, 84, 8, 5
"""Passes over all sentences; sentences of a batch beside parallel ones; parallel ones: groups and languages of each."""
EXTRA = 28  # sentences of a batch that are read in the generic style, and as many Polish or English news
RATE = 2e-3
SHARPNESS = 20  # by which cosines are multiplied before they are compared (InfoNCE at a temperature of .05)
FIND_TARGET, FIND_TRANSLATION = 0.1, 0.03  # weights beside the distance to the teacher
DROPOUT = 0.1

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A sentence as the reader reads it, where its vector should point, and what it shares with its translations."""

    tokens: Tokens
    target: Floats
    group: str


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
    np.savez(path.with_suffix(".npz"), words=word_table(), positions=weights["pos_emb.weight"])
    return onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])


def mean(graph: Graph, x: str, mask: str) -> str:
    """The mean of the unmasked rows of x (sentences, rows, width)."""
    weight = graph.add("Unsqueeze", [graph.add("Cast", [mask], to=1), graph.numbers(1)])
    total = graph.add("Squeeze", [graph.add("MatMul", [weight, x]), graph.numbers(1)])
    return graph.add("Div", [total, graph.add("ReduceSum", [weight, graph.numbers(2)], keepdims=0)])


def taught(sentences: Sequence[Tokens], session: onnxruntime.InferenceSession, path: Path) -> Floats:
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
    return unit(vectors)


def unit(vectors: Floats) -> Floats:
    """The vectors, each of length 1."""
    made: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return made


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


def cut(words: Sequence[Token], code: str) -> Tokens:
    """Words as the segmenter finds them, in the style in which a user's text is read."""
    ends = [0, *(word.end for word in words)]
    return Tokens(
        forms=tuple(word.form for word in words),
        spaced=tuple(word.start > end or not end for word, end in zip(words, ends, strict=False)),
        style=language(code).style or "",
    )


def news(segmenter: Segmenter) -> list[tuple[Tokens, Tokens]]:
    """Our own sentences, in English and in Polish, as the segmenter has their words."""
    lines = (corpora.ANNOTATIONS / "polish_news.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]

    def tokens(text: str, code: str) -> Tokens:
        return cut([word for segment in segmenter.segment(text, language(code)) for word in segment.words], code)

    return [(tokens(english, "en"), tokens(polish, "pl")) for english, polish in pairs]


def reported(segmenter: Segmenter, seed: int) -> list[corpora.Example]:
    """Sentences of 5 to 60 words of our own reports, some of every language that has any."""
    chosen: list[corpora.Example] = []
    for path in sorted((CLAIMS / "head").glob("*.tsv")):
        found = []
        for report in read_reports(path):
            for number, segment in enumerate(segmenter.segment(report.text, language(path.stem))):
                tokens, text = cut(segment.words, path.stem), report.text[segment.start : segment.end]
                if 5 <= len(tokens.forms) <= 60:
                    forms, spaced = list(tokens.forms), list(tokens.spaced)
                    name, style = f"{report.name}.{number}", f"{path.stem}_report"
                    found.append(
                        corpora.Example(style=style, split="train", id=name, text=text, forms=forms, spaced=spaced)
                    )
        chosen += random.Random(seed).sample(found, min(PER_LANGUAGE, len(found)))
    return chosen


def lessons(sentences: Sequence[corpora.Example], tokens: Sequence[Tokens], vectors: Floats) -> list[Lesson]:
    """The sentences with the teacher's vectors, centred by language; those of parallel ones are all their mean."""
    centred = vectors.copy()
    for code in {sentence.language for sentence in sentences}:
        rows = [index for index, sentence in enumerate(sentences) if sentence.language == code]
        centred[rows] -= vectors[rows].mean(0)
    centred = unit(centred)
    groups = defaultdict(list)
    for index, sentence in enumerate(sentences):
        groups[f"pud {sentence.id}" if sentence.style.endswith("_pud") else str(index)].append(index)
    made: list[Lesson | None] = [None] * len(sentences)
    for group, rows in groups.items():
        target = unit(centred[rows].mean(0, keepdims=True))[0]
        for index in rows:
            made[index] = Lesson(tokens=tokens[index], target=target, group=group)
    return [lesson for lesson in made if lesson]


class Head(nn.Module):
    """Looks and projection, over standardised inputs: `means` (layers x 384) and words (2 x 384)."""

    def __init__(self, means: Floats, words: Floats) -> None:
        super().__init__()
        for name, value in (("mean", means), ("word", words)):
            self.register_buffer(name + "_centre", torch.from_numpy(value.mean(0)))
            self.register_buffer(name + "_scale", torch.from_numpy(1 / (value.std(0) + 1e-3)))
        self.looks = nn.Linear(words.shape[1], LOOKS)
        self.out = nn.Linear(means.shape[1] + LOOKS * words.shape[1], WIDTH)
        nn.init.normal_(self.looks.weight, std=0.02)
        nn.init.normal_(self.out.weight, std=0.5 * self.out.in_features**-0.5)

    def forward(self, means: Tensor, words: Tensor, inside: Tensor) -> Tensor:
        """Unit vectors (sentences, 384); `words` (sentences, width, 768) is padded, `inside` says where it is not."""
        words = (words - self.word_centre) * self.word_scale
        weights = self.looks(words).masked_fill(~inside[..., None], -1e4).softmax(1)
        looked = torch.einsum("bth,btd->bhd", weights, words).flatten(1)
        x = torch.cat([(means - self.mean_centre) * self.mean_scale, looked], 1)
        return functional.normalize(self.out(functional.dropout(x, DROPOUT, self.training)), dim=1)


def batches(lessons: Sequence[Lesson], ends: tuple[int, int], rng: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    """Indices of the lessons of each batch of one pass.

    `ends` part the lessons of the treebanks from those in the generic style, and these from the news.
    """
    groups = defaultdict(list)
    for index, lesson in enumerate(lessons[: ends[0]]):
        groups[lesson.group].append(index)
    parallel = [rows for rows in groups.values() if len(rows) > 1]
    single = np.array([rows[0] for rows in groups.values() if len(rows) == 1])
    rng.shuffle(single)
    for some in np.array_split(single, len(single) // BATCH):
        chosen = [parallel[index] for index in rng.choice(len(parallel), GROUPS, replace=False)]
        yield np.concatenate(
            [
                some,
                *(rng.choice(rows, min(OF_GROUP, len(rows)), replace=False) for rows in chosen),
                rng.choice(np.arange(*ends), EXTRA, replace=False),
                rng.choice(np.arange(ends[1], len(lessons)), EXTRA, replace=False),
            ]
        )


def loss(vectors: Tensor, targets: Tensor, same: Tensor) -> Tensor:
    """The distance to the teacher, how badly its vectors are found, and how badly translations are."""
    whole = same.float()
    found = (SHARPNESS * vectors @ targets.T).log_softmax(1)
    alone = torch.eye(len(same), dtype=torch.bool)
    others = whole.masked_fill(alone, 0)
    paired = others.sum(1) > 0
    between = (SHARPNESS * vectors @ vectors.T).masked_fill(alone, -1e4).log_softmax(1)
    return (
        (1 - (vectors * targets).sum(1)).mean()
        - FIND_TARGET * ((whole * found).sum(1) / whole.sum(1)).mean()
        - FIND_TRANSLATION * ((others * between).sum(1)[paired] / others.sum(1)[paired]).mean()
    )


def trained(lessons: Sequence[Lesson], ends: tuple[int, int], seed: int = 1) -> Head:
    """The head after all passes."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    # The encoder opens only with a head of this shape: an untrained one.
    empty = (np.zeros((1, READER_LAYERS * WIDTH), np.float32), np.zeros((1, 2 * WIDTH), np.float32))
    store(Head(*empty), WEIGHTS / "vector.npz")
    means, words = Encoder.open(threads=2).inner([lesson.tokens for lesson in lessons])
    short = [part.astype(np.float16) for part in words]  # a gigabyte less
    head = Head(means, np.concatenate(words[:: max(1, len(words) // 3000)]))
    del words
    targets = torch.from_numpy(np.array([lesson.target for lesson in lessons]))
    keys = np.unique([lesson.group for lesson in lessons], return_inverse=True)[1]
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    plan = [rows for _ in range(PASSES) for rows in batches(lessons, ends, rng)]
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(step / 50, 1 - step / len(plan)))
    for step, rows in enumerate(plan):
        width = max(len(short[row]) for row in rows)
        padded = np.zeros((len(rows), width, short[0].shape[1]), np.float32)
        inside = np.zeros((len(rows), width), bool)
        for place, row in enumerate(rows):
            padded[place, : len(short[row])] = short[row]
            inside[place, : len(short[row])] = True
        vectors = head(torch.from_numpy(means[rows]), torch.from_numpy(padded), torch.from_numpy(inside))
        worth = loss(vectors, targets[rows], torch.from_numpy(keys[rows][:, None] == keys[rows]))
        optimizer.zero_grad()
        worth.backward()
        optimizer.step()
        schedule.step()
        if step % 100 == 0:
            print(f"{step}/{len(plan)} {worth.item():.3f}", flush=True)
    return head.eval()


def store(head: Head, path: Path) -> None:
    """The head as the encoder takes it: what standardises its inputs is worked into its weights.

    `inner` are the scales of the inputs, so that the projection can be rounded to 8 bits where all inputs are alike.
    """
    tensors = {name: value.detach().numpy().astype(np.float64) for name, value in head.state_dict().items()}
    looks = tensors["looks.weight"].T * tensors["word_scale"][:, None]
    quiet = tensors["looks.bias"] - tensors["word_centre"] @ looks
    inner = np.concatenate([tensors["mean_scale"], np.tile(tensors["word_scale"], LOOKS)])
    centre = np.concatenate([tensors["mean_centre"], np.tile(tensors["word_centre"], LOOKS)])
    matrix = tensors["out.weight"].T
    scale = np.abs(matrix).max(0) / 127
    levels = np.round(matrix / scale).astype(np.int8)
    np.savez(
        path,
        weight=levels,
        scale=scale.astype(np.float16),
        inner=inner.astype(np.float32),
        bias=(tensors["out.bias"] - (centre * inner) @ (levels * scale)).astype(np.float32),
        looks=np.concatenate([looks, quiet[None]]).astype(np.float32),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the training step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--build", type=Path, default=Path(".build"))
    parser.add_argument("--teach-only", action="store_true", help="only compute the teacher's vectors")
    options = parser.parse_args(arguments)
    segmenter = Segmenter.open(2)
    sentences = [*sample(corpora.load(options.data), 1), *reported(segmenter, 1)]
    # In the style in which a user's text will be read, whatever the treebank.
    tokens = [
        Tokens(forms=tuple(one.forms), spaced=tuple(one.spaced), style=language(one.language).style or "")
        for one in sentences
    ]
    pairs = news(segmenter)
    cached = options.build / "teacher-vectors.npy"
    if not cached.exists() or len(np.load(cached, mmap_mode="r")) != len(tokens) + len(pairs):
        path = options.build / "teacher.onnx"
        np.save(cached, taught([*tokens, *(english for english, _ in pairs)], teacher(path), path))
    if options.teach_only:
        return
    vectors = np.load(cached)
    taken = lessons(sentences, tokens, vectors[: len(tokens)])
    slavic = [index for index, one in enumerate(sentences) if one.language in SLAVIC and not one.style.endswith("_pud")]
    slavic = random.Random(1).sample(slavic, min(GENERIC, len(slavic)))
    again = [index for index, one in enumerate(sentences) if one.style.endswith("_pud")] + slavic
    generic = [replace(taken[index], tokens=replace(taken[index].tokens, style="")) for index in again]
    english = [index for index, one in enumerate(sentences) if one.language == "en"]
    targets = unit(vectors[len(tokens) :] - vectors[english].mean(0))
    both = [
        Lesson(tokens=one, target=target, group=f"news {number}")
        for number, (pair, target) in enumerate(zip(pairs, targets, strict=True))
        for one in pair
    ]
    head = trained([*taken, *generic, *both], (len(taken), len(taken) + len(generic)))
    store(head, WEIGHTS / "vector.npz")


if __name__ == "__main__":
    main()
