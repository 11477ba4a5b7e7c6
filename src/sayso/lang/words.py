"""The code of a language in, its commonest words with their frequencies out."""

import lzma
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from itertools import islice
from pathlib import Path

_FOLDER = Path(__file__).parent
_CODED = re.compile(r"(\d)(\D+)")

_PAGE = 32
"""Words of a page: with more the page takes longer to search than to find, with fewer there is less to be saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The commonest words of a language, in lower case, with frequencies on the Zipf scale.

    Zipf 6 is once in a thousand words, 5 once in ten thousand, and so on; the lists end between 2 and 3. They are kept
    as pages of text, which take a fifth of the memory of a dictionary.
    """

    firsts: tuple[str, ...]
    """The first word of each page, in the order of code points."""
    pages: tuple[str, ...]
    """Words in that order, each in a line with a tab, a letter for its frequency, and what it builds."""

    def __bool__(self) -> bool:
        """Whether there is a list."""
        return bool(self.pages)

    def zipf(self, word: str) -> float:
        """Frequency of the word, written in lower case; 0 when the list does not have it."""
        entry = self._entry(word)
        return _zipf(entry[0]) if entry else 0.0

    def knows(self, word: str) -> bool:
        """Whether the list has the word, written in lower case."""
        return bool(self._entry(word))

    def builds(self, word: str) -> tuple[int, int]:
        """For a word that makes longer ones log2 of one more than the number it begins, and than those it ends."""
        entry = self._entry(word)
        return (int(entry[1]), int(entry[2])) if entry else (0, 0)

    def commonest(self, count: int) -> list[str]:
        """So many of the words, commonest first, those alike by letters."""
        lines = (line.partition("\t") for page in self.pages for line in page.split("\n") if line)
        return [word for _, word in nsmallest(count, ((-_zipf(entry[0]), word) for word, _, entry in lines))]

    def _entry(self, word: str) -> str:
        """What the list says of the word; empty when it does not have it."""
        if not self.pages:
            return ""
        page = self.pages[bisect_right(self.firsts, word) - 1]
        at = page.find(f"\n{word}\t")
        if at < 0:
            return ""
        at += len(word) + 2
        return page[at : at + 3]


@cache
def words(code: str) -> Words:
    """The word list of the language; empty when its folder has none (languages written without spaces).

    >>> words("en").zipf("the") > words("en").zipf("missile") > words("en").zipf("thirtytwofold")
    True
    """
    path = _FOLDER / code / "words.txt.xz"
    if not path.exists():
        return Words(firsts=(), pages=())
    text = lzma.decompress(path.read_bytes()).decode("utf-8")
    listed = _lines(*(line for line in text.splitlines() if not line.startswith("#")))
    pages = tuple(map("".join, iter(lambda: tuple(islice(listed, _PAGE)), ())))
    return Words(firsts=tuple(page[1 : page.index("\t")] for page in pages), pages=pages)


def _lines(letters: str, firsts: str, lasts: str, coded: str) -> Iterator[str]:
    """The lines of all pages; the words come in the order of the alphabet, each written as it differs from the last."""
    word = ""
    for letter, first, last, found in zip(letters, firsts, lasts, _CODED.finditer(coded), strict=True):
        shared, rest = found.groups()
        word = word[: int(shared)] + rest
        yield f"\n{word}\t{letter}{first}{last}"


def _zipf(letter: str) -> float:
    return (ord(letter) - ord("A")) / 4
