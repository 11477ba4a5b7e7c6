"""A whole document in, who is named where and who does what in it, out: what openings are filled from."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.claims.actors.parties import Parties, Party
from sayso.claims.attribution.contents import Content, holders
from sayso.claims.drafts import Draft
from sayso.claims.hanging import spans
from sayso.claims.implicit.openings import side_of
from sayso.claims.trees import Tree
from sayso.vocab.actors import owner

Tally = tuple[str, ...]
"""Something a party does in a document, as it is counted."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that names somebody, by its governing word."""

    word: int
    party: Party


@dataclass(frozen=True, slots=True)
class Part:
    """What a party does in a draft, as its words say."""

    draft: Draft
    side: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """What the openings of one document are filled from; parties stand under their `owner`."""

    drafts: tuple[Draft, ...]
    """As the rules filled them."""
    trees: Sequence[Tree]
    parties: Parties
    contents: Sequence[Content]
    mentions: Mapping[int, Sequence[Mention]]
    """For every sentence its phrases that name somebody, in order."""
    first: frozenset[str]
    """Who is named in the first sentence, mostly a heading."""
    ranks: Mapping[str, int]
    """0 for the party named most often."""
    heads: Mapping[int, Collection[int]]
    """For every sentence with drafts the words that govern their triggers."""
    played: Mapping[int, Sequence[Part]]
    """For every sentence the parts that parties play in it."""
    kinds: Mapping[tuple[str, str], Mapping[str, Part]]
    """For a kind of event and a side of it, the first part of every party there."""
    counts: Mapping[str, Mapping[Tally, int]]
    """How often a party does what."""
    ranges: dict[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    """Answers of `below` that were given before, by sentence."""
    mouths: dict[tuple[int, int], frozenset[int]] = field(default_factory=dict)
    """Answers of `mouth` that were given before."""

    def below(self, sentence: int, word: int) -> tuple[int, int]:
        """The range of all that hangs on a word."""
        if sentence not in self.ranges:
            self.ranges[sentence] = spans(self.trees[sentence].words)
        return self.ranges[sentence][word]

    def mouth(self, sentence: int, word: int) -> frozenset[int]:
        """The contents that hold a word, by their identity: words with the same ones are in the same mouth."""
        place = sentence, word
        if place not in self.mouths:
            self.mouths[place] = frozenset(map(id, holders(self.contents, sentence, word=word)))
        return self.mouths[place]


def tallies(draft: Draft, side: str, *, across: Iterable[str]) -> Iterator[Tally]:
    """What is counted of a party on one side of an event: in any, of the kind, of the word, and beside others.

    The first part of each is what the sign of it is called.
    """
    kind = draft.frame.kind.name
    yield "any", side
    yield "same", side, kind
    yield "lemma", side, kind, draft.tree.lemmas[draft.head]
    for other in across:
        yield "pair", side, other
        yield "pair same", side, other, kind


def open_discourse(
    drafts: tuple[Draft, ...], *, trees: Sequence[Tree], parties: Parties, contents: Sequence[Content]
) -> Discourse:
    """The discourse of a document."""
    mentions = _mentions(trees, parties)
    named = Counter(owner(actor) for some in mentions.values() for mention in some for actor in mention.party.actors)
    played: dict[int, list[Part]] = defaultdict(list)
    kinds: dict[tuple[str, str], dict[str, Part]] = defaultdict(dict)
    counts: dict[str, Counter[Tally]] = {}
    heads: dict[int, set[int]] = defaultdict(set)
    for draft in drafts:
        heads[draft.tree.index].add(draft.head)
        parts = parts_of(draft)
        for part in parts:
            played[draft.tree.index].append(part)
            kinds[draft.frame.kind.name, part.side].setdefault(owner(part.actor), part)
        for party, told in counted(parts).items():
            counts.setdefault(party, Counter()).update(told)
    for parts in played.values():
        parts.sort(key=lambda part: part.draft.head)
    return Discourse(
        drafts=drafts,
        trees=trees,
        parties=parties,
        contents=contents,
        mentions=mentions,
        first=frozenset(owner(actor) for mention in mentions.get(0, ()) for actor in mention.party.actors),
        ranks={party: rank for rank, (party, _) in enumerate(named.most_common())},
        heads=heads,
        played=played,
        kinds=kinds,
        counts=counts,
    )


def parts_of(draft: Draft) -> list[Part]:
    """The parts that identified parties play in a draft."""
    kind = draft.frame.kind
    return [
        Part(draft, side_of(role, kind), role.actor)
        for role in draft.roles
        if role.actor is not None and (role.role == kind.doer or kind.filler(role.role) != "thing")
    ]


def counted(parts: Sequence[Part]) -> dict[str, Counter[Tally]]:
    """What the parts of one draft add to the counts of a discourse."""
    found: dict[str, Counter[Tally]] = {}
    for part in parts:
        across = {owner(other.actor) for other in parts if other.side != part.side}
        found.setdefault(owner(part.actor), Counter()).update(tallies(part.draft, part.side, across=across))
    return found


def _mentions(trees: Sequence[Tree], parties: Parties) -> dict[int, list[Mention]]:
    """One mention a phrase, under the word that governs the others of it."""
    heads: dict[tuple[int, tuple[int, int], tuple[str, ...]], int] = {}
    for (sentence, word), party in sorted(parties.found.items()):
        if not party.actors:
            continue
        key = sentence, party.words, party.actors
        first, end = party.words
        if key not in heads or not first <= trees[sentence].words[word].head < end:
            heads[key] = word
    found: dict[int, list[Mention]] = defaultdict(list)
    for (sentence, _, _), word in heads.items():
        found[sentence].append(Mention(word, parties.found[sentence, word]))
    return found
