"""A verb in its tree in, what stands for a subject or an object far from it out."""

from collections.abc import Iterator

from sayso.claims.events.clauses import marker_of_clause
from sayso.claims.trees import Tree, children, relation
from sayso.lang.grammar import Grammar

_POINTER = "R-ARG1"
_IN_NAME = frozenset({"compound", "flat", "nmod"})
_HELPING = ("aux", "cop", "mark", "expl", "csubj")


def subjects_before(tree: Tree, head: int, *, rules: Grammar) -> list[int]:
    """The subject of a clause that a garbled sentence hangs before its verb without a word to join them.

    Where the verb stands last, that of the nearest clause, for a sentence may have many.
    """
    found: list[int] = []
    for clause in reversed(children(tree, head, "advcl", "ccomp", "parataxis")):
        if clause < head and not marker_of_clause(tree, clause) and not (found and rules.moods):
            found = [*children(tree, clause, "nsubj"), *found]
    return found


def topic(tree: Tree, head: int, *, rules: Grammar) -> list[int]:
    """The first name before a finite verb without a subject, where every such verb must have one; empty without.

    It is what garbled sentences leave: "Although Chad is poor, and its army weak, also seeks loans".
    """
    words, form = tree.words, tree.words[head].form.lower()
    if not rules.strict or words[head].upos != "VERB" or relation(tree, head) not in ("root", "conj"):
        return []
    if children(tree, head, *_HELPING) or form.endswith(rules.gerund) or form == tree.lemmas[head]:
        return []
    if not form.endswith(rules.present_endings) and not children(tree, head, "obj"):
        return []
    first = next((word for word in range(head) if words[word].upos == "PROPN"), None)
    while first is not None and relation(tree, first) in _IN_NAME:
        above = words[first].head
        if above < 0 or words[above].upos != "PROPN":
            break
        first = above
    return [first] if first is not None else []


def far_objects(tree: Tree, head: int) -> Iterator[int]:
    """What the reader found it done to (ARG1 of PropBank) where a relative pronoun stands for that.

    "Engines, which Japan is, for now, unwilling to supply": of 7 such claims in 8,440 sentences 5 were right.
    """
    for predicate in tree.sentence.predicates:
        if predicate.word != head or all(each.role != _POINTER for each in predicate.arguments):
            continue
        for each in predicate.arguments:
            inside = range(each.start, each.end)
            top = next((word for word in inside if tree.words[word].head not in inside), None)
            if each.role == _POINTER.removeprefix("R-") and top is not None and head not in inside:
                yield tree.words[top].head if relation(tree, top) == "amod" else top
