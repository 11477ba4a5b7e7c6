"""A case in, the world shaded by where its events are placed, and what passes from where to where, out."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.lang.calling import name_of
from sayso.workbench.case import Case
from sayso.workbench.rendering import STATIC

_SHADES = 4
_FLOWS = 60
"""Flows drawn, those of most statements first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """The outline of a territory with how many events are placed there; `shade` is 0, for none, to 4.

    `id` is None where the territory has no code; `disputed` says who claims it, None where nobody else does.
    """

    id: str | None
    name: str
    disputed: str | None
    outline: str
    events: int
    shade: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What passes from one state to another, as a line between their middles; `pair` is the two in the order of ids."""

    pair: tuple[str, str]
    giver_name: str
    recipient_name: str
    goods: str
    flows: int
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """The map, and the same as tables; `elsewhere` counts events in states that the map is too small to show."""

    title: str
    width: float
    height: float
    top: float
    territories: tuple[Territory, ...]
    ways: tuple[Way, ...]
    placed: tuple[tuple[str, str, int], ...]
    elsewhere: int
    without: int


def world(case: Case) -> MapView:
    """The map of the case: an event counts where its claim places it, once for each matter."""
    return case.kept(_world)


def _world(case: Case) -> MapView:
    atlas = _atlas()
    events: Counter[str] = Counter()
    without = 0
    for account in case.findings.accounts:
        countries = {each.claim.event.place.country for each in account.matter.tellings if each.claim.event.place}
        known = {country for country in countries if country}
        events.update(known)
        without += not known
    most = max(events.values(), default=1)
    drawn = {each["id"] for each in atlas["territories"]}
    return MapView(
        title="Map",
        width=atlas["width"],
        height=atlas["height"],
        top=atlas["top"],
        territories=tuple(_territory(each, events, most, case) for each in atlas["territories"]),
        ways=_ways(case, atlas),
        placed=tuple(
            (country, name_of(country, case.roster), number)
            for country, number in sorted(events.items(), key=lambda item: (-item[1], item[0]))
        ),
        elsewhere=sum(number for country, number in events.items() if country not in drawn),
        without=without,
    )


def _territory(row: dict[str, Any], events: Counter[str], most: int, case: Case) -> Territory:
    code = row["id"]
    number = events[code] if code else 0
    return Territory(
        id=code,
        name=name_of(code, case.roster) if code else row["name"],
        disputed=row["disputed"],
        outline=row["d"],
        events=number,
        shade=0 if not number else 1 + round((_SHADES - 1) * (number / most) ** 0.5),
    )


def _ways(case: Case, atlas: dict[str, Any]) -> tuple[Way, ...]:
    middle = {each["id"]: (each["x"], each["y"]) for each in atlas["territories"] if each["id"]}
    flows: Counter[tuple[str, str]] = Counter()
    goods: dict[tuple[str, str], Counter[str]] = {}
    for each in case.findings.model.exchanges:
        if each.giver in middle and each.recipient in middle and each.giver and each.recipient:
            flows[each.giver, each.recipient] += len(each.flows)
            goods.setdefault((each.giver, each.recipient), Counter())[each.good] += len(each.flows)
    chosen = sorted(flows, key=lambda pair: (-flows[pair], pair))[:_FLOWS]
    return tuple(
        Way(
            pair=(min(giver, recipient), max(giver, recipient)),
            giver_name=name_of(giver, case.roster),
            recipient_name=name_of(recipient, case.roster),
            goods=", ".join(good for good, _ in goods[giver, recipient].most_common()),
            flows=flows[giver, recipient],
            line=_bent(middle[giver], middle[recipient]),
        )
        for giver, recipient in chosen
    )


def _bent(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A line bent to the left of its way, so that the one back lies beside it."""
    (x, y), (u, v) = start, end
    middle_x, middle_y = (x + u) / 2 + (v - y) * 0.15, (y + v) / 2 - (u - x) * 0.15
    return f"M{x:.1f} {y:.1f}Q{middle_x:.1f} {middle_y:.1f} {u:.1f} {v:.1f}"


@cache
def _atlas() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((STATIC / "world.json").read_text(encoding="utf-8"))
    return found
