"""An opening and a discourse in, the parties that may fill it out, each with the signs that speak for or against it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from math import inf

from sayso.claims.acts import JUDGING, suffered
from sayso.claims.drafts import Draft
from sayso.claims.implicit.discourse import Discourse, Mention, Part, Tally, counted, parts_of, tallies
from sayso.claims.implicit.openings import DOER, OTHER, Opening
from sayso.claims.trees import Tree, ancestors, marker, relation
from sayso.lang.grammar import grammar
from sayso.records import Argument
from sayso.vocab.actors import owner

BACK = 3
"""Sentences before the event in which a party may be meant without being in a like event anywhere."""

REACH = 60
"""Words to either side of an event within which parties of its sentence are weighed; few real sentences have more."""

STEPS = 40
"""Steps up the tree that are followed."""

NEAREST = 60
"""Mentions of a sentence before the event that are weighed, the last ones; so that no text takes time without end."""

LONGEST = 4
"""Steps of a path through the tree, on either side, that are told apart."""

DISTANCES = (2, 5, 10, 20)
"""Bounds, in words, between which distances are told apart."""

UNNAMED = 9
"""Rank of a party that no phrase of the document names by itself; higher than any that is told apart."""


@dataclass(slots=True)
class Option:
    """A party that may fill an opening, or nobody (`actor` None)."""

    actor: str | None
    signs: set[str] = field(default_factory=set)
    distance: float = inf
    """To the nearest mention, in sentences; of several ids of one party the nearest stands."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What every mention of a sentence is held against: worked out once for an event."""

    above: Mapping[int, int]
    """The event's word and those above it with their steps from it."""
    up: Sequence[str]
    """Their relations."""
    arguments: Sequence[Argument]
    """The semantic arguments of the event's word."""
    parts: Mapping[str, Sequence[str]]
    """For parties signs of what they do in other events within reach."""


def options(opening: Opening, discourse: Discourse) -> list[Option]:
    """Nobody first, then every party that may be meant; who stands on the other side is left out."""
    found: dict[str, Option] = {}
    sentence = opening.draft.tree.index
    near = [each for each in discourse.mentions.get(sentence, ()) if abs(each.word - opening.draft.head) <= REACH]
    around = _around(opening.draft, discourse)
    for mention in near:
        signs = set(_in_sentence(mention, opening, discourse, around))
        if signs:
            _add(found, mention.party.actors, signs=signs, distance=abs(mention.word - opening.draft.head) / 1000)
    for back in range(1, BACK + 1):
        for mention in discourse.mentions.get(sentence - back, ())[-NEAREST:]:
            _add(found, mention.party.actors, signs=set(_before(mention, back, discourse, sentence)), distance=back)
    alike = discourse.kinds.get((opening.draft.frame.kind.name, opening.side), {})
    for party in sorted(alike, key=lambda each: discourse.ranks.get(each, UNNAMED))[:NEAREST]:
        if party not in found and alike[party].draft is not opening.draft:
            found[party] = Option(alike[party].actor, {"far"})
    out = opening.known | frozenset(_suffered(opening, discourse))
    kept = {party: option for party, option in found.items() if party not in out}
    own = counted(parts_of(opening.draft))
    speakers = set(_speakers(opening, discourse))
    for party, option in kept.items():
        option.signs.update(_of_document(party, option, opening=opening, discourse=discourse, own=own.get(party, {})))
        if party in speakers:
            option.signs.add("speaks")
    _compare(kept, discourse)
    return [Option(None, set(_of_nobody(opening, kept, discourse))), *kept.values()]


def _suffered(opening: Opening, discourse: Discourse) -> Iterator[str]:
    """Who cannot answer for an event, since it is about what was done to him."""
    if opening.side == DOER or opening.draft.frame.kind.name in JUDGING:
        near = (part.draft for part in _parts_near(opening.draft, discourse))
        yield from map(owner, suffered(opening.draft, near))


def _add(found: dict[str, Option], actors: Iterable[str], *, signs: set[str], distance: float) -> None:
    for actor in actors:
        option = found.setdefault(owner(actor), Option(actor))
        option.signs |= signs
        if distance < option.distance:
            option.actor, option.distance = actor, distance


