"""Nothing in, py3langid's identifier of languages out, in a fifth of its memory.

Its two tables are mostly repetition. Where a state of the automaton leads is, but for one letter in sixteen, where its
last letter alone leads; and four in five of the weights are the least that their language has. What differs is kept.
"""

from array import array
from typing import Any

import numpy as np
from numpy.typing import NDArray

_LETTERS = 256


def open_identifier() -> Any:
    """The identifier with its own arithmetic; its answers are the same to the last digit."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    return LanguageIdentifier(
        _Weights(whole.nb_ptc),
        whole.nb_pc,
        whole.nb_classes,
        _Moves(whole.tk_nextmove, np.array(whole.tk_row)),
        array("i", whole.tk_output),
        norm_probs=True,
        tk_row=whole.tk_row,
    )


class _Moves:
    """Where each state leads with each letter, asked for by `_LETTERS` times its row plus the letter."""

    def __init__(self, moves: "array[int]", rows: NDArray[np.int64]) -> None:
        table = np.frombuffer(moves, moves.typecode).reshape(-1, _LETTERS)
        letters = np.zeros(len(rows), np.uint8)
        for letter in range(_LETTERS):
            letters[table[:, letter]] = letter
        last = np.zeros(len(table), np.uint8)
        last[rows] = letters
        usual = table[rows[table[rows[0]]]]
        differs = table != usual[last]
        self._last = last.tobytes()
        self._usual = array("I", usual.astype(np.uint32).tobytes())
        self._starts = array("I", [0, *np.cumsum(differs.sum(1)).tolist()])
        self._letters = np.nonzero(differs)[1].astype(np.uint8).tobytes()
        self._states = array("I", table[differs].astype(np.uint32).tobytes())

    def __getitem__(self, place: int) -> int:
        row, letter = divmod(place, _LETTERS)
        at = self._letters.find(letter, self._starts[row], self._starts[row + 1])
        found: int = self._states[at] if at >= 0 else self._usual[self._last[row] * _LETTERS + letter]
        return found


class _Weights:
    """The rows of a table of weights (features, languages), asked for by their numbers."""

    def __init__(self, table: NDArray[np.float16]) -> None:
        self._least = table.min(0)
        differs = table != self._least
        self._starts = np.append(0, np.cumsum(differs.sum(1)))
        self._languages = np.nonzero(differs)[1].astype(np.uint8)
        self._values = table[differs]

    def __getitem__(self, features: NDArray[np.intp]) -> NDArray[np.float16]:
        starts = self._starts[features]
        sizes = self._starts[features + 1] - starts
        rows = np.repeat(np.arange(len(features)), sizes)
        places = np.arange(len(rows)) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
        found = np.repeat(self._least[None], len(features), 0)
        found[rows, self._languages[places]] = self._values[places]
        return found
