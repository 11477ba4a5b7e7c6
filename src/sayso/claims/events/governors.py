"""A word in its tree in, what the word that governs it makes of the event it names out: "plans to", "fear of"."""

from sayso.claims.events.clauses import marker_of_clause
from sayso.claims.events.conjugations import is_future, is_past
from sayso.claims.events.qualifiers import own
from sayso.claims.events.tenses import is_told_as_past, is_under_way
from sayso.claims.events.triggers import governing_keys
from sayso.claims.trees import Tree, children, marker, relation
from sayso.lang.grammar import Grammar

_NAMING = frozenset({"ADJ", "NOUN", "PROPN"})
"""Parts of speech that say what a thing is."""

_IMPERSONAL = frozenset({"probable", "predicted", "unlikely", "possible", "planned", "wanted", "owed", "excluded"})
"""What words without a subject may say of a whole clause."""


def role_of(tree: Tree, word: int, *, rules: Grammar) -> str | None:
    """What the governor makes of the event: a key of `qualifiers.GOVERNED`, `kept`, or None when it says nothing."""
    above, link = tree.words[word].head, relation(tree, word)
    if link in ("obj", "xcomp") and _is_judged(tree, above):
        return None
    keys = governing_keys(tree, word)
    made = next((rules.above[key] for key in keys if key in rules.above), None)
    if made == "grounds":
        return _without(tree, above, rules)
    if made == "driven" and link not in ("xcomp", "ccomp", "advcl"):
        made = None  # "made at a summit", "led the talks"
    if not _is_reached(tree, word, rules, made=made, is_light=any(key in rules.light for key in keys)):
        return None
    if made is None or (link == "nsubj" and made != "failed" and tree.words[word].relation != "nsubj:pass"):
        return "kept"
    if made == "owed":
        return _owed(tree, above, word, rules)
    if made == "excluded":
        return "granted" if own(tree, above, rules=rules, below=word).is_negated else "refused"
    return made


def is_got(tree: Tree, word: int, *, deciding: tuple[int, ...]) -> bool:
    """Whether a chance is what somebody does something for: "seeks to secure the ability to strike" is his.

    `deciding` are the words that made it one.
    """
    above = tree.words[word].head
    return (
        relation(tree, word) == "obj"
        and tree.words[above].upos == "VERB"
        and bool(deciding)
        and tree.words[deciding[-1]].upos == "NOUN"
    )


def _is_reached(tree: Tree, word: int, rules: Grammar, *, made: str | None, is_light: bool) -> bool:
    """Whether the relation is one by which a governor that makes `made` of its complement says it of the word."""
    above, link, full = tree.words[word].head, relation(tree, word), tree.words[word].relation
    if link == "ccomp" and children(tree, word, "nsubj") and not _is_impersonal(tree, above, made, rules):
        return False
    if link in ("xcomp", "obj", "csubj", "ccomp") or full == "nsubj:pass":
        return made is not None or link == "xcomp" or is_light
    if link == "nsubj":
        return made == "failed" or is_light
    if made is None or link not in ("acl", "nmod", "obl", "compound", "advcl") or full == "acl:relcl":
        return False
    if link == "advcl" and (children(tree, word, "nsubj") or _is_beside(tree, word, rules)):
        return False
    # "The dangers in a deal" are those of one that is there.
    is_inside = link in ("nmod", "obl") and "in" in rules.classes.get(marker(tree, word), ())
    return not (is_inside and made == "feared")


def _owed(tree: Tree, above: int, word: int, rules: Grammar) -> str:
    """What a verb of duty says: wanted, or done where it is over, or not done where it would have been due.

    "Has to leave", "had to leave", "debe haber salido", "aurait dû partir".
    """
    form = tree.words[above].form.lower()
    perfect = {tree.words[child].form.lower() for child in children(tree, above, "aux")} & rules.perfect
    if any(rules.modals.get(each) == "hypothetical" for each in perfect):
        return "missed"
    if any(tree.words[child].form.lower() in rules.perfect for child in children(tree, word, "aux")):
        return "presumed" if form in rules.presumed else "missed"
    if own(tree, above, rules=rules, below=word).modality == "possible":  # "might have to leave"
        return "kept"
    if rules.present_endings:
        return "kept" if is_told_as_past(tree, above, rules=rules) else "wanted"
    # A past of one time, "tuvo que", is over; "tenía que" leaves open what came of it.
    is_open = form in rules.modals or is_future(tree, above, rules=rules) or is_past(tree, above, rules=rules)
    return "wanted" if is_open or is_under_way(tree, above, rules=rules) else "kept"


def _without(tree: Tree, noun: int, rules: Grammar) -> str | None:
    """What a noun makes of an event where a clause says that there is none of it: "no grounds", "sees no reason"."""
    verb = tree.words[noun].head
    if own(tree, noun, rules=rules).is_negated or (verb >= 0 and tree.lemmas[verb] in rules.light):
        return "kept"
    is_turned = verb >= 0 and relation(tree, noun) in ("obj", "nsubj") and own(tree, verb, rules=rules).is_negated
    return "failed" if is_turned else None


def _is_impersonal(tree: Tree, above: int, made: str | None, rules: Grammar) -> bool:
    """Whether a word without a subject says what a whole clause is: "puede que lleguen", "il faut que"."""
    if made not in _IMPERSONAL or children(tree, above, "nsubj"):
        return False
    if tree.words[above].upos in _NAMING or rules.modals.get(tree.lemmas[above]) == "possible":
        return True
    is_passive = bool(children(tree, above, "aux:pass", "expl"))
    return is_passive or tree.words[above].form.lower().endswith(rules.reflexive_endings)


def _is_beside(tree: Tree, clause: int, rules: Grammar) -> bool:
    """Whether a clause is told beside the verb above and is no content of it: "while", "after", "although"."""
    opener = marker_of_clause(tree, clause)
    if opener in rules.conditions | rules.asides | rules.times:
        return True
    conjunctions = [child for child in children(tree, clause, "mark") if tree.words[child].upos == "SCONJ"]
    return bool(rules.government and conjunctions) and opener not in rules.purposes


def _is_judged(tree: Tree, verb: int) -> bool:
    """Whether a verb only says what its object is: "called the sanctions illegal", "considers the test a threat"."""
    said = [child for child in children(tree, verb, "xcomp") if not children(tree, child, "mark", "cop")]
    return bool(children(tree, verb, "obj")) and any(tree.words[child].upos in _NAMING for child in said)
