"""The signs of a draft in, the reader's own confidence in the claim out, and the weight of each sign."""

import tomllib
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from sayso.claims.signs import HEAD

_WEIGHTS = Path(__file__).parents[1] / "vocab"


def confidence(signs: Mapping[str, float]) -> float:
    """How often claims with these signs are right, 0 to 1: the logistic function of the sum of their weights.

    Signs without a weight count nothing. The weights are fitted to annotated reports; see the table in the docs. Those
    of what entries read and those of what the reader proposes are fitted apart.
    """
    weights: Mapping[str, float] = _data(HEAD in signs)["weights"]
    total = sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def least(signs: Mapping[str, float]) -> float:
    """Confidence below which a draft is no claim; fitted with the weights, by the F1 of claims found on texts left out.

    From .06 below to .06 above it the F1 changed by less than .01 (2026-11-22).
    """
    return float(_data(HEAD in signs)["least"])


@cache
def _data(is_proposed: bool) -> Mapping[str, Any]:
    name = "proposals" if is_proposed else "confidence"
    return tomllib.loads((_WEIGHTS / f"{name}.toml").read_text(encoding="utf-8"))
