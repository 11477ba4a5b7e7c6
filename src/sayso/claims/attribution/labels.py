"""Trees of a document in, what stands after or before a speaker's name and a colon out.

Three forms: transcripts ("MS. KEMP: ..."), where a label speaks until the next one; headings and sentences that begin
with a person ("Kemp: ..."), and headings that end with a source ("...: report").
"""

from collections.abc import Iterator, Sequence

from sayso.claims.attribution.utterances import Utterance, channel_of
from sayso.claims.trees import Tree, relation
from sayso.lang.sayings import sayings
from sayso.records import Document

_LABEL = 9
"""Most words of a label: "SENIOR ADMINISTRATION OFFICIAL NUMBER TWO:"."""

_TRANSCRIPT = 3
"""Labels from which on a document is a transcript, in which a label speaks until the next one."""

_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "ADP", "DET", "NUM", "X", "PUNCT", "INTJ", "VERB", "PART", "CCONJ"})
_PERSON = "person"
_ORGANISATION = "organisation"


def labelled(trees: Sequence[Tree], document: Document) -> Iterator[Utterance]:
    """What labels put into somebody's mouth, in the order of the text."""
    openings = frozenset(passage.start for passage in document.passages)
    headings = [(passage.start, passage.end) for passage in document.passages if passage.kind == "heading"]
    colons = transcript(trees)
    is_transcript = bool(colons)
    if not is_transcript:
        colons = _colons(trees)
        colons = {index: colon for index, colon in colons.items() if trees[index].sentence.span.start in openings}
    source: tuple[int, int] | None = None
    for tree in trees:
        colon = colons.get(tree.index)
        if colon is not None:
            head = _head(tree, 0, colon)
            source = (tree.index, head)
            yield _said(tree, colon + 1, source=source)
            continue
        if is_transcript and source is not None:
            yield _said(tree, 0, source=source, of=trees[source[0]])
        elif any(start <= tree.sentence.span.start < end for start, end in headings):
            yield from _closing(tree)


def transcript(trees: Sequence[Tree]) -> dict[int, int]:
    """For every sentence of a transcript that begins with a label, where its colon stands; empty for other texts."""
    colons = _colons(trees)
    return colons if len(colons) >= _TRANSCRIPT else {}


def _colons(trees: Sequence[Tree]) -> dict[int, int]:
    return {tree.index: colon for tree in trees if (colon := _colon(tree)) is not None}


def _said(tree: Tree, first: int, *, source: tuple[int, int], of: Tree | None = None) -> Utterance:
    speaking = of or tree
    channel = channel_of(speaking, source[1], channel="said", known=sayings(speaking.language))
    return Utterance(tree=tree, words=frozenset(range(first, len(tree.words))), source=source, channel=channel)


def _colon(tree: Tree) -> int | None:
    """Where the colon of a label stands at the beginning of a sentence; None when it has no such label."""
    for number, word in enumerate(tree.words[: _LABEL + 1]):
        if word.form == ":":
            return number if number and _is_speaker(tree, number) and number + 1 < len(tree.words) else None
        if word.upos not in _NAMING:
            return None
    return None


def _is_speaker(tree: Tree, colon: int) -> bool:
    label = [word for word in tree.words[:colon] if word.upos != "PUNCT" and any(map(str.isalpha, word.form))]
    known = sayings(tree.language).words["interviewer"]
    if not label:
        return False
    if all(word.form.isupper() for word in label) and any(len(word.form) > 1 for word in label):
        return True
    if len(label) == 1 and label[0].form.lower() in known:
        return True
    start, end = label[0].start, label[-1].end
    return any(
        mention.kind == _PERSON and mention.span.end == end and start <= mention.span.start
        for mention in tree.sentence.mentions
    )


def _head(tree: Tree, first: int, end: int) -> int:
    """The word of a label that the others hang on."""
    inside = range(first, end)
    tops = [word for word in inside if tree.words[word].upos != "PUNCT" and not first <= tree.words[word].head < end]
    return tops[-1] if tops else first


def _closing(tree: Tree) -> Iterator[Utterance]:
    """A heading that ends with its source: "Border to close: minister"."""
    colons = [number for number, word in enumerate(tree.words) if word.form in (":", "—", "–", "-") and number]
    if not colons or not 0 < len(tree.words) - colons[-1] - 1 <= _LABEL:
        return
    colon = colons[-1]
    head = _head(tree, colon + 1, len(tree.words))
    known = sayings(tree.language)
    named = any(
        mention.kind in (_PERSON, _ORGANISATION) and mention.span.end == tree.words[-1].end
        for mention in tree.sentence.mentions
    )
    if not named and tree.lemmas[head] not in known.words["media"] | known.words["label"]:
        return
    if any(relation(tree, word) == "nsubj" for word in range(colon + 1, len(tree.words))):
        return
    source = (tree.index, head)
    channel = channel_of(tree, head, channel="said", known=known)
    yield Utterance(tree=tree, words=frozenset(range(colon)), source=source, channel=channel)
