"""Tests of `sayso.lang.identify`: stretches of text to languages."""

import tomllib
from pathlib import Path

import pytest

from sayso.lang import language, languages
from sayso.lang.identify import fits, identify

TABLE = Path(__file__).parents[1] / "cases" / "languages.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:30] or "empty" for case in CASES])
def test_identify(case: dict[str, str]) -> None:
    assert identify(case["text"]) == case["language"]


def test_the_cases_show_every_language() -> None:
    assert {case["language"] for case in CASES} == {spoken.code for spoken in languages()} | {"unknown"}


def test_fits_asks_for_letters_of_the_script() -> None:
    assert fits("Kim", language("de"))
    assert not fits("Kim", language("uk"))
    assert fits("平壤", language("ja"))
    assert not fits("2024", language("en"))
