"""Trains the co-reference network on what the finished encoder says of GUM and LitBank.

    python -m training.coreference --data ../shared/data

The encoder is not changed. Candidates come from its own trees, so that training sees the errors of use.
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
from sayso.reading.candidates import FEATURES, Candidates, candidates, features
from sayso.reading.coreference import propose
from sayso.reading.encoder import Encoder
from sayso.reading.tokens import Tokens
from training.labels import WEIGHTS
from training.network import WIDTH

PEAK = 1.5e-3  # learning rate at the start
REDUCED, BILINEAR, HIDDEN = 160, 64, 128
LITBANK_SHARE = 0.2  # novels of the 19th century teach pronouns, but are far from reports
GLUED = set(".,;:!?)]}%'’”") | {"'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m"}


class Ranker(nn.Module):
    """Pairs of candidates in, scores out; above 0 the earlier one is an antecedent."""

    def __init__(self) -> None:
        super().__init__()
        self.reduce = nn.Linear(2 * WIDTH, REDUCED)
        self.left, self.right = nn.Linear(REDUCED, BILINEAR, bias=False), nn.Linear(REDUCED, BILINEAR, bias=False)
        self.later, self.earlier = nn.Linear(REDUCED, HIDDEN), nn.Linear(REDUCED, HIDDEN, bias=False)
        self.features = nn.ModuleDict({name: nn.Embedding(values, HIDDEN) for name, values in FEATURES})
        self.score = nn.Linear(HIDDEN, 1)
        self.match = nn.Parameter(torch.tensor([2.0, 1.0]))
        self.dropout = nn.Dropout(0.3)
        for embedding in self.features.values():
            nn.init.normal_(embedding.weight, std=0.05)  # type: ignore[arg-type]

    def forward(self, document: "Prepared") -> tuple[Tensor, NDArray[np.int64]]:
        """Scores (candidates, proposed) with -1e9 for none, and the antecedents they belong to."""
        found = document.found
        states = self.dropout(functional.relu(self.reduce(self.dropout(torch.from_numpy(found.states)))))
        left, right = self.left(states), self.right(states)
        with torch.no_grad():
            coarse, earlier = propose(
                found, left=left.detach().numpy(), right=right.detach().numpy(), match=self.match.detach().numpy()
            )
        later = np.repeat(np.arange(len(found)), earlier.shape[1])
        pairs = earlier.ravel()
        values = torch.from_numpy(features(found, later=later, earlier=pairs))
        hidden = self.later(states)[later] + self.earlier(states)[pairs]
        for column, (name, _) in enumerate(FEATURES):
            hidden = hidden + self.features[name](values[:, column])
        rough = (left[later] * right[pairs]).sum(1)
        rough = rough + self.match[0] * torch.from_numpy(found.whole[later] == found.whole[pairs])
        rough = rough + self.match[1] * torch.from_numpy(found.head[later] == found.head[pairs])
        scores = (self.score(self.dropout(functional.relu(hidden)))[:, 0] + rough).view(earlier.shape)
        return scores.masked_fill(~torch.from_numpy(np.isfinite(coarse)), -1e9), earlier


@dataclass(slots=True, kw_only=True)
class Prepared:
    """A document with the gold cluster of each candidate, -1 for none, and its gold clusters as token spans."""

    source: str
    split: str
    found: Candidates
    gold: NDArray[np.int64]
    clusters: list[list[tuple[int, int]]]
    offsets: NDArray[np.int64]


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
            found = candidates(list(zip(sentences, analyses, strict=True)))
            offsets = np.array([start for start, _ in document["sentences"]])
            clusters = [[(int(start), int(end)) for start, end in cluster] for cluster in document["clusters"]]
            # Five mentions stand in two clusters by mistake; the first keeps them.
            taken: set[tuple[int, int]] = set()
            for cluster in clusters:
                cluster[:] = [span for span in cluster if span not in taken]
                taken.update(cluster)
            by_span = {span: number for number, cluster in enumerate(clusters) for span in cluster}
            shift = offsets[found.sentence] if len(found) else offsets[:0]
            spans = zip((found.start + shift).tolist(), (found.end + shift).tolist(), strict=True)
            gold = np.array([by_span.get(span, -1) for span in spans], np.int64)
            yield Prepared(
                source=document["source"],
                split=document["split"],
                found=found,
                gold=gold,
                clusters=clusters,
                offsets=offsets,
            )


def loss(scores: Tensor, earlier: NDArray[np.int64], gold: NDArray[np.int64]) -> Tensor:
    """The marginal likelihood of the right antecedents, or of none, for every candidate."""
    right = torch.from_numpy((gold[earlier] == gold[:, None]) & (gold[:, None] >= 0)) & (scores > -1e8)
    none = ~right.any(1, keepdim=True)
    full = torch.cat([torch.zeros(len(scores), 1), scores], 1)
    kept = full.masked_fill(~torch.cat([none, right], 1), -1e9)
    return (full.logsumexp(1) - kept.logsumexp(1)).mean()


def chosen(scores: Tensor, earlier: NDArray[np.int64]) -> list[list[int]]:
    """Clusters of candidate indices from the best antecedents."""
    clusters: dict[int, list[int]] = {}
    of: dict[int, int] = {}
    best = scores.argmax(1).tolist()
    for later, column in enumerate(best):
        if scores[later, column] > 0:
            cluster = of.setdefault(int(earlier[later, column]), int(earlier[later, column]))
            clusters.setdefault(cluster, [cluster]).append(later)
            of[later] = cluster
    return list(clusters.values())


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the training step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=26)
    parser.add_argument("--out", type=Path, default=WEIGHTS / "coreference.npz")
    options = parser.parse_args(arguments)
    torch.manual_seed(1)
    documents = list(prepared(options.data / "coref.jsonl.xz", Encoder.open(threads=2)))
    train = [one for one in documents if one.split == "train" and len(one.found) > 1]
    held = [one for one in documents if one.split == "dev" and one.source == "gum"]
    network, rng = Ranker(), random.Random(1)
    adam = torch.optim.AdamW(network.parameters(), lr=PEAK, weight_decay=0.01)
    for epoch in range(options.epochs):
        network.train()
        order = [one for one in train if one.source == "gum" or rng.random() < LITBANK_SHARE]
        rng.shuffle(order)
        for group in adam.param_groups:
            group["lr"] = PEAK * (1 - epoch / options.epochs)
        total = 0.0
        for one in order:
            scores, earlier = network(one)
            value = loss(scores, earlier, one.gold)
            adam.zero_grad()
            value.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            total += float(value.detach())
        print(
            f"epoch {epoch} loss {total / len(order):.4f} GUM dev CoNLL F1 {evaluated(network, held):.2f}", flush=True
        )
    np.savez(options.out, **{name: value.numpy().astype(np.float16) for name, value in network.state_dict().items()})


def evaluated(network: Ranker, documents: Sequence[Prepared]) -> float:
    """CoNLL F1 in percent over the documents."""
    network.eval()
    pairs = []
    with torch.no_grad():
        for one in documents:
            found = one.found
            shift = one.offsets[found.sentence]
            clusters = [
                [(int(found.start[index] + shift[index]), int(found.end[index] + shift[index])) for index in cluster]
                for cluster in chosen(*network(one))
            ]
            pairs.append((one.clusters, clusters))
    return chain_scores([gold for gold, _ in pairs], [system for _, system in pairs]).conll


if __name__ == "__main__":
    main()
