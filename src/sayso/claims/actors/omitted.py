"""A verb in its tree in, the person of the subject that its language lets it leave out: `dijo`, `fuimos`.

What a verb form says of its subject stands under `[grammar]` in `lang/<code>/actors.toml`; a language without
`bare_verbs` leaves no subject out.
"""

from sayso.claims.trees import Tree, children
from sayso.lang.names import names

_CLAUSES = frozenset({"root", "ccomp", "advcl", "conj", "parataxis"})


def omitted(tree: Tree, verb: int) -> str | None:
    """`i`, `we`, `they` or `either`, as the verb form tells; None where the verb has a subject or needs none."""
    grammar = names(tree.language).grammar
    word = tree.words[verb]
    copulas = children(tree, verb, "cop")
    if not grammar.bare_verbs or (word.upos != "VERB" and not copulas) or word.relation not in _CLAUSES:
        return None
    if children(tree, verb, "nsubj", "csubj", "expl", "mark:inf") or tree.lemmas[verb] in grammar.impersonal_verbs:
        return None
    finite = next(iter([*children(tree, verb, "aux"), *copulas]), verb)
    form = tree.words[finite].form.lower()
    if form.endswith(grammar.bare_endings) or form.partition("-")[2]:
        return None
    if form in grammar.i_verbs or form.endswith(grammar.i_endings):
        return "i"
    if form.endswith(grammar.we_endings):
        return "we"
    return "they" if form.endswith(grammar.they_endings) else "either"
