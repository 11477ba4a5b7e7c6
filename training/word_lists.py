"""Word frequencies of `wordfreq` in, the word lists of `sayso.lang` out.

Run once, with `pip install wordfreq==3.1.1`: `python training/word_lists.py src/sayso/lang`. A list holds the commonest
words of one language with their frequency in steps of a quarter of the Zipf scale (log10 of occurrences per thousand
million words). Front coding (each word gives the number of letters it shares with the one before) halves the files.
"""

import lzma
import math
import re
import sys
from collections import Counter
from pathlib import Path

import wordfreq

SIZES = {"en": 95_000, "de": 55_000}
"""English is the language most read, German has the most compounds; `OTHERS` for the rest."""
OTHERS = 42_000
READ = 400_000
"""Words looked at to count how many words each common word begins or ends."""
BUILDERS = 3.0
"""Zipf frequency from which a word is counted as a part of others."""
SHORTEST_PART = 2
UNSPACED = ("zh", "ja")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

HEAD = """\
# The {count} commonest words of one language, in four lines: frequencies (A = Zipf 0, one letter per quarter); how
# many longer words each word begins, and how many it ends (digits, log2 of one more than the number); the words,
# front-coded, in the same order. Derived from wordfreq 3.1.1 by Robyn Speer, CC BY-SA 4.0; this file is
# CC BY-SA 4.0 too. wordfreq draws on Google Books Ngrams (books.google.com/ngrams), the Leeds Internet Corpus,
# Wikipedia, ParaCrawl, OPUS OpenSubtitles 2018 (opensubtitles.org) and SUBTLEX (Marc Brysbaert et al., freely
# available data). Written by training/word_lists.py.
"""


def word_list(code: str) -> str:
    """The word list of one language as the text of its file."""
    size = SIZES.get(code, OTHERS)
    kind = "large" if code in wordfreq.available_languages("large") else "small"
    zipfs: dict[str, int] = {}
    for centibels, words in enumerate(wordfreq.get_frequency_list(code, kind)):
        if len(zipfs) >= size:
            break
        for word in words:
            if WORD.fullmatch(word):
                zipfs.setdefault(word, (900 - centibels) // 25)
    begins, ends = parts(code, kind)
    letters, firsts, lasts, coded, before = [], [], [], [], ""
    for word in sorted(zipfs):
        shared = 0
        while shared < min(len(before), len(word), 9) and before[shared] == word[shared]:
            shared += 1
        letters.append(chr(ord("A") + zipfs[word]))
        firsts.append(digit(begins[word]))
        lasts.append(digit(ends[word]))
        coded.append(f"{shared}{word[shared:]}")
        before = word
    body = ["".join(letters), "".join(firsts), "".join(lasts), "".join(coded)]
    return HEAD.format(count=len(zipfs)) + "\n".join(body) + "\n"


def parts(code: str, kind: str) -> tuple[Counter[str], Counter[str]]:
    """How many words each common word begins, and how many it ends, where the rest is a word too."""
    ranked = wordfreq.get_frequency_dict(code, kind)
    every = {word for word, _ in sorted(ranked.items(), key=lambda item: -item[1])[:READ] if WORD.fullmatch(word)}
    common = {word for word in every if math.log10(ranked[word]) + 9 >= BUILDERS}
    begins: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for word in every:
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            first, last = word[:at], word[at:]
            begins[first] += first in common and last in every
            ends[last] += last in common and first in every
    return begins, ends


def digit(number: int) -> str:
    """The logarithm to base 2 of one more than the number, in one digit."""
    return str(min(9, int(math.log2(1 + number))))


def main() -> None:
    """Write the list of every language folder whose words are written apart."""
    for folder in sorted(Path(sys.argv[1]).iterdir()):
        if (folder / "language.toml").exists() and folder.name not in UNSPACED:
            data = lzma.compress(word_list(folder.name).encode(), preset=9 | lzma.PRESET_EXTREME)
            (folder / "words.txt.xz").write_bytes(data)
            print(folder.name, len(data))


if __name__ == "__main__":
    main()
