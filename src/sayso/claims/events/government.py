"""A word and the one it hangs on in, the functions out that its adposition, its ending or the word above give it."""

from sayso.claims.trees import Tree, marker
from sayso.lang.grammar import Grammar


def functions_of(tree: Tree, word: int, *, rules: Grammar) -> tuple[str, ...]:
    """The classes of the adposition or ending of a word; `bare` when it has none."""
    mark = marker(tree, word)
    if mark:
        return rules.classes.get(mark) or rules.classes.get(mark.split()[0], ())
    form = tree.words[word].form.lower()
    for ending, name in rules.endings:
        if form.endswith(ending) and len(form) > len(ending):
            return (name,)
    return ("bare",)


def functions_under(tree: Tree, word: int, *, head: int, rules: Grammar) -> tuple[str, ...]:
    """The functions of a word to the one it hangs on, which may ask for an adposition or a case of its own."""
    found = functions_of(tree, word, rules=rules)
    for mark in (marker(tree, word), *found) if rules.government else ():
        governed = rules.government.get(f"{tree.lemmas[head]} {mark}")
        if governed is not None:
            return (governed,)
    return found


def has_dative_subject(tree: Tree, head: int, *, rules: Grammar) -> bool:
    """Whether who has or lacks a thing stands in the dative, the thing as the subject: "Кубе не хватает топлива"."""
    return rules.government.get(f"{tree.lemmas[head]} iobject") == "subject"
