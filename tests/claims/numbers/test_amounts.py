"""Texts in many languages in; the amounts they state, with bounds and units, out."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.numbers.amounts import amounts
from sayso.claims.numbers.dates import dated_places
from sayso.claims.numbers.joining import Amount
from sayso.lang import languages
from sayso.lang.numbers import Numerals, numerals

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "amounts.toml").read_text(encoding="utf-8"))["case"]
COVERED = [how for language in languages() if (how := numerals(language.code))]

WRITTEN = (
    "5 ,000 .5 1,200 - – to and half two hundred million % $ € bn km ( ) دولار مليون 万 三百 억 십 두 명 "
    "тысячи пять двадцать millones mil vierhundert quatre-vingt 2018 ٠٥ ½ İ ß"
)
PIECES = st.sampled_from(WRITTEN.split())
GARBAGE = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=12).map(" ".join) | st.lists(PIECES).map("".join)


def _written(text: str, amount: Amount) -> list[str]:
    ends = ["" if end is None else str(end) for end in (amount.low, amount.high)]
    return [text[amount.start : amount.end], *ends, amount.unit or ""]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}-{case['name']}")
def test_the_amounts_of_a_text_are_found(case: dict[str, Any]) -> None:
    how = numerals(case["language"])
    assert how is not None
    text = case["text"]
    found = amounts(text, how, taken=dated_places(text, case["language"]))
    assert [_written(text, amount) for amount in found] == case["amounts"]


@given(text=GARBAGE, how=st.sampled_from(COVERED))
def test_any_text_gives_amounts_within_it_in_order(text: str, how: Numerals) -> None:
    end = 0
    for amount in amounts(text, how):
        assert 0 <= amount.start < amount.end <= len(text)
        assert amount.number.start >= end
        end = amount.number.end
        if amount.low is not None and amount.high is not None:
            assert amount.low <= amount.high
        assert amount.low is None or amount.low == amount.low + Decimal(0)
