"""The code of a language in, its commonest words with their frequencies out."""

import lzma
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_CODED = re.compile(r"(\d)(\D+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The commonest words of a language, in lower case, with frequencies on the Zipf scale.

    Zipf 6 is once in a thousand words, 5 once in ten thousand, and so on; the lists end between 2 and 3.
    """

    zipfs: dict[str, float]

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
        return Words(zipfs={})
    text = lzma.decompress(path.read_bytes()).decode("utf-8")
    letters, coded = [line for line in text.splitlines() if not line.startswith("#")]
    zipfs: dict[str, float] = {}
    word = ""
    for letter, (shared, rest) in zip(letters, _CODED.findall(coded), strict=True):
        word = word[: int(shared)] + rest
        zipfs[word] = (ord(letter) - ord("A")) / 4
    return Words(zipfs=zipfs)
