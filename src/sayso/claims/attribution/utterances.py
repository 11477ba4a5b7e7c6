"""A cue with its content in its tree in, one utterance out: who is behind which words, still free to grow."""

from dataclasses import dataclass

from sayso.claims.attribution.asides import aside
from sayso.claims.attribution.clauses import content_words
from sayso.claims.attribution.cues import Match
from sayso.claims.attribution.detached import find_detached
from sayso.claims.attribution.owning import owner
from sayso.claims.attribution.seats import seat
from sayso.claims.attribution.speakers import is_passive, speaker
from sayso.claims.trees import Tree, ancestors, below, children, marker, phrase, relation
from sayso.lang.sayings import Sayings


@dataclass(slots=True, kw_only=True)
class Utterance:
    """Words of one sentence that somebody stands behind; quotations widen them before they become a content."""

    tree: Tree
    words: frozenset[int]
    channel: str
    match: Match | None = None
    source: tuple[int, int] | None = None
    """Sentence and head word of the source."""
    cue: tuple[int, int, int] | None = None
    modality: str | None = None
    certainty: str | None = None
    is_negated: bool = False
    is_dropped: bool = False
    """Whether the verb has left out its subject, who is somebody named before."""

    @property
    def is_speech(self) -> bool:
        """Whether somebody is heard in it, so that what follows in quotation marks may be theirs."""
        return self.channel in ("said", "reported") and self.modality is None and not self._is_factive

    @property
    def _is_factive(self) -> bool:
        return self.match is not None and self.match.cue.is_factive


def utter(tree: Tree, match: Match, *, known: Sayings) -> Utterance | None:
    """What a verb, noun or adjective of saying puts into somebody's mouth; None when it puts nothing there."""
    if _is_idle(tree, match, known):
        return None
    put_in = aside(tree, match, known=known)
    if put_in is not None:
        return attributed(tree, match, known=known, words=put_in.words, source=put_in.source)
    trailing = _trailing(tree, match)
    words = trailing or content_words(tree, match, known=known)
    source = _beside_cue(tree, match.word) if trailing else None
    torn = None if words else find_detached(tree, match, known=known)
    if torn is not None:
        words, source = torn.words, torn.source
    if {tree.words[word].form.lower() for word in words} <= known.words["quotative"]:
        return None
    if source is None and known.verb_last:
        source = _swallowed(tree, match)
    return attributed(tree, match, known=known, words=words, source=source) if words else None


def _swallowed(tree: Tree, match: Match) -> int | None:
    """The speaker whom the tree has made a second subject of what is said, where the verb stands last."""
    if match.kind != "verb" or children(tree, match.word, "nsubj"):
        return None
    for clause in children(tree, match.word, "ccomp"):
        subjects = children(tree, clause, "nsubj")
        if len(subjects) > 1:
            return subjects[0]
    return None


def _trailing(tree: Tree, match: Match) -> frozenset[int]:
    """All before the last comma, where a sentence ends with "..., analysts say" and the tree misses who speaks."""
    if (
        match.kind != "verb"
        or "clause" not in match.cue.frames
        or relation(tree, match.word) not in ("root", "parataxis")
    ):
        return frozenset()
    if any(word.upos != "PUNCT" for word in tree.words[match.words[1] :]):
        return frozenset()
    first = _start(tree, match.word)
    source = _beside_cue(tree, match.word)
    if first < 2 or source is None or source < first or tree.words[source].head == match.word:
        return frozenset()
    if any(tree.words[word].upos == "VERB" for word in range(first, match.word)):
        return frozenset()
    return frozenset(range(first - 1))


