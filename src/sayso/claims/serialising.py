"""A sentence of a language without endings in, the same with verbs and prepositions told apart by their place out.

Treebanks of Chinese hang every verb but the last of a sentence on the last, take prepositions for verbs, and what
stands behind them for subjects. Which words are prepositions, mark an aspect, join clauses or say what follows, stands
under `[trees]` in `lang/<code>/markers.toml`; a language that lists no aspects is left as it is.
"""

from dataclasses import replace

from sayso.claims.hanging import Hung, dependents, is_tree
from sayso.lang.grammar import Bound, Grammar, grammar
from sayso.records import Sentence

_VERBAL = frozenset({"VERB", "AUX"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_MARKING = frozenset({"mark", "advmod", "case", "aux", "advcl", "dep"})
"""What an aspect may hang as."""
_PARTIES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "obj"})
_ASIDE = frozenset({"advcl", "nsubj", "csubj", "parataxis"})
"""What a verb before the one that it takes for its complement may have become."""
_BEFORE = frozenset({"advcl", "ccomp", "xcomp", "parataxis"})
"""What the first of two joined clauses may have become."""


def serialise(sentence: Sentence) -> Sentence:
    """The sentence with its words in the same order, some of them under another head."""
    rules = grammar(sentence.language)
    bound = rules.bound
    if not bound.aspects:
        return sentence
    words = Hung(sentence.words)
    for number in range(len(words)):
        _aspect(words, number, bound)
        _coverb(words, number, bound)
        _speech(words, number, bound)
        _subject_of_clause(words, number)
    for number in range(len(words)):
        _led(words, number, rules)
    for number in range(len(words)):
        _complement(words, number, rules)
    for number in range(len(words)):
        _joined(words, number, bound)
    if words == list(sentence.words) or not is_tree(words):  # where the parser stumbled badly, circles may close
        return sentence
    return replace(sentence, words=tuple(words))


def _aspect(words: Hung, number: int, bound: Bound) -> None:
    """Makes auxiliaries of what tells when: "正在举行", also before a place: "正在台湾周边举行"."""
    word = words[number]
    if word.form not in bound.aspects or word.relation not in _MARKING or word.head < 0 or dependents(words, number):
        return
    head = word.head
    if words[head].upos in _NOMINAL and word.form not in bound.objectives and words[head].head > head:
        head = words[head].head
    if words[head].upos in _VERBAL and head > number and not _marked_object(words, number, head, bound):
        words[number] = replace(word, head=head, relation="aux", upos="AUX")


def _marked_object(words: Hung, number: int, verb: int, bound: Bound) -> int | None:
    """The noun that a word like "将" makes the object of a verb, where it does not tell when."""
    if words[number].form not in bound.objectives or words[number + 1].upos not in (*_NOMINAL, "DET", "ADJ"):
        return None
    between = [other for other in dependents(words, verb, *_PARTIES) if number < other < verb]
    return next((other for other in between if words[other].upos in _NOMINAL), None)


def _coverb(words: Hung, number: int, bound: Bound) -> None:
    """Hangs a preposition that was taken for a verb on the noun behind it: "在克什米尔击落"."""
    word = words[number]
    verb = word.head
    if word.form not in bound.prepositions or word.upos != "VERB" or verb <= number or word.relation != "advcl":
        return
    behind = dependents(words, number, "obj", "obl", "nsubj")
    behind = behind or [other for other in dependents(words, verb, "obj", "obl", "nsubj") if number < other < verb]
    behind = [other for other in behind if words[other].upos in _NOMINAL and number < other < verb]
    if not behind:
        return
    noun = behind[-1]
    for other in dependents(words, number):
        words[other] = replace(words[other], head=verb)
    words[noun] = replace(words[noun], head=verb, relation="obl")
    words[number] = replace(word, head=noun, relation="case", upos="ADP")


def _speech(words: Hung, number: int, bound: Bound) -> None:
    """Makes one word of two that say: "威胁说", whose content hangs on the second."""
    word = words[number]
    if word.form not in bound.saying or not number or word.head != number - 1 or words[number - 1].upos != "VERB":
        return
    for other in dependents(words, number):
        relation = words[other].relation
        words[other] = replace(words[other], head=number - 1, relation="ccomp" if relation == "xcomp" else relation)
    words[number] = replace(word, relation="aux", upos="AUX")


