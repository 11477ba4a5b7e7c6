"""A clause without a subject in its tree in, the words of the clause above whose doing it tells, out: control."""

from sayso.claims.events.clauses import marker_of_clause
from sayso.claims.events.government import functions_of
from sayso.claims.events.persons import personal_objects
from sayso.claims.events.triggers import particle
from sayso.claims.trees import Tree, children, relation
from sayso.lang.grammar import Grammar

_ASKED = frozenset({"to", "on", "from"})
"""Classes of adpositions before the one who is asked to do something."""

_MOVING = frozenset({"wanted", "driven"})
"""What a governor makes of an event that its object is to do or has to do."""


def controllers(tree: Tree, governor: int, *, clause: int, rules: Grammar) -> list[int]:
    """Objects whose doing the infinitive below tells: "asked them to sell".

    A purpose is that of the object only below a verb of asking or driving: "pressed them to leave", but "met them to
    talk". "Unwilling" asks nobody, and what a sign cuts off before the verb is not who is asked: "oil, food, also
    seeks to".
    """
    if tree.words[governor].upos == "ADJ":
        return []
    keys = (particle(tree, governor), tree.lemmas[governor])
    if relation(tree, clause) != "xcomp" and not any(rules.above.get(key) in _MOVING for key in keys):
        return []
    found = [
        child
        for child in children(tree, governor, "obj", "iobj")
        if not any(tree.words[each].upos == "PUNCT" for each in range(child + 1, governor))
    ]
    if not found and any(rules.above.get(key) in _MOVING | {"failed", "possible"} for key in keys):
        return list(personal_objects(tree, governor, rules=rules))  # "pidió a Rusia retirar"
    return found


def asked(tree: Tree, verb: int, *, clause: int, rules: Grammar) -> list[int]:
    """Whom a verb of asking asks for what a clause of purpose below it says: "called on Cuba to free them"."""
    keys = {particle(tree, verb), tree.lemmas[verb]}
    asking = rules.purposes | rules.object_control
    if (marker_of_clause(tree, clause) not in asking and not rules.moods) or not any(
        rules.above.get(key) == "wanted" for key in keys
    ):
        return []
    named = [child for child in children(tree, verb, "obl", "iobj") if child < clause]
    return [child for child in named if set(functions_of(tree, child, rules=rules)) & _ASKED]


def is_gerund_clause(tree: Tree, word: int, *, rules: Grammar) -> bool:
    """Whether a clause tells what the object above does: "of bombing" under "accuse them"."""
    is_clause = relation(tree, word) == "advcl" or (relation(tree, word) == "obl" and tree.words[word].upos == "VERB")
    return is_clause and marker_of_clause(tree, word) in rules.object_control
