"""A tree in, the shares that it states out, each with the whole that it is a part of: "90 % of their imports"."""

from dataclasses import dataclass

from sayso.claims.numbers.amounts import amounts
from sayso.claims.numbers.dates import dated_places
from sayso.claims.numbers.surface import surface, wording
from sayso.claims.trees import Tree, children, marker, phrase, top_of
from sayso.lang.grammar import Grammar, grammar
from sayso.lang.numbers import numerals

_NAMING = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of a whole, as a fraction or in hundredths."""

    words: tuple[int, int]
    """Half-open range of the words that state it."""
    governor: int
    """The word that it hangs on, -1 where it stands alone."""
    whole: int | None
    """The noun that names what it is a part of; None where the clause leaves that to one before it."""


def shares(tree: Tree) -> tuple[Share, ...]:
    """The shares of a sentence in order."""
    how = numerals(tree.language)
    if how is None:
        return ()
    line, rules = surface(tree), grammar(tree.language)
    taken = dated_places(line.text, tree.language, with_lengths=True)
    found: list[Share] = []
    for amount in amounts(line.text, how, taken=taken):
        if amount.is_share:
            words = line.range(amount.start, amount.end)
            governor = tree.words[top_of(tree, words)].head
            found.append(Share(words=words, governor=governor, whole=_whole(tree, words, governor, rules)))
    return tuple(found)


def whole_of(tree: Tree, head: int) -> str | None:
    """The whole of the share that hangs on a word, as the text has it; None where it names none."""
    for share in shares(tree):
        if share.governor == head and share.whole is not None:
            return wording(tree, phrase(tree, share.whole))
    return None


def _whole(tree: Tree, words: tuple[int, int], governor: int, rules: Grammar) -> int | None:
    """What hangs on the share as its owner, or on its verb before it: "of its imports, a third comes from ..."."""
    parts = [child for number in range(*words) for child in children(tree, number, "nmod") if child >= words[1]]
    if governor >= 0:
        parts.extend(child for child in children(tree, governor, "obl") if marker(tree, child) and child < words[0])
    for part in parts:
        marks = rules.classes.get(marker(tree, part), ()) if marker(tree, part) else ("of",)
        if "of" in marks and tree.words[part].upos in _NAMING:
            return part
    return None
