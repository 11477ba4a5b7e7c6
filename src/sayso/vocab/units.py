"""The table of units in, one `Unit` record per unit out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import SettingsError

_FILE = Path(__file__).with_name("units.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a number may measure: `id` is a singular noun, or the ISO 4217 code of a currency."""

    id: str
    kind: str
    """What it measures: `currency`, `share`, `duration`, `length`, `mass`, ..."""
    signs: tuple[str, ...] = ()
    """How it is written beside a number in every language."""
    days: Decimal | None = None
    """Length of a duration, in days of 24 hours; a month counts 30, a year 365."""
    holds: Mapping[str, int] = field(default_factory=dict)
    """Smaller units that are named after it, "two years and three months", and how many of them it has."""
    years: int = 1
    """Years in it, for a duration named for its years."""


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its id; raises `SettingsError` when the table is wrong.

    >>> units()["KRW"].kind, units()["percent"].kind
    ('currency', 'share')
    """
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {id_: _unit(id_, fields) for id_, fields in data.items()}


def _unit(id_: str, fields: dict[str, Any]) -> Unit:
    if "days" in fields:
        fields["days"] = Decimal(fields["days"])
    try:
        return Unit(id=id_, **{**fields, "signs": tuple(fields.get("signs", ()))})
    except TypeError as error:
        raise SettingsError(f"{_FILE.name}: the unit {id_!r} is wrong: {error}") from error
