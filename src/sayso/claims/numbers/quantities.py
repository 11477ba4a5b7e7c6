"""Trees of a document in, the quantities its sentences state out: how many or how much, of what, in which unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.numbers.amounts import amounts
from sayso.claims.numbers.dates import dated_places
from sayso.claims.numbers.joining import Amount
from sayso.claims.numbers.surface import Surface, surface, wording
from sayso.claims.trees import Tree, children, phrase, relation, span
from sayso.lang.numbers import Numerals, numerals
from sayso.records import Document, Quantity

_COUNTING = frozenset(
    {"nummod", "compound", "amod", "det", "flat", "advmod", "quantmod", "nmod", "clf", "dep", "appos"}
)
"""Relations by which a number, or a part of one, hangs on what it counts."""

_PARTITIVE = frozenset({"nmod", "nummod", "appos", "compound", "dep", "obl"})
"""Relations by which what is counted hangs on a number that heads the phrase: "hundreds of people", "half of it"."""

_NEAR = 8
"""Words between "hundreds" and what it counts; farther off the tree is more often wrong than right (dev texts)."""

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "SYM", "ADJ", "X"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A quantity with its place in the trees."""

    sentence: int
    words: tuple[int, int]
    """Half-open range of the words that state it: number, bounds and unit."""
    noun: int | None
    """The word counted, or the unit where that heads the phrase ("tonnes"); None when the number stands alone."""
    quantity: Quantity


def find_quantities(trees: Sequence[Tree], document: Document, *, within_dates: bool = False) -> tuple[Counted, ...]:
    """The quantities of every sentence in order; dates, ranks, names with a number, and conversions are none.

    The durations inside relative dates, "in the past four years", are left out unless `within_dates` asks for them.

    `quantity.of` is the whole for a share, as written ("half of all goods"); for others it is None, to be filled by
    the role that the noun fills.
    """
    return tuple(counted for tree in trees for counted in _of_sentence(tree, document, within_dates))


def _of_sentence(tree: Tree, document: Document, within_dates: bool) -> Iterator[Counted]:
    how = numerals(tree.language)
    if how is None:
        return
    line = surface(tree)
    if how.trigger.search(line.text.lower()) is None:
        return
    taken = dated_places(line.text, tree.language, with_lengths=not within_dates)
    for amount in amounts(line.text, how, taken=taken):
        counted = _counted(tree, document, line=line, amount=amount, how=how)
        if counted is not None:
            yield counted


def _counted(tree: Tree, document: Document, *, line: Surface, amount: Amount, how: Numerals) -> Counted | None:
    words = line.range(amount.start, amount.end)
    figures = line.range(amount.number.start, max(amount.number.end, amount.number.start + 1))
    noun = _noun(tree, words, figures)
    if noun is not None and _is_named_so(tree, noun, figures, amount=amount, how=how):
        return None
    unit = amount.unit or (_noun_unit(tree, noun, figures, amount=amount, how=how) if noun is not None else None)
    if unit is None and not _is_worth(amount):
        return None
    if amount.number.is_year and amount.unit is None and (noun is None or _known(tree, noun, how) is None):
        return None
    whole = _whole(tree, words, noun) if amount.is_share else None
    quantity = Quantity(
        of=whole,
        low=amount.low,
        high=amount.high,
        unit=unit,
        approximate=amount.is_approximate,
        basis="stated",
        span=span(document, tree, words=words),
    )
    return Counted(sentence=tree.index, words=words, noun=noun, quantity=quantity)


def _noun(tree: Tree, words: tuple[int, int], figures: tuple[int, int]) -> int | None:
    """What the number counts: the word it hangs on, or that hangs on it; the unit where there is one."""
    inside = range(*words)
    for number in range(figures[1] - 1, figures[0] - 1, -1):
        head = tree.words[number].head
        if head >= 0 and head not in range(*figures) and relation(tree, number) in _COUNTING:
            if tree.words[head].upos in _NOUNS or head in inside:
                return head
            if tree.words[number].upos in ("NUM", "DET", "ADJ") and tree.words[head].upos not in ("VERB", "AUX", "ADP"):
                return head
    for number in range(figures[0], figures[1]):
        below = [child for child in children(tree, number, *_PARTITIVE) if child >= words[1]]
        for child in below:
            if tree.words[child].upos in _NOUNS and child - figures[1] <= _NEAR:
                return child
    return None


def _is_named_so(tree: Tree, noun: int, figures: tuple[int, int], *, amount: Amount, how: Numerals) -> bool:
    """Whether the number is part of the name before it: "Apollo 11", "Planet 9"."""
    before = noun == figures[0] - 1 and not how.spelling.joined and amount.unit is None and amount.number.is_bare
    return before and (tree.words[noun].upos == "PROPN" or tree.words[noun].form[:1].isupper())


def _noun_unit(tree: Tree, noun: int, figures: tuple[int, int], *, amount: Amount, how: Numerals) -> str | None:
    word = tree.words[noun]
    if (
        word.upos in ("SYM", "PRON", "NUM")
        or noun in range(*figures)
        or not any(letter.isalpha() for letter in word.form)
    ):
        return None
    known = _known(tree, noun, how)
    if known is not None:
        return known
    if how.people.search(word.form) and amount.number.high != 1:
        return "person"
    return tree.lemmas[noun]


def _known(tree: Tree, noun: int, how: Numerals) -> str | None:
    """The unit of the vocabulary that a noun is, by its lemma or its form."""
    form = tree.words[noun].form.lower()
    return how.nouns.meaning(tree.lemmas[noun]) or how.nouns.meaning(form) or how.units.meaning(form)


def _is_worth(amount: Amount) -> bool:
    """Whether a number without unit or noun says how many: the pronoun "one" and a bare year do not."""
    return not amount.number.is_one and not amount.number.is_year


def _whole(tree: Tree, words: tuple[int, int], noun: int | None) -> str | None:
    """What a share is a part of, as written."""
    if noun is None:
        return None
    for candidate in (noun, *(child for child in children(tree, noun, "nmod") if child >= words[1])):
        if candidate not in range(*words):
            first, end = phrase(tree, candidate)
            first = max(first, words[1]) if candidate >= words[1] else first
            return wording(tree, (first, end))
    return None
