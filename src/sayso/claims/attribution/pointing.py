"""What is told of who says what in, the sentences that a later "this was reported by X" points back to added out."""

from sayso.claims.attribution.speakers import speaker
from sayso.claims.attribution.spoken import Told
from sayso.claims.attribution.utterances import Utterance, channel_of
from sayso.claims.trees import Tree
from sayso.lang.sayings import sayings

_LINKS = frozenset({"PUNCT", "ADP", "SCONJ", "CCONJ", "PART", "ADV"})

_FEWEST = 3
"""Words of the shortest sentence that says who said so: "This Smith reports"."""


def point_back(told: Told) -> None:
    """Give a sentence without a source to whom the next says it is from; nothing is returned, `told` grows."""
    for before, tree in zip(told.trees, told.trees[1:], strict=False):
        pointing = next((each for each in told.uttered.get(tree.index, ()) if _points(tree, each)), None)
        pointing = pointing or _said_so(told, tree)
        if pointing is None or any(each.is_speech and each.source for each in told.uttered.get(before.index, ())):
            continue
        told.add(
            Utterance(
                tree=before,
                words=frozenset(range(len(before.words))),
                channel=pointing.channel,
                source=pointing.source,
                cue=pointing.cue,
            )
        )


def _said_so(told: Told, tree: Tree) -> Utterance | None:
    """A verb of saying right behind a "this" that opens the sentence, with nothing else to say: "Das teilte X mit"."""
    known = sayings(tree.language)
    if len(tree.words) < _FEWEST or tree.words[0].form.lower() not in known.words["back"]:
        return None
    for match in told.idle.get(tree.index, ()):
        if match.word == 1 or tree.words[1].head == match.word:
            source = speaker(tree, match, known=known)
            is_plain = match.cue.modality is None and not match.cue.is_factive and not match.cue.is_negated
            if source is None or source < match.word or not is_plain:
                continue
            told.idle[tree.index].remove(match)
            return Utterance(
                tree=tree,
                words=frozenset(),
                match=match,
                source=(tree.index, source),
                channel=channel_of(tree, source, channel=match.cue.channel, known=known),
                cue=(tree.index, *match.words),
            )
    return None


def _points(tree: Tree, each: Utterance) -> bool:
    """Whether all that somebody is said to say is "this", by the main verb."""
    if not each.is_speech or each.source is None or each.match is None or tree.words[each.match.word].head >= 0:
        return False
    back = sayings(tree.language).words["back"]
    said = [tree.words[word].form.lower() for word in each.words if tree.words[word].upos not in _LINKS]
    return 0 < len(said) <= 2 and back.issuperset(said)
