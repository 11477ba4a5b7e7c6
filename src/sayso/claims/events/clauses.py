"""A word in its tree in, what sort of clause it heads, and what opens that clause, out."""

from sayso.claims.trees import Tree, children, relation
from sayso.lang.grammar import Grammar, grammar

_VERBAL = frozenset({"VERB", "AUX"})


def is_predicate(tree: Tree, word: int) -> bool:
    """Whether a noun or adjective is what its clause says of the subject."""
    if tree.words[word].upos in _VERBAL:
        return False
    return bool(children(tree, word, "cop", "nsubj")) or _is_bare_predicate(tree, word)


def _is_bare_predicate(tree: Tree, word: int) -> bool:
    """Whether an adjective is said of a subject that it shares with another clause: "сообщил, что готов"."""
    if tree.words[word].upos != "ADJ" or not grammar(tree.language).bare_predicates:
        return False
    link = relation(tree, word)
    if link == "conj":
        above = tree.words[word].head
        return tree.words[above].upos in _VERBAL or is_predicate(tree, above)
    return link in ("root", "ccomp", "parataxis") or (link == "advcl" and bool(children(tree, word, "mark")))


def is_passive(tree: Tree, word: int, *, rules: Grammar) -> bool:
    """Whether the verb stands in the passive, finite or as a participle that describes a noun."""
    if children(tree, word, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"):
        return True
    return _is_participle(tree, word, rules) and not children(tree, word, "obj")


def _is_participle(tree: Tree, word: int, rules: Grammar) -> bool:
    if tree.words[word].relation not in ("acl", "amod") or children(tree, word, "mark", "aux"):
        return False
    return not (rules.gerund and tree.words[word].form.lower().endswith(rules.gerund))


def marker_of_clause(tree: Tree, word: int) -> str:
    """The first conjunction or adposition that opens a clause, in lower case; empty when it has none."""
    return next((tree.words[child].form.lower() for child in children(tree, word, "mark", "case")), "")


def is_prefixed(tree: Tree, clause: int, *, rules: Grammar) -> bool:
    """Whether a clause stands before the plan, wish or order that it is the content of: "訪問する予定"."""
    above = tree.words[clause].head
    return above > clause and tree.lemmas[above] in rules.above


def is_finite(tree: Tree, word: int) -> bool:
    """Whether a clause could have a subject of its own: it has an auxiliary."""
    return bool(children(tree, word, "aux", "cop"))
