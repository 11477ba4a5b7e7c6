"""Sentences written with their trees and parties in, all that the rules of composition are given of them out."""

from dataclasses import dataclass, replace

from sayso.claims.parties import Parties, Party
from sayso.claims.trees import Tree, grow, phrase
from sayso.records import Document, Reading
from tests.factories import document, reading, sentence


@dataclass(frozen=True, slots=True)
class Planted:
    """A text of hand-made trees, and whom its words refer to."""

    document: Document
    reading: Reading
    trees: tuple[Tree, ...]
    parties: Parties

    @property
    def tree(self) -> Tree:
        """The tree of the first sentence, or of the only one."""
        return self.trees[0]

    def word(self, form: str) -> int:
        """The number of the first word of the first sentence with this form."""
        return next(number for number, word in enumerate(self.tree.words) if word.form == form)


def planted(*sentences: str, language: str = "en", published: str | None = None) -> Planted:
    """The sentences from lines of `form UPOS head relation [party]`, one after the other in a text of their own.

    Heads count from 0, -1 is the root. A party is an actor, several joined by `+`, `?` for one that cannot be
    identified, or `in:` with an actor for a place that lies there; its words are those of the phrase.
    """
    tables = [[line.split() for line in rows.strip().splitlines()] for rows in sentences]
    text = " ".join(row[0] for table in tables for row in table)
    of = replace(document(text), language=language, published=published)
    starts = [len(" ".join(row[0] for table in tables[:number] for row in table)) for number in range(len(tables))]
    read = reading(
        of,
        *(
            sentence(of, "\n".join(" ".join(row[:4]) for row in table), start=start)
            for table, start in zip(tables, starts, strict=True)
        ),
    )
    trees = grow(read)
    found = {
        (tree.index, number): _party(tree, number, row[4])
        for tree, table in zip(trees, tables, strict=True)
        for number, row in enumerate(table)
        if len(row) > 4
    }
    return Planted(of, read, trees, Parties(found=found))


def _party(tree: Tree, number: int, written: str) -> Party:
    is_place, actors = written.startswith("in:"), written.removeprefix("in:")
    ids = () if actors == "?" else tuple(actors.split("+"))
    return Party(actors=ids, words=phrase(tree, number), is_place=is_place, joint=len(ids) > 1)
