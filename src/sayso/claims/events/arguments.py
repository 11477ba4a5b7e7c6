"""An event word in its tree in, its arguments by function out: through passives, control, coordination and clauses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.claims.actors.omitted import omitted
from sayso.claims.events.clauses import is_finite, is_passive, is_predicate, is_prefixed, marker_of_clause
from sayso.claims.events.control import asked, controllers, is_gerund_clause
from sayso.claims.events.goods import category
from sayso.claims.events.government import functions_of, functions_under, has_dative_subject
from sayso.claims.events.persons import personal_objects
from sayso.claims.events.topics import far_objects, subjects_before, topic
from sayso.claims.events.triggers import particle
from sayso.claims.trees import Tree, children, conjuncts, marker, relation
from sayso.lang.grammar import Grammar

DEPTH = 4
"""How many governors up a missing subject is looked for; news hardly nests deeper."""

CORE = frozenset({"subject", "object", "iobject", "clause"})
"""Functions in which the tree has said all there is to say of a word's part in the event."""

AGENT = "ARG0"
"""PropBank's label of who does it. What is done to whom (ARG1) was tried too where the tree has no object: of 14 claims
that it added in annotated reports 2 were right."""

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_AMOUNTS = frozenset({"NUM", "SYM"})
_LOOSE = frozenset({"to", "from", "against", "for", "on", "with", "at", "into"})
"""Classes of adpositions that tie parties to events rather than to the things in them."""

_CLAUSES = ("ccomp", "xcomp", "csubj")

_INTENDED = frozenset({"possible", "planned", "wanted", "refused"})
"""What a noun says of an event that its owner may bring about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A word that stands in a function to an event word; `is_lent` when it was found through another word."""

    function: str
    word: int
    is_lent: bool = False
    is_omitted: bool = False
    """Whether the word is a verb, and what stands in the function the subject that it leaves out."""


def arguments(tree: Tree, head: int, *, rules: Grammar) -> tuple[Argument, ...]:
    """The arguments of the word, direct ones first; coordinated parts each stand for themselves."""
    found: list[Argument] = []
    if tree.words[head].upos in _VERBAL or is_predicate(tree, head):
        found.extend(_of_predicate(tree, head, rules))
    elif relation(tree, head) == "xcomp":
        found.extend(_of_result(tree, head, rules))
    if tree.words[head].upos not in _VERBAL:
        found.extend(_of_noun(tree, head, rules))
    found.extend(list(_of_objects(tree, found, rules)))
    told = {each.word for each in found if each.function in CORE}
    found.extend(each for each in _agents(tree, head) if each.word not in told)
    if tree.words[head].upos == "VERB" and not any(each.function == "object" for each in found):
        found.extend(Argument(function="object", word=word, is_lent=True) for word in far_objects(tree, head))
    expanded: list[Argument] = []
    for each in found:
        alone = each.function == "clause" or each.is_omitted
        expanded.extend(replace(each, word=part) for part in ([each.word] if alone else conjuncts(tree, each.word)))
    return tuple(dict.fromkeys(expanded))


def _agents(tree: Tree, head: int) -> Iterator[Argument]:
    """Who the reader found to do what the word says (ARG0 of PropBank), whatever stands between them in the tree."""
    for predicate in tree.sentence.predicates:
        if predicate.word == head:
            for each in predicate.arguments:
                inside = range(each.start, each.end)
                top = next((word for word in inside if tree.words[word].head not in inside), None)
                if each.role == AGENT and top is not None and head not in inside:
                    yield Argument(function="agent", word=top)


def _of_predicate(tree: Tree, head: int, rules: Grammar) -> Iterator[Argument]:
    passive = is_passive(tree, head, rules=rules) or has_dative_subject(tree, head, rules=rules)
    subjects = list(_subjects(tree, head, rules, depth=0))
    yield from (
        replace(each, function="object" if passive and each.function == "subject" else each.function)
        for each in subjects
    )
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
        elif own == "obl" and tree.words[child].upos not in _VERBAL:
            for name in functions_under(tree, child, head=head, rules=rules):
                yield Argument(function="subject" if passive and name == "by" else name, word=child)
            if not passive and child in personal_objects(tree, head, rules=rules):
                yield Argument(function="object", word=child)
        elif (own in _CLAUSES and own != "csubj") or is_gerund_clause(tree, child, rules=rules):
            yield Argument(function="clause", word=child)
    if not is_prefixed(tree, head, rules=rules):
        yield from _gap(tree, head, passive=passive, has_subject=bool(subjects))


def _of_objects(tree: Tree, found: list[Argument], rules: Grammar) -> Iterator[Argument]:
    """What stands with an object may belong to the event: parsers often join "shells" and "to Russia" wrongly."""
    for each in found:
        if each.function in ("object", "of") and not each.is_lent:
            for child in children(tree, each.word, "nmod"):
                for name in functions_of(tree, child, rules=rules):
                    if name in _LOOSE:
                        yield Argument(function=name, word=child)


