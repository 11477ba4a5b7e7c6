"""Examples in, tensors of one training step out."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from sayso.reading.pieces import BEGIN, END, PADDING, UNKNOWN, Pieces
from training.corpora import WITH_OTHER, Example, is_training
from training.labels import NAMES, RELATIONS, ROLES, STYLES, UPOS

MAX_PIECES = 300
"""Longer sentences are left out of training: 0.3 % of them, and they would fill a batch alone."""

SHARES = {
    "en": 36,
    "pt": 7,
    "ru": 11,
    "fr": 8,
    "es": 7,
    "de": 6,
    "zh": 8,
    "ko": 9,
    "uk": 4,
    "ja": 4,
    "tr": 5,
    "fa": 3,
    "he": 2.5,
    "ar": 1.5,
}
"""Words of each language in a hundred: about the .7-th power of what there is, with Spanish, German and Chinese, which
have little, raised."""

_POS = {label: index for index, label in enumerate(UPOS)}
_RELATION = {label: index for index, label in enumerate(RELATIONS)}
_NAME = {label: index for index, label in enumerate(NAMES)}
_ROLE = {label: index for index, label in enumerate(ROLES)}


@dataclass(slots=True)
class Item:
    """One sentence ready for batching: ids and labels as plain lists, -1 where a label is not known."""

    style: int
    language: str
    pieces: list[int]
    first: list[int]
    last: list[int]
    upos: list[int] | None
    heads: list[int] | None
    relations: list[int] | None
    names: list[int] | None
    other_known: bool
    roles: list[tuple[int, list[int]]] | None


@dataclass(slots=True, kw_only=True)
class Batch:
    """Padded tensors; word axes count `<s>` as 0 and the words from 1, labels are -1 where unknown."""

    pieces: Tensor
    first: Tensor
    last: Tensor
    style: Tensor
    upos: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor
    other_known: Tensor
    is_predicate: Tensor
    role_row: Tensor
    role_word: Tensor
    roles: Tensor

    def to(self, device: str) -> "Batch":
        """The same batch on another device."""
        return Batch(**{name: getattr(self, name).to(device) for name in self.__dataclass_fields__})


def item(example: Example, vocabulary: Pieces, *, trees: bool, names: bool) -> Item | None:
    """The example as ids, or None when it is too long."""
    pieces, first, last = [BEGIN], [0], [0]
    for ids in vocabulary.encode(example.forms, example.spaced):
        first.append(len(pieces))
        pieces.extend(ids)
        last.append(len(pieces) - 1)
    first.append(len(pieces))
    last.append(len(pieces))
    pieces.append(END)
    if len(pieces) > MAX_PIECES:
        return None
    parsed = trees and example.heads is not None
    assert not parsed or (example.upos and example.heads and example.relations)
    roles = None
    if trees and example.predicates is not None:
        roles = [(word, _role_tags(arguments, len(example.forms))) for word, arguments in example.predicates]
    return Item(
        STYLES[example.style],
        example.language,
        pieces,
        first,
        last,
        [_POS[label] for label in example.upos or ()] if parsed else None,
        [head + 1 for head in example.heads or ()] if parsed else None,
        [_RELATION.get(label, -1) for label in example.relations or ()] if parsed else None,
        [_NAME[tag] for tag in example.names] if names and example.names else None,
        example.style in WITH_OTHER,
        roles,
    )


def _role_tags(arguments: list[tuple[str, int, int]], length: int) -> list[int]:
    tags = [_ROLE["O"]] * length
    for role, start, end in arguments:
        if f"B-{role}" in _ROLE:
            tags[start:end] = [_ROLE[f"B-{role}"]] + [_ROLE[f"I-{role}"]] * (end - start - 1)
    return tags


def items(examples: Sequence[Example], vocabulary: Pieces) -> list[Item]:
    """All training sentences as ids; sentences whose exact text stands in a test set are left out."""
    held = {example.text for example in examples if example.split == "test" and not any(is_training(example))}
    made = []
    for example in examples:
        trees, names = is_training(example)
        # Short sentences ("Thanks.") recur everywhere and give nothing away.
        if (trees or names) and not (example.text in held and len(example.forms) > 5):
            one = item(example, vocabulary, trees=trees, names=names)
            if one is not None and (one.heads or one.names):
                made.append(one)
    return made


def batches(made: list[Item], size: int, seed: int) -> Iterator[Batch]:
    """An endless stream of batches of about `size` padded pieces, languages mixed by `SHARES`, lengths alike."""
    rng = random.Random(seed)
    by_language = defaultdict(list)
    for one in made:
        by_language[one.language].append(one)
    total = sum(SHARES.values())
    queues: dict[str, list[Item]] = {language: [] for language in SHARES}
    while True:
        pool: list[Item] = []
        for language, share in SHARES.items():
            quota = 24 * size * share / total
            while quota > 0:
                if not queues[language]:
                    queues[language] = rng.sample(by_language[language], len(by_language[language]))
                pool.append(queues[language].pop())
                quota -= len(pool[-1].first)
        pool.sort(key=lambda one: len(one.pieces) + rng.random() * 4)
        cut: list[list[Item]] = [[]]
        for one in pool:
            if cut[-1] and (len(cut[-1]) + 1) * len(one.pieces) > size:
                cut.append([])
            cut[-1].append(one)
        rng.shuffle(cut)
        for group in cut:
            yield _batch(group, rng)


def _padded(rows: list[list[int]], padding: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [padding] * (width - len(row)) for row in rows])


def _batch(group: list[Item], rng: random.Random) -> Batch:
    """A batch with the noise of training: 3 % of the pieces unknown, a quarter of the styles generic."""
    words = [len(one.first) - 2 for one in group]
    unknown = [[-1] * count for count in words]
    pieces = [[UNKNOWN if piece > 3 and rng.random() < 0.03 else piece for piece in one.pieces] for one in group]
    predicates = [one.roles for one in group]
    rows = [(row, word, tags) for row, roles in enumerate(predicates) for word, tags in roles or ()]
    is_predicate = [
        [-1] * count if roles is None else [int(index in {word for word, _ in roles}) for index in range(count)]
        for roles, count in zip(predicates, words, strict=True)
    ]
    width = max(words)
    return Batch(
        pieces=_padded(pieces, PADDING),
        first=_padded([one.first for one in group], -1),
        last=_padded([one.last for one in group], -1),
        style=torch.tensor([0 if rng.random() < 0.25 else one.style for one in group]),
        upos=_padded([one.upos or blank for one, blank in zip(group, unknown, strict=True)], -1),
        heads=_padded([one.heads or blank for one, blank in zip(group, unknown, strict=True)], -1),
        relations=_padded([one.relations or blank for one, blank in zip(group, unknown, strict=True)], -1),
        names=_padded([one.names or blank for one, blank in zip(group, unknown, strict=True)], -1),
        other_known=torch.tensor([one.other_known for one in group]),
        is_predicate=_padded(is_predicate, -1),
        role_row=torch.tensor([row for row, _, _ in rows], dtype=torch.long),
        role_word=torch.tensor([word for _, word, _ in rows], dtype=torch.long),
        roles=_padded([tags + [-1] * (width - len(tags)) for _, _, tags in rows], -1)
        if rows
        else torch.zeros((0, width), dtype=torch.long),
    )
