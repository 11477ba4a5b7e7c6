"""Sentences of our own with capitals, seats and places in them in, the share read as what they stand for out.

`benchmarks/metonyms/<code>.toml` holds the sentences of one language. A decision names words of the sentence and either
the `actor` they stand for, the whole id, or that they are a `place` there and nobody's doing:

    [[sentence]]
    text = "Moscow said nothing about the talks in Geneva."
    published = "2018-09-30"
    decisions = [{ words = "Moscow", actor = "RUS" }, { words = "Geneva", place = true }]
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import ClaimsBench, read_text
from sayso.claims.actors.parties import Parties, Party, find_parties
from sayso.claims.trees import Tree, grow

FOLDER = Path(__file__).resolve().parents[1] / "metonyms"

_PUBLISHED = "2024-06-30"
"""Date of the sentences that give none; who holds an office, and where, is asked at this day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Words at `[start, end)` of a sentence, and the id of the actor they stand for; None where they are a place."""

    start: int
    end: int
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with what has to be decided in it."""

    language: str
    text: str
    published: str
    decisions: tuple[Decision, ...]


def sentences(folder: Path = FOLDER) -> tuple[Sentence, ...]:
    """All sentences, by language and in the order of their files; raises `ValueError` for words not in theirs."""
    return tuple(sentence for path in sorted(folder.glob("*.toml")) for sentence in _sentences(path))


def parties_and_places(bench: ClaimsBench) -> Figures:
    """Decisions that are right, in percent, over all languages and in each."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sentence, decided in answers(bench, sentences()):
        total[sentence.language] += len(decided)
        right[sentence.language] += sum(decided)
    if total:
        yield "metonyms", 100 * right.total() / total.total()
    for code, count in total.items():
        yield f"metonyms.{code}", 100 * right[code] / count


def answers(bench: ClaimsBench, asked: Sequence[Sentence]) -> Iterator[tuple[Sentence, list[bool]]]:
    """Each sentence with whether each of its decisions is right."""
    for number, sentence in enumerate(asked):
        location = f"{sentence.language}-{number}"
        document, reading = read_text(bench, sentence.text, location=location, published=sentence.published)
        trees = grow(reading)
        parties = find_parties(trees, document, reading=reading, roster=bench.roster)
        yield sentence, [is_right(decision, party_of(decision, trees, parties)) for decision in sentence.decisions]


def is_right(decision: Decision, party: Party | None) -> bool:
    """Whether what was found is what the words stand for; what is no party, or one only as a place, is a place."""
    if decision.actor is None:
        return party is None or party.is_place
    return party is not None and not party.is_place and party.actors == (decision.actor,)


def party_of(decision: Decision, trees: Sequence[Tree], parties: Parties) -> Party | None:
    """The party of the word on which the others hang, else of the last of them that has one."""
    for tree in trees:
        inside = [
            number for number, word in enumerate(tree.words) if word.start < decision.end and decision.start < word.end
        ]
        heads = [number for number in inside if tree.words[number].head not in inside]
        for number in (*heads, *reversed(inside)):
            party = parties.at(tree.index, number)
            if party is not None:
                return party
    return None


def _sentences(path: Path) -> Iterator[Sentence]:
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]:
        text = entry["text"]
        yield Sentence(
            language=path.stem,
            text=text,
            published=entry.get("published", _PUBLISHED),
            decisions=tuple(
                _decision(each["words"], text, actor=None if each.get("place") else each["actor"])
                for each in entry["decisions"]
            ),
        )


def _decision(words: str, text: str, *, actor: str | None) -> Decision:
    if text.count(words) != 1:
        raise ValueError(f"{words!r} must stand once in {text!r}")
    start = text.index(words)
    return Decision(start=start, end=start + len(words), actor=actor)
