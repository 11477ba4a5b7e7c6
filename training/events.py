"""Reports annotated with claims in, the reader's event head out: `events.onnx` among its weights.

    python -m training.events --data ../shared/data --minutes 20

The head looks at what the encoder made of each word, with its neighbours and the other words of the sentence, and says
which kind of event the word tells of; in which manner it is told it says only to learn from it. The encoder below stays
as it is. Two layers more that began as copies of its last ones, trained for 30 minutes, found fewer events of reports
left out (F1 .45 instead of .47); who takes part in an event, learned beside it, told hardly more than rules do.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from sayso.lang import language
from sayso.reading import open_reader
from sayso.reading.encoder import Encoder
from sayso.reading.tokens import Tokens
from sayso.records import Reading, Word
from sayso.settings import Settings
from sayso.vocab.frames import kinds
from training.annotated import Annotated, for_head
from training.export import LAYOUT
from training.graph import Graph
from training.labels import WEIGHTS
from training.network import ROLE, WIDTH, RoleLayer, Rounding

MODALITIES = ("done", "ongoing", "planned", "promised", "threatened", "wanted", "feared", "possible", "hypothetical")
CONVOLVED = 3  # words that are looked at together before all of the sentence is
HEADS = 4
DROPOUT, INPUT_DROPOUT = 0.25, 0.15
RATE = 1e-3
WARM_UP = 100
BATCH = 40
"""Sentences of a step, in whole documents."""

WEIGHTS_OF = {"kind": 4.0, "modality": 0.2, "manner": 0.4}  # of the losses

OF_SENTENCE = 0.5  # what a sentence by itself counts beside one of a report

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One document: what the encoder made of its sentences, and what each word tells of.

    Words are counted as they stand in `states` (words + 2, 768), between `<s>` and `</s>`.
    """

    states: tuple[Floats, ...]
    kinds: tuple[Indices, ...]
    """For every sentence the kind that each word tells of, from 1; 0 for no event."""
    events: Indices
    """(events, 6): sentence, word, kind, modality, whether it is negated and whether it is attributed."""
    share: float


def lesson(text: Annotated, reading: Reading, states: Sequence[Floats]) -> Lesson:
    """The lesson of one annotated text; `states` (words + 2, 768) of each of its sentences."""
    numbers = {name: number for number, name in enumerate(kinds(), 1)}
    told = [np.zeros(len(sentence.words) + 2, np.int64) for sentence in reading.sentences]
    events = []
    for claim in text.claims:
        place = _place(reading, claim.trigger)
        if place is not None:
            told[place[0]][place[1]] = numbers[claim.kind]
            manner = MODALITIES.index(claim.modality), claim.polarity == "negated", claim.is_attributed
            events.append((*place, numbers[claim.kind], *manner))
    return Lesson(
        states=tuple(states),
        kinds=tuple(told),
        events=np.array(events, np.int64).reshape(-1, 6),
        share=OF_SENTENCE if text.is_sentence else 1.0,
    )


def _place(reading: Reading, trigger: tuple[int, int]) -> tuple[int, int] | None:
    """Sentence and governing word of a trigger, counted behind `<s>`."""
    for index, sentence in enumerate(reading.sentences):
        inside = [row for row, word in enumerate(sentence.words) if word.start < trigger[1] and trigger[0] < word.end]
        if inside:
            return index, 1 + next((row for row in inside if sentence.words[row].head not in inside), inside[0])
    return None


