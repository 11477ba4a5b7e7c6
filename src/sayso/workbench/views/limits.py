"""The table of limits in, the page that says how each part works, how well, and what it cannot tell, out."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parents[1] / "limits.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One measured figure: of what, in which language (empty where of several), and in `percent` or as a `share`.

    `measure` is its key among the floors that every change is held to.
    """

    measure: str
    what: str
    language: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """A part of the program: its method, what it cannot tell, and its scores; `unmeasured` says why it has none."""

    name: str
    method: str
    cannot: tuple[str, ...]
    scores: tuple[Score, ...]
    unmeasured: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitsView:
    """Every part with its limits."""

    title: str
    extractors: tuple[Extractor, ...]


@cache
def limits() -> LimitsView:
    """The page, the same for every ledger."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return LimitsView(
        title="Limits",
        extractors=tuple(
            Extractor(
                name=each["name"],
                method=each["method"],
                cannot=tuple(each["cannot"]),
                scores=tuple(Score(**score) for score in each["scores"]),
                unmeasured=each.get("unmeasured", ""),
            )
            for each in table["extractor"]
        ),
    )
