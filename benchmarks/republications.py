"""The reports of ECB+ in, a set of reports with known copies out: republished as papers do it, and merely alike.

Every fifth topic is kept out to lend its sentences as a paper's own paragraphs, each sentence once, so that what is
added is news prose that nobody else in the set has. Every report of the others is republished in some of the ways of
`_WAYS`. What the reports themselves took from each other is judged sentence by sentence with an edit distance,
which is another instrument than the one measured.
"""

import json
import lzma
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from pathlib import Path

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

CORPUS = "eval/ecb.jsonl.xz"

SEED = 4
"""The fixed seed of all chance."""

_LENDING = 5
"""Topics whose number this divides are kept out, four odd and four even."""

_PER_REPORT = 2
"""Republications of each report."""

_MOST_OWN = 6
"""Sentences that a republication adds at most; with more, there would not be enough for all."""

_SHORTEST = 4
"""Sentences of a report that can be cut, merged or shuffled; shorter ones are only in the set as they are."""

_SAME_SENTENCE, _LIKE_SENTENCE = 85.0, 65.0
"""Least edit similarity, in percent of characters, of two sentences that count as one, and of two that may be one
rewritten: two reports of ECB+ that have only such are left out, as nobody knows. Sentences drawn at random are 45."""

_SENTENCE_WORDS = 6
"""Shorter sentences (bylines, section names) say nothing of copying."""

COPIED = 0.25
"""Two texts are copies when the shorter took at least this part of its sentences from what the other has."""

