"""The answer to a what-if in, its page and its JSON out.

The numbers are those of issue 5, section 3: recorded trade of North Korea in 2023 by KOTRA, 2.77 bn USD, of it 98.3 %
with China and 34.4 m with Russia; arms of 1.7 to 5.5 bn USD over 32 months are 0.64 to 2.06 bn a year.
"""

import json
from io import StringIO

from sayso.codec import encode
from sayso.outputs.exporter import Layout
from sayso.outputs.system import markdown, text
from sayso.outputs.system import whatif as page
from sayso.outputs.system.forms import whatif as forms
from sayso.system.scenarios.answers import what_if
from sayso.system.scenarios.language import parse_changes
from sayso.system.scenarios.records import Answer
from tests.outputs.system.told import book, model

KNOWN = "fix PRK trade = 2.77 bn USD/year; fix CHN share of PRK trade = 98.3%; fix RUS->PRK trade = 34.4 m USD/year; "
QUESTION = KNOWN + "add 0.64..2.06 bn USD/year RUS->PRK money; test CHN share of PRK trade > 90%"

STARTS = [["fix"], ["add"], ["test"]]


def answer(changes: str = QUESTION) -> Answer:
    return what_if(model(), parse_changes(changes))


def shown(changes: str = QUESTION, *, width: int = 120) -> str:
    stream = StringIO()
    text.write(page.sheet(answer(changes), book()), stream, layout=Layout(width=width))
    return stream.getvalue()


def lines(written: str) -> list[str]:
    return [" ".join(line.split()) for line in written.splitlines()]


def test_bounds_before_and_after_stand_side_by_side() -> None:
    found = lines(shown())
    assert "before after" in found
    assert "North Korea's trade 2.77 bn USD/year 3.41 to 4.83 bn USD/year" in found
    assert "China's share of North Korea's trade 98.3% 56.37 to 79.86%" in found
    assert "Russia's share of North Korea's trade 1.242% 19.77 to 43.37%" in found


def test_what_is_asked_about_stands_before_what_follows_for_others() -> None:
    written = shown()
    assert written.index("China's share of North Korea's trade") < written.index(
        "Russia's share of North Korea's trade"
    )


def test_a_statement_has_its_verdicts_and_break_even() -> None:
    written = shown(width=200)
    assert "China's share of North Korea's trade > 90%\n  before: surely holds; after: surely fails\n" in written
    assert "break-even: holds as long as flows between PRK and others than CHN stay under 255.5 m USD/year" in written


def test_a_claim_that_makes_a_statement_is_quoted() -> None:
    written = shown("add 1 bn USD/year RUS->PRK money", width=200)
    assert "China is more than 90 % of its trade." in written
    assert "to be known: " in written


def test_what_it_rests_on_says_what_was_given() -> None:
    written = shown(width=200)
    assert "North Korea's trade: 2.77 bn USD/year · given by you" in written
    changes = QUESTION.split("; ")
    assert [line.split(": applies")[0] for line in written.splitlines() if line.split()[:1] in STARTS] == changes


def test_a_change_that_no_claim_tells_of_says_so() -> None:
    assert "cut JPN->PRK gas: no claim tells of this" in shown("cut JPN->PRK gas")
    assert "cut RUS->PRK oil: applies to 1 flow, " in shown("cut RUS->PRK oil")


def test_markdown_has_the_same() -> None:
    stream = StringIO()
    markdown.write(page.sheet(answer(), book(), as_of="2024-11"), stream, layout=Layout())
    written = stream.getvalue()
    assert written.startswith("# What if\n\n- as of 2024-11: texts published later are left out\n")
    assert "| China's share of North Korea's trade | 98.3% | 56.37 to 79.86% |" in written
    assert "### China's share of North Korea's trade \\> 90%" in written


def test_json_has_everything_with_numbers() -> None:
    found = json.loads(encode(forms.form(answer(), book())))
    assert list(found) == [
        *("changes", "as_of", "rests_on", "outcomes", "findings", "premises", "touched", "notes"),
    ]
    assert found["changes"][0] == "fix PRK trade = 2.77 bn USD/year"
    (asked,) = [each for each in found["findings"] if each["statement"] == "CHN share of PRK trade > 90%"]
    assert (asked["before"], asked["after"]) == ("holds", "fails")
    (even,) = asked["break_evens"]
    assert round(even["amount"]["high"] / 1e9, 3) == 0.255
    after = {each["subject"]: each["after"] for each in found["outcomes"]}["RUS share of PRK trade"]
    assert (round(after["low"], 3), round(after["high"], 3)) == (0.198, 0.434)
    known = {each["claim_id"] for each in found["rests_on"]["evidence"]}
    assert {claim_id for each in found["premises"] for claim_id in each["claim_ids"]} <= known
