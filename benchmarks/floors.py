"""`floors.toml` in, the floor of each measure and the pinned hash of each corpus out, and raised floors back."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """What a measure must reach.

    `floor` is what the gate enforces; `asked` is the floor first agreed on, which never moves; `mark` is the aim.
    `noise` is how far two runs of the same weights may differ, on other processors for example. `higher` is whether
    more is better. `corpora` name the files whose hash must be the pinned one. An ungated measure is only reported.
    """

    name: str
    group: str
    label: str
    floor: float
    asked: float
    mark: float
    noise: float
    higher: bool
    gated: bool
    corpora: tuple[str, ...]

    def keeps(self, value: float) -> bool:
        """Whether a value keeps the floor, stated noise allowed for."""
        return value >= self.floor - self.noise if self.higher else value <= self.floor + self.noise

    def reaches(self, value: float) -> bool:
        """Whether a value reaches the mark."""
        return value >= self.mark if self.higher else value <= self.mark

    @property
    def lowered(self) -> bool:
        """Whether the gate enforces less than was first asked."""
        return self.floor < self.asked if self.higher else self.floor > self.asked


def read_floors(path: Path = FLOORS) -> tuple[Floor, ...]:
    """Every measure that has a floor, in the order of the file."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Floor(
            name=name,
            group=entry["group"],
            label=entry["label"],
            floor=float(entry["floor"]),
            asked=float(entry["asked"]),
            mark=float(entry["mark"]),
            noise=float(entry["noise"]),
            higher=entry.get("better", "higher") == "higher",
            gated=entry.get("gated", True),
            corpora=tuple(entry.get("corpora", ())),
        )
        for name, entry in table["measure"].items()
    )


def read_pins(path: Path = FLOORS) -> tuple[tuple[str, str], ...]:
    """Pairs of corpus file and SHA-256 that the floors were set on."""
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["pins"].items())


def with_floor(text: str, name: str, *, value: float) -> str:
    """The text of `floors.toml` with the floor of one measure changed and everything else, comments too, kept.

    Raises `KeyError` when the measure is not there.
    """
    header = f'[measure."{name}"]\n'
    before, found, after = text.partition(header)
    if not found:
        raise KeyError(f"floors.toml has no measure {name}")
    return before + header + re.sub(r"(?m)^floor = \S+$", f"floor = {value:g}", after, count=1)
