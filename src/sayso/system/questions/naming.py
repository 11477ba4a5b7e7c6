"""Words of a question in, the party or the categories of goods that they name out; or, for none, those near."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process, utils

from sayso.lang.calling import actor_called
from sayso.lang.events import event_words
from sayso.lang.lemmas import is_known
from sayso.lang.names import names, territories
from sayso.system.questions.matching import Token
from sayso.system.questions.shapes import family
from sayso.system.questions.wording import LANGUAGE, QUESTION_WORDS
from sayso.vocab.actors import Roster

NEAR = 65.0
"""Likeness (`fuzz.ratio`, 0 to 100) from which a word is suggested for another: one letter of three may be wrong ("oyl"
scores 67 beside "oil"), and two of six. A suggestion is no answer, and one too many costs little."""

_NEAR_NAME = 75.0
"""The same for a name, of which there are nearly three thousand: one of four letters may be wrong ("Irn" scores 86
beside "Iran"), and none of three, since with 65 "Kim" called the IOM and the IMF to mind."""

_CODE_LETTERS = 3
_SUGGESTED = 3
_WORSE = 15.0
"""How much less like the text a name may be than the likest and still be suggested beside it."""


def party_called(words: Sequence[Token], roster: Roster) -> str | None:
    """The id of the actor that the words call; None where nobody is called so.

    A word of the patterns in lower case is no name, and an everyday word no code of a state: "can" is not Canada.
    """
    if any(word.lower in ("'s", "not") for word in words[-1:]):
        return None
    known = family()
    if len(words) == 1 and words[0].written.islower():
        word = words[0].lower
        if word in known.vocabulary or word in known.dropped:
            return None
    text = " ".join(word.written for word in words)
    for variant in dict.fromkeys((text, text.replace("'", "’"))):
        found = actor_called(variant, roster, language=LANGUAGE)
        if found is not None and not _is_everyday(words, found):
            return found
    return _office_called(words, roster) if len(words) > 1 else None


def _office_called(words: Sequence[Token], roster: Roster) -> str | None:
    """The office of a state, "Russia's president" or "president of Russia"; for its government the state itself."""
    for number in range(1, len(words)):
        head, rest = words[:number], words[number:]
        if rest[0].lower == "of" and len(rest) > 1:
            owner, what = party_called(rest[1:], roster), head
        elif rest[0].lower == "'s" and len(rest) > 1:
            owner, what = party_called(head, roster), rest[1:]
        else:
            owner, what = party_called(head, roster), rest
        slug = "-".join(word.lemma for word in what)
        if owner in roster.territories and slug in roster.offices | roster.populations:
            return f"{owner}/{slug}"
        if owner is not None and slug in family().leading:
            return owner
    return None


def _is_everyday(words: Sequence[Token], actor: str) -> bool:
    word = words[0]
    return (
        len(words) == 1
        and word.written.islower()
        and len(word.lower) <= _CODE_LETTERS
        and word.lower.upper() == actor
        and is_known(word.lower, LANGUAGE)
    )


def goods_called(words: Sequence[Token]) -> tuple[str, ...] | None:
    """The categories that the words name, none for what may be anything; None where they name no good.

    Words before the one that names it may be any of the dictionary, but no names: "crude oil", and not "Narnia oil".
    """
    known = family()
    while len(words) > 1 and words[-1].lemma in known.passing:
        words = words[:-1]
    last, before = words[-1], words[:-1]
    if any(not each.written.islower() or not is_known(each.lower, LANGUAGE) for each in before):
        return None
    if len(words) > _LONGEST_GOOD or any(each.lower in _BARRED for each in words):
        return None
    vocabulary = event_words(LANGUAGE).goods
    for form in dict.fromkeys((last.lower, last.lemma)):
        for category, lemmas in vocabulary.get(form, ()):
            if len(lemmas) > 1 and tuple(each.lemma for each in words[-len(lemmas) :]) == lemmas:
                return (category,)
        if form in known.anything:
            return ()
        if form in known.goods:
            return known.goods[form]
        for category, lemmas in vocabulary.get(form, ()):
            if len(lemmas) == 1:
                return (category,)
    return None


_LONGEST_GOOD = 4
"""Words that name a good, what says that it passes left out: "medium range ballistic missiles" has four."""
_BARRED = frozenset(
    ("be", "not", "'s", "that", "and", "or", "from", "to", "for", "with", "by", "of", "on", "in", *QUESTION_WORDS)
)
"""Words that stand in the name of no good: they show how the question goes on."""


def near_parties(text: str, roster: Roster) -> tuple[str, ...]:
    """The ids of those whose names hold the text as a word, or are most like it; three at most."""
    choices = _choices(roster)
    word = text.casefold()
    having = [name for name in choices if word in name.casefold().split()]
    found = process.extract(
        text, choices.keys(), scorer=fuzz.ratio, processor=utils.default_process, limit=20, score_cutoff=_NEAR_NAME
    )
    near = [name for name, score, _ in found if score > found[0][1] - _WORSE]
    return tuple(dict.fromkeys(choices[name] for name in (*near, *having)))[:_SUGGESTED]


def near_goods(text: str) -> tuple[str, ...]:
    """The words for goods that are most like the text."""
    words = [" ".join(lemmas) for found in event_words(LANGUAGE).goods.values() for _, lemmas in found]
    near = process.extract(text.lower(), words, scorer=fuzz.ratio, limit=_SUGGESTED, score_cutoff=NEAR)
    return tuple(dict.fromkeys(word for word, *_ in near))


@lru_cache(maxsize=2)
def _choices(roster: Roster) -> dict[str, str]:
    return dict(_named(roster))


def _named(roster: Roster) -> Iterator[tuple[str, str]]:
    """Names of the language with the id of whom each calls."""
    states = {code: state for state, code in roster.territories.items()}
    for code, called in territories(LANGUAGE).items():
        if code in states:
            yield from ((name, states[code]) for name in called)
    for named in names(LANGUAGE).named:
        name = named.name.removeprefix("=")
        actor = actor_called(name, roster, language=LANGUAGE)
        if actor is not None:
            yield name, actor
    yield from ((alias.name, alias.id) for alias in roster.aliases)
