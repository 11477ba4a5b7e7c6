"""The words of one sentence as every part of the reader takes them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Words of a sentence; `spaced[i]` says whether white space stood before word i.

    `style` names the treebank whose way of annotating the reader should follow, such as `en_ewt`; an unknown one is
    read in the generic style. Languages written without spaces have `spaced` false everywhere.
    """

    forms: tuple[str, ...]
    spaced: tuple[bool, ...]
    style: str
