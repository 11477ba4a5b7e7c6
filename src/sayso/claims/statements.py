"""Trees with their parties, contents and quantities in, what each sentence says on whose word, told or not, out.

Rules read a claim in about two of three sentences that a person would read one in. What a sentence says can still be
held against sentences of other reports, by its meaning, its actors and its numbers; and whose word it is, is known.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.claims.actors.parties import Parties
from sayso.claims.attribution.sayings import Content, holders
from sayso.claims.events.presentation import is_negated
from sayso.claims.numbers.quantities import Counted
from sayso.claims.trees import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a sentence says: `chain` is on whose word, outermost first; actors and numbers are sorted, each once."""

    tree: Tree
    chain: tuple[Content, ...]
    is_negated: bool
    actors: tuple[str, ...]
    numbers: tuple[Decimal, ...]


def find_stated(
    trees: Sequence[Tree],
    contents: Sequence[Content],
    *,
    parties: Parties,
    counted: Mapping[int, Sequence[Counted]],
) -> Iterator[Stated]:
    """What every sentence says, in order; sentences without words say nothing."""
    for tree in trees:
        if tree.words:
            yield _stated(tree, contents, parties=parties, counted=counted.get(tree.index, ()))


def _stated(tree: Tree, contents: Sequence[Content], *, parties: Parties, counted: Sequence[Counted]) -> Stated:
    chain, head = _holders(tree, contents)
    found = (parties.at(tree.index, word) for word in range(len(tree.words)))
    sides = (side for each in counted for side in (each.quantity.low, each.quantity.high))
    return Stated(
        tree=tree,
        chain=chain,
        is_negated=is_negated(tree, head) != any(content.is_negated for content in chain),
        actors=tuple(sorted({actor for party in found if party is not None for actor in party.actors})),
        numbers=tuple(sorted({side for side in sides if side is not None})),
    )


def _holders(tree: Tree, contents: Sequence[Content]) -> tuple[tuple[Content, ...], int]:
    """Who holds most words of the sentence, nobody where they are the author's, and the first word that governs them.

    In "The ministry said that ships had left" that is the ministry, and "left".
    """
    by_chain: Counter[tuple[Content, ...]] = Counter()
    first: dict[tuple[Content, ...], int] = {}
    for word in range(len(tree.words)):
        if tree.words[word].upos == "PUNCT":
            continue
        chain = holders(contents, tree.index, word=word)
        by_chain[chain] += 1
        head = tree.words[word].head
        if head < 0 or holders(contents, tree.index, word=head) != chain:
            # A conjunct or an adverbial clause may govern a stretch too; what comes first is the main thing said.
            first.setdefault(chain, word)
    if not by_chain:
        return (), 0
    chain = max(by_chain, key=lambda each: (by_chain[each], bool(each)))
    return chain, first.get(chain, 0)
