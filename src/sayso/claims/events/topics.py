"""A verb that lost its subject in, the name that its sentence is about out."""

from sayso.claims.trees import Tree, children, relation
from sayso.lang.grammar import Grammar

_IN_NAME = frozenset({"compound", "flat", "nmod"})
_HELPING = ("aux", "cop", "mark", "expl", "csubj")


def topic(tree: Tree, head: int, *, rules: Grammar) -> int | None:
    """The first name before a finite verb without a subject, where every such verb must have one.

    It is what garbled sentences leave: "Although Chad is poor, and its army weak, also seeks loans".
    """
    words, form = tree.words, tree.words[head].form.lower()
    if not rules.strict or words[head].upos != "VERB" or relation(tree, head) not in ("root", "conj"):
        return None
    if children(tree, head, *_HELPING) or form.endswith(rules.gerund) or form == tree.lemmas[head]:
        return None
    if not form.endswith(rules.present_endings) and not children(tree, head, "obj"):
        return None
    first = next((word for word in range(head) if words[word].upos == "PROPN"), None)
    while first is not None and relation(tree, first) in _IN_NAME:
        above = words[first].head
        if above < 0 or words[above].upos != "PROPN":
            break
        first = above
    return first