class Head(nn.Module):
    """Neighbours, then the whole sentence, over standardised words (768 numbers each)."""

    def __init__(self, centre: Floats, scale: Floats) -> None:
        super().__init__()
        self.register_buffer("centre", torch.from_numpy(centre))
        self.register_buffer("scale", torch.from_numpy(scale))
        self.into = nn.Linear(len(centre), ROLE)
        self.around = nn.Conv1d(ROLE, ROLE, CONVOLVED, padding=CONVOLVED // 2)
        self.layer, self.norm = RoleLayer(), nn.LayerNorm(ROLE, eps=1e-12)
        self.kind, self.manner = nn.Linear(ROLE, len(kinds()) + 1), nn.Linear(ROLE, len(MODALITIES) + 2)
        self.dropout, self.input_dropout = nn.Dropout(DROPOUT), nn.Dropout(INPUT_DROPOUT)

    def forward(self, words: Tensor, inside: Tensor) -> Tensor:
        """What is known of each word (sentences, width, 192); `words` is padded, `inside` says where it is not."""
        x = functional.gelu(self.into(self.input_dropout((words - self.centre) * self.scale)))
        x = x * inside[..., None]
        x = x + functional.gelu(self.around(x.transpose(1, 2)).transpose(1, 2))
        hidden = torch.zeros(inside.shape).masked_fill(~inside, -1e9)[:, None, None]
        kept: Tensor = self.norm(self.layer(self.dropout(x), hidden))
        return self.dropout(kept)


def losses(head: Head, batch: Sequence[Lesson]) -> dict[str, Tensor]:
    """The mean loss of everything the head says of a batch of documents."""
    rows = [states for each in batch for states in each.states]
    width = max(map(len, rows))
    words, inside = torch.zeros(len(rows), width, rows[0].shape[1]), torch.zeros(len(rows), width, dtype=torch.bool)
    told, share = torch.zeros(len(rows), width, dtype=torch.int64), torch.zeros(len(rows), width)
    counts = [len(each.states) for each in batch]
    shares = np.repeat([each.share for each in batch], counts)
    for row, (states, of_words) in enumerate(zip(rows, (k for each in batch for k in each.kinds), strict=True)):
        words[row, : len(states)] = torch.from_numpy(states.astype(np.float32))
        inside[row, : len(states)] = True
        told[row, : len(states)] = torch.from_numpy(of_words)
        share[row, : len(states)] = shares[row]
    states = head(words, inside)
    worth = functional.cross_entropy(head.kind(states).flatten(0, 1), told.flatten(), reduction="none")
    found = {"kind": (worth * share.flatten()).sum() / share.sum()}
    firsts = np.repeat(np.cumsum([0, *counts])[:-1], [len(each.events) for each in batch])
    events = torch.from_numpy(np.concatenate([each.events for each in batch]))
    if len(events):
        manner = head.manner(states[events[:, 0] + torch.from_numpy(firsts), events[:, 1]])
        found["modality"] = functional.cross_entropy(manner[:, :-2], events[:, 3])
        found["manner"] = functional.binary_cross_entropy_with_logits(manner[:, -2:], events[:, 4:].float())
    return found


def batches(lessons: Sequence[Lesson], rng: np.random.Generator) -> Iterator[list[Lesson]]:
    """All documents in some order, about `BATCH` sentences at a time."""
    batch: list[Lesson] = []
    for number in rng.permutation(len(lessons)):
        batch.append(lessons[number])
        if sum(len(each.states) for each in batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def trained(lessons: Sequence[Lesson], minutes: float, seed: int = 1) -> Head:
    """The head after this time; the learning rate follows the clock, so that a run of any length ends annealed."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    Rounding.rounds = False  # the head is small enough to be computed in full precision
    some = np.concatenate([states for each in lessons[::9] for states in each.states]).astype(np.float32)
    head = Head(some.mean(0), 1 / (some.std(0) + 1e-3))
    adam = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.03, betas=(0.9, 0.98))
    begun, step, smooth = time.monotonic(), 0, dict[str, float]()
    stream = (batch for _ in iter(int, 1) for batch in batches(lessons, rng))
    while (part := (time.monotonic() - begun) / (60 * minutes)) < 1:
        for group in adam.param_groups:
            group["lr"] = RATE * min((step + 1) / WARM_UP, 1 - part)
        found = losses(head, next(stream))
        adam.zero_grad()
        torch.stack([WEIGHTS_OF[name] * value for name, value in found.items()]).sum().backward()
        nn.utils.clip_grad_norm_(head.parameters(), 1.0)
        adam.step()
        step += 1
        for name, value in found.items():
            smooth[name] = 0.98 * smooth.get(name, value.item()) + 0.02 * value.item()
        if step % 100 == 0:
            print(f"{part:.0%} step {step}", *(f"{name} {value:.3f}" for name, value in smooth.items()), flush=True)
    return head.eval()


def store(head: Head, folder: Path) -> None:
    """The graph of the head, with what standardises its inputs worked into it."""
    tensors = {name: value.detach().numpy() for name, value in head.state_dict().items()}
    tensors["into.bias"] = tensors["into.bias"] - tensors["into.weight"] @ (tensors["centre"] * tensors["scale"])
    tensors["into.weight"] = tensors["into.weight"] * tensors["scale"]
    graph = Graph(tensors, int8=False)
    x = graph.gelu(graph.linear("words", "into"))
    inside = graph.add("Unsqueeze", [graph.add("Cast", ["mask"], to=1), graph.numbers(2)])
    padded = graph.add("Mul", [graph.add("Gather", [x, "padded"], axis=0), inside])
    kernel = [graph.constant(f"around.{part}", tensors[f"around.{part}"]) for part in ("weight", "bias")]
    turned = graph.add("Transpose", [padded], perm=[0, 2, 1])
    half = CONVOLVED // 2
    around = graph.add("Conv", [turned, *kernel], kernel_shape=[CONVOLVED], pads=[half, half])
    level = graph.add("Reshape", [graph.add("Transpose", [around], perm=[0, 2, 1]), graph.numbers(-1, ROLE)])
    x = graph.add("Add", [x, graph.gelu(graph.add("Gather", [level, "flat"], axis=0))])
    qkv = graph.linear(graph.normalised(x, "layer.n1"), "layer.qkv")
    x = graph.add("Add", [x, graph.linear(graph.attended_in_rows(qkv, ROLE, HEADS), "layer.o")])
    widened = graph.gelu(graph.linear(graph.normalised(x, "layer.n2"), "layer.f1"))
    x = graph.add("Add", [x, graph.linear(widened, "layer.f2")])
    inputs = {"words": ("float", ["positions", 2 * WIDTH]), **LAYOUT}
    scores = graph.linear(graph.normalised(x, "norm"), "kind")
    graph.save(folder / "events.onnx", inputs, {"kinds": graph.add("Softmax", [scores], axis=-1)})


def read_states(readings: Sequence[Reading]) -> list[list[Floats]]:
    """The middle and the last layer of the encoder for each sentence (words + 2, 768), in half precision."""
    encoder = Encoder.open(threads=2)
    sentences = [
        (tokens_of(each.words, each.language), number) for number, one in enumerate(readings) for each in one.sentences
    ]
    found: list[list[Floats]] = [[] for _ in readings]
    for start in range(0, len(sentences), 256):
        some = sentences[start : start + 256]
        _, words = encoder.inner([each for each, _ in some])
        for (tokens, number), states in zip(some, words, strict=True):
            full = np.zeros((len(tokens.forms) + 2, states.shape[1]), np.float16)
            full[: len(states)] = states  # of a very long sentence only the first part is read
            found[number].append(full)
    return found


def tokens_of(words: Sequence[Word], code: str) -> Tokens:
    """The words of a sentence that was read, as the encoder takes them."""
    ends = [0, *(word.end for word in words)]
    spaced = (word.start > end or not end for word, end in zip(words, ends, strict=False))
    return Tokens(forms=tuple(word.form for word in words), spaced=tuple(spaced), style=language(code).style or "")


def begin() -> None:
    """Stores an untrained head, since the reader opens only with one of this shape."""
    store(Head(np.zeros(2 * WIDTH, np.float32), np.ones(2 * WIDTH, np.float32)), WEIGHTS)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the training step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=20)
    options = parser.parse_args(arguments)
    begin()
    texts = list(for_head(options.data))
    reader = open_reader(Settings())
    readings = [reader.read(text.document) for text in texts]
    states = read_states(readings)
    lessons = [lesson(*each) for each in zip(texts, readings, states, strict=True) if each[1].sentences]
    store(trained(lessons, options.minutes), WEIGHTS)


if __name__ == "__main__":
    main()
