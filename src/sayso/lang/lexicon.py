"""The code of a language that is written without spaces in, the words that should not be cut through out."""

import lzma
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sayso.lang.stems import listed_words

_FOLDER = Path(__file__).parent

WEAK = 0.4
"""What a word of kana counts, against 1 for any other: particles and endings run into each other. Tuned with `KNOWN`
of `reading.lexical` on 300 sentences of Japanese GSD; nothing changed from .3 to .5."""

OWN = 3.0
"""What a word of two letters counts that the language lists for events: those are what reports are read for."""

LONGER = 2.0
"""What each further letter of such a word adds, so that it wins against the two words it may be read as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words of two letters and more, each with what it counts."""

    weights: Mapping[str, float] = field(default_factory=dict)
    longest: int = 0
    """Letters of the longest word."""

    def __bool__(self) -> bool:
        """Whether there is any word."""
        return bool(self.weights)


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of the language; empty when its folder has none.

    >>> "制裁" in lexicon("zh").weights, bool(lexicon("en"))
    (True, False)
    """
    path = _FOLDER / code / "lexicon.txt.xz"
    if not path.exists():
        return Lexicon()
    lines = lzma.decompress(path.read_bytes()).decode("utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    weights = {word.removeprefix("~"): WEAK if word.startswith("~") else 1.0 for word in words}
    weights.update({word: OWN + LONGER * (len(word) - 2) for word in listed_words(code) if len(word) > 1})
    return Lexicon(weights=weights, longest=max(map(len, weights)))
