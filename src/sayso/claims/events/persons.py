"""A verb in its tree in, the objects that an adposition leads because they are persons or states, out."""

from sayso.claims.trees import Tree, children, marker
from sayso.lang.grammar import Grammar


def personal_objects(tree: Tree, verb: int, *, rules: Grammar) -> list[int]:
    """Objects that an adposition leads, where the verb has no other: "acusó a China"; none in most languages."""
    if not rules.personal or children(tree, verb, "obj", "expl"):
        return []
    return [child for child in children(tree, verb, "obl") if marker(tree, child) in rules.personal]
