"""A verb in its tree in, what its endings and the words bound to it make of the event out: `~ㄹ 수 있다`, `~する予定`.

In languages that write mood and tense at the end of the verb a chain of small words tells them, whatever the tree hangs
where. The chains stand under `[moods]` in `lang/<code>/hedges.toml`; a language without them has no such moods.
"""

from sayso.claims.trees import Tree, relation
from sayso.lang.grammar import Grammar
from sayso.lang.moods import parted

_BOUND = frozenset({"aux", "cop", "fixed", "mark"})
_HELPING = frozenset({"AUX", "VERB"})
_PLAIN = "plain"
"""Chains that say nothing, and are not to be taken for those that stand behind them in the list."""
_END = "$"
"""What stands for the end of the clause in a chain."""
_LONGEST = 6
"""Words of the longest chain, the verb among them."""


def mood(tree: Tree, word: int, *, rules: Grammar) -> str | None:
    """What the chain says: `possible`, `planned`, `future`, `ongoing`, ...; None where it says nothing."""
    moods = rules.moods
    if not moods:
        return None
    first, whole = _chain(tree, word, rules)
    for chain, made in moods.chains:
        if 0 <= whole.find(chain) <= len(first):
            return None if made == _PLAIN else made
    return None


def is_joined(tree: Tree, word: int, *, rules: Grammar) -> bool:
    """Whether the verb has its mood from the verb behind it: `만나 … 맺을 예정이다`."""
    return _ends(tree, word, rules, rules.moods.joining)


def is_parted(tree: Tree, word: int, *, rules: Grammar) -> bool:
    """Whether the clause is told beside the verb that the tree hangs it on, and is nothing that is said or wanted."""
    return _ends(tree, word, rules, rules.moods.parting)


def is_going_on(tree: Tree, verb: int, *, rules: Grammar) -> bool:
    """Whether the endings of a verb say so, or those of the verb that it has them from."""
    while relation(tree, verb) == "advcl" and mood(tree, verb, rules=rules) is None:
        if tree.words[verb].head < verb or not is_joined(tree, verb, rules=rules):
            return False
        verb = tree.words[verb].head
    return mood(tree, verb, rules=rules) == "ongoing"


def _ends(tree: Tree, word: int, rules: Grammar, endings: tuple[str, ...]) -> bool:
    if not endings:
        return False
    first, _ = _chain(tree, word, rules)
    return first.endswith(endings) and not first.endswith(rules.moods.quoting or "\0")


def _chain(tree: Tree, word: int, rules: Grammar) -> tuple[str, str]:
    """The verb with its auxiliaries, and the same with the words behind, in their smallest letters."""
    words = tree.words
    last, end = word, min(word + _LONGEST, len(words))
    while last + 1 < end and _is_bound(tree, word, last, rules):
        last += 1
    stop = next((number for number in range(last + 1, end) if words[number].upos == "PUNCT"), end)
    joiner = rules.moods.joiner
    forms = [parted(each.form) for each in words[word:stop]]
    is_end = stop == len(words) or words[stop].upos == "PUNCT"
    return joiner.join(forms[: last + 1 - word]), joiner.join(forms) + (_END if is_end else "")


def _is_bound(tree: Tree, verb: int, last: int, rules: Grammar) -> bool:
    """Whether the word behind the last one is an auxiliary of the verb."""
    following = tree.words[last + 1]
    is_helping = following.upos == "SCONJ" or (following.upos in _HELPING and relation(tree, last + 1) != "mark")
    if verb <= following.head <= last and relation(tree, last + 1) in _BOUND and is_helping:
        return True
    return tree.words[last].form.endswith(rules.bound.linked) and following.form.startswith(rules.bound.auxiliaries)
