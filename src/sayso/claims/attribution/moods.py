"""The head of a clause in, whether its verb has a form by which a language reports what another says out."""

from sayso.claims.trees import Tree, children
from sayso.lang.sayings import Sayings

_LEMMA = "~"
"""Marks an entry of the list that makes the lemma out of a form: German `sage` and `n` are `sagen`."""


def is_indirect(tree: Tree, word: int, *, known: Sayings) -> bool:
    """Whether a clause with a subject who is not the speaker reports another's word: "Man habe die Häfen gesperrt"."""
    forms = known.words["indirect"]
    subjects = {tree.words[child].form.lower() for child in children(tree, word, "nsubj", "expl")}
    if not forms or not subjects or subjects & (known.words["self"] | known.words["us"]):
        return False
    makers = [form.removeprefix(_LEMMA) for form in forms if form.startswith(_LEMMA)]
    for verb in (word, *children(tree, word, "aux", "cop")):
        form = tree.words[verb].form.lower()
        is_verb = tree.words[verb].upos in ("VERB", "AUX") and verb > 0
        if is_verb and (form in forms or any(tree.lemmas[verb].endswith(form + maker) for maker in makers)):
            return True
    return False
