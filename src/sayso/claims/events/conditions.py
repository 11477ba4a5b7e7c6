"""An event word in its tree in, whether it is told under a condition out: "if", "unless", "an attack would be"."""

from dataclasses import replace

from sayso.claims.events.qualifiers import Presentation, own
from sayso.claims.trees import Tree, children, extent, relation
from sayso.lang.grammar import Grammar
from sayso.lang.names import names

_UNREAL = frozenset({"would", "hypothetical"})
"""What the verb of a clause says of its subject, too: "an attack would be a mistake" tells of none."""

_OPEN = _UNREAL | {"future", "possible"}
"""The same for subjects that are nothing known: "any attack will be answered"."""

_UNDER = frozenset({"acl", "advcl", "ccomp", "nmod", "obl", "xcomp"})
"""Relations of what stands behind a condition of several words."""

_OPENING = frozenset({"ADP", "ADV", "PRON", "SCONJ"})
"""Parts of speech of the words that such a condition ends with."""

_LONGEST = 6
"""Words that are read for one."""


def in_condition(tree: Tree, word: int, *, rules: Grammar, shown: Presentation) -> Presentation:
    """Inside a condition, or in the main clause of one that is contrary to fact, an event is hypothetical."""
    marks = {tree.words[child].form.lower() for child in children(tree, word, "mark")}
    ending = tree.words[word].form.endswith(rules.condition_endings) if rules.condition_endings else False
    if relation(tree, word) == "advcl" and (ending or marks & rules.conditions or _is_inverted(tree, word, rules)):
        return replace(shown, modality="hypothetical")
    if _opener(tree, word, rules):
        return replace(shown, modality="hypothetical")
    for clause in children(tree, word, "advcl"):
        found = {tree.words[child].form.lower() for child in children(tree, clause, "mark")}
        found |= _opener(tree, clause, rules)
        is_open = shown.modality in ("would", "future", "possible") or _is_presumed(tree, shown, rules)
        if found & rules.unless or (found & rules.conditions and is_open):
            return replace(shown, modality="hypothetical")
    return shown


def _opener(tree: Tree, word: int, rules: Grammar) -> frozenset[str]:
    """The condition of several words right before a clause or noun: "in case", "a menos que", "en cas de".

    Parsers hang the words of one on each other, on the clause and on the verb above, so that only their order counts.
    """
    if relation(tree, word) not in _UNDER:
        return frozenset()
    first = extent(tree, word)[0]
    while first < word and tree.words[first].upos in _OPENING:
        first += 1
    before = "".join(f" {each.form.lower()}" for each in tree.words[max(0, first - _LONGEST) : first])
    before = before.replace("’", "'")
    return frozenset(each for each in rules.conditions if " " in each and before.endswith(f" {each}"))


def _is_presumed(tree: Tree, shown: Presentation, rules: Grammar) -> bool:
    """Whether a form says what has probably happened, which beside a condition is contrary to fact: "l'aurait fait"."""
    forms = {tree.words[word].form.lower() for word in shown.words}
    return shown.modality == "done" and bool(forms & rules.presumed)


def _is_inverted(tree: Tree, clause: int, rules: Grammar) -> bool:
    """Whether an auxiliary before the subject opens a condition: "had they attacked"."""
    subjects, helpers = children(tree, clause, "nsubj"), children(tree, clause, "aux", "cop")
    first = helpers[0] if helpers else clause
    return bool(subjects) and first < subjects[0] and tree.words[first].form.lower() in rules.inverted


def is_supposed(tree: Tree, word: int, *, rules: Grammar) -> bool:
    """Whether an event is the subject of a clause about what would be: "giving weapons to them would be a mistake".

    A noun with a definite article tells of something known, and under "will" and "could" only one with another
    determiner, "an" or "any", does not.
    """
    link, above = relation(tree, word), tree.words[word].head
    if link not in ("nsubj", "csubj"):
        return False
    made = own(tree, above, rules=rules).modality
    if made not in _OPEN or link == "csubj":
        return made in _OPEN
    marks = [tree.words[child].form.lower() for child in children(tree, word, "det")]
    known = names(tree.language).grammar.definite
    return not any(mark in known for mark in marks) and (made in _UNREAL or bool(marks))
