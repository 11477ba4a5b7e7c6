"""A dossier with the claims behind it in, the page of a party, or of two and what lies between them, out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.outputs.display import isolated, shortened, visible
from sayso.outputs.system.casebook import (
    NOBODY,
    Casebook,
    cut,
    foundation,
    full_name,
    in_text,
    name,
    short_ids,
    shown,
)
from sayso.outputs.system.holdings import by_party, part
from sayso.outputs.system.passing import direction, good_name
from sayso.outputs.system.reliance import reliances, verdict_point
from sayso.outputs.system.sheet import Entry, Point, Quote, Section, Sheet
from sayso.outputs.system.words import LONGEST_SENTENCE, NOT_STATED, amount_phrase, quoted
from sayso.system.dossiers import Dispute, Dossier, Gap, Side
from sayso.system.records import Exchange, Figure, Stake
from sayso.system.reference.checking import Verdict

_UNREAD = "where to look: that anything passed between the two is not shown by these sentences"
_UNOWNED = "Gained, feared or risked by a party not named"
_OF_EACH = 3
"""Rows of each third party; there may be many of them, and they are not what the page is about."""


def sheet(dossier: Dossier, book: Casebook) -> Sheet:
    """The page: what passes, what it means to whom, dependence, third parties, disputed numbers, what is not said."""
    rests, origins = foundation(claims_of(dossier), book)
    return Sheet(
        title=" and ".join(full_name(each, book) for each in dossier.parties),
        facts=(as_of_phrase(dossier.as_of), rests, origins),
        sections=tuple(_sections(dossier, book)),
    )


def as_of_phrase(as_of: str | None) -> str:
    """Up to which date texts were published that the page rests on."""
    return f"as of {as_of}: texts published later are left out" if as_of else "all texts, whenever published"


def claims_of(dossier: Dossier) -> Iterator[str]:
    """The ids of all claims that a row of the dossier rests on."""
    for exchange in exchanges_of(dossier):
        yield from (each for flow in exchange.flows for each in flow.claim_ids)
    for side in dossier.sides:
        for stakes in (side.wants, side.gains, side.fears, side.risks, side.stances):
            yield from (each for stake in stakes for each in stake.claim_ids)
        yield from (each for row in side.depends for each in row.claim_ids)
    yield from (each for stake in (*dossier.unowned, *dossier.others) for each in stake.claim_ids)
    yield from (each for row in dossier.dependences for each in row.claim_ids)


def verdicts_of(dossier: Dossier, book: Casebook) -> tuple[Verdict, ...]:
    """What reference data says to numbers of the parties; of two, of a share of one only where it is the other's."""
    return tuple(
        each
        for each in book.verdicts
        if each.state in dossier.parties
        and (each.partner is None or len(dossier.parties) == 1 or each.partner in dossier.parties)
    )


def exchanges_of(dossier: Dossier) -> tuple[Exchange, ...]:
    """All that passes: what each side gives, and of one party what it gets."""
    given = (each for side in dossier.sides for each in (*side.gives, *side.unplaced))
    return (*given, *dossier.gets)


def given(title: str, side: Side, *, book: Casebook, other: str | None) -> Section:
    """What a side gives; what it may give the other of two stands apart, as the texts do not say so."""
    found = direction(title, side.gives, book=book, label="recipient" if other is None else "good")
    if other is None or not side.unplaced:
        return found
    to_nobody = [each for each in side.unplaced if each.recipient is None]
    from_nobody = [each for each in side.unplaced if each.recipient is not None]
    one, two = in_text(side.party, book), in_text(other, book)
    parts = [
        direction(heading, exchanges, book=book)
        for heading, exchanges in (
            (f"{one} to {NOBODY}, where the sentence names {two} too, or nobody else", to_nobody),
            (f"{NOBODY} to {two}, where the sentence names {one} too, or nobody else", from_nobody),
        )
        if exchanges
    ]
    return replace(found, parts=tuple(parts))


def _sections(dossier: Dossier, book: Casebook) -> Iterator[Section]:
    is_pair = len(dossier.parties) > 1
    for side in dossier.sides:
        other = next((each for each in dossier.parties if each != side.party), None)
        title = f"What {in_text(side.party, book)} gives{f' {in_text(other, book)}' if is_pair else ''}"
        yield given(title, side, book=book, other=other)
    if not is_pair:
        yield direction(f"What {in_text(dossier.parties[0], book)} gets", dossier.gets, book=book, label="giver")
    for side in dossier.sides:
        yield _means(side, dossier.parties, book)
    unowned = part(_UNOWNED, dossier.unowned, book=book, seen={})
    if unowned is not None:
        yield unowned
    yield _dependence(dossier, book)
    third, more = by_party(_nearest(dossier.others, dossier.parties), book, limit=_OF_EACH)
    yield Section(title="Third parties", parts=tuple(third), notes=() if third else (NOT_STATED,), more=more)
    if dossier.disputes:
        yield disputes(dossier.disputes, book)
    checked = _checked(dossier, book)
    if checked:
        yield _verdicts(checked, book)
    if book.unread:
        yield _unread(book)
    if dossier.gaps:
        yield _gaps(dossier.gaps, book)


def _nearest(stakes: Iterable[Stake], parties: Sequence[str]) -> list[Stake]:
    """The stakes that name most of the parties first, so that in a pair what lies between the two comes first."""
    return sorted(stakes, key=lambda each: -len({*each.named, each.party, each.other} & {*parties}))


