"""The evaluation folder in, how well sources and what they say are found in the development texts of PolNeAR out.

    python -m benchmarks.bench_attribution --data ../shared

The score is that of the folder's own `score_attribution.py`; `attr_half` counts an attribution as right when its
source shares a word with the annotated one and its content half of all words of both. Two conventions of the corpus
are followed: a relative pronoun is itself a source, and a quotation over several sentences is one attribution.
"""

import argparse
import importlib.util
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.claims.actors.parties import find_parties
from sayso.claims.attribution.sayings import Content, find_contents
from sayso.claims.trees import Tree, grow
from sayso.documents.build import About, build
from sayso.lang.sayings import sayings
from sayso.reading import Reader, open_reader
from sayso.settings import Settings
from sayso.vocab.actors import open_roster

ARCHIVE = "eval/polnear_dev.tar.xz"
SCORER = "eval/score_attribution.py"
MEASURE = "attr_half"
FLOOR = 58.0
PEOPLE = 75.0

Places = list[list[int]]
"""Pairs of offsets, as the scorer takes them."""


@dataclass(slots=True, kw_only=True)
class Said:
    """One attribution as the corpus writes it; `content` grows with the sentences of a quotation."""

    of: Content
    source: Places
    cue: Places
    content: Places
    last: int = field(default=0)
    """Number of the last sentence the content reaches."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when the floor is reached, 1 when not, 2 when the data is absent."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_attribution", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help=f"folder that holds {ARCHIVE}")
    chosen = parser.parse_args(arguments)
    data = chosen.data if (chosen.data / ARCHIVE).is_file() else chosen.data / "data"
    if not (data / ARCHIVE).is_file() or not (data / SCORER).is_file():
        sys.stdout.write(f"bench-attribution skipped: {chosen.data} does not hold {ARCHIVE} and {SCORER}.\n")
        return 2
    figures = measure(data)
    for name, value in figures:
        sys.stdout.write(f"{name:24}{value:6.1f}\n")
    reached = dict(figures)[MEASURE] >= FLOOR
    sys.stdout.write(f"{MEASURE}: floor {FLOOR:.0f}, people {PEOPLE:.0f}: {'reached' if reached else 'BELOW FLOOR'}\n")
    return 0 if reached else 1


def measure(data: Path) -> tuple[tuple[str, float], ...]:
    """The F1 of every measure of the scorer, in its order."""
    scorer = _scorer(data / SCORER)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / ARCHIVE) as archive:
            archive.extractall(folder, filter="data")
        root = next(Path(folder).rglob("text")).parent
        texts, files = scorer.load_texts(str(root)), scorer.ann_files(str(root))
        # Of several annotators of one text, the scorer's rules take the first by name.
        gold = {name: _gold(scorer, files.get(name, [])[:1], texts[name]) for name in texts}
    found = {
        name: scorer.tok_attrs([_row(said) for said in attributions(contents, trees)], texts[name])
        for name, trees, contents in _read(texts)
    }
    scored: dict[str, Any] = scorer.score(gold, found, texts)
    return tuple((name, value["F"]) for name, value in scored.items() if isinstance(value.get("F"), float))


def attributions(contents: Iterable[Content], trees: Sequence[Tree]) -> list[Said]:
    """The contents as the corpus would annotate them, in order."""
    found: list[Said] = []
    for content in contents:
        said = _said(content, trees)
        earlier = _continued(found, content)
        if earlier is None:
            found.append(said)
        else:
            earlier.content += said.content
            earlier.last = content.sentence
    return [said for said in found if said.content]


def _continued(found: Sequence[Said], content: Content) -> Said | None:
    """The widest attribution whose quotation goes on in this content, in the same sentence or the next."""
    best: Said | None = None
    for said in found:
        of = said.of
        if content.source_head is None or said.last < content.sentence - 1 or of.source_head != content.source_head:
            continue
        goes_on = content.cue is None and of.channel in ("said", "reported") and of.modality is None
        if not goes_on and (content.cue != of.cue or content.sentence == of.sentence):
            continue
        if best is None or len(said.content) > len(best.content):
            best = said
    return best


def _said(content: Content, trees: Sequence[Tree]) -> Said:
    out: set[int] = set()
    for first, end in content.gaps:
        out |= set(range(first, end))
    for place in (content.source, content.cue):
        if place is not None and place[0] == content.sentence:
            out |= set(range(place[1], place[2]))
    source = content.source
    if source is not None and _is_relative(trees[source[0]], source[2]):
        source = (source[0], source[1], source[2] + 1)
    return Said(
        of=content,
        source=_places(trees, source),
        cue=_places(trees, content.cue),
        content=_places(trees, (content.sentence, *content.words), without=frozenset(out)),
        last=content.sentence,
    )


def _is_relative(tree: Tree, word: int) -> bool:
    return word < len(tree.words) and tree.words[word].form.lower() in sayings(tree.language).words["relative"]


def _places(trees: Sequence[Tree], place: tuple[int, int, int] | None, without: frozenset[int] = frozenset()) -> Places:
    if place is None:
        return []
    sentence, first, end = place
    words = trees[sentence].words
    return [[words[word].start, words[word].end] for word in range(first, end) if word not in without]


def _read(texts: dict[str, str]) -> Iterator[tuple[str, Sequence[Tree], Sequence[Content]]]:
    settings = Settings(language="en")
    reader: Reader = open_reader(settings)
    roster = open_roster()
    for name, text in texts.items():
        document = build(text, About(location=f"{name}.txt", loader="text"), content=text.encode(), settings=settings)
        reading = reader.read(document)
        trees = grow(reading)
        parties = find_parties(trees, document, reading=reading, roster=roster)
        yield name, trees, find_contents(trees, document, parties=parties, roster=roster)


def _row(said: Said) -> dict[str, Places]:
    return {"source": said.source, "cue": said.cue, "content": said.content}


def _gold(scorer: Any, files: Sequence[str], text: str) -> Any:
    return [row for file in files for row in scorer.tok_attrs(scorer.read_ann(file), text)]


def _scorer(path: Path) -> ModuleType:
    """The scorer that ships with the corpus, so that no figure rests on a copy of its rules."""
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
