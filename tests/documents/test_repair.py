"""Tests of `sayso.documents.repair` with all its steps: damaged text to repaired text, and the way back."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents.alignment import to_cleaned, to_source
from sayso.documents.repair import repair

TABLE = Path(__file__).parents[1] / "cases" / "repairs.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
ODD = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "\r\n",
        "\u00ad",
        "\u200b",
        "\u200c",
        "\xa0",
        "&amp;",
        "&lt;",
        "**",
        "_",
        "[a](http://b)",
    ]
)
PROSE = st.sampled_from(
    [
        "word",
        "Kyiv",
        "technologywhich",
        "talks",
        "long-",
        "TimesNorth",
        "don",
        "'",
        "t",
        ".",
        "Ð",
        "â€™",
        "北京",
        "서울",
    ]
)


@pytest.mark.parametrize("case", CASES, ids=[case["phenomenon"] for case in CASES])
def test_repairs(case: dict[str, str]) -> None:
    repaired, _ = repair(case["text"])
    assert repaired == (case["text"] if case.get("kept") else case["repaired"])


@pytest.mark.parametrize("case", CASES, ids=[case["phenomenon"] for case in CASES])
def test_a_repaired_text_needs_no_more_repair(case: dict[str, str]) -> None:
    repaired, _ = repair(case["text"])
    assert repair(repaired)[0] == repaired


@given(st.lists(PROSE | ODD, max_size=25).map("".join) | st.text(max_size=60))
@settings(deadline=None)
def test_every_letter_leads_back_to_the_text_as_loaded(text: str) -> None:
    repaired, alignment = repair(text)
    position = 0
    for run in alignment.runs:
        assert run.start == position < run.end
        position = run.end
        if run.end - run.start == run.source_end - run.source_start > 1 and text.isascii():
            kept, source = repaired[run.start : run.end], text[run.source_start : run.source_end]
            assert "".join(kept.split()) == "".join(source.split())
    assert position == len(repaired)


def test_offsets_survive_repair() -> None:
    text = "Aid &amp; trade.\r\n\r\nThe  min\u00adister spoke of technologywhich nobody has."
    repaired, alignment = repair(text)
    for word, source in (
        ("minister", "min\u00adister"),
        ("which", "which"),
        ("&", "&amp;"),
        ("nobody has", "nobody has"),
    ):
        start = repaired.index(word)
        source_start, source_end = to_source(alignment, start, start + len(word))
        assert text[source_start:source_end] == source
        assert to_cleaned(alignment, source_start, source_end) == (start, start + len(word))


def test_empty_text() -> None:
    assert repair("")[0] == ""
    assert repair(" \n\t ")[0] == ""
