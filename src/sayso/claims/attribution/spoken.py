"""Quotations and the utterances round them in, the same utterances widened and those without a verb added out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.claims.attribution.cues import Match
from sayso.claims.attribution.quotations import Quotation
from sayso.claims.attribution.utterances import Utterance, attributed
from sayso.claims.trees import Tree, children, relation
from sayso.lang.sayings import sayings

_FEWEST = 3
"""Words from which on a quotation may be speech; shorter ones are names and words held at arm's length."""


_DASHES = frozenset("―—–-") | {"--"}
_SIGNATURE = 9
"""Most words of a name after a dash: "— Jan Novak, a teacher in Brno"."""


@dataclass(slots=True, kw_only=True)
class Told:
    """All that is known of who says what, sentence by sentence, while quotations are given to their speakers."""

    trees: Sequence[Tree]
    uttered: dict[int, list[Utterance]]
    idle: dict[int, list[Match]]
    """Verbs of saying that have no content of their own."""
    voices: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Who was last heard in quotation marks, by the sentence in which they were named or spoke."""
    quoted: dict[int, set[int]] = field(default_factory=dict)
    """The words that stand in quotation marks."""

    def add(self, utterance: Utterance) -> None:
        """Put one more utterance into its sentence."""
        self.uttered.setdefault(utterance.tree.index, []).append(utterance)


def give_quotations(told: Told, found: Sequence[Quotation]) -> None:
    """Give every quotation that is speech to the one who speaks; nothing is returned, `told` grows."""
    for quotation in found:
        for sentence, first, end in quotation.pieces:
            told.quoted.setdefault(sentence, set()).update(range(first, end))
    before: Utterance | None = None
    for quotation in found:
        spoken = _reaching(told, quotation) or _claimed(told, quotation) or _signed(told, quotation)
        if spoken is None and quotation.goes_on:
            spoken = before
        for piece in quotation.pieces:
            if spoken is not None:
                _widen(told, spoken, piece)
            elif (
                piece[2] - piece[1] >= _FEWEST
                and _stands_alone(told.trees[piece[0]], piece)
                and not _is_labelled(told, piece)
            ):
                told.add(_unsaid(told, piece))
        before = spoken


def name_the_unnamed(told: Told) -> None:
    """Give a verb that has left out its subject the one who spoke before, or whom the sentence before is about."""
    for tree in told.trees:
        for each in told.uttered.get(tree.index, ()):
            if each.is_dropped and each.source is None and each.match is not None:
                each.source = heard_before(told, tree.index, first=each.match.word)


def _widen(told: Told, spoken: Utterance, piece: tuple[int, int, int]) -> None:
    sentence, first, end = piece
    words = frozenset(range(first, end))
    if spoken.source is not None:
        told.voices[sentence] = spoken.source
    if spoken.tree.index == sentence:
        inside = spoken.match is not None and spoken.match.word in words
        spoken.words |= frozenset() if inside else words
    else:
        told.add(
            replace(spoken, tree=told.trees[sentence], words=words, modality=None, certainty=None, is_negated=False)
        )


def _reaching(told: Told, quotation: Quotation) -> Utterance | None:
    """The widest utterance that takes up half of a piece from a cue outside of it."""
    best: Utterance | None = None
    for sentence, first, end in quotation.pieces:
        piece = frozenset(range(first, end))
        for each in told.uttered.get(sentence, ()):
            if each.match is None or each.match.kind in ("adverb", "auxiliary"):
                continue
            if each.match.word in piece and not _is_set_off(each.tree, each.match.word):
                continue
            if 2 * len(each.words & piece) > len(piece) and (best is None or len(each.words) > len(best.words)):
                best = each
    return best


def _is_set_off(tree: Tree, word: int) -> bool:
    """Whether a verb of saying stands inside the marks between dashes, as many languages write it."""
    return any(tree.words[place].form in _DASHES for place in range(max(word - 2, 0), word))


def _claimed(told: Told, quotation: Quotation) -> Utterance | None:
    """The utterance of a verb of saying beside the quotation that has no content yet."""
    sentence, first, end = quotation.pieces[0]
    if end - first < _FEWEST and len(quotation.pieces) == 1 and _words(told.trees[sentence], 0, first):
        return None
    for match, at in _verbs_beside(told, quotation):
        tree = told.trees[at]
        piece = next((piece for piece in quotation.pieces if piece[0] == at), None)
        words = frozenset(range(piece[1], piece[2])) if piece else frozenset(range(len(tree.words)))
        made = attributed(tree, match, known=sayings(tree.language), words=words)
        if made is None or (piece and made.source and made.source[1] in words):
            continue
        if made.is_dropped:
            made.source = heard_before(told, at, first=match.word)
        if made.source is None and not made.is_dropped:
            continue
        if match in told.idle[at]:
            told.idle[at].remove(match)
        told.uttered[at] = [each for each in told.uttered[at] if each.match is None or each.match.word != match.word]
        if made.source is not None:
            told.voices[at] = made.source
        if piece is None:
            made = replace(made, tree=told.trees[sentence], words=frozenset(range(first, end)))
        told.add(made)
        return made
    return None


def _verbs_beside(told: Told, quotation: Quotation) -> Iterator[tuple[Match, int]]:
    """Verbs without content, the likeliest first: in the sentence, before a colon, right after the quotation."""
    for sentence, first, end in quotation.pieces:
        outside = [match for match in told.idle.get(sentence, ()) if not first <= match.word < end]
        outside += [
            each.match
            for each in told.uttered.get(sentence, ())
            if each.match and _is_close(told.trees[sentence], each, first=first, end=end)
        ]
        for match in sorted(outside, key=lambda match: min(abs(match.word - first), abs(match.word - end))):
            yield match, sentence
    sentence, first, _ = quotation.pieces[0]
    if sentence > 0 and not _words(told.trees[sentence], 0, first) and _last(told.trees[sentence - 1]) in ":,":
        yield from ((match, sentence - 1) for match in reversed(told.idle.get(sentence - 1, ())))
    sentence, _, end = quotation.pieces[-1]
    after = sentence + 1
    if after < len(told.trees) and not _words(told.trees[sentence], end, len(told.trees[sentence].words)):
        quoted = told.quoted.get(after, set())
        yield from (
            (match, after)
            for match in told.idle.get(after, ())
            if relation(told.trees[after], match.word) == "root" and not quoted & set(range(match.word))
        )


def _signed(told: Told, quotation: Quotation) -> Utterance | None:
    """A quotation with a name after a dash behind it."""
    sentence, _, end = quotation.pieces[-1]
    rest = range(end, len(told.trees[sentence].words))
    if not _words(told.trees[sentence], end, rest.stop) and sentence + 1 < len(told.trees):
        sentence += 1
        rest = range(0, len(told.trees[sentence].words))
    tree = told.trees[sentence]
    signs = [word for word in rest if tree.words[word].form in _DASHES]
    if not signs or _words(tree, rest.start, signs[0]):
        return None
    named = _words(tree, signs[0] + 1, rest.stop)
    if not 0 < len(named) <= _SIGNATURE or not any(tree.words[word].upos == "PROPN" for word in named):
        return None
    head = next((word for word in named if tree.words[word].head not in named), named[0])
    made = Utterance(
        tree=told.trees[quotation.pieces[0][0]],
        words=frozenset(range(*quotation.pieces[0][1:])),
        source=(sentence, head),
        channel="said",
    )
    told.add(made)
    return made


def _is_labelled(told: Told, piece: tuple[int, int, int]) -> bool:
    """Whether a speaker's name and a colon have settled already who speaks."""
    sentence, first, end = piece
    return any(
        each.match is None and each.source is not None and each.words.issuperset(range(first + 1, end))
        for each in told.uttered.get(sentence, ())
    )


