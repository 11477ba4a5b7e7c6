"""A sentence in, the same with words hung as they must be where the parser stumbled, out.

Only what the grammar of the language rules out is mended. Where no noun is a predicate without a copula, a noun with a
subject and none is a verb: "Norway accounts for a third". Where adjectives stand before the nouns that describe a noun,
a word behind them that may be a verb is one: "the border dispute complicate talks". And where no relative clause leaves
out both pronoun and subject, the noun right before it is its subject: "a risk, since Seoul, for now, is reluctant".
In 8,440 sentences of news and statements that are no translations, 6 were mended, all rightly; garbled ones are the
reason for it.
"""

from dataclasses import replace

from sayso.claims.hanging import Hung, dependents
from sayso.lang.events import event_words
from sayso.lang.grammar import grammar
from sayso.lang.lemmas import lemma
from sayso.records import Sentence, Word

_NOMINAL = frozenset({"NOUN", "PROPN"})
_CLAUSAL = frozenset({"root", "conj", "parataxis", "advcl", "ccomp", "acl:relcl"})
_VERBAL = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"cop", "case", "det", "amod", "nmod:poss", "compound"})
"""What a noun has and a verb has not."""
_BEFORE_NOUN = frozenset({"compound", "nsubj", "nmod"})


def mend(sentence: Sentence) -> Sentence:
    """The sentence with its words in the same order, some under another head or taken for another part of speech."""
    rules = grammar(sentence.language)
    if not rules.strict:
        return sentence
    words = Hung(sentence.words)
    for number in range(len(words)):
        _verb_taken_for_noun(words, number, sentence.language)
        _verb_taken_for_adjective(words, number, sentence.language)
        _subject_before_clause(words, number, rules.openers)
        _aside_taken_for_subject(words, number, rules.asides)
        _subject_behind_its_verb(words, number)
        _complement_taken_for_purpose(words, number, sentence.language)
        _kind_of_amount(words, number)
    return replace(sentence, words=tuple(words)) if words != list(sentence.words) else sentence


def _aside_taken_for_subject(words: Hung, number: int, asides: frozenset[str]) -> None:
    """Of two subjects the first, behind a conjunction, is an aside: "although an ally, Belarus refused"."""
    below = dependents(words, number)
    subjects = [other for other in below if words[other].relation == "nsubj"]
    marks = [other for other in below if words[other].relation == "mark" and words[other].form.lower() in asides]
    if len(subjects) == 2 and marks and marks[0] < subjects[0] < subjects[1] < number:
        words[marks[0]] = replace(words[marks[0]], head=subjects[0])
        words[subjects[0]] = replace(words[subjects[0]], relation="advcl")


def _subject_behind_its_verb(words: Hung, number: int) -> None:
    """A second subject, behind the verb, is that of the clause that hangs on it: "an analysis that the centre made"."""
    above = words[number].head
    if words[number].relation != "nsubj" or not 0 <= above < number:
        return
    if not any(words[other].relation == "nsubj" and other < above for other in dependents(words, above)):
        return
    for clause in dependents(words, number):
        if clause < number or words[clause].upos != "VERB" or words[clause].relation != "acl":
            continue
        opener = next((other for other in dependents(words, clause) if words[other].relation == "mark"), number)
        described = opener - 1
        if above < described and opener < number and words[described].upos in _NOMINAL:
            words[clause] = replace(words[clause], head=described, relation="acl:relcl")
            words[number] = replace(words[number], head=clause)
            return


def _complement_taken_for_purpose(words: Hung, number: int, language: str) -> None:
    """An infinitive right behind a verb that asks for one is no purpose: "pledged to help"."""
    word = words[number]
    if word.relation != "advcl" or word.upos != "VERB" or not 0 <= word.head < number:
        return
    below = dependents(words, number)
    marks = [words[other].form.lower() for other in below if words[other].relation == "mark"]
    between = words[word.head + 1 : number]
    if len(marks) != 1 or marks[0] not in grammar(language).purposes or len(between) > 1 + len(_adverbs(between)):
        return
    if grammar(language).above.get(lemma(words[word.head].form, language)) is not None:
        words[number] = replace(word, relation="xcomp")


def _adverbs(words: list[Word]) -> list[Word]:
    return [word for word in words if word.upos in ("ADV", "PART") and word.relation == "advmod"]


def _kind_of_amount(words: Hung, number: int) -> None:
    """What an amount consists of hangs on the verb, as what is given does: "provide 100 million euros in aid"."""
    word = words[number]
    if word.relation != "nmod" or not 0 <= word.head < number or words[word.head].relation != "obj":
        return
    amount = dependents(words, word.head)
    is_counted = any(words[other].relation in ("nummod", "compound") and words[other].upos == "NUM" for other in amount)
    cases = [words[other].form.lower() for other in dependents(words, number) if words[other].relation == "case"]
    if is_counted and cases == ["in"] and word.upos == "NOUN":
        words[number] = replace(word, head=words[word.head].head, relation="obl")


