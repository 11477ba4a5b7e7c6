"""The code of a language in, its commonest words with their frequencies out."""

import lzma
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_STEPS = {chr(ord("A") + quarters): quarters / 4 for quarters in range(40)}
_CODED = re.compile(r"(\d)(\D+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The commonest words of a language, in lower case, with frequencies on the Zipf scale.

    Zipf 6 is once in a thousand words, 5 once in ten thousand, and so on; the lists end between 2 and 3.
    """

    zipfs: dict[str, float]
    builders: dict[str, tuple[int, int]]
    """For words that make longer ones: log2 of one more than the number they begin, and than the number they end."""

    def zipf(self, word: str) -> float:
        """Frequency of the word, written in lower case; 0 when the list does not have it."""
        return self.zipfs.get(word, 0.0)

    def knows(self, word: str) -> bool:
        """Whether the list has the word, written in lower case."""
        return word in self.zipfs


@cache
def words(code: str) -> Words:
    """The word list of the language; empty when its folder has none (languages written without spaces).

    >>> words("en").zipf("the") > words("en").zipf("missile") > words("en").zipf("thirtytwofold")
    True
    """
    path = _FOLDER / code / "words.txt.xz"
    if not path.exists():
        return Words(zipfs={}, builders={})
    text = lzma.decompress(path.read_bytes()).decode("utf-8")
    letters, firsts, lasts, coded = [line for line in text.splitlines() if not line.startswith("#")]
    zipfs: dict[str, float] = {}
    builders: dict[str, tuple[int, int]] = {}
    word = ""
    for letter, first, last, (shared, rest) in zip(letters, firsts, lasts, _CODED.findall(coded), strict=True):
        word = word[: int(shared)] + rest
        zipfs[word] = _STEPS[letter]
        if first != "0" or last != "0":
            builders[word] = int(first), int(last)
    return Words(zipfs=zipfs, builders=builders)
