"""A verb of saying put into or behind what is said, its speaker behind it, in; the speaker and the other words out.

"The bridge is closed, said on Monday the mayor": trees of languages that put the verb first there hang it on what is
said in any of several ways, as one more clause or as its head, and its speaker as an object. The signs tell it better.
"""

from dataclasses import dataclass

from sayso.claims.attribution.cues import Match
from sayso.claims.attribution.seats import seat
from sayso.claims.attribution.speakers import is_passive
from sayso.claims.trees import Tree, children, marker, relation
from sayso.lang.sayings import Sayings

_BRIDGES = frozenset({"AUX", "ADV", "PART", "PRON"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "X"})
_CLAUSAL = frozenset({"VERB", "AUX"})
_STOPS = frozenset(",;:.!?—–-…") | {"..."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """The words outside of an aside, and the word that heads its speaker."""

    words: frozenset[int]
    source: int


def aside(tree: Tree, match: Match, *, known: Sayings) -> Aside | None:
    """What an aside leaves of its sentence as what is said; None where the verb opens none, or nobody speaks in it."""
    cue = match.cue
    if match.kind == "noun" or not {"clause", "subject"} & cue.frames or not known.words["as"]:
        return None
    if cue.channel == "believed" and cue.modality is not None:
        return None
    first = _opening(tree, match.word, known)
    if first is None or _is_participle(tree, match.word, known):
        return None
    end = _stop(tree, match.word + 1)
    source = _speaker(tree, match, first, end, known)
    if source is None or any(tree.words[word].upos in _CLAUSAL for word in range(match.words[1], end)):
        return None
    own = set(range(first, end))
    while (more := _more(tree, match, own, end, known)) is not None:
        own.update(range(end, more))
        end = more
    outside = frozenset(range(len(tree.words))) - own
    return Aside(words=outside, source=source) if _says(tree, outside) else None


def _is_participle(tree: Tree, word: int, known: Sayings) -> bool:
    """Whether the verb shares the subject of the clause it hangs on, so that a noun behind it is what it speaks of."""
    endings = tuple(known.words["active"])
    return bool(endings) and relation(tree, word) == "advcl" and tree.words[word].form.lower().endswith(endings)


def _opening(tree: Tree, word: int, known: Sayings) -> int | None:
    """The first word of the aside: the verb or what leads it, right behind a sign; at the start only behind "as"."""
    place = word
    while place > 0 and tree.words[place - 1].upos in _BRIDGES and tree.words[place - 1].head == word:
        place -= 1
    led = place > 0 and tree.words[place - 1].form.lower() in known.words["as"]
    place -= led
    led = led or tree.words[place].form.lower() in known.words["as"]
    if place == 0:
        return 0 if led else None
    return place if tree.words[place - 1].upos == "PUNCT" and _before(tree, place) else None


def _before(tree: Tree, place: int) -> bool:
    """Whether words stand before an aside that is no mere label."""
    return any(tree.words[word].upos != "PUNCT" for word in range(place)) and tree.words[place - 1].form != ":"


def _stop(tree: Tree, place: int) -> int:
    """The next sign that parts clauses; words in brackets go with what is before them."""
    depth = 0
    while place < len(tree.words):
        form = tree.words[place].form
        depth += (form == "(") - (form == ")")
        if form in _STOPS and depth <= 0:
            return place
        place += 1
    return place


def _speaker(tree: Tree, match: Match, first: int, end: int, known: Sayings) -> int | None:
    """Who speaks in the aside: at whose seat, else its subject, else the first noun without an adposition."""
    is_reputed = match.cue.channel == "hearsay"
    at = seat(tree, match.word, known=known, after=first, is_reputed=is_reputed)
    if at is not None or is_reputed:
        return at
    if relation(tree, match.word) != "advcl" and is_passive(tree, match.word, known=known):
        return None
    inside = range(match.words[1], end)
    subjects = [child for child in children(tree, match.word, "nsubj") if child in inside]
    if subjects:
        is_this = tree.words[subjects[0]].form.lower() in known.words["back"]
        return None if is_this or marker(tree, subjects[0]) else subjects[0]
    for child in children(tree, match.word, "obj", "iobj", "obl", "xcomp", "advmod", "appos", "nmod"):
        bare = not children(tree, child, "case", "mark") and tree.words[child].upos in _NAMING
        if child in inside and bare and _may_speak(tree, match, child):
            return child
    return None


def _may_speak(tree: Tree, match: Match, word: int) -> bool:
    """Whether a noun that the tree takes for no subject names somebody, or cannot be what the verb is about."""
    named = any(
        mention.kind in ("person", "organisation") and mention.span.start <= tree.words[word].start < mention.span.end
        for mention in tree.sentence.mentions
    )
    return named or ("object" not in match.cue.frames and tree.words[word].form.lower() == tree.lemmas[word])


def _more(tree: Tree, match: Match, own: set[int], end: int, known: Sayings) -> int | None:
    """The end of the next stretch when it still belongs to the aside: "..., whose text an agency has seen"."""
    first = end + 1
    if end >= len(tree.words) or tree.words[end].form != ",":
        return None
    stop = _stop(tree, first)
    words = [word for word in range(first, stop) if tree.words[word].upos != "PUNCT"]
    if not words:
        return None
    heads = [tree.words[word].head for word in words if tree.words[word].head not in range(first, stop)]
    if not heads or heads[0] not in own:
        return None
    opens = {tree.words[word].form.lower() for word in words[:3]} | {tree.lemmas[word] for word in words[:3]}
    if opens & known.words["relative"]:
        return stop
    if any(tree.words[word].upos in _CLAUSAL and children(tree, word, "nsubj") for word in words):
        return None
    return stop if heads[0] != match.word or _is_converb(tree, words) else None


def _is_converb(tree: Tree, words: list[int]) -> bool:
    """Whether a stretch is a clause without a subject that hangs on the verb of saying: "citing the report"."""
    return any(relation(tree, word) == "advcl" for word in words)


def _says(tree: Tree, words: frozenset[int]) -> bool:
    return any(tree.words[word].upos not in ("PUNCT", "CCONJ", "SCONJ", "PART") for word in words)