def _speakers(opening: Opening, discourse: Discourse) -> Iterator[str]:
    """On whose word the event is told."""
    for content in opening.draft.chain:
        speaker = discourse.parties.at(*content.source_head) if content.source_head is not None else None
        yield from map(owner, speaker.actors if speaker is not None else ())


def _compare(found: Mapping[str, Option], discourse: Discourse) -> None:
    """Signs of the options beside each other: who is nearest, and who is named most."""
    if not found:
        return
    inside = [option for option in found.values() if "in the sentence" in option.signs]
    for side in ("before", "after"):
        beside = [option for option in inside if side in option.signs]
        if beside:
            min(beside, key=lambda option: option.distance).signs.add(f"nearest {side}")
    if len(inside) == 1:
        inside[0].signs.add("alone in the sentence")
    order = sorted(found, key=lambda party: discourse.ranks.get(party, UNNAMED))
    found[order[0]].signs.add("named most of them")
    found[order[0]].signs.add(f"named most of {min(len(order), 4)}")
    if len(order) > 1:
        found[order[1]].signs.add("named second of them")


def _around(draft: Draft, discourse: Discourse) -> _Around:
    tree = draft.tree
    above = [draft.head, *islice(ancestors(tree, draft.head), STEPS)]
    parts: dict[str, list[str]] = {}
    for part in _parts_near(draft, discourse):
        if part.draft is draft:
            continue
        where = "beside"
        if part.draft.head in above[1:]:
            where = "above"
        elif draft.head in islice(ancestors(tree, part.draft.head), STEPS):
            where = "below"
        alike = "a like event" if part.draft.frame.kind is draft.frame.kind else "an event"
        parts.setdefault(owner(part.actor), []).append(f"{part.side} of {alike} {where}")
    return _Around(
        above={each: number for number, each in enumerate(above)},
        up=[relation(tree, each) for each in above],
        arguments=[
            argument
            for predicate in tree.sentence.predicates
            if predicate.word == draft.head
            for argument in predicate.arguments
        ],
        parts=parts,
    )


def _in_sentence(mention: Mention, opening: Opening, discourse: Discourse, around: _Around) -> Iterator[str]:
    """Signs of a mention in the sentence of the event; none where the tree does not join the two."""
    tree, head, word = opening.draft.tree, opening.draft.head, mention.word
    path = _path(tree, word, around)
    if path is None:
        return
    up, down = path
    yield "in the sentence"
    yield f"up {'>'.join(up[:2])}"
    yield f"down {down[0] if down else ''} {'and on' if len(down) > 1 else ''}"
    yield f"{min(len(up), LONGEST)} up {min(len(down), LONGEST)} down"
    yield f"hangs as {relation(tree, word)}"
    yield f"is {tree.words[word].upos}"
    yield "before" if word < head else "after"
    yield f"within {next((bound for bound in DISTANCES if abs(word - head) <= bound), 'no bound')}"
    for name in grammar(tree.language).classes.get(marker(tree, word), ()):
        yield f"{name}, {min(len(down), 3)} down"
    if mention.party.is_place:
        yield "place"
    if mention.party.joint:
        yield "joint"
    yield from _said(word, opening, discourse)
    yield from _beside_fillers(word, opening, discourse)
    yield from _as_argument(tree, word, around)
    for named in set(map(owner, mention.party.actors)):
        yield from around.parts.get(named, ())


def _path(tree: Tree, word: int, around: _Around) -> tuple[Sequence[str], Sequence[str]] | None:
    """The relations from the event up to the word that both hang under, and from there down to the mention."""
    down: list[str] = []
    for each in chain((word,), islice(ancestors(tree, word), STEPS)):
        if each in around.above:
            return around.up[: around.above[each]], down[::-1]
        down.append(relation(tree, each))
    return None


def _said(word: int, opening: Opening, discourse: Discourse) -> Iterator[str]:
    """Whether the mention is the source of the event, or stands in another's word than it does."""
    tree = opening.draft.tree
    if any(content.source_head == (tree.index, word) for content in opening.draft.chain):
        yield "source"
    own, theirs = discourse.mouth(tree.index, opening.draft.head), discourse.mouth(tree.index, word)
    if own == theirs:
        yield "in the same mouth"
    elif theirs < own:
        yield "outside its mouth"
    else:
        yield "inside another mouth" if own < theirs else "in another mouth"


