"""A data folder of a few sentences written for these tests, and a reader that knows them by heart."""

import io
import json
import lzma
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks import corpora
from benchmarks.measures.bench import Bench
from benchmarks.measures.claims_bench import ClaimsBench
from benchmarks.measures.stories import joined
from benchmarks.measures.trees import running_texts
from benchmarks.parts import Analysed, Found, Parts
from sayso.lang import Language
from sayso.reading import Reader
from sayso.reading.tokens import Tokens
from sayso.records import Argument, Predicate
from sayso.vocab.actors import Roster

TREES = """\
# newdoc id = d1
# newpar
# sent_id = s1
# text = Envoys can't meet.
1	Envoys	_	NOUN	_	_	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	can	_	AUX	_	_	4	aux	_	_
3	n't	_	PART	_	_	4	advmod	_	_
4	meet	_	VERB	_	_	0	root	_	SpaceAfter=No
5	.	_	PUNCT	_	_	4	punct	_	_

# sent_id = s2
# text = Lima waits
1	Lima	_	PROPN	_	_	2	nsubj:outer	_	_
2	waits	_	VERB	_	_	0	root	_	_

# newdoc id = d2
# sent_id = s3
# text = Talks, then.
1	Talks	_	NOUN	_	_	0	root	_	SpaceAfter=No
2	,	_	PUNCT	_	_	3	punct	_	_
3	then	_	ADV	_	_	1	advmod	_	SpaceAfter=No
4	.	_	PUNCT	_	_	1	punct	_	_

# newpar
# sent_id = s4
# text = More.
1	More	_	ADJ	_	_	0	root	_	SpaceAfter=No
2	.	_	PUNCT	_	_	1	punct	_	_
"""

NAMES = """\
# sent_id = s1
# text = Envoys can n't meet .
Envoys	O
can	O
n't	O
meet	O
.	O

# sent_id = s2
# text = Lima waits
Lima	B-LOC
waits	B-DATE
"""

ROLES = [
    {"sent_id": "s2", "split": "train", "tokens": ["Lima"], "predicates": []},
    {
        "sent_id": "s1",
        "split": "test",
        "tokens": ["Envoys", "can", "n't", "meet", "."],
        "predicates": [
            {
                "i": 3,
                "roleset": "meet.01",
                "args": [{"role": "ARG0", "start": 0, "end": 1}, {"role": "R-ARG0", "start": 1, "end": 2}],
            }
        ],
    },
]

CHAINS = [
    {
        "doc": "GUM_news_talks",
        "source": "gum",
        "split": "dev",
        "tokens": ["Lima", "waits", "Talks", ",", "then", "."],
        "sentences": [[0, 2], [2, 6]],
        "clusters": [[[0, 1], [2, 3]]],
    }
]

LANGUAGES = ("en", "es", "fr", "de", "pt", "ru", "uk", "pl", "zh", "ko", "ja", "ar", "fa", "tr", "he")
LINES = ["Talks failed in Lima", "Envoys left on Sunday.", "Nobody said why."]

EUROPEAN = ("es_gsd", "fr_gsd", "fr_sequoia", "de_gsd", "pt_bosque", "ru_gsd", "ru_taiga", "uk_parlamint")
OTHERS = ("zh_gsdsimp", "ko_gsd", "ja_gsd", "tr_boun", "fa_perdt", "he_iahltwiki")
TREEBANKS = ("en_gum-clean-dev", *(f"{name}-test" for name in ("en_ewt", *EUROPEAN, *OTHERS)))
NAME_FILES = ("en_uner-ewt-test", "pt_uner-bosque-test", "zh_uner-gsdsimp-test", "ru_factrueval-dev")


