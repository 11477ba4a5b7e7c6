"""A sentence of a language with endings of its own for clauses in, the same with its verbs above their nouns, out.

Turkish treebanks hang the verb of "talep etti" (made a demand) on the noun, with all that the verb governs, and the
subject of a clause that has become a noun, "Fransa'nın tanıması", as its owner on the verb or on the object before it.
Which verbs and endings these are stands under `[compounds]` in `lang/<code>/markers.toml`; a language without them is
left as it is.
"""

from dataclasses import replace

from sayso.claims.hanging import is_tree
from sayso.lang.grammar import Compounds, grammar
from sayso.records import Sentence, Word

_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "ADV"})
_OWN = frozenset({"amod", "nmod:poss", "det", "nummod", "compound", "flat"})
"""What stays with the noun of such a verb where it stands right before it."""
_OBLIQUE = {"nmod": "obl", "amod": "advmod"}
_REACH = 2
"""How many nouns above an owner the verb may stand whose subject it is."""


def compound(sentence: Sentence) -> Sentence:
    """The sentence with its words in the same order, some of them under another head."""
    rules = grammar(sentence.language).compounds
    if not rules:
        return sentence
    words = list(sentence.words)
    for number in range(1, len(words)):
        _above_noun(words, number, rules)
    for number in range(len(words)):
        _bare(words, number)
        _case(words, number, rules)
        _owner(words, number, rules)
    return replace(sentence, words=tuple(words)) if words != list(sentence.words) and is_tree(words) else sentence


def _above_noun(words: list[Word], verb: int, rules: Compounds) -> None:
    """Hangs the noun of a verb made of both on the verb: "talep etti", "saldırı düzenledi"."""
    word, noun = words[verb], verb - 1
    if word.head != noun or word.relation != "compound" or word.upos not in ("VERB", "AUX"):
        return
    if words[noun].upos not in _NOMINAL or not word.form.lower().startswith(rules.verbs):
        return
    words[verb] = replace(word, head=words[noun].head, relation=words[noun].relation, upos="VERB")
    for other, each in enumerate(words):
        if each.head == noun and other != verb and not (each.relation in _OWN and _touches(words, other, noun)):
            words[other] = replace(each, head=verb, relation=_OBLIQUE.get(each.relation, each.relation))
    words[noun] = replace(words[noun], head=verb, relation="obj")


def _touches(words: list[Word], owner: int, noun: int) -> bool:
    """Whether nothing but what belongs to the noun stands between an owner and it, and no case parts them."""
    return owner < noun and all(words[between].head == noun for between in range(owner + 1, noun))


def _owner(words: list[Word], number: int, rules: Compounds) -> None:
    """Makes the owner of a clause that has become a noun its subject: "İsrail'in limanı bombalaması"."""
    word = words[number]
    if word.relation != "nmod:poss" or not _last(words, number).form.lower().endswith(rules.owners):
        return
    verb = word.head
    for _ in range(_REACH):
        if verb < 0 or words[verb].upos == "VERB" or words[verb].relation not in ("obj", "obl", "nmod:poss", "nmod"):
            break
        verb = words[verb].head
    if verb <= number or words[verb].upos != "VERB" or not words[verb].form.lower().endswith(rules.clauses):
        return
    subjects = [each for each in words if each.head == verb and each.relation == "nsubj"]
    before = [other for other, each in enumerate(words[:number]) if each.head == verb and each.relation == "nsubj"]
    if not subjects and not before:
        words[number] = replace(word, head=verb, relation="nsubj")


def _last(words: list[Word], number: int) -> Word:
    """The last word of a name of several, which alone has the ending: "Kuzey Kore'nin"."""
    parts = [each for each in words if each.head == number and each.relation == "flat"]
    return parts[-1] if parts else words[number]


def _case(words: list[Word], number: int, rules: Compounds) -> None:
    """Hangs a name with a case of its own on the verb, where it was taken for an owner: "Çin'i ... suçladı"."""
    word = words[number]
    if word.upos != "PROPN" or word.relation not in ("nmod:poss", "amod", "nsubj") or word.head <= number:
        return
    form = _last(words, number).form.lower()
    relation = "obj" if form.endswith(rules.objects) else "obl" if form.endswith(rules.obliques) else None
    if relation is None:
        return
    verb = word.head
    while verb >= 0 and words[verb].upos not in ("VERB", "AUX"):
        verb = words[verb].head
    if verb > number and (relation == "obl" or not _has_object(words, verb, number)):
        words[number] = replace(word, head=verb, relation=relation)


def _bare(words: list[Word], number: int) -> None:
    """Makes a name without an ending the subject, where it was hung on a noun that has nothing to do with it."""
    word = words[number]
    above = words[word.head] if word.head > number else None
    if word.upos != "PROPN" or word.relation != "obl" or "'" in _last(words, number).form or above is None:
        return
    if above.upos != "NOUN" or any(each.head == number and each.relation == "case" for each in words):
        return
    verb = above.head
    while verb >= 0 and words[verb].upos not in ("VERB", "AUX"):
        verb = words[verb].head
    if verb > number and not any(each.head == verb and each.relation == "nsubj" for each in words):
        words[number] = replace(word, head=verb, relation="nsubj")


def _has_object(words: list[Word], verb: int, number: int) -> bool:
    """Whether a verb has an object that does not hang on the word in question."""
    return any(each.head == verb and each.relation == "obj" and other != number for other, each in enumerate(words))
