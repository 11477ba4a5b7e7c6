"""A sentence in, the same with content words for heads out, where the trees of a language hang them on function words.

Treebanks of Korean and Japanese hang a clause on the bound noun behind it (`것`, `こと`), a noun on the verb that
stands for an adposition (`대한`), and the nouns of a compound on the first, whose last carries the particle. Which
words do so stands under `[trees]` in `lang/<code>/markers.toml`; a language without them is left as it is.
"""

from dataclasses import replace

from sayso.claims.particles import put_in_place
from sayso.lang.events import event_words
from sayso.lang.grammar import Bound, grammar
from sayso.lang.lemmas import lemma
from sayso.records import Sentence, Word

_VERBAL = frozenset({"VERB", "AUX", "ADJ"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADV", "SYM", "X"})
_CLAUSES = {"nsubj": "csubj", "obj": "ccomp", "obl": "advcl", "nmod": "acl", "advmod": "advcl", "det": "acl"}
"""What a clause is in the place of a noun."""
_PHRASES = {"acl": "nmod", "advcl": "obl", "ccomp": "obl", "conj": "obl", "amod": "nmod"}
"""What a noun is in the place of a clause."""


def rehang(sentence: Sentence) -> Sentence:
    """The sentence with its words in the same order, some of them under another head."""
    bound = grammar(sentence.language).bound
    if not bound:
        return sentence
    words = list(sentence.words)
    _verbs(words, bound, language=sentence.language)
    for number in range(len(words)):
        _flat(words, number, bound)
    for number, word in enumerate(words):
        form = word.form
        if number and bound.is_adposition(form):
            _lower(words, number, place=_before(words, number), bound=bound)
        elif number and bound.is_filler(form) and words[number - 1].upos in _VERBAL:
            _lower(words, number, place=_verb_of(words, number - 1), bound=bound)
    for number in range(1, len(words)):
        _auxiliary(words, number, bound)
        _parted(words, number, bound)
        if words[number].upos == "NOUN" and words[number].relation == "advmod":
            words[number] = replace(words[number], relation="obl")
    put_in_place(words, grammar(sentence.language), language=sentence.language)
    return replace(sentence, words=tuple(words))


def _verbs(words: list[Word], bound: Bound, *, language: str) -> None:
    """Parts of speech by the ending: verbs taken for nouns, nouns with a case taken for adverbs, possessors."""
    for number, word in enumerate(words):
        if word.upos in ("NOUN", "ADV") and (
            (word.upos == "NOUN" and word.form.endswith(bound.verbs)) or _is_nominal(word.form, bound, language)
        ):
            made = "ccomp" if word.relation == "obj" else word.relation
            words[number] = replace(word, upos="VERB", relation=made)
        elif word.upos == "ADV" and len(word.form) > 2 and word.form.endswith(bound.cases):
            relation = "obl" if word.relation == "advmod" else word.relation
            words[number] = replace(word, upos="NOUN", relation=relation)
        elif word.relation == "det" and word.upos in ("NOUN", "PROPN"):
            words[number] = replace(word, relation="nmod")


def _is_nominal(form: str, bound: Bound, language: str) -> bool:
    """Whether a noun is made of a verb that names an event by one of the endings that do so: `넘기기를`."""
    if not form.endswith(bound.nominal or "\0"):
        return False
    found = lemma(form, language)
    is_verb = any(entry.part == "verb" for entry in event_words(language).entries.get(found, ()))
    return is_verb and form[len(found) :] in bound.nominal


def _flat(words: list[Word], first: int, bound: Bound) -> None:
    """Hangs a compound on its last noun; what follows a verb in this way is its auxiliary."""
    end = next((number for number in range(first, len(words)) if words[number].upos == "PUNCT"), len(words))
    parts = [
        number
        for number in range(first + 1, end)
        if words[number].head == first and words[number].relation == "flat" and words[number].upos != "ADV"
    ]
    if not parts:
        return
    last = parts[-1]
    is_light = words[last].form.startswith(bound.light)
    if words[first].upos in _VERBAL or (is_light and words[last].upos in _VERBAL):
        words[first] = replace(words[first], upos="VERB")
        for part in parts:
            words[part] = replace(words[part], relation="aux" if words[part].upos in _VERBAL else "compound")
        return
    if words[first].upos not in _NOMINAL:
        return
    words[last] = replace(words[last], head=words[first].head, relation=words[first].relation, upos="NOUN")
    for number, word in enumerate(words):
        if number != last and word.head == first:
            words[number] = replace(word, head=last, relation="compound" if number in parts else word.relation)
    words[first] = replace(words[first], head=last, relation="compound")


def _verb_of(words: list[Word], number: int) -> int:
    """The verb that an auxiliary belongs to; the word itself when it is none."""
    while words[number].relation in ("aux", "fixed") and 0 <= words[number].head < number:
        number = words[number].head
    return number


def _before(words: list[Word], number: int) -> int:
    """The nearest dependent before a verb that stands for an adposition."""
    return next((place for place in range(number - 1, -1, -1) if words[place].head == number), number - 1)


def _lower(words: list[Word], number: int, *, place: int, bound: Bound) -> None:
    """Hangs a function word on the content word at `place`, which takes its place in the tree."""
    if place < 0 or words[place].upos == "PUNCT" or _is_above(words, place, number):
        return
    content, function = words[place], words[number]
    is_clause = content.upos in _VERBAL or content.form.endswith(bound.nominal)
    own, _, subtype = function.relation.partition(":")
    if function.upos in _VERBAL and not is_clause:
        relation = _PHRASES.get(own, own)
    elif is_clause:
        relation = _CLAUSES.get(own, own if subtype != "relcl" else "acl")
    else:
        relation = function.relation
    words[place] = replace(
        content,
        head=function.head,
        relation=relation,
        upos="VERB" if is_clause and content.upos == "NOUN" else content.upos,
    )
    words[number] = replace(function, head=place, relation="mark" if is_clause else "case")
    for other, word in enumerate(words):
        if word.head == number and other != place:
            words[other] = replace(word, head=place)


def _is_above(words: list[Word], above: int, number: int) -> bool:
    """Whether a word governs another, itself or through others: to change their places would close a circle."""
    head = words[number].head
    while head >= 0 and head != above:
        head = words[head].head
    return head == above


def _auxiliary(words: list[Word], number: int, bound: Bound) -> None:
    """Hangs what negates or qualifies a verb on the verb before it: `하지 않다`, `할 수 있다`."""
    word = words[number]
    if not word.form.startswith(bound.auxiliaries) or word.relation == "aux":
        return
    place = number - 1
    if place and bound.is_filler(words[place].form):
        verb = _verb_of(words, place - 1)
        if words[place].head != verb:
            _lower(words, place, place=verb, bound=bound)
        place = verb
    elif words[place].form.endswith(bound.linked):
        place = words[place].head if words[place].relation == "mark" and words[place].head < place else place
        if words[place].form.endswith(bound.nominal):
            words[place] = replace(words[place], upos="VERB")
    else:
        return
    if words[place].upos not in _VERBAL or _is_above(words, place, number):
        return
    relation = word.relation
    words[place] = replace(words[place], head=word.head, relation=relation)
    words[number] = replace(word, head=place, relation="aux", upos="AUX")
    for other, each in enumerate(words):
        if each.head == number and other != place:
            words[other] = replace(each, head=place)


def _parted(words: list[Word], number: int, bound: Bound) -> None:
    """Hangs a noun with a preposition of its own on the verb, not on the noun before it: "朝鲜向俄罗斯提供"."""
    word = words[number]
    if word.relation != "conj" or words[number - 1].form not in bound.prepositions or word.upos not in _NOMINAL:
        return
    if words[number - 1].head == number and words[word.head].upos in _NOMINAL and words[word.head].head >= 0:
        words[number] = replace(word, head=words[word.head].head, relation="obl")
