"""A verb in its tree in, whether what it tells is under way, out."""

from sayso.claims.events.clauses import is_predicate
from sayso.claims.events.conjugations import begins, is_beside, is_past
from sayso.claims.events.moods import is_going_on
from sayso.claims.events.triggers import governing_keys, particle
from sayso.claims.trees import Tree, children, relation
from sayso.lang.grammar import Grammar


def is_under_way(tree: Tree, head: int, *, rules: Grammar) -> bool:
    """Whether what the word names goes on now, by its own form, its auxiliaries or the verb that carries it."""
    if tree.words[head].upos not in ("VERB", "AUX") and not is_predicate(tree, head):
        return _is_carried(tree, head, rules) and is_under_way(tree, tree.words[head].head, rules=rules)
    if rules.moods:
        return is_going_on(tree, head, rules=rules)
    helpers = {tree.words[child].form.lower() for child in children(tree, head, "aux", "cop")}
    form = tree.words[head].form.lower()
    if helpers & rules.lasting_auxiliaries and form.endswith(rules.gerund):
        return True
    if helpers & rules.past_auxiliaries:
        return False
    if tree.words[head].upos not in ("VERB", "AUX") and rules.bare_predicates:
        return True
    if form in rules.results:
        return False
    if helpers & rules.ongoing_auxiliaries:
        return bool(children(tree, head, "cop")) or not rules.gerund or form.endswith(rules.gerund)
    if is_past(tree, head, rules=rules):
        return False
    if not helpers and _is_carried_on(tree, head, rules):
        return is_under_way(tree, tree.words[head].head, rules=rules)
    if not helpers and is_beside(tree, head, rules=rules):
        return is_under_way(tree, tree.words[head].head, rules=rules)
    if any(form.endswith(ending) for ending in rules.ongoing_endings):
        return True
    if rules.ongoing_beginnings:
        return begins(tree, head, beginnings=rules.ongoing_beginnings)
    if rules.ongoing_endings or form in rules.unchanging or _is_missed(tree, head, rules):
        return False
    return not helpers and (form == tree.lemmas[head] or (not _is_title(tree) and form.endswith(rules.present_endings)))


def _is_carried_on(tree: Tree, head: int, rules: Grammar) -> bool:
    """Whether a verb has its time from the one above it: "forced them to leave", "keeps supplying"."""
    above, form = tree.words[head].head, tree.words[head].form.lower()
    if relation(tree, head) not in ("xcomp", "advcl", "acl"):
        return False
    is_kept = any(rules.above.get(key) == "kept" for key in governing_keys(tree, head))
    if tree.words[above].upos != "VERB":
        return is_kept and bool(children(tree, above, "cop"))  # "est en train de fournir"
    if form == tree.lemmas[head] and (is_kept or rules.present_endings):
        return True
    return is_kept and bool(rules.gerund) and form.endswith(rules.gerund)


def is_told_as_past(tree: Tree, head: int, *, rules: Grammar) -> bool:
    """Whether a verb by itself says that it is over, where a language has endings of the present: "agreed", "met"."""
    form = tree.words[head].form.lower()
    if tree.words[head].upos != "VERB" or not rules.present_endings or form == tree.lemmas[head]:
        return False
    return not form.endswith((*rules.present_endings, rules.gerund)) and not children(tree, head, "aux:pass", "mark")


def _is_title(tree: Tree) -> bool:
    """Whether no sign closes the sentence: titles tell in the present what is over, "Sudan bombs camp"."""
    return tree.words[-1].upos != "PUNCT"


def _is_carried(tree: Tree, noun: int, rules: Grammar) -> bool:
    """Whether a noun has its tense from the verb above: "is carrying out strikes", "faces sanctions"."""
    above = tree.words[noun].head
    if above < 0 or relation(tree, noun) != "obj" or tree.words[above].upos != "VERB" or _is_title(tree):
        return False
    return bool({particle(tree, above), tree.lemmas[above]} & (rules.light | rules.undergoing))


def _is_missed(tree: Tree, head: int, rules: Grammar) -> bool:
    """Whether it should have happened and did not: "failed to deploy" is told of one day, not of a habit."""
    above = tree.words[head].head
    return relation(tree, head) == "xcomp" and rules.above.get(tree.lemmas[above]) == "failed"
