"""Words in, ids of word pieces out: the pruned SentencePiece unigram vocabulary of the reader."""

import json
import lzma
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import Unigram

BEGIN, PADDING, END, UNKNOWN = 0, 1, 2, 3
"""Ids of `<s>`, `<pad>`, `</s>` and `<unk>`, as in XLM-RoBERTa."""

MAX_PIECES_OF_A_WORD = 24
"""A longer word (an address, a run of letters) keeps its first 12 and last 12 pieces: the study's limit."""

_CACHE_LIMIT = 50_000  # distinct words kept with their pieces; about 12 MB, and a report has a few thousand
SPACE_MARK = "▁"
"""What a piece that follows a space begins with."""

_NEVER = -1e4


class Pieces:
    """The vocabulary with a cache of the words met so far."""

    def __init__(self, vocabulary: Sequence[tuple[str, float]]) -> None:
        self._tokenizer = unigram(vocabulary)
        self._cache: dict[tuple[str, bool], tuple[int, ...]] = {}

    @classmethod
    def open(cls, path: Path) -> "Pieces":
        """The vocabulary stored at `path` as xz-compressed JSON with the lists `pieces` and `scores`."""
        with lzma.open(path, "rt", encoding="utf-8") as file:
            stored = json.load(file)
        return cls(list(zip(stored["pieces"], stored["scores"], strict=True)))

    def encode(self, forms: Sequence[str], spaced: Sequence[bool]) -> list[tuple[int, ...]]:
        """The piece ids of each word, at least one a word.

        Each word is cut up apart from its neighbours, with the space mark only where a space stood.
        """
        keys = list(zip(forms, spaced, strict=True))
        if len(self._cache) > _CACHE_LIMIT:
            self._cache = {}
        cache = self._cache  # another thread may start a new one meanwhile
        new = list(dict.fromkeys(key for key in keys if key not in cache))
        if new:
            texts = [_written(form, after_space) for form, after_space in new]
            for key, encoding in zip(new, self._tokenizer.encode_batch(texts), strict=True):
                ids = tuple(encoding.ids) or (UNKNOWN,)
                if len(ids) > MAX_PIECES_OF_A_WORD:
                    half = MAX_PIECES_OF_A_WORD // 2
                    ids = ids[:half] + ids[-half:]
                cache[key] = ids
        return [cache[key] for key in keys]


def unigram(vocabulary: Sequence[tuple[str, float]]) -> Tokenizer:
    """The cutter of a vocabulary of pieces and scores whose first four are the special ones."""
    # No text has a space once `_written`, so none can spell a special piece. Their score sets what an unknown
    # character costs: so much that any known pieces are preferred.
    special = [(f" {piece}", _NEVER) for piece, _ in vocabulary[: UNKNOWN + 1]]
    return Tokenizer(Unigram(special + list(vocabulary[UNKNOWN + 1 :]), unk_id=UNKNOWN, byte_fallback=False))


def _written(form: str, after_space: bool) -> str:
    """The word in the compatibility form of Unicode, which SentencePiece's own normaliser all but equals."""
    plain = unicodedata.normalize("NFKC", form[:400]).replace(" ", SPACE_MARK)
    plain = plain.encode("utf-8", "replace").decode()  # half of a surrogate pair is no character
    return SPACE_MARK + plain if after_space else plain
