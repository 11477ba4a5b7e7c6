"""What reaches a party through others in, the section of a page on through whom it must pass out."""

from collections.abc import Iterator, Sequence

from sayso.outputs.display import isolated, visible
from sayso.outputs.system.casebook import Casebook, entries, in_text, name
from sayso.outputs.system.passing import good_name
from sayso.outputs.system.sheet import Point, Section
from sayso.outputs.system.words import NO_AMOUNT, amount_phrase, listed, number_of, opening
from sayso.system.networks.chokepoints import VERDICTS
from sayso.system.networks.passing import Passing, Passings
from sayso.system.networks.records import Chokepoint, Link
from sayso.system.records import Amount

TITLE = "Through whom it must pass"

_NOTE = "computed from what is told as delivered; what somebody passes on need not be what he was given"

_LINKS = 6
"""Links of a party that a row shows; the sentences below have those, and JSON has all."""
_GIVERS = 4

_Row = tuple[Point, Sequence[str]]


def choking(passings: Sequence[Passings], *, good: str | None, book: Casebook, seen: dict[str, str]) -> Section | None:
    """Everybody between for each good; None where nobody is, unless a good was asked for."""
    parts = [_part(each, book, seen=seen) for all_ in passings for each in _telling(all_.found)]
    unexamined = sum(each.unexamined for each in passings)
    left = f"{number_of(unexamined, 'network')} not examined: ask for one good with --good" if unexamined else ""
    if parts or left:
        return Section(title=TITLE, parts=tuple(parts), notes=tuple(filter(None, (_NOTE, left))))
    if good is None:
        return None
    return Section(title=TITLE, notes=(f"no claim tells of {good_name(good)} that comes through somebody",))


def _telling(found: Sequence[Passing]) -> list[Passing]:
    """Of a good that is told in several units those in which a loss has a bound; where none has, the first."""
    kept: dict[tuple[str, str], list[Passing]] = {}
    for each in found:
        kept.setdefault((each.recipient, each.network.good), []).append(each)
    return [one for group in kept.values() for one in ([each for each in group if _has_bound(each)] or group[:1])]


def _has_bound(passing: Passing) -> bool:
    return any(_amount(each) != NO_AMOUNT for each in passing.chokepoints)


def _part(passing: Passing, book: Casebook, *, seen: dict[str, str]) -> Section:
    network, first = passing.network, passing.chokepoints[0]
    most = len(passing.chokepoints) if book.limit is None else book.limit
    shown = passing.chokepoints[:most]
    left = len(passing.chokepoints) - len(shown)
    givers = listed([in_text(each, book) for each in first.givers], most=_GIVERS)
    whole = amount_phrase(Amount(interval=first.whole, unit=network.unit))
    facts = [f"from {givers}", "" if whole == NO_AMOUNT else f"in all {whole}"]
    facts.append(f"as of {network.day}" if network.day else "")
    rows = (row for each in shown for row in _rows(each, book))
    return Section(
        title=opening(f"{good_name(network.good)} to {in_text(passing.recipient, book)}"),
        notes=(" · ".join(filter(None, facts)),),
        entries=tuple(entries(list(rows), book, seen=seen)),
        more=f"{left:,} more; --limit 0 shows all" if left else "",
    )


def _rows(found: Chokepoint, book: Casebook) -> Iterator[_Row]:
    loss = _amount(found)
    yield (
        Point(
            label=f"through {in_text(found.party, book)}",
            said=VERDICTS[found.verdict],
            facts=(
                "how much less is not told" if loss == NO_AMOUNT and found.verdict != "none" else "",
                f"less by {loss}" if loss != NO_AMOUNT and found.verdict != "none" else "",
                "" if found.is_exact else "bounds may be wider than they have to be",
            ),
        ),
        (),
    )
    links = sorted(found.links, key=lambda each: each.giver == found.party)
    yield from ((_link(each, found, book), each.claim_ids) for each in links[:_LINKS])
    if len(links) > _LINKS:
        yield Point(label=f"and {number_of(len(links) - _LINKS, 'more link')}", said=""), ()


def _link(link: Link, found: Chokepoint, book: Casebook) -> Point:
    told = amount_phrase(Amount(interval=link.capacity, unit=found.unit))
    pair = f"{name(link.giver, book)} → {name(link.recipient, book)}"
    return Point(label=f"  {pair}", said=isolated(visible(told)))


def _amount(found: Chokepoint) -> str:
    return amount_phrase(Amount(interval=found.loss, unit=found.unit))
