"""Documents in, what they share in the same words out, with the shared passages as proof."""

from sayso.corroboration.reuse.comparison import COPIED, SAME_WORDS, compare
from sayso.corroboration.reuse.index import ReuseIndex

__all__ = ["COPIED", "SAME_WORDS", "ReuseIndex", "compare"]
