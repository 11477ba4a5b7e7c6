"""The name of a state or town in a sentence in, whether its grammar makes a place of it out."""

from sayso.claims.actors.gazetteer import Hit
from sayso.claims.actors.scene import View
from sayso.claims.trees import ancestors, children, marker, relation

_MODIFIER = frozenset({"compound", "nmod", "amod", "flat", "det"})


def is_place(view: View, hit: Hit) -> bool:
    """Whether the name can only be where something is or happens, not who does it or whom it befalls.

    `in Moscow`, `visit Pyongyang` and `Kyiv's streets` are places, `Moscow said` and `talks with Pyongyang` parties.
    A region or town that is no capital speaks for nobody and is always a place.
    """
    if hit.kind not in ("state", "short", "capital", "place", "seat"):
        return False
    if hit.kind == "place" or _ends_as_place(view, hit):
        return True
    word = _leader(view, hit.head)
    if view.tree.words[word].relation == "obl:agent":
        return False  # "atacada por Rusia"
    marks = marker(view.tree, word)
    if marks and _is_located(view, hit, word, marks):
        return True
    if _is_object_of(view, word, view.grammar.leaving_words):
        return True
    visited = hit.kind in ("capital", "seat") and _is_object_of(view, word, view.grammar.visit_words)
    return visited or (hit.kind == "capital" and _names_a_place(view, hit.head))


def _is_located(view: View, hit: Hit, word: int, marks: str) -> bool:
    """Whether the adposition makes a place of the name, alone or beside a word of motion."""
    grammar, tree = view.grammar, view.tree
    first = {marks, marks.split()[0]}
    located = bool(first & grammar.place_marks)
    if hit.kind == "seat":
        return located and relation(tree, word) == "obl"
    toward = bool(grammar.toward_endings) and view.lower(hit.end - 1).endswith(grammar.toward_endings)
    if located and not toward:
        return not _receives(view, word)
    if not located and not first & grammar.motion_marks:
        return False
    # A visit to a state is paid to a party, one to its capital goes to a place.
    visits = hit.kind != "capital" and view.is_among(tree.words[word].head, grammar.visit_words)
    return not visits and _moves(view, word)


def _leader(view: View, word: int) -> int:
    """The first of the coordinated words, whose adposition counts for all."""
    while relation(view.tree, word) == "conj" and not marker(view.tree, word):
        word = view.tree.words[word].head
    return word


def _ends_as_place(view: View, hit: Hit) -> bool:
    endings = view.grammar.place_endings
    if not endings:
        return False
    last = view.tree.words[hit.end - 1]
    rest = view.tree.words[hit.end - 1].form[max(0, hit.stop - last.start) :] if view.names.letters else last.form
    return rest.lower().endswith(endings)


def _moves(view: View, word: int) -> bool:
    """Whether the name hangs on a word of motion, or on another adverbial of one (`returned home from Moscow`)."""
    head = view.tree.words[word].head
    return head >= 0 and view.is_among(head, view.grammar.motion_words)


def _receives(view: View, word: int) -> bool:
    head = view.tree.words[word].head
    return head >= 0 and view.is_among(head, view.grammar.receiving_words)


def _is_object_of(view: View, word: int, verbs: frozenset[str]) -> bool:
    """Whether the name is the object, or the passive subject, of one of these verbs."""
    tree = view.tree
    passive = tree.words[word].relation == "nsubj:pass"
    if relation(tree, word) not in ("obj", "obl") and not passive:
        return False
    return not marker(tree, word) and view.is_among(next(ancestors(tree, word)), verbs)


def _names_a_place(view: View, word: int) -> bool:
    """`Kyiv's streets`, `the Moscow metro`; but `Moscow's decision`, `the Kyiv government`."""
    tree = view.tree
    if relation(tree, word) not in _MODIFIER:
        return False
    head = tree.words[word].head
    possessive = tree.words[word].relation == "nmod:poss" or bool(children(tree, word, "case"))
    if view.is_among(head, view.grammar.place_heads):
        return True
    return not possessive and relation(tree, word) in ("compound", "flat") and not _is_party(view, head)


def _is_party(view: View, head: int) -> bool:
    hit = view.by_word.get(head)
    speaks = hit is not None and hit.slug("office", "body", "force") is not None
    return speaks or view.is_among(head, view.grammar.party_heads)
