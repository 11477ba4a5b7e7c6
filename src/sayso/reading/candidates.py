"""Analysed sentences in, the phrases that may refer to something out, with what makes two of them alike."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.analyses import Analysis
from sayso.reading.encoder import NAME_KINDS
from sayso.reading.tokens import Tokens

TYPES = ("PRON", "PROPN", "NOUN", "DET", "ADJ", "NUM")
"""Parts of speech a referring phrase may have as its head; a determiner only where it stands for its owner."""

PLACES = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "appos", "conj", "root")

OUTSIDE = frozenset(
    (
        "mark",
        "punct",
        "cop",
        "nsubj",
        "nsubj:pass",
        "csubj",
        "csubj:pass",
        "aux",
        "aux:pass",
        "advcl",
        "discourse",
        "parataxis",
        "conj",
        "cc",
        "advmod",
        "expl",
        "vocative",
        "dep",
        "list",
        "orphan",
    )
)
"""Relations to the head that are no part of the phrase: a nominal predicate has a subject, a copula and so on."""

FEATURES = (
    ("match", 8),
    ("types", 36),
    ("sentences", 8),
    ("distance", 10),
    ("kinds", 25),
    ("nested", 2),
    ("places", (len(PLACES) + 1) ** 2),
)
"""Name and number of values of each feature of a pair."""

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Columns over the candidates of one document, in order of their heads.

    `states` (candidates, 768) joins the vectors of the head and of the first word; `whole` and `head` number the
    distinct phrases (without their first determiner) and the distinct heads; `words` are the lower-case words of each.
    """

    sentence: Indices
    start: Indices
    end: Indices
    type: Indices
    place: Indices
    kind: Indices
    whole: Indices
    head: Indices
    words: tuple[frozenset[str], ...]
    heads: tuple[str, ...]
    states: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.sentence)


def candidates(sentences: Sequence[tuple[Tokens, Analysis]]) -> Candidates:
    """Every noun, name, pronoun and possessive with the phrase it heads."""
    rows: list[tuple[int, int, int, int, int, int]] = []
    wholes: dict[str, int] = {}
    heads: dict[str, int] = {}
    whole, head, words, forms, states = list[int](), list[int](), list[frozenset[str]](), list[str](), []
    for number, (tokens, analysis) in enumerate(sentences):
        lower = [form.casefold() for form in tokens.forms]
        kinds = [0] * len(lower)
        for name in analysis.names:
            kinds[name.start : name.end] = [NAME_KINDS.index(name.kind) + 1] * (name.end - name.start)
        phrases = _phrases(analysis)
        taken: set[tuple[int, int]] = set()
        for index, upos in enumerate(analysis.upos):
            relation = analysis.relations[index]
            start, end = phrases[index]
            if not _refers(upos, relation) or (start, end) in taken:
                continue
            taken.add((start, end))
            rows.append(
                (
                    number,
                    start,
                    end,
                    TYPES.index(upos),
                    PLACES.index(relation) if relation in PLACES else len(PLACES),
                    kinds[index],
                )
            )
            inner = lower[start + 1 if analysis.upos[start] == "DET" and end > start + 1 else start : end]
            if len(inner) > 1 and analysis.relations[end - 1] == "case" and end - 1 > index:
                inner = inner[:-1]
            whole.append(wholes.setdefault(" ".join(inner), len(wholes)))
            head.append(heads.setdefault(lower[index], len(heads)))
            words.append(frozenset(inner))
            forms.append(lower[index])
            states.append(np.concatenate([analysis.states[index], analysis.states[start]]))
    columns = np.array(rows, np.int64).reshape(-1, 6).T
    return Candidates(
        sentence=columns[0],
        start=columns[1],
        end=columns[2],
        type=columns[3],
        place=columns[4],
        kind=columns[5],
        whole=np.array(whole, np.int64),
        head=np.array(head, np.int64),
        words=tuple(words),
        heads=tuple(forms),
        states=np.array(states, np.float32) if states else np.zeros((0, 0), np.float32),
    )