def _is_close(tree: Tree, each: Utterance, *, first: int, end: int) -> bool:
    """Whether a verb of saying with another content stands right before or behind a quotation, which is the content."""
    if each.match is None or each.match.kind != "verb" or "clause" not in each.match.cue.frames:
        return False
    word = each.match.word
    if first <= word < end or each.words & frozenset(range(first, end)):
        return False
    return not _words(tree, end, word) if word >= end else not _words(tree, word + 1, first)


def _words(tree: Tree, first: int, end: int) -> list[int]:
    return [word for word in range(first, end) if tree.words[word].upos != "PUNCT"]


def _last(tree: Tree) -> str:
    return tree.words[-1].form if tree.words else " "


def _stands_alone(tree: Tree, piece: tuple[int, int, int]) -> bool:
    """Whether the quotation is all there is of its sentence, or all that stands after a colon."""
    _, first, end = piece
    if _words(tree, end, len(tree.words)):
        return False
    before = _words(tree, 0, first)
    return not before or any(tree.words[word].form == ":" for word in range(before[-1], first))


def _unsaid(told: Told, piece: tuple[int, int, int]) -> Utterance:
    """A quotation without a verb: it is given to who spoke last before it, or to whom the sentence before is about."""
    sentence, first, end = piece
    source = heard_before(told, sentence, first=first)
    if source is not None:
        told.voices[sentence] = source
    return Utterance(tree=told.trees[sentence], words=frozenset(range(first, end)), source=source, channel="said")


def heard_before(told: Told, sentence: int, *, first: int) -> tuple[int, int] | None:
    """Who spoke earlier in the sentence or in the one before; else the person the one before is about."""
    for at in (sentence, sentence - 1):
        heard = [
            each
            for each in told.uttered.get(at, ())
            if each.is_speech
            and each.source
            and each.match
            and each.match.word not in told.quoted.get(at, ())
            and (at < sentence or each.match.word < first)
        ]
        if heard:
            return max(heard, key=lambda each: len(each.words)).source
        if at in told.voices:
            return told.voices[at]
    if sentence > 0:
        tree = told.trees[sentence - 1]
        for number, word in enumerate(tree.words):
            if word.relation == "root":
                subject = next(iter(children(tree, number, "nsubj")), None)
                if subject is not None and _is_person(tree, subject):
                    return sentence - 1, subject
    return None


def _is_person(tree: Tree, word: int) -> bool:
    place = tree.words[word]
    return any(
        mention.kind == "person" and mention.span.start <= place.start < mention.span.end
        for mention in tree.sentence.mentions
    )