def attributed(
    tree: Tree, match: Match, *, known: Sayings, words: frozenset[int], source: int | None = None
) -> Utterance | None:
    """The words with the source, channel and attitude that the cue gives them; the tree finds a source not given."""
    cue = match.cue
    is_reputed = cue.channel == "hearsay"
    if source is None and is_reputed:
        source = seat(tree, match.word, known=known, is_reputed=True)
        source = source if source is not None else _whence(tree, match, known)
    elif source is None:
        source = speaker(tree, match, known=known)
    channel: str | None = "said" if is_reputed and source is not None else cue.channel
    if match.kind == "verb" and source is None and is_passive(tree, match.word, known=known):
        channel = cue.passive
    if channel is None or not _is_fit(tree, source, match.cue.needs, known):
        return None
    if source is None and match.kind == "verb" and channel != "hearsay" and _is_dependent(tree, match.word):
        return None
    negated = _is_denied(tree, match.word, known)
    if cue.needs_negation and not negated:
        return None
    if source is not None:
        if source in words and max(words) < match.word and not known.verb_last:
            nearby = _beside_cue(tree, match.word)
            source = nearby if nearby is not None else source
            words = frozenset(word for word in words if word < _start(tree, source))
        channel = channel_of(tree, source, channel=channel, known=known)
        under = frozenset(below(tree, source))
        words -= frozenset(range(*phrase(tree, source))) if under & {*words, match.word} else under
    if not _has_substance(tree, words):
        return None
    modality, certainty = cue.modality, None if is_reputed else cue.certainty
    if channel == "hearsay":
        certainty = "unstated"
    if (negated and not (cue.is_raising or cue.needs_negation)) or _asks(tree, match.word, known):
        modality, certainty = modality or "possible", "unstated"
    is_active = match.kind == "verb" and not is_passive(tree, match.word, known=known)
    return Utterance(
        tree=tree,
        words=words,
        match=match,
        is_dropped=source is None and is_active and known.drops_subjects and channel != "hearsay",
        source=(tree.index, source) if source is not None else None,
        channel=channel,
        cue=(tree.index, *match.words),
        is_negated=cue.is_negated != (negated and not cue.needs_negation and (cue.is_raising or cue.is_negated)),
        modality=modality,
        certainty=certainty,
    )


def _whence(tree: Tree, match: Match, known: Sayings) -> int | None:
    """Where a rumour comes from, where that is told: "hieß es aus dem Ministerium"."""
    if match.kind != "verb":
        return None
    found = children(tree, match.word, "obl")
    return next((child for child in found if marker(tree, child) in known.words["whence"]), None)


def _beside_cue(tree: Tree, word: int) -> int | None:
    """The noun just before a verb that ends a sentence, which the tree has taken into what is said before it."""
    place = word - 1
    while place > 0 and tree.words[place].upos in ("AUX", "ADV", "PART"):
        place -= 1
    return place if tree.words[place].upos in ("NOUN", "PROPN", "PRON") else None


def _start(tree: Tree, word: int) -> int:
    """The word after the last comma before a word."""
    while word > 0 and tree.words[word - 1].upos != "PUNCT":
        word -= 1
    return word


def _has_substance(tree: Tree, words: frozenset[int]) -> bool:
    return any(tree.words[word].upos not in ("PUNCT", "ADP", "SCONJ", "DET", "PART", "CCONJ") for word in words)


def _is_dependent(tree: Tree, word: int) -> bool:
    """Whether a verb is an infinitive or participle, which without a subject puts nothing into anybody's mouth."""
    return relation(tree, word) in ("xcomp", "acl", "advcl", "amod", "csubj")


def channel_of(tree: Tree, source: int, *, channel: str, known: Sayings) -> str:
    """The channel as the source makes it: papers and polls report, pictures show, people say."""
    lemma = tree.lemmas[source]
    if channel in ("said", "reported", "shown") and lemma in known.words["evidence"]:
        return "shown"
    if channel in ("said", "shown") and lemma in known.words["media"]:
        return "reported"
    return "said" if channel == "shown" and tree.words[source].upos in ("PROPN", "PRON") else channel


def beside(tree: Tree, match: Match, *, known: Sayings, uttered: list[Utterance]) -> Utterance | None:
    """What "according to X" covers: the clause it is put beside, the whole sentence where it opens or ends it."""
    named = _named(tree, match.word)
    if named is None or (match.cue.needs_name and _is_bare(tree, named)):
        return None
    # "In the words of X" names X, "according to X" as well.
    owned = _owner(tree, named, known) if _is_noun_of_cue(tree, match, named) else None
    source = named if owned is None else owned
    own = frozenset(below(tree, named)) | frozenset(range(*match.words)) | frozenset(below(tree, match.word))
    own |= frozenset(below(tree, tree.words[match.word].head)) if tree.words[match.word].upos == "ADV" else frozenset()
    content = _clause_beside(tree, own, uttered)
    if not content:
        return None
    return Utterance(
        tree=tree,
        words=content - own,
        match=match,
        source=(tree.index, source),
        channel=channel_of(tree, source, channel=match.cue.channel, known=known),
        cue=(tree.index, *match.words),
    )


def hearsay(tree: Tree, match: Match) -> Utterance | None:
    """What an adverb such as "reportedly" covers: the clause it is in, on nobody's word."""
    head = tree.words[match.word].head
    if head < 0:
        return None
    return Utterance(
        tree=tree,
        words=frozenset(below(tree, head)) - {match.word},
        match=match,
        channel=match.cue.channel,
        cue=(tree.index, *match.words),
        certainty=match.cue.certainty,
    )


