"""A cue in its tree in, the word that says whose words they are out."""

from collections.abc import Iterator, Sequence

from sayso.claims.attribution.cues import Match
from sayso.claims.attribution.owning import possesses
from sayso.claims.attribution.seats import seat
from sayso.claims.trees import Tree, ancestors, children, marker, relation
from sayso.lang.sayings import Sayings, sayings

_CLAUSES = frozenset({"advcl", "xcomp", "conj", "ccomp"})
"""Relations through which a clause without a subject of its own takes that of the clause above."""

_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_TELLING = 5
"""Letters from which on the end of a compound tells what it is: "-amt" ends many a word, "-ministerium" few."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})


def speaker(tree: Tree, match: Match, *, known: Sayings) -> int | None:
    """The word that heads the source of a cue, None when the sentence names none."""
    if match.kind == "verb":
        return _of_verb(tree, match.word, known)
    if match.kind == "noun":
        return _of_noun(tree, match.word, known)
    if match.kind == "adjective":
        return _of_adjective(tree, match.word, known)
    return None


def is_passive(tree: Tree, word: int, *, known: Sayings) -> bool:
    """Whether a verb is told of the one it happens to: "was asked", "a man accused of"."""
    if children(tree, word, "nsubj:pass", "csubj:pass", "aux:pass", "expl:pass", "obl:agent"):
        return True
    if is_impersonal(tree, word, known=known) or _is_reflexive(tree, word, known):
        return True
    if relation(tree, word) not in ("acl", "advcl", "amod") or not known.words["active"]:
        return False
    if children(tree, word, "nsubj", "aux", "cop", "expl", "mark"):
        return False
    return not tree.words[word].form.lower().endswith(tuple(known.words["active"]))


def _is_reflexive(tree: Tree, word: int, known: Sayings) -> bool:
    """Whether the form has an ending that makes a passive, which its lemma has not: Russian "обещается"."""
    endings = tuple(known.words["reflexive"])
    return bool(endings) and tree.words[word].form.lower().endswith(endings) and not tree.lemmas[word].endswith(endings)


def agent(tree: Tree, word: int, *, known: Sayings) -> int | None:
    """The one by whom, in a passive or on a noun."""
    for child in children(tree, word, "obl", "nmod"):
        if tree.words[child].relation.endswith(":agent") or marker(tree, child) in known.words["speaker"]:
            return child
    return None


def _of_verb(tree: Tree, word: int, known: Sayings) -> int | None:
    at = seat(tree, word, known=known)
    if at is not None:
        return at
    if is_passive(tree, word, known=known):
        return agent(tree, word, known=known)
    found = subject(tree, word, known=known)
    if found is not None and _joined_to(tree, word) != word:
        return found
    if found is None or not children(tree, word, "nsubj"):
        doer = _argument(tree, word, "ARG0")
        found = doer if doer is not None else found
        found = _behind_hearer(tree, word, known) or found
    return found


def _behind_hearer(tree: Tree, word: int, known: Sayings) -> int | None:
    """The name right behind those who are told: "raconte à notre journal Kenji Mori", where the tree joins them."""
    for child in children(tree, word, "obl", "iobj"):
        if child < word or marker(tree, child) not in known.words["hearing"]:
            continue
        for name in children(tree, child, "appos", "flat"):
            if tree.words[name].upos == "PROPN" and name == child + 1 and tree.words[child].upos == "NOUN":
                return name
    return None


def subject(tree: Tree, word: int, *, known: Sayings) -> int | None:
    """The subject of a predicate, its own or that of the clause it depends on; a relative becomes its noun."""
    waiting = _joined_to(tree, word)
    for _ in range(len(tree.words)):
        own = _subjects(tree, waiting, known)
        if own:
            return _antecedent(tree, waiting, own[0] if known.verb_last else nearest(own, waiting), known)
        head = tree.words[waiting].head
        kind = relation(tree, waiting)
        if head < 0 or children(tree, waiting, "expl"):
            return None
        if kind == "acl":
            # "The officials saying that" speak; "the right to say that" does not.
            speaks = tree.words[head].upos in _NOMINAL and not _is_marked(tree, waiting, known)
            return head if speaks else None
        if kind not in _CLAUSES or (kind == "ccomp" and waiting != word):
            return None
        waiting = head
    return None


def _joined_to(tree: Tree, word: int) -> int:
    """The verb that a coordinated one goes with, where that is not the one the tree joins it to."""
    head = tree.words[word].head
    if head >= 0 and relation(tree, word) == "conj" and word in parallels(tree, head):
        return tree.words[head].head
    return word


def _subjects(tree: Tree, verb: int, known: Sayings) -> list[int]:
    """The subjects a verb has, without one behind a word for "that", which the tree should have hung on the content."""
    found = children(tree, verb, "nsubj")
    if any(tree.words[word].form.lower() in known.words["back"] for word in found):
        found = _behind_this(tree, verb, known) or found
    if len(found) < 2:
        return found
    that = [place for place in tree.children[verb] if tree.words[place].form.lower() in known.words["that"]]
    return [word for word in found if not any(verb < place < word for place in that)] or found


def _behind_this(tree: Tree, verb: int, known: Sayings) -> list[int]:
    """Who says "this", a pronoun that the tree takes for the subject: "das teilte das Amt mit", "das zeigen Daten"."""
    bare = [word for word in children(tree, verb, "nsubj", "obj", "obl", "iobj") if not marker(tree, word)]
    return [word for word in bare if tree.words[word].form.lower() not in known.words["back"] and _speaks(tree, word)]


def _speaks(tree: Tree, word: int) -> bool:
    """Whether a noun names somebody or something that may say a thing, alone or as the end of a compound."""
    known = sayings(tree.language).words
    lemma = tree.lemmas[word].lower()
    nouns = (
        known["label"] | known["media"] | known["owned"] | known["evidence"] | known["institution"] | known["outlet"]
    )
    if tree.words[word].upos == "PROPN" or lemma in nouns:
        return True
    if any(lemma.endswith(noun) for noun in nouns if len(noun) >= _TELLING):
        return True
    place = tree.words[word]
    return any(mention.span.start <= place.start < mention.span.end for mention in tree.sentence.mentions)


def is_impersonal(tree: Tree, word: int, *, known: Sayings) -> bool:
    """Whether a verb speaks of nobody: "on dit que", "se cree que", "man sagt"."""
    subjects = children(tree, word, "nsubj")
    form = tree.words[word].form.lower()
    if not subjects and (form in known.words["impersonal"] or form.endswith(_endings(known))):
        return seat(tree, word, known=known) is None
    if subjects:
        return any(tree.words[child].form.lower() in known.words["impersonal"] for child in subjects)
    return any(
        tree.words[child].form.lower() in known.words["impersonal"]
        for child in children(tree, word, "expl", "obj", "iobj")
    )


def _endings(known: Sayings) -> tuple[str, ...]:
    """Endings that make a verb impersonal: Portuguese "diz-se"."""
    return tuple(form[1:] for form in known.words["impersonal"] if form.startswith("*"))


def _is_marked(tree: Tree, clause: int, known: Sayings) -> bool:
    if tree.words[clause].relation == "acl:relcl":
        return False
    marks = children(tree, clause, "mark")
    return any(tree.words[mark].form.lower() not in known.words["relative"] for mark in marks)


def parallels(tree: Tree, clause: int) -> list[int]:
    """Verbs coordinated with a reported clause that go with the verb above it by their auxiliaries.

    In "has insisted that the name is a claim and has objected" the tree joins "objected" to the claim.
    """
    above = tree.words[clause].head
    if above < 0 or relation(tree, clause) != "ccomp":
        return []
    wanted = _auxiliaries(tree, above)
    if not wanted or wanted & _auxiliaries(tree, clause):
        return []
    joined = [child for child in children(tree, clause, "conj") if not children(tree, child, "nsubj", "mark")]
    return [child for child in joined if _auxiliaries(tree, child) == wanted]


def _auxiliaries(tree: Tree, verb: int) -> frozenset[str]:
    return frozenset(tree.lemmas[child] for child in children(tree, verb, "aux"))


def nearest(words: Sequence[int], place: int) -> int:
    """The word that stands next to a place; of two subjects the other belongs to what is said."""
    return min(words, key=lambda word: abs(word - place))


def _antecedent(tree: Tree, verb: int, found: int, known: Sayings) -> int:
    if tree.words[found].form.lower() in known.words["relative"]:
        for clause in (verb, *ancestors(tree, verb)):
            if relation(tree, clause) == "acl":
                return tree.words[clause].head
    return found


def _of_noun(tree: Tree, word: int, known: Sayings) -> int | None:
    if tree.lemmas[word] in known.words["bearer"]:
        return _bearer(tree, word, known)
    for child in children(tree, word, "nmod"):
        if tree.words[child].relation == "nmod:poss":
            return child
    found = agent(tree, word, known=known)
    if found is None:
        found = _argument(tree, word, "ARG0")
    if found is None:
        found = _lent(tree, word, known)
    if found is None:
        found = next((child for child in children(tree, word, "nmod") if possesses(tree, child, known=known)), None)
    if found is None:
        found = next(
            (child for child in children(tree, word, "compound", "amod") if tree.words[child].upos == "PROPN"), None
        )
    return found


def _bearer(tree: Tree, word: int, known: Sayings) -> int:
    """Whom an opponent or supporter is: the name beside the noun, the subject it is said of, or the noun itself."""
    if relation(tree, word) == "appos":
        return tree.words[word].head
    if children(tree, word, "cop"):
        found = subject(tree, word, known=known)
        return found if found is not None else word
    return next(iter(children(tree, word, "appos", "flat")), word)


def _lent(tree: Tree, word: int, known: Sayings) -> int | None:
    """The subject of the verb that carries a noun of saying: "made the claim", "has doubts"."""
    head = tree.words[word].head
    if head < 0 or relation(tree, word) not in ("obj", "obl") or tree.lemmas[head] not in known.words["light"]:
        return None
    return None if is_passive(tree, head, known=known) else subject(tree, head, known=known)


def _of_adjective(tree: Tree, word: int, known: Sayings) -> int | None:
    at = seat(tree, word, known=known)
    if at is not None:
        return at
    if relation(tree, word) == "amod":
        return tree.words[word].head
    return subject(tree, word, known=known)


def _argument(tree: Tree, word: int, role: str) -> int | None:
    """The head of a role of a predicate, where the tree gave no subject; expletives fill none."""
    for predicate in tree.sentence.predicates:
        if predicate.word == word:
            for argument in predicate.arguments:
                if argument.role == role and not children(tree, word, "expl"):
                    return top(tree, range(argument.start, argument.end))
    return None


def top(tree: Tree, words: Sequence[int]) -> int | None:
    """The word of a range whose head stands outside it; None when it is no noun or pronoun."""
    found = [word for word in _tops(tree, words) if tree.words[word].upos in _NOMINAL]
    return next((word for word in found if tree.words[word].upos in _NAMING), found[0] if found else None)


def _tops(tree: Tree, words: Sequence[int]) -> Iterator[int]:
    inside = set(words)
    return (word for word in words if tree.words[word].head not in inside)
