"""Trees with their parties, contents and quantities in, what each sentence says on whose word, told or not, out.

Rules read a claim in about two of three sentences that a person would read one in. What a sentence says can still be
held against sentences of other reports, by its meaning, its actors and its numbers; and whose word it is, is known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.claims.actors.parties import Parties
from sayso.claims.attribution.sayings import Content, holders
from sayso.claims.attribution.whose import sources_of
from sayso.claims.events.presentation import is_negated
from sayso.claims.numbers.quantities import Counted
from sayso.claims.trees import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a sentence says: `chain` is on whose word, outermost first; `sources` are the ids of all
    that its innermost link names; actors and numbers are sorted, each once."""

    tree: Tree
    chain: tuple[Content, ...]
    sources: tuple[str, ...]
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
            yield _stated(tree, contents, trees=trees, parties=parties, counted=counted.get(tree.index, ()))


def _stated(
    tree: Tree, contents: Sequence[Content], *, trees: Sequence[Tree], parties: Parties, counted: Sequence[Counted]
) -> Stated:
    chain, head = _holders(tree, contents)
    found = (parties.at(tree.index, word) for word in range(len(tree.words)))
    sides = (side for each in counted for side in (each.quantity.low, each.quantity.high))
    return Stated(
        tree=tree,
        chain=chain,
        sources=sources_of(chain[-1], trees, parties=parties) if chain else (),
        is_negated=is_negated(tree, head) != any(content.is_negated for content in chain),
        actors=tuple(sorted({actor for party in found if party is not None for actor in party.actors})),
        numbers=tuple(sorted({side for side in sides if side is not None})),
    )


def _holders(tree: Tree, contents: Sequence[Content]) -> tuple[tuple[Content, ...], int]:
    """On whose word the main thing said is, nobody's where it is the author's, and the word that governs it.

    In "The ministry said after a meeting that ships had left" that is the ministry, and "left".
    """
    own = [content for content in contents if content.sentence == tree.index and not content.is_factive]
    word = next(number for number, each in enumerate(tree.words) if each.head < 0)
    for _ in own:  # as many steps as there are contents: a cue may introduce another
        told = [content for content in own if _is_in(content.cue, tree.index, word)]
        if not told:
            break
        word = _top(tree, max(told, key=lambda content: content.size))
    return holders(contents, tree.index, word=word), word


def _is_in(cue: tuple[int, int, int] | None, sentence: int, word: int) -> bool:
    return cue is not None and cue[0] == sentence and cue[1] <= word < cue[2]


def _top(tree: Tree, content: Content) -> int:
    """The first word of a content that no other word of it governs."""
    first, end = content.words
    inside = {word for word in range(first, end) if not any(gap <= word < after for gap, after in content.gaps)}
    return next(
        (word for word in sorted(inside) if tree.words[word].upos != "PUNCT" and tree.words[word].head not in inside),
        first,
    )