def _refers(upos: str, relation: str) -> bool:
    """Whether a word may head a referring phrase; parts of a name and fixed expressions do not."""
    if upos in ("NOUN", "PROPN", "PRON"):
        return relation not in ("flat", "fixed", "compound", "goeswith", "expl")
    if upos in ("DET", "ADJ", "NUM"):
        return relation in ("nmod:poss", "nsubj", "nsubj:pass", "obj", "iobj")
    return False


def _phrases(analysis: Analysis) -> list[tuple[int, int]]:
    """For each word the run of words `[start, end)` around it that belongs to the phrase it heads."""
    count = len(analysis.heads)
    children: list[list[int]] = [[] for _ in range(count)]
    for index, above in enumerate(analysis.heads):
        if above >= 0:
            children[above].append(index)
    # Whole subtrees as half-open runs, from the leaves up; a crossing tree gives a run with gaps filled.
    low, high = list(range(count)), list(range(1, count + 1))
    for index in _bottom_up(analysis.heads, children):
        for child in children[index]:
            low[index], high[index] = min(low[index], low[child]), max(high[index], high[child])
    phrases = []
    for index in range(count):
        start, end = index, index + 1
        for child in reversed([child for child in children[index] if child < index]):
            if _belongs(analysis.relations[child], before=True) and high[child] == start:
                start = low[child]
            elif high[child] <= start:
                break
        for child in [child for child in children[index] if child > index]:
            if _belongs(analysis.relations[child], before=False) and low[child] == end:
                end = high[child]
            elif analysis.relations[child] == "punct" and low[child] == end:
                # A comma does not end the phrase if what follows it belongs: "Kim, who visited, ...".
                following = [other for other in children[index] if low[other] == high[child]]
                if not following or not _belongs(analysis.relations[following[0]], before=False):
                    break
                end = high[child]
            else:
                break
        phrases.append((start, end))
    return phrases


def _belongs(relation: str, *, before: bool) -> bool:
    """Whether a child is part of the phrase; a case marker only behind its noun (the English 's)."""
    return relation not in OUTSIDE and not (before and relation == "case")


def _bottom_up(heads: Sequence[int], children: Sequence[Sequence[int]]) -> list[int]:
    """The words ordered so that each comes after its children."""
    order, stack = list[int](), [index for index, head in enumerate(heads) if head < 0]
    while stack:
        index = stack.pop()
        order.append(index)
        stack.extend(children[index])
    return order[::-1]


def features(found: Candidates, *, later: Indices, earlier: Indices) -> Indices:
    """The values (pairs, features) of `FEATURES` for pairs of candidate indices."""
    equal = found.whole[later] == found.whole[earlier]
    same_head = found.head[later] == found.head[earlier]
    contained = np.fromiter(
        (
            found.heads[a] in found.words[b] or found.heads[b] in found.words[a]
            for a, b in zip(later.tolist(), earlier.tolist(), strict=True)
        ),
        bool,
        len(later),
    )
    # Nothing joins a phrase with a phrase that contains it.
    nested = (
        (found.sentence[later] == found.sentence[earlier])
        & (found.start[later] < found.end[earlier])
        & (found.start[earlier] < found.end[later])
    )
    kinds = len(NAME_KINDS) + 1
    return np.stack(
        [
            equal + 2 * same_head + 4 * contained,
            found.type[later] * 6 + found.type[earlier],
            _bucket(found.sentence[later] - found.sentence[earlier], 8),
            _bucket(later - earlier, 10),
            found.kind[later] * kinds + found.kind[earlier],
            nested.astype(np.int64),
            found.place[later] * (len(PLACES) + 1) + found.place[earlier],
        ],
        1,
    )


def _bucket(distance: Indices, buckets: int) -> Indices:
    """0, 1, 2, 3 as they are, then by powers of two."""
    distance = np.maximum(distance, 0)
    rough = 2 + np.log2(np.maximum(distance, 1)).astype(np.int64)
    return np.minimum(np.where(distance < 4, distance, rough), buckets - 1)
