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
from sayso.outputs.system.casebook import casebook
from sayso.outputs.system.forms import whatif as forms
from sayso.system.influence.edges import edges
from sayso.system.scenarios.answers import what_if
from sayso.system.scenarios.language import parse_changes
from sayso.system.scenarios.meaning import meanings
from sayso.system.scenarios.records import Answer
from sayso.system.scenarios.sampled import sample
from sayso.vocab.actors import open_roster
from tests.outputs.system.told import book, model, reported, said
from tests.system.factories import told

KNOWN = "fix PRK trade = 2.77 bn USD/year; fix CHN share of PRK trade = 98.3%; fix RUS->PRK trade = 34.4 m USD/year; "
QUESTION = KNOWN + "add 0.64..2.06 bn USD/year RUS->PRK money; test CHN share of PRK trade > 90%"

WISH = said(
    "Pyongyang wants crude oil.",
    told("transfer", "recipient=PRK", "good=oil:crude oil", modality="wanted", holder="PRK"),
    number=14,
)
HELP = said("The North harms Seoul.", told("affect", "cause=PRK", "affected=KOR", "effect=harm:harms"), number=15)

STARTS = [["fix"], ["add"], ["test"]]


def answer(changes: str = QUESTION) -> Answer:
    return what_if(model(), parse_changes(changes))


def beside(changes: str, *, draws: int | None = None) -> page.Beside:
    """What each change would mean by what is told, and draws if asked for."""
    parties = model().parties
    return page.Beside(
        parties=parties,
        meanings=meanings(answer(changes), edges((*reported(), WISH, HELP)), parties=parties),
        samples=sample(model(), parse_changes(changes), seed=1, draws=draws) if draws else None,
    )


def shown(changes: str = QUESTION, *, width: int = 120, draws: int | None = None) -> str:
    stream = StringIO()
    cases = casebook((*reported(), WISH, HELP), open_roster(), limit=10)
    found = page.sheet(answer(changes), cases, beside=beside(changes, draws=draws))
    text.write(found, stream, layout=Layout(width=width))
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
    stated = (line.strip().split(": applies")[0] for line in written.splitlines() if line.split()[:1] in STARTS)
    assert list(dict.fromkeys(stated)) == changes


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
        *("assumptions", "balances", "meanings", "drawn"),
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


def test_whether_there_is_enough_stands_as_a_table_with_what_would_decide() -> None:
    found = lines(shown("fix PRK need of oil = 4 barrel/year; cut RUS->PRK oil", width=200))
    start = found.index("Oil for North Korea, barrels, in a year")
    assert found[start + 1 : start + 6] == [
        "before after",
        "needed 4 4",
        "from Russia not known nothing",
        "missing at most 4 4",
        "of what is told depends on the offer of Russia short whatever the unknowns",
    ]
    assert "“Russia delivers crude oil.”" in found
    assert any("taken for granted: nobody delivers but those of whom claims or changes tell" in each for each in found)


def test_an_unknown_need_is_named_as_what_would_have_to_be_known() -> None:
    assert "to be known: the need · short with any over nothing" in shown("cut RUS->PRK oil", width=200)
    stocked = shown("fix PRK need of oil = 4 barrel/year; fix PRK stock of oil = up to 1 barrel", width=200)
    assert "to be known: the offer of Russia · enough with at least 4" in stocked


def test_assumptions_are_shown() -> None:
    assert "taken for granted: what is added counts as trade, and none of it is in PRK trade already" in shown(
        width=200
    )


def test_what_a_change_would_mean_is_told_by_signs_with_each_step_quoted() -> None:
    written = shown("cut RUS->PRK oil", width=200)
    section = written[written.index("What it would mean, by signs alone") :]
    assert "North Korea: less, it fares worse\n" in section
    assert "less of North Korea's oil → North Korea fares worse" in section
    assert "“Pyongyang wants crude oil.”" in section
    farther = section[section.index("farther, if whoever fares better does more of what it does") :]
    assert "South Korea: more, it fares better" in farther
    assert "North Korea fares worse → South Korea fares better" in farther
    assert "“The North harms Seoul.”" in farther


def test_an_addition_has_the_other_sign_and_what_leads_nowhere_says_so() -> None:
    assert "North Korea: more, it fares better\n" in shown("add 1 barrel/year CHN->PRK oil", width=200)
    assert "no claim leads from it to anybody's gain or harm" in shown("cut RUS->PRK food")
    assert "by signs alone" not in shown("test CHN share of PRK trade > 90%")


def test_draws_stand_under_the_assumption_they_rest_on() -> None:
    written = shown(draws=1000, width=400)
    section = written[written.index("If every number in a range were as likely as any other") :]
    assert "Assumes that every number within a stated range is as likely as any other" in section
    assert "1000 draws, seed 1" in section
    assert "China's share of North Korea's trade  " in section
    assert "If every number in a range" not in shown()


def test_markdown_and_json_have_all_of_it() -> None:
    changes = "fix PRK need of oil = 4 barrel/year; cut RUS->PRK oil"
    stream = StringIO()
    markdown.write(page.sheet(answer(changes), book(), beside=beside(changes, draws=10)), stream, layout=Layout())
    written = stream.getvalue()
    assert "## Is there enough?" in written
    assert "## What it would mean, by signs alone" in written
    assert "| of what is told | depends on the offer of Russia | short whatever the unknowns |" in written
    found = json.loads(encode(forms.form(answer(changes), book(), beside=beside(changes, draws=10))))
    (balance,) = found["balances"]
    assert (balance["party"], balance["good"], balance["unit"]) == ("PRK", "oil", "barrel")
    assert balance["after"]["missing"] == {"low": 4, "high": 4, "approximate": False}
    (meant,) = found["meanings"]
    assert [(each["stake"], each["becomes"], each["is_beyond"]) for each in meant["consequences"]] == [
        ("PRK", "less", False),
        ("KOR", "more", True),
    ]
    assert meant["consequences"][1]["paths"][0][0]["claim_ids"] == [WISH.claim.id]
    assert found["drawn"] == []
