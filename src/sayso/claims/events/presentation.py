"""An event word in its tree in, how the sentence presents the event out: modality, polarity and certainty."""

from dataclasses import dataclass, replace

from sayso.claims.events.clauses import is_predicate, marker_of_clause
from sayso.claims.events.conditions import in_condition, is_supposed
from sayso.claims.events.moods import is_joined, is_parted
from sayso.claims.events.qualifiers import GOVERNED, Presentation, own
from sayso.claims.events.tenses import is_under_way
from sayso.claims.events.triggers import particle
from sayso.claims.trees import Tree, children, marker, relation
from sayso.lang.grammar import Grammar, grammar

STEPS = 3
"""How many governors are asked what they make of the event: "is expected to agree to stop testing"."""

_NAMING = frozenset({"ADJ", "NOUN", "PROPN"})
"""Parts of speech that say what a thing is."""

_UNSURE = frozenset({"wanted", "feared", "threatened", "promised"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """What is known of an event from outside its sentence's grammar."""

    is_state: bool
    """Whether the event holds over time."""
    is_reported: bool
    """Whether somebody other than the author says it."""
    speaks_for_doer: bool
    """Whether who says it may announce what the doer will do."""
    is_act: bool = False
    """Whether saying it is doing it, so that the present tense tells of a thing done."""
    attitude: str | None = None
    """What the source's wanting, fearing or promising makes of it."""
    certainty: str | None = None
    is_negated: bool = False
    cues: frozenset[int] = frozenset()
    """Words that said so: where one of them already governs the event, it is not counted twice."""


_PLAIN = Standpoint(is_state=False, is_reported=False, speaks_for_doer=True)
"""That of a clause of which only its own sentence is asked."""


def present(tree: Tree, head: int, *, standpoint: Standpoint) -> Presentation:
    """Modality, polarity and certainty from auxiliaries, adverbs, negation, conditions, governors and standpoint."""
    rules = grammar(tree.language)
    shown = own(tree, head, rules=rules)
    current = head
    steps = STEPS
    while steps > 0:
        above = tree.words[current].head
        if above < 0:
            break
        if relation(tree, current) == "conj":
            shown = _shared(tree, above, rules, shown=shown, conjunct=current)
            current = above
            continue
        if rules.moods and relation(tree, current) == "advcl" and is_parted(tree, current, rules=rules):
            if shown.modality is not None or above < current or not is_joined(tree, current, rules=rules):
                break
            outer = own(tree, above, rules=rules)
            shown = replace(shown, modality=outer.modality, certainty=shown.certainty or outer.certainty)
            current = above
            continue
        steps -= 1
        role = _governs(tree, above, current, rules)
        if role is None and shown.modality == "possible" and _is_got(tree, current, shown):
            role = "kept"
        if role is None and is_supposed(tree, current, rules=rules):
            shown = replace(shown, modality=shown.modality or "hypothetical")
        if role is None:
            shown = _by_doing(tree, current, rules, shown)
            break
        shown = _under(_above(shown, role, above), own(tree, above, rules=rules, below=current))
        current = above
    shown = _purpose(tree, current, rules, in_condition(tree, current, rules=rules, shown=shown))
    return _settled(tree, head, rules, shown=shown, standpoint=standpoint)


def is_negated(tree: Tree, word: int) -> bool:
    """Whether the words directly on a word negate it."""
    return own(tree, word, rules=grammar(tree.language)).is_negated


def _governs(tree: Tree, above: int, word: int, rules: Grammar) -> str | None:
    """What the governor makes of the event, or `kept` when it only passes it on; None when it says nothing of it."""
    link, full = relation(tree, word), tree.words[word].relation
    if link in ("obj", "xcomp") and _is_judged(tree, above):
        return None
    led = f"{tree.lemmas[above]} {marker_of_clause(tree, word)}"
    beside = [f"{tree.lemmas[above]} {tree.lemmas[child]}" for child in children(tree, above, "advmod")]  # "has yet"
    keys = (led, *beside, particle(tree, above), tree.lemmas[above], tree.words[above].form.lower())
    made = next((rules.above[key] for key in keys if key in rules.above), None)
    if made == "grounds":
        return _without(tree, above, rules)
    if made == "driven" and link not in ("xcomp", "ccomp", "advcl"):
        made = None  # "made at a summit", "led the talks"
    if (
        link in ("xcomp", "obj", "csubj")
        or full == "nsubj:pass"
        or (link == "ccomp" and (not children(tree, word, "nsubj") or _is_impersonal(tree, above, made, rules)))
    ):
        if made is None and (link == "xcomp" or any(key in rules.light for key in keys)):
            return "kept"
        return made
    if link in ("acl", "nmod", "obl", "compound", "advcl") and full != "acl:relcl":
        if link == "advcl" and (children(tree, word, "nsubj") or _is_beside(tree, word, rules)):
            return None
        if link in ("nmod", "obl") and made == "feared" and "in" in rules.classes.get(marker(tree, word), ()):
            return None  # "the dangers in a deal" are those of one that is there
        if link in ("acl", "advcl") and not children(tree, word, "mark", "cop") and made is None:
            return None
        return made
    if link == "nsubj" and made == "failed":
        return made
    if link == "nsubj" and any(key in rules.light for key in keys):
        return "kept"
    return None


def _without(tree: Tree, noun: int, rules: Grammar) -> str | None:
    """What a noun makes of an event where a clause says that there is none of it: "no grounds", "sees no reason"."""
    verb = tree.words[noun].head
    if is_negated(tree, noun) or (verb >= 0 and tree.lemmas[verb] in rules.light):
        return "kept"
    return "failed" if verb >= 0 and relation(tree, noun) in ("obj", "nsubj") and is_negated(tree, verb) else None


def _is_impersonal(tree: Tree, above: int, made: str | None, rules: Grammar) -> bool:
    """Whether a word without a subject says how likely a whole clause is: "puede que lleguen"."""
    if made not in ("probable", "predicted", "unlikely", "possible") or children(tree, above, "nsubj"):
        return False
    return tree.words[above].upos in _NAMING or rules.modals.get(tree.lemmas[above]) == "possible"


def _is_got(tree: Tree, word: int, shown: Presentation) -> bool:
    """Whether a chance is what somebody does something for: "seeks to secure the ability to strike" is his."""
    above = tree.words[word].head
    return (
        relation(tree, word) == "obj"
        and tree.words[above].upos == "VERB"
        and bool(shown.words)
        and tree.words[shown.words[-1]].upos == "NOUN"
    )


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


def _above(shown: Presentation, role: str, word: int) -> Presentation:
    if role == "kept":
        return shown
    modality, certainty, is_turned = GOVERNED[role]
    return replace(
        shown,
        modality=modality or shown.modality,
        certainty=certainty or shown.certainty,
        is_negated=shown.is_negated != is_turned,
        words=(*shown.words, word),
    )


def _under(shown: Presentation, outer: Presentation) -> Presentation:
    """What stands on the governor holds for the event below it; a modality already made stays."""
    return Presentation(
        modality=shown.modality or outer.modality,
        certainty=shown.certainty or outer.certainty,
        is_negated=shown.is_negated != outer.is_negated,
        words=(*shown.words, *outer.words),
    )


def _shared(tree: Tree, above: int, rules: Grammar, *, shown: Presentation, conjunct: int) -> Presentation:
    """Auxiliaries before the first of several coordinated verbs hold for those without their own."""
    if children(tree, conjunct, "aux", "nsubj", "cop"):
        return shown
    first = own(tree, above, rules=rules)
    return replace(shown, modality=shown.modality or first.modality, certainty=shown.certainty or first.certainty)


def _purpose(tree: Tree, word: int, rules: Grammar, shown: Presentation) -> Presentation:
    """What somebody acts for is planned: "to hit exporters", "an effort to end the war"."""
    if (
        shown.modality is not None
        or relation(tree, word) not in ("advcl", "acl")
        or children(tree, word, *(("nsubj",) if rules.bound else ("nsubj", "aux")))
    ):
        return shown
    if marker_of_clause(tree, word) not in rules.purposes:
        return shown
    return replace(shown, modality="planned", words=(*shown.words, word))


def _by_doing(tree: Tree, word: int, rules: Grammar, shown: Presentation) -> Presentation:
    """The means share the modality of what they are means to: "by sending troops, Russia could free others"."""
    means = set(rules.classes.get(marker_of_clause(tree, word), ())) & {"by", "with", "in", "through"}
    if shown.modality is not None or relation(tree, word) != "advcl" or not means:
        return shown
    above = tree.words[word].head
    outer = own(tree, above, rules=rules)
    if outer.modality is None:
        outer = present(tree, above, standpoint=_PLAIN)
    if outer.modality in ("done", "ongoing"):
        return shown
    return replace(shown, modality=outer.modality, certainty=outer.certainty, words=(*shown.words, *outer.words))


def _settled(tree: Tree, head: int, rules: Grammar, *, shown: Presentation, standpoint: Standpoint) -> Presentation:
    """The same with every field decided: what nothing qualifies is done or ongoing, and certain."""
    modality, certainty, announced = shown.modality, shown.certainty, False
    if modality == "unmarked":  # a form for what is and for what will be
        modality = None if standpoint.is_state or standpoint.is_act else "future"
    if modality == "would":
        modality = "future" if standpoint.is_reported else "hypothetical"
    is_told = bool(standpoint.cues & set(shown.words))
    if standpoint.attitude is not None and not is_told and modality in (None, "future", "would", "possible"):
        if modality == "possible":
            certainty = None
        modality = standpoint.attitude
    elif modality == "future" and is_predicate(tree, head):
        modality = "possible"
    elif modality == "future":
        announced = standpoint.speaks_for_doer and certainty not in ("probable", "possible")
        modality = "planned" if announced else "possible"
    if modality is None:
        is_plain = standpoint.is_act and tree.words[head].upos == "VERB" and not children(tree, head, "aux")
        under_way = not is_plain and is_under_way(tree, head, rules=rules)
        modality = "ongoing" if standpoint.is_state or under_way else "done"
    if certainty is None:
        certainty = standpoint.certainty or ("unstated" if modality in _UNSURE else "certain")
    return replace(
        shown,
        modality=modality,
        certainty=certainty,
        is_negated=shown.is_negated != (standpoint.is_negated and not is_told),
        is_announced=announced,
    )
