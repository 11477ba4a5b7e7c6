"""A noun for a state of things in, whether its clause says it of something, or has somebody bring it about, out."""

from sayso.claims.events.clauses import is_predicate
from sayso.claims.events.triggers import Trigger, particle
from sayso.claims.trees import Tree, marker, relation
from sayso.lang.events import event_words
from sayso.lang.grammar import Grammar
from sayso.vocab.frames import frames


def is_said(tree: Tree, trigger: Trigger, *, rules: Grammar) -> bool:
    """Whether the word is no noun, or one that is said of a subject or is what a verb brings about or suffers.

    "Was a disaster", "hailed as a step" and "caused hardship" tell of it; "discussed the crisis" takes it for known.
    """
    head = trigger.head
    if tree.words[head].upos != "NOUN" or is_predicate(tree, head):
        return True
    above = tree.words[head].head
    if "as" in rules.classes.get(marker(tree, head), ()):
        return True
    if above < 0 or relation(tree, head) != "obj":
        return False
    entries = event_words(tree.language).entries.get(tree.lemmas[above], ())
    is_light = bool({particle(tree, above), tree.lemmas[above]} & (rules.light | rules.undergoing))
    return is_light or any(frames()[entry.frame].kind.name == "affect" for entry in entries)
