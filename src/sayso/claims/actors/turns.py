"""A quoted word in, the party that speaks it out, as far as the tree says."""

from collections.abc import Callable, Sequence

from sayso.claims.actors.omitted import omitted
from sayso.claims.actors.scene import Party, Scene, is_subject
from sayso.claims.attribution.quotations import Quotation, quotations
from sayso.claims.trees import ancestors

Find = Callable[[int, int], Party | None]

BACK = 2
"""Sentences before the one that opens a quotation in which its speaker may be named; tuned on White House remarks and
news, where a speaker named three sentences before was somebody else more often than not."""


class Turns:
    """Who speaks where in a document."""

    def __init__(self, scene: Scene, *, find: Find) -> None:
        self.scene = scene
        self.find = find
        self.quoted: dict[tuple[int, int], Quotation] = {}
        for quotation in quotations([view.tree for view in scene.views], scene.document):
            for sentence, first, end in quotation.pieces:
                self.quoted.update(((sentence, word), quotation) for word in range(first, end))

    def is_quoted(self, sentence: int, word: int) -> bool:
        """Whether the word stands between quotation marks."""
        return (sentence, word) in self.quoted

    def speaker(self, sentence: int, word: int) -> Party | None:
        """The subject of a verb outside the quotation that stands above the word or beside it, or closely before."""
        quotation = self.quoted.get((sentence, word))
        if quotation is None:
            return None
        own = self._above(sentence, word)
        numbers = sorted({piece[0] for piece in quotation.pieces})
        for number in [] if own else [*numbers, *range(numbers[0] - 1, max(-1, numbers[0] - 1 - BACK), -1)]:
            own = own or self._main(number)
        return own

    def _above(self, sentence: int, word: int) -> Party | None:
        """The subject of the nearest verb outside that the word hangs on, or that is set beside one it hangs on."""
        tree = self.scene.views[sentence].tree
        above = list(ancestors(tree, word))
        beside = [child for verb in above for child in tree.children[verb]]
        return self._subject(sentence, [*above, *beside])

    def _main(self, sentence: int) -> Party | None:
        tree = self.scene.views[sentence].tree
        roots = [number for number, word in enumerate(tree.words) if word.head < 0]
        return self._subject(sentence, [*roots, *(child for root in roots for child in tree.children[root])])

    def _subject(self, sentence: int, verbs: Sequence[int]) -> Party | None:
        tree = self.scene.views[sentence].tree
        for verb in verbs:
            for child in () if self.is_quoted(sentence, verb) else tree.children[verb]:
                if is_subject(tree, child) and not self.is_quoted(sentence, child):
                    party = self.find(sentence, child)
                    if party:
                        return party
            if omitted(tree, verb) and not self.is_quoted(sentence, verb):
                party = self.find(sentence, verb)
                if party:
                    return party
        return None
