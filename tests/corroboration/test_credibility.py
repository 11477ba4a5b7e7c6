"""Numbers of origins and of those against them in, the credibility number and its rule out."""

import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from sayso.corroboration import credibility as module
from sayso.corroboration.credibility import Credibility, credibility
from sayso.corroboration.records import Corroboration, Origin

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "credibility.toml").read_text(encoding="utf-8"))["case"]


def corroborated(certain: int, possible: int, *, deniers: int = 0, unsure: int = 0) -> Corroboration:
    return Corroboration(
        matter_id="matter",
        origins=(),
        deniers=tuple(
            Origin(kind="source", actor=None, name=f"denier {place}", voices=(), is_certain=place >= unsure)
            for place in range(deniers)
        ),
        certain=certain,
        possible=possible,
        dependencies=(),
    )


def judged(certain: int, possible: int, *, deniers: int = 0, contradictions: int = 0, sure: bool = True) -> Credibility:
    told = ["certain" if sure else "possible"]
    return credibility(corroborated(certain, possible, deniers=deniers), told, contradictions=contradictions)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_the_first_rule_that_applies_gives_the_number(case: dict[str, Any]) -> None:
    matter = corroborated(
        case["certain"], case["possible"], deniers=case.get("deniers", 0), unsure=case.get("unsure", 0)
    )
    found = credibility(matter, case["told"], contradictions=case.get("contradictions", 0))
    assert (found.matter_id, found.number) == ("matter", case["number"])


def test_every_rule_is_in_the_table_of_the_module_and_none_besides() -> None:
    found = {
        judged(certain, possible, deniers=deniers, sure=sure)
        for certain, possible, deniers, sure in product(range(4), range(5), range(6), (True, False))
    }
    rows = [line.strip("| ").split(" | ") for line in (module.__doc__ or "").splitlines() if line.startswith("| ")]
    assert {(str(each.number), each.word, each.rule) for each in found} == {tuple(row) for row in rows[1:]}


def test_more_origins_never_make_it_less_credible_nor_more_denials_more() -> None:
    """6 lies off the scale, as nothing is known there."""
    for certain, more, deniers, contradictions, sure in product(range(4), range(4), range(5), range(3), (True, False)):
        here = judged(certain, certain + more, deniers=deniers, contradictions=contradictions, sure=sure).number
        better = judged(certain + 1, certain + more + 1, deniers=deniers, contradictions=contradictions, sure=sure)
        worse = judged(certain, certain + more, deniers=deniers + 1, contradictions=contradictions, sure=sure)
        assert here == 6 or better.number <= here
        assert here == 6 or worse.number >= here


def test_copies_never_confirm() -> None:
    """However many repeat one origin, with `certain` at one it is not confirmed."""
    assert all(judged(1, possible).number > 1 for possible in range(1, 50))
