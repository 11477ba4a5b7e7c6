"""The names and chains of a reading in, what they say of words out: heads of phrases, organisations unknown to us."""

from bisect import bisect_left
from collections.abc import Iterator

from sayso.claims.actors.scene import Scene, View
from sayso.claims.actors.spelling import slug_of, uninflected
from sayso.records import Reading, Span

_NAMED = frozenset({"state", "short", "capital", "people", "adjective", "seat", "body", "person", "nothing", "place"})


def chains(scene: Scene, reading: Reading) -> dict[tuple[int, int], int]:
    """For the head of every phrase in a chain (sentence and word) the number of the chain."""
    starts = [view.tree.sentence.span.start for view in scene.views]
    found: dict[tuple[int, int], int] = {}
    for number, chain in enumerate(reading.chains):
        for span in chain.mentions:
            sentence = bisect_left(starts, span.start + 1) - 1
            if sentence >= 0:
                head = _head(scene.views[sentence], span)
                if head is not None:
                    found[sentence, head] = number
    return found


def words_in(view: View, span: Span) -> list[int]:
    """The words of the sentence that lie in the span."""
    return [number for number, word in enumerate(view.tree.words) if word.start >= span.start and word.end <= span.end]


def _head(view: View, span: Span) -> int | None:
    inside = words_in(view, span)
    heads = [word for word in inside if view.tree.words[word].head not in inside]
    return next((word for word in heads if view.tree.words[word].upos != "PUNCT"), None)


def organisations(scene: Scene, reading: Reading) -> dict[tuple[int, int], tuple[str, tuple[int, int]]]:
    """For every word of an organisation that no list has, the id made from its name, and the words of the name."""
    named: list[tuple[int, int, int, str]] = []
    for number, view in enumerate(scene.views):
        for first, end in _unlisted(view, reading, number):
            start, stop = view.tree.words[first].start, view.tree.words[end - 1].end
            text = scene.document.text[start:stop]
            named.append((number, first, end, uninflected(text, view.names.matching)))
    full = {_initials(text): text for _, _, _, text in named if len(_initials(text)) > 1}
    found: dict[tuple[int, int], tuple[str, tuple[int, int]]] = {}
    for number, first, end, text in named:
        slug = slug_of(full.get(text, text))
        if slug:
            found.update(((number, word), (f"org/{slug}", (first, end))) for word in range(first, end))
    return found


def _initials(text: str) -> str:
    """The capitals of a name of several words: `SRTF` of `Syria Recovery Trust Fund`."""
    words = text.split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""


def _unlisted(view: View, reading: Reading, number: int) -> Iterator[tuple[int, int]]:
    words = view.tree.words
    for mention in reading.sentences[number].mentions:
        inside = words_in(view, mention.span) if mention.kind == "organisation" else []
        while inside and (words[inside[0]].upos in ("DET", "PUNCT", "ADP") or not words[inside[0]].form[0].isalnum()):
            inside.pop(0)
        while inside and words[inside[-1]].upos in ("PART", "PUNCT"):
            inside.pop()
        if inside and words[inside[0]].form[0] != words[inside[0]].form[0].lower() and not _is_listed(view, inside):
            yield inside[0], inside[-1] + 1


def _is_listed(view: View, inside: list[int]) -> bool:
    """Whether the lists know it: by a name that covers it, or as a noun with its owner (`the German Navy`)."""
    covered = [word for word in inside if word in view.by_word and view.by_word[word].kind in _NAMED]
    if len(covered) == len(inside):
        return True
    nouns = [view.by_word[word] for word in inside if word in view.by_word and view.by_word[word].kind == "noun"]
    if any(hit.slug("office", "body", "force") for hit in nouns):
        return True
    return any(view.by_word[word].kind in ("body", "seat", "person", "nothing") for word in covered)
