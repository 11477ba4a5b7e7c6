"""A question in words in, what it asks out; or why it cannot be answered, and which questions near it can be."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, islice, product

from rapidfuzz import fuzz, process

from sayso.claims.numbers.edtf import Bounds
from sayso.lang.calling import name_of
from sayso.lang.lemmas import is_known, lemma
from sayso.system.parties import party_of
from sayso.system.questions.matching import LONGEST_SLOT, Bound, Token, fits
from sayso.system.questions.naming import NEAR, goods_called, near_goods, near_parties, party_called
from sayso.system.questions.records import Question, Refusal
from sayso.system.questions.shapes import Shape, family, plainly
from sayso.system.questions.wording import (
    LANGUAGE,
    LONGEST,
    MOST_WORDS,
    QUESTION_WORDS,
    cleaned,
    split,
    timed,
    token,
    tokens,
)
from sayso.vocab.actors import Roster

OUTSIDE = "no shape of question fits these words"
_EMPTY = "nothing is asked"
_LONG = f"a question has at most {LONGEST} characters and {MOST_WORDS} words"
_ONE_PARTY = "both names call one party"

_MOST_WRONG = 3
_CORRECTIONS = 3
"""Words that may be misspelt for a question to be suggested, and what each may stand for: 63 choices at most."""

_TRIED = 400
"""Ways of reading a question with unknown names that are compared; the first few tell which name is unknown."""

_SUGGESTED = 3
_ANY = frozenset({"anybody", "anyone", "somebody", "someone"})
_ANYBODY = ""
"""Words that stand for any party, and what they are read as."""
_PARTIES = ("x", "y")
_FORMS = frozenset({"does", "did", "has", "is", "are", "was", "were", "gives", "gave", "sent", "gets", "got"})
"""Forms unlike their dictionary forms, to which a misspelt word may be nearest."""


@dataclass(frozen=True, slots=True)
class _Unknown:
    """Words that stand where a party or a good has to."""

    slot: str
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class _Goods:
    categories: tuple[str, ...]
    written: str


def parse(text: str, roster: Roster) -> Question | Refusal:
    """What the question asks, in the first shape that fits it; a `Refusal` where none does.

    >>> from sayso.vocab.actors import open_roster
    >>> found = parse("How much oil has Russia sent to North Korea?", open_roster())
    >>> found.shape, found.party, found.other, found.goods
    ('amount', 'RUS', 'PRK', ('oil',))
    """
    given = cleaned(text[: LONGEST + 1])
    if len(text) > LONGEST:
        return Refusal(text=given, reason=_LONG)
    untimed, window = timed(given)
    words = split(untimed)
    if not words:
        return Refusal(text=given, reason=_EMPTY)
    if len(words) > MOST_WORDS:
        return Refusal(text=given, reason=_LONG)
    reader = _Reader(given, window, roster)
    return reader.read(words) or reader.refused(words)


def worded(question: Question, roster: Roster) -> str:
    """The question in the plainest words of its shape."""
    known = family()
    fillings = {
        "x": _called(question.party, roster),
        "y": _called(question.other, roster),
        "good": question.good or "",
        "sort": known.verbs.get(question.sort or "", question.sort or ""),
    }
    return plainly(known.shape(question.shape).question, fillings)


def _called(actor: str | None, roster: Roster) -> str:
    """A name that is understood again: `North Korea`, `Russia's president`."""
    if actor is None:
        return ""
    called = name_of(actor, roster)
    owner, slash, slug = actor.partition("/")
    is_office = called == actor and slash and owner in roster.territories
    return f"{name_of(owner, roster)}'s {slug.replace('-', ' ')}" if is_office else called


class _Reader:
    """Reads the words of one question, with what is given beside them."""

    def __init__(self, text: str, window: Bounds | None, roster: Roster) -> None:
        self._text = text
        self._window = window
        self._roster = roster

    def read(self, words: tuple[str, ...]) -> Question | Refusal | None:
        """What is asked; None where no shape fits."""
        found = next(self._readings(tokens(words), is_strict=True), None)
        return None if found is None else self._question(*found)

    def refused(self, words: tuple[str, ...]) -> Refusal:
        """Why it is not answered: a name that nobody has, a word that is misspelt, or no shape that fits."""
        named = {place for start, end, _ in self._names(tuple(map(token, words))) for place in range(start, end)}
        for corrected in _corrected(words, named):
            found = self.read(corrected)
            if isinstance(found, Question):
                return Refusal(text=self._text, reason=OUTSIDE, near=(worded(found, self._roster),))
        loose = list(islice(self._readings(tokens(words), is_strict=False), _TRIED))
        if not loose:
            near = islice(self._others(tokens(words)), _SUGGESTED)
            return Refusal(text=self._text, reason=OUTSIDE, near=tuple(worded(each, self._roster) for each in near))
        shape, bound = min(loose, key=lambda each: _strangeness(each[1]))
        unknown = [value for _, value in bound if isinstance(value, _Unknown)]
        return Refusal(
            text=self._text,
            reason=" and ".join(dict.fromkeys(map(_unknown, unknown))),
            near=tuple(worded(each, self._roster) for each in self._near(shape, bound)),
        )

    def _readings(self, words: tuple[Token, ...], *, is_strict: bool) -> Iterator[tuple[str, Bound]]:
        known: dict[tuple[str, int, int], object] = {}

        def _resolve(slot: str, start: int, end: int) -> object:
            if any(_asks(word, is_first=start + number == 0) for number, word in enumerate(words[start:end])):
                return None
            key = ("x" if slot in _PARTIES else "good", start, end)
            if key not in known:
                known[key] = self._named(key[0], words[start:end])
            if known[key] is None and not is_strict:
                return _Unknown(slot, " ".join(word.written for word in words[start:end]), end - start)
            return known[key]

        for shape in family().shapes:
            for pattern in shape.patterns:
                yield from ((shape.name, bound) for bound in fits(pattern, words, resolve=_resolve))

    def _named(self, slot: str, words: tuple[Token, ...]) -> object:
        if slot == "x":
            return _ANYBODY if words[0].lower in _ANY and len(words) == 1 else party_called(words, self._roster)
        goods = goods_called(words)
        return None if goods is None else _Goods(goods, " ".join(word.written for word in words))

    def _question(self, shape: str, bound: Bound) -> Question | Refusal:
        filled = dict(bound)
        party, other, good = filled.get("x"), filled.get("y"), filled.get("good")
        if isinstance(good, str):
            good = _Goods(family().goods.get(good, (good,)), good)
        sort = filled.get("sort")
        question = Question(
            text=self._text,
            shape=shape,
            party=party or None if isinstance(party, str) else None,
            other=other or None if isinstance(other, str) else None,
            goods=good.categories if isinstance(good, _Goods) else (),
            good=good.written if isinstance(good, _Goods) and good.categories else None,
            sort=sort if isinstance(sort, str) else None,
            window=self._window,
        )
        if question.party and party_of(question.party) == party_of(question.other):
            return Refusal(text=self._text, reason=_ONE_PARTY)
        return question

    def _near(self, shape: str, bound: Bound) -> Iterator[Question]:
        """The question with names that are like those unknown, the nearest first."""
        filled = dict(bound)
        for slot, value in bound:
            if isinstance(value, _Unknown):
                choices = self._like(value)
                if not choices:
                    return
                filled[slot] = choices[0]
                others = [{**filled, slot: choice} for choice in choices]
        for each in others:
            found = self._question(shape, tuple(each.items()))
            if isinstance(found, Question):
                yield replace(found, text=worded(found, self._roster))

    def _others(self, words: tuple[Token, ...]) -> Iterator[Question]:
        """Questions about the parties that are named, those first that share most words with what was asked."""
        parties = self._parties(words)
        asked = {word.lemma for word in words} | {word.lower for word in words}

        def shared(shape: Shape) -> int:
            return -len(asked & shape.words)

        for shape in sorted(family().shapes, key=shared) if parties else ():
            if shared(shape) and shape.slots[: len(parties)] == _PARTIES[: len(parties)] and "sort" not in shape.slots:
                yield Question(
                    text=self._text,
                    shape=shape.name,
                    party=parties[0],
                    other=parties[1] if len(parties) > 1 else None,
                )

    def _parties(self, words: tuple[Token, ...]) -> tuple[str, ...]:
        """The first two parties that the words name, wherever they stand."""
        return tuple(dict.fromkeys(called for _, _, called in self._names(words)))[: len(_PARTIES)]

    def _names(self, words: tuple[Token, ...]) -> Iterator[tuple[int, int, str]]:
        """Where the names of parties stand among the words, and whom they call."""
        start = 0
        while start < len(words):
            for end in range(min(start + LONGEST_SLOT, len(words)), start, -1):
                called = party_called(words[start:end], self._roster)
                if called is not None and not _asks(words[start], is_first=start == 0):
                    yield start, end, called
                    break
            else:
                end = start + 1
            start = end

    def _like(self, unknown: _Unknown) -> list[object]:
        if unknown.slot in _PARTIES:
            return list(near_parties(unknown.text, self._roster))
        return [_Goods(goods, word) for word in near_goods(unknown.text) if (goods := goods_called(tokens((word,))))]


def _corrected(words: tuple[str, ...], named: Collection[int]) -> Iterator[tuple[str, ...]]:
    """The words with some put right that are nearly those of the patterns, names left out; few changes first."""
    choices = sorted(family().vocabulary | family().dropped | _FORMS)
    near: dict[int, tuple[str, ...]] = {}
    for number, word in enumerate(words):
        lower = word.lower()
        if number not in named and lower not in choices and lemma(lower, LANGUAGE) not in choices:
            found = process.extract(lower, choices, scorer=fuzz.ratio, limit=_CORRECTIONS, score_cutoff=NEAR)
            near[number] = tuple(choice for choice, *_ in found)
    places = sorted(near, key=lambda number: is_known(words[number].lower(), LANGUAGE))[:_MOST_WRONG]
    for size in range(1, len(places) + 1):
        for chosen in combinations(places, size):
            for corrections in product(*(near[number] for number in chosen)):
                put = dict(zip(chosen, corrections, strict=True))
                yield tuple(put.get(number, word) for number, word in enumerate(words))


def _asks(word: Token, *, is_first: bool) -> bool:
    """Whether it is a word that asks, and so stands in no name; WHO is a name where it is not the first word."""
    return word.lower in QUESTION_WORDS and (is_first or word.written != "WHO")


def _strangeness(bound: Iterable[tuple[str, object]]) -> tuple[int, int]:
    unknown = [value for _, value in bound if isinstance(value, _Unknown)]
    return sum(each.words for each in unknown), len(unknown)


def _unknown(each: _Unknown) -> str:
    what = "nobody is known by the name" if each.slot in _PARTIES else "no good is known by the word"
    return f"{what} {each.text!r}"
