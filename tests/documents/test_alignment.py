"""Tests of `sayso.documents.alignment`: random edits, carried there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.alignment import Edit, compose, identity, rewrite, to_cleaned, to_source
from sayso.records import Alignment

Case = tuple[str, list[Edit]]


@st.composite
def edited(draw: st.DrawFn, text: str | None = None) -> Case:
    source = draw(st.text("abcdefgh ", max_size=30)) if text is None else text
    edits: list[Edit] = []
    position = 0
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(position, len(source)))
        end = draw(st.integers(start, len(source)))
        edits.append(Edit(start=start, end=end, text=draw(st.text("XYZ", max_size=4))))
        position = end
    return source, edits


@st.composite
def edited_twice(draw: st.DrawFn) -> tuple[str, str, Alignment]:
    source, edits = draw(edited())
    middle, earlier = rewrite(source, edits)
    _, more = draw(edited(middle))
    cleaned, later = rewrite(middle, more)
    return source, cleaned, compose(later, earlier)


def check(alignment: Alignment, cleaned: str, source: str) -> None:
    """Runs cover the cleaned text without gap, and go forward in the source without overlap."""
    position = source_position = 0
    for run in alignment.runs:
        assert run.start == position < run.end
        assert source_position <= run.source_start <= run.source_end <= len(source)
        position, source_position = run.end, run.source_end
    assert position == len(cleaned)


@given(edited())
def test_kept_characters_lead_to_themselves(case: Case) -> None:
    source, edits = case
    cleaned, alignment = rewrite(source, edits)
    check(alignment, cleaned, source)
    for place, character in enumerate(cleaned):
        start, end = to_source(alignment, place, place + 1)
        if character not in "XYZ":
            assert source[start:end] == character
            assert to_cleaned(alignment, start, end) == (place, place + 1)


@given(edited_twice())
def test_composed_alignments_lead_through_both(case: tuple[str, str, Alignment]) -> None:
    source, cleaned, alignment = case
    check(alignment, cleaned, source)
    for place, character in enumerate(cleaned):
        start, end = to_source(alignment, place, place + 1)
        assert 0 <= start <= end <= len(source)
        if end - start == 1 and character not in "XYZ":
            assert source[start] == character


@given(edited_twice(), st.integers(0, 40), st.integers(0, 40))
def test_going_there_and_back_never_loses_text(case: tuple[str, str, Alignment], first: int, second: int) -> None:
    source, cleaned, alignment = case
    start, end = sorted((min(first, len(cleaned)), min(second, len(cleaned))))
    source_start, source_end = to_source(alignment, start, end)
    assert 0 <= source_start <= source_end <= len(source)
    if source_start < source_end:
        back_start, back_end = to_cleaned(alignment, source_start, source_end)
        trimmed = _without_insertions(alignment, start, end)
        assert back_start <= trimmed[0]
        assert trimmed[1] <= back_end


def _without_insertions(alignment: Alignment, start: int, end: int) -> tuple[int, int]:
    """The stretch without inserted text at its edges, for which there is no source to go back to."""
    inside = [
        run for run in alignment.runs if run.source_start < run.source_end and run.start < end and start < run.end
    ]
    return (max(start, inside[0].start), min(end, inside[-1].end)) if inside else (end, start)


def test_removed_text_leads_to_an_empty_stretch() -> None:
    _, alignment = rewrite("one two", [Edit(start=3, end=7, text="")])
    assert to_cleaned(alignment, 4, 7) == (3, 3)
    assert to_cleaned(alignment, 0, 7) == (0, 3)


def test_a_replaced_stretch_is_taken_whole() -> None:
    cleaned, alignment = rewrite("a &amp; b", [Edit(start=2, end=7, text="&")])
    assert cleaned == "a & b"
    assert to_source(alignment, 2, 3) == (2, 7)
    assert to_cleaned(alignment, 3, 4) == (2, 3)


def test_identity_and_empty_text() -> None:
    assert to_source(identity("abc"), 1, 2) == (1, 2)
    assert to_source(identity(""), 0, 0) == (0, 0) == to_cleaned(identity(""), 0, 0)


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        rewrite("abc", [Edit(start=0, end=2, text=""), Edit(start=1, end=3, text="")])
