"""A phrase in its tree in, whose it is and which words it takes in out."""

from collections.abc import Iterator

from sayso.claims.actors.parties import Parties, Party
from sayso.claims.events.government import functions_of
from sayso.claims.events.nouns import origins
from sayso.claims.events.predicates import Argument
from sayso.claims.trees import Tree, children, conjuncts, phrase
from sayso.lang.grammar import grammar

OWNING = frozenset({"of", "in", "by", "between", "bare", "with"})
"""Classes of adpositions by which a noun names whose it is: "relations with China", "attacks by rebels"."""


def owners(tree: Tree, word: int, *, parties: Parties) -> tuple[Party, ...]:
    """The parties whose thing a phrase names: Bolivia of "Bolivia's cause" and of "the cause of Bolivia".

    Of several that belong to one state the first stands for all.
    """
    found = [parties.at(tree.index, part) for part in _owning(tree, word)]
    if not any(found):
        rules = grammar(tree.language)
        for child in children(tree, word, "nmod"):
            marks = set(functions_of(tree, child, rules=rules))
            if marks & OWNING:
                found.extend(parties.at(tree.index, part) for part in conjuncts(tree, child))
            if not any(found) and marks & {"of", "bare"}:
                found.extend(owners(tree, child, parties=parties))
    kept: dict[str, Party] = {}
    for party in found:
        if party is not None and party.actors:
            kept.setdefault(party.actors[0].partition("/")[0], party)
    return tuple(kept.values())


def _owning(tree: Tree, word: int) -> Iterator[int]:
    for child in children(tree, word, "nmod:poss", "amod", "compound", "det"):
        yield from origins(tree, child)


def surface(tree: Tree, argument: Argument) -> tuple[int, int]:
    """The half-open range of words that an argument takes in; of a clause without what is only told beside it."""
    if argument.function == "clause":
        numbers = [argument.word, *children(tree, argument.word, "obj", "obl", "xcomp", "ccomp", "nsubj")]
        first = min(phrase(tree, number)[0] for number in numbers)
        return first, max(phrase(tree, number)[1] for number in numbers)
    return phrase(tree, argument.word)
