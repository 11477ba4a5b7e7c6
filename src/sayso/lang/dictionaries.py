"""The code of a language in, simplemma's dictionary of its forms out, in little memory.

simplemma keeps a dictionary as a stream and, for every 32nd form, where to begin to read. Those beginnings are objects
that take more memory than the stream, 60 MB in ten languages; here they are packed, which makes it 15.
"""

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory


class PackedDictionaryFactory(StreamDictionaryFactory):
    """Gives out dictionaries as simplemma's own factory does."""

    __slots__ = ()

    def _get_dictionary_uncached(self, lang: str) -> Mapping[str, str]:
        found: Any = super()._get_dictionary_uncached(lang)
        found._firsts = _Pieces(found._firsts)
        found._blocks = _Seeds(found._blocks)
        return found  # type: ignore[no-any-return]


class _Pieces(Sequence[bytes]):
    """Pieces of bytes, one behind the other."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._joined = b"".join(pieces)
        self._ends = array("I", [0])
        for piece in pieces:
            self._ends.append(self._ends[-1] + len(piece))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, index: Any) -> Any:
        return self._joined[self._ends[index] : self._ends[index + 1]]


class _Seeds(Sequence[tuple[int, bytes, bytes]]):
    """Where each block begins in the stream, and the form and the answer before it."""

    def __init__(self, blocks: Sequence[tuple[int, bytes, bytes]]) -> None:
        self._places = array("I", [place for place, _, _ in blocks])
        self._keys = _Pieces([key for _, key, _ in blocks])
        self._values = _Pieces([value for _, _, value in blocks])

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, index: Any) -> Any:
        return self._places[index], self._keys[index], self._values[index]
