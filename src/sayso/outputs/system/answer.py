"""An answer with the claims behind it in, its page out: what was understood, numbers, rows with sentences, hints."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.outputs.display import isolated, shortened, visible
from sayso.outputs.system.casebook import Casebook, cut, entries, name, origins_of, short_ids
from sayso.outputs.system.dossier import as_of_phrase
from sayso.outputs.system.holdings import VERBS
from sayso.outputs.system.passing import good_name
from sayso.outputs.system.sheet import Entry, Point, Section, Sheet
from sayso.outputs.system.words import (
    amount_phrase,
    listed,
    number_of,
    number_phrase,
    quoted,
    share_phrase,
    window_phrase,
)
from sayso.system.questions.parsing import worded
from sayso.system.questions.records import Answer, Hint, Row
from sayso.system.questions.rows import COMPUTED, CONCENTRATION

NOTHING = "nothing in the ledger says so"

_COMMERCE = "commerce"
_LONGEST_HOLDER = 60
_THINGS = 3
"""Ways to call a thing that a row shows; the sentences have them all."""

_STAKES = {sort: verb for sort, (verb, _) in VERBS.items()}
_NOT_STAKES = {f"not {sort}": verb for sort, (_, verb) in VERBS.items()}


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
    yield f"read as: {understood(answer, book)}{f', {window}' if window else ''}"
    yield as_of_phrase(answer.as_of)
    for each in answer.silences:
        yield f"left out: {number_of(each.claims, 'claim')} that {each.reason}"


def understood(answer: Answer, book: Casebook) -> str:
    """The question in the plainest words of its shape, with the categories that the good stands for."""
    question = answer.question
    goods = ", ".join(map(good_name, question.goods))
    note = f" ({question.good}: {goods})" if question.good and goods and goods != question.good else ""
    return visible(f"{worded(question, book.roster)}{note}")


def _sections(answer: Answer, book: Casebook) -> Iterator[Section]:
    seen: dict[str, str] = {}
    for _, group in groupby(answer.rows, key=lambda row: (row.basis, row.group)):
        rows = list(group)
        is_computed = rows[0].basis == COMPUTED
        title = f"computed: {_title(rows[0])}" if is_computed else _title(rows[0])
        shown, more = cut(list(_entries(rows, book, seen=seen, is_computed=is_computed)), book)
        yield Section(title=title, entries=shown, more=more)
    if answer.hints:
        yield Section(title="no answer, but near it", entries=tuple(_hint(each, book) for each in answer.hints))


def _title(row: Row) -> str:
    return _STAKES.get(row.group) or _NOT_STAKES.get(row.group) or row.group


def _entries(rows: Sequence[Row], book: Casebook, *, seen: dict[str, str], is_computed: bool) -> Iterator[Entry]:
    """Rows with their sentences; what is computed has the ids of the claims instead, whose sentences stand above."""
    if is_computed:
        for row in rows:
            rests = number_of(len(row.claim_ids), "claim")
            yield Entry(points=(_point(row, book),), repeats=f"computed from {rests}: {short_ids(row.claim_ids)}")
    else:
        yield from entries([(_point(row, book), row.claim_ids) for row in rows], book, seen=seen)


def _point(row: Row, book: Casebook) -> Point:
    words = listed([quoted(each) for each in row.about], most=_THINGS)
    return Point(
        label=_label(row, book),
        said=", ".join(filter(None, (words, _numbers(row)))),
        facts=(
            window_phrase(row.window),
            f"at {isolated(visible(row.place))}" if row.place else "",
            _manner(row),
            f"on the word of {_holder(row, book)}" if row.holder else "",
            isolated(visible(row.said)) if row.said else "",
            origins_of(row.origins),
        ),
    )


def _label(row: Row, book: Casebook) -> str:
    """The parties in their order, and what is between them: `oil, Russia → North Korea`."""
    good = good_name(row.good) if row.good else ""
    pair = " → ".join(name(each, book) for each in _pair(row))
    return ", ".join(filter(None, (good, pair)))


def _pair(row: Row) -> tuple[str | None, ...]:
    """Both parties, the unknown one too where something passes; of others only those known."""
    if row.good is not None and row.share is None:
        return (row.party, row.other)
    return (row.party,) if row.other in (None, row.party) else (row.party, row.other)


def _numbers(row: Row) -> str:
    if row.group == CONCENTRATION or any(each.unit == CONCENTRATION for each in row.amounts):
        return "; ".join(number_phrase(each.interval) for each in row.amounts)
    amounts = " against " if row.group.startswith("numbers that") else "; "
    told = amounts.join(dict.fromkeys(map(amount_phrase, row.amounts)))
    if row.share is not None:
        whole = quoted(row.whole) if row.whole else f"its {row.good or _COMMERCE}, of which whole is not stated"
        return f"{share_phrase(row.share)} of {whole}"
    return told


def _manner(row: Row) -> str:
    return "to the soil on which it arrives" if row.manner == "place" else visible(row.manner or "")


def _holder(row: Row, book: Casebook) -> str:
    """The source by name where it is an actor of the roster or a state, else in the words of the text."""
    called = name(row.holder, book)
    return called if called != row.holder else isolated(shortened(visible(called), limit=_LONGEST_HOLDER))


def _hint(hint: Hint, book: Casebook) -> Entry:
    asked = worded(hint.question, book.roster)
    return Entry(points=(Point(label=visible(asked), said=number_of(hint.claims, "claim"), facts=(hint.change,)),))
