"""The outlines of the world's territories of world-atlas in, the picture of the map that the workbench ships out.

python -m training.outlines countries-110m.json

The file is that of the package `world-atlas` 2.0.2 (ISC), made of Natural Earth 1:110m (public domain). Outlines are
projected once, here, with Equal Earth (Šavrič, Patterson and Jenny 2018, equations 1 to 5), so that a page needs no
code to show them. Natural Earth draws who holds ground, and gives no id to three territories; what is disputed is
marked as such and never left out.
"""

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

from sayso.vocab.actors import open_roster

TARGET = Path(__file__).parents[1] / "src" / "sayso" / "workbench" / "static" / "world.json"

WIDTH = 960.0
"""Units from the western to the eastern edge."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
"""Coefficients of Equal Earth."""

_TURN = 360.0

_WITHOUT_ID = {"Kosovo": "XKX", "Somaliland": None, "N. Cyprus": None}
"""What the file has no number for; the last two have no code in ISO 3166 and are drawn without a state."""

_DISPUTED = {
    "Kosovo": "claimed by Serbia",
    "Somaliland": "claimed by Somalia",
    "N. Cyprus": "claimed by Cyprus",
    "W. Sahara": "claimed by Morocco and the Polisario Front",
    "Taiwan": "claimed by China",
    "Palestine": "occupied in part by Israel",
}
_CRIMEA = (
    (33.62, 46.1),
    (34.9, 45.85),
    (36.5, 45.45),
    (35.4, 45.0),
    (34.1, 44.4),
    (33.5, 44.6),
    (33.4, 45.1),
    (32.5, 45.4),
)
"""Longitude and latitude of Crimea's outline, roughly. The file draws it with Russia, which holds it; it is Ukraine's
by resolution 68/262 of the United Nations. It is drawn over both, dashed."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the file of outlines."""
    parser = argparse.ArgumentParser(description="Project the outlines of the world.")
    parser.add_argument("atlas", type=Path)
    atlas = json.loads(parser.parse_args(arguments).atlas.read_text(encoding="utf-8"))
    rows = [_row(each, atlas) for each in atlas["objects"]["countries"]["geometries"]]
    rows.append({"id": None, "name": "Crimea", "disputed": "held by Russia, claimed by Ukraine", "d": _path([_CRIMEA])})
    top, bottom = _projected(0, 90)[1], _projected(0, -90)[1]
    head = {"width": WIDTH, "height": round(bottom - top, 1), "top": round(top, 1)}
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    TARGET.write_text(f'{json.dumps(head)[:-1]}, "territories": [\n{lines}\n]}}\n', encoding="utf-8")
    print(f"{TARGET.name}: {len(rows)} territories, {TARGET.stat().st_size:,} bytes")


def _row(geometry: dict[str, Any], atlas: dict[str, Any]) -> dict[str, Any]:
    name = geometry["properties"]["name"]
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    rings = [piece for polygon in polygons for ring in polygon for piece in _cut(_ring(ring, atlas))]
    largest = max(rings, key=_area)
    x, y = _projected(*_middle(largest))
    return {
        "id": _code(geometry.get("id"), name),
        "name": name,
        "disputed": _DISPUTED.get(name),
        "x": round(x, 1),
        "y": round(y, 1),
        "d": _path(rings),
    }


def _code(number: str | None, name: str) -> str | None:
    """The three-letter code of an ISO 3166 number, by way of CLDR's two-letter one."""
    if number is None:
        return _WITHOUT_ID[name]
    two = get_global("territory_aliases").get(number, [""])[0]
    return next((state for state, code in open_roster().territories.items() if code == two), None)


def _ring(arcs: Iterable[int], atlas: dict[str, Any]) -> list[tuple[float, float]]:
    """The points of a ring: arcs of differences in whole steps; a negative number is an arc turned round."""
    (step_x, step_y), (first_x, first_y) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found: list[tuple[float, float]] = []
    for number in arcs:
        points, x, y = [], 0, 0
        for dx, dy in atlas["arcs"][number if number >= 0 else ~number]:
            x, y = x + dx, y + dy
            points.append((x * step_x + first_x, y * step_y + first_y))
        if number < 0:
            points.reverse()
        found.extend(points[1:] if found else points)
    return found


def _cut(ring: list[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """The pieces of a ring that lie on the map: one that crosses the line of the date is drawn at both edges.

    A ring round a pole does not come back to where it began; it has its own edges, and stays as it is.
    """
    unrolled, turns = [ring[0]], 0.0
    for (before, _), (longitude, latitude) in pairwise(ring):
        turns += _TURN * ((before - longitude > _TURN / 2) - (longitude - before > _TURN / 2))
        unrolled.append((longitude + turns, latitude))
    if turns:
        yield ring
        return
    for shift in (-_TURN, 0.0, _TURN):
        moved = [(longitude + shift, latitude) for longitude, latitude in unrolled]
        piece = _clipped(_clipped(moved, -_TURN / 2, side=1), _TURN / 2, side=-1)
        if len(piece) > 2:
            yield piece


def _clipped(ring: list[tuple[float, float]], edge: float, *, side: int) -> list[tuple[float, float]]:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman 1974)."""
    found: list[tuple[float, float]] = []
    for (x, y), (u, v) in pairwise([*ring, ring[0]] if ring else []):
        if (x - edge) * side >= 0:
            found.append((x, y))
        if (x - edge) * (u - edge) < 0:
            found.append((edge, y + (v - y) * (edge - x) / (u - x)))
    return found


def _projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Units from the left edge and below the equator."""
    turned, parametric = math.radians(longitude), math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    sixth = parametric**6
    slope = 9 * _A4 * parametric**2 * sixth + 7 * _A3 * sixth + 3 * _A2 * parametric**2 + _A1
    x = 2 * math.sqrt(3) * turned * math.cos(parametric) / (3 * slope)
    y = parametric * (_A4 * parametric**2 * sixth + _A3 * sixth + _A2 * parametric**2 + _A1)
    unit = WIDTH / (2 * 2 * math.sqrt(3) * math.pi / (3 * _A1))
    return WIDTH / 2 + x * unit, -y * unit


def _path(rings: Iterable[Sequence[tuple[float, float]]]) -> str:
    return "".join(_closed(ring) for ring in rings)


def _closed(ring: Sequence[tuple[float, float]]) -> str:
    return f"M{'L'.join(_points(ring))}Z"


def _points(ring: Sequence[tuple[float, float]]) -> Iterator[str]:
    before = ""
    for longitude, latitude in ring:
        x, y = _projected(longitude, latitude)
        point = f"{x:.1f},{y:.1f}"
        if point != before:
            yield point
        before = point


def _area(ring: Sequence[tuple[float, float]]) -> float:
    """Twice the area in square degrees, to find the largest piece of a territory."""
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise(ring)))


def _middle(ring: Sequence[tuple[float, float]]) -> tuple[float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


if __name__ == "__main__":
    main()
