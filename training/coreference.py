"""Trains the co-reference networks on what the finished encoder says of GUM and LitBank.

    python -m training.coreference --data ../shared/data

The encoder is not changed. Candidates come from its own trees, so that training sees the errors of use. A coarse
network learns first what to propose; then each ranker learns to choose. To learn beside it whether a phrase is in a
chain at all, and which kind of thing GUM says it is, gained nothing on documents kept back (F1 60.5 and 60.7 without).
"""

import argparse
import json
import lzma
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.metrics.coreference import chain_scores
from sayso.reading.analyses import Analysis
from sayso.reading.candidates import OFFSETS, TYPES, Candidates, bucket, candidates, features
from sayso.reading.coreference import LIKELY, REACH, Linker, chained, propose
from sayso.reading.encoder import Encoder
from sayso.reading.tokens import Tokens
from training.labels import WEIGHTS
from training.network import WIDTH

INPUT = 4 * WIDTH  # both layers of the head, the last one of the first and of the last word
COARSE, REDUCED, BILINEAR, HIDDEN = 48, 192, 64, 128
DISTANCES = 10
COARSE_PEAK, COARSE_EPOCHS = 1e-3, 12
PEAK = 1.5e-3  # learning rate at the start
MEMBERS = 1
"""Rankers whose mean counts: two gained 0.2 points on GUM test at twice the time."""
LITBANK_SHARE = 0.2  # novels of the 19th century teach pronouns, but are far from reports
GLUED = set(".,;:!?)]}%'’”") | {"'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m"}

Indices = NDArray[np.int64]


@dataclass(slots=True, kw_only=True)
class Prepared:
    """A document with the gold cluster of each candidate, -1 for none, and its gold clusters as token spans."""

    name: str
    source: str
    split: str
    found: Candidates
    gold: Indices
    clusters: list[list[tuple[int, int]]]
    spans: list[tuple[int, int]]


@dataclass(slots=True, kw_only=True)
class Pairs:
    """What a ranker is shown of a document: the pairs proposed, laid end to end, and which are `right`."""

    states: Tensor
    kept: Tensor
    rough: Tensor
    later: Tensor
    earlier: Tensor
    values: Tensor
    right: Tensor
    proposed: Indices


class Coarse(nn.Module):
    """All pairs of a document within reach in, rough scores out."""

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(INPUT, COARSE), nn.Linear(INPUT, COARSE)
        self.types, self.distance = (
            nn.Parameter(torch.zeros(len(TYPES), len(TYPES))),
            nn.Parameter(torch.zeros(DISTANCES)),
        )
        self.match, self.bias = nn.Parameter(torch.tensor([2.0, 1.0, 0.5])), nn.Parameter(torch.tensor(-2.0))
        self.dropout = nn.Dropout(0.3)

    def forward(self, document: Prepared) -> Tensor:
        """Scores (candidates, candidates), -1e9 where the second cannot be the antecedent of the first."""
        found = document.found
        states = self.dropout(torch.from_numpy(found.states))
        scores: Tensor = self.left(states) @ self.right(states).T / COARSE**0.5 + self.bias
        for weight, column in zip(self.match, (found.whole, found.head, found.prefix), strict=True):
            scores = scores + weight * torch.from_numpy(column[:, None] == column[None])
        scores = scores + self.types[found.type][:, found.type]
        order = np.arange(len(found))
        apart = order[:, None] - order[None]
        scores = scores + self.distance[bucket(apart, DISTANCES)]
        return scores.masked_fill(~torch.from_numpy(possible(found, apart)), -1e9)

    def exported(self) -> dict[str, NDArray[np.float32]]:
        """The weights under the names that the linker knows, scaled so that it need not."""
        tensors = {f"coarse.{name}": value.detach().numpy() for name, value in self.state_dict().items()}
        for part in ("weight", "bias"):
            tensors[f"coarse.left.{part}"] = tensors[f"coarse.left.{part}"] / COARSE**0.5
        return tensors


