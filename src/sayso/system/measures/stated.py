"""A claim of trade or dependence in, the shares that its numbers state out: of what, and how large.

Not every percentage is a share. "Russia is 2 percent of North Korea's trade" states one; "its trade with Russia, up 40
percent", "40 percent more trade" and "60 percent of Armenians depend on Russia" do not. What a number counts tells most
of it; where it only hangs on the word for trade itself, the words between the two have to join them as part and whole.
A share that is missed is a gap, and one that is made up is a falsehood, so that what is in doubt is no share.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from sayso.corroboration.intervals import Interval
from sayso.lang.events import event_words
from sayso.lang.grammar import grammar
from sayso.lang.numbers import numerals
from sayso.records import Claim, Quantity, Role, Span

_PERCENT = "percent"
_HUNDRED = Decimal(100)
_GOOD = "good"
_PARTIES = frozenset({"actor", "partner", "provider"})
"""Roles whose parts are no shares of what they depend for: "60 percent of Armenians"."""

_NOUN = "(noun)"
"""Ends the rule of a claim whose trigger is a noun. "Dependence by 30 percent" may be a fall, "depends by 30 percent"
may not."""

_BREAK = re.compile(r"[,،、，;；:()（）\[\]\n\"“”«»—–]")
"""Signs that part what stands before from what stands behind: "trade with Russia, up 40 percent"."""

_WORD = re.compile(r"[^\W\d_]+")
_CONTRACTED = 1
"""Letters by which an "of" that has run together with the article is longer than alone: `du`, `des`, `del`, `dos`."""

_INFLECTED = 2
"""Letters that an inflected form has more than the word that is listed, at most: `exports`, `торговли`, `Handels`."""

_WHOLES = 4096  # words for wholes that are remembered: reports of one time speak of the same ones
_LANGUAGES = 64  # languages whose function words are remembered

_LISTED = 4  # letters of the shortest listed word whose last letter may change


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedShare:
    """A share, 0 to 1; `whole` is what it is of, in words; `good` the role it is a part of, None where of all."""

    share: Interval
    whole: str | None
    good: Role | None


def goods_of(claim: Claim) -> list[Role]:
    """The goods of a claim, without those whose words are a share and nothing else: "relies on it to 80 percent"."""
    numbers = [each.span for each in claim.event.quantities if each.unit == _PERCENT]
    return [
        role
        for role in claim.event.roles
        if role.role == _GOOD and not any(_is_all(number, role.span, claim.language) for number in numbers)
    ]


def stated_shares(claim: Claim) -> Iterator[StatedShare]:
    """The shares that a claim of kind `trade` or `depend` states, in the order of its quantities."""
    for quantity in claim.event.quantities:
        share = _share(quantity)
        found = _whole(claim, quantity) if share is not None else None
        if share is not None and found is not None:
            words, good = found
            yield StatedShare(share=share, whole=words or None, good=good)


@lru_cache(maxsize=_WHOLES)
def names_commerce(words: str, language: str) -> bool:
    """Whether one of the words stands for trade, exports or imports, in English or the language of the text.

    >>> names_commerce("North Korea's international trade", "en"), names_commerce("its gas", "en")
    (True, False)
    """
    text = words.casefold()
    listed = event_words("en").things["trade"] | event_words(language).things.get("trade", frozenset())
    if _is_joined(language):
        return any(each in text for each in listed)
    return any(_is_form(word, each) for word in _WORD.findall(text) for each in listed)


def _share(quantity: Quantity) -> Interval | None:
    """The share that the number may be; None where it cannot be one: over 100, under 0, in another unit."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    if quantity.unit != _PERCENT or not ends or not all(end.is_finite() and 0 <= end <= _HUNDRED for end in ends):
        return None
    if ends != sorted(ends):
        return None
    return Interval(
        low=None if quantity.low is None else (quantity.low / _HUNDRED).normalize(),
        high=None if quantity.high is None else (quantity.high / _HUNDRED).normalize(),
        approximate=quantity.approximate,
    )


def _whole(claim: Claim, quantity: Quantity) -> tuple[str, Role | None] | None:
    """What the number is a share of, in words, and the good that it is a part of; None where it is no share."""
    of, trigger = " ".join((quantity.of or "").split()), claim.event.trigger
    if of.casefold() == _GOOD:
        return _part_of_good(claim, quantity)
    if of.casefold() in _PARTIES:
        # "98 percent of its trade is with China" counts no partners, whatever it hangs on in the tree.
        is_before_noun = quantity.span.end <= trigger.start and _NOUN in claim.provenance.rule
        words = _part_of_trigger(claim, quantity) if is_before_noun and claim.event.kind == "trade" else None
    elif of.casefold() == trigger.quote.casefold():
        words = _part_of_trigger(claim, quantity)
    else:
        words = of if claim.event.kind == "depend" or names_commerce(of, claim.language) else None
    return None if words is None else (_without_provider(words, claim), None)


def _part_of_good(claim: Claim, quantity: Quantity) -> tuple[str, Role | None] | None:
    """ "90 percent of its oil": the words of the good behind the number, or those before it in other languages."""
    goods = goods_of(claim)
    around = next((role for role in goods if role.span is not None and _is_within(quantity.span, role.span)), None)
    if around is None or around.span is None:
        return _good_words(claim), None
    text, number = around.span.quote, quantity.span
    before, behind = text[: number.start - around.span.start], text[number.end - around.span.start :]
    if _WORD.search(behind):
        return (_without_of(behind, claim.language), around) if _opens_whole(behind, claim.language) else None
    is_part = claim.event.kind == "depend" or _ends_whole(before, claim.language)
    return (_without_mark(before, claim.language), around) if is_part else None


