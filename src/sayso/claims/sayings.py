"""Trees and parties of a document in, the stretches of it that belong to a source other than the author out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sayso.claims.clauses import content_words
from sayso.claims.contents import Content, holders, stretch
from sayso.claims.cues import Match, matches
from sayso.claims.quotations import Quotation, quotations
from sayso.claims.speakers import is_passive, speaker
from sayso.claims.trees import Tree, ancestors, below, children, extent, phrase, relation
from sayso.lang.sayings import Cue, Sayings, sayings
from sayso.records import Document

__all__ = ["Content", "find_contents", "holders"]


class Mentioned(Protocol):
    """Who a word refers to, as far as sources need it."""

    @property
    def words(self) -> tuple[int, int]:
        """The words that name them."""


class Referents(Protocol):
    """Who the words of a document refer to."""

    def at(self, sentence: int, word: int) -> Mentioned | None:
        """The party a word heads, None when it is none."""


@dataclass(slots=True)
class _Draft:
    """A content that still grows."""

    tree: Tree
    words: frozenset[int]
    match: Match | None
    source: tuple[int, int] | None
    channel: str
    cue: tuple[int, int, int] | None = None
    is_negated: bool = False
    modality: str | None = None
    certainty: str | None = None


def find_contents(trees: Sequence[Tree], document: Document, *, parties: Referents) -> tuple[Content, ...]:
    """What belongs to whom, in the order of the text, the widest first."""
    drafts: list[_Draft] = []
    for tree in trees:
        drafts.extend(_of_sentence(tree, sayings(tree.language)))
    drafts = _quoted(trees, drafts, quotations(trees, document), parties)
    found = [content for draft in drafts if (content := _content(draft, trees, parties))]
    found = _without_idle_hearsay(found)
    return tuple(sorted(set(found), key=lambda content: (content.sentence, content.words[0], -content.words[1])))


def _of_sentence(tree: Tree, known: Sayings) -> list[_Draft]:
    drafts: list[_Draft] = []
    for match in matches(tree, known):
        if match.kind == "adposition":
            draft = _beside(tree, match, drafts)
        elif match.kind == "adverb":
            draft = _adverb(tree, match)
        else:
            draft = _draft(tree, match, known)
        if draft and draft.words and not _repeats(draft, drafts):
            drafts.append(draft)
    return drafts


def _repeats(draft: _Draft, drafts: list[_Draft]) -> bool:
    """The same word with the same content, found by another of its entries."""
    return any(
        other.match and draft.match and other.match.word == draft.match.word and other.words & draft.words
        for other in drafts
    )


def _draft(tree: Tree, match: Match, known: Sayings) -> _Draft | None:
    cue = match.cue
    words = content_words(tree, match, known)
    if not words:
        return None
    source = speaker(tree, match, known)
    channel = cue.channel
    if match.kind == "verb" and source is None and is_passive(tree, match.word):
        if cue.passive is None:
            return None
        channel = cue.passive
    if source is not None:
        channel = _channel(tree, source, channel, known)
        if source not in words:
            words -= frozenset(below(tree, source))
    if not words:
        return None
    negated = _is_denied(tree, match.word, known)
    modality, certainty = cue.modality, cue.certainty
    if channel == "hearsay":
        certainty = "unstated"
    if (negated and not cue.is_raising) or _asks(tree, words, known):
        modality, certainty = modality or "possible", "unstated"
    return _Draft(
        tree=tree,
        words=words,
        match=match,
        source=(tree.index, source) if source is not None else None,
        channel=channel,
        cue=(tree.index, *match.words),
        is_negated=cue.is_negated != (negated and cue.is_raising),
        modality=modality,
        certainty=certainty,
    )


def _channel(tree: Tree, source: int, channel: str, known: Sayings) -> str:
    lemma = tree.lemmas[source]
    if channel in ("said", "reported", "shown") and lemma in known.words["evidence"]:
        return "shown"
    if channel in ("said", "shown") and lemma in known.words["media"]:
        return "reported"
    return "said" if channel == "shown" and tree.words[source].upos in ("PROPN", "PRON") else channel


def _is_denied(tree: Tree, word: int, known: Sayings) -> bool:
    return any(
        tree.lemmas[child] in known.words["negation"] or tree.words[child].form.lower() in known.words["negation"]
        for child in children(tree, word, "advmod", "aux", "det")
    )


def _asks(tree: Tree, words: frozenset[int], known: Sayings) -> bool:
    """Whether the content is a question put aside: "did not say whether"."""
    first = min(words)
    return tree.words[first].form.lower() in known.words["whether"] and relation(tree, first) == "mark"


def _beside(tree: Tree, match: Match, drafts: list[_Draft]) -> _Draft | None:
    """ "According to X": the clause it is put beside, the whole sentence where it opens or ends it."""
    word = match.word
    source = _named(tree, word)
    if source is None:
        return None
    own = frozenset(below(tree, source)) | frozenset(range(*match.words)) | frozenset(below(tree, word))
    content = _clause_beside(tree, own, drafts)
    if not content:
        return None
    return _Draft(
        tree=tree,
        words=content - own,
        match=match,
        source=(tree.index, source),
        channel=_channel(tree, source, match.cue.channel, sayings(tree.language)),
        cue=(tree.index, *match.words),
    )


def _named(tree: Tree, word: int) -> int | None:
    """The noun that an adposition of saying leads."""
    if relation(tree, word) in ("case", "mark", "fixed") and tree.words[word].head >= 0:
        return tree.words[word].head
    return next(iter(children(tree, word, "obj", "obl", "nmod", "pobj")), None)


def _clause_beside(tree: Tree, own: frozenset[int], drafts: list[_Draft]) -> frozenset[int]:
    place = min(own)
    outside = [above for above in ancestors(tree, place) if above not in own]
    said = next((draft for draft in drafts if draft.match and draft.match.word in outside), None)
    if said is not None and said.match and tree.words[place].upos == "VERB":
        return said.words
    whole = frozenset(range(len(tree.words))) - own
    if not [word for word in range(place) if tree.words[word].upos != "PUNCT"]:
        return whole
    if not [word for word in range(max(own), len(tree.words)) if word not in own and tree.words[word].upos != "PUNCT"]:
        return whole
    for above in outside:
        if tree.words[above].upos in ("VERB", "AUX", "ADJ") or relation(tree, above) == "root":
            return frozenset(below(tree, above)) - own
    return frozenset()


def _adverb(tree: Tree, match: Match) -> _Draft | None:
    """ "Reportedly": nobody's word for the clause it is in."""
    head = tree.words[match.word].head
    if head < 0:
        return None
    words = frozenset(below(tree, head)) - {match.word}
    return _Draft(
        tree=tree,
        words=words,
        match=match,
        source=None,
        channel=match.cue.channel,
        cue=(tree.index, *match.words),
        certainty="unstated",
    )


