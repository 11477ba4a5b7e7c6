"""A document with its reading and claims in, its profile out: what tells whether another document has the same story.

A profile depends on the one document alone. How rare a word is comes from the word list of its language, never from
the documents at hand, so that a profile stays as it is whatever else is read.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from sayso.claims.actors.spelling import fold, pieces
from sayso.claims.numbers.dates import find_dates
from sayso.claims.numbers.quantities import find_quantities
from sayso.claims.trees import Tree, grow
from sayso.lang.lemmas import lemma
from sayso.lang.words import words
from sayso.records import Claim, Document, Reading, Sentence

LEAD = 5.0
"""The sentence at which a word counts half of what it counts in the first: news tells first what is new. Tuned on odd
topics of ECB+; nothing changed from 3 to 8."""

SATURATION = 1.2
"""How soon a word that comes again counts no more, `k` of BM25 (Robertson and Zaragoza 2009, section 3.4). Tuned as
`LEAD`; .6 gave half a point less."""

COMMON_TERM, COMMON_NAME = 6.5, 7.0
"""Zipf frequencies from which a word, or a word of a name, counts nothing. Tuned as `LEAD`, from 6 to 7 all alike."""

EMPHASIS = 1.5
"""Power of the rarity of a word. Tuned as `LEAD`; 1 gave the same, 2 a point less."""

RAREST = 2.0
"""Zipf frequency of words that are not listed: the lists end between 2 and 3."""

KEPT = 200
"""Terms and names that a profile keeps, the heaviest. Reports of ECB+ have 130 in the mean; 100 cost half a point."""

_BY_LENGTH = {1: 5.5, 2: 4.0}
"""Zipf frequency of a content word of so many letters where the language has no list, `RAREST` for longer ones."""

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "X"})
_DIGITS = 3
"""Significant digits from which a number counts most: 7 is in every report, 1,437 in those of one story."""

_PARTS = re.compile(r"[^\W_]+")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_BODY = 2.0  # what bodies and persons count, against 1 for states, which share more news
_SCALE = 127  # as in `Sentence.vector`

UNIT = 1000
"""Length of a vector of weights, which are whole numbers so that they are small to keep and add up to the same in any
order. With 1000, 106 of the 107 stories found in ECB+ are those found with real numbers, and the score is the same."""

Weights = Mapping[str, int]
"""What is in a document and how much it counts there, as a vector of length `UNIT`; empty where there is nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is compared of a document.

    `terms` are dictionary forms, `names` the words of names without accents, `actors` ids, `numbers` plain decimals,
    `dates` ISO prefixes. `vector` is the mean of the sentence embeddings, as in `Sentence.vector`; empty where there
    is no sentence.
    """

    document_id: str
    language: str
    published: str | None
    terms: Weights
    names: Weights
    actors: Weights
    numbers: Weights
    dates: Weights
    vector: bytes


def profile(
    document: Document, reading: Reading, *, claims: Iterable[Claim], trees: Sequence[Tree] | None = None
) -> Profile:
    """The profile of a document, with the trees of its reading where they are at hand.

    The same reading always gives the same.
    """
    trees = grow(reading) if trees is None else trees
    return Profile(
        document_id=document.id,
        language=document.language,
        published=document.published,
        terms=_unit(_heaviest(_terms(trees))),
        names=_unit(_heaviest(_names(reading.sentences))),
        actors=_unit(_actors(claims)),
        numbers=_unit(_numbers(trees, document)),
        dates=_unit(_dates(trees, document)),
        vector=_vector(reading.sentences),
    )


def rarity(word: str, code: str, *, common: float) -> float:
    """How far below `common` the Zipf frequency of a word is, written in lower case; 0 for commoner words.

    A word with signs in it (`u.s.`, `coal-fired`) is as rare as the rarest of its parts.

    >>> rarity("the", "en", common=6.5), rarity("missile", "en", common=6.5)
    (0.0, 2.5)
    """
    listed = words(code)
    parts = [word] if listed.knows(word) else _PARTS.findall(word)
    zipfs = (listed.zipf(part) if listed else _BY_LENGTH.get(len(part), RAREST) for part in parts)
    return max(0.0, common - max(RAREST, min(zipfs, default=common)))


def _terms(trees: Sequence[Tree]) -> dict[str, float]:
    found: defaultdict[str, float] = defaultdict(float)
    rare: dict[str, float] = {}
    known: set[tuple[str, str]] = set()
    for tree in trees:
        language, standing = tree.language, _standing(tree.index)
        listed = bool(words(language))
        for word in tree.words:
            if not any(map(str.isalpha, word.form)) or not (listed or word.upos in _CONTENT):
                continue
            term = lemma(word.form, language)
            if (word.form, language) not in known:
                known.add((word.form, language))
                # Of a form and its dictionary form the commoner one tells how common the word is.
                forms = {word.form.lower(), term}
                rare[term] = min(
                    rare.get(term, COMMON_TERM), *(rarity(form, language, common=COMMON_TERM) for form in forms)
                )
            found[term] += standing
    return {term: _saturated(count) * rare[term] ** EMPHASIS for term, count in found.items()}


def _names(sentences: Sequence[Sentence]) -> dict[str, float]:
    found: defaultdict[str, float] = defaultdict(float)
    rare: dict[str, float] = {}
    for index, sentence in enumerate(sentences):
        for mention in sentence.mentions:
            for piece in pieces(mention.span.quote):
                if len(piece) > 1:
                    name = fold(piece)
                    found[name] += _standing(index)
                    rare[name] = rarity(piece.lower(), sentence.language, common=COMMON_NAME)
    return {name: _saturated(count) * rare[name] for name, count in found.items()}


def _actors(claims: Iterable[Claim]) -> dict[str, float]:
    found = Counter(actor for claim in claims for actor in _named_in(claim))
    return {actor: _saturated(count) * (_BODY if "/" in actor else 1) for actor, count in found.items()}


def _named_in(claim: Claim) -> Iterator[str]:
    yield from (role.actor for role in claim.event.roles if role.actor)
    yield from (link.actor for link in claim.attribution if link.actor)


def _numbers(trees: Sequence[Tree], document: Document) -> dict[str, float]:
    found: defaultdict[str, float] = defaultdict(float)
    digits: dict[str, int] = {}
    for counted in find_quantities(trees, document, within_dates=True):
        for value in {counted.quantity.low, counted.quantity.high} - {None}:
            if value is not None:
                plain = value.normalize()
                digits[f"{plain:f}"] = len(plain.as_tuple().digits)
                found[f"{plain:f}"] += _standing(counted.sentence)
    return {number: _saturated(count) * min(_DIGITS, digits[number]) for number, count in found.items()}


def _dates(trees: Sequence[Tree], document: Document) -> dict[str, float]:
    """Days, and the months and years they lie in; a day counts three times as much as a year."""
    found: defaultdict[str, float] = defaultdict(float)
    for dated in find_dates(trees, document):
        for day in _DATE.findall(dated.period.edtf):
            for date in {day, day[:7], day[:4]}:
                found[date] += _standing(dated.sentence)
    return {date: _saturated(count) * (1 + date.count("-")) for date, count in found.items()}


def _vector(sentences: Sequence[Sentence]) -> bytes:
    rows = [np.frombuffer(each.vector, np.int8) * _standing(index) for index, each in enumerate(sentences)]
    whole = sum(row for row in rows if row.size)
    length = float(np.linalg.norm(whole))
    return np.round(whole / length * _SCALE).astype(np.int8).tobytes() if length else b""


def _standing(sentence: int) -> float:
    return 1 / (1 + sentence / LEAD)


def _saturated(count: float) -> float:
    return count * (SATURATION + 1) / (count + SATURATION)


def _heaviest(weights: dict[str, float]) -> dict[str, float]:
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT])


def _unit(weights: dict[str, float]) -> Weights:
    """The weights as a vector of length `UNIT`, heaviest first, without those that count nothing."""
    length = sqrt(sum(weight * weight for weight in weights.values()))
    ordered = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    scaled = ((key, round(UNIT * weight / length)) for key, weight in ordered if weight > 0)
    return {key: weight for key, weight in scaled if weight}
