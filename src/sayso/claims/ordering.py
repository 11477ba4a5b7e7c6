"""A sentence of a language whose verbs stand before their subjects in, the same with objects told from subjects out.

Behind a verb Arabic writes who does it and then what it is done to, and no ending tells them apart: parsers take both
for subjects, or the only noun for an object, and hang on a name what goes with the verb. A language is left as it is
unless `verb_first` stands in its `lang/<code>/markers.toml`.
"""

from dataclasses import replace

from sayso.claims.hanging import Hung, dependents, span
from sayso.lang.events import event_words
from sayso.lang.grammar import Grammar, grammar
from sayso.lang.lemmas import lemma
from sayso.records import Sentence, Word

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X"})
_CLAUSAL = frozenset({"root", "ccomp", "advcl", "acl:relcl", "parataxis", "xcomp"})
"""What a verb may be that has its subject behind it; one that is coordinated shares that of the first."""
_PARTIES = frozenset({"nsubj", "obj", "obl"})


def order(sentence: Sentence) -> Sentence:
    """The sentence with its words in the same order, some of them under another head."""
    rules = grammar(sentence.language)
    if not rules.verb_first:
        return sentence
    words = Hung(sentence.words)
    for number, word in enumerate(sentence.words):
        if word.upos == "VERB":
            _subjects(words, number)
            _only_noun(words, number)
        else:
            _particle(words, number, rules)
            _loose(words, number)
    for number, word in enumerate(words):
        if word.upos == "NOUN" and _is_event(word, sentence.language):
            _of_event(words, number)
    return replace(sentence, words=tuple(words)) if words != list(sentence.words) else sentence


def _subjects(words: Hung, verb: int) -> None:
    """Of two subjects the second is the object, or behind a comma another name of the first."""
    first, *others = dependents(words, verb, "nsubj") or [verb]
    if dependents(words, verb, "aux:pass", "obj") or words[first].upos not in _NOMINAL:
        return
    for other in others:
        if other < verb or words[other].upos not in _NOMINAL:
            continue
        if dependents(words, other, "case"):
            words[other] = replace(words[other], relation="obl")
        elif first > verb and any(word.upos == "PUNCT" for word in words[first:other]):
            words[other] = replace(words[other], head=first, relation="appos")
        else:
            words[other] = replace(words[other], relation="obj")


def _only_noun(words: Hung, verb: int) -> None:
    """The noun right behind a verb that opens its clause is the subject: "سيطر متمردون على المطار"."""
    pronouns = [other for other in dependents(words, verb, "obj", "dep") if words[other].upos == "PRON"]
    if words[verb].relation == "acl:relcl" and pronouns and not dependents(words, verb, "nsubj"):
        for other in dependents(words, verb, "obj"):  # "البلد الذي دمرته الحرب": the pronoun stands for the country
            if other > verb and words[other].upos in ("NOUN", "PROPN") and not dependents(words, other, "case"):
                words[other] = replace(words[other], relation="nsubj")
                return
    if words[verb].relation not in _CLAUSAL or dependents(words, verb, "nsubj", "nsubj:pass", "csubj", "aux:pass"):
        return
    if verb + 1 >= len(words) or words[verb + 1].head != verb or words[verb + 1].relation != "obj":
        return
    opens = not verb or words[verb - 1].upos in ("SCONJ", "ADP", "PUNCT") or words[verb].relation == "root"
    if opens and words[verb + 1].upos in ("NOUN", "PROPN") and words[verb].relation != "acl:relcl":
        words[verb + 1] = replace(words[verb + 1], relation="nsubj")


def _particle(words: Hung, number: int, rules: Grammar) -> None:
    """A particle before a verb that has not happened yet makes it possible; before one that has, it is but told so."""
    word = words[number]
    if word.relation not in ("compound:prt", "advmod", "aux") or word.head <= number:
        return
    if word.form in rules.modals and words[word.head].upos == "VERB":
        is_open = words[word.head].form.startswith(rules.ongoing_beginnings)
        words[number] = replace(word, relation="aux" if is_open else "mark", upos="AUX")


def _loose(words: Hung, number: int) -> None:
    """Hangs on the verb what stands with a preposition behind a name: "هددت إيران بإغلاق المضيق"."""
    word = words[number]
    if word.relation != "nmod" or word.head < 0 or word.head >= number or not dependents(words, number, "case"):
        return
    name = words[word.head]
    if name.upos != "PROPN" or name.relation not in _PARTIES or name.head < 0 or words[name.head].upos != "VERB":
        return
    words[number] = replace(word, head=name.head, relation="obl")


def _is_event(word: Word, language: str) -> bool:
    known = event_words(language).entries.get(lemma(word.form, language), ())
    return any(entry.part == "noun" for entry in known)


def _of_event(words: Hung, noun: int) -> None:
    """Hangs on a noun for an event what stands right behind it and was hung on the verb: "تدرس شراء مقاتلات"."""
    word = words[noun]
    if word.relation not in ("nsubj", "obj", "obl") or word.head < 0 or words[word.head].upos != "VERB":
        return
    _, end = span(words, noun)
    for other in dependents(words, word.head, "obj", "obl"):
        if other <= noun or words[other].upos not in _NOMINAL or span(words, other)[0] != end:
            continue
        led = bool(dependents(words, other, "case"))
        if led or (word.relation == "obj" and words[other].relation == "obj"):
            words[other] = replace(words[other], head=noun, relation="obl" if led else "nmod")
            _, end = span(words, other)
