"""A cue in its tree in, the words of the sentence that are its content out."""

from collections.abc import Iterable

from sayso.claims.attribution.cues import Match
from sayso.claims.attribution.moods import is_indirect
from sayso.claims.attribution.seats import seat
from sayso.claims.attribution.speakers import is_passive, nearest, parallels
from sayso.claims.trees import Tree, below, children, extent, marker, relation
from sayso.lang.moods import moods, parted
from sayso.lang.sayings import Sayings

_NOMINAL = frozenset({"NOUN", "PROPN"})
_CLAUSAL = frozenset({"VERB", "AUX"})

_REACH = 10
"""Words after a cue within which the word for "that" may open its content: "said on Monday in Kyiv that"."""


def content_words(tree: Tree, match: Match, *, known: Sayings) -> frozenset[int]:
    """The words of the content, signs included; empty when the cue has none here."""
    if match.kind == "verb":
        return _of_verb(tree, match, known)
    if match.kind in ("noun", "adjective"):
        return _union(tree, _led_by(tree, match) + _complements(tree, match, known))
    return frozenset()


def _of_verb(tree: Tree, match: Match, known: Sayings) -> frozenset[int]:
    heads = _complements(tree, match, known) + _led_by(tree, match)
    if "clause" in match.cue.frames and not heads:
        return (
            _beside(tree, match)
            or _role(tree, match, known)
            or _between(tree, match, known)
            or _after(tree, match, known)
        )
    if not heads:
        return _role(tree, match, known)
    heads += _stray_subjects(tree, match, heads, known)
    found = _union(tree, heads) - _union(tree, [each for head in heads for each in parallels(tree, head)])
    if relation(tree, match.word) == "root" and _is_fronted(tree, match, heads):
        own = _own_words(tree, match.word, heads)
        first = min(own)
        return frozenset(word for word in range(first) if word not in own)
    return found


def _stray_subjects(tree: Tree, match: Match, heads: list[int], known: Sayings) -> list[int]:
    """Subjects that the tree hangs on the cue and that are those of the content: "Kyiv, he said, will wait"."""
    subjects = [child for child in children(tree, match.word, "nsubj") if child not in heads]
    if len(subjects) < 2 or "clause" not in match.cue.frames:
        return []
    subjects.remove(subjects[0] if known.verb_last else nearest(subjects, match.word))
    return subjects


def _own_words(tree: Tree, word: int, heads: Iterable[int]) -> frozenset[int]:
    """The words of the clause of the cue itself: all below it but its content."""
    return frozenset(below(tree, word)) - _union(tree, heads)


def _union(tree: Tree, heads: Iterable[int]) -> frozenset[int]:
    return frozenset(word for head in heads for word in below(tree, head))


def _is_fronted(tree: Tree, match: Match, heads: list[int]) -> bool:
    """Whether all of the content stands before the cue and its clause: "P, he said"."""
    first = min(word for word in _own_words(tree, match.word, heads) if tree.words[word].upos != "PUNCT")
    return all(extent(tree, head)[1] <= first for head in heads)


def _complements(tree: Tree, match: Match, known: Sayings) -> list[int]:
    """Heads of the parts that hang on the cue as its frames say."""
    frames, word = match.cue.frames, match.word
    found: list[int] = []
    if match.kind != "verb":
        for child in children(tree, word, "acl", "ccomp", "xcomp", "advcl", "csubj"):
            is_finite = bool(children(tree, child, "nsubj", "csubj", "expl"))
            if children(tree, child, "mark") and ("clause" if is_finite else "infinitive") in frames:
                found.append(child)
        return found
    passive = is_passive(tree, word, known=known)
    if "clause" in frames:
        found += children(tree, word, "ccomp", "csubj")
        found += [child for part in _rest(match) for child in children(tree, part, "ccomp")]
        found += [child for child in children(tree, word, "xcomp") if _is_gerund(tree, child, known)]
        found += [child for child in children(tree, word, "parataxis") if _is_quoted_clause(tree, match, child, known)]
    if "subject" in frames:
        found += children(tree, word, "csubj", "ccomp")
    is_reputed = passive and match.cue.passive == "hearsay"
    if "infinitive" in frames or is_reputed or ("others" in frames and (passive or _is_of_others(tree, word))):
        infinitives = [child for child in children(tree, word, "xcomp") if child not in found]
        infinitives = infinitives or _asked(tree, word, known)
        found += infinitives
        if passive and infinitives:
            found += children(tree, word, "nsubj")
        if not infinitives and "clause" not in frames:
            found += [child for child in children(tree, word, "ccomp") if _is_infinitive(tree, child, known)]
    if "predicate" in frames:
        found += _predication(tree, match, known)
    if "object" in frames and not found:
        objects = children(tree, word, "nsubj:pass" if passive else "obj")
        found += [child for child in objects if _is_named(tree, child) and _is_of_kind(tree, child, match, known)]
    return found


