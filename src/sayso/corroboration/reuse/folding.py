"""A document in, its words and n-grams as numbers with their places out, what a copyist may change folded away.

Case, accents, marks, width, punctuation, layout and the breaking of lines are folded; furniture is left out. In
scripts written without spaces every character is a word of half weight, so that an n-gram is five words or ten
characters. Hashes are polynomials modulo 2**64 over running sums (Karp and Rabin 1987) with every bit mixed
afterwards; base and mixing are fixed, so that the same text gives the same numbers anywhere.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.documents.passages import FURNITURE
from sayso.lang import scripts
from sayso.records import Document

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]

UNSPACED: Final = ("han", "kana", "thai_lao_burmese", "khmer")
"""Scripts of `lang/scripts.toml` that are written without spaces."""

_WORD, _CHARACTER = 2, 1
"""Weight of a word, and of a character of a script without spaces: two characters make a Chinese word on average."""

_PLANES = 0x20000
"""Code points looked up one by one; those above are rare Chinese characters and count as such without folding."""

_BREAK, _NOTHING = 0, 1
"""What a code point folds to that is no letter or digit: the end of a word, or nothing (accents, soft hyphens)."""

_FIRST_UNSPACED = 0x0E00
"""The first code point of a script written without spaces."""

_LONGEST_KEPT = 1 << 17
"""Letters of a text up to which the powers are remembered; a whole book has its own made."""

_ODD = 0x9E3779B97F4A7C15
"""2**64 divided by the golden ratio, odd: the base of the polynomials."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """The words of a document in order: their hashes, where they stand in the text as loaded, how they hang together.

    `stretches` numbers the stretches between furniture, over which no n-gram and no passage goes; `weights` sums the
    weights of the words before each, with the sum of all at the end.
    """

    words: Numbers
    starts: Places
    ends: Places
    stretches: Places
    weights: Places


def fold(document: Document) -> Folded:
    """The words of a document that a copy would have too; without any for a text that has none, or only furniture."""
    codes = _codes(document.text)
    furniture = [passage for passage in document.passages if passage.kind == FURNITURE]
    for passage in furniture:
        codes[passage.start : passage.end] = _BREAK
    places = (codes > _NOTHING).nonzero()[0]
    letters = codes.take(places)
    # A word begins at a letter that does not follow the one before, or only over signs that are nothing.
    begins = np.ones(len(places) + 1, dtype=np.bool_)
    np.not_equal(places[1:], places[:-1] + 1, out=begins[1:-1])
    if (codes == _NOTHING).any():
        breaks = np.cumsum(codes == _BREAK)[places]
        np.not_equal(breaks[1:], breaks[:-1], out=begins[1:-1])
    unspaced = _unspaced()[np.minimum(letters, _PLANES)] if len(letters) and letters.max() >= _FIRST_UNSPACED else None
    if unspaced is not None:
        begins[:-1] |= unspaced
        begins[1:] |= unspaced
    edges = begins.nonzero()[0] if len(places) else np.zeros(1, dtype=np.int64)
    firsts = edges[:-1]
    starts = places.take(firsts)
    if unspaced is None:
        weights = np.arange(0, _WORD * len(edges), _WORD)
    else:
        weights = np.concatenate(([0], np.where(unspaced[firsts], _CHARACTER, _WORD).cumsum()))
    return Folded(
        words=_hashed(letters, firsts, edges[1:]),
        starts=starts,
        ends=places.take(edges[1:] - 1) + 1,
        stretches=np.array([passage.start for passage in furniture], dtype=np.int64).searchsorted(starts),
        weights=weights,
    )


def grams(folded: Folded, size: int) -> tuple[Numbers, Places, Places]:
    """The n-grams of so many words: their hashes, the first word of each and the word after its last."""
    count = len(folded.words)
    if folded.weights[-1] == _WORD * count:
        firsts = np.arange(max(0, count - size + 1))
        ends = firsts + size
    else:
        wanted = folded.weights[:-1] + _WORD * size
        firsts = (wanted <= folded.weights[-1]).nonzero()[0]
        ends = folded.weights.searchsorted(wanted[firsts])
    if len(firsts) and folded.stretches[-1] != folded.stretches[0]:
        whole = folded.stretches[firsts] == folded.stretches[ends - 1]
        firsts, ends = firsts[whole], ends[whole]
    return _hashed(folded.words, firsts, ends), firsts, ends


def mixed(numbers: Numbers) -> Numbers:
    """The numbers with every bit depending on every other: the finaliser of splitmix64 (Steele and others 2014)."""
    numbers = numbers ^ (numbers >> np.uint64(30))
    numbers *= np.uint64(0xBF58476D1CE4E5B9)
    numbers ^= numbers >> np.uint64(27)
    numbers *= np.uint64(0x94D049BB133111EB)
    numbers ^= numbers >> np.uint64(31)
    return numbers


def _codes(text: str) -> NDArray[np.uint32]:
    """What each character folds to."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if text.isascii() or codes.max() < _PLANES:
        return _folds().take(codes)
    return np.where(codes < _PLANES, _folds()[np.minimum(codes, _PLANES - 1)], codes)


def _hashed(numbers: NDArray[np.unsignedinteger], starts: Places, ends: Places) -> Numbers:
    """The hash of each run of the numbers: a word from its letters as an n-gram from its words."""
    count = len(numbers)
    powers, inverse = (_powers if count <= _LONGEST_KEPT else _powers.__wrapped__)(1 << max(12, count.bit_length()))
    sums = np.zeros(count + 1, np.uint64)
    (numbers * powers[:count]).cumsum(out=sums[1:])
    return mixed((sums.take(ends) - sums.take(starts)) * inverse.take(starts))


@cache
def _folds() -> NDArray[np.uint32]:
    """For every code point of the first two planes the letter it folds to, or `_BREAK` or `_NOTHING`."""
    return np.array([_folded(chr(code)) for code in range(_PLANES)], dtype=np.uint32)


def _folded(character: str) -> int:
    if not character.isalnum():
        return _NOTHING if unicodedata.category(character) in ("Mn", "Me", "Cf") else _BREAK
    plain = unicodedata.normalize("NFKD", character)
    if len(plain) > 1 and any(unicodedata.category(mark) != "Mn" for mark in plain[1:]):
        plain = character
    lower = plain[0].lower()
    return ord(lower[0])


@cache
def _unspaced() -> NDArray[np.bool_]:
    """Which code points stand for words of their own; the last entry is for all above the table."""
    pattern = re.compile("|".join(scripts()[name].pattern for name in UNSPACED))
    table = np.zeros(_PLANES + 1, dtype=np.bool_)
    for found in pattern.finditer("".join(map(chr, range(_PLANES)))):
        table[found.start()] = True
    table[_PLANES] = True
    return table


@cache
def _powers(count: int) -> tuple[Numbers, Numbers]:
    """The powers of the base and of its inverse modulo 2**64, from the zeroth."""
    base, inverse = np.full(count, _ODD, np.uint64), np.full(count, pow(_ODD, -1, 1 << 64), np.uint64)
    base[0] = inverse[0] = 1
    return np.cumprod(base), np.cumprod(inverse)