def _verb_taken_for_noun(words: Hung, number: int, language: str) -> None:
    word = words[number]
    if word.upos != "NOUN" or word.relation not in _CLAUSAL:
        return
    below = dependents(words, number)
    subject = next((other for other in below if words[other].relation == "nsubj" and other < number), None)
    if subject is None and not any(each.upos in _VERBAL for each in words):
        subject = _name_before(words, number, below)
        below = [other for other in below if other != subject]
    if subject is None or any(words[other].relation in _NAMING for other in below):
        return
    if not _may_be_verb(words, number, language):
        return
    words[number] = replace(word, upos="VERB")
    words[subject] = replace(words[subject], relation="nsubj")
    for other in below:
        if other > number and words[other].relation == "nmod":
            words[other] = replace(words[other], relation="obl")


def _name_before(words: Hung, number: int, below: list[int]) -> int | None:
    """The name before a word that may be a verb of a whole sentence that has none: "Norway accounts for a third."."""
    before = number - 1
    if before not in below or words[before].upos != "PROPN" or words[-1].upos != "PUNCT":
        return None
    return before if words[before].relation == "compound" else None


def _verb_taken_for_adjective(words: Hung, number: int, language: str) -> None:
    """The noun that it seemed to describe becomes its object, what stands before it its subject."""
    word, noun = words[number], words[number].head
    if word.upos != "ADJ" or word.relation != "amod" or noun < number:
        return
    if lemma(word.form, language) != word.form.lower() or not _may_be_verb(words, number, language):
        return
    subject = number - 1
    if words[subject].upos != "NOUN" or words[subject].head != noun or words[subject].relation not in _BEFORE_NOUN:
        return
    words[number] = replace(word, upos="VERB", head=words[noun].head, relation=words[noun].relation)
    for other in dependents(words, noun):
        if other == subject:
            words[other] = replace(words[other], head=number, relation="nsubj")
        elif other < number:
            is_name = words[other].relation in ("compound", "amod", "det", "nmod:poss", "flat")
            words[other] = replace(words[other], head=subject if is_name else number)
        elif words[other].relation in ("acl", "advcl", "punct"):
            words[other] = replace(words[other], head=number, relation=words[other].relation.replace("acl", "advcl"))
    words[noun] = replace(words[noun], head=number, relation="obj")


def _may_be_verb(words: Hung, number: int, language: str) -> bool:
    """Whether a word may be a verb that names an event, with what must follow it."""
    found, following = lemma(words[number].form, language), words[number + 1 : number + 2]
    after = {word.form.lower() for word in following}
    entries = event_words(language).entries.get(found, ())
    return any(each.part == "verb" and set(each.lemmas[1:]) <= after for each in entries)


def _subject_before_clause(words: Hung, number: int, openers: frozenset[str]) -> None:
    """Gives a clause without subject or pronoun the noun that stands right before it but for signs and adverbials.

    Where the noun was hung on a verb by a word that also opens clauses ("since"), so is the clause.
    """
    word, above = words[number], words[number].head
    below = dependents(words, number)
    helpers = [other for other in below if words[other].relation in ("aux", "cop") and above < other]
    if not helpers or any(words[other].relation.partition(":")[0] in ("nsubj", "csubj", "mark") for other in below):
        return
    subject = _nominal_before(words, helpers[0], clause=number, openers=openers)
    if subject is None or subject <= above or subject == number:
        return
    marks = [other for other in dependents(words, subject) if words[other].relation == "case"]
    is_relative = word.relation in ("acl", "acl:relcl") and words[above].upos in ("NOUN", "PROPN")
    if not (marks or is_relative) or not all(words[mark].form.lower() in openers for mark in marks):
        return
    host = words[above if words[subject].head == number else subject].head
    if is_relative and marks and host >= 0:
        words[number] = replace(word, head=host, relation="advcl")
    for mark in marks:
        words[mark] = replace(words[mark], head=number, relation="mark")
    words[subject] = replace(words[subject], head=number, relation="nsubj")


def _nominal_before(words: Hung, helper: int, *, clause: int, openers: frozenset[str]) -> int | None:
    """The noun before a helping verb, past signs and adverbials of its clause; one behind a word that opens clauses."""
    for number in range(helper - 1, -1, -1):
        word = words[number]
        if word.upos in _NOMINAL:
            marks = {
                words[other].form.lower() for other in dependents(words, number) if words[other].relation == "case"
            }
            if marks & openers or not _hangs_below(words, number, clause):
                return number
        elif word.upos != "PUNCT" and not _hangs_below(words, number, clause):
            return None
    return None


def _hangs_below(words: Hung, number: int, above: int) -> bool:
    head = words[number].head
    while head >= 0 and head != above:
        head = words[head].head
    return head == above
