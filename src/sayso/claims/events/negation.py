"""A word of negation in its tree in, whether it negates out."""

from sayso.claims.trees import Tree, children, relation
from sayso.lang.grammar import Grammar


def is_empty(tree: Tree, negation: int, *, rules: Grammar) -> bool:
    """Whether a word of negation negates nothing here: "sin embargo", "redoutent que Moscou ne coupe les câbles", "not
    only"."""
    if relation(tree, negation) == "cc" and children(tree, negation, "fixed"):
        return True
    if _only_adds(tree, negation, rules):
        return True
    if tree.words[negation].form.lower() not in rules.halves:
        return False
    verb = tree.words[negation].head
    marks = {tree.words[child].form.lower() for child in children(tree, verb, "mark")}
    found = {tree.words[part].form.lower() for child in tree.children[verb] for part in (child, *tree.children[child])}
    return bool(marks & rules.that) and not found & rules.completing


def _only_adds(tree: Tree, negation: int, rules: Grammar) -> bool:
    """Whether it stands before "only"; one of two words of negation also where the other does: "n'a pas seulement"."""
    forms = [word.form.lower() for word in tree.words]
    beside = tree.children[tree.words[negation].head] if forms[negation] in rules.halves else ()
    places = (place for place in (negation + 1, *beside) if 0 < place < len(forms))
    return any(forms[place] in rules.only and forms[place - 1] in rules.negation for place in places)
