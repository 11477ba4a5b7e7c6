"""A noun of speech or of a paper in, the word that says whose it is out."""

from sayso.claims.trees import Tree, children, marker
from sayso.lang.sayings import Sayings

_BARE = "-"
"""Stands in a list of adpositions for none at all: a bare genitive."""


def possesses(tree: Tree, word: int, *, known: Sayings) -> bool:
    """Whether the adposition of a word makes it the owner of the noun it hangs on."""
    return (marker(tree, word) or _BARE) in known.words["possessor"]


def possessor(tree: Tree, word: int, *, known: Sayings) -> int | None:
    """Whose a noun is, where a genitive or a pronoun says so: "the statement of the ministry", "its report"."""
    for child in children(tree, word, "nmod", "det", "appos"):
        own = tree.words[child].relation
        if own in ("nmod:poss", "det:poss", "appos") or (
            own.startswith("nmod") and possesses(tree, child, known=known)
        ):
            return child
        if tree.words[child].form.lower() in known.words["whose"]:
            return child
    return None


def genitive(tree: Tree, word: int, *, known: Sayings) -> int | None:
    """Whose a noun is, told without an adposition, which behind a paper says where it stands: "in a post on"."""
    found = possessor(tree, word, known=known)
    return found if found is not None and not marker(tree, found) else None


def owner(tree: Tree, word: int, *, known: Sayings) -> int | None:
    """Whose words, view or report a noun is: "in his words", "nach Angaben der Polizei"."""
    found = possessor(tree, word, known=known)
    if found is not None:
        return found
    pronoun = next((child for child in children(tree, word, "det") if tree.words[child].upos == "PRON"), None)
    return pronoun if pronoun is not None else next(iter(children(tree, word, "nmod", "obl")), None)