def _unmarked_owners(tree: Tree, word: int) -> Iterator[Argument]:
    """A name before an object without a sign of possession may be who gets it: "gave Ukraine money"."""
    for child in children(tree, word, "nmod:poss", "compound"):
        if tree.words[child].upos == "PROPN" and not children(tree, child, "case"):
            yield Argument(function="iobject", word=child)


def _of_result(tree: Tree, head: int, rules: Grammar) -> Iterator[Argument]:
    """What a state that is brought about is said of: "the defects made the ship useless"."""
    above = tree.words[head].head
    objects = children(tree, above, "obj")
    yield from (Argument(function="object", word=child, is_lent=True) for child in objects)
    if tree.words[above].upos in _VERBAL:
        for each in _subjects(tree, above, rules, depth=1):
            yield replace(each, is_lent=True)


def _subjects(tree: Tree, head: int, rules: Grammar, *, depth: int) -> Iterator[Argument]:
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
        yield from (replace(each, is_lent=True) for each in _subjects(tree, above, rules=rules, depth=depth + 1))
        return
    if kind in ("acl", "amod") and link != "acl:relcl":
        if children(tree, head, "mark"):  # "the plan to deploy": whoever has the plan
            yield from _owners(tree, above, rules, depth=depth)
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
        if tree.words[above].upos in _VERBAL or is_predicate(tree, above):
            yield from (
                replace(each, is_lent=True)
                for each in _subjects(tree, above, rules, depth=depth + 1)
                if each.function == "subject"
            )
        else:
            yield from _owners(tree, above, rules, depth=depth)


def _owners(tree: Tree, noun: int, rules: Grammar, *, depth: int) -> Iterator[Argument]:
    """Who has the plan, the wish or the order that a clause hangs on: its owner, or whose verb it is an object of.

    What is said to be somebody's is nobody else's: who limits "Iran's ability to arm them" does not arm them.
    """
    owned = [child for child in children(tree, noun, "nmod:poss") if not _lacks_sign(tree, child, rules)]
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
    for each in _subjects(tree, above, rules, depth=depth + 1):
        if each.function == "subject" and not each.is_omitted:
            yield replace(each, is_lent=True)


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


def _of_noun(tree: Tree, head: int, rules: Grammar) -> Iterator[Argument]:
    yield Argument(function="self", word=head)
    for child in tree.children[head]:
        own, full = relation(tree, child), tree.words[child].relation
        if full == "nmod:poss" or own == "det":
            if not _lacks_sign(tree, child, rules):
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


def _lacks_sign(tree: Tree, word: int, rules: Grammar) -> bool:
    """Whether a common noun was taken for an owner without the sign of one: "soldiers long-term investment"."""
    return rules.strict and tree.words[word].upos == "NOUN" and not children(tree, word, "case")


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
    if tree.words[above].upos in _VERBAL or is_predicate(tree, above):
        yield from (replace(each, is_lent=True) for each in _subjects(tree, above, rules, depth=1))


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
        yield from _owners(tree, above, rules, depth=1)  # "weighs the possibility of a purchase": the one who weighs
        return
    if above < 0 or tree.words[above].upos not in _VERBAL or link not in ("obj", "nsubj", "obl"):
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
    for each in _of_predicate(tree, above, rules):
        if each.word == head or each.function in ("clause", "self") or (each.function == "object" and link != "obl"):
            continue
        yield Argument(
            function=_lent_as(each.function, bool(keys & rules.undergoing), asks), word=each.word, is_lent=True
        )


def _beside_event(tree: Tree, verb: int, rules: Grammar) -> Iterator[Argument]:
    """What the tree hangs on the verb that says that an event goes on or ends: "deliveries to Russia went on"."""
    for child in children(tree, verb, "obl"):
        if marker(tree, child) and tree.words[child].upos == "PROPN":
            for name in functions_of(tree, child, rules=rules):
                if name in _LOOSE:
                    yield Argument(function=name, word=child, is_lent=True)


def _carries_another(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a light verb has its event in an object of its own, so that what else stands by it is only told beside
    it: "gave a speech after the attack". An amount is none: "provided 100 million dollars in aid"."""
    others = [child for child in children(tree, verb, "obj") if child != noun and not marker(tree, child)]
    return any(tree.words[child].upos not in _AMOUNTS and category(tree, child) != "money" for child in others)


def _lent_as(function: str, undergoes: bool, asks: bool) -> str:
    """The function in which a light verb's argument stands to its noun."""
    if undergoes:
        return {"subject": "object", "from": "subject", "by": "subject"}.get(function, function)
    if function == "subject" and asks:
        return "asker"
    return "to" if function == "iobject" else function
