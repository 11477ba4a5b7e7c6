"""The text of a what-if in, its changes as records out.

One change is a line, or a part of it between semicolons; what follows `#` is a comment. Capitals do not matter in the
words of the language, and a party is its code, or a name where the caller can resolve names:

    add 0.64..2.06 bn USD/year RUS->PRK money      # or: over 32 months; up to, at least, about, a range
    cut CHN->PRK oil
    change CHN->PRK oil to 3 m barrel/year         # or: by -20%
    replace CHN->PRK oil by RUS
    exclude recorded                               # report, a status such as promised, an origin; or: include
    fix PRK trade = 2.77 bn USD/year               # or: CHN share of PRK trade = 98.3%, RUS->PRK trade = 34.4 m USD
    fix PRK need of oil = 4 m barrel/year
    fix PRK stock of oil = 1 m barrel over 6 months            # how long it has to last, a year where that is not said
    fix capacity of CHN->PRK oil = up to 5 m barrel/year       # or: ..5 m barrel/year
    test CHN share of PRK trade > 90%

`98.3%` is exact; `5..` is at least 5 and `..5` up to 5; `about 98.3%` is a rounded figure, 98.25 to 98.35. A change
that has been read is written by `wording.format_change`, and reads as the same change again.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from sayso.system.parties import party_of
from sayso.system.scenarios.amounts import read_bound, read_change, read_share, read_volume
from sayso.system.scenarios.effects import is_money
from sayso.system.scenarios.keys import COMMERCE
from sayso.system.scenarios.records import (
    Add,
    Alter,
    Change,
    Choose,
    Cut,
    Fix,
    Gauge,
    Replace,
    Subject,
    Test,
    Volume,
)
from sayso.system.scenarios.tokens import Cursor, Token, lines

GOODS = (
    "arms",
    "ammunition",
    "missiles",
    "vehicles",
    "troops",
    "workers",
    "oil",
    "gas",
    "food",
    "medicine",
    "energy",
    "nuclear",
    "money",
    "technology",
    "training",
    "intelligence",
    "territory",
    "other",
)
"""The categories of goods, in the order in which the contract of a claim lists them."""

EXAMPLES: Mapping[str, str] = {
    "add": "add 0.64..2.06 bn USD/year RUS->PRK money",
    "cut": "cut CHN->PRK oil",
    "change": "change CHN->PRK oil by -20%",
    "replace": "replace CHN->PRK oil by RUS",
    "exclude": "exclude recorded",
    "include": "include promised",
    "fix": "fix PRK trade = 2.77 bn USD/year",
    "test": "test CHN share of PRK trade > 90%",
}
"""The first words of the language, each with a line that can be read."""

_GAUGES: Mapping[str, str] = {
    "need": "fix PRK need of oil = 4 m barrel/year",
    "stock": "fix PRK stock of oil = 1 m barrel over 6 months",
    "capacity": "fix capacity of CHN->PRK oil = up to 5 m barrel/year",
}
"""What may be fixed of a good, each with a line that can be read."""

_ID = re.compile(r"(?:[A-Za-z]{2,5}(?:/[a-z0-9-]+)*|(?:org|person)/\S+)", re.ASCII)
_FIRST_WORDS = frozenset({"up", "at", "about"})
"""Words with which an amount may begin."""

_COMPARISONS = frozenset({"over", "under", "more", "less", "at", "up"})

Resolver = Callable[[str], str | None]
"""From a name as it is written to the id of an actor, None for nobody known."""


def parse_changes(text: str, *, resolve: Resolver | None = None) -> tuple[Change, ...]:
    """The changes in their order; raises `ScenarioError` for the first that cannot be read.

    `resolve` finds the actor of a name; without it codes alone are understood. An actor stands for its party.

    >>> parse_changes("cut CHN->PRK oil; exclude recorded")[1]
    Choose(word='recorded', is_included=False)
    """
    return tuple(_change(Cursor(line, example=EXAMPLES["add"]), resolve or by_code) for line in lines(text))


def by_code(name: str) -> str | None:
    """The id that is written, in the capitals it should have; None for what is no id.

    >>> by_code("prk"), by_code("RUS/president"), by_code("North Korea")
    ('PRK', 'RUS/president', None)
    """
    if not _ID.fullmatch(name):
        return None
    owner, slash, slug = name.partition("/")
    return name if slash and owner in ("org", "person") else owner.upper() + slash + slug


def _change(cursor: Cursor, resolve: Resolver) -> Change:
    first = cursor.token
    verb = cursor.word(*EXAMPLES)
    if verb is None:
        cursor.fail(f"one of {', '.join(EXAMPLES)}", first)
    cursor.show(EXAMPLES[verb])
    change = _READ[verb](cursor, resolve)
    cursor.finish()
    return change


def _add(cursor: Cursor, resolve: Resolver) -> Change:
    first = cursor.token
    if first is not None and (first.kind in ("number", "range") or first.text.casefold() in _FIRST_WORDS):
        volume = read_volume(cursor)
        return Add(subject=_passage(cursor, resolve, end=len(cursor.left), topics=GOODS), volume=volume)
    end = _amount_at(cursor)
    if end == len(cursor.left):
        cursor.fail("an amount, with the number first and money by its code, such as 5 bn USD")
    subject = _passage(cursor, resolve, end=end, topics=GOODS)
    return Add(subject=subject, volume=read_volume(cursor))


def _amount_at(cursor: Cursor) -> int:
    """Where the amount begins that follows a direction: at its number, or the words before that."""
    tokens = cursor.left
    place = next((at for at, token in enumerate(tokens) if token.kind == "number"), len(tokens))
    while place and tokens[place - 1].text.casefold() in ("up", "at", "about", "to", "most", "least"):
        place -= 1
    return place


def _cut(cursor: Cursor, resolve: Resolver) -> Change:
    return Cut(subject=_passage(cursor, resolve, end=len(cursor.left)))


def _alter(cursor: Cursor, resolve: Resolver) -> Change:
    subject = _passage(cursor, resolve, end=_place_of(cursor, "to", "by"))
    if cursor.word("to"):
        return Alter(subject=subject, to=_amount(cursor, subject))
    if not cursor.word("by"):
        cursor.fail("'to' and an amount, or 'by' and a change in per cent")
    return Alter(subject=subject, by=read_change(cursor))


def _replace(cursor: Cursor, resolve: Resolver) -> Change:
    subject = _passage(cursor, resolve, end=_place_of(cursor, "by"))
    if not cursor.word("by"):
        cursor.fail("'by' and the party that gives it instead")
    at = cursor.token
    supplier = _party(cursor, cursor.until(len(cursor.left)), resolve)
    if supplier in (subject.partner, subject.of):
        cursor.fail("a supplier other than the two", at)
    return Replace(subject=subject, supplier=supplier)


def _exclude(cursor: Cursor, _: Resolver) -> Change:
    return _choose(cursor, is_included=False)


def _include(cursor: Cursor, _: Resolver) -> Change:
    return _choose(cursor, is_included=True)


def _choose(cursor: Cursor, *, is_included: bool) -> Change:
    if cursor.token is None:
        cursor.fail("recorded, report, a status such as promised, or the id of an origin such as org/nyt")
    return Choose(word=" ".join(cursor.rest().split()), is_included=is_included)


def _fix(cursor: Cursor, resolve: Resolver) -> Change:
    words = [token.text.casefold() for token in cursor.left[: _place_of(cursor, "=")]]
    # "Capacity" opens the line, the others follow the party; either number will do.
    sort = next((each for each in _GAUGES if {each, f"{each}s"} & {*words[: 1 if each == "capacity" else None]}), None)
    if sort is not None:
        cursor.show(_GAUGES[sort])
        return _gauge(cursor, resolve, sort=sort)
    subject = _subject(cursor, resolve, end=_place_of(cursor, "="))
    if not cursor.take("compare"):
        cursor.fail("'=' and what is to be taken as known")
    return Fix(subject=subject, volume=_amount(cursor, subject))


def _gauge(cursor: Cursor, resolve: Resolver, *, sort: str) -> Change:
    """`capacity of CHN->PRK oil`, `PRK need of oil`; what is needed and what can come is so much in a time."""
    if sort == "capacity":
        cursor.word(sort)
        cursor.word("of")
        subject = _passage(cursor, resolve, end=_place_of(cursor, "="), topics=GOODS)
    else:
        written = (sort, f"{sort}s")
        party = _party(cursor, cursor.until(_place_of(cursor, *written)), resolve, before=cursor.token)
        cursor.word(*written)
        cursor.word("of")
        good = cursor.word(*GOODS)
        if good is None:
            cursor.fail(f"a good, after '{sort} of': {', '.join(GOODS)}")
        subject = Subject(of=party, topic=good)
    if not cursor.take("compare"):
        cursor.fail("'=' and what is to be taken as known")
    at = cursor.token
    volume = read_volume(cursor)
    if volume.over is None and sort != "stock":
        cursor.fail(f"an amount in a time, as a {sort} is so much a day, a month or a year", at)
    return Gauge(sort=sort, subject=subject, volume=volume)


def _test(cursor: Cursor, resolve: Resolver) -> Change:
    tokens = cursor.left
    compared = (at for at, token in enumerate(tokens) if token.kind == "compare" or _is_comparison(token))
    subject = _subject(cursor, resolve, end=next(compared, len(tokens)))
    return Test(subject=subject, volume=_amount(cursor, subject, is_bound=True))


_READ: Mapping[str, Callable[[Cursor, Resolver], Change]] = {
    "add": _add,
    "cut": _cut,
    "change": _alter,
    "replace": _replace,
    "exclude": _exclude,
    "include": _include,
    "fix": _fix,
    "test": _test,
}


def _amount(cursor: Cursor, subject: Subject, *, is_bound: bool = False) -> Volume:
    """A share, or an amount; what a party buys and sells in all has no other measure than money."""
    if subject.is_share:
        return read_bound(cursor, is_share=True) if is_bound else read_share(cursor)
    at = cursor.token
    volume = read_bound(cursor, is_share=False) if is_bound else read_volume(cursor)
    if subject.topic in COMMERCE and not is_money(volume.unit):
        cursor.fail(f"an amount of money, such as 2.77 bn USD/year, as {subject.topic} is counted in money", at)
    return volume


def _is_comparison(token: Token) -> bool:
    return token.kind == "word" and token.text.casefold() in _COMPARISONS


def _place_of(cursor: Cursor, *words: str) -> int:
    """How many tokens come before the first of the words; all of them where there is none."""
    tokens = cursor.left
    return next((at for at, token in enumerate(tokens) if token.text.casefold() in words), len(tokens))


def _subject(cursor: Cursor, resolve: Resolver, *, end: int) -> Subject:
    """`CHN share of PRK trade`, `RUS->PRK trade` or `PRK trade`."""
    tokens = cursor.left[:end]
    words = [token.text.casefold() for token in tokens]
    shares = [at for at in range(1, len(words) - 1) if words[at : at + 2] == ["share", "of"]]
    if shares:
        partner = _party(cursor, cursor.until(shares[0]), resolve)
        cursor.until(2)
        of, topic = _whole(cursor, resolve, end=end - shares[0] - 2)
        if partner == of:
            cursor.fail("a share of another party's whole", tokens[0])
        return Subject(of=of, topic=topic, partner=partner, is_share=True)
    if any(token.kind == "arrow" for token in tokens):
        return _passage(cursor, resolve, end=end)
    of, topic = _whole(cursor, resolve, end=end)
    return Subject(of=of, topic=topic)


def _passage(cursor: Cursor, resolve: Resolver, *, end: int, topics: Sequence[str] = (COMMERCE[0], *GOODS)) -> Subject:
    """`RUS->PRK oil`: what passes from the one to the other; `trade` goes both ways."""
    start = cursor.token
    giver = cursor.until(next((at for at, token in enumerate(cursor.left[:end]) if token.kind == "arrow"), end))
    if not cursor.take("arrow"):
        cursor.fail("a direction with ->, such as RUS->PRK", start)
    partner = _party(cursor, giver, resolve, before=start)
    of, topic = _whole(cursor, resolve, end=end - len(giver) - 1, topics=topics)
    if partner == of:
        cursor.fail("two different parties", start)
    return Subject(of=of, topic=topic, partner=partner)


def _whole(
    cursor: Cursor, resolve: Resolver, *, end: int, topics: Sequence[str] = (*COMMERCE, *GOODS)
) -> tuple[str, str]:
    """A party and the topic behind it: `PRK trade`."""
    tokens = cursor.until(end)
    if not tokens or tokens[-1].text.casefold() not in topics:
        cursor.fail(f"what it is about, after the party: {', '.join(topics)}", tokens[-1] if tokens else None)
    return _party(cursor, tokens[:-1], resolve, before=tokens[-1]), tokens[-1].text.casefold()


def _party(cursor: Cursor, tokens: Sequence[Token], resolve: Resolver, *, before: Token | None = None) -> str:
    if not tokens:
        cursor.fail("a party, such as PRK", before)
    found = party_of(resolve(cursor.text(tokens)))
    if found is None:
        cursor.fail("a party that is known, by its code, such as PRK, or by a name", tokens[0])
    return found
