"""The frozen records of the signed graph; every edge names the claims that it rests on.

A node is a string: the id of a party (`PRK`), a thing or deed of a party (`PRK:nuclear` by the category of the good,
`PRK:attack` by its word), or the normal form of a phrase. More of the cause makes more of the effect (`+`) or less
(`-`); more of a party is that it fares better and does more of what it does.
"""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """That a cause works on an effect with a sign, `+` or `-`, as claims tell it.

    `is_possible` where all of them tell it as what may be. `about` quotes the first of them. `against` are claims that
    deny it: that something does not help is no claim that it harms.
    """

    cause: str
    effect: str
    sign: str
    is_possible: bool
    about: str
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Edges of which each begins where the last ends, through no node twice; a loop ends where it began."""

    edges: tuple[Edge, ...]

    @property
    def sign(self) -> str:
        """The product of the signs: `-` where an odd number of edges are."""
        return "-" if sum(edge.sign == "-" for edge in self.edges) % 2 else "+"

    @property
    def is_possible(self) -> bool:
        """Whether any of its edges is told as no more than possible."""
        return any(edge.is_possible for edge in self.edges)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes in order, from the first cause to the last effect."""
        return (*(edge.cause for edge in self.edges), *(edge.effect for edge in self.edges[-1:]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What more of `change` does to `stake`, by all paths between them that were followed, the shortest first.

    `sign` is `+` or `-` where all paths have it, `?` where two conflict, and None where there is none, or where paths
    were left that might have another. `is_complete` says whether all were followed, `said` all this in a sentence.
    """

    change: str
    stake: str
    sign: str | None
    paths: tuple[Route, ...]
    is_complete: bool
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loops:
    """The loops of a graph that were followed, and whether those are all.

    A positive loop is reinforcing: what grows comes back as more of it. A negative one is balancing.
    """

    loops: tuple[Route, ...]
    is_complete: bool

    @property
    def said(self) -> str:
        """How many there are of each sort, in a sentence."""
        found = Counter(loop.sign for loop in self.loops)
        cut = "" if self.is_complete else "; not all loops were followed"
        return f"{found['+']} reinforcing and {found['-']} balancing loops{cut}"
