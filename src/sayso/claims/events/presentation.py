"""An event word in its tree in, how the sentence presents the event out: modality, polarity and certainty."""

from dataclasses import dataclass, replace

from sayso.claims.events.clauses import is_predicate, marker_of_clause
from sayso.claims.events.conditions import in_condition, is_supposed
from sayso.claims.events.governors import is_got, role_of
from sayso.claims.events.moods import is_joined, is_parted
from sayso.claims.events.qualifiers import GOVERNED, Presentation, own
from sayso.claims.events.tenses import is_under_way
from sayso.claims.trees import Tree, children, relation
from sayso.lang.grammar import Grammar, grammar

STEPS = 3
"""How many governors are asked what they make of the event: "is expected to agree to stop testing"."""

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
        role = role_of(tree, current, rules=rules)
        if role is None and shown.modality == "possible" and is_got(tree, current, deciding=shown.words):
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
