"""The account of a matter in, its page out."""

import io
from dataclasses import replace
from pathlib import Path

from sayso.ledger import Credibility, Override, Rating
from sayso.outputs.exporter import Layout
from sayso.outputs.matters import page
from sayso.outputs.matters.assessed import NOTHING_ASSESSED, Assessed
from tests.outputs.matters.told import ECHOED, hinted_account, told_account

GOLDEN = Path(__file__).parents[2] / "golden" / "matter.txt"

RATING = Rating(
    id="r", actor="USA", name=None, letter="B", reviewer="ana", at="2024-11-01T09:00:00Z", reason="right so far"
)
NUMBER = Credibility(
    id="c", claim_ids=("2" * 16,), digit=4, reviewer="ben", at="2024-11-02T09:00:00Z", note="the price is made up"
)
JUDGED = Assessed(ratings=(RATING,), overrides=(Override(credibility=NUMBER, claim_ids=("2" * 16,)),))


def written(judged: Assessed = NOTHING_ASSESSED, *, width: int = 80, color: bool = False) -> str:
    stream = io.StringIO()
    page.write(told_account(), stream, layout=Layout(width=width, color=color), judged=judged)
    return stream.getvalue()


def test_a_page_says_who_stands_behind_a_matter_who_denies_it_and_how_it_was_retold() -> None:
    assert written() == GOLDEN.read_text(encoding="utf-8")


def test_a_page_sets_what_may_say_it_apart() -> None:
    stream = io.StringIO()
    page.write(hinted_account(), stream, layout=Layout())
    before, after = stream.getvalue().split("what may say it too")
    assert "hint eeee" in after
    assert ECHOED in after
    assert ECHOED not in before
    assert "echo" not in before
    assert "what may say it too" not in written()


def test_a_publisher_as_long_as_a_page_does_not_bury_the_page() -> None:
    account = told_account()
    voices = tuple(replace(each, publisher="L\x1b[2J" * 4_000) for each in account.voices)
    stream = io.StringIO()
    page.write(replace(account, voices=voices), stream, layout=Layout(width=80))
    assert len(stream.getvalue()) < 2 * len(written())
    assert "\x1b" not in stream.getvalue()


def test_no_line_is_wider_than_the_page_and_nothing_is_cut() -> None:
    for width in (60, 80, 120):
        lines = written(width=width).splitlines()
        assert max(len(line) for line in lines) <= width
    assert "…" not in written()


def test_the_letter_of_a_state_stands_before_its_body_with_who_gave_it_and_why() -> None:
    shown = written(JUDGED)
    assert "  B the White House (USA/president)\n    B by ana, 2024-11-01T09:00:00Z: right so far\n" in shown
    assert "  F the Kremlin (RUS)\n" in shown


def test_the_number_of_an_analyst_stands_beside_the_computed_one() -> None:
    shown = written(JUDGED)
    assert "credibility  2 probably true: two or more" in shown
    assert "analyst      4, ben, 2024-11-02T09:00:00Z: the price is made up\n" in shown


def test_a_number_given_to_another_matter_is_not_shown() -> None:
    elsewhere = replace(JUDGED, overrides=(Override(credibility=NUMBER, claim_ids=("9" * 16,)),))
    assert "analyst" not in written(elsewhere)


def test_colours_are_there_only_when_asked_for() -> None:
    assert "\x1b[" in written(color=True)
    assert "\x1b[" not in written()
