"""The code of a language in, its function words out: adpositions by class, hedges, negation, light verbs."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.lang.moods import Moods, moods

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Function words that the trees of a language make heads, and the endings that tell what they stand behind."""

    adpositions: tuple[str, ...] = ()
    """Verbs and nouns that stand for an adposition behind a noun, or for a conjunction behind a verb."""
    fillers: tuple[str, ...] = ()
    """Nouns that only make a noun of the clause before them, alone or with one of `particles`."""
    particles: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    """Verbs that make a verb of the noun before them."""
    auxiliaries: tuple[str, ...] = ()
    """Verbs that negate or qualify the verb before them, when that ends in `linked` or a filler stands between."""
    linked: tuple[str, ...] = ()
    nominal: tuple[str, ...] = ()
    """Endings of verbs that stand for a noun."""
    verbs: tuple[str, ...] = ()
    """Endings that only verbs have."""
    cases: tuple[str, ...] = ()
    """Endings that only nouns have, also where they are taken for adverbs."""
    predicates: tuple[str, ...] = ()
    """Nouns that, with one of `copulas`, only qualify the clause before them: `방문할 예정이다`."""
    copulas: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    """What stands behind those who are asked: a word, or an ending."""
    making: tuple[str, ...] = ()
    """Auxiliaries that make a verb of the noun before them."""
    topics: tuple[str, ...] = ()
    """The particle of what is spoken of: a word, or an ending behind a consonant and one behind a vowel; others too."""
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    """Words before a noun that is coordinated with none before it, whatever the tree says."""
    aspects: tuple[str, ...] = ()
    """Words before a verb that tell when, or whether it will be, in a language whose verbs have no endings."""
    objectives: tuple[str, ...] = ()
    """Prepositions of what it is done to, before the verb."""
    agents: tuple[str, ...] = ()
    """Prepositions of who does it, in a passive."""
    joining: tuple[str, ...] = ()
    """Words that open the second of two clauses of equal rank."""
    completed: tuple[str, ...] = ()
    """Words behind a verb by which it is over."""
    saying: tuple[str, ...] = ()
    """Verbs that stand behind another of saying and add nothing to it."""

    def is_adposition(self, form: str) -> bool:
        """Whether the form is one of the words that stand for an adposition, alone or with a particle."""
        return any(form.startswith(each) and form[len(each) :] in ("", *self.particles) for each in self.adpositions)

    def is_filler(self, form: str) -> bool:
        """Whether the form is one of the fillers, alone or with a particle."""
        return any(
            form.startswith(filler) and form[len(filler) :] in ("", *self.particles) for filler in self.fillers
        ) or any(form.startswith(noun) and form[len(noun) :] in self.copulas for noun in self.predicates)

    def __bool__(self) -> bool:
        """Whether the language has any such word."""
        return bool(self.adpositions or self.fillers or self.light or self.prepositions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What is written together with a word, and may be cut off one that only begins or ends so."""

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether the language has any."""
        return bool(self.before or self.behind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compounds:
    """Verbs that stand behind a noun and make a verb of it, and how clauses that become nouns end."""

    verbs: tuple[str, ...] = ()
    """What such verbs begin with."""
    owners: tuple[str, ...] = ()
    """Endings of owners."""
    objects: tuple[str, ...] = ()
    """Endings of names that something is done to."""
    obliques: tuple[str, ...] = ()
    """Endings of names to whom, from whom or with whom it is done."""
    clauses: tuple[str, ...] = ()
    """Endings of verbs whose subject stands as an owner."""

    def __bool__(self) -> bool:
        """Whether the language has any."""
        return bool(self.verbs or self.clauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Function words of a language; every set holds lemmas or forms in lower case."""

    classes: Mapping[str, tuple[str, ...]]
    """For an adposition, or several joined by a space, the classes it marks: `to`, `from`, `with`, ..."""
    endings: tuple[tuple[str, str], ...]
    """Pairs of ending and class where case is written on the word, longest ending first."""
    bound: Bound
    """Function words that the trees make heads."""
    gerund: str
    """Ending of active participles and verbal nouns; empty where there is none."""
    strict: bool
    """Whether every clause has a subject and a verb of its own, so that a tree without one was misread."""
    compounds: Compounds
    """Verbs made of a noun and a verb, and clauses made nouns."""
    cut: Cut
    """What parsers cut off words."""
    verb_first: bool
    """Whether the subject stands between the verb and its object, and no ending tells them apart."""
    openers: frozenset[str]
    """Adpositions that open clauses too: "since", "before"."""
    reckoning: frozenset[str]
    """Words behind a span of time that make it a date: "three months after", "two weeks ago"."""
    purposes: frozenset[str]
    """What opens a clause of purpose: "to", "in order to", "para", "чтобы"."""
    asides: frozenset[str]
    """What opens an aside, also one without a verb: "although an ally"."""
    times: frozenset[str]
    """Conjunctions of time, whose clauses are told beside the verb above, too."""
    object_control: frozenset[str]
    """What opens a clause whose doer is the object above: "accuse them of bombing", "stop them from bombing"."""
    under: frozenset[str]
    """Adpositions before what the subject of a copula suffers: "is under attack"."""
    personal: frozenset[str]
    """Adpositions that stand before objects that are persons or states: "acusó a China"."""
    reflexive: frozenset[str]
    """Pronouns that only say that subjects do it to themselves or to each other, and are no objects: "sich"."""
    reflexive_endings: tuple[str, ...]
    """The same pronouns where they are written on the verb: "espera-se"."""
    questions: tuple[str, ...]
    """Signs at the end of a question."""
    perfect: frozenset[str]
    """Auxiliaries that put a modal into the past: "should have joined", "would have died"."""
    negation: frozenset[str]
    halves: frozenset[str]
    """Words of negation that behind one of `that` negate only with one of `completing`: "ne ... pas"."""
    completing: frozenset[str]
    that: frozenset[str]
    only: frozenset[str]
    """Words right behind a word of negation with which it adds and does not negate: "not only"."""
    longer: frozenset[str]
    """Adverbs that negate by a word of negation on them: "no longer"."""
    conditions: frozenset[str]
    """Conjunctions that open a condition."""
    condition_endings: tuple[str, ...]
    """Endings of verbs in a condition, where no conjunction opens it."""
    inverted: frozenset[str]
    """Auxiliaries that open a condition by standing before its subject: "should they attack"."""
    presumed: frozenset[str]
    """Those that with a perfect say what has probably happened: "must have supplied"."""
    unless: frozenset[str]
    """Those of them that also negate."""
    modals: Mapping[str, str]
    """Auxiliary to `possible`, `future`, `hypothetical` or `wanted`."""
    adverbs: Mapping[str, str]
    """Adverb to `probable`, `possible`, `unlikely` or `not_yet`."""
    before: Mapping[str, str]
    """Adjective or participle on an event noun to what it makes of the event: "planned", "possible"."""
    above: Mapping[str, str]
    """Governor of an event word to what it makes of the event: `planned`, `wanted`, `failed`, `refused`, ..."""
    light: frozenset[str]
    """Verbs that lend their subject and objects to an event noun."""
    undergoing: frozenset[str]
    """Verbs whose subject is what the event noun happens to: "face sanctions", "come under attack"."""
    leaving: frozenset[str]
    """Verbs by whose object the subject leaves somebody in a state: "leaves them exposed", "makes it vulnerable"."""
    ongoing_auxiliaries: frozenset[str]
    past_auxiliaries: frozenset[str]
    lasting_auxiliaries: frozenset[str]
    """Those that with a gerund say that a thing goes on still: "has been supplying"."""
    future_endings: tuple[str, ...]
    """Endings of verbs in the future, where the tense is written on the verb."""
    future_tails: frozenset[str]
    """What the future adds to the dictionary form."""
    past_endings: tuple[str, ...]
    """Endings of verbs in the past that end like the present."""
    present_endings: tuple[str, ...]
    """Endings of verbs in the present, where some forms of it have none."""
    unchanging: frozenset[str]
    """Verbs whose past is written as their dictionary form: "hit", "quit"."""
    ongoing_endings: tuple[str, ...]
    """Endings of verbs in the present."""
    future_beginnings: tuple[str, ...]
    """What verbs in the future begin with, where it is not part of their dictionary form."""
    ongoing_beginnings: tuple[str, ...]
    """The same of verbs in the present."""
    perfective: frozenset[str]
    """Verbs whose forms in the present tell what will be: `подпишет`."""
    results: frozenset[str]
    """Forms that are over and end as those of the present do: `убит`, `teve`."""
    bare_predicates: bool
    """Whether adjectives are said of a subject without a verb: `Киев готов`."""
    government: Mapping[str, str]
    """Word with the adposition or the class of ending that its argument has, to the function in which it stands where
    the adposition alone tells another: `нуждаться в` has an object."""
    moods: Moods
    """Chains of endings that show mood and tense."""


_HEDGES = (
    "perfect",
    "negation",
    "halves",
    "completing",
    "that",
    "only",
    "longer",
    "conditions",
    "inverted",
    "presumed",
    "unless",
)
_TENSES = (
    "ongoing_auxiliaries",
    "past_auxiliaries",
    "lasting_auxiliaries",
    "future_tails",
    "unchanging",
    "perfective",
    "results",
)


@cache
def grammar(code: str) -> Grammar:
    """The function words of the language; empty sets when its folder does not have them."""
    marks, hedges = _data(code, "markers.toml"), _data(code, "hedges.toml")
    classes: dict[str, list[str]] = {}
    for name, forms in marks.get("classes", {}).items():
        for form in forms:
            classes.setdefault(form.lower(), []).append(name)
    endings = [(ending, name) for name, each in marks.get("endings", {}).items() for ending in each]
    tense = hedges.get("tense", {})
    return Grammar(
        classes={form: tuple(names) for form, names in classes.items()},
        endings=tuple(sorted(endings, key=lambda pair: -len(pair[0]))),
        bound=Bound(**{name: tuple(words.split()) for name, words in marks.get("trees", {}).items()}),
        gerund=marks.get("gerund", ""),
        strict=marks.get("strict", False),
        compounds=Compounds(**{name: tuple(words.split()) for name, words in marks.get("compounds", {}).items()}),
        cut=Cut(**{name: tuple(words.split()) for name, words in marks.get("cut", {}).items()}),
        verb_first=marks.get("verb_first", False),
        openers=frozenset(marks.get("openers", ())),
        reckoning=frozenset(marks.get("reckoning", ())),
        purposes=frozenset(marks.get("purposes", ())),
        asides=frozenset(marks.get("asides", ())),
        times=frozenset(marks.get("times", ())),
        object_control=frozenset(marks.get("object_control", ())),
        under=frozenset(marks.get("under", ())),
        personal=frozenset(marks.get("personal", ())),
        reflexive=frozenset(marks.get("reflexive", ())),
        reflexive_endings=tuple(marks.get("reflexive_endings", ())),
        **{name: _words(hedges.get(name, "")) for name in _HEDGES},
        **{name: _words(tense.get(name, "")) for name in _TENSES},
        questions=tuple(hedges.get("questions", ("?",))),
        condition_endings=tuple(hedges.get("condition_endings", "").split()),
        modals=_turned(hedges.get("modals", {})),
        adverbs=_turned(hedges.get("adverbs", {})),
        before=_turned(hedges.get("before", {})),
        above=_turned(hedges.get("above", {})),
        light=_words(hedges.get("light", {}).get("verbs", "")),
        undergoing=_words(hedges.get("light", {}).get("undergoing", "")),
        leaving=_words(hedges.get("light", {}).get("leaving", "")),
        future_endings=tuple(tense.get("future_endings", "").split()),
        past_endings=tuple(tense.get("past_endings", "").split()),
        present_endings=tuple(tense.get("present_endings", "").split()),
        ongoing_endings=tuple(tense.get("ongoing_endings", "").split()),
        future_beginnings=tuple(tense.get("future_beginnings", "").split()),
        ongoing_beginnings=tuple(tense.get("ongoing_beginnings", "").split()),
        bare_predicates=marks.get("bare_predicates", False),
        government=_turned(marks.get("government", {})),
        moods=moods(code),
    )


def _data(code: str, name: str) -> dict[str, Any]:
    path = _FOLDER / code / name
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _words(text: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in text.lower().split())


def _turned(groups: Mapping[str, str]) -> dict[str, str]:
    """Word to the first group that lists it."""
    turned: dict[str, str] = {}
    for name, words in groups.items():
        for word in words.lower().split():
            turned.setdefault(word.replace("_", " "), name)
    return turned
