"""A source that only says what sort of body speaks in, the word that names the body out: "the agency", "the paper".

"It was stressed in the agency" means the body that was heard before, else the one named last; a paper without an
owner is that of whoever was heard before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sayso.claims.attribution.owning import genitive
from sayso.claims.trees import Tree, children, extent
from sayso.lang.sayings import sayings
from sayso.vocab.actors import Roster

_REACH = 8
"""Sentences over which a body that was heard is still meant. On the Russian and Ukrainian reports of the measuring set
of origins 5 to 12 gave the same, 2 lost two sources."""
_NEAR = 3
"""Sentences over which one that was only named, or a person heard, is meant; 1 to 5 gave the same there."""

_BESIDE = ("amod", "nmod", "appos", "flat", "acl", "nummod", "compound", "det")
_GENERIC = frozenset({"ministry", "agency"})
"""Slugs of any ministry or agency of a state."""
_BODIES = frozenset({"body", "company", "group", "media"})


class Mentioned(Protocol):
    """Who a word refers to, as far as sources need it."""

    @property
    def actors(self) -> tuple[str, ...]:
        """Their ids, none where they are not known."""

    @property
    def words(self) -> tuple[int, int]:
        """The words that name them."""

    @property
    def is_place(self) -> bool:
        """Whether it is but a place."""


class Referents(Protocol):
    """Who the words of a document refer to."""

    def at(self, sentence: int, word: int) -> Mentioned | None:
        """The party a word heads, None when it is none."""


@dataclass(slots=True, kw_only=True)
class StandIns:
    """The bodies that were heard so far in a document, and what words mean by them."""

    trees: Sequence[Tree]
    parties: Referents
    roster: Roster
    heard: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """For the heads of sources so far, in the order of the text, the words that name them."""

    def meant(self, head: tuple[int, int]) -> tuple[int, int]:
        """The word that says who a source is: its own head where that is known or nobody else is found."""
        found = self._meant(*head)
        party = self.parties.at(*found)
        if party is not None and len(party.actors) == 1:
            self.heard[head] = found
        return found

    def _meant(self, sentence: int, word: int) -> tuple[int, int]:
        tree = self.trees[sentence]
        known = sayings(tree.language)
        head = (sentence, word)
        is_paper = tree.lemmas[word] in known.words["paper"] and not self._is_new(tree, word)
        actors = self._actors(sentence, word)
        if tree.words[word].form.lower() in known.words["third"]:
            is_person = any(self._holds(actor) for actor in actors)
            return head if is_person else self._person(sentence) or head
        if actors:
            return self._specific(sentence, word, actors) or head
        if tree.lemmas[word] in known.words["outlet"] and not is_paper:
            return self._outlet(sentence, word) or head
        is_body = tree.lemmas[word] in known.words["institution"] | known.words["firm"]
        if not (is_paper or is_body or tree.lemmas[word] in known.words["office"]):
            return head
        owner = self._owner(tree, word)
        if owner is not None:
            return sentence, owner
        if (
            not (is_paper or is_body)
            or genitive(tree, word, known=known) is not None
            or (children(tree, word, *_BESIDE) and not is_paper)
        ):
            return head
        return self._heard(sentence, word, is_paper=is_paper) or (head if is_paper else self._named(sentence, word))

    def _is_new(self, tree: Tree, word: int) -> bool:
        """Whether an article says that a paper was not met before."""
        articles = {tree.words[child].form.lower() for child in children(tree, word, "det", "nummod")}
        return bool(articles & sayings(tree.language).words["indefinite"])

    def _outlet(self, sentence: int, word: int) -> tuple[int, int] | None:
        """The paper or agency met last, of which "the agency", "the American agency" is said again."""
        tree = self.trees[sentence]
        if self._is_new(tree, word) or not children(tree, word, "det") or children(tree, word, "appos", "flat"):
            return None
        for at in range(sentence, max(sentence - _REACH, 0) - 1, -1):
            for place in range(word if at == sentence else len(self.trees[at].words), 0, -1):
                actors = self._actors(at, place - 1)
                if len(actors) == 1 and self.roster.kind(actors[0]) == "media":
                    return at, place - 1
        return None

    def _owner(self, tree: Tree, word: int) -> int | None:
        """The body that the directorate or statement belongs to, through up to two genitives."""
        known = sayings(tree.language)
        for _ in range(2):
            called = [child for child in children(tree, word, "amod") if self._actors(tree.index, child)]
            found = called[0] if called else genitive(tree, word, known=known)
            if found is None:
                return None
            if self._actors(tree.index, found):
                return found
            word = found
        return None

    def _specific(self, sentence: int, word: int, actors: tuple[str, ...]) -> tuple[int, int] | None:
        """The ministry heard before that a bare "ministry" of the same state is."""
        state, _, slug = actors[0].partition("/")
        tree = self.trees[sentence]
        if slug not in _GENERIC or children(tree, word, *_BESIDE):
            return None
        found = self._heard(sentence, word, is_paper=False)
        return found if found and self._actors(*found)[0].partition("/")[0] == state else None

    def _person(self, sentence: int) -> tuple[int, int] | None:
        """The person heard last, where nobody else was heard since."""
        last = next(((head, self.heard[head]) for head in reversed(self.heard) if head[0] <= sentence), None)
        if last is None or sentence - last[0][0] > _NEAR:
            return None
        party = self.parties.at(*last[1])
        is_person = party is not None and self._holds(party.actors[0])
        return last[1] if is_person or self._is_name(*last[0]) else None

    def _holds(self, actor: str) -> bool:
        """Whether an actor is a person, or an office, which may pass for a body of its own too."""
        return self.roster.kind(actor) == "person" or actor.partition("/")[2] in self.roster.offices

    def _is_name(self, sentence: int, word: int) -> bool:
        """Whether a word stands in the name of a person, who may be a body's spokesman."""
        first, end = extent(self.trees[sentence], word)
        words = self.trees[sentence].words
        return any(
            mention.kind == "person" and words[first].start <= mention.span.start < words[end - 1].end
            for mention in self.trees[sentence].sentence.mentions
        )

    def _heard(self, sentence: int, word: int, *, is_paper: bool) -> tuple[int, int] | None:
        """The latest body heard, first of all one that is called by the same noun."""
        lemma = self.trees[sentence].lemmas[word]
        near = [each for each in reversed(self.heard) if 0 <= sentence - each[0] <= _REACH and each != (sentence, word)]
        same = [] if is_paper else [each for each in near if self.trees[each[0]].lemmas[each[1]] == lemma]
        found = next((each for each in (*same, *near) if self._suits(sentence, word, self.heard[each])), None)
        return self.heard[found] if found is not None else None

    def _suits(self, sentence: int, word: int, other: tuple[int, int]) -> bool:
        """Whether a body is of the sort that the noun says: a company for "the firm", nothing of the kind else."""
        tree = self.trees[sentence]
        actor = next(iter(self._actors(*other)), "")
        if tree.lemmas[word] in sayings(tree.language).words["firm"]:
            return self.roster.kind(actor) == "company"
        same = self.trees[other[0]].lemmas[other[1]] == tree.lemmas[word]
        return self._body(*other) and (
            same or tree.lemmas[word] in sayings(tree.language).words["paper"] or self.roster.kind(actor) != "company"
        )

    def _named(self, sentence: int, word: int) -> tuple[int, int]:
        """The body named last; a body of the same noun before it."""
        found: tuple[int, int] | None = None
        lemma = self.trees[sentence].lemmas[word]
        for at in range(sentence, max(sentence - _NEAR, 0) - 1, -1):
            for place in range(word if at == sentence else len(self.trees[at].words), 0, -1):
                if not self._body(at, place - 1) or not self._suits(sentence, word, (at, place - 1)):
                    continue
                if self.trees[at].lemmas[place - 1] == lemma:
                    return at, place - 1
                found = found or (at, place - 1)
        return found or (sentence, word)

    def _actors(self, sentence: int, word: int) -> tuple[str, ...]:
        party = self.parties.at(sentence, word)
        return party.actors if party is not None else ()

    def _body(self, sentence: int, word: int) -> bool:
        """Whether the word names one body that may speak: no state, no people, nobody in office."""
        party = self.parties.at(sentence, word)
        if party is None or len(party.actors) != 1 or party.is_place:
            return False
        actor = party.actors[0]
        return self.roster.kind(actor) in _BODIES and actor.partition("/")[2] not in self.roster.populations
