"""Gold and system trees over one running text in, F1 of sentences, words and attachment out.

Words are aligned by their characters as in the CoNLL 2018 shared task (Zeman et al. 2018, section 3): white space
does not count, words match when they cover the same characters, and inside the stretch of a multiword token by the
longest common subsequence of their forms, whatever their case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from benchmarks.metrics.attachment import universal
from benchmarks.metrics.counts import Counts, compare


@dataclass(frozen=True, slots=True, kw_only=True)
class RawWord:
    """A word with its place in the text; `multiword` when it shares that place with other words (`du`)."""

    start: int
    end: int
    form: str
    upos: str
    head: int
    relation: str
    multiword: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """A text and its sentences, each a sequence of words whose heads index the sentence, -1 at the root."""

    text: str
    gold: Sequence[Sequence[RawWord]]
    system: Sequence[Sequence[RawWord]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawScores:
    """Counts over all documents; each has `precision`, `recall` and `f1` in percent."""

    sentences: Counts
    words: Counts
    upos: Counts
    uas: Counts
    las: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A word with offsets that skip white space and a head that counts words of the whole document."""

    start: int
    end: int
    head: int
    word: RawWord


def raw_attachment(documents: Sequence[RawDocument]) -> RawScores:
    """Score running text; empty sentences are passed over.

    A word has the right head when the heads of both sides are aligned to each other, or both are roots.
    """
    tallies: dict[str, list[tuple[int, int, int]]] = {name: [] for name in RawScores.__slots__}
    for document in documents:
        before = list(accumulate((not character.isspace() for character in document.text), initial=0))
        gold, system = _place(document.gold, before), _place(document.system, before)
        pairs = _align(gold, system)
        gold_of = {s: g for g, s in pairs} | {-1: -1}
        sizes = (len(gold), len(system))
        attached = [(g, s) for g, s in pairs if gold_of.get(system[s].head) == gold[g].head]
        same = [universal(gold[g].word.relation) == universal(system[s].word.relation) for g, s in attached]
        tallies["words"].append((len(pairs), *sizes))
        tallies["upos"].append((sum(gold[g].word.upos == system[s].word.upos for g, s in pairs), *sizes))
        tallies["uas"].append((len(attached), *sizes))
        tallies["las"].append((sum(same), *sizes))
        ends = compare(_sentence_spans(document.gold, before), _sentence_spans(document.system, before))
        tallies["sentences"].append((ends.correct, ends.gold, ends.system))
    return RawScores(**{name: _total(rows) for name, rows in tallies.items()})


def _total(rows: Sequence[tuple[int, int, int]]) -> Counts:
    correct, gold, system = (sum(row[column] for row in rows) for column in range(3))
    return Counts(correct=correct, gold=gold, system=system)


def _sentence_spans(sentences: Sequence[Sequence[RawWord]], before: Sequence[int]) -> list[tuple[int, int]]:
    return [(before[words[0].start], before[max(word.end for word in words)]) for words in sentences if words]


def _place(sentences: Sequence[Sequence[RawWord]], before: Sequence[int]) -> list[_Placed]:
    placed: list[_Placed] = []
    for words in sentences:
        first = len(placed)
        for word in words:
            head = first + word.head if word.head >= 0 else -1
            placed.append(_Placed(start=before[word.start], end=before[word.end], head=head, word=word))
    return placed


def _align(gold: Sequence[_Placed], system: Sequence[_Placed]) -> list[tuple[int, int]]:
    """Pairs of indices of words that stand for each other, in order."""
    blocks = _blocks([*gold, *system])
    gold_inside, gold_outside = _distribute(gold, blocks)
    system_inside, system_outside = _distribute(system, blocks)
    place_of = {(system[s].start, system[s].end): s for s in system_outside}
    pairs = [
        (g, place_of[gold[g].start, gold[g].end]) for g in gold_outside if (gold[g].start, gold[g].end) in place_of
    ]
    for block_gold, block_system in zip(gold_inside, system_inside, strict=True):
        pairs.extend(_common(gold, system, block_gold, block_system))
    return sorted(pairs)


def _blocks(words: Sequence[_Placed]) -> list[tuple[int, int]]:
    """Stretches covered by multiword tokens of either side, overlapping ones joined."""
    blocks: list[tuple[int, int]] = []
    for start, end in sorted({(word.start, word.end) for word in words if word.word.multiword}):
        if blocks and start < blocks[-1][1]:
            blocks[-1] = (blocks[-1][0], max(end, blocks[-1][1]))
        else:
            blocks.append((start, end))
    return blocks


def _distribute(words: Sequence[_Placed], blocks: Sequence[tuple[int, int]]) -> tuple[list[list[int]], list[int]]:
    """Indices of the words inside each block, and of the words outside all of them."""
    inside: list[list[int]] = [[] for _ in blocks]
    outside: list[int] = []
    block = 0
    for index, word in enumerate(words):
        while block < len(blocks) and word.start >= blocks[block][1]:
            block += 1
        if block < len(blocks) and blocks[block][0] <= word.start and word.end <= blocks[block][1]:
            inside[block].append(index)
        else:
            outside.append(index)
    return inside, outside


def _folded(form: str) -> str:
    return "".join(form.lower().split())


def _common(
    gold: Sequence[_Placed], system: Sequence[_Placed], left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs of one longest common subsequence of the forms of the words `left` of gold and `right` of system."""
    forms = [_folded(gold[g].word.form) for g in left], [_folded(system[s].word.form) for s in right]
    longest = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            if forms[0][i] == forms[1][j]:
                longest[i][j] = 1 + longest[i + 1][j + 1]
            else:
                longest[i][j] = max(longest[i + 1][j], longest[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if forms[0][i] == forms[1][j]:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif longest[i][j] == longest[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
