"""A verb in its tree in, what its ending says of its tense out."""

from unicodedata import combining, normalize

from sayso.claims.trees import Tree, relation
from sayso.lang.grammar import Grammar


def is_future(tree: Tree, word: int, *, rules: Grammar) -> bool:
    """Whether the verb stands in the future, or in the conditional that looks like it."""
    form = tree.words[word].form.lower()
    if form.endswith(rules.future_endings):
        return True
    if rules.future_tails and tree.words[word].upos in ("VERB", "AUX"):
        base = tree.lemmas[word].removesuffix("e")
        if form.startswith(base) and form[len(base) :] in rules.future_tails:
            return True
    return begins(tree, word, beginnings=rules.future_beginnings)


def is_past(tree: Tree, word: int, *, rules: Grammar) -> bool:
    """Whether an ending like one of the present is one of the past: "atacaban", but not "graban"."""
    return tree.words[word].form.lower().endswith(rules.past_endings) and not _is_of_stem(tree, word)


def is_beside(tree: Tree, verb: int, *, rules: Grammar) -> bool:
    """Whether a participle tells what goes along with the verb above, in its tense: "firmó la tregua, dando alas"."""
    if not (rules.ongoing_endings and rules.gerund) or not tree.words[verb].form.lower().endswith(rules.gerund):
        return False
    return relation(tree, verb) == "advcl" and tree.words[tree.words[verb].head].upos == "VERB"


def begins(tree: Tree, word: int, *, beginnings: tuple[str, ...]) -> bool:
    """Whether the word begins with one of these and its dictionary form does not."""
    form, lemma = tree.words[word].form.lower(), tree.lemmas[word]
    return any(form.startswith(beginning) and not lemma.startswith(beginning) for beginning in beginnings)


def _is_of_stem(tree: Tree, word: int) -> bool:
    """Whether a form is the dictionary form without its last sign, or one sign longer: "declara", "declaran"."""
    form, lemma = _plain(tree.words[word].form), _plain(tree.lemmas[word])
    return len(form) > 3 and (lemma.startswith(form) or lemma.startswith(form[:-1]))


def _plain(form: str) -> str:
    return "".join(sign for sign in normalize("NFD", form.lower()) if not combining(sign))
