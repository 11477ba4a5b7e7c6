"""A predicate in its tree in, its arguments by function out: through passives, control and relative clauses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.claims.actors.omitted import omitted
from sayso.claims.events.clauses import is_finite, is_passive, is_predicate, is_prefixed
from sayso.claims.events.control import asked, controllers, is_gerund_clause
from sayso.claims.events.government import functions_of, functions_under, has_dative_subject
from sayso.claims.events.persons import personal_objects
from sayso.claims.events.topics import subjects_before, topic
from sayso.claims.events.triggers import particle
from sayso.claims.trees import Tree, children, marker, relation
from sayso.lang.grammar import Grammar

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


VERBAL = frozenset({"VERB", "AUX"})


_CLAUSES = ("ccomp", "xcomp", "csubj")


DEPTH = 4
"""How many governors up a missing subject is looked for; news hardly nests deeper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A word that stands in a function to an event word; `is_lent` when it was found through another word."""

    function: str
    word: int
    is_lent: bool = False
    is_omitted: bool = False
    """Whether the word is a verb, and what stands in the function the subject that it leaves out."""


def of_predicate(tree: Tree, head: int, *, rules: Grammar) -> Iterator[Argument]:
    """The arguments of a verb, or of a noun or adjective that a copula makes a predicate."""
    passive = is_passive(tree, head, rules=rules) or has_dative_subject(tree, head, rules=rules)
    found = list(subjects(tree, head, rules=rules, depth=0))
    undergoes = is_under(tree, head, rules=rules)
    for each in found:
        is_affected = each.function == "subject" and (passive or undergoes)
        # Where something else is given, who is "given" it gets it.
        affected = "iobject" if passive and children(tree, head, "obj") else "object"
        yield replace(each, function=affected if is_affected else each.function)
    for child in tree.children[head]:
        own, full = relation(tree, child), tree.words[child].relation
        if own in ("obj", "iobj") and tree.words[child].form.lower() in rules.reflexive:
            continue
        if own == "obj":
            yield Argument(function="object", word=_antecedent(tree, child, head))
            yield from _unmarked_owners(tree, child)
        elif own == "iobj":
            governed = rules.government.get(f"{tree.lemmas[head]} iobject", "iobject")
            yield Argument(function=governed, word=_antecedent(tree, child, head))
            if rules.government and governed == "iobject" and not children(tree, head, "obj"):
                yield Argument(function="object", word=_antecedent(tree, child, head))
        elif full == "obl:agent":
            yield Argument(function="subject", word=child)
        elif own == "obl" and tree.words[child].upos not in VERBAL:
            for name in functions_under(tree, child, head=head, rules=rules):
                does = "subject" if passive and name == "by" else "by" if undergoes and name == "from" else name
                yield Argument(function=does, word=child)
            if not passive and child in personal_objects(tree, head, rules=rules):
                yield Argument(function="object", word=child)
        elif (own in _CLAUSES and own != "csubj") or is_gerund_clause(tree, child, rules=rules):
            yield Argument(function="clause", word=child)
    if not is_prefixed(tree, head, rules=rules):
        yield from _gap(tree, head, passive=passive, has_subject=bool(found))


def is_under(tree: Tree, head: int, *, rules: Grammar) -> bool:
    """Whether a predicate says what its subject suffers: "is under attack"."""
    return tree.words[head].upos in _NOMINAL and marker(tree, head) in rules.under


def _unmarked_owners(tree: Tree, word: int) -> Iterator[Argument]:
    """A name before an object without a sign of possession may be who gets it: "gave Ukraine money"."""
    for child in children(tree, word, "nmod:poss", "compound"):
        if tree.words[child].upos == "PROPN" and not children(tree, child, "case"):
            yield Argument(function="iobject", word=child)


def of_result(tree: Tree, head: int, *, rules: Grammar) -> Iterator[Argument]:
    """What a state that is brought about is said of: "the defects made the ship useless"."""
    above = tree.words[head].head
    objects = children(tree, above, "obj")
    yield from (Argument(function="object", word=child, is_lent=True) for child in objects)
    if tree.words[above].upos in VERBAL:
        for each in subjects(tree, above, rules=rules, depth=1):
            yield replace(each, is_lent=True)


def subjects(tree: Tree, head: int, *, rules: Grammar, depth: int) -> Iterator[Argument]:
    """What stands as subject, lent by a verb above where the word has none of its own; `depth` governors up so far."""
    own = children(tree, head, "nsubj")
    for child in own:
        yield Argument(function="subject", word=_antecedent(tree, child, head))
    for child in children(tree, head, "csubj"):
        yield Argument(function="clause_subject", word=child)
    if not own and depth < DEPTH:
        lent = list(_lent(tree, head, rules, depth=depth))
        before = lent or [
            Argument(function="subject", word=word, is_lent=True)
            for word in subjects_before(tree, head, rules=rules) or topic(tree, head, rules=rules)
        ]
        yield from before
        if not before and omitted(tree, head):
            yield Argument(function="subject", word=head, is_lent=True, is_omitted=True)


def _lent(tree: Tree, head: int, rules: Grammar, *, depth: int) -> Iterator[Argument]:
    """The subject that the governor lends a verb without one of its own."""
    above, link = tree.words[head].head, tree.words[head].relation
    if above < 0:
        return
    kind = link.partition(":")[0]
    if kind == "acl" and is_prefixed(tree, head, rules=rules):
        yield from (replace(each, is_lent=True) for each in subjects(tree, above, rules=rules, depth=depth + 1))
        return
    if kind in ("acl", "amod") and link != "acl:relcl":
        if children(tree, head, "mark"):  # "the plan to deploy": whoever has the plan
            yield from holders(tree, above, rules=rules, depth=depth)
        else:
            yield Argument(function="subject", word=above)
        return
    if kind in ("xcomp", "advcl") or (kind == "ccomp" and rules.moods):
        objects = controllers(tree, above, clause=head, rules=rules) if kind != "ccomp" else []
        objects = objects or asked(tree, above, clause=head, rules=rules)
        if objects:
            yield Argument(function="subject", word=_antecedent(tree, objects[0], above), is_lent=True)
            return
    if is_gerund_clause(tree, head, rules=rules):
        for child in [*children(tree, above, "obj", "nsubj:pass"), *personal_objects(tree, above, rules=rules)]:
            yield Argument(function="subject", word=_antecedent(tree, child, above), is_lent=True)
            return
    if kind == "conj" and children(tree, head, "mark") and not children(tree, above, "mark"):
        return
    if kind in ("xcomp", "conj", "advcl", "ccomp", "parataxis") and (
        kind not in ("ccomp", "advcl", "parataxis")
        or bool(rules.bound.aspects or rules.moods)
        or not is_finite(tree, head)
    ):
        if tree.words[above].upos in VERBAL or is_predicate(tree, above):
            yield from (
                replace(each, is_lent=True)
                for each in subjects(tree, above, rules=rules, depth=depth + 1)
                if each.function == "subject"
            )
        else:
            yield from holders(tree, above, rules=rules, depth=depth)


def holders(tree: Tree, noun: int, *, rules: Grammar, depth: int) -> Iterator[Argument]:
    """Who has the plan, the wish or the order that a clause hangs on: its owner, or whose verb it is an object of.

    What is said to be somebody's is nobody else's: who limits "Iran's ability to arm them" does not arm them.
    """
    owned = [child for child in children(tree, noun, "nmod:poss") if not lacks_sign(tree, child, rules=rules)]
    if owned:
        yield from (Argument(function="possessor", word=child, is_lent=True) for child in owned)
        return
    for child in children(tree, noun, "nmod:poss", "amod", "compound"):
        yield Argument(function="possessor", word=child, is_lent=True)
    for child in children(tree, noun, "nmod"):
        if set(functions_of(tree, child, rules=rules)) & {"by", "of", "from"}:
            yield Argument(function="possessor", word=child, is_lent=True)
    first = noun
    while relation(tree, first) == "conj" and tree.words[tree.words[first].head].upos in _NOMINAL:
        first = tree.words[first].head
    above = tree.words[first].head
    if above < 0 or relation(tree, first) not in ("obj", "xcomp", "obl"):
        return
    if first != noun and not _is_willed(tree, above, rules):
        return  # "revealed the plan and money to pay them": who reveals it has none of it
    for each in subjects(tree, above, rules=rules, depth=depth + 1):
        if each.function == "subject" and not each.is_omitted:
            yield replace(each, is_lent=True)


def lacks_sign(tree: Tree, word: int, *, rules: Grammar) -> bool:
    """Whether a common noun was taken for an owner without the sign of one: "soldiers long-term investment"."""
    return rules.strict and tree.words[word].upos == "NOUN" and not children(tree, word, "case")


def _is_willed(tree: Tree, verb: int, rules: Grammar) -> bool:
    """Whether a verb says that somebody wants or plans something, or is what is wanted or planned: "seek to get"."""
    head = tree.words[verb].head if relation(tree, verb) == "xcomp" else verb
    return bool({particle(tree, each) for each in (verb, head)} & rules.above.keys())


def _antecedent(tree: Tree, word: int, head: int) -> int:
    """The noun that a relative pronoun stands for; the word itself when it is none."""
    if tree.words[word].upos == "PRON" and tree.words[head].relation == "acl:relcl":
        above = tree.words[head].head
        if above >= 0 and above < word and not _is_personal(tree, word, head):
            return above
    return word


def _is_personal(tree: Tree, word: int, head: int) -> bool:
    """A relative pronoun opens its clause, a personal one stands behind it."""
    first = min([*tree.children[head], head])
    return word > first + 1


def _gap(tree: Tree, head: int, *, passive: bool, has_subject: bool) -> Iterator[Argument]:
    """The noun before a relative clause, in the function that the clause leaves open: "weapons Russia supplied"."""
    if tree.words[head].relation != "acl:relcl" or tree.words[head].head < 0:
        return
    if any(_antecedent(tree, child, head) != child for child in tree.children[head]):
        return
    above = tree.words[head].head
    if not has_subject:
        yield Argument(function="object" if passive else "subject", word=above)
    elif not passive and not children(tree, head, "obj", "ccomp"):
        yield Argument(function="object", word=above)
