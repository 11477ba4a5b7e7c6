"""Shares drawn from stated ranges in, the section of a page out, with the assumption in front of every number."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.outputs.display import isolated, visible
from sayso.outputs.system.casebook import Casebook, cut
from sayso.outputs.system.sheet import Grid, Section
from sayso.system.scenarios.records import SHARE, Subject
from sayso.system.scenarios.sampled import Sampled
from sayso.system.scenarios.wording import say

TITLE = "If every number in a range were as likely as any other"

_NO_SHARE = "no share that changes could be drawn"


def drawing(samples: Sequence[Sampled], book: Casebook, *, called: Callable[[Subject], str]) -> Section:
    """The middle 95 of 100 draws and the median of each share that changes, after the changes; `called` names them."""
    drawn = [each for each in samples if each.spread is not None]
    shown, more = cut(drawn, book)
    rows = tuple((called(each.subject), *_cells(each)) for each in shown)
    said = (each.spread.assumption for each in drawn if each.spread is not None)
    left = (f"{called(each.subject)} is not drawn: {each.reason}" for each in samples if each.reason)
    notes = [*_once(said), *_once(left)]
    return Section(
        title=TITLE,
        grid=Grid(head=("after the changes", "95 of 100 draws", "median"), rows=rows) if rows else None,
        notes=tuple(isolated(visible(each)) for each in notes) or (_NO_SHARE,),
        more=more,
    )


def _cells(found: Sampled) -> tuple[str, str]:
    if found.spread is None:
        return "", ""
    low, median, high = (Decimal(str(number)) for _, number in found.spread.percentiles)
    return (
        say(Interval(low=low, high=high), unit=SHARE),
        say(Interval(low=median, high=median), unit=SHARE),
    )


def _once(said: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(said))
