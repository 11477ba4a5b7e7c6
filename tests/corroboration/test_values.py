"""Numbers of one matter by origin and date in, how they stand to each other out."""

import random
import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sayso.corroboration.records import Telling
from sayso.corroboration.values import Comparison, Lineup, Value, contradicting, line_up
from sayso.records import Document, Period, Place, Quantity
from tests.factories import amount, claim, document, role, span

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "disagreement.toml").read_text(encoding="utf-8"))["case"]


def telling(kind: str, told: dict[str, Any], place: int) -> Telling:
    report = document(f"Report {place} says that many were hit.", location=f"report{place}.txt")
    quantity = amount(span(report, "many"), told.get("low"), told.get("high"), told.get("unit", "person"))
    quantity = replace(quantity, of=told.get("of", "victim"), approximate=told.get("approximate", False))
    made = claim(report, kind, "hit", role("victim", None))
    event = replace(
        made.event,
        quantities=(quantity,),
        occurred=Period(edtf=told["occurred"], basis="stated", span=None) if "occurred" in told else None,
        place=Place(name=told["place"], country="UKR", span=None) if "place" in told else None,
    )
    made = replace(made, event=event, published=told.get("said"), polarity=told.get("polarity", "affirmed"))
    return Telling(claim=made, publisher=None, location=report.location, statement=None)


def lined_up(kind: str, told: list[dict[str, Any]], *, shuffled: int | None = None) -> Lineup:
    tellings = [telling(kind, each, place) for place, each in enumerate(told)]
    origins = {made.claim.id: each["origin"] for made, each in zip(tellings, told, strict=True) if "origin" in each}
    if shuffled is not None:
        random.Random(shuffled).shuffle(tellings)
    return line_up(tellings, origins)


def written(value: Value) -> str:
    low, high = (f"{side:f}".removesuffix(".0") if side is not None else "*" for side in (value.low, value.high))
    return f"{low}-{high}"


def read(comparison: Comparison) -> str:
    return f"{written(comparison.earlier)} > {written(comparison.later)}: {comparison.relation}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_values_are_compared_where_they_count_the_same(case: dict[str, Any]) -> None:
    lineup = lined_up(case["kind"], case["told"])
    assert [read(each) for series in lineup.series for each in series.comparisons] == case["relations"]
    assert lined_up(case["kind"], case["told"], shuffled=7) == lineup


def test_a_conversion_keeps_what_was_told() -> None:
    (series,) = lined_up("transfer", [{"low": 3, "high": 3, "unit": "tonne", "of": "good"}]).series
    (value,) = series.values
    assert (series.of, series.unit, value.low, value.high) == ("good", "kg", Decimal(3000), Decimal(3000))
    assert [(each.low, each.unit) for each in value.stated] == [(Decimal(3), "tonne")]


def test_claims_of_one_origin_and_date_with_one_number_are_one_value() -> None:
    told = {"origin": "AFP", "said": "2024-03-07", "low": 12, "high": 12}
    (series,) = lined_up("casualty", [told, told, {**told, "origin": "AP"}]).series
    assert [(value.origin, len(value.claim_ids)) for value in series.values] == [("AFP", 2), ("AP", 1)]
    assert [each.relation for each in series.comparisons] == ["same"]


def test_denials_stand_beside_the_values() -> None:
    told = [{"origin": "a", "low": 12, "high": 12}, {"origin": "b", "low": 12, "high": 12, "polarity": "negated"}]
    lineup = lined_up("casualty", told)
    assert [len(series.values) for series in lineup.series] == [1]
    assert len(lineup.denials) == 1
    assert lineup.denials[0] not in lineup.series[0].values[0].claim_ids


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([12], 0), ([12, 12], 0), ([12, 15], 1), ([12, 12, 15], 1), ([12, 12, 15, 15], 2), ([12, 15, 19], 2)],
)
def test_origins_that_contradict_are_counted_as_the_fewest_that_must_be_wrong(
    numbers: list[int], expected: int
) -> None:
    told = [
        {"origin": f"origin {place}", "said": "2024-03-07", "low": number, "high": number}
        for place, number in enumerate(numbers)
    ]
    assert contradicting(lined_up("casualty", told)) == expected


def test_a_text_of_unknown_origin_does_not_contradict_itself() -> None:
    texts = [document(f"Of twelve men three were hit, report {place} says.", location=f"{place}.txt") for place in "ab"]
    numbers = [amount(span(each, word), low, low, "person") for each in texts for word, low in _TWELVE_AND_THREE]
    both = [_saying(texts[0], numbers[:2]), _saying(texts[1], numbers[2:3])]
    other = _saying(texts[1], numbers[3:])
    assert contradicting(line_up(both[:1], {})) == 0
    assert contradicting(line_up(both, {})) == 0
    assert contradicting(line_up([_saying(texts[0], numbers[:1]), other], {})) == 1
    (series,) = line_up(both, {}).series
    assert [each.relation for each in series.comparisons] == ["restated"]


_TWELVE_AND_THREE = (("twelve", "12"), ("three", "3"))


def _saying(of: Document, numbers: list[Quantity]) -> Telling:
    made = claim(of, "casualty", "hit", role("victim", None))
    made = replace(made, event=replace(made.event, quantities=tuple(numbers)))
    return Telling(claim=made, publisher=None, location=of.location, statement=None)


def test_a_disagreement_is_a_contradiction_and_nothing_else() -> None:
    told = [
        {"origin": "a", "said": "2024-03-07", "low": 12, "high": 12},
        {"origin": "b", "said": "2024-03-07", "low": 15, "high": 15},
        {"origin": "a", "said": "2024-03-08", "low": 20, "high": 20},
    ]
    (series,) = lined_up("casualty", told).series
    assert [read(each) for each in series.disagreements] == ["12-12 > 15-15: contradiction"]


def test_odd_and_many_values_are_no_error() -> None:
    odd: list[dict[str, Any]] = [
        {"low": "1E+9999", "high": "1E+9999", "unit": "tonne"},
        {"low": "-5", "high": "-1", "unit": "celsius"},
        {"low": 20, "high": 10},
        {"low": 0, "high": 0, "said": "not a date", "occurred": "once upon a time"},
    ]
    many: list[dict[str, Any]] = [
        {"origin": f"o{place}", "said": "2024-03-07", "low": place, "high": place} for place in range(1000)
    ]
    lineup = lined_up("casualty", odd + many)
    toll = next(series for series in lineup.series if series.unit == "person")
    assert len(toll.values) == 1002
    assert toll.uncompared == 702
    assert line_up([], {}) == Lineup(series=(), denials=())
