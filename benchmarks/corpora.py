"""The archives of the data folder in, sentences with their gold annotation out, read without unpacking.

The folder is described by its own README; every function takes it as `data` and reads each archive once.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from benchmarks.archives import json_lines, member
from benchmarks.metrics.names import NameSpan, spans_of_tags
from benchmarks.metrics.roles import PredicateRoles

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
"""Types of the name corpora as the reader calls them; other types (dates, weapons) are not names."""

_UNSPACED = ("zh", "ja")
"""Languages written without spaces: none counts as standing before any word."""

_Row = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeSentence:
    """A sentence of a treebank. `spaced[i]` says whether white space stood before word i; the words of a contraction
    (`du` = `de` + `le`) count as if each stood alone, which is how the reader is trained. `places` are `[start, end)`
    in `text`, the same for all words of a multiword token, which `multiword` marks."""

    id: str
    text: str
    forms: tuple[str, ...]
    spaced: tuple[bool, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    multiword: tuple[bool, ...]
    opens_document: bool
    opens_paragraph: bool
    space_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSentence:
    """A sentence with its names, kinds as in `KINDS`; only what the corpus marks is there."""

    id: str
    forms: tuple[str, ...]
    spaced: tuple[bool, ...]
    names: tuple[NameSpan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSentence:
    """A sentence of the English Web Treebank with its PropBank predicates."""

    id: str
    forms: tuple[str, ...]
    spaced: tuple[bool, ...]
    predicates: tuple[PredicateRoles, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainDocument:
    """A document with its chains: each mention is (sentence, first word, word after the last)."""

    id: str
    sentences: tuple[tuple[tuple[str, ...], tuple[bool, ...]], ...]
    chains: tuple[tuple[tuple[int, int, int], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A news story of NTREX in one language; line i is the same sentence in every language."""

    id: str
    language: str
    lines: tuple[str, ...]


@lru_cache(maxsize=32)
def trees(data: Path, name: str) -> tuple[TreeSentence, ...]:
    """Sentences of a treebank file such as `en_ewt-test`, in order."""
    text = member(data, f"ud/{name}.conllu").decode()
    unspaced = name.partition("_")[0] in _UNSPACED
    return tuple(_tree(block.split("\n"), unspaced=unspaced) for block in text.strip().split("\n\n"))


@lru_cache(maxsize=8)
def named(data: Path, name: str, *, treebank: str | None = None) -> tuple[NamedSentence, ...]:
    """Sentences of a name file such as `en_uner-ewt-test`.

    Where `treebank` names a file with the same sentences, spacing comes from there, since the text of the name file
    may write contractions apart (`de o`).
    """
    text = member(data, f"ner/{name}.bio").decode()
    unspaced = name.partition("_")[0] in _UNSPACED
    spacing = {tree.forms: tree.spaced for tree in trees(data, treebank)} if treebank else {}
    sentences = []
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        values = {key[2:]: value for key, _, value in (line.partition(" = ") for line in lines[:2])}
        pairs = [line.split("\t") for line in lines[2:]]
        forms = tuple(form for form, _ in pairs)
        found = tuple(
            (start, end, KINDS[kind]) for start, end, kind in spans_of_tags([t for _, t in pairs]) if kind in KINDS
        )
        spaced = spacing.get(forms) or _spacing(values["text"], forms, unspaced=unspaced)
        sentences.append(NamedSentence(id=values["sent_id"], forms=forms, spaced=spaced, names=found))
    return tuple(sentences)


@lru_cache(maxsize=3)
def roles(data: Path, split: str) -> tuple[RoleSentence, ...]:
    """Sentences of the split `train`, `dev` or `test` with PropBank roles; spacing is that of the treebank."""
    spacing = {tree.id: tree for tree in trees(data, f"en_ewt-{split}")}
    sentences = []
    for item in json_lines(data, "srl_en.jsonl.xz"):
        if item["split"] != split:
            continue
        forms = tuple(item["tokens"])
        tree = spacing.get(item["sent_id"])
        predicates = tuple(
            (p["i"], tuple((a["role"], a["start"], a["end"]) for a in p["args"])) for p in item["predicates"]
        )
        spaced = tree.spaced if tree is not None and tree.forms == forms else (True,) * len(forms)
        sentences.append(RoleSentence(id=item["sent_id"], forms=forms, spaced=spaced, predicates=predicates))
    return tuple(sentences)


