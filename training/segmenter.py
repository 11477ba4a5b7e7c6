"""Trains the segmenter: characters in, beginnings of words and sentences out, as one small convolutional network.

    python -m training.segmenter --data ../shared/data --minutes 15

Each character gets three yes/no labels: a word begins here, a sentence begins here, and the token that begins here is
a contraction whose words are not simply its letters (French `du` = `de` + `le`), to be looked up in a table made from
the training corpora. The network is a stack of dilated convolutions after van den Oord et al. 2016; it sees 31
characters to either side.
"""

import argparse
import json
import lzma
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.reading.characters import CLASSES, Characters
from training import corpora
from training.batches import SHARES
from training.labels import WEIGHTS

CHANNELS, DILATIONS = 64, (1, 2, 4, 8, 16)
WORD, SENTENCE, CONTRACTION = 0, 1, 2
RARE = 4  # characters seen less often share the id of their class
BREAKS = (" ", " ", " ", " ", " ", " ", "\n", "  ")
UNSPACED_BREAKS = ("", "", "", " ", "\n")
"""What may stand between two sentences of one paragraph, in general and in languages written without spaces."""

STOPLESS = 0.1
"""Share of sentences that lose their final stop in training, as headings have none."""

QUOTED = 0.08
QUOTES = ("“”", "“”", "‘’", '""', "''", "«»", "„“", "「」")
"""Share of sentences that are put between quotation marks, half of them without their stop, and the marks."""

Paragraph = tuple[str, str, list[int], list[int], list[int]]
"""Style, text, beginnings of words, of sentences and of contractions."""


