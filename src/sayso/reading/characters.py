"""Characters in, ids out: the alphabet of the segmenter and its table of contractions."""

import json
import lzma
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

CLASSES = 8
"""Ids 1 to 8 stand for characters outside the alphabet by class: upper case, lower case, other letter, mark, digit,
space, punctuation, anything else."""

_CLASS = {
    "Lu": 1,
    "Lt": 1,
    "Ll": 2,
    "Lo": 3,
    "Lm": 3,
    "Mn": 4,
    "Mc": 4,
    "Me": 4,
    "Nd": 5,
    "Nl": 5,
    "No": 5,
    "Zl": 6,
    "Zp": 6,
    "Cc": 6,
}


class Characters:
    """The alphabet of the segmenter, the treebank styles it knows and its contractions."""

    def __init__(
        self, characters: str, styles: Sequence[str], contractions: Mapping[str, Mapping[str, Sequence[str]]]
    ) -> None:
        self._ids = {character: CLASSES + 1 + index for index, character in enumerate(characters)}
        self._styles = {style: index + 1 for index, style in enumerate(styles)}
        self._contractions = contractions

    @classmethod
    def open(cls, path: Path) -> "Characters":
        """The table stored at `path` as xz-compressed JSON."""
        with lzma.open(path, "rt", encoding="utf-8") as file:
            stored = json.load(file)
        return cls(stored["characters"], stored["styles"], stored["contractions"])

    def encode(self, text: str) -> NDArray[np.int64]:
        """The id of each character; 0 is kept for what lies outside the text."""
        ids = self._ids
        return np.array([ids.get(character) or self._class(character) for character in text], np.int64)

    def style(self, name: str | None) -> int:
        """The id of a treebank style; 0, the generic one, where the segmenter was not trained on it."""
        return self._styles.get(name or "", 0)

    def parts(self, code: str, token: str) -> tuple[str, ...]:
        """The words of a contraction, its capital kept.

        A token that the table does not have is taken apart at its hyphens (Portuguese `viu-se` = `viu` + `se`), or
        stays whole.
        """
        found = self._contractions.get(code, {}).get(token.lower())
        if found is None:
            return tuple(part for part in token.split("-") if part) or (token,)
        first = found[0]
        if token.isupper() and len(token) > 1:
            return tuple(part.upper() for part in found)
        if token[:1].isupper():
            first = first[:1].upper() + first[1:]
        return (first, *found[1:])

    def _class(self, character: str) -> int:
        """The class of a character that is not in the alphabet, remembered for the next time."""
        category = unicodedata.category(character)
        # The many widths of space differ in looks only.
        space = self._ids.get(" ", 6) if category == "Zs" else 6
        made = space if category == "Zs" else _CLASS.get(category, 7 if category[0] == "P" else 8)
        if len(self._ids) < 200_000:
            self._ids[character] = made
        return made
