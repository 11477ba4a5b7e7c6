"""Tables of words that bound and join numbers in, their patterns compiled out."""

import re
from dataclasses import dataclass

NEVER = re.compile(r"(?!)")
"""Matches nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Words that bound a number; those before it are matched up to its beginning, those after it from its end."""

    low: re.Pattern[str]
    high: re.Pattern[str]
    near: re.Pattern[str]
    low_after: re.Pattern[str]
    high_after: re.Pattern[str]
    near_after: re.Pattern[str]
    spans: re.Pattern[str]
    """Words before a length of time that make an article count it: the "for" of "for a year"."""
    spans_after: re.Pattern[str]
    counted: re.Pattern[str]
    """Units of which an article always counts one: the tonne of "una tonelada", but not the foot of "a foot"."""
    idioms: re.Pattern[str]
    """Phrases that begin with an article and count nothing: "a second time"."""
    labels: re.Pattern[str]
    """Words before a number that make it a name: "resolution", "No."."""
    ranks: re.Pattern[str]
    """What after a number makes it a rank or a name: "th", "G"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """How a language joins the two ends of a range."""

    between: re.Pattern[str]
    """What always joins two numbers into a range: a dash, "to"."""
    paired: re.Pattern[str]
    """What joins them after `opening`: the "and" of "between ... and ..."."""
    opening: re.Pattern[str]
    """What may stand before the first number and belongs to the range."""
    apart: re.Pattern[str]
    """What before the first number says that the second is another: the "by" of "by 2 to 5 percent"."""
    closing: re.Pattern[str]
    """What may stand after the second number and belongs to the range."""


def bounds(data: dict[str, list[str]], edges: tuple[str, str]) -> Bounds:
    """The patterns of the table `[bounds]`; `edges` are the patterns of where a word begins and ends."""

    def before(name: str) -> re.Pattern[str]:
        return ends(edges[0] + "(?:" + "|".join(data[name]) + ")", " ?") if name in data else NEVER

    def after(name: str) -> re.Pattern[str]:
        return re.compile(" ?(?:" + "|".join(data[name]) + ")" + edges[1]) if name in data else NEVER

    return Bounds(
        low=before("low"),
        high=before("high"),
        near=before("near"),
        low_after=after("low_after"),
        high_after=after("high_after"),
        near_after=after("near_after"),
        spans=before("spans"),
        spans_after=after("spans_after"),
        counted=re.compile("|".join(data.get("counted", ())) or "(?!)"),
        idioms=re.compile("|".join(data.get("idioms", ())) or "(?!)"),
        labels=before("labels"),
        ranks=re.compile("|".join(data["ranks"])) if "ranks" in data else NEVER,
    )


def ranges(data: dict[str, list[str]]) -> Ranges:
    """The patterns of the table `[ranges]`."""

    def joined(name: str) -> str:
        return "|".join(data.get(name, ())) or "(?!)"

    return Ranges(
        between=re.compile(r" ?[-–—~〜～] ?|" + joined("between")),
        paired=re.compile(joined("paired")),
        opening=ends(joined("opening"), " ?"),
        apart=ends(joined("apart"), " ?"),
        closing=re.compile(joined("closing")),
    )


def ends(pattern: str, gap: str) -> re.Pattern[str]:
    """The pattern where it ends, but for a gap, at the end of the text searched."""
    return re.compile(rf"(?:{pattern}){gap}\Z")
