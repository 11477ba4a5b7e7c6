"""The words of a sentence in, the same with subjects and objects where their particles and their places put them, out.

For languages in which the verb stands last and particles tell the function of nouns (`이/가`, `は`), whatever the tree
makes of them. The particles stand under `[trees]` in `lang/<code>/markers.toml`; a language without them is left alone.
"""

from dataclasses import replace

from sayso.lang.grammar import Bound, Grammar
from sayso.lang.lemmas import lemma
from sayso.lang.moods import parted
from sayso.records import Word

_VERBAL = frozenset({"VERB", "AUX", "ADJ"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLAUSES = frozenset({"advcl", "ccomp", "acl", "dep", "conj", "obl", "csubj", "xcomp"})
_LOOSE = frozenset({"nmod", "compound", "dep", "det"})
"""Relations that a noun with a particle of its own cannot stand in."""
_HANGUL = range(0xAC00, 0xD7A4)
_FINALS = 28
"""Korean syllables are coded in rows of this length, of which the first has no final consonant."""


def put_in_place(words: list[Word], rules: Grammar, *, language: str) -> None:
    """Subjects and objects by their particles; of two subjects of one verb each to the clause that it stands in."""
    bound, quoting = rules.bound, rules.moods.quoting
    for number, word in enumerate(words):
        is_quoted = bool(quoting) and word.upos in _VERBAL and parted(word.form).endswith(quoting)
        if is_quoted and word.relation == "advcl" and word.head > number:
            words[number] = replace(word, relation="ccomp")
    for number in range(len(words)):
        if words[number].upos == "NOUN" and _is_done(words, number, bound):
            words[number] = replace(words[number], upos="VERB")
    for number in range(len(words)):
        if words[number].upos in _NOMINAL:
            _by_particle(words, number, bound)
            _without_particle(words, number, bound)
    if bound.subjects or bound.topics:
        for verb in range(len(words)):
            if words[verb].upos in _VERBAL:
                _topic_of_clause(words, verb, bound)
                _two_subjects(words, verb)
                if rules.above.get(lemma(words[verb].form, language)) == "wanted":
                    _addressee(words, verb, bound)


def _is_done(words: list[Word], number: int, bound: Bound) -> bool:
    """Whether the word behind a noun makes a verb of it: `派遣する`."""
    behind = words[number + 1 : number + 2]
    return any(word.head == number and word.relation == "aux" and word.form in bound.making for word in behind)


def _by_particle(words: list[Word], number: int, bound: Bound) -> None:
    word = words[number]
    if word.relation in _LOOSE and _has(words, number, bound.topics, bound):
        function = "nsubj"
    elif word.relation in (*_LOOSE, "obl", "nsubj") and _has(words, number, bound.objects, bound):
        function = "obj"
    elif word.relation in ("obj", "obl", "nmod") and _has(words, number, bound.subjects, bound):
        function = "nsubj"
    else:
        return
    verb = _verb_above(words, number)
    if verb is not None:
        words[number] = replace(word, head=verb, relation=function)


def _has(words: list[Word], number: int, pair: tuple[str, ...], bound: Bound) -> bool:
    """Whether a noun has a particle: the word behind it, or its end, in a form for consonants and one for vowels."""
    form = words[number].form
    if len(pair) == 1:
        behind = words[number + 1 : number + 2]
        return any(word.head == number and word.relation == "case" and word.form == pair[0] for word in behind)
    if len(pair) != 2 or form.endswith(bound.cases or "\0"):
        return False
    for particle, is_closed in zip(pair, (True, False), strict=True):
        before = form.removesuffix(particle)
        if before != form and len(before) > 1 and ord(before[-1]) in _HANGUL:
            return ((ord(before[-1]) - _HANGUL.start) % _FINALS != 0) is is_closed
    return False


def _verb_above(words: list[Word], number: int) -> int | None:
    """The nearest verb behind a noun that governs it, itself or through nouns."""
    head = words[number].head
    while head >= 0:
        if words[head].upos in _VERBAL and head > number:
            return head
        head = words[head].head
    return None


def _without_particle(words: list[Word], number: int, bound: Bound) -> None:
    """Of two nouns side by side in one function the first without a particle is a part of the second's name."""
    word, behind = words[number], number + 1
    if behind >= len(words) or word.relation not in ("nsubj", "obj", "obl") or words[behind].upos not in _NOMINAL:
        return
    following = words[behind]
    if following.head != word.head or following.relation != word.relation or word.form.endswith(bound.cases or "\0"):
        return
    if not any(_has(words, number, pair, bound) for pair in (bound.topics, bound.subjects, bound.objects)) and any(
        _has(words, behind, pair, bound) for pair in (bound.topics, bound.subjects)
    ):
        words[number] = replace(word, head=behind, relation="compound")


def _topic_of_clause(words: list[Word], verb: int, bound: Bound) -> None:
    """What is spoken of is no part of a clause that describes a noun: it goes to the verb above that has no subject."""
    if words[verb].relation.partition(":")[0] != "acl":
        return
    for number in range(verb):
        word = words[number]
        if word.head == verb and word.relation == "nsubj" and _has(words, number, bound.topics, bound):
            above = _verb_above(words, verb)
            if above is not None and not _has_subject(words, above):
                words[number] = replace(word, head=above)


def _two_subjects(words: list[Word], verb: int) -> None:
    """The first of two subjects belongs to a clause between them, else to the verb above: "Iran <…> said"."""
    subjects = [number for number in range(verb) if words[number].head == verb and words[number].relation == "nsubj"]
    if len(subjects) < 2:
        return
    first, second = subjects[0], subjects[-1]
    between = [
        number
        for number in range(first + 1, second)
        if words[number].head == verb and words[number].upos in _VERBAL and words[number].relation in _CLAUSES
    ]
    other = next((number for number in between if not _has_subject(words, number)), None)
    inner = [
        number
        for number in range(second + 1, verb)
        if words[number].head == verb and words[number].upos in _VERBAL and words[number].relation == "ccomp"
    ]
    if other is None and len(inner) == 1 and not _has_subject(words, inner[0]):
        words[second] = replace(words[second], head=inner[0])
        return
    if other is None:
        other = words[verb].head
        if words[verb].relation.partition(":")[0] not in _CLAUSES or words[verb].relation == "acl:relcl":
            return
        if other < verb or words[other].upos not in _VERBAL or _has_subject(words, other):
            return
    words[first] = replace(words[first], head=other)


def _addressee(words: list[Word], verb: int, bound: Bound) -> None:
    """Whom a verb of asking asks stands before what is asked, and not in it: `国連に対し、撤収するよう要請した`."""
    for clause in range(verb):
        if words[clause].head != verb or words[clause].relation not in ("advcl", "ccomp"):
            continue
        below = [number for number in range(clause) if words[number].head == clause]
        first = below[0] if below else None
        if first is None or words[first].relation not in ("obl", "iobj"):
            continue
        marks = {word.form for word in words[first + 1 : clause] if word.head == first and word.relation == "case"}
        if marks & set(bound.addressees) or words[first].form.endswith(bound.addressees or "\0"):
            words[first] = replace(words[first], head=verb)


def _has_subject(words: list[Word], verb: int) -> bool:
    return any(word.head == verb and word.relation.partition(":")[0] == "nsubj" for word in words)
