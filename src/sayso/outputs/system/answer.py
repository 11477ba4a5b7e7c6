"""An answer with the claims behind it in, its page out: what was understood, numbers, rows with sentences, hints."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from sayso.outputs.display import isolated, shortened, visible
from sayso.outputs.system.casebook import Casebook, cut, entries, name, origins_of
from sayso.outputs.system.dossier import as_of_phrase
from sayso.outputs.system.holdings import VERBS
from sayso.outputs.system.passing import good_name
from sayso.outputs.system.sheet import Entry, Point, Section, Sheet
from sayso.outputs.system.words import (
    NO_AMOUNT,
    amount_phrase,
    listed,
    number_of,
    number_phrase,
    quoted,
    share_phrase,
    window_phrase,
)
from sayso.system.parties import party_of
from sayso.system.questions.computed import CONCENTRATION
from sayso.system.questions.parsing import worded
from sayso.system.questions.records import Answer, Hint, Row
from sayso.system.questions.rows import COMPUTED

NOTHING = "nothing in the ledger says so"

_COMMERCE = "commerce"
_LONGEST_HOLDER = 60
_THINGS = 3
"""Ways to call a thing that a row shows; the sentences have them all."""

_STAKES = {
    **{sort: verb for sort, (verb, _) in VERBS.items()},
    **{f"not {sort}": verb for sort, (_, verb) in VERBS.items()},
}
"""What the groups of stakes are called."""

_DEPENDING = ("depends", "does not depend")
_REGARD = "with regard to "


def sheet(answer: Answer, book: Casebook) -> Sheet:
    """The page: the question as understood, counts, a section for each group of rows, and hints where there is none."""
    return Sheet(
        title=visible(answer.question.text),
        facts=tuple(_facts(answer, book)),
        sections=tuple(_sections(answer, book)),
    )


def headline(answer: Answer) -> str:
    """What the answer comes to, in numbers alone: `12 claims of 5 matters, 3 known origins`."""
    if not answer.rows:
        return NOTHING
    origins = number_of(answer.origins, "known origin") if answer.origins else "no origin known"
    return f"{number_of(answer.claims, 'claim')} of {number_of(answer.matters, 'matter')}, {origins}"


def _facts(answer: Answer, book: Casebook) -> Iterator[str]:
    yield headline(answer)
    window = window_phrase(answer.question.window)
    question = answer.question
    yield f"read as: {visible(worded(question, book.roster))}{f', {window}' if window else ''}"
    if question.good and question.goods != (question.good,):
        goods = ", ".join(map(good_name, question.goods))
        yield f"goods are known by category: {quoted(question.good)} asks for all that is {goods}"
    for actor in filter(None, (question.party, question.other)):
        if party_of(actor) != actor:
            yield f"{name(actor, book)} is read as {name(party_of(actor), book)}, except where it speaks or meets"
    yield as_of_phrase(answer.as_of)
    if len({row.group for row in answer.rows}) > 1:
        numbers = Counter(_title(row.group).partition(",")[0] for row in answer.rows)
        yield f"rows: {', '.join(f'{group} {number:,}' for group, number in numbers.items())}"
    for each in answer.silences:
        yield f"left out: {number_of(each.claims, 'claim')} {each.reason}"


def _sections(answer: Answer, book: Casebook) -> Iterator[Section]:
    seen: dict[str, str] = {}
    for (basis, _), group in groupby(answer.rows, key=lambda row: (row.basis, row.group)):
        rows = list(group)
        shown, more = cut(list(entries([(_point(row, book), row.claim_ids) for row in rows], book, seen=seen)), book)
        title = _title(rows[0].group)
        yield Section(title=f"computed: {title}" if basis == COMPUTED else title, entries=shown, more=more)
    if answer.hints:
        near = tuple(_hint(each, book) for each in answer.hints)
        yield Section(title="no answer, but near it", entries=(Entry(points=near),))


def _title(group: str) -> str:
    """The group as a heading: a sort of stake by its verb, before what else is said of it."""
    sort, comma, note = group.partition(",")
    return f"{_STAKES.get(sort, sort)}{comma}{note}"


def _point(row: Row, book: Casebook) -> Point:
    words = listed([quoted(each) for each in row.about], most=_THINGS)
    return Point(
        label=_label(row, book),
        said=", ".join(filter(None, (words, _numbers(row)))),
        facts=(
            f"{_REGARD}{name(row.other, book)}" if _is_stake(row) and row.other not in (None, row.party) else "",
            window_phrase(row.window),
            f"at {isolated(visible(row.place))}" if row.place else "",
            _manner(row),
            f"on the word of {_holder(row, book)}" if row.holder else "",
            isolated(visible(row.said)) if row.said else "",
            f"from {number_of(len(row.claim_ids), 'claim')}" if row.basis == COMPUTED else "",
            origins_of(row.origins),
        ),
    )


def _is_stake(row: Row) -> bool:
    return row.group.partition(",")[0] in _STAKES


def _label(row: Row, book: Casebook) -> str:
    """What it is about and the parties in their order: `oil, Russia → North Korea`; `North Korea on China`."""
    party, other = name(row.party, book), name(row.other, book)
    if row.share is not None or row.group in _DEPENDING:
        return f"{party} on {other}"
    if _is_stake(row):
        return party
    if row.kind is not None:
        return f"{row.kind}: {party}{f' → {other}' if row.other else ''}"
    good = good_name(row.good) if row.good else ""
    pair = f"{party} → {other}" if row.good and row.group != "concentration" else party
    return ", ".join(filter(None, (good, pair)))


def _numbers(row: Row) -> str:
    if row.share is not None or row.group in _DEPENDING:
        whole = quoted(row.whole) if row.whole else row.good or _COMMERCE
        return f"{share_phrase(row.share)} of {whole}" if row.share is not None else f"for {whole}, share not stated"
    if any(each.unit == CONCENTRATION for each in row.amounts):
        index = "; ".join(number_phrase(each.interval) for each in row.amounts)
        return f"{index}, of {quoted(row.whole) if row.whole else row.good or _COMMERCE}"
    between = " against " if row.group.startswith("numbers that") else "; "
    told = dict.fromkeys(map(amount_phrase, row.amounts))
    return between.join(each for each in told if each != NO_AMOUNT)


def _manner(row: Row) -> str:
    return "to the soil on which it arrives" if row.manner == "place" else visible(row.manner or "")


def _holder(row: Row, book: Casebook) -> str:
    """The source by name where it is an actor of the roster or a state, else in the words of the text."""
    called = name(row.holder, book)
    return called if called != row.holder else isolated(shortened(visible(called), limit=_LONGEST_HOLDER))


def _hint(hint: Hint, book: Casebook) -> Point:
    asked = worded(hint.question, book.roster)
    return Point(label=visible(asked), said=number_of(hint.claims, "claim"), facts=(hint.change,))