def _is_fit(tree: Tree, source: int | None, needs: str | None, known: Sayings) -> bool:
    """Whether the source is of the sort that the cue asks for."""
    if needs is None:
        return True
    return source is not None and (
        tree.lemmas[source] in known.words[needs] or tree.lemmas[source] in known.words["media"]
    )


def _is_idle(tree: Tree, match: Match, known: Sayings) -> bool:
    """ "You know" and "I think" are manners of speaking: they add no source to what is said."""
    subjects = children(tree, match.word, "nsubj")
    forms = {tree.words[subject].form.lower() for subject in subjects}
    if forms & known.words["hearer"]:
        return True
    return match.cue.modality is None and bool(forms & known.words["self"])


def _is_denied(tree: Tree, word: int, known: Sayings) -> bool:
    return any(
        tree.lemmas[child] in known.words["negation"] or tree.words[child].form.lower() in known.words["negation"]
        for child in children(tree, word, "advmod", "aux", "det")
    )


def _asks(tree: Tree, word: int, known: Sayings) -> bool:
    """Whether the content is a question put aside: "did not say whether"."""
    return any(
        tree.words[mark].form.lower() in known.words["whether"]
        for child in children(tree, word, "ccomp")
        for mark in children(tree, child, "mark")
    )


def _named(tree: Tree, word: int) -> int | None:
    """The noun that an adposition of saying leads."""
    head = tree.words[word].head
    if relation(tree, word) == "advmod" and tree.words[word].upos == "ADV":
        # "..., so der Rat": the noun that it stands before, behind a comma or a quotation.
        behind = word > 0 and tree.words[word - 1].upos == "PUNCT" and head > word
        if behind and tree.words[head].upos in ("NOUN", "PROPN"):
            return head
        # "..., so der Rat weiter", where the tree takes the last word for a verb.
        subjects = [each for each in children(tree, head, "nsubj") if behind and phrase(tree, each) == (word + 1, head)]
        is_last = all(each.upos == "PUNCT" for each in tree.words[head + 1 : head + 2])
        return subjects[0] if subjects and is_last else None
    if relation(tree, word) in ("case", "mark", "fixed") and head >= 0:
        # "As the ministry reports" names the ministry.
        verbal = tree.words[head].upos == "VERB"
        return next(iter(children(tree, head, "nsubj")), None) if verbal else head
    return next(iter(children(tree, word, "obj", "obl", "nmod", "advmod")), None)


def _is_bare(tree: Tree, noun: int) -> bool:
    """Whether a noun is no name, and nothing points to what it means."""
    return tree.words[noun].upos != "PROPN" and not children(tree, noun, "det", "nmod:poss", "compound", "amod")


def _owner(tree: Tree, named: int, known: Sayings) -> int | None:
    """Whose an account is, told by what hangs on it or, where the tree hangs that elsewhere, stands right behind it."""
    if any(tree.lemmas[child] in known.words["own"] for child in children(tree, named, "amod", "det")):
        above = (each for each in ancestors(tree, named) if children(tree, each, "nsubj"))
        return next((subject for each in above for subject in children(tree, each, "nsubj")), None)
    found = owner(tree, named, known=known)
    if found is not None or named + 2 >= len(tree.words) or tree.words[named + 1].upos != "ADP":
        return found
    led = tree.words[named + 1].head
    return led if led > named else None


def _is_noun_of_cue(tree: Tree, match: Match, named: int) -> bool:
    """Whether the noun that an adposition leads is itself a part of the cue: "in the words of"."""
    companions = match.cue.companions
    return bool({tree.lemmas[named], tree.words[named].form.lower()} & set(companions))


def _clause_beside(tree: Tree, own: frozenset[int], uttered: list[Utterance]) -> frozenset[int]:
    place = min(own)
    outside = [above for above in ancestors(tree, place) if above not in own]
    said = next((each for each in uttered if each.match and each.match.word in outside), None)
    if said is not None and tree.words[place].upos == "VERB":
        return said.words
    rest = [word for word in range(len(tree.words)) if word not in own and tree.words[word].upos != "PUNCT"]
    if rest and (place < rest[0] or max(own) > rest[-1]):
        return frozenset(range(len(tree.words))) - own
    for above in outside:
        if tree.words[above].upos in ("VERB", "AUX", "ADJ") or relation(tree, above) == "root":
            return frozenset(below(tree, above)) - own
    return frozenset()