def _quoted(
    trees: Sequence[Tree], drafts: list[_Draft], found: Sequence[Quotation], parties: Referents
) -> list[_Draft]:
    """Contents widened to the quotations they stand in, and quotations without a verb given to who spoke before."""
    by_sentence: dict[int, list[_Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.tree.index, []).append(draft)
    more: list[_Draft] = []
    for quotation in found:
        more.extend(_spoken(trees, quotation, by_sentence, parties))
        for draft in more:
            if draft not in by_sentence.setdefault(draft.tree.index, []):
                by_sentence[draft.tree.index].append(draft)
    return drafts + more


def _spoken(
    trees: Sequence[Tree], quotation: Quotation, drafts: dict[int, list[_Draft]], parties: Referents
) -> Iterator[_Draft]:
    spoken = _said_outside(quotation, drafts)
    if spoken is None:
        spoken = _claimed_by_verb(trees, quotation, drafts)
    for sentence, first, end in quotation.pieces:
        words = frozenset(range(first, end))
        if spoken is not None:
            if spoken.tree.index == sentence:
                spoken.words |= words
            else:
                yield replace(
                    spoken,
                    tree=trees[sentence],
                    words=words,
                    match=None,
                    modality=None,
                    certainty=None,
                    is_negated=False,
                )
        elif _stands_alone(trees[sentence], first, end):
            yield from _unsaid(trees, (sentence, first, end), drafts, parties)


def _said_outside(quotation: Quotation, drafts: dict[int, list[_Draft]]) -> _Draft | None:
    """The widest content that reaches into the quotation from a cue outside of it."""
    best: _Draft | None = None
    for sentence, first, end in quotation.pieces:
        for draft in drafts.get(sentence, []):
            cue = draft.match.word if draft.match else None
            inside = cue is not None and first <= cue < end
            shared = len(draft.words & frozenset(range(first, end)))
            if (
                not inside
                and draft.match
                and 2 * shared > end - first
                and (best is None or len(draft.words) > len(best.words))
            ):
                best = draft
    return best


def _claimed_by_verb(trees: Sequence[Tree], quotation: Quotation, drafts: dict[int, list[_Draft]]) -> _Draft | None:
    """A verb of saying right beside the quotation that the tree gave no content."""
    return None


def _stands_alone(tree: Tree, first: int, end: int) -> bool:
    """Whether the quotation is all there is of the sentence, or all after a colon."""
    outside = [word for word in (*range(first), *range(end, len(tree.words))) if tree.words[word].upos != "PUNCT"]
    return not outside


def _unsaid(
    trees: Sequence[Tree], piece: tuple[int, int, int], drafts: dict[int, list[_Draft]], parties: Referents
) -> Iterator[_Draft]:
    sentence, first, end = piece
    before = [draft for draft in drafts.get(sentence - 1, []) if draft.source and draft.channel in ("said", "reported")]
    source = max(before, key=lambda draft: len(draft.words)).source if before else None
    yield _Draft(tree=trees[sentence], words=frozenset(range(first, end)), match=None, source=source, channel="said")


def _content(draft: _Draft, trees: Sequence[Tree], parties: Referents) -> Content | None:
    placed = stretch(draft.tree, draft.words)
    if placed is None:
        return None
    source = None
    if draft.source is not None:
        sentence, head = draft.source
        party = parties.at(sentence, head)
        source = (sentence, *(party.words if party else _name(trees[sentence], head)))
    cue: Cue | None = draft.match.cue if draft.match else None
    return Content(
        sentence=draft.tree.index,
        words=placed[0],
        gaps=placed[1],
        source=source,
        source_head=draft.source,
        cue=draft.cue,
        channel=draft.channel,
        modality=draft.modality,
        certainty=draft.certainty,
        is_negated=draft.is_negated,
        is_factive=bool(cue and cue.is_factive),
    )


def _name(tree: Tree, head: int) -> tuple[int, int]:
    """The words of a source: its noun phrase and what is set beside the name."""
    first, end = phrase(tree, head)
    for child in children(tree, head, "appos"):
        after = extent(tree, child)[1]
        if child > head and not children(tree, child, "acl"):
            end = max(end, after)
    return first, end


def _without_idle_hearsay(found: list[Content]) -> list[Content]:
    """Hearsay inside what a named source says adds no link."""
    named = [content for content in found if content.source and not content.is_factive]
    return [
        content
        for content in found
        if content.channel != "hearsay"
        or not any(
            other.sentence == content.sentence
            and other.words[0] <= content.words[0]
            and content.words[1] <= other.words[1]
            for other in named
        )
    ]
