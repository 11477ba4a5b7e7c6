"""English test sentences in, what spaCy `en_core_web_sm` scores on them out, where both follow the same standard.

Parts of speech, words, sentences and names compare. Trees do not: spaCy's English model has other relations and
other heads. It was trained on OntoNotes and ours on the Web Treebank, so parts of speech lean our way.
"""

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpora
from benchmarks.measures.bench import Figures
from benchmarks.measures.stories import joined
from benchmarks.measures.trees import running_texts
from benchmarks.metrics.boundaries import boundary_counts
from benchmarks.metrics.counts import compare
from benchmarks.metrics.names import NameSpan, name_counts
from benchmarks.metrics.raw_text import RawDocument, RawWord, raw_attachment
from benchmarks.speed import has_spacy

_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
"""Its types of names as ours; nationalities, events, works and the rest are of no kind that the corpus marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """Tags of each tokenised sentence, names of each tokenised sentence, sentences of words of each text."""

    tags: list[list[str]]
    names: list[list[NameSpan]]
    texts: list[list[list[tuple[int, int, str, str]]]]


def beside(data: Path, *, spacy_python: str) -> Figures:
    """Figures under the names of our measures, each with `spacy.` before it; nothing where spaCy is not installed."""
    if not has_spacy(spacy_python):
        return
    trees = corpora.trees(data, "en_ewt-test")
    named = corpora.named(data, "en_uner-ewt-test", treebank="en_ewt-test")
    documents = list(running_texts(trees))
    stories = [joined(story.lines) for story in corpora.stories(data) if story.language == "en"]
    gaps = {tree.forms: _gaps(tree) for tree in trees}
    asked = {
        "words": [[tree.forms, gaps[tree.forms]] for tree in trees],
        "named": [[item.forms, gaps.get(item.forms, (True,) * len(item.forms))] for item in named],
        "texts": [text for text, _ in (*documents, *stories)],
    }
    answer = _ask(asked, spacy_python)
    tags = [((i, j), tag) for i, tree in enumerate(trees) for j, tag in enumerate(tree.upos)]
    given = [((i, j), tag) for i, row in enumerate(answer.tags) for j, tag in enumerate(row)]
    yield "spacy.en_ewt.upos", compare(tags, given).f1
    spans = [[(start, end, _KINDS.get(kind, "other")) for start, end, kind in row] for row in answer.names]
    yield "spacy.names.en", name_counts([item.names for item in named], spans, kinds=set(_KINDS.values())).f1
    read = [[_sentence(words) for words in text] for text in answer.texts]
    raw = raw_attachment(
        [RawDocument(text=t, gold=gold, system=found) for (t, gold), found in zip(documents, read, strict=False)]
    )
    yield "spacy.raw.en_ewt.sentences", raw.sentences.f1
    yield "spacy.raw.en_ewt.words", raw.words.f1
    yield "spacy.raw.en_ewt.upos", raw.upos.f1
    ends = [[words[-1].end for words in found] for found in read[len(documents) :]]
    texts, gold = zip(*stories, strict=True)
    yield "spacy.boundaries.en", boundary_counts(texts, gold=gold, system=ends).f1


def _gaps(tree: corpora.TreeSentence) -> tuple[bool, ...]:
    """Whether white space follows each word; the parts of `can't` stand together."""
    starts = [start for start, _ in tree.places[1:]]
    return (*(start > end for start, (_, end) in zip(starts, tree.places, strict=False)), tree.space_after)


def _sentence(words: Sequence[tuple[int, int, str, str]]) -> tuple[RawWord, ...]:
    return tuple(RawWord(start=s, end=e, form=f, upos=tag, head=-1, relation="dep") for s, e, f, tag in words)


def _ask(asked: dict[str, object], python: str) -> _Answer:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "asked.json"
        path.write_text(json.dumps(asked), encoding="utf-8")
        command = [python, "-m", "benchmarks.spacy_side", str(path)]
        finished = subprocess.run(command, cwd=Path(__file__).resolve().parents[1], capture_output=True, text=True)
    if finished.returncode:
        raise RuntimeError(f"spaCy failed beside us: {finished.stderr.strip().splitlines()[-1:]}")
    found = json.loads(finished.stdout)
    return _Answer(tags=found["tags"], names=found["names"], texts=found["texts"])