def _is_gerund(tree: Tree, clause: int, known: Sayings) -> bool:
    """Whether a clause tells an event by a gerund: "denied selling missiles", and not "seen selling" or "to sell"."""
    return tree.words[clause].form.lower().endswith(tuple(known.words["active"])) and not children(tree, clause, "mark")


def _is_infinitive(tree: Tree, clause: int, known: Sayings) -> bool:
    """Whether a clause, subject or not, is no finite one: "urged them to leave"."""
    marks = [tree.words[mark].form.lower() for mark in children(tree, clause, "mark")]
    if marks:
        return not known.words["that"] & set(marks)
    return not children(tree, clause, "nsubj")


def _asked(tree: Tree, word: int, known: Sayings) -> list[int]:
    """Clauses that hang loosely on the verb and tell what those before them are to do: "called on them to leave"."""
    people = children(tree, word, "obj", "iobj", "obl")
    clauses = (child for child in children(tree, word, "advcl") if people and people[0] < child)
    marks = known.words["asking"]
    return [each for each in clauses if _opener(tree, each) in marks and not children(tree, each, "nsubj")]


def _opener(tree: Tree, clause: int) -> str:
    """The one word before a clause that leads it; empty where it is led by none or by more."""
    marks = children(tree, clause, "mark", "case")
    return tree.words[marks[0]].form.lower() if len(marks) == 1 else ""


def _is_of_others(tree: Tree, word: int) -> bool:
    """Whether the infinitive under a verb is for another to do: "want them to leave", not "want to leave"."""
    if children(tree, word, "obj", "iobj"):
        return True
    return any(children(tree, child, "nsubj") for child in children(tree, word, "xcomp"))


def _is_of_kind(tree: Tree, child: int, match: Match, known: Sayings) -> bool:
    """Whether an object is what the cue asks for: one rejects "the idea that", and refuses all else."""
    return match.cue.of is None or tree.lemmas[child] in known.words[match.cue.of]


def _is_named(tree: Tree, word: int) -> bool:
    """Pronouns say nothing that could be a claim."""
    return tree.words[word].upos not in ("PRON", "DET")


def _predication(tree: Tree, match: Match, known: Sayings) -> list[int]:
    """Object and what is said of it; for "describe as" the latter is led by its companion."""
    word, companions = match.word, match.cue.companions
    said = children(tree, word, "xcomp")
    objects = children(tree, word, "nsubj:pass" if is_passive(tree, word, known=known) else "obj")
    if match.kind == "verb" and seat(tree, word, known=known) is not None:
        objects = objects or children(tree, word, "nsubj")
    if not said and not companions and len(objects) > 1 and not is_passive(tree, word, known=known):
        called = [child for child in objects if tree.words[child].upos in _NOMINAL]
        objects, said = called[:1], called[1:]  # "nannte das Urteil einen Skandal"
    if not said:
        said = [
            each for one in objects for each in children(tree, one, "amod") if _is_predicative(tree, one, each, known)
        ]
    if companions:
        said = [
            child
            for child in children(tree, word, "xcomp", "obl", "advcl", "obj")
            if _is_led(tree, child, companions[-1])
        ]
    if not said and companions:
        # "calificó la decisión de definitiva": the tree hangs what is said on the object.
        led = [child for each in objects for child in tree.children[each] if _is_led(tree, child, companions[-1])]
        if companions[-1] in known.words["possessor"]:
            led = [child for child in led if not children(tree, child, "det")]  # "la mitad de las casas" is no call
        # What is condemned "as" a thing is presupposed; what is likened to one is said.
        return led if companions[-1] in known.words["like"] else objects if led else []
    if not said:
        return []
    return [*filter(lambda child: _is_named(tree, child), objects), *(child for child in said if child not in objects)]


def _is_predicative(tree: Tree, noun: int, word: int, known: Sayings) -> bool:
    """Whether an adjective behind a noun is what the noun is called, told by its case: "calls the ruling void"."""
    endings = tuple(known.words["predicative"])
    return word > noun and bool(endings) and tree.words[word].form.lower().endswith(endings)


