"""Gold and system trees over the same words in, accuracy of parts of speech, heads and labels out.

All words count, punctuation too; relations are compared without their subtype, as in the CoNLL 2018 shared task.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """One sentence: a part of speech, a head (index of a word, -1 at the root) and a relation for each word."""

    upos: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Accuracy in percent of words: part of speech, head, head with relation."""

    upos: float
    uas: float
    las: float
    words: int


def universal(relation: str) -> str:
    """The relation without its subtype: `nsubj` for `nsubj:pass`."""
    return relation.partition(":")[0]


def attachment(gold: Sequence[Parse], system: Sequence[Parse]) -> Attachment:
    """Compare trees word by word; raises `ValueError` when the two sides differ in sentences or words.

    >>> gold = Parse(upos=("PRON", "VERB"), heads=(1, -1), relations=("nsubj:pass", "root"))
    >>> system = Parse(upos=("PRON", "NOUN"), heads=(1, -1), relations=("nsubj", "root"))
    >>> attachment([gold], [system])
    Attachment(upos=50.0, uas=100.0, las=100.0, words=2)
    """
    words = upos = uas = las = 0
    for number, (right, given) in enumerate(zip(gold, system, strict=True)):
        sizes = {len(part) for parse in (right, given) for part in (parse.upos, parse.heads, parse.relations)}
        if len(sizes) != 1:
            raise ValueError(f"sentence {number} has parts of different length: {sorted(sizes)} words")
        for i in range(len(right.heads)):
            attached = right.heads[i] == given.heads[i]
            words += 1
            upos += right.upos[i] == given.upos[i]
            uas += attached
            las += attached and universal(right.relations[i]) == universal(given.relations[i])
    share = 100.0 / words if words else 0.0
    return Attachment(upos=upos * share, uas=uas * share, las=las * share, words=words)
