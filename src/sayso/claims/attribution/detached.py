"""A verb of saying that the tree gives no content in, the words it is put beside and its speaker out.

Three forms: a clause of comparison ("as the council said", "wie der Rat mitteilte"), a verb with its speaker behind a
comma that the tree takes for something else ("..., ont indiqué des témoins"), and one that a dateline or a cut has torn
from what is said before it.
"""

from dataclasses import dataclass

from sayso.claims.attribution.cues import Match
from sayso.claims.trees import Tree, below, children, marker, relation
from sayso.lang.sayings import Sayings

_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_BETWEEN = frozenset({"AUX", "ADV", "PRON", "PART", "DET"})
"""What may stand between a comma and the verb: "..., le ha dicho", "..., das zeigen"."""
_ALIEN = frozenset({"hearsay"})
"""Channels of verbs whose speaker is no subject: "das geht aus dem Bericht hervor"."""
_DAYS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV", "DET", "ADP"})
_SPOKEN = frozenset({"said", "reported", "shown", "hearsay"})


@dataclass(frozen=True, slots=True)
class Detached:
    """The words that are said, and the word that heads the one who says them; None where the cue tells it."""

    words: frozenset[int]
    source: int | None


def find_detached(tree: Tree, match: Match, *, known: Sayings) -> Detached | None:
    """What a verb of saying without a content of its own is put beside; None when nothing stands there."""
    cue = match.cue
    if (
        match.kind != "verb"
        or "clause" not in cue.frames
        or cue.channel not in _SPOKEN
        or cue.modality
        or cue.is_negated
    ):
        return None
    return _compared(tree, match, known) or _inverted(tree, match, known) or _torn(tree, match)


def _compared(tree: Tree, match: Match, known: Sayings) -> Detached | None:
    """ "As the council said on Friday": all else of the sentence, or of the clause it hangs on."""
    word = match.word
    own = frozenset(below(tree, word))
    first = min(place for place in own if tree.words[place].upos != "PUNCT")
    if tree.words[word].head < 0 or not _leads(tree, first, word):
        return None
    if tree.words[first].form.lower() not in known.words["like"] or _objects(tree, word):
        return None
    if match.cue.is_factive or not _is_parted(tree, own):
        return None
    is_reputed = match.cue.channel == "hearsay"
    subjects: list[int | None] = [None] if is_reputed else [*children(tree, word, "nsubj")]
    rest = [place for place in range(len(tree.words)) if place not in own and tree.words[place].upos != "PUNCT"]
    if not subjects or not rest or any(_is_us(tree, each, known) for each in subjects[-1:]):
        return None
    if first < rest[0] or max(own) > rest[-1]:
        return Detached(frozenset(range(len(tree.words))) - own, subjects[-1])
    return Detached(frozenset(below(tree, tree.words[word].head)) - own, subjects[-1])


def _leads(tree: Tree, first: int, word: int) -> bool:
    """Whether the first word of a clause belongs to its verb, or to the subject that the tree hung it on."""
    head = tree.words[first].head
    is_mark = relation(tree, first) in ("mark", "advmod", "case", "cc")
    return is_mark and (head == word or head in children(tree, word, "nsubj"))


def _is_us(tree: Tree, word: int | None, known: Sayings) -> bool:
    return word is not None and tree.words[word].form.lower() in known.words["us"]


def _is_parted(tree: Tree, own: frozenset[int]) -> bool:
    """Whether a sign parts a clause from the rest: "as police have said", but not "as they spoke"."""
    edges = (min(own) - 1, min(own), max(own), max(own) + 1)
    return any(tree.words[place].form == "," for place in edges if 0 <= place < len(tree.words))


def _objects(tree: Tree, word: int) -> list[int]:
    """What the verb itself says, more than a pronoun: who announces something does not just comment."""
    said = children(tree, word, "obj", "ccomp", "xcomp")
    return [child for child in said if tree.words[child].upos not in ("PRON", "DET")]


def _inverted(tree: Tree, match: Match, known: Sayings) -> Detached | None:
    """The verb behind a comma with its speaker right behind it, whatever the tree takes that for."""
    comma = _comma(tree, match.word)
    is_participle = tree.words[match.word].form.lower().endswith(tuple(known.words["active"]))
    if comma is None or is_participle or children(tree, match.word, "mark", "ccomp", "cc"):
        return None
    before = [child for child in children(tree, match.word, "nsubj", "obj") if comma < child < match.word]
    says_this = any(tree.words[child].form.lower() in known.words["back"] for child in before)
    if before and not says_this and any(relation(tree, child) == "nsubj" for child in before):
        return None
    if match.cue.channel in _ALIEN:
        is_told = says_this and any(
            marker(tree, child) in known.words["whence"] for child in children(tree, match.word, "obl")
        )
        return Detached(frozenset(range(comma)), None) if is_told else None
    own = [child for part in range(*match.words) for child in children(tree, part, "nsubj", "obj", "obl")]
    speakers = [child for child in own if child >= match.words[1] and _may_speak(tree, match, child, known)]
    if not speakers or not _is_said(tree, comma):
        return None
    return Detached(frozenset(range(comma)), speakers[0])


def _may_speak(tree: Tree, match: Match, word: int, known: Sayings) -> bool:
    """Whether a noun behind the verb is its subject: with no adposition but a partitive, and at most a day between."""
    if tree.words[word].upos not in _NOUNS or marker(tree, word) not in {"", *known.words["partitive"]}:
        return False
    if relation(tree, word) == "obl" and not children(tree, word, "det"):
        return False  # "said Monday"
    named = tree.words[word].upos == "PROPN" or tree.lemmas[word] in known.words["label"] | known.words["interviewer"]
    if relation(tree, word) != "nsubj" and "object" in match.cue.frames and not named:
        return False
    return all(tree.words[place].upos in _DAYS for place in range(match.words[1], word))


def _torn(tree: Tree, match: Match) -> Detached | None:
    """ "P, the navy said, in its third report" where nothing ties P to the verb."""
    word = match.word
    subjects = [child for child in children(tree, word, "nsubj") if child < word]
    if (
        relation(tree, word) not in ("root", "parataxis")
        or not subjects
        or children(tree, word, "ccomp", "obj", "mark")
    ):
        return None
    own = set(below(tree, subjects[-1]))
    first = min(own)
    tight = set(range(first, word)) - own
    after = tree.words[match.words[1]] if match.words[1] < len(tree.words) else None
    if match.cue.is_factive or children(tree, word, "aux:pass") or (after and after.upos not in ("PUNCT", "ADP")):
        return None
    if first < 2 or tree.words[first - 1].form != "," or any(tree.words[place].upos not in _BETWEEN for place in tight):
        return None
    return Detached(frozenset(range(first - 1)), subjects[-1]) if _is_said(tree, first - 1) else None


def _comma(tree: Tree, word: int) -> int | None:
    """The comma before a verb with nothing but auxiliaries and pronouns between."""
    place = word - 1
    while place > 0 and tree.words[place].upos in _BETWEEN:
        place -= 1
    return place if place > 0 and tree.words[place].form == "," else None


def _is_said(tree: Tree, end: int) -> bool:
    """Whether what stands before has a verb with a subject, as what is said has."""
    return any(
        tree.words[place].upos in _PREDICATES and any(subject < end for subject in children(tree, place, "nsubj"))
        for place in range(end)
    )