def _is_led(tree: Tree, word: int, companion: str) -> bool:
    return marker(tree, word) == companion or any(
        tree.words[mark].form.lower() == companion for mark in children(tree, word, "mark")
    )


def _led_by(tree: Tree, match: Match) -> list[int]:
    """Parts led by one of the adpositions of the cue: "accused of", "warned of", "fears of"."""
    if not match.cue.after:
        return []
    return [
        child
        for part in (match.word, *_rest(match))
        for child in children(tree, part, "obl", "obj", "iobj", "nmod", "advcl", "ccomp", "xcomp", "acl")
        if _leads(tree, child, match)
    ]


def _rest(match: Match) -> range:
    """The companions of a cue that stand right behind it: "état" in "fait état de"."""
    return range(match.words[0] + 1, match.words[1]) if match.kind == "verb" else range(0)


def _leads(tree: Tree, child: int, match: Match) -> bool:
    if marker(tree, child) in match.cue.after:
        return True
    return any(tree.words[mark].form.lower() in match.cue.after for mark in children(tree, child, "mark"))


def _is_quoted_clause(tree: Tree, match: Match, child: int, known: Sayings) -> bool:
    """A clause beside a verb of saying after a colon or a quotation mark, or in a form that reports, is said in it."""
    first, _ = extent(tree, child)
    if first > match.word and is_indirect(tree, child, known=known):
        return True
    before = {tree.words[place].form for place in (first - 1, first) if 0 <= place < len(tree.words)}
    return bool(before & set(":\"“«„「『'‘")) and first > match.word


def _beside(tree: Tree, match: Match) -> frozenset[int]:
    """The clause a verb of saying is put into or after: "P, he said" with P as the head."""
    head = tree.words[match.word].head
    if (
        head < 0
        or relation(tree, match.word) != "parataxis"
        or not children(tree, match.word, "nsubj", "expl", "aux:pass")
    ):
        return frozenset()
    own = frozenset(below(tree, match.word))
    if relation(tree, head) == "root":
        first = min(own)
        after = [word for word in range(max(own) + 1, len(tree.words)) if tree.words[word].upos != "PUNCT"]
        if not after:
            return frozenset(range(first))
    return frozenset(below(tree, head)) - own


def _between(tree: Tree, match: Match, known: Sayings) -> frozenset[int]:
    """All between the subject and a verb that stands last, where the tree shows no content."""
    if not known.verb_last:
        return frozenset()
    subjects = [child for child in children(tree, match.word, "nsubj") if child < match.word]
    first = extent(tree, subjects[0])[1] if subjects else 0
    words = range(first, match.word)
    quoting = moods(tree.language).quoting
    if quoting and not any(parted(tree.words[word].form).endswith(quoting) for word in words):
        return frozenset()
    return frozenset(words) if any(tree.words[word].upos in _CLAUSAL for word in words) else frozenset()


def _after(tree: Tree, match: Match, known: Sayings) -> frozenset[int]:
    """From the word for "that" soon after the cue to the end, where the tree has lost the clause."""
    for place in range(match.words[1], min(match.words[1] + _REACH, len(tree.words))):
        word = tree.words[place]
        if word.form.lower() in known.words["that"] and word.upos not in ("PRON", "DET"):
            if word.head >= 0 and relation(tree, word.head) == "acl":
                break
            return frozenset(range(place, len(tree.words)))
        if tree.words[place].upos in _CLAUSAL:
            break
    return frozenset()


def _role(tree: Tree, match: Match, known: Sayings) -> frozenset[int]:
    """What the roles of the predicate give where the tree shows no content."""
    for predicate in tree.sentence.predicates:
        if predicate.word != match.word:
            continue
        for argument in predicate.arguments:
            words = range(argument.start, argument.end)
            if match.word in words:
                continue
            first = tree.words[argument.start].form.lower()
            if argument.role in ("ARG1", "ARG2") and first in match.cue.after:
                return frozenset(words)
            if argument.role == "ARG1" and "clause" in match.cue.frames and _has_clause(tree, words):
                return frozenset(words)
    return frozenset()


def _has_clause(tree: Tree, words: range) -> bool:
    """Whether the words hold a clause of their own, with its subject or copula."""
    return any(tree.words[word].head not in words and children(tree, word, "nsubj", "cop", "expl") for word in words)