def _part_of_trigger(claim: Claim, quantity: Quantity) -> str | None:
    """The whole in words where the trigger is its name and the number a part of it; None where it is not."""
    trigger, number, evidence = claim.event.trigger, quantity.span, claim.provenance.evidence
    is_depend = claim.event.kind == "depend"
    if number.start < trigger.end and trigger.start < number.end:
        return trigger.quote  # nothing stands between that could tell
    if not (_is_within(number, evidence) and _is_within(trigger, evidence)):
        return None
    if number.end <= trigger.start:
        gap = evidence.quote[number.end - evidence.start : trigger.start - evidence.start]
        if is_depend and not gap.strip():
            return _good_words(claim)  # "80 percent dependent on Russia for gas"
        return _without_of(gap + trigger.quote, claim.language) if _opens_whole(gap, claim.language) else None
    gap = evidence.quote[trigger.end - evidence.start : number.start - evidence.start]
    if is_depend and _NOUN not in claim.provenance.rule:
        return None if _BREAK.search(gap) else _good_words(claim)  # "depends on Russia for gas by 80 percent"
    return trigger.quote if _ends_whole(trigger.quote + gap, claim.language) else None


def _good_words(claim: Claim) -> str:
    return ", ".join(dict.fromkeys(role.span.quote for role in goods_of(claim) if role.span is not None))


def _without_provider(words: str, claim: Claim) -> str:
    """The whole without the one who has the share of it, where his name was read as a part: "its exports to China"."""
    known = grammar(claim.language).classes
    for role in claim.event.roles:
        if role.role in ("partner", "provider") and role.span is not None and words.endswith(f" {role.span.quote}"):
            kept = words.removesuffix(role.span.quote).split()
            while kept and kept[-1].casefold() in known:
                kept.pop()
            return " ".join(kept) or words
    return words


def _opens_whole(words: str, language: str) -> bool:
    """Whether the words behind a number begin the whole that it is a part of.

    An "of" does, where the language has it between part and whole. Elsewhere the whole follows at once, and no other
    adposition stands in the way: "90 процентов торговли", but "40 процентов в торговле".
    """
    if _BREAK.search(words):
        return False
    found = [word.casefold() for word in _WORD.findall(words)]
    if _is_joined(language):
        return words.strip().startswith(_marks(language))
    first_is_of = bool(found) and _is_of(found[0], language)
    if _compares(found[first_is_of:], language):
        return False
    classes = grammar(language).classes
    if not all(_is_of(word, language) or word not in classes for word in found):
        return False
    return first_is_of or not _needs_of(language)


def _compares(words: list[str], language: str) -> bool:
    """Whether the words begin as "more than" does: "40 percent more trade" is no share."""
    how = numerals(language)
    if how is None:
        return False
    bounds = (how.bounds.low, how.bounds.high)
    return any(bound.search(" ".join(words[:count])) for count in (1, 2) for bound in bounds)


def _ends_whole(words: str, language: str) -> bool:
    """Whether the words before a number end with a mark, written to the last word, of the whole: `貿易の`, `무역의`."""
    text = words.rstrip()
    return any(
        text.endswith(mark) and text[: -len(mark)].strip() and _is_glued(text, mark) for mark in _marks(language)
    )


def _is_glued(text: str, mark: str) -> bool:
    return not text[-len(mark) - 1].isspace()


@lru_cache(maxsize=_LANGUAGES)
def _marks(language: str) -> tuple[str, ...]:
    return tuple(form for form, classes in grammar(language).classes.items() if "of" in classes)


def _is_of(word: str, language: str) -> bool:
    """Whether the word is an "of", alone or run together with an article."""
    known = grammar(language).classes.get(word)
    if known is not None:
        return "of" in known
    if not _needs_of(language):
        return False
    return any(word[:1] == mark[:1] and len(word) <= len(mark) + _CONTRACTED for mark in _marks(language))


@lru_cache(maxsize=_LANGUAGES)
def _needs_of(language: str) -> bool:
    """Whether the language joins part and whole by a word, as "hundreds of thousands" shows."""
    how = numerals(language)
    return how is None or not (how.spelling.joined or how.spelling.of.fullmatch(" "))


@lru_cache(maxsize=_LANGUAGES)
def _is_joined(language: str) -> bool:
    how = numerals(language)
    return how is not None and how.spelling.joined


def _without_of(words: str, language: str) -> str:
    """The words without the "of" that they begin with."""
    text = " ".join(words.split())
    if _is_joined(language):
        mark = next((each for each in _marks(language) if text.startswith(each)), "")
        return text.removeprefix(mark)
    first = _WORD.match(text)
    if first is None or not _is_of(first.group().casefold(), language):
        return text
    return text[first.end() :].lstrip(" '’")


def _without_mark(words: str, language: str) -> str:
    """The words without the mark of the whole that they end with."""
    text = " ".join(words.split())
    mark = next((each for each in _marks(language) if _ends_whole(text, language) and text.endswith(each)), "")
    return text.removesuffix(mark)


def _is_form(word: str, listed: str) -> bool:
    if len(listed) < _LISTED:
        return word == listed
    return word[: len(listed) - 1] == listed[:-1] and len(word) <= len(listed) + _INFLECTED


def _is_all(number: Span, words: Span | None, language: str) -> bool:
    """Whether the words are the number and at most function words."""
    if words is None or not _is_within(number, words):
        return False
    rest = words.quote[: number.start - words.start] + " " + words.quote[number.end - words.start :]
    return all(word.casefold() in grammar(language).classes for word in _WORD.findall(rest))


def _is_within(inner: Span, outer: Span) -> bool:
    is_inside = inner.document_id == outer.document_id and outer.start <= inner.start and inner.end <= outer.end
    return is_inside and inner.quote in outer.quote  # words supplied by hand may stand for others
