"""Dependences of a party, or between two, in, the page of who relies on whom, and what that costs, out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.corroboration.intervals import Interval
from sayso.outputs.system.casebook import Casebook, entries, foundation, full_name, in_text
from sayso.outputs.system.choking import choking
from sayso.outputs.system.dossier import as_of_phrase
from sayso.outputs.system.losing import losing
from sayso.outputs.system.reliance import reliances, whole_phrase
from sayso.outputs.system.sheet import Point, Section, Sheet
from sayso.outputs.system.words import opening, share_phrase, window_phrase
from sayso.system.arithmetic import hull
from sayso.system.dependence import Breakdown, breakdowns
from sayso.system.losses import Loss, losses
from sayso.system.measures.asymmetry import ALIKE, I_MORE, J_MORE, Asymmetry, asymmetry
from sayso.system.measures.substitution import ELASTICITY
from sayso.system.networks.passing import Passings, passings
from sayso.system.records import Dependence, SystemModel

_RECORDED = "recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two parties' shares of each other in what is one whole of each, told on one basis; `first` is of the first."""

    first: Breakdown
    second: Breakdown
    asymmetry: Asymmetry


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What a system tells of the dependence of a party, or of two on each other.

    `rows` are those of the first party, then those of the other, or of all that depend on it; `wholes` the shares that
    are of one whole, with their concentration; `comparisons` what is told of both. `losses` are what it would cost to
    lose a provider, `passings` through whom goods reach the parties, in their order, and `good` the one asked for.
    """

    parties: tuple[str, ...]
    as_of: str | None
    rows: tuple[Dependence, ...]
    wholes: tuple[Breakdown, ...]
    comparisons: tuple[Comparison, ...]
    losses: tuple[Loss, ...] = ()
    passings: tuple[Passings, ...] = ()
    good: str | None = None


def reliance(
    model: SystemModel, parties: Sequence[str], *, elasticity: Interval = ELASTICITY, good: str | None = None
) -> Reliance:
    """The rows that concern the party, or lie between the two.

    `elasticity` is that of substitution between providers. With a `good`, only of that one is it told through whom it
    comes. Raises `ValueError` for an elasticity of 1 or less.
    """
    rows = [each for each in model.dependences if _concerns(each, parties)]
    rows.sort(key=lambda each: each.dependent != parties[0])
    wholes = [tuple(breakdowns(model.dependences, each)) for each in parties]
    return Reliance(
        parties=tuple(parties),
        as_of=model.as_of,
        rows=tuple(rows),
        wholes=tuple(each for found in wholes for each in found),
        comparisons=tuple(_compared(*wholes)) if len(wholes) > 1 else (),
        losses=losses(rows, elasticity=elasticity),
        passings=tuple(
            passings(model.exchanges, each, givers=[one for one in parties if one != each], good=good)
            for each in parties
        ),
        good=good,
    )


def claims_of(found: Reliance) -> list[str]:
    """The ids of all claims that the page rests on."""
    compared = (row for each in found.comparisons for side in (each.first, each.second) for row in side.shares)
    between = (row for all_ in found.passings for each in all_.found for row in each.chokepoints)
    told = [*(row.claim_ids for row in (*found.rows, *compared)), *(row.claim_ids for row in between)]
    return list(dict.fromkeys(claim for ids in told for claim in ids))


def sheet(found: Reliance, book: Casebook) -> Sheet:
    """The page: on whom a party depends, and who depends on it; of two, who does more; what losing whom would cost."""
    party = found.parties[0]
    seen: dict[str, str] = {}
    own = [each for each in found.rows if each.dependent == party]
    others = [each for each in found.rows if each.dependent != party]
    title, back = f"On whom {in_text(party, book)} depends", f"Others depend on {in_text(party, book)}"
    if len(found.parties) > 1:
        other = in_text(found.parties[1], book)
        title, back = f"{in_text(party, book)} depends on {other}", f"{other} depends on {in_text(party, book)}"
    halves = ((title, own), (back, others))
    sections = [reliances(opening(heading), rows, book=book, seen=seen) for heading, rows in halves]
    if found.comparisons:
        rows = [(_comparison(each, book), _behind(each)) for each in found.comparisons]
        sections.append(Section(title="Who depends more", entries=tuple(entries(rows, book, seen=seen))))
    computed = (
        losing(found.losses, book=book, seen=seen),
        choking(found.passings, good=found.good, book=book, seen={}),
    )
    sections += [each for each in computed if each is not None]
    return Sheet(
        title="Dependence: " + " and ".join(full_name(each, book) for each in found.parties),
        facts=(as_of_phrase(found.as_of), *foundation(claims_of(found), book)),
        sections=tuple(sections),
    )


def _concerns(row: Dependence, parties: Sequence[str]) -> bool:
    if len(parties) == 1:
        return parties[0] in (row.dependent, row.provider)
    return {row.dependent, row.provider} == set(parties)


def _compared(one: Iterable[Breakdown], other: Sequence[Breakdown]) -> Iterator[Comparison]:
    """What is told of both parties: shares of wholes that are called alike, on the same basis, of the same time."""
    for first in one:
        for second in other:
            if _key(first) == _key(second):
                shares = _share(first, second.party), _share(second, first.party)
                if None not in shares:
                    yield Comparison(first=first, second=second, asymmetry=asymmetry(*shares))


def _key(found: Breakdown) -> tuple[object, ...]:
    return (found.whole or "").casefold(), found.good, found.basis, found.window


def _share(found: Breakdown, partner: str) -> Interval | None:
    """The partner's share; of one that a list of the leading ones leaves out, what it may have; else None."""
    told = [row.share for row in found.shares if row.provider == partner and row.share is not None]
    if told:
        return hull(told)
    return found.unlisted if found.basis == _RECORDED else None


def _behind(found: Comparison) -> list[str]:
    return [claim for side in (found.first, found.second) for row in side.shares for claim in row.claim_ids]


def _comparison(found: Comparison, book: Casebook) -> Point:
    one, other = in_text(found.first.party, book), in_text(found.second.party, book)
    measured = found.asymmetry
    verdicts = {I_MORE: f"{one} depends more", J_MORE: f"{other} depends more", ALIKE: "both depend alike"}
    whole = whole_phrase(found.first.whole, found.first.good)
    shares = f"{one} on {other} {share_phrase(measured.i_on_j)}, {other} on {one} {share_phrase(measured.j_on_i)}"
    return Point(
        label=whole,
        said=f"{verdicts.get(measured.verdict, measured.verdict)}; {shares}",
        facts=(window_phrase(found.first.window), "computed"),
    )
