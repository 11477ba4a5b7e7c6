"""The data folder in, training and test sentences with their labels out."""

import json
import lzma
import tarfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ANNOTATIONS = Path(__file__).parent / "annotations"

TRAIN_TREES = [
    "en_ewt-train",
    "en_gum-clean-train",
    "en_pud-first500",
    "es_gsd-dev",
    "es_pud-first500",
    "fr_gsd-dev",
    "fr_parisstories-train",
    "fr_pud-first500",
    "de_gsd-dev",
    "de_pud-first500",
    "pt_bosque-train",
    "pt_pud-first500",
    "pt_porttinari-dev",
    "ru_taiga2020-train",
    "ru_gsd-dev",
    "ru_pud-first500",
    "uk_parlamint-train",
    "zh_gsd-dev",
    "zh_gsdsimp-dev",
    "zh_hk-test",
    "zh_pud-first500",
    "ko_gsd-train",
    "ko_kaist-dev",
    "ko_pud-first500",
    "ja_gsd-dev",
    "ar_pud-first500",
    "fa_perdt-dev",
    "fa_seraji-dev",
    "tr_framenet-train",
    "tr_kenet-dev",
    "tr_penn-dev",
    "tr_tourism-dev",
    "tr_boun-dev",
    "tr_pud-first500",
    "he_iahltwiki-dev",
    "he_iahltknesset-dev",
]
"""Where a treebank has no train split of its own here, its dev split trains and its test split measures. French
Sequoia is left out: its licence cannot be met together with CC BY-SA."""

TRAIN_NAMES = [
    "en_gum-train",
    "en_re3d-names-train",
    "en_wikigold-train",
    "en_wnut17-train",
    "en_uner-ewt-dev",
    "de_uner-pud-first500",
    "pt_uner-bosque-train",
    "pt_uner-pud-first500",
    "ru_factrueval-train",
    "ru_uner-pud-first500",
    "zh_uner-gsd-train",
    "zh_uner-gsdsimp-train",
    "ja_stockmark-train",
    "ko_klue-train",
]

NAME_STYLE = {
    "en_uner-ewt": "en_ewt",
    "pt_uner-bosque": "pt_bosque",
    "zh_uner-gsd": "zh_gsd",
    "zh_uner-gsdsimp": "zh_gsdsimp",
    "de_uner-pud": "de_pud",
    "pt_uner-pud": "pt_pud",
    "ru_uner-pud": "ru_pud",
}
"""Name files that annotate the text of a treebank share its style."""

WITH_OTHER = {"en_gum", "en_re3d-names", "en_wikigold", "en_wnut17", "ja_stockmark"}
"""Styles whose name files also mark names that are no person, organisation or place."""

PASS_SUBTYPES = {"acl:relcl", "aux:pass", "compound:prt", "csubj:pass", "nmod:poss", "nsubj:pass", "obl:agent"}
CHARACTERS_AS_TOKENS = {"ja_stockmark", "ko_klue"}


@dataclass(slots=True, kw_only=True)
class Example:
    """One sentence of words; a label list is None where its corpus does not annotate that layer."""

    style: str
    split: str
    id: str
    text: str
    forms: list[str]
    spaced: list[bool]
    upos: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    names: list[str] | None = None
    predicates: list[tuple[int, list[tuple[str, int, int]]]] | None = None
    ranges: list[tuple[int, int, str]] = field(default_factory=list)
    """Multiword tokens: first word, last word + 1, surface form."""
    opens_paragraph: bool = False

    @property
    def language(self) -> str:
        """The code before the underscore of the style."""
        return self.style[:2]