def _archive(path: Path, files: dict[str, str]) -> None:
    with tarfile.open(path, "w:xz") as archive:
        for name, text in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A complete data folder in small."""
    _archive(tmp_path / "ud.tar.xz", {f"ud/{name}.conllu": TREES for name in TREEBANKS})
    _archive(tmp_path / "ner.tar.xz", {f"ner/{name}.bio": NAMES for name in NAME_FILES})
    stories = [json.dumps({"doc": "story", "lang": code, "sentences": LINES}) for code in LANGUAGES]
    speeches = [
        {"kind": "statement", "text": "Grain moves."},
        {"kind": "press briefing", "text": "Any questions?"},
        {"kind": "readout", "text": "word " * 40},
    ]
    _archive(
        tmp_path / "reporting.tar.xz",
        {
            "reporting/ntrex.jsonl": "\n".join(stories),
            "reporting/whitehouse_en.jsonl": "\n".join(map(json.dumps, speeches)),
        },
    )
    for name, rows in (("srl_en", ROLES), ("coref", CHAINS)):
        (tmp_path / f"{name}.jsonl.xz").write_bytes(lzma.compress("\n".join(map(json.dumps, rows)).encode()))
    return tmp_path


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of text or words, with what the reader says of it."""

    start: int
    end: int
    form: str = ""
    kind: str = ""
    words: tuple["Place", ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the fake encoder returns."""

    upos: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]
    names: Sequence[Found]
    predicates: Sequence[Predicate]
    vector: NDArray[np.float32]


class Oracle:
    """Encoder, segmenter and linker that return the gold of the folder; `flawed` ones get one thing of each wrong."""

    def __init__(self, data: Path, *, flawed: bool = False) -> None:
        self.flawed = flawed
        self.trees = {tree.forms: tree for tree in corpora.trees(data, "en_ewt-test")}
        self.texts = dict(running_texts(corpora.trees(data, "en_ewt-test")))
        self.asked: list[Tokens] = []

    def analyse(
        self, sentences: Sequence[Tokens], predicates: Sequence[Sequence[int]] | None = None
    ) -> Sequence[Analysed]:
        self.asked.extend(sentences)
        given = predicates or [[3] if "meet" in tokens.forms else [] for tokens in sentences]
        return [self._analysis(tokens, words) for tokens, words in zip(sentences, given, strict=True)]

    def _analysis(self, tokens: Tokens, words: Sequence[int]) -> Analysis:
        tree, size = self.trees.get(tokens.forms), len(tokens.forms)
        vector = np.zeros(8, dtype=np.float32)
        vector[1 if self.flawed else len("".join(tokens.forms)) % 8] = 1
        role = "ARG1" if self.flawed else "ARG0"
        found = [Place(0, 1, kind="place"), Place(1, 2, kind="other")] if "Lima" in tokens.forms else []
        return Analysis(
            upos=["X" if self.flawed else tag for tag in tree.upos] if tree else ["X"] * size,
            heads=list(tree.heads) if tree else [-1] * size,
            relations=list(tree.relations) if tree else ["dep"] * size,
            names=found[1:] if self.flawed else found,
            predicates=[Predicate(word=w, arguments=(Argument(role=role, start=0, end=1),)) for w in words],
            vector=vector,
        )

    def segment(self, text: str, language: Language) -> Sequence[Place]:
        if text in self.texts and not self.flawed:
            return [self._sentence(tuple(Place(w.start, w.end, w.form) for w in words)) for words in self.texts[text]]
        if text == " ".join(LINES) and not self.flawed:
            ends = joined(LINES)[1]
            starts = (0, *(end + 1 for end in ends[:-1]))
            return [self._sentence(self._cut(text[start:end], start)) for start, end in zip(starts, ends, strict=True)]
        return [self._sentence(self._cut(text, 0))]

    def _sentence(self, words: tuple[Place, ...]) -> Place:
        return Place(words[0].start, words[-1].end, words=words)

    def _cut(self, text: str, offset: int) -> tuple[Place, ...]:
        words, at = [], 0
        for form in text.split():
            start = text.index(form, at)
            at = start + len(form)
            words.append(Place(offset + start, offset + at, form))
        return tuple(words)

    def link(self, sentences: Sequence[tuple[Tokens, Analysed]]) -> Sequence[Sequence[tuple[int, int, int]]]:
        return [[(0, 0, 1), (1, 0, 2 if self.flawed else 1)]]


@pytest.fixture
def oracle(data: Path) -> Oracle:
    """A reader that is always right about the folder."""
    return Oracle(data)


@pytest.fixture
def bench(data: Path, oracle: Oracle) -> Bench:
    """The folder with a reader that is always right."""
    return Bench(data=data, parts=Parts(encoder=oracle, segmenter=oracle, linker=oracle))


@pytest.fixture
def flawed_bench(data: Path) -> Bench:
    """The folder with a reader that is wrong about tags, sentences, names, roles, chains and meanings."""
    oracle = Oracle(data, flawed=True)
    return Bench(data=data, parts=Parts(encoder=oracle, segmenter=oracle, linker=oracle))


@pytest.fixture
def claims_bench(data: Path) -> ClaimsBench:
    """The folder for measures of claims whose tests answer in place of the reader, so that none is opened."""
    return ClaimsBench(data=data, reader=cast(Reader, None), roster=cast(Roster, None))