@lru_cache(maxsize=3)
def chains(data: Path, source: str, split: str) -> tuple[ChainDocument, ...]:
    """Documents of the source `gum` or `litbank` with their chains; spacing of GUM is that of its treebank."""
    spacing: dict[tuple[str, ...], tuple[bool, ...]] = {}
    if source == "gum":
        spacing = {tree.forms: tree.spaced for tree in trees(data, f"en_gum-clean-{split}")}
    documents = []
    for item in json_lines(data, "coref.jsonl.xz"):
        if (item["source"], item["split"]) != (source, split):
            continue
        sentences, place = [], {}
        for number, (start, end) in enumerate(item["sentences"]):
            forms = tuple(item["tokens"][start:end])
            sentences.append((forms, spacing.get(forms, (True,) * len(forms))))
            place.update({token: (number, token - start) for token in range(start, end)})
        # Five mentions of GUM stand in two chains by mistake; the measures need one, so the first keeps them.
        taken: set[tuple[int, int]] = set()
        found = []
        for mentions in item["clusters"]:
            kept = [(start, end) for start, end in mentions if (start, end) not in taken]
            taken.update(kept)
            found.append(tuple((place[start][0], place[start][1], place[end - 1][1] + 1) for start, end in kept))
        documents.append(ChainDocument(id=item["doc"], sentences=tuple(sentences), chains=tuple(found)))
    return tuple(documents)


@lru_cache(maxsize=1)
def stories(data: Path) -> tuple[Story, ...]:
    """The NTREX development stories in all their languages, in the order of the file."""
    rows = map(json.loads, member(data, "reporting/ntrex.jsonl").decode().splitlines())
    return tuple(Story(id=row["doc"], language=row["lang"], lines=tuple(row["sentences"])) for row in rows)


def statements(data: Path, *, longest: int) -> Iterator[str]:
    """White House statements and readouts of at most `longest` words, as published, in the order of the file."""
    for line in member(data, "reporting/whitehouse_en.jsonl").decode().splitlines():
        row = json.loads(line)
        if row["kind"] in ("statement", "joint statement", "readout") and len(row["text"].split()) <= longest:
            yield row["text"]


def _tree(lines: list[str], *, unspaced: bool) -> TreeSentence:
    values = {key: value for key, _, value in (line[2:].partition(" = ") for line in lines if line.startswith("# "))}
    rows: list[_Row] = [line.split("\t") for line in lines if not line.startswith("#")]
    words = [row for row in rows if row[0].isdigit()]
    places: list[tuple[int, int]] = []
    multiword: list[bool] = []
    at = last = 0
    for row in rows:
        first, _, until = row[0].partition("-")
        if not until and (not first.isdigit() or int(first) <= last):
            continue
        last = int(until or first)
        start = values["text"].index(row[1], at)
        at = start + len(row[1])
        parts = last - int(first) + 1
        places.extend([(start, at)] * parts)
        multiword.extend([parts > 1] * parts)
    surface = rows[-1] if "-" not in rows[-1][0] and not multiword[-1] else [row for row in rows if "-" in row[0]][-1]
    return TreeSentence(
        id=values["sent_id"],
        text=values["text"],
        forms=tuple(row[1] for row in words),
        spaced=_gaps(places, unspaced=unspaced),
        upos=tuple(row[3] for row in words),
        heads=tuple(int(row[6]) - 1 for row in words),
        relations=tuple(row[7] for row in words),
        places=tuple(places),
        multiword=tuple(multiword),
        opens_document=any(key.split(" ")[0] == "newdoc" for key in values),
        opens_paragraph=any(key.split(" ")[0] == "newpar" for key in values),
        space_after="SpaceAfter=No" not in surface[9],
    )


def _gaps(places: list[tuple[int, int]], *, unspaced: bool) -> tuple[bool, ...]:
    """Whether white space stood before each place, or the place is shared with the one before."""
    if unspaced:
        return (False,) * len(places)
    return (True, *(place == before or place[0] > before[1] for before, place in pairwise(places)))


def _spacing(text: str, forms: tuple[str, ...], *, unspaced: bool) -> tuple[bool, ...]:
    places, at = [], 0
    for form in forms:
        start = text.index(form, at)
        at = start + len(form)
        places.append((start, at))
    return _gaps(places, unspaced=unspaced)