class Convolutions(nn.Module):
    """Character ids and style ids in; scores (texts, 3, characters) out."""

    def __init__(self, characters: int, styles: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(characters, CHANNELS, padding_idx=0)
        self.style = nn.Embedding(styles, CHANNELS)
        self.layers = nn.ModuleList(
            nn.Conv1d(CHANNELS, CHANNELS, 3, padding=dilation, dilation=dilation) for dilation in DILATIONS
        )
        self.out = nn.Conv1d(CHANNELS, 3, 1)

    def forward(self, ids: Tensor, style: Tensor) -> Tensor:
        inside = (ids > 0)[:, None].float()
        x = (self.embedding(ids) + self.style(style)[:, None]).transpose(1, 2) * inside
        for layer in self.layers:
            x = (x + functional.relu(layer(x))) * inside
        return self.out(x)


def surface(example: corpora.Example) -> tuple[list[int], list[int]]:
    """Offsets in the sentence's text at which words begin and at which contractions begin."""
    words, contractions, at, index = [], [], 0, 0
    ranges = {first: (last, form) for first, last, form in example.ranges}
    while index < len(example.forms):
        last, form = ranges.get(index, (index + 1, example.forms[index]))
        begin = example.text.index(form, at)
        at = begin + len(form)
        words.append(begin)
        if "".join(example.forms[index:last]) == form:
            for inner in range(index, last - 1):
                words.append(words[-1] + len(example.forms[inner]))
        else:
            contractions.append(begin)
        index = last
    return words, contractions


def paragraphs(examples: list[corpora.Example], rng: random.Random) -> Iterator[Paragraph]:
    """Running text made of consecutive sentences: whole paragraphs where the corpus marks them, else runs of 1 to 6."""
    marks = Counter(example.style for example in examples if example.opens_paragraph)
    sizes = Counter(example.style for example in examples)
    group: list[corpora.Example] = []
    for example in examples:
        other = bool(group) and example.style != group[-1].style
        # Some corpora open a paragraph or a document with every sentence, which says nothing.
        told = 50 < marks[example.style] < 0.6 * sizes[example.style]
        closed = example.opens_paragraph if told else rng.random() < 0.25
        if group and (other or closed or len(group) > 12):
            yield _paragraph(group, rng)
            group = []
        group.append(example)
    if group:
        yield _paragraph(group, rng)


def _paragraph(group: list[corpora.Example], rng: random.Random) -> Paragraph:
    breaks = UNSPACED_BREAKS if group[0].language in ("zh", "ja") else BREAKS
    text, words, sentences, contractions = "", list[int](), list[int](), list[int]()
    for example in group:
        if text:
            text += rng.choice(breaks)
        sentence = example.text
        begins, contracted = surface(example)
        quoted = rng.random() < QUOTED and len(begins) > 3
        if sentence[-1] in ".。" and len(begins) > 3 and rng.random() < (0.5 if quoted else STOPLESS):
            sentence = sentence[:-1]
            begins = [begin for begin in begins if begin < len(sentence)]  # "..." is one token
        if quoted:
            opening, closing = rng.choice(QUOTES)
            begins = [0, *(begin + 1 for begin in begins), len(sentence) + 1]
            contracted = [begin + 1 for begin in contracted]
            sentence = opening + sentence + closing
        sentences.append(len(text) + begins[0])
        words.extend(len(text) + begin for begin in begins)
        contractions.extend(len(text) + begin for begin in contracted)
        text += sentence
    made = group[0].style, text, words, sentences, contractions
    return _aired(made) if breaks is UNSPACED_BREAKS and rng.random() < 0.3 else made


def _aired(paragraph: Paragraph) -> Paragraph:
    """The paragraph with spaces between its Latin words or figures and its other characters.

    Much Chinese and Japanese is set so; without such text the network takes every space for the end of a sentence.
    """
    style, text, *begins = paragraph
    pieces, shift, shifts = list[str](), 0, list[int]()
    for before, character in zip(" " + text, text, strict=False):
        plain, plain_before = character.isascii() and character.isalnum(), before.isascii() and before.isalnum()
        if plain != plain_before and character.isalnum() and before.isalnum():
            pieces.append(" ")
            shift += 1
        shifts.append(shift)
        pieces.append(character)
    words, sentences, contractions = ([begin + shifts[begin] for begin in kind] for kind in begins)
    return style, "".join(pieces), words, sentences, contractions


def contraction_table(examples: list[corpora.Example]) -> dict[str, dict[str, list[str]]]:
    """For each language, the commonest words of each contraction that is not spelled by its words."""
    seen: dict[tuple[str, str], Counter[tuple[str, ...]]] = defaultdict(Counter)
    for example in examples:
        for first, last, form in example.ranges:
            parts = tuple(example.forms[first:last])
            if "".join(parts) != form:
                seen[example.language, form.lower()][tuple(part.lower() for part in parts)] += 1
    table: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for (language, form), counts in sorted(seen.items()):
        table[language][form] = list(counts.most_common(1)[0][0])
    return table


def stream(made: list[Paragraph], characters: Characters, size: int, seed: int) -> Iterator[tuple[Tensor, ...]]:
    """Endless batches of about `size` characters: ids, style ids and labels (texts, 3, characters)."""
    rng = random.Random(seed)
    by_language = defaultdict(list)
    for one in made:
        by_language[one[0][:2]].append(one)
    while True:
        language = rng.choices(list(SHARES), weights=list(SHARES.values()), k=1)[0]
        chosen = rng.choices(by_language[language], k=24)
        chosen.sort(key=lambda one: len(one[1]))
        while chosen:
            take = max(1, min(len(chosen), size // max(1, len(chosen[-1][1]))))
            group, chosen = chosen[-take:], chosen[:-take]
            width = min(1200, len(group[-1][1]))
            ids, labels = np.zeros((len(group), width), np.int64), np.zeros((len(group), 3, width), np.float32)
            for row, (_, text, *begins) in enumerate(group):
                # Text without its capitals or its last stop must not break the sentences before it.
                shown = text.lower() if rng.random() < 0.03 and len(text.lower()) == len(text) else text
                coded = characters.encode(shown[:width])
                ids[row, : len(coded)] = coded
                for kind, offsets in enumerate(begins):
                    labels[row, kind, [offset for offset in offsets if offset < width]] = 1
            styles = [0 if rng.random() < 0.1 else characters.style(one[0]) for one in group]
            yield torch.from_numpy(ids), torch.tensor(styles), torch.from_numpy(labels)


def fit(network: Convolutions, batches: Iterator[tuple[Tensor, ...]], minutes: float) -> None:
    """Trains by the clock with a linearly falling rate; words count once, sentences and contractions more."""
    adam = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=0.01)
    weight = torch.tensor([1.0, 2.0, 1.0])[None, :, None]
    begun, step = time.monotonic(), 0
    while (part := (time.monotonic() - begun) / (60 * minutes)) < 1:
        for group in adam.param_groups:
            group["lr"] = 3e-3 * min(1.0, part / 0.03) * (1 - part)
        ids, style, labels = next(batches)
        scores = network(ids, style)
        loss = (
            functional.binary_cross_entropy_with_logits(scores, labels, reduction="none") * weight * (ids > 0)[:, None]
        )
        mean = loss.sum() / (ids > 0).sum()
        adam.zero_grad()
        mean.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        step += 1
        if step % 200 == 0:
            print(f"{part:5.0%} step {step} loss {float(mean):.4f}", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the training step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(".build/segmenter.pt"))
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--start", type=Path, help="checkpoint to go on from, made with the same alphabet")
    options = parser.parse_args(arguments)
    torch.manual_seed(1)
    trees = [
        example
        for example in corpora.load(options.data)
        if corpora.is_training(example)[0] and example.heads is not None
    ]
    counts = Counter(character for example in trees for character in example.text)
    kept = "".join(sorted(character for character, count in counts.items() if count >= RARE))
    styles = sorted({example.style for example in trees})
    table = {"characters": kept, "styles": styles, "contractions": contraction_table(trees)}
    with lzma.open(WEIGHTS / "segmenter.json.xz", "wt", encoding="utf-8", preset=9) as file:
        json.dump(table, file, ensure_ascii=False)
    characters = Characters.open(WEIGHTS / "segmenter.json.xz")
    made = [paragraph for seed in range(3) for paragraph in paragraphs(trees, random.Random(seed))]
    network = Convolutions(len(kept) + CLASSES + 1, len(styles) + 1)
    if options.start is not None:
        network.load_state_dict(torch.load(options.start, map_location="cpu", weights_only=True)["state"])
    fit(network, stream(made, characters, 12_000, 1 if options.start is None else 2), options.minutes)
    torch.save({"state": network.state_dict()}, options.out)


if __name__ == "__main__":
    main()
