"""Days on an axis."""

import pytest

from sayso.workbench.drawing.timeline import WIDTH, Axis


def test_a_window_lies_between_its_days() -> None:
    axis = Axis(["2020-01-01", "2021-01-01", "2022-01-01"])
    stretch = axis.stretch("2020-01-01", "2021-01-01")
    assert stretch.x == 0
    assert stretch.width == pytest.approx(WIDTH / 2, abs=1)
    assert not stretch.is_open_before
    assert not stretch.is_open_after


def test_an_open_side_runs_to_the_edge_and_is_marked() -> None:
    axis = Axis(["2020-01-01", "2022-01-01"])
    before, after = axis.stretch(None, "2021-01-01"), axis.stretch("2021-01-01", None)
    assert before.x == 0
    assert before.is_open_before
    assert after.x + after.width == WIDTH
    assert after.is_open_after


def test_a_day_is_a_line_that_can_be_seen() -> None:
    axis = Axis(["1990-01-01", "2030-01-01"])
    day = axis.stretch("2000-06-01", "2000-06-02")
    assert day.width >= 2
    last = axis.stretch("2029-12-31", "2030-01-01")
    assert last.x + last.width <= WIDTH + 2


def test_what_lies_outside_the_axis_is_drawn_at_its_edge() -> None:
    axis = Axis(["2020-01-01", "2021-01-01"])
    assert axis.x("1950-01-01") == 0
    assert axis.x("2090-01-01") == WIDTH


def test_marks_are_few_and_in_order() -> None:
    ticks = Axis(["1900-01-01", "2024-06-01"]).ticks()
    assert 2 <= len(ticks) <= 9
    assert [each.x for each in ticks] == sorted(each.x for each in ticks)
    assert ticks[-1].year <= "2024"


def test_the_first_and_the_last_day_of_the_calendar_have_an_axis() -> None:
    axis = Axis(["0001-01-01", "9999-12-31"])
    assert axis.stretch("0001-01-01", "9999-12-31").width == WIDTH
    assert axis.ticks()


def test_no_day_and_one_day_have_an_axis() -> None:
    assert Axis([]).stretch(None, None).width == WIDTH
    assert Axis(["2024-05-05"]).x("2024-05-05") == 0