def _beside_fillers(word: int, opening: Opening, discourse: Discourse) -> Iterator[str]:
    """Whether the mention is part of the words that fill the opening: "stronger coordination among Europeans"."""
    tree = opening.draft.tree
    for filler in opening.fillers:
        if filler.words is not None and filler.words[0] <= word < filler.words[1]:
            yield from ("in the filler", f"in the filler as {relation(tree, word)}")
        elif filler.word is not None:
            first, end = discourse.below(tree.index, filler.word)
            if first <= word < end:
                yield from ("below the filler", f"below the filler as {relation(tree, word)}")


def _as_argument(tree: Tree, word: int, around: _Around) -> Iterator[str]:
    """The semantic roles of the event's word that the mention stands in."""
    for argument in around.arguments:
        if argument.start <= word < argument.end:
            is_head = not argument.start <= tree.words[word].head < argument.end
            yield f"{argument.role} {'head' if is_head else 'part'}"


def _parts_near(draft: Draft, discourse: Discourse) -> Sequence[Part]:
    """What parties do in the events of the sentence within reach; parts are in the order of their events."""
    parts = discourse.played.get(draft.tree.index, ())
    first = bisect_left(parts, draft.head - REACH, key=lambda part: part.draft.head)
    return parts[first : bisect_right(parts, draft.head + REACH, key=lambda part: part.draft.head)]


def _before(mention: Mention, back: int, discourse: Discourse, sentence: int) -> Iterator[str]:
    """Signs of a mention some sentences back."""
    tree = discourse.trees[sentence - back]
    yield f"{back} back"
    yield f"{back} back as {relation(tree, mention.word)}"
    above = tree.words[mention.word].head
    if relation(tree, mention.word) == "nsubj" and tree.words[above].head < 0:
        yield f"{back} back, subject of the root"


def _of_document(
    party: str, option: Option, *, opening: Opening, discourse: Discourse, own: Mapping[Tally, int]
) -> Iterator[str]:
    """Signs of what the party is and does in the whole document, beside the event itself."""
    draft = opening.draft
    if "in the sentence" not in option.signs:
        yield "not in the sentence"
    if party in discourse.first:
        yield "in the first sentence"
    if opening.fillers and not option.signs & {"in the filler", "below the filler"}:
        yield "not in the filler"
    rank = discourse.ranks.get(party, UNNAMED)
    yield "most named" if rank == 0 else f"named {min(rank, 4) + 1}th most"
    first, _, rest = party.partition("/")
    yield f"is {first if rest else 'a state' if discourse.parties.roster.is_state(party) else 'a body'}"
    if option.actor is not None and option.actor != party:
        yield "is part of it"
    told = discourse.counts.get(party)
    if told is None:
        return
    for side, name in ((opening.side, "on its side"), (OTHER if opening.side == DOER else DOER, "across")):
        seen: dict[str, int] = {}
        for tally in tallies(draft, side, across=opening.known):
            seen[tally[0]] = seen.get(tally[0], 0) + told.get(tally, 0) - own.get(tally, 0)
        for what, times in seen.items():
            if times > 0:
                yield f"{what} {name}"
                if times > 1:
                    yield f"{what} {name} again"


def _of_nobody(opening: Opening, others: Mapping[str, Option], discourse: Discourse) -> Iterator[str]:
    """Signs that the opening stays open."""
    draft, tree = opening.draft, opening.draft.tree
    yield "nobody"
    yield f"nobody, {draft.trigger.entry.part}"
    yield f"nobody, {draft.frame.name}"
    yield f"nobody, {draft.shown.modality}"
    yield f"nobody of {min(len(others), 4)}"
    if draft.is_open:
        yield "nobody, open"
    if opening.known:
        yield "nobody, across from somebody"
    for filler in opening.fillers:
        if filler.word is not None:
            yield "nobody, filled"
            yield f"nobody, filled by {tree.words[filler.word].upos}"
            if discourse.parties.at(tree.index, filler.word) is not None:
                yield "nobody, filled by somebody"
            if filler.word in discourse.heads.get(tree.index, ()):
                yield "nobody, filled by an event"
