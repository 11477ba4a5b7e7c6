"""A tree in, the words in it that name an event out, each with the entries that may read it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims.events.clauses import marker_of_clause
from sayso.claims.events.goods import category
from sayso.claims.events.qualifiers import own
from sayso.claims.trees import Tree, children, marker, relation
from sayso.lang.events import Entry, EventWords, event_words
from sayso.lang.grammar import Grammar, grammar

REACH = 3
"""How far apart, in words, the parts of an entry of several words may stand: "set the talks back"."""

MADE = frozenset({"ammunition", "arms", "missiles", "vehicles"})
"""Categories of goods that are made for a kind of event, and named for it."""

_PARTS = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN"}),
    "adjective": frozenset({"ADJ", "VERB", "ADV"}),
}

_BESIDE_NAMES = frozenset({"ally", "of_two"})
"""Frames whose nouns say of the name behind them what it is to another."""

_MISTAKEN = frozenset({"ADJ", "ADP", "ADV", "PROPN", "X"})
"""Parts of speech that parsers take verbs for in languages where their endings still tell them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words of a sentence that name an event: the governing one, all of them, and the entry they match."""

    head: int
    words: tuple[int, int]
    """Half-open range from the first to the last of its words."""
    parts: tuple[int, ...]
    """Its words alone, without those between them."""
    entry: Entry


def find_triggers(tree: Tree) -> Iterator[Trigger]:
    """Every match in order of the words; at each word longer entries come first."""
    vocabulary, rules = event_words(tree.language), grammar(tree.language)
    if not vocabulary.entries or is_question(tree, rules):
        return
    silent = silenced(tree, vocabulary)
    for number in range(len(tree.words)):
        for entry in _entries(tree, number, vocabulary):
            parts = _parts(tree, number, entry.lemmas)
            if parts is None or not silent.isdisjoint(parts):
                continue
            head = _highest(tree, parts)
            if not _is_part(tree, head, entry=entry, rules=rules) or _is_modifier(tree, head, entry):
                continue
            if not _is_purpose_of_thing(tree, head, rules) and not _only_turns(tree, head, rules):
                yield Trigger(head=head, words=(parts[0], parts[-1] + 1), parts=parts, entry=entry)


def is_question(tree: Tree, rules: Grammar) -> bool:
    """Whether the sentence asks: it claims nothing."""
    return any(word.form in rules.questions for word in tree.words[-2:])


def _entries(tree: Tree, number: int, vocabulary: EventWords) -> Iterator[Entry]:
    lemma, form = tree.lemmas[number], tree.words[number].form.lower()
    yield from vocabulary.entries.get(lemma, ())
    if form != lemma:
        yield from vocabulary.entries.get(form, ())


def silenced(tree: Tree, vocabulary: EventWords) -> frozenset[int]:
    """The words of all phrases that name no event."""
    found: set[int] = set()
    for number in range(len(tree.words)):
        for key in {tree.lemmas[number], tree.words[number].form.lower()}:
            for lemmas in vocabulary.idioms.get(key, ()):
                found.update(_parts(tree, number, lemmas) or ())
    return frozenset(found)


def _is_part(tree: Tree, number: int, *, entry: Entry, rules: Grammar) -> bool:
    word = tree.words[number]
    if word.upos in _PARTS[entry.part]:
        if entry.part == "adjective" and word.upos == "VERB":  # a participle, not the verb that looks like it
            return word.form.lower() != tree.lemmas[number]
        return not (entry.part == "verb" and word.upos == "AUX" and relation(tree, number) in ("aux", "cop"))
    if entry.part == "verb" and word.upos in _MISTAKEN and tree.lemmas[number] == entry.lemmas[0]:
        return word.form.lower().endswith(rules.bound.verbs or "\0")
    is_gerund = bool(rules.gerund) and word.upos == "NOUN" and word.form.lower().endswith(rules.gerund)
    return is_gerund and entry.part == "verb" and tree.lemmas[number] == entry.lemmas[0]


def _is_modifier(tree: Tree, number: int, entry: Entry) -> bool:
    """Whether the word only describes a noun: "continued sanctions", "peace talks venue", or is part of a name."""
    own = relation(tree, number)
    if own in ("fixed", "flat", "case", "mark", "cc", "det"):
        return True
    if entry.part == "adjective":
        return own == "amod" and not _is_told_later(tree, number)
    if own == "amod" and tree.words[number].upos in ("VERB", "ADJ"):
        return True
    head = tree.words[number].head
    if entry.frame in _BESIDE_NAMES:
        return False  # "our ally Turkey"
    return own == "compound" and head >= 0 and tree.words[head].upos == "PROPN" and len(entry.lemmas) == 1


def _is_told_later(tree: Tree, number: int) -> bool:
    """Whether an adjective behind its noun has a complement of its own: "an Italy loyal to his enemies"."""
    return 0 <= tree.words[number].head < number and bool(children(tree, number, "obl", "xcomp", "ccomp"))


def _is_purpose_of_thing(tree: Tree, number: int, rules: Grammar) -> bool:
    """Whether a bare noun only says what a thing is made for: "aviones de combate", "navires de guerre"."""
    head = tree.words[number].head
    if head < 0 or relation(tree, number) != "nmod" or "of" not in rules.classes.get(marker(tree, number), ()):
        return False
    is_bare = all(relation(tree, child) == "case" for child in tree.children[number])
    return is_bare and category(tree, head) in MADE


def _only_turns(tree: Tree, number: int, rules: Grammar) -> bool:
    """Whether a verb only says that what is below fails, ends or may be: "stopped bombing", "rules nothing out"."""
    keys = {particle(tree, number), tree.lemmas[number]}
    made = {rules.above.get(key) for key in keys}
    if children(tree, number, "xcomp") and made & {"failed", "kept"}:
        return True
    return "excluded" in made and own(tree, number, rules=rules).is_negated


def _parts(tree: Tree, number: int, lemmas: tuple[str, ...]) -> tuple[int, ...] | None:
    """The words of an entry from this one on, or None when the others do not follow."""
    parts = [number]
    for lemma in lemmas[1:]:
        last = parts[-1]
        for following in range(last + 1, min(last + 1 + REACH, len(tree.words))):
            if lemma in (tree.lemmas[following], tree.words[following].form.lower()) and (
                _hangs_below(tree, following, number)
                or following == last + 1
                or (tree.words[number].upos == "PRON" and tree.words[number].head == following)  # "s'étaient entraînés"
            ):
                parts.append(following)
                break
        else:
            return None
    return tuple(parts)


def _highest(tree: Tree, parts: tuple[int, ...]) -> int:
    """The word that governs the others: "war" of "trade war"."""
    return next((part for part in parts if tree.words[part].head not in parts), parts[0])


def _hangs_below(tree: Tree, word: int, above: int) -> bool:
    head = tree.words[word].head
    return head == above or (head >= 0 and tree.words[head].head == above)


def governing_keys(tree: Tree, word: int) -> tuple[str, ...]:
    """What the word above another may be listed as, the closest first: "has yet", "have to", "carry out", "carry"."""
    above = tree.words[word].head
    lemma, form = tree.lemmas[above], tree.words[above].form.lower()
    beside = [f"{lemma} {tree.words[child].form.lower()}" for child in children(tree, above, "advmod", "expl")]
    opener = marker_of_clause(tree, word)
    return (*beside, f"{form} {opener}", f"{lemma} {opener}", particle(tree, above), lemma, form)


def particle(tree: Tree, word: int) -> str:
    """The lemma of a verb with its particle: `carry out`."""
    parts = [tree.lemmas[child] for child in children(tree, word, "compound:prt")]
    return " ".join([tree.lemmas[word], *parts[:1]])