def _means(side: Side, parties: Sequence[str], book: Casebook) -> Section:
    called = in_text(side.party, book)
    groups = (
        ("wants", side.wants),
        ("gains", side.gains),
        ("fears", side.fears),
        ("risks", side.risks),
        ("stances", side.stances),
    )
    seen: dict[str, str] = {}
    parts = [(title, part(title, _nearest(stakes, parties), book=book, seen=seen)) for title, stakes in groups]
    empty = [title for title, each in parts if each is None]
    missing = f"{NOT_STATED}: {', '.join(empty)}" if len(empty) < len(groups) else NOT_STATED
    return Section(
        title=f"What {called} wants, gains, fears and risks",
        parts=tuple(each for _, each in parts if each is not None),
        notes=(missing,) if empty else (),
    )


def _dependence(dossier: Dossier, book: Casebook) -> Section:
    seen: dict[str, str] = {}
    rows = [(f"on whom {in_text(side.party, book)} depends", side.depends) for side in dossier.sides]
    if dossier.dependences:
        rows.append(("who depends on them" if len(dossier.sides) > 1 else "who depends on it", dossier.dependences))
    parts = [reliances(title, found, book=book, seen=seen) for title, found in rows]
    stated = [each for each in parts if each.entries]
    return Section(title="Dependence", parts=tuple(parts) if stated else (), notes=() if stated else (NOT_STATED,))


def disputes(found: Iterable[Dispute], book: Casebook) -> Section:
    """Numbers of one thing that cannot both hold, side by side, with those who stand behind them."""
    seen: dict[str, str] = {}
    rows = []
    for each in found:
        flow, pair = each.flow, (each.flow.figures[each.first], each.flow.figures[each.second])
        said = " against ".join(_stated(figure, book) for figure in pair)
        label = f"{good_name(flow.good)} from {name(flow.giver, book)} to {name(flow.recipient, book)}, {flow.status}"
        rows.append((Point(label=label, said=said), [figure.claim_id for figure in pair]))
    disputed, more = shown(rows, book, seen=seen)
    return Section(title="Disputed numbers", entries=disputed, more=more)


def _stated(figure: Figure, book: Casebook) -> str:
    who = ", ".join(name(each, book) for each in figure.origins) or "origin not known"
    return f"{amount_phrase(figure.amount)} ({who}, {isolated(visible(figure.said or 'no date'))})"


def _checked(dossier: Dossier, book: Casebook) -> list[Verdict]:
    """What reference data says to numbers of the parties that stand in no row of dependence."""
    shown = {each for side in dossier.sides for row in side.depends for each in row.claim_ids}
    return [each for each in verdicts_of(dossier, book) if each.claim_id not in shown]


def _verdicts(verdicts: Iterable[Verdict], book: Casebook) -> Section:
    seen: dict[str, str] = {}
    rows = [(verdict_point(each), (each.claim_id,)) for each in verdicts]
    found, more = shown(rows, book, seen=seen)
    return Section(title="Other numbers beside reference data", entries=found, more=more)


def _unread(book: Casebook) -> Section:
    """Sentences in which something may be told that no claim has, each with the words for goods, to be looked at."""
    where = {each.claim.document_id: each for each in book.testimonies.values()}
    rows = []
    for each in book.unread:
        goods = ", ".join(f"{good_name(good)} ({quoted(words)})" for good, words in each.goods)
        told = where[each.span.document_id]
        place = f"{isolated(visible(told.location))}, {isolated(visible(told.claim.published or 'no date'))}"
        words = quoted(shortened(visible(each.span.quote), limit=LONGEST_SENTENCE))
        rows.append(Entry(points=(Point(label="", said=goods),), quotes=(Quote(words=words, places=(place,)),)))
    shown_rows, more = cut(rows, book)
    return Section(
        title="Named with both, and no claim that it passes was read", notes=(_UNREAD,), entries=shown_rows, more=more
    )


def _gaps(gaps: Iterable[Gap], book: Casebook) -> Section:
    together: dict[tuple[str, str | None, str | None], dict[str, Gap]] = {}
    for each in gaps:
        together.setdefault((each.sort, each.giver, each.recipient), {}).setdefault(each.good or "commerce", each)
    found = [_gap(list(goods.values()), book) for goods in together.values()]
    shown, more = cut(found, book)
    return Section(title="Not stated", notes=shown, more=more)


def _gap(gaps: Sequence[Gap], book: Casebook) -> str:
    """What is missing of each good, with the ids of the claims that lack it."""
    giver, recipient = in_text(gaps[0].giver, book), in_text(gaps[0].recipient, book)
    gaps = sorted(gaps, key=lambda each: each.good == "other")
    goods = ", ".join(f"{good_name(each.good or 'commerce')} ({short_ids(each.claim_ids)})" for each in gaps)
    phrases = {
        "giver": f"from whom {recipient} has {goods}",
        "recipient": f"to whom {giver} gives {goods}",
        "amount": f"how much passes from {giver} to {recipient} of {goods}",
        "origin": f"from {giver} to {recipient}, who first told of {goods}",
        "share": f"how much {recipient} has from {giver} of its {goods}",
    }
    return phrases.get(gaps[0].sort, gaps[0].said)
