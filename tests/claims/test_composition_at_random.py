"""Readings of random trees, of words with a meaning and without, in; whether claims keep the word of the contract."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import sayso.lang
from sayso.claims.composition import candidates
from sayso.claims.trees import grow
from sayso.lang.events import event_words
from sayso.lang.grammar import grammar
from sayso.lang.names import territories
from sayso.ledger.content import content
from sayso.records import Chain, Claim, Document, Mention, Passage, Reading, Sentence, Word
from sayso.vocab.actors import open_roster
from sayso.vocab.frames import kinds
from tests.factories import VECTOR, document, predicate

FOLDER = Path(sayso.lang.__file__).parent
LANGUAGES = ("en", "es", "de", "ru", "uk", "tr", "ko", "ja", "zh", "ar")
UPOS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT"),
    *("SCONJ", "SYM", "VERB", "X"),
)
RELATIONS = (
    *("acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp"),
    *("clf", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass", "dep", "det", "discourse"),
    *("dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:poss", "nsubj"),
    *("nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:tmod", "orphan", "parataxis", "punct", "reparandum"),
    *("root", "vocative", "xcomp"),
)
USUAL = {
    "VERB": ("root", "conj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis"),
    "NOUN": ("nsubj", "obj", "obl", "nmod", "nsubj:pass", "conj", "compound"),
    "PROPN": ("nsubj", "obj", "iobj", "obl", "nmod", "nmod:poss", "conj", "obl:agent"),
    "ADP": ("case",),
    "AUX": ("aux", "cop", "aux:pass"),
    "PART": ("advmod", "mark"),
    "SCONJ": ("mark",),
    "NUM": ("nummod", "obl"),
}
"""Relations in which parts of speech most often stand, so that random trees mean something."""
SIGNS = (
    *(".", ",", ":", ";", "?", "!", '"', "“", "”", "«", "»", "'", "(", ")", "-", "–", "%", "$", "3", "12"),
    *("2,000", "1.5", "2022", "40"),
)
MODALITIES = {
    *("done", "ongoing", "planned", "promised", "threatened", "wanted", "feared", "possible", "hypothetical"),
}
CERTAINTIES = {"certain", "probable", "possible", "unstated"}
CHANNELS = {"said", "reported", "believed", "shown", "hearsay"}
EFFECTS = {"gain", "risk", "constraint", "harm", None}
GOODS = {
    *("arms", "ammunition", "missiles", "vehicles", "troops", "workers", "oil", "gas", "food", "medicine", "energy"),
    *("nuclear", "money", "technology", "training", "intelligence", "territory", "other"),
}
ROSTER = open_roster()


Words = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """What sentences of a language are drawn from: pairs of a form and the part of speech it most often is."""

    events: Words
    names: Words
    functions: Words
    hedges: Words
    cues: Words
    measures: Words
    signs: Words

    def draw(self, chance: Random) -> tuple[str, str]:
        """One word of some list."""
        lists = (self.events, self.names, self.functions, self.hedges, self.cues, self.measures, self.signs)
        return chance.choice(chance.choices(lists, weights=(5, 5, 4, 3, 2, 2, 3))[0] or self.names)


@cache
def pool(language: str) -> Pool:
    """Words for events, names of states, cues of saying, hedges, goods, numbers and months."""
    words, rules = event_words(language), grammar(language)
    parts = {"verb": "VERB", "noun": "NOUN", "adjective": "ADJ"}
    above = {form for form in (*rules.above, *rules.light, *rules.undergoing) if " " not in form}
    return Pool(
        events=tuple(
            sorted({(entry.lemmas[0], parts[entry.part]) for entries in words.entries.values() for entry in entries})
        ),
        names=tuple(
            (name, "PROPN") for _, found in sorted(territories(language).items()) for name in found if " " not in name
        ),
        functions=(
            *((form, "ADP") for mark in rules.classes for form in mark.split()),
            *((form, "SCONJ") for form in sorted(rules.conditions)),
        ),
        hedges=(
            *((form, "AUX") for form in rules.modals),
            *((form, "ADV") for form in rules.adverbs),
            *((form, "PART") for form in sorted(rules.negation)),
            *((form, "VERB") for form in sorted(above)),
        ),
        cues=tuple((word, "VERB") for word in sorted(_listed(language, "sayings"))),
        measures=tuple((word, "NOUN") for word in sorted(_listed(language, "dates") | set(words.goods))),
        signs=tuple((word, "NUM" if word[0].isdigit() else "PUNCT") for word in SIGNS),
    )


def _listed(language: str, name: str) -> set[str]:
    path = FOLDER / language / f"{name}.toml"
    if not path.exists():
        return set()
    return set(re.findall(r"[^\W\d_]+", re.sub(r"(?m)^#.*$", "", path.read_text(encoding="utf-8"))))


Row = tuple[str, str, int, str]


class Drawer:
    """Draws a text and its reading from one number; a class, since all that it draws hangs on one source of chance.

    The strategies of hypothesis drew the same in twenty times the time.
    """

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.language = self.chance.choice(LANGUAGES)

    def heads(self, size: int) -> list[int]:
        """A head for every word so that they make a forest: each hangs on one drawn before it, or on nothing."""
        order = self.chance.sample(range(size), size)
        found = [-1] * size
        for place, word in enumerate(order):
            if place and self.chance.random() < 0.95:
                found[word] = order[int(place * self.chance.random() ** 2)]  # few words govern many
        return found

    def form(self) -> tuple[str, str]:
        """Mostly a word that means something as the part of speech that it is, now and then rubbish."""
        if self.chance.random() < 0.05:
            return "".join(self.chance.choices("aß漢ע\u0301𝔸'-", k=2)), self.chance.choice(UPOS)
        form, upos = pool(self.language).draw(self.chance)
        return form, upos if self.chance.random() < 0.9 else self.chance.choice(UPOS)

    def relation(self, upos: str) -> str:
        """A relation that the part of speech often has, or any."""
        return self.chance.choice(USUAL[upos] if upos in USUAL and self.chance.random() < 0.8 else RELATIONS)

    def rows(self) -> list[Row]:
        """The words of one sentence: form, part of speech, head and relation."""
        found = []
        for head in self.heads(self.chance.randint(1, 16)):
            form, upos = self.form()
            found.append((form, upos, head, "root" if head < 0 else self.relation(upos)))
        return found

    def range_of(self, size: int) -> tuple[int, int]:
        """A half-open range of words that is not empty."""
        first = self.chance.randrange(size)
        return first, self.chance.randint(first + 1, size)

    def sentence(self, of: Document, rows: list[Row], *, start: int, glued: bool) -> Sentence:
        """The sentence whose words follow one another from `start` on, with names and predicates somewhere in it.

        Where `glued`, every third word shares its place with the one before it, as the parts of a contraction do.
        """
        words: list[Word] = []
        for number, (form, upos, head, relation) in enumerate(rows):
            end = start + len(form)
            where = (words[-1].start, words[-1].end) if glued and number % 3 == 1 else (start, end)
            words.append(Word(start=where[0], end=where[1], form=form, upos=upos, head=head, relation=relation))
            start = end + 1
        places = [self.range_of(len(words)) for _ in range(self.chance.randint(0, 3))]
        labels = ("ARG0", "ARG1", "ARG2", "ARGM-TMP", "ARGM-NEG")
        return Sentence(
            span=of.span(words[0].start, max(word.end for word in words)),
            language=of.language,
            confidence=0.8,
            words=tuple(words),
            predicates=tuple(
                predicate(first, (self.chance.choice(labels), *self.range_of(len(words)))) for first, _ in places
            ),
            mentions=tuple(
                Mention(
                    span=of.span(words[first].start, max(word.end for word in words[first:end])),
                    kind=self.chance.choice(("person", "organisation", "place", "other")),
                    confidence=0.9,
                    reader="random",
                )
                for first, end in places
            ),
            vector=VECTOR,
        )

    def text(self) -> tuple[Document, Reading]:
        """A document of a few sentences with the reading of it."""
        tables = [self.rows() for _ in range(self.chance.randint(1, 4))]
        lines = [" ".join(row[0] for row in table) for table in tables]
        starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
        text, first = "\n".join(lines), len(lines[0])
        kinds_of_passage = ((0, first, self.chance.choice(("body", "heading"))), (first, len(text), "body"))
        of = replace(
            document(text),
            language=self.language,
            published=self.chance.choice((None, "2018-09-30")),
            passages=tuple(
                Passage(start=start, end=end, kind=kind, language=self.language, garbled=0.0)
                for start, end, kind in kinds_of_passage
            ),
        )
        glued = self.chance.random() < 0.3
        sentences = [
            self.sentence(of, table, start=start, glued=glued) for table, start in zip(tables, starts, strict=True)
        ]
        places = sorted({(word.start, word.end) for sentence in sentences for word in sentence.words})
        chained = sorted(self.chance.sample(places, min(len(places), self.chance.randint(0, 4))))
        read = Reading(
            document_id=of.id,
            reader="random",
            reader_version="1",
            sentences=tuple(sentences),
            chains=(Chain(mentions=tuple(of.span(*place) for place in chained)),) if len(chained) > 1 else (),
            skipped=(),
        )
        return of, read


SEEDS = st.integers(0, 2**32)
MANY = settings(max_examples=200, deadline=None, derandomize=True)


@MANY
@given(seed=SEEDS)
def test_trees_stay_forests(seed: int) -> None:
    _, read = Drawer(seed).text()
    for tree in grow(read):
        for word in range(len(tree.words)):
            assert len(_above(tree.words, word)) < len(tree.words)


@MANY
@given(seed=SEEDS)
def test_claims_of_any_reading_are_of_the_contract(seed: int) -> None:
    of, read = Drawer(seed).text()
    found = [candidate.claim for candidate in candidates(of, read, roster=ROSTER)]
    for claim in found:
        _check_words(claim)
        _check_spans(claim)
    assert [candidate.claim for candidate in candidates(of, read, roster=ROSTER)] == found
    by_id: dict[str, Claim] = {}
    for claim in found:
        assert content(by_id.setdefault(claim.id, claim)) == content(claim)


def test_random_readings_make_claims_of_every_sort() -> None:
    found = [candidate.claim for seed in range(300) for candidate in candidates(*Drawer(seed).text(), roster=ROSTER)]
    assert len(found) > 200
    assert sum(bool(claim.attribution) for claim in found) > 5
    assert sum(bool(claim.event.quantities) for claim in found) > 2
    assert sum(claim.event.occurred is not None for claim in found) > 2
    assert len({claim.event.kind for claim in found}) > 18
    assert len({claim.modality for claim in found}) > 5
    assert {claim.polarity for claim in found} == {"affirmed", "negated"}


def _above(words: Sequence[Word], word: int) -> list[int]:
    found: list[int] = []
    head = words[word].head
    while head >= 0 and len(found) < len(words):
        found.append(head)
        head = words[head].head
    return found


def _check_words(claim: Claim) -> None:
    kind = kinds()[claim.event.kind]
    known = dict(kind.roles)
    assert claim.event.roles[0].role == kind.doer
    for role in claim.event.roles:
        assert role.role in known
        assert role.effect in EFFECTS
        assert (role.good in GOODS) == (role.role == "good"), role
        assert role.actor is None or known[role.role] in ("party", "any")
    assert claim.modality in MODALITIES
    assert claim.polarity in ("affirmed", "negated")
    assert claim.certainty in CERTAINTIES
    assert {link.channel for link in claim.attribution} <= CHANNELS
    assert 0 <= claim.confidence <= 1
    for quantity in claim.event.quantities:
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


def _check_spans(claim: Claim) -> None:
    event = claim.event
    placed = (each for each in (event.occurred, event.place) if each is not None)
    parts = (*event.roles, *event.quantities, *placed)
    places = [event.trigger, claim.provenance.evidence, *claim.provenance.words, *(part.span for part in parts)]
    places += [place for link in claim.attribution for place in (link.source, link.cue)]
    for place in filter(None, places):
        assert place.start < place.end
    evidence = claim.provenance.evidence
    assert evidence.start <= event.trigger.start < event.trigger.end <= evidence.end
