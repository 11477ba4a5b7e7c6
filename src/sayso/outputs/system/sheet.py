"""The records of a page: what is written for people, whether it goes to a terminal or into Markdown.

Every string is fit to be shown, without control characters, and not yet escaped for any format.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A small table: the words above the columns, and the cells row by row.

    `leads` has for every cell the id of the claim to look at first, empty where none is behind it; it may be left out.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    leads: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence, and below it for each text that has it where it stands, on whose word it is, and the claims read.

    `claim_ids` are those claims, whole: pages that have addresses lead to them.
    """

    words: str
    places: tuple[str, ...]
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing that is said: what it is, in what words or how much, and its facts; some of them may be empty."""

    label: str
    said: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Points that rest on the same sentences, with these; `repeats` refers to sentences quoted before."""

    points: tuple[Point, ...]
    quotes: tuple[Quote, ...] = ()
    repeats: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a page under its own heading; `notes` stand below its table, `more` says how much was left out."""

    title: str
    grid: Grid | None = None
    notes: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    parts: tuple["Section", ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: its title, what it rests on, and its sections."""

    title: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]
