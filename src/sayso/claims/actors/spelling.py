"""A word of a text or list in, the forms under which it is compared with other spellings of the same name out."""

import re
import unicodedata
from collections.abc import Sequence

from sayso.lang.names import Matching

SHORTEST_STEM = 3
"""Letters that a name keeps at least when an ending is taken off; tuned on Russian and Ukrainian names of states,
where 2 made `США` and `Шри` of other words and 4 lost `Иран-а`, `Кие-ва`."""

SHORTEST_NAME = 2
"""The same for particles, which follow names of two syllables: `중국-이`."""

_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_]{2})")
_PIECES = re.compile(r"[^\W_]+")
_PARTED = re.compile(r"(?<=\w)['’]\w+$")


def keys(piece: str, matching: Matching) -> frozenset[str]:
    """The forms under which a word of a name may be known: two words are the same name when they share one.

    >>> sorted(keys("Erdoğan", Matching()))
    ['erdogan']
    """
    plain = fold(piece)
    found = {
        plain,
        *stems(plain, matching.endings, shortest=SHORTEST_STEM),
        *stems(plain, matching.particles, shortest=SHORTEST_NAME),
    }
    return frozenset(found)


def pieces(text: str) -> list[str]:
    """The words of a name without signs; `U.S.` is one, an initial written together with the surname is apart.

    >>> pieces("U.S."), pieces("В.Путин")
    (['US'], ['В', 'Путин'])
    >>> pieces("Walid al-Moualem")
    ['Walid', 'al', 'Moualem']
    """
    return _PIECES.findall(_INITIAL.sub(r"\1 ", text).replace(".", ""))


def uninflected(text: str, matching: Matching) -> str:
    """The text without the ending that an apostrophe parts from its last word, where the language writes so.

    >>> uninflected("Donald Trump'ın", Matching(apostrophes=True))
    'Donald Trump'
    """
    return _PARTED.sub("", text) if matching.apostrophes else text


def joined(parts: Sequence[str]) -> str:
    """The words of a name in one, accents taken off.

    >>> joined(["Shin", "Won", "sik"]) == joined(["Shin", "Wonsik"])
    True
    """
    return "".join(fold(part) for part in parts)


def fold(text: str) -> str:
    """The text in lower case, accents of Latin letters taken off.

    >>> fold("Erdoğan"), fold("Łódź"), fold("Київ")
    ('erdogan', 'lodz', 'київ')
    """
    if text.isascii():
        return text.lower()
    return "".join(_plain(letter) for letter in text.lower())


_PLAIN = {
    **{"ø": "o", "ł": "l", "ß": "ss", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "\u0307": ""},
    # Arabic: the seats of the hamza, the last letter of feminine nouns, and the signs that few texts write.
    **{"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": ""},
    **dict.fromkeys("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652", ""),
}


def _plain(letter: str) -> str:
    if letter in _PLAIN:
        return _PLAIN[letter]
    base = unicodedata.normalize("NFKD", letter)[:1]
    return base if base.isascii() else letter


def stems(word: str, endings: Sequence[str], *, shortest: int) -> list[str]:
    """The word without each of the endings that it has, where as many letters are left."""
    return [word[: -len(ending)] for ending in endings if word.endswith(ending) and len(word) - len(ending) >= shortest]


def slug_of(text: str) -> str:
    """A name as it stands in an id: small letters without accents, words joined by hyphens.

    >>> slug_of("Paz Zárate"), slug_of("Blohm & Voss")
    ('paz-zarate', 'blohm-voss')
    """
    return "-".join(fold(part) for part in re.findall(r"[^\W_]+", text.replace(".", " ").replace("'s", "")))
