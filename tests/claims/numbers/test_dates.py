"""Texts and trees in; the dates they state, reckoned from the date of publication, out."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.numbers.dates import dates, find_dates
from sayso.claims.trees import grow
from sayso.lang import languages
from sayso.lang.dates import calendar
from tests.factories import document, reading, sentence

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "dates.toml").read_text(encoding="utf-8"))["case"]
COVERED = [language.code for language in languages() if calendar(language.code)]
PUBLISHED = "2024-05-16"

WRITTEN = (
    "week weekend century 5 31 May, 2018 9999 0 to - since in the last next three years ago Monday yesterday Q3 half "
    "1990s 月 日 年 年前 월 일 5월 년 мая года назад de mai siècle XIX Uhr مايو عام yıl önce q9 ½ İ"
)
PIECES = st.sampled_from(WRITTEN.split())
GARBAGE = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=10).map(" ".join) | st.lists(PIECES).map("".join)

SAID = """
Talks PROPN 1 nsubj
stopped VERB -1 root
Monday PROPN 1 obl
. PUNCT 1 punct
"""
WILL = """
Talks PROPN 2 nsubj
will AUX 2 aux
stop VERB -1 root
Monday PROPN 2 obl
. PUNCT 2 punct
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}-{case['name']}")
def test_the_dates_of_a_text_are_found(case: dict[str, Any]) -> None:
    text = case["text"]
    found = dates(text, case["language"], published=case.get("published", PUBLISHED) or None)
    assert [[text[one.start : one.end], one.edtf or "", one.basis] for one in found] == case["dates"]


@pytest.mark.parametrize(("rows", "edtf"), [(SAID, "2024-05-13"), (WILL, "2024-05-20")])
def test_a_weekday_is_the_last_one_unless_the_verb_speaks_of_what_is_to_come(rows: str, edtf: str) -> None:
    text = " ".join(line.split()[0] for line in rows.strip().splitlines())
    report = replace(document(text), published=PUBLISHED)
    (found,) = find_dates(grow(reading(report, sentence(report, rows))), report)
    assert found.period.edtf == edtf
    assert found.period.span is not None
    assert found.period.span.quote == "Monday"


@given(
    text=GARBAGE,
    code=st.sampled_from(COVERED),
    published=st.sampled_from([None, "2018", "2018-13", "0001-01-01", "9999-12-31", "x", "2018-09-30T10:00"]),
)
def test_any_text_gives_dates_within_it_in_order(text: str, code: str, published: str | None) -> None:
    end = 0
    for one in dates(text, code, published=published):
        assert end <= one.end <= len(text)
        assert 0 <= one.start < one.end
        assert one.edtf is None or one.edtf.strip("./")
        end = one.end