class Ranker(nn.Module):
    """Pairs of candidates in, scores out; above 0 the earlier one is an antecedent."""

    def __init__(self) -> None:
        super().__init__()
        self.reduce = nn.Linear(INPUT, REDUCED)
        self.left, self.right = nn.Linear(REDUCED, BILINEAR, bias=False), nn.Linear(REDUCED, BILINEAR, bias=False)
        self.later, self.earlier = nn.Linear(REDUCED, HIDDEN), nn.Linear(REDUCED, HIDDEN, bias=False)
        self.features = nn.EmbeddingBag(int(OFFSETS[-1]), HIDDEN, mode="sum")
        self.score = nn.Linear(HIDDEN, 1)
        self.agreed = nn.Parameter(torch.tensor(0.5))
        self.dropout, self.input_dropout = nn.Dropout(0.35), nn.Dropout(0.3)
        nn.init.normal_(self.features.weight, std=0.05)

    def forward(self, pairs: Pairs) -> Tensor:
        """Scores (candidates, proposed) with -1e9 for none."""
        states = self.dropout(functional.relu(self.reduce(self.input_dropout(pairs.states))))
        hidden = self.later(states)[pairs.later] + self.earlier(states)[pairs.earlier] + self.features(pairs.values)
        scores = self.score(self.dropout(functional.relu(hidden)))[:, 0] + self.agreed * pairs.rough
        scores = scores + (self.left(states)[pairs.later] * self.right(states)[pairs.earlier]).sum(1)
        return torch.full(pairs.kept.shape, -1e9).masked_scatter(pairs.kept, scores)


def tokens(forms: Sequence[str]) -> Tokens:
    """Words of a corpus that does not say where spaces stood."""
    spaced = tuple(index == 0 or not (form in GLUED or forms[index - 1] in "([{$“") for index, form in enumerate(forms))
    return Tokens(forms=tuple(forms), spaced=spaced, style="en_gum")


