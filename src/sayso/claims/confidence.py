"""The signs of a draft in, the reader's own confidence in the claim out, and the weight of each sign."""

import tomllib
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path

_WEIGHTS = Path(__file__).parents[1] / "vocab" / "confidence.toml"

LEAST = 0.3
"""Confidence below which a draft is no claim. Chosen with the weights by `training/confidence.py`, on documents left
out in turn; between .26 and .36 the F1 of claims found changed by less than .01 (2026-11-22)."""


def confidence(signs: Mapping[str, float]) -> float:
    """How often claims with these signs are right, 0 to 1: the logistic function of the sum of their weights.

    Signs without a weight count nothing. The weights are fitted to annotated reports; see the table in the docs.
    """
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> Mapping[str, float]:
    data = tomllib.loads(_WEIGHTS.read_text(encoding="utf-8"))
    weights: Mapping[str, float] = data["weights"]
    return weights
