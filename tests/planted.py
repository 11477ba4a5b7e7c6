"""Sentences written with their trees and parties in, all that the rules of composition are given of them out."""

from dataclasses import dataclass, replace

from sayso.claims.actors.parties import Parties, Party
from sayso.claims.attribution.sayings import find_contents
from sayso.claims.drafts import Draft, find_drafts
from sayso.claims.events.fillers import Filled
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
    """The sentences, one after the other in a text of their own, from words written `form/UPOS/head/relation[/party]`.

    Heads count from 0, -1 is the root. A party is an actor, several joined by `+`, `?` for one that cannot be
    identified, `in:` with an actor for a place that lies there, or `omits:` with the actor that is the subject a verb
    leaves out; its words are those of the phrase.
    """
    tables = [[word.split("/", 4) for word in written.split()] for written in sentences]
    lines = [" ".join(row[0] for row in table) for table in tables]
    of = replace(document(" ".join(lines)), language=language, published=published)
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    read = reading(
        of,
        *(
            sentence(of, "\n".join(" ".join(row[:4]) for row in table), start=start)
            for table, start in zip(tables, starts, strict=True)
        ),
    )
    trees = grow(read)
    named = [
        (tree, number, row[4])
        for tree, table in zip(trees, tables, strict=True)
        for number, row in enumerate(table)
        if len(row) > 4
    ]
    found: dict[tuple[int, int], Party] = {}
    left_out: dict[tuple[int, int], Party] = {}
    for tree, number, written in named:
        kept = left_out if written.startswith("omits:") else found
        kept[tree.index, number] = _party(tree, number, written.removeprefix("omits:"))
    return Planted(of, read, trees, Parties(found=found, left_out=left_out))


def _party(tree: Tree, number: int, written: str) -> Party:
    is_place, actors = written.startswith("in:"), written.removeprefix("in:")
    ids = () if actors == "?" else tuple(actors.split("+"))
    return Party(actors=ids, words=phrase(tree, number), is_place=is_place, joint=len(ids) > 1)


def drafts_of(plant: Planted) -> list[Draft]:
    """The drafts of all sentences, before any is left out or filled from its context."""
    contents = find_contents(plant.trees, plant.document, parties=plant.parties, roster=plant.parties.roster)
    return [draft for tree in plant.trees for draft in find_drafts(tree, contents, parties=plant.parties)]


def told(draft: Draft) -> str:
    """A draft as `kind trigger: role=filler ...; [not] modality; number of sources`, implied parties in brackets."""
    roles = " ".join(map(_filler, draft.roles))
    manner = ("not " if draft.shown.is_negated else "") + (draft.shown.modality or "")
    return f"{draft.frame.kind.name} {draft.tree.words[draft.head].form}: {roles}; {manner}; {len(draft.chain)}"


def _filler(role: Filled) -> str:
    filler = role.actor or role.good or role.effect or "-"
    return f"{role.role}={filler if role.words is not None else f'({filler})'}"