AS_IT_IS = "as it is"
"""The way of a report that stands in ECB+, with at most a quotation set in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A text of the set; `drawn_from` are the (report, sentence) pairs it took, its own ones included."""

    id: str
    topic: int
    event: str
    sentences: tuple[str, ...]
    drawn_from: frozenset[tuple[str, int]]
    way: str
    is_quoting: bool = False

    @property
    def text(self) -> str:
        """One sentence a line."""
        return "\n".join(self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Reports, which pairs of them are copies, and which are left out; pairs of indices, the lesser first."""

    reports: tuple[Report, ...]
    copies: frozenset[tuple[int, int]]
    left_out: frozenset[tuple[int, int]]


def republished(data: Path, *, topics: int | None = None) -> Pairs:
    """The set, from all topics or the first few."""
    lines = lzma.decompress((data / CORPUS).read_bytes()).decode("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if topics is None or row["topic"] <= topics]
    chance = random.Random(SEED)
    everything = [_report(row) for row in rows]
    kept = [report for report in everything if report.topic % _LENDING]
    own = _Own([report for report in everything if not report.topic % _LENDING], chance)
    alike = _natural(kept)
    kept = list(_quoting(kept, own, chance))
    reports = (*kept, *(again for report in kept for again in _republish(report, kept, own, chance)))
    copies, left_out = _judged(reports, alike)
    return Pairs(reports=reports, copies=copies, left_out=left_out)


class _Own:
    """Sentences of the reports kept out, each given away once, in an order drawn by chance."""

    def __init__(self, donors: Sequence[Report], chance: random.Random) -> None:
        texts = [text for report in donors for text in report.sentences]
        self._sentences = sorted({text for text in texts if len(text.split()) >= _SENTENCE_WORDS})
        chance.shuffle(self._sentences)
        self.vocabulary = [word for text in texts for word in text.split()]

    def take(self, count: int) -> list[str]:
        """So many sentences; raises `IndexError` once all are given away."""
        return [self._sentences.pop() for _ in range(count)]


@dataclass(slots=True)
class _Draft:
    """A republication in the making: sentences with where each came from, None for the paper's own."""

    lines: list[tuple[str, tuple[str, int] | None]]
    chance: random.Random
    own: _Own
    other: Report


def _substituted(rate: float) -> Callable[[_Draft], None]:
    def change(draft: _Draft) -> None:
        draft.lines = [(_other_words(text, rate, draft), origin) for text, origin in draft.lines]

    return change


def _other_words(text: str, rate: float, draft: _Draft) -> str:
    """The sentence with that part of its words exchanged, left out or doubled by another: eight, one and one of ten."""
    words = []
    for word in text.split():
        if draft.chance.random() >= rate:
            words.append(word)
            continue
        how, new = draft.chance.random(), draft.chance.choice(draft.own.vocabulary)
        words += [new] if how < 0.8 else [] if how < 0.9 else [word, new]
    return " ".join(words)


def _cut(draft: _Draft) -> None:
    count = max(2, round(len(draft.lines) * draft.chance.uniform(0.3, 0.8)))
    first = draft.chance.choice((0, 0, draft.chance.randrange(len(draft.lines) - count + 1)))
    draft.lines = draft.lines[first : first + count]


def _shuffle(draft: _Draft) -> None:
    draft.chance.shuffle(draft.lines)


def _merge(draft: _Draft) -> None:
    """Runs of three sentences of both in turns, about half of each."""
    other = list(_lines(draft.other))
    both: list[tuple[str, tuple[str, int] | None]] = []
    for at in range(0, max(len(draft.lines), len(other)), 6):
        both += draft.lines[at : at + 3] + other[at + 3 : at + 6]
    draft.lines = both


def _add_own(draft: _Draft) -> None:
    count = min(_MOST_OWN, max(2, round(len(draft.lines) * draft.chance.uniform(0.2, 0.6))))
    new: list[tuple[str, tuple[str, int] | None]] = [(text, None) for text in draft.own.take(count)]
    at = draft.chance.randrange(len(draft.lines) + 1)
    draft.lines[at:at] = new


_WAYS: tuple[tuple[str, tuple[Callable[[_Draft], None], ...]], ...] = (
    ("words 5%", (_substituted(0.05),)),
    ("words 10%", (_substituted(0.1),)),
    ("words 20%", (_substituted(0.2),)),
    ("words 30%", (_substituted(0.3),)),
    ("cut", (_cut,)),
    ("shuffled", (_shuffle,)),
    ("merged", (_merge,)),
    ("own paragraphs", (_add_own,)),
    ("cut, own paragraphs", (_cut, _add_own)),
    ("cut, words 10%", (_cut, _substituted(0.1))),
    ("merged, words 10%", (_merge, _substituted(0.1))),
    ("cut, words 20%, shuffled, own paragraphs", (_cut, _substituted(0.2), _shuffle, _add_own)),
)


def _report(row: dict[str, object]) -> Report:
    sentences = tuple(map(str, row["sentences"]))  # type: ignore[call-overload]
    name = str(row["document"])
    drawn = frozenset((name, number) for number in range(len(sentences)))
    return Report(
        id=name,
        topic=int(str(row["topic"])),
        event=str(row["event"]),
        sentences=sentences,
        drawn_from=drawn,
        way=AS_IT_IS,
    )


def _lines(report: Report) -> Iterator[tuple[str, tuple[str, int] | None]]:
    return ((text, (report.id, number)) for number, text in enumerate(report.sentences))


def _republish(report: Report, kept: Sequence[Report], own: _Own, chance: random.Random) -> Iterator[Report]:
    """Republications in ways drawn by chance, no way twice; a merger is with a report of the same topic."""
    others = [other for other in kept if other.topic == report.topic and other.id != report.id]
    others = [other for other in others if len(other.sentences) >= _SHORTEST]
    if len(report.sentences) < _SHORTEST or not others:
        return
    for number, (way, steps) in enumerate(chance.sample(_WAYS, _PER_REPORT)):
        draft = _Draft(list(_lines(report)), chance, own, chance.choice(others))
        for step in steps:
            step(draft)
        yield Report(
            id=f"{report.id}~{number}",
            topic=report.topic,
            event=report.event,
            sentences=tuple(text for text, _ in draft.lines),
            drawn_from=frozenset(origin for _, origin in draft.lines if origin),
            way=way,
        )


def _quoting(kept: Sequence[Report], own: _Own, chance: random.Random) -> Iterator[Report]:
    """The reports, of which two neighbours in four quote the same two sentences of one official.

    Two that share nothing else are not copies: what somebody said is free for every reporter in the room.
    """
    said: list[str] = []
    for number, report in enumerate(kept):
        if number % 4 == 0:
            said = own.take(2)
        if number % 4 > 1 or len(report.sentences) < _SHORTEST:
            yield report
            continue
        at = chance.randrange(1, len(report.sentences))
        quote = f"“ {said[0]} ” the official said . “ {said[1]} ”" if number % 4 else f'"{said[0]} {said[1]}"'
        yield replace(report, sentences=(*report.sentences[:at], quote, *report.sentences[at:]), is_quoting=True)


def _natural(kept: Sequence[Report]) -> dict[frozenset[str], bool]:
    """The pairs of reports of ECB+ that have sentences in common, and whether these make them copies."""
    alike = {}
    for first, second in combinations(kept, 2):
        if first.topic == second.topic:
            ours, theirs = (
                [text.lower() for text in report.sentences if len(text.split()) >= _SENTENCE_WORDS]
                for report in sorted((first, second), key=lambda report: len(report.text))
            )
            if not ours or not theirs:
                continue
            nearest = cdist(ours, theirs, scorer=ratio, score_cutoff=_LIKE_SENTENCE).max(axis=1)
            if nearest.any():
                alike[frozenset((first.id, second.id))] = float((nearest >= _SAME_SENTENCE).mean()) >= COPIED
    return alike


def _judged(
    reports: Sequence[Report], alike: dict[frozenset[str], bool]
) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    """The pairs that are copies and those left out.

    Two texts drawn from one report are copies when the shorter took at least `COPIED` of its sentences from what the
    other took too. Texts drawn from two reports that are copies, or left out, are left out.
    """
    by_topic: dict[int, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        by_topic[report.topic].append(number)
    copies, left_out = set(), set()
    for numbers in by_topic.values():
        for pair in combinations(numbers, 2):
            first, second = reports[pair[0]], reports[pair[1]]
            common = len(first.drawn_from & second.drawn_from)
            share = common / max(1, min(len(first.sentences), len(second.sentences)))
            sources = ({name for name, _ in report.drawn_from} for report in (first, second))
            known = [alike[both] for both in map(frozenset, product(*sources)) if both in alike]
            as_they_are = first.way == second.way == AS_IT_IS
            if share >= COPIED or (as_they_are and any(known)):
                copies.add(pair)
            elif share > 0 or known:
                left_out.add(pair)
    return frozenset(copies), frozenset(left_out)
