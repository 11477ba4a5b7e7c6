"""Trees and parties of a document in, the stretches of it that belong to a source other than the author out."""

from collections.abc import Sequence

from sayso.claims.attribution.contents import Content, holders, stretch
from sayso.claims.attribution.cues import Match, matches
from sayso.claims.attribution.indirect import report_on
from sayso.claims.attribution.labels import labelled
from sayso.claims.attribution.pointing import point_back
from sayso.claims.attribution.quotations import quotations
from sayso.claims.attribution.spoken import Told, give_quotations, name_the_unnamed
from sayso.claims.attribution.standins import Mentioned, Referents, StandIns
from sayso.claims.attribution.utterances import Utterance, beside, hearsay, utter
from sayso.claims.trees import Tree, children, conjuncts, extent, phrase
from sayso.lang.sayings import Sayings, sayings
from sayso.records import Document
from sayso.vocab.actors import Roster

__all__ = ["Content", "find_contents", "holders"]


def find_contents(
    trees: Sequence[Tree], document: Document, *, parties: Referents, roster: Roster
) -> tuple[Content, ...]:
    """What belongs to whom, in the order of the text, the widest first."""
    told = Told(trees=trees, uttered={}, idle={})
    for tree in trees:
        told.uttered[tree.index], told.idle[tree.index] = _of_sentence(tree, sayings(tree.language))
    for utterance in labelled(trees, document):
        told.add(utterance)
    name_the_unnamed(told)
    point_back(told)
    give_quotations(told, quotations(trees, document))
    report_on(told)
    known = StandIns(trees=trees, parties=parties, roster=roster)
    found = [
        content
        for _, utterances in sorted(told.uttered.items())
        for utterance in utterances
        if (content := _content(utterance, known))
    ]
    found = _without_idle_hearsay(found)
    return tuple(sorted(set(found), key=_order))


def _of_sentence(tree: Tree, known: Sayings) -> tuple[list[Utterance], list[Match]]:
    """The utterances of a sentence, and its verbs of saying that have no content in it."""
    uttered: list[Utterance] = []
    idle: dict[int, Match] = {}
    for match in matches(tree, known):
        if match.kind == "adposition":
            made = beside(tree, match, known=known, uttered=uttered)
        elif match.kind in ("adverb", "auxiliary"):
            made = hearsay(tree, match)
        else:
            made = utter(tree, match, known=known)
        if made is not None and made.words and not _repeats(made, uttered):
            uttered.append(made)
        elif match.kind == "verb" and "clause" in match.cue.frames and match.cue.channel in ("said", "reported"):
            idle.setdefault(match.word, match)
    busy = {each.match.word for each in uttered if each.match}
    return uttered, [match for word, match in idle.items() if word not in busy]


def _repeats(made: Utterance, uttered: list[Utterance]) -> bool:
    """Whether the same word has the same content already, by another of its entries."""
    return any(
        other.match and made.match and other.match.word == made.match.word and other.words & made.words
        for other in uttered
    )


def _content(utterance: Utterance, known: StandIns) -> Content | None:
    placed = stretch(utterance.tree, utterance.words)
    if placed is None:
        return None
    trees, parties = known.trees, known.parties
    source: tuple[int, int, int] | None = None
    others: tuple[int, ...] = ()
    channel = utterance.channel
    if utterance.source is not None:
        sentence, head = utterance.source
        first, *rest = conjuncts(trees[sentence], head)
        others = tuple(rest)
        named = [_named(trees[sentence], each, parties) for each in (first, *others)]
        source = (sentence, min(start for start, _ in named), max(end for _, end in named))
        if utterance.cue is not None and utterance.cue[:2] == source[:2] and utterance.cue[2] < source[2]:
            source = (sentence, utterance.cue[2], source[2])  # "so der Rat"
        if utterance.is_dropped:
            source = None
        if channel in ("said", "shown") and _is_media(parties.at(sentence, head), known.roster):
            channel = "reported"
    return Content(
        sentence=utterance.tree.index,
        words=placed[0],
        gaps=placed[1],
        source=source,
        source_head=known.meant(utterance.source) if utterance.source is not None else None,
        beside=others,
        cue=utterance.cue,
        channel=channel,
        modality=utterance.modality,
        certainty=utterance.certainty,
        is_negated=utterance.is_negated,
        is_factive=utterance.match is not None and utterance.match.cue.is_factive,
    )


def _is_media(party: Mentioned | None, roster: Roster) -> bool:
    """Whether the source is a newspaper, an agency or a broadcaster: what they say, they report."""
    return party is not None and bool(party.actors) and all(roster.kind(actor) == "media" for actor in party.actors)


def _named(tree: Tree, head: int, parties: Referents) -> tuple[int, int]:
    """The words of a source: those of the party, else the noun phrase and what is set beside the name."""
    party = parties.at(tree.index, head)
    if party is not None:
        return party.words
    first, end = phrase(tree, head)
    for child in children(tree, head, "appos"):
        if child > head and not children(tree, child, "acl"):
            end = max(end, extent(tree, child)[1])
    return first, end


def _without_idle_hearsay(found: list[Content]) -> list[Content]:
    """Hearsay inside what a named source says adds no link."""
    named = tuple(sorted((each for each in found if each.source and not each.is_factive), key=_order))
    return [
        content
        for content in found
        if content.channel != "hearsay" or not content.cue or not holders(named, content.sentence, word=content.cue[1])
    ]


def _order(content: Content) -> tuple[int, int, int, tuple[int, ...]]:
    return content.sentence, content.words[0], -content.words[1], content.cue or ()
