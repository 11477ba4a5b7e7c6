"""The label sets of the heads, in the order of their scores, read from the weights folder they are shipped in."""

import json
from pathlib import Path

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "sayso" / "reading" / "weights"

_STORED = json.loads((WEIGHTS / "labels.json").read_text(encoding="utf-8"))

UPOS: list[str] = _STORED["upos"]
RELATIONS: list[str] = _STORED["relations"]
NAMES: list[str] = _STORED["names"]
ROLES: list[str] = _STORED["roles"]
STYLES: dict[str, int] = _STORED["styles"]
