"""An event word in its tree in, its arguments by function out, coordinated parts each for themselves."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.claims.events.clauses import is_predicate
from sayso.claims.events.government import functions_of
from sayso.claims.events.nouns import LOOSE, of_noun
from sayso.claims.events.predicates import VERBAL, Argument, of_predicate, of_result
from sayso.claims.events.topics import far_objects
from sayso.claims.trees import Tree, children, conjuncts, relation
from sayso.lang.grammar import Grammar

CORE = frozenset({"subject", "object", "iobject", "clause"})
"""Functions in which the tree has said all there is to say of a word's part in the event."""


AGENT = "ARG0"
"""PropBank's label of who does it. What is done to whom (ARG1) was tried too where the tree has no object: of 14 claims
that it added in annotated reports 2 were right."""


def arguments(tree: Tree, head: int, *, rules: Grammar) -> tuple[Argument, ...]:
    """The arguments of the word, direct ones first; coordinated parts each stand for themselves."""
    found: list[Argument] = []
    if tree.words[head].upos in VERBAL or is_predicate(tree, head):
        found.extend(of_predicate(tree, head, rules=rules))
    elif relation(tree, head) == "xcomp":
        found.extend(of_result(tree, head, rules=rules))
    if tree.words[head].upos not in VERBAL:
        found.extend(of_noun(tree, head, rules=rules))
    found.extend(list(_of_objects(tree, found, rules)))
    told = {each.word for each in found if each.function in CORE}
    found.extend(each for each in _agents(tree, head) if each.word not in told)
    if tree.words[head].upos == "VERB" and not any(each.function == "object" for each in found):
        found.extend(Argument(function="object", word=word, is_lent=True) for word in far_objects(tree, head))
    expanded: list[Argument] = []
    for each in found:
        alone = each.function == "clause" or each.is_omitted
        expanded.extend(replace(each, word=part) for part in ([each.word] if alone else conjuncts(tree, each.word)))
    return tuple(dict.fromkeys(expanded))


def _agents(tree: Tree, head: int) -> Iterator[Argument]:
    """Who the reader found to do what the word says (ARG0 of PropBank), whatever stands between them in the tree."""
    for predicate in tree.sentence.predicates:
        if predicate.word == head:
            for each in predicate.arguments:
                inside = range(each.start, each.end)
                top = next((word for word in inside if tree.words[word].head not in inside), None)
                if each.role == AGENT and top is not None and head not in inside:
                    yield Argument(function="agent", word=top)


def _of_objects(tree: Tree, found: list[Argument], rules: Grammar) -> Iterator[Argument]:
    """What stands with an object may belong to the event: parsers often join "shells" and "to Russia" wrongly."""
    for each in found:
        if each.function in ("object", "of") and not each.is_lent:
            for child in children(tree, each.word, "nmod"):
                for name in functions_of(tree, child, rules=rules):
                    if name in LOOSE:
                        yield Argument(function=name, word=child)
