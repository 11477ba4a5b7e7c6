"""A word in its tree in, what stands directly on it makes of it out: auxiliaries, adverbs, negation, endings."""

from dataclasses import dataclass, replace

from sayso.claims.events.conjugations import is_future
from sayso.claims.events.moods import mood
from sayso.claims.events.negation import is_empty
from sayso.claims.trees import Tree, children, relation
from sayso.lang.grammar import Grammar

NEGATING = frozenset(
    ["advmod", "det", "aux", "cc", "case", "mark", "dep", "amod", "nsubj", "obj", "discourse", "punct"]
)
"""Relations in which a word of negation turns what it hangs on."""

GOVERNED = {
    # what a governor says: (modality, certainty, turned round)
    "probable": (None, "probable", False),
    "predicted": ("possible", "probable", False),
    "unlikely": ("possible", "probable", True),
    "planned": ("planned", None, False),
    "promised": ("promised", "unstated", False),
    "threatened": ("threatened", "unstated", False),
    "wanted": ("wanted", "unstated", False),
    "feared": ("feared", "unstated", False),
    "possible": ("possible", "possible", False),
    "refused": ("wanted", "unstated", True),
    "granted": ("possible", "possible", True),  # "does not rule out": the word of negation is counted, too
    "failed": (None, None, True),
    "over": ("done", None, False),
    "missed": ("done", "certain", True),
    "presumed": ("done", "probable", False),
    "driven": (None, None, False),
    "hypothetical": ("hypothetical", None, False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """How an event is put forward; `modality` and `certainty` are None as long as nothing has said so."""

    modality: str | None = None
    certainty: str | None = None
    is_negated: bool = False
    words: tuple[int, ...] = ()
    """The words that decided it."""
    is_announced: bool = False
    """Whether its own doer says that it will happen."""

    def turned(self, is_turned: bool) -> "Presentation":
        """The same, negated once more when `is_turned`."""
        return replace(self, is_negated=self.is_negated != is_turned)

    def with_modality(self, modality: str, certainty: str | None = None) -> "Presentation":
        """The same with another modality, and certainty where one is given."""
        return replace(self, modality=modality, certainty=certainty or self.certainty)


def own(tree: Tree, word: int, *, rules: Grammar, below: int | None = None) -> Presentation:
    """What auxiliaries, adverbs and particles directly on the word say.

    Several negations are one: in many languages "nobody" asks for "not" beside it. Those on `below` were counted
    there: "has no ties".
    """
    shown = Presentation()
    negations: list[int] = []
    for child in tree.children[word]:
        form, lemma, link = tree.words[child].form.lower(), tree.lemmas[child], relation(tree, child)
        is_passive = tree.words[child].relation == "aux:pass"
        if (link in ("aux", "cop") and not is_passive) or (link == "advmod" and form in rules.modals):
            following = tree.words[child + 1].form.lower() if child + 1 < len(tree.words) else ""
            said = (rules.modals.get(key) for key in (f"{form} {following}", form, lemma))
            shown = _modal(shown, next(filter(None, said), None), child)
        if is_passive and rules.future_endings and is_future(tree, child, rules=rules):
            shown = replace(shown, modality=shown.modality or "future")  # "serán suministrados"
        if {form, lemma} & rules.negation and link in NEGATING:
            if not is_empty(tree, child, rules=rules):
                negations.append(child)
        elif link in ("advmod", "amod", "obl", "parataxis"):
            shown = _adverb(shown, rules.adverbs.get(lemma) or rules.adverbs.get(form), child)
        if tree.words[word].upos in ("NOUN", "PROPN") and _describes(tree, child):
            shown = _before(shown, rules.before.get(lemma) or rules.before.get(form), child)
        if link == "advmod" and form in rules.longer and _has_negation(tree, child, rules):
            negations.append(child)
        if link in ("nsubj", "obj") and child != below and _has_negation(tree, child, rules):
            negations.append(child)
    above = tree.words[word].head
    if above >= 0 and relation(tree, word) == "nsubj" and tree.words[above].form.lower() in rules.negation:
        negations.append(above)  # "отношений нет"
    if negations:
        shown = replace(shown.turned(True), words=(*shown.words, *negations))
    if shown.modality in ("wanted", "would") and _is_perfect(tree, word, rules):
        if _is_inferred(tree, shown, rules):  # "must have joined"
            shown = replace(shown, modality="done", certainty="probable")
        elif shown.modality == "wanted":  # "should have joined": it did not
            shown = replace(shown.turned(True), modality="done", certainty="certain")
        else:  # "would have died": contrary to fact
            shown = replace(shown, modality="hypothetical")
    made = mood(tree, word, rules=rules)
    if made not in (None, "ongoing", "done"):
        shown = _mooded(shown, made, word)
    elif is_future(tree, word, rules=rules) or _is_to_come(tree, word, rules):
        shown = replace(shown, modality=shown.modality or "future")
    return shown


def _mooded(shown: Presentation, made: str, word: int) -> Presentation:
    """What the endings of a verb say, which goes before what single words say."""
    if made not in GOVERNED:
        return replace(shown, modality="future" if made == "future" else made)
    modality, certainty, is_turned = GOVERNED[made]
    return replace(
        shown.turned(is_turned),
        modality=modality or shown.modality,
        certainty=certainty or shown.certainty,
        words=(*shown.words, word),
    )


def _is_to_come(tree: Tree, verb: int, rules: Grammar) -> bool:
    """Whether a verb of which the present tells the future stands in it: `подпишет`."""
    form = tree.words[verb].form.lower()
    if tree.words[verb].upos != "VERB" or form in rules.results or tree.lemmas[verb] not in rules.perfective:
        return False
    return form.endswith(rules.ongoing_endings)


def _has_negation(tree: Tree, word: int, rules: Grammar) -> bool:
    marks = children(tree, word, "det", "advmod")
    return any({tree.words[child].form.lower(), tree.lemmas[child]} & rules.negation for child in marks)


def _modal(shown: Presentation, made: str | None, word: int) -> Presentation:
    if made == "possible":
        return replace(shown, modality="possible", certainty="possible", words=(*shown.words, word))
    if made == "wanted":
        return replace(shown, modality="wanted", certainty="unstated", words=(*shown.words, word))
    if made in ("future", "hypothetical"):
        return replace(shown, modality="future" if made == "future" else "would", words=(*shown.words, word))
    return shown


def _before(shown: Presentation, made: str | None, word: int) -> Presentation:
    """What an adjective before its noun says: "the planned visit"."""
    if made is None:
        return shown
    modality, certainty, _ = GOVERNED[made]
    return replace(
        shown, modality=modality or shown.modality, certainty=certainty or shown.certainty, words=(*shown.words, word)
    )


def _describes(tree: Tree, word: int) -> bool:
    """Whether a word is an adjective, or a participle that has neither a subject nor an object: "la visite prévue"."""
    if relation(tree, word) == "amod":
        return True
    return tree.words[word].relation == "acl" and not children(tree, word, "nsubj", "obj", "mark", "aux", "cop")


def _adverb(shown: Presentation, made: str | None, word: int) -> Presentation:
    if made in ("probable", "possible"):
        return replace(shown, certainty=made, words=(*shown.words, word))
    if made in ("unlikely", "not_yet"):
        return replace(
            shown.turned(True),
            certainty="probable" if made == "unlikely" else shown.certainty,
            words=(*shown.words, word),
        )
    return shown


def _is_inferred(tree: Tree, shown: Presentation, rules: Grammar) -> bool:
    """Whether the last auxiliary says what has probably happened, and no other is unreal: "hätte liefern müssen"."""
    forms = [tree.words[word].form.lower() for word in shown.words]
    is_unreal = any(rules.modals.get(form) == "hypothetical" for form in forms[:-1])
    return bool(forms) and forms[-1] in rules.presumed and not is_unreal


def _is_perfect(tree: Tree, word: int, rules: Grammar) -> bool:
    return any(tree.words[child].form.lower() in rules.perfect for child in children(tree, word, "aux"))
