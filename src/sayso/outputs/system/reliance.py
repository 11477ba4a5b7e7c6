"""Dependences in, parts of a page out: who relies on whom for how much of which whole, with the sentences.

Shares of one whole stand in one row, with the bounds of their concentration and what nobody else can have more than.
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.corroboration.intervals import Interval
from sayso.outputs.display import isolated, visible
from sayso.outputs.system.casebook import Casebook, in_text, name, origins_of, shown
from sayso.outputs.system.sheet import Point, Section
from sayso.outputs.system.words import NOT_STATED, number_phrase, opening, share_phrase, window_phrase
from sayso.system.dependence import Breakdown, breakdowns
from sayso.system.records import Dependence
from sayso.system.reference.checking import Verdict

_STATED = "stated"
_COMMERCE = "commerce"

_Row = tuple[Point, Sequence[str]]


def reliances(title: str, dependences: Sequence[Dependence], *, book: Casebook, seen: dict[str, str]) -> Section:
    """The rows under a heading; where there are none, it says so."""
    if not dependences:
        return Section(title=title, notes=(NOT_STATED,))
    found, more = shown(_rows(dependences, book), book, seen=seen)
    return Section(title=title, entries=found, more=more)


def _rows(dependences: Sequence[Dependence], book: Casebook) -> Iterator[_Row]:
    """The shares of one whole of one party together, then what is told alone."""
    together: set[str] = set()
    by_claim: dict[str, list[Verdict]] = {}
    for verdict in book.verdicts:
        by_claim.setdefault(verdict.claim_id, []).append(verdict)
    for party in dict.fromkeys(each.dependent for each in dependences):
        for each in breakdowns(dependences, party):
            if len({row.provider for row in each.shares}) > 1:
                together.update(row.id for row in each.shares)
                claim_ids = [claim for row in each.shares for claim in row.claim_ids]
                yield _breakdown(each, book), claim_ids
                # Of the same sentences, and so in the entry of the row.
                yield from (
                    (verdict_point(said), claim_ids) for row in each.shares for said in _verdicts(row, by_claim)
                )
    for row in dependences:
        if row.id not in together:
            yield _alone(row, book), row.claim_ids
            yield from ((verdict_point(each), row.claim_ids) for each in _verdicts(row, by_claim))


def verdict_point(verdict: Verdict) -> Point:
    """What reference data says to a number, and why."""
    verb = f"is {verdict.verdict}" if verdict.verdict == "out of range" else verdict.verdict
    return Point(label=f"{verdict.edition.name} {verb}", said=isolated(visible(verdict.reason)))


def _verdicts(row: Dependence, by_claim: Mapping[str, Sequence[Verdict]]) -> list[Verdict]:
    """The verdicts on what the row says, each once however many claims say it."""
    found = (each for claim_id in row.claim_ids for each in by_claim.get(claim_id, ()))
    return list({each.reason: each for each in found if each.partner == row.provider}.values())


def _breakdown(found: Breakdown, book: Casebook) -> Point:
    shares = ", ".join(f"{name(row.provider, book)} {share_phrase(row.share)}" for row in found.shares)
    return Point(
        label=_whose(found, book),
        said=shares,
        facts=(
            window_phrase(found.window),
            *_rest(found),
            "" if found.basis == _STATED else found.basis,
            origins_of(sorted({origin for row in found.shares for origin in row.origins})),
        ),
    )


def _whose(found: Breakdown, book: Casebook) -> str:
    """What the shares are of, and of whom, where the text does not say whose it is."""
    whole, party = whole_phrase(found.whole, found.good), in_text(found.party, book)
    return whole if party in whole else f"{whole} of {party}"


def _rest(found: Breakdown) -> tuple[str, ...]:
    """The bounds of the index, of which 10,000 is a single partner, and what is left for partners not named."""
    if found.concentration.low is None or found.concentration.high is None:
        return ("the shares come to more than a whole",)
    others = share_phrase(Interval(low=None, high=found.unlisted.high))
    return f"concentration (HHI) {number_phrase(found.concentration)} of 10,000", f"anybody else {others}"


def _alone(row: Dependence, book: Casebook) -> Point:
    verb = "on" if row.polarity == "affirmed" else "not on"
    return Point(
        label=opening(f"{in_text(row.dependent, book)} {verb} {in_text(row.provider, book)}"),
        said=_said(row),
        facts=(window_phrase(row.window), "" if row.basis == _STATED else row.basis, origins_of(row.origins)),
    )


def _said(row: Dependence) -> str:
    what = row.good or _COMMERCE
    if row.share is None:
        return f"for {whole_phrase(row.whole, row.good)}, {share_phrase(None)}"
    if row.whole is None:
        return f"{share_phrase(row.share)} of its {what}, of which whole is {NOT_STATED}"
    return f"{share_phrase(row.share)} of {whole_phrase(row.whole, row.good)}"


def whole_phrase(whole: str | None, good: str | None) -> str:
    """What a share is of, in the words of the text, else the good."""
    return isolated(visible(whole)) if whole else good or _COMMERCE
