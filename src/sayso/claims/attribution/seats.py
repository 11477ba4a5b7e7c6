"""A verb of saying that names nobody as its subject in, the body at whose seat or in whose paper it is said out.

In "the raid was over, said in the ministry" of the Slavic languages the verb is a bare plural and the ministry stands
behind an adposition of place; "it is said in the statement of the ministry" names a paper and its owner.
"""

from sayso.claims.attribution.owning import genitive
from sayso.claims.trees import Tree, children, marker
from sayso.lang.sayings import Sayings

_BODIES = frozenset({"organisation", "place"})
"""Kinds of names that speak: a town stands for the government in it."""


def seat(tree: Tree, word: int, *, known: Sayings, after: int = 0, is_reputed: bool = False) -> int | None:
    """The noun of the body that speaks through a verb without a subject, or of the paper's owner; None without one.

    Subjects that stand before the word `after` are none of the verb's. A verb that is always told of nobody ("it is
    reputed") needs no bare form.
    """
    if not known.words["seat"] or not (is_reputed or _is_bare(tree, word, known, after)):
        return None
    for child in children(tree, word, "obl", "nmod", "advmod"):
        if child < after or marker(tree, child) not in known.words["seat"]:
            continue
        if tree.lemmas[child] in known.words["paper"]:
            return _publisher(tree, child, known)
        if _is_body(tree, child, known):
            return _at(tree, child, known)
    return None


def _publisher(tree: Tree, word: int, known: Sayings) -> int:
    """Whose a paper is, or by whom it was "spread"; else the paper itself."""
    owned = genitive(tree, word, known=known)
    if owned is not None:
        return owned
    spread = [each for child in children(tree, word, "amod", "acl") for each in children(tree, child, "obl", "iobj")]
    return next((each for each in spread if not marker(tree, each) and _is_body(tree, each, known)), word)


def _at(tree: Tree, word: int, known: Sayings) -> int:
    """The ministry of "the press service of the ministry", else the body itself."""
    if tree.lemmas[word] not in known.words["office"]:
        return word
    owned = genitive(tree, word, known=known)
    return word if owned is None else owned


def _is_bare(tree: Tree, word: int, known: Sayings, after: int) -> bool:
    """Whether the verb has a form that leaves out who speaks, and no subject that could be theirs."""
    if not tree.words[word].form.lower().endswith(tuple(known.words["seated"])):
        return False
    return not any(_agrees(tree, subject) for subject in children(tree, word, "nsubj") if subject >= after)


def _agrees(tree: Tree, subject: int) -> bool:
    """Whether a noun may be the subject of a plural: it is no singular, told by its being its own lemma."""
    if children(tree, subject, "conj") or tree.words[subject].upos not in ("NOUN", "ADJ", "NUM"):
        return True
    return tree.words[subject].form.lower() != tree.lemmas[subject]


def _is_body(tree: Tree, word: int, known: Sayings) -> bool:
    if tree.lemmas[word] in known.words["institution"] or tree.lemmas[word] in known.words["office"]:
        return True
    place = tree.words[word]
    if place.upos not in ("PROPN", "NOUN", "X"):
        return False
    return (place.form.isupper() and len(place.form) > 1) or any(
        mention.kind in _BODIES and mention.span.start <= place.start < mention.span.end
        for mention in tree.sentence.mentions
    )
