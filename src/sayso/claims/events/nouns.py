"""An event noun in its tree in, its arguments by function out: its own, and those that other words lend it."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.claims.events.clauses import is_passive, is_predicate, marker_of_clause
from sayso.claims.events.goods import category
from sayso.claims.events.government import functions_of, functions_under
from sayso.claims.events.predicates import VERBAL, Argument, holders, lacks_sign, of_predicate, subjects
from sayso.claims.events.triggers import particle
from sayso.claims.trees import Tree, children, marker, relation
from sayso.lang.grammar import Grammar
from sayso.lang.lemmas import lemma

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


LOOSE = frozenset({"to", "from", "against", "for", "on", "with", "at", "into"})
"""Classes of adpositions that tie parties to events rather than to the things in them."""

_AMOUNTS = frozenset({"NUM", "SYM"})


_INTENDED = frozenset({"possible", "planned", "wanted", "refused"})
"""What a noun says of an event that its owner may bring about."""


def of_noun(tree: Tree, head: int, *, rules: Grammar) -> Iterator[Argument]:
    """What hangs on an event noun, and what the words that it hangs on lend it."""
    yield Argument(function="self", word=head)
    for child in tree.children[head]:
        own, full = relation(tree, child), tree.words[child].relation
        if full == "nmod:poss" or own == "det":
            if not lacks_sign(tree, child, rules=rules):
                yield Argument(function="possessor", word=child)
        elif own in ("nmod", "obl"):
            for name in functions_under(tree, child, head=head, rules=rules):
                if child < head and name in ("bare", "of"):  # before its noun it names the owner: "米国の制裁"
                    yield Argument(function="possessor", word=child)
                yield Argument(function="of" if name == "bare" else name, word=child)
        elif own in ("amod", "compound", "nummod"):
            if tree.words[child].upos in ("NOUN", "PROPN", "ADJ"):
                yield Argument(function="compound", word=child)
            yield from (Argument(function="possessor", word=part) for part in origins(tree, child))
        elif own in ("acl", "ccomp", "xcomp") and full != "acl:relcl" and children(tree, child, "mark"):
            yield Argument(function="clause", word=child)
    yield from _of_copula(tree, head, rules)
    yield from _of_aside(tree, head, rules)
    if relation(tree, head) == "appos" and tree.words[head].head >= 0:
        yield Argument(function="subject", word=tree.words[head].head, is_lent=True)
    yield from _of_name_behind(tree, head)
    yield from _from_governor(tree, head, rules)
    yield from _from_clause(tree, head, rules)


def _of_name_behind(tree: Tree, head: int) -> Iterator[Argument]:
    """The name that a noun stands before, and whose it is: "our ally Turkey"."""
    above = tree.words[head].head
    if relation(tree, head) == "compound" and above > head and tree.words[above].upos == "PROPN":
        yield Argument(function="subject", word=above, is_lent=True)
        for child in children(tree, above, "nmod:poss"):
            yield Argument(function="possessor", word=child, is_lent=True)
    for child in children(tree, head, "appos"):
        if child == head + 1 and tree.words[child].upos == "PROPN":
            yield Argument(function="subject", word=child, is_lent=True)


def _of_copula(tree: Tree, head: int, rules: Grammar) -> Iterator[Argument]:
    """What a clause says of its subject by an adposition: "the talks are with Iran", "half of it is with Iran"."""
    subject = head
    if relation(tree, head) == "nmod" and relation(tree, tree.words[head].head) == "nsubj":
        subject = tree.words[head].head
    above = tree.words[subject].head
    if above < 0 or relation(tree, subject) != "nsubj" or not children(tree, above, "cop"):
        return
    if marker(tree, above) and tree.words[above].upos in _NOMINAL:
        yield from (Argument(function=name, word=above) for name in functions_of(tree, above, rules=rules))
    elif tree.words[above].upos == "PROPN" and subject == head:  # "its allies are Iran and Syria"
        yield Argument(function="subject", word=above)


def _of_aside(tree: Tree, head: int, rules: Grammar) -> Iterator[Argument]:
    """Of whom an aside without a verb tells: "Belarus, although an ally, refused"."""
    above, opener = tree.words[head].head, marker_of_clause(tree, head)
    if relation(tree, head) != "advcl" or opener not in rules.asides or is_predicate(tree, head):
        return
    if tree.words[above].upos in VERBAL or is_predicate(tree, above):
        yield from (replace(each, is_lent=True) for each in subjects(tree, above, rules=rules, depth=1))


def origins(tree: Tree, word: int) -> Iterator[int]:
    """A modifier and the names in it: both sides of "US-China"."""
    yield word
    for child in tree.children[word]:
        if relation(tree, child) in ("compound", "flat", "nmod", "amod", "dep", "obl") and not marker(tree, child):
            yield from origins(tree, child)


def _from_governor(tree: Tree, head: int, rules: Grammar) -> Iterator[Argument]:
    """What a verb lends the event noun it takes: "Russia carried out a strike on Kyiv", "Moscow faces sanctions".

    A light verb lends all it has, one of undergoing its subject as object. To lend the subject of any other verb was
    tried and found no more doers than it got wrong.
    """
    above, link = tree.words[head].head, relation(tree, head)
    if link == "nmod" and rules.government and rules.above.get(tree.lemmas[above]) in _INTENDED:
        yield from holders(tree, above, rules=rules, depth=1)  # who "weighs the possibility of a purchase"
        return
    if above < 0 or tree.words[above].upos not in VERBAL or link not in ("obj", "nsubj", "obl"):
        return
    if link == "nsubj" and rules.above.get(tree.lemmas[above]) in ("kept", "failed"):
        yield from _beside_event(tree, above, rules)
    if link == "nsubj" and tree.lemmas[above] in rules.leaving:
        states = children(tree, above, "xcomp")
        left = children(tree, above, "obj") or [
            word for state in states for word in children(tree, state, "obj", "nsubj")
        ]
        yield from (Argument(function="left", word=word, is_lent=True) for word in left)
    led = f"{tree.lemmas[above]} {marker(tree, head)}"
    keys = {particle(tree, above), tree.lemmas[above], led}
    if marker(tree, head) and _carries_another(tree, above, head):
        keys -= (rules.light | rules.undergoing) - {led}
    passive = is_passive(tree, above, rules=rules)
    if link == "nsubj" and not passive:
        return
    if link == "obl" and not marker(tree, head) and not rules.endings:
        return  # a subject that stands behind its verb, taken for something else
    if not keys & (rules.light | rules.undergoing | rules.above.keys()):
        return
    asks = any(rules.above.get(key) == "wanted" for key in keys)
    for each in of_predicate(tree, above, rules=rules):
        if each.word == head or each.function in ("clause", "self") or (each.function == "object" and link != "obl"):
            continue
        yield Argument(
            function=_lent_as(each.function, bool(keys & rules.undergoing), asks), word=each.word, is_lent=True
        )


def _from_clause(tree: Tree, head: int, rules: Grammar) -> Iterator[Argument]:
    """What a light verb beside an event noun lends it: "sanctions imposed on Russia by the EU", and in German the same
    before the noun.
    """
    for clause in children(tree, head, "acl", "amod"):
        verbs = {particle(tree, clause), tree.lemmas[clause], lemma(tree.words[clause].form, tree.language)}
        if not verbs & rules.light:
            continue
        for each in of_predicate(tree, clause, rules=rules):
            if each.word != head and each.function not in ("clause", "self", "object"):
                yield replace(each, function=_lent_as(each.function, False, False), is_lent=True)
        for child in children(tree, clause, "nmod"):
            for name in functions_of(tree, child, rules=rules):
                yield Argument(function=name, word=child, is_lent=True)


def _beside_event(tree: Tree, verb: int, rules: Grammar) -> Iterator[Argument]:
    """What the tree hangs on the verb that says that an event goes on or ends: "deliveries to Russia went on"."""
    for child in children(tree, verb, "obl"):
        if marker(tree, child) and tree.words[child].upos == "PROPN":
            for name in functions_of(tree, child, rules=rules):
                if name in LOOSE:
                    yield Argument(function=name, word=child, is_lent=True)


def _carries_another(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a light verb has its event in an object of its own, so that what else stands by it is only told beside
    it: "gave a speech after the attack". An amount is none: "provided 100 million dollars in aid"."""
    others = [child for child in children(tree, verb, "obj") if child != noun and not marker(tree, child)]
    return any(tree.words[child].upos not in _AMOUNTS and category(tree, child) != "money" for child in others)


def _lent_as(function: str, undergoes: bool, asks: bool) -> str:
    """The function in which a light verb's argument stands to its noun."""
    if undergoes:
        return {"subject": "object", "from": "by"}.get(function, function)
    if function == "subject" and asks:
        return "asker"
    return "to" if function == "iobject" else function