def _members(path: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(path, "r:xz") as archive:
        for member in archive:
            opened = archive.extractfile(member) if member.isfile() else None
            if opened is not None:
                yield Path(member.name).stem, opened.read().decode("utf-8")


def style_of(stem: str) -> tuple[str, str]:
    """Style and split of a file name: `en_gum-clean-train` gives `en_gum` and `train`."""
    name, split = stem.rsplit("-", 1)
    name = NAME_STYLE.get(name, name).replace("-clean", "").replace("taiga2020", "taiga")
    return name, split


def read_conllu(stem: str, text: str) -> Iterator[Example]:
    """The sentences of one CoNLL-U file."""
    style, split = style_of(stem)
    unspaced = style[:2] in ("zh", "ja")
    for block in text.strip().split("\n\n"):
        example = Example(
            style=style, split=split, id="", text="", forms=[], spaced=[], upos=[], heads=[], relations=[]
        )
        after_space, until = not unspaced, 0
        assert example.upos is not None
        assert example.heads is not None
        assert example.relations is not None
        for line in block.split("\n"):
            if line.startswith("# sent_id = "):
                example.id = line[12:]
            elif line.startswith("# text = "):
                example.text = line[9:]
            elif line.startswith(("# newpar", "# newdoc")):
                example.opens_paragraph = True
            if line.startswith("#"):
                continue
            columns = line.split("\t")
            glued = "SpaceAfter=No" in columns[9]
            if "-" in columns[0]:
                first, last = (int(number) for number in columns[0].split("-"))
                example.ranges.append((first - 1, last, columns[1]))
                until, glued_range = last, glued
                continue
            number = int(columns[0])
            example.forms.append(columns[1])
            example.spaced.append(after_space)
            example.upos.append(columns[3])
            example.heads.append(int(columns[6]) - 1)
            example.relations.append(columns[7] if columns[7] in PASS_SUBTYPES else columns[7].split(":")[0])
            # A word of a contraction is written as if it stood alone: that is how the pieces were learned.
            inside = number < until
            after_space = not unspaced and (inside or not (glued_range if number == until else glued))
        yield example


def read_bio(stem: str, text: str) -> Iterator[Example]:
    """The sentences of one names file; only PER, ORG, LOC and MISC are kept, everything else is O."""
    style, split = style_of(stem)
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        pairs = [line.split("\t") for line in lines[2:]]
        example = Example(
            style=style,
            split=split,
            id=lines[0][12:],
            text=lines[1][9:],
            forms=[pair[0] for pair in pairs],
            spaced=[],
            names=[],
        )
        at = 0
        for form in example.forms:
            begin = example.text.index(form, at)
            example.spaced.append((begin > at or at == 0) and style[:2] not in ("zh", "ja"))
            at = begin + len(form)
        kept = {"PER", "ORG", "LOC", "MISC"}
        example.names = [tag if tag[2:] in kept else "O" for _, tag in pairs]
        yield _join_characters(example) if style in CHARACTERS_AS_TOKENS else example


def _join_characters(example: Example) -> Example:
    """The same sentence in words: characters run together until a space, another script or the edge of a name.

    A Korean name keeps the particle written onto it, since the reader's words are the space-separated ones.
    """
    assert example.names is not None
    forms: list[str] = []
    spaced: list[bool] = []
    names: list[str] = []
    korean = example.language == "ko"
    for form, after_space, tag in zip(example.forms, example.spaced, example.names, strict=True):
        joins = bool(forms) and not after_space
        if joins and korean:
            joins = form.isalnum() and forms[-1][-1].isalnum()
        elif joins:
            joins = _script(form) == _script(forms[-1][-1]) and (tag[:1] != "B") and (tag == "O") == (names[-1] == "O")
        if joins:
            forms[-1] += form
            if names[-1] == "O" and tag[:1] == "B":
                names[-1] = tag
        else:
            forms.append(form)
            spaced.append(after_space)
            begun = names and names[-1][1:] == tag[1:]
            names.append("B" + tag[1:] if tag[:1] == "I" and not begun else tag)
    example.forms, example.spaced, example.names = forms, spaced, names
    return example


def _script(character: str) -> str:
    """A coarse class of a character by the first word of its Unicode name."""
    return unicodedata.name(character, "?").split(" ")[0].split("-")[0]


def read_roles(path: Path) -> dict[str, list[tuple[int, list[tuple[str, int, int]]]]]:
    """Predicates with their arguments by sentence id; continuations keep their `C-` label."""
    roles = {}
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            sentence = json.loads(line)
            roles[sentence["sent_id"]] = [
                (p["i"], [(a["role"], a["start"], a["end"]) for a in p["args"]]) for p in sentence["predicates"]
            ]
    return roles


def read_own_names() -> dict[str, list[tuple[int, int, str]]]:
    """Our own names on the English Web Treebank's training text: spans of words by sentence id."""
    spans = defaultdict(list)
    for line in (ANNOTATIONS / "ewt_names.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, first, last, kind = line.split("\t")
            spans[sentence].append((int(first), int(last) + 1, kind))
    return spans


def load(folder: Path) -> list[Example]:
    """Every sentence of the trees and names archives, with names and roles joined to the trees they annotate."""
    examples: dict[tuple[str, str], Example] = {}
    for stem, text in _members(folder / "ud.tar.xz"):
        for example in read_conllu(stem, text):
            examples[example.style, example.id] = example
    roles = read_roles(folder / "srl_en.jsonl.xz")
    own = read_own_names()
    for (style, id_), example in examples.items():
        if style == "en_ewt":
            example.predicates = roles.get(id_)
            if example.split == "train":
                example.names = ["O"] * len(example.forms)
                for first, last, kind in own[id_]:
                    example.names[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
    for stem, text in _members(folder / "ner.tar.xz"):
        if "re3d-all" in stem:
            continue
        for example in read_bio(stem, text):
            same = examples.get((example.style, example.id))
            if same is not None and same.forms == example.forms:
                same.names = example.names
            else:
                # The text has no tree here, or its tokens differ: it stands alone under the same style.
                examples[example.style, "names:" + stem + example.id] = example
    return list(examples.values())


def is_training(example: Example) -> tuple[bool, bool]:
    """Whether the sentence may train (trees and roles, names)."""
    stems = {f"{example.style}-{example.split}"}
    trees = {"-".join(style_of(stem)) for stem in TRAIN_TREES}
    names = {"-".join(style_of(stem)) for stem in TRAIN_NAMES}
    in_trees, in_names = bool(stems & trees), bool(stems & names)
    return in_trees, in_names or (example.style == "en_ewt" and example.split == "train")
