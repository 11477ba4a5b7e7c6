"""Tables of meanings with their forms in; a pattern and a look-up that agree out."""

import re

import pytest

from sayso.lang.forms import forms, lower, narrow

TABLE = forms({"1": "one uno_solo", "day": "ден~", "week": "недел~"}, endings="(?:я|ю|ь)?")


@pytest.mark.parametrize(
    ("form", "meaning"),
    [("one", "1"), ("uno solo", "1"), ("uno-solo", "1"), ("неделя", "week"), ("недельный", None), ("on", None)],
)
def test_a_form_means_what_its_table_says(form: str, meaning: str | None) -> None:
    assert TABLE.meaning(form) == meaning
    assert bool(re.fullmatch(TABLE.pattern, form)) == (meaning is not None)


def test_the_longest_form_matches_first() -> None:
    table = forms({"1": "mil", "2": "mil_millones"})
    match = re.match(table.pattern, "mil millones de euros")
    assert match is not None
    assert match[0] == "mil millones"


@pytest.mark.parametrize("text", ["İstanbul", "STRASSE ß", "２，０００％", "a\u00a0b\u202fc", ""])
def test_no_character_is_lost_or_gained(text: str) -> None:
    assert len(lower(text)) == len(text) == len(narrow(text))
