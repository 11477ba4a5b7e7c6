"""Treebank files in, the word-order tables of `sayso.lang` out.

`python training/word_order.py DATA/ud src/sayso/lang` counts which classes of words stand side by side in clean
sentences; `sayso.documents.garble` defines the classes. Where a treebank has a train file it is used, otherwise its dev
file, so that test files stay clean for measuring. French Sequoia is left out for its licence.
"""

import lzma
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from sayso.documents.garble import COMMON_WORDS, classes, common_words
from sayso.lang import Language, languages

LEFT_OUT = ("fr_sequoia", "tr_framenet", "tr_tourism", "fr_parisstories")
"""One for its licence, three for their kind of text: grammar examples, reviews, speech."""
LEAST_PAIRS = 2
LEAST_CAPITALS = 2
"""How often a common word stands capitalised inside clean sentences to be one that may (German `Sie`)."""

HEAD = """\
# Which of the {count} commonest words, and classes of other words, stand side by side in clean sentences, with counts;
# on the first line, the common words that may be capitalised inside a sentence. Counted in the Universal Dependencies
# treebanks {names} (CC BY-SA 4.0 or 3.0, CC BY 4.0, their authors named on universaldependencies.org); this file is
# CC BY-SA 4.0. Written by training/word_order.py.
"""


def sources(folder: Path, code: str) -> list[Path]:
    """The files counted for a language: train files where there are some, otherwise dev files, otherwise PUD."""
    for pattern in (f"{code}_*-train.conllu", f"{code}_*-dev.conllu", f"pud/{code}_*.conllu"):
        found = [path for path in sorted(folder.glob(pattern)) if not path.name.startswith(LEFT_OUT)]
        if found:
            return found
    return []


def sentences(path: Path) -> list[str]:
    """The sentences of one treebank file as they were written."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]


def table(files: list[Path], spoken: Language) -> str:
    """The word-order table of one language as the text of its file."""
    common = common_words(spoken.code)
    pairs: Counter[tuple[str, str]] = Counter()
    capitals: Counter[str] = Counter()
    for path in files:
        for sentence in sentences(path):
            found = classes(sentence, common)
            pairs.update(pairwise(found))
            inside = sentence.split(" ")[1:]
            capitals.update(word.lower() for word in inside if word[:1].isupper() and word.lower() in common)
    may = sorted(word for word, count in capitals.items() if count >= LEAST_CAPITALS)
    body = [" ".join(may)]
    for first in sorted({first for first, _ in pairs}):
        after = [f"{second} {n}" for (left, second), n in sorted(pairs.items()) if left == first and n >= LEAST_PAIRS]
        if after:
            body.append(f"{first} {' '.join(after)}")
    names = ", ".join(path.stem for path in files)
    return HEAD.format(count=COMMON_WORDS, names=names) + "\n".join(body) + "\n"


def main() -> None:
    """Write the table of every language that has a treebank and a word list."""
    data, lang = Path(sys.argv[1]), Path(sys.argv[2])
    for spoken in languages():
        files = sources(data, spoken.code)
        if files and common_words(spoken.code):
            packed = lzma.compress(table(files, spoken).encode(), preset=9 | lzma.PRESET_EXTREME)
            (lang / spoken.code / "order.txt.xz").write_bytes(packed)
            print(spoken.code, len(packed), *(path.stem for path in files))


if __name__ == "__main__":
    main()