def prepared(path: Path, encoder: Encoder) -> Iterator[Prepared]:
    """The documents of GUM and LitBank, analysed."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            document: dict[str, Any] = json.loads(line)
            sentences = [tokens(document["tokens"][start:end]) for start, end in document["sentences"]]
            analyses: list[Analysis] = encoder.analyse(sentences)
            yield with_gold(document, candidates(list(zip(sentences, analyses, strict=True))))


def with_gold(document: dict[str, Any], found: Candidates) -> Prepared:
    """The candidates of a document with what the corpus says of them."""
    clusters = [[(int(start), int(end)) for start, end in cluster] for cluster in document["clusters"]]
    # Five mentions stand in two clusters by mistake; the first keeps them.
    taken: set[tuple[int, int]] = set()
    for cluster in clusters:
        cluster[:] = [span for span in cluster if span not in taken]
        taken.update(cluster)
    shift = np.array([start for start, _ in document["sentences"]])[found.sentence]
    spans = list(zip((found.start + shift).tolist(), (found.end + shift).tolist(), strict=True))
    by_span = {span: number for number, cluster in enumerate(clusters) for span in cluster}
    return Prepared(
        name=document["doc"],
        source=document["source"],
        split=document["split"],
        found=found,
        gold=np.array([by_span.get(span, -1) for span in spans], np.int64),
        clusters=clusters,
        spans=spans,
    )


def possible(found: Candidates, apart: Indices) -> NDArray[np.bool_]:
    """Which candidates stand before which, within reach and not one inside the other."""
    nested = (found.sentence[:, None] == found.sentence[None]) & (found.start[:, None] < found.end[None])
    nested &= found.start[None] < found.end[:, None]
    return (apart > 0) & (apart <= REACH) & ~nested


def likelihood(scores: Tensor, right: Tensor) -> Tensor:
    """The marginal likelihood of the right antecedents, or of none, for every candidate."""
    none = ~right.any(1, keepdim=True)
    full = torch.cat([torch.zeros(len(scores), 1), scores], 1)
    kept = full.masked_fill(~torch.cat([none, right], 1), -1e9)
    return (full.logsumexp(1) - kept.logsumexp(1)).mean()


def coarse_trained(documents: Sequence[Prepared], seed: int = 1) -> Coarse:
    """The coarse network, from reports alone."""
    torch.manual_seed(seed)
    network, rng = Coarse(), random.Random(seed)
    adam = torch.optim.AdamW(network.parameters(), lr=COARSE_PEAK, weight_decay=0.05)
    for epoch in range(COARSE_EPOCHS):
        network.train()
        for group in adam.param_groups:
            group["lr"] = COARSE_PEAK * (1 - epoch / COARSE_EPOCHS)
        for one in rng.sample(documents, len(documents)):
            scores = network(one)
            same = (one.gold[:, None] == one.gold[None]) & (one.gold[:, None] >= 0)
            value = likelihood(scores, torch.from_numpy(same) & (scores > -1e8))
            adam.zero_grad()
            value.backward()  # type: ignore[no-untyped-call]
            adam.step()
    return network.eval()


def shown(document: Prepared, weights: dict[str, NDArray[np.float32]]) -> Pairs:
    """The pairs of a document that the coarse network proposes."""
    found, gold = document.found, document.gold
    states = found.states
    left, right = (
        states @ weights[f"coarse.{side}.weight"].T + weights[f"coarse.{side}.bias"] for side in ("left", "right")
    )
    coarse, earlier = propose(found, left=left, right=right, weights=weights)
    kept = coarse > LIKELY
    later, pairs = np.nonzero(kept)[0], earlier[kept]
    return Pairs(
        states=torch.from_numpy(states),
        kept=torch.from_numpy(kept),
        rough=torch.from_numpy(coarse[kept]),
        later=torch.from_numpy(later),
        earlier=torch.from_numpy(pairs),
        values=torch.from_numpy(features(found, later=later, earlier=pairs) + OFFSETS[:-1]),
        right=torch.from_numpy((gold[earlier] == gold[:, None]) & (gold[:, None] >= 0) & kept),
        proposed=earlier,
    )


def ranker_trained(lessons: Sequence[tuple[Prepared, Pairs]], *, epochs: int, seed: int) -> Ranker:
    """One network that chooses among what is proposed."""
    torch.manual_seed(seed)
    network, rng = Ranker(), random.Random(seed)
    adam = torch.optim.AdamW(network.parameters(), lr=PEAK, weight_decay=0.02)
    for epoch in range(epochs):
        network.train()
        order = [each for each in lessons if each[0].source == "gum" or rng.random() < LITBANK_SHARE]
        rng.shuffle(order)
        total = 0.0
        for number, (_, pairs) in enumerate(order):
            done = epoch + number / len(order)
            for group in adam.param_groups:
                group["lr"] = PEAK * min(1 - done / epochs, done + 0.05)
            value = likelihood(network(pairs), pairs.right)
            adam.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            total += float(value.detach())
        print(f"seed {seed} epoch {epoch} loss {total / len(order):.4f}", flush=True)
    return network.eval()


def stacked(coarse: Coarse, rankers: Sequence[Ranker]) -> dict[str, NDArray[Any]]:
    """The weights as they are stored: rankers one above the other, the large tables in bytes with a scale a row."""
    made: dict[str, NDArray[Any]] = dict(coarse.exported())
    states = [{name: value.detach().numpy() for name, value in ranker.state_dict().items()} for ranker in rankers]
    for name in states[0]:
        made[name] = np.stack([state[name] for state in states])
    made["score.weight"], made["score.bias"] = made["score.weight"][:, 0], made["score.bias"][:, 0]
    for name in ("reduce.weight", "coarse.left.weight", "coarse.right.weight"):
        scale = np.abs(made[name]).max(-1) / 127
        made[name], made[f"{name}.scale"] = np.round(made[name] / scale[..., None]).astype(np.int8), scale
    return {name: value if value.dtype == np.int8 else value.astype(np.float16) for name, value in made.items()}


def evaluated(linker: Linker, documents: Sequence[Prepared]) -> str:
    """CoNLL F1 in percent over the documents, in words."""
    found = []
    for one in documents:
        ranks, earlier = linker.ranked(one.found)
        found.append([[one.spans[i] for i in cluster] for cluster in chained(one.found, ranks, earlier=earlier)])
    scores = chain_scores([one.clusters for one in documents], found)
    parts = (f"{part.precision:.1f}/{part.recall:.1f}" for part in (scores.muc, scores.b_cubed, scores.ceaf))
    return f"CoNLL F1 {scores.conll:.2f}, precision/recall {', '.join(parts)}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the training step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--out", type=Path, default=WEIGHTS / "coreference.npz")
    options = parser.parse_args(arguments)
    documents = list(prepared(options.data / "coref.jsonl.xz", Encoder.open(threads=2)))
    train = [one for one in documents if one.split == "train" and len(one.found) > 1]
    coarse = coarse_trained([one for one in train if one.source == "gum"])
    weights = coarse.exported()
    lessons = [(one, shown(one, weights)) for one in train]
    rankers: list[Ranker] = []
    for seed in range(1, MEMBERS + 1):
        rankers.append(ranker_trained(lessons, epochs=options.epochs, seed=seed))
        stored = stacked(coarse, rankers)
        np.savez_compressed(options.out, **stored)
        for split in ("test", "dev"):
            held = [one for one in documents if one.split == split and one.source == "gum"]
            print(f"{len(rankers)} rankers, GUM {split}: {evaluated(Linker(stored), held)}", flush=True)


if __name__ == "__main__":
    main()
