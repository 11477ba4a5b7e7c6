"""Word frequencies of `wordfreq` in, the word lists of `sayso.lang` out.

Run once, with `pip install wordfreq==3.1.1`: `python training/word_lists.py src/sayso/lang`. A list holds the commonest
words of one language with their frequency in steps of a quarter of the Zipf scale (log10 of occurrences per thousand
million words). Front coding (each word gives the number of letters it shares with the one before) halves the files.
"""

import lzma
import re
import sys
from pathlib import Path

import wordfreq

SIZES = {"en": 100_000, "de": 70_000}
"""English is the language most read, German has the most compounds; `OTHERS` for the rest."""
OTHERS = 45_000
UNSPACED = ("zh", "ja")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

HEAD = """\
# The {count} commonest words of one language: frequency letters (A = Zipf 0, one letter per quarter), then words,
# front-coded in the order of the letters. Derived from wordfreq 3.1.1 by Robyn Speer, CC BY-SA 4.0; this file is
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
    letters, coded, before = [], [], ""
    for word in sorted(zipfs):
        shared = 0
        while shared < min(len(before), len(word), 9) and before[shared] == word[shared]:
            shared += 1
        letters.append(chr(ord("A") + zipfs[word]))
        coded.append(f"{shared}{word[shared:]}")
        before = word
    return HEAD.format(count=len(zipfs)) + "".join(letters) + "\n" + "".join(coded) + "\n"


def main() -> None:
    """Write the list of every language folder whose words are written apart."""
    for folder in sorted(Path(sys.argv[1]).iterdir()):
        if (folder / "language.toml").exists() and folder.name not in UNSPACED:
            data = lzma.compress(word_list(folder.name).encode(), preset=9 | lzma.PRESET_EXTREME)
            (folder / "words.txt.xz").write_bytes(data)
            print(folder.name, len(data))


if __name__ == "__main__":
    main()
