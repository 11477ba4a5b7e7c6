"""Parties as they are met in, whom a pronoun or a description can mean out: the memory of one document.

Each rule answers only when the text leaves one answer; what stays open is None.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.claims.actors.omitted import omitted
from sayso.claims.actors.scene import Party, Scene, is_subject, state_of
from sayso.claims.trees import relation

REACH = 3
"""Sentences over which a pronoun or description may look back; tuned on the development texts (2 to 4)."""

LONGER = 2
"""Sentences more for persons: quotations come between `he said` and `he added`."""

_SUBJECT, _MAIN, _CHAIN, _DISTANCE = 0.8, 0.4, 0.5, 1.0
"""Weights of a possible antecedent: being a subject, of the main clause, in one chain with the pronoun; and the loss
for each sentence between. Tuned on the development texts and White House statements: a subject of the sentence before
beats an object of the same, and nothing beats two sentences more."""
_MARGIN = 0.1
"""Lead that the best antecedent must have over one that is somebody else."""


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A party where it was met."""

    sentence: int
    word: int
    party: Party
    kind: str
    """Kind of its actor, `people` for a population, `several` for more than one, `nobody` when it has none."""
    is_person: bool
    is_plural: bool
    is_subject: bool
    is_main: bool


@dataclass(slots=True, eq=False)
class History:
    """The parties met so far, in order of the text, and the chains that the reader saw."""

    scene: Scene
    chains: dict[tuple[int, int], int]
    """For the head of every phrase in a chain the number of the chain."""
    met: list[Mention] = field(default_factory=list)
    headed: dict[str, dict[str, None]] = field(default_factory=dict)
    """For the head of every noun that named a party (`ministry` of `the defence ministry`) the parties it named,
    the latest last."""

    def meet(self, sentence: int, word: int, *, party: Party, is_person: bool) -> None:
        """Remember a party; `is_person` when the words name one person, whatever body the person stands for."""
        tree = self.scene.views[sentence].tree
        leaves_out = omitted(tree, word) is not None
        subject = is_subject(tree, word) or leaves_out
        above = tree.words[word if leaves_out else tree.words[word].head] if subject else None
        hit = self.scene.views[sentence].by_word.get(word)
        if hit is not None and hit.slug("body", "force", "office") and len(party.actors) == 1:
            bearers = self.headed.setdefault(tree.lemmas[hit.head], {})
            bearers.pop(party.actors[0], None)
            bearers[party.actors[0]] = None
        self.met.append(
            Mention(
                sentence=sentence,
                word=word,
                party=party,
                kind="person" if is_person and len(party.actors) == 1 else kind_of(party, self.scene),
                is_person=is_person,
                is_plural=party.joint or _looks_plural(self.scene, sentence, word),
                is_subject=subject,
                is_main=above is not None and above.head < 0,
            )
        )

    def recent(self, sentence: int, *, reach: int = REACH) -> Iterator[Mention]:
        """The mentions of the last sentences, latest first."""
        for mention in reversed(self.met):
            if sentence - mention.sentence > reach:
                return
            yield mention

    def best(self, sentence: int, word: int, *, kinds: Sequence[str], barred: Sequence[str] = ()) -> Party | None:
        """The likeliest antecedent of one of these kinds; None when two are as likely. `barred` actors are left out."""
        chain = self.chains.get((sentence, word))
        scored: list[tuple[float, Mention]] = []
        for mention in self.recent(sentence, reach=REACH + ("person" in kinds) * LONGER):
            if mention.kind in kinds and not set(mention.party.actors) & set(barred) and not mention.party.is_place:
                same = chain is not None and self.chains.get((mention.sentence, mention.word)) == chain
                score = _SUBJECT * mention.is_subject + _MAIN * mention.is_main + _CHAIN * same
                scored.append((score - _DISTANCE * (sentence - mention.sentence), mention))
        if not scored:
            return None
        top, chosen = max(scored, key=lambda pair: pair[0])
        rival = [one for score, one in scored if score > top - _MARGIN and one.party.actors != chosen.party.actors]
        return None if rival else chosen.party

    def last(
        self, sentence: int, *, kinds: Sequence[str], fits: Callable[[Mention], bool] | None = None
    ) -> Party | None:
        """The latest party of one of these kinds that fits; persons are remembered longer."""
        for mention in self.recent(sentence, reach=REACH + ("person" in kinds) * LONGER):
            if mention.kind in kinds and (fits is None or fits(mention)):
                return mention.party
        return None

    def called(self, lemma: str) -> tuple[str, ...]:
        """The parties that a noun named, or a compound that ends in it (`Außenministerium`), the latest last."""
        if lemma in self.headed:
            return tuple(self.headed[lemma])
        compound = (actor for head, actors in self.headed.items() if head.endswith(lemma) for actor in actors)
        return tuple(dict.fromkeys(compound))

    def latest(self, actors: Sequence[str]) -> str | None:
        """Which of some actors was met last, alone."""
        named = (one.party.actors[0] for one in reversed(self.met) if len(one.party.actors) == 1)
        return next((actor for actor in named if actor in actors), None)

    def kin(self, slugs: Collection[str]) -> str | None:
        """The one state of which a body or force of these slugs was met."""
        named = [one.party.actors[0] for one in self.met if len(one.party.actors) == 1]
        states = {state_of(actor, self.scene.roster) for actor in named if actor.partition("/")[2] in slugs} - {None}
        return states.pop() if len(states) == 1 else None

    def states(self, sentence: int, *, reach: int = REACH) -> list[str]:
        """The states named lately, latest first, parties before places."""
        named: dict[str, None] = {}
        for places in (False, True):
            for mention in self.recent(sentence, reach=reach):
                if mention.party.is_place == places:
                    for actor in reversed(mention.party.actors):
                        state = state_of(actor, self.scene.roster)
                        if state:
                            named.setdefault(state)
        return list(named)

    def holders(self, slug: str) -> tuple[str, ...]:
        """All of this office, body or force that were met, each once; a seat of government holds no office."""
        office = slug in self.scene.roster.offices
        named = [
            one.party.actors[0] for one in self.met if len(one.party.actors) == 1 and (one.is_person or not office)
        ]
        mine = [one for one in named if one.partition("/")[2] == slug and not one.startswith(("org/", "person/"))]
        return tuple(dict.fromkeys(mine))

    def is_alone(self, state: str | None) -> bool:
        """Whether no official or body of another state was met."""
        roster = self.scene.roster
        officials = {
            state_of(actor, roster)
            for one in self.met
            for actor in one.party.actors
            if "/" in actor and actor.partition("/")[2] not in roster.populations
        }
        return state is not None and officials <= {state, None}

    def place(self, sentence: int) -> str | None:
        """The state of the town named last."""
        for mention in self.recent(sentence):
            hit = self.scene.views[mention.sentence].by_word.get(mention.word)
            if mention.party.is_place and hit is not None and hit.kind in ("capital", "place"):
                return state_of(mention.party.actors[0], self.scene.roster)
        return None

    def two(self, sentence: int, *, persons: bool, reach: int = 2 * REACH) -> tuple[str, ...]:
        """The two states, or persons in office, that were named last; empty when a third was named with them.

        States that are named only as places count where parties do not make two.
        """
        parties = self._together(sentence, persons=persons, reach=reach, places=False)
        if len(parties) < 2 and not persons:
            parties = self._together(sentence, persons=persons, reach=reach, places=True)
        return parties if len(parties) == 2 else ()

    def _together(self, sentence: int, *, persons: bool, reach: int, places: bool) -> tuple[str, ...]:
        chosen: dict[str, None] = {}
        current = None
        for mention in self.recent(sentence, reach=reach):
            if len(chosen) >= 2 and mention.sentence != current:
                break
            current = mention.sentence
            for actor in mention.party.actors if places or not mention.party.is_place else ():
                state = state_of(actor, self.scene.roster)
                if persons and mention.kind in ("person", "several") and "/" in actor:
                    chosen.setdefault(actor)
                elif not persons and state:
                    chosen.setdefault(state)
        return tuple(chosen)


def kind_of(party: Party, scene: Scene) -> str:
    """Kind of the one actor of a party; `people`, `several` or `nobody` as said in `Mention`."""
    if len(party.actors) != 1:
        return "several" if party.actors else "nobody"
    actor = party.actors[0]
    if actor.partition("/")[2] in scene.roster.populations:
        return "people"
    return scene.roster.kind(actor)


def _looks_plural(scene: Scene, sentence: int, word: int) -> bool:
    """Whether a phrase is plural, as far as form and tree tell: coordinated, or a noun that is not its own lemma."""
    tree = scene.views[sentence].tree
    hit = scene.views[sentence].by_word.get(word)
    if any(relation(tree, child) == "conj" for child in tree.children[word]):
        return True
    if hit is not None and hit.kind == "people":
        return True
    common = tree.words[word].upos == "NOUN"
    return common and tree.words[word].form.lower() != tree.lemmas[word]