def _led(words: Hung, number: int, rules: Grammar) -> None:
    """What a noun is to its verb, told by the preposition before it: "被警方逮捕" has an agent and no subject."""
    word, bound = words[number], rules.bound
    if word.head < 0 or word.upos not in _NOMINAL or words[word.head].upos not in _PREDICATES:
        return
    for other in dependents(words, number, "cc"):
        if (
            other == _first(words, number)
            and word.relation == "obl"
            and "with" in rules.classes.get(words[other].form, ())
        ):
            words[other] = replace(words[other], relation="case", upos="ADP")  # "玻利维亚与智利谈判"
    forms = {words[other].form for other in dependents(words, number, "case") if other < number}
    passive = [other for other in dependents(words, word.head, "aux:pass") if other < number < word.head]
    if word.relation not in _PARTIES or number > word.head:
        return
    first = words[_first(words, number)].form
    if (first in bound.agents and first in forms) or (passive and not forms):
        words[number] = replace(word, relation="obl:agent")
    elif forms & set(bound.objectives):
        words[number] = replace(word, relation="obj")
    elif forms & set(bound.prepositions) and word.relation != "obl":
        words[number] = replace(word, relation="obl")
    elif word.relation in ("nsubj", "obl", "nmod") and _is_objective(words, number, bound):
        words[number] = replace(word, relation="obj")


def _subject_of_clause(words: Hung, number: int) -> None:
    """Hangs a name on the verb right behind it, where both hang on the noun that follows: "俄罗斯干涉的公投"."""
    word, verb = words[number], number + 1
    if word.relation != "nmod" or word.upos != "PROPN" or verb >= len(words) or dependents(words, number, "case"):
        return
    is_clause = words[verb].relation == "acl:relcl" and words[verb].head == word.head and words[verb].upos == "VERB"
    if is_clause and not dependents(words, verb, "nsubj"):
        words[number] = replace(word, head=verb, relation="nsubj")


def _first(words: Hung, number: int) -> int:
    return min([number, *dependents(words, number)])


def _is_objective(words: Hung, number: int, bound: Bound) -> bool:
    """Whether a word like "将", which hangs on the verb, makes this its object."""
    verb = words[number].head
    return any(
        _marked_object(words, other, verb, bound) == number
        for other in dependents(words, verb, "case", "mark", "advmod")
        if other < number
    )


def _complement(words: Hung, number: int, rules: Grammar) -> None:
    """Hangs a verb on the one before it that wants, plans or begins it: "计划访问朝鲜", "打算发射并试射"."""
    word = words[number]
    if word.upos != "VERB" or word.form not in rules.above or word.relation not in _ASIDE:
        return
    above = word.head
    if above <= number or dependents(words, number, "mark", *_COMPLEMENTS) or words[above].upos not in _VERBAL:
        return
    verb = next((other for other in range(number + 1, above + 1) if words[other].upos in ("VERB", "PUNCT")), None)
    if verb is None or words[verb].upos == "PUNCT" or (verb != above and words[verb].head != above):
        return
    words[number] = replace(word, head=words[above].head, relation=words[above].relation)
    words[above] = replace(words[above], head=number, relation="xcomp")
    for other in dependents(words, above):
        if other < number and words[other].relation in ("nsubj", "obl", "mark", "cc", "punct"):
            words[other] = replace(words[other], head=number)


def _joined(words: Hung, number: int, bound: Bound) -> None:
    """Hangs the second of two joined clauses on the first: "袭击了基辅,并警告波兰"."""
    verb = words[number].head
    if words[number].form not in bound.joining or verb <= number or words[verb].upos not in _PREDICATES:
        return
    before = [
        other for other in dependents(words, verb, *_BEFORE) if other < number and words[other].upos in _PREDICATES
    ]
    before = [other for other in before if not dependents(words, other, "mark", "case")]
    if not before:
        return
    first = before[-1]
    above = words[verb].head
    is_done = bool(set(bound.completed) & {words[other].form for other in dependents(words, verb, "aux")})
    words[first] = replace(words[first], head=above, relation=words[verb].relation)
    apart = is_done and words[first].relation in ("xcomp", "ccomp") and above >= 0
    words[verb] = replace(words[verb], head=above if apart else first, relation="conj")
    for other in dependents(words, verb):
        if other < first or words[other].relation == "advcl":
            words[other] = replace(words[other], head=first)
