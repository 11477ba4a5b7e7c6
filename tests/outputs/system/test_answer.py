"""An answer in, the page for people, Markdown and JSON out: counts, rows with sentences, hints, and nothing else."""

import json
from io import StringIO

import pytest

from sayso.codec import encode
from sayso.outputs.exporter import Layout
from sayso.outputs.system import answer as page
from sayso.outputs.system import markdown, text
from sayso.outputs.system.casebook import casebook
from sayso.outputs.system.forms import answer as forms
from sayso.system.assembly import assemble
from sayso.system.questions.answering import answer
from sayso.system.questions.parsing import parse
from sayso.system.questions.records import Answer, Question
from sayso.system.records import Testimony
from sayso.system.reference.claims import testimonies as recorded
from sayso.vocab.actors import open_roster
from tests.outputs.system.told import HOSTILE, reported, said
from tests.system.factories import told

ROSTER = open_roster()


def answered(asked: str, *testimonies: Testimony) -> Answer:
    question = parse(asked, ROSTER)
    assert isinstance(question, Question)
    behind = testimonies or reported()
    return answer(question, assemble(behind), testimonies={each.claim.id: each for each in behind})


def shown(asked: str, *testimonies: Testimony, width: int = 160) -> str:
    stream = StringIO()
    book = casebook(testimonies or reported(), ROSTER, limit=10)
    text.write(page.sheet(answered(asked, *testimonies), book), stream, layout=Layout(width=width))
    return stream.getvalue()


def exported(asked: str, *testimonies: Testimony) -> dict[str, object]:
    book = casebook(testimonies or reported(), ROSTER)
    return json.loads(encode(forms.form(answered(asked, *testimonies), book)))  # type: ignore[no-any-return]


def test_the_head_is_the_question_and_what_the_answer_comes_to() -> None:
    lines = shown("what does North Korea give Russia?").splitlines()
    assert lines[0].startswith("what does North Korea give Russia? ═")
    assert lines[1] == page.headline(answered("what does North Korea give Russia?"))
    assert lines[1].split(" ")[1].startswith("claim")
    assert "read as: what does North Korea give to Russia?" in lines


def test_a_row_has_its_amount_its_sentence_on_whose_word_it_is_and_the_claim() -> None:
    written = shown("how many soldiers did North Korea send to Russia?")
    assert "troops, North Korea → Russia: “soldiers”, 10,000 to 12,000 soldiers · 2024-10" in written
    assert "“North Korea has sent 10,000 to 12,000 soldiers and its workers to Russia, Seoul said.”" in written
    claim = answered("how many soldiers did North Korea send to Russia?").rows[0].claim_ids[0]
    assert claim[:10] in written


def test_where_nothing_answers_it_says_so_and_hints_stand_apart() -> None:
    written = shown("who gives Russia gas?")
    assert "nothing in the ledger says so" in written
    assert "no answer, but near it" in written
    assert "who gives Russia?: " in written
    assert "“" not in written


def test_a_word_for_goods_is_shown_with_what_it_stands_for() -> None:
    written = shown("who gives Russia weapons?")
    assert "“weapons” asks for all that is arms, ammunition, missiles, vehicles" in written


def test_a_person_is_read_as_the_party() -> None:
    assert "is read as Russia" in shown("what does Putin want?")
    assert "is read as" not in shown("what does Russia want?")


def test_shares_and_what_is_computed_are_told_apart() -> None:
    rows = tuple(recorded("PRK"))
    written = shown("on whom does North Korea depend?", *rows)
    assert "North Korea on China: 97% of “recorded merchandise imports” · 2023" in written
    assert "computed: concentration ─" in written
    assert "5,512 to 5,552, of “recorded merchandise exports”" in written
    # The index has no sentence of its own: it refers to those of the shares.
    assert written.index("sentence quoted above") > written.index("computed: concentration")


def test_what_a_text_says_acts_on_no_terminal_and_marks_up_nothing() -> None:
    bad = said(HOSTILE, told("transfer", "giver=PRK", "recipient=RUS", f"good=arms:{HOSTILE}"), number=1)
    assert "\x1b" not in shown("what does North Korea give Russia?", bad)
    stream = StringIO()
    sheet = page.sheet(answered("what does North Korea give Russia?", bad), casebook([bad], ROSTER))
    markdown.write(sheet, stream, layout=Layout())
    assert "<b>" not in stream.getvalue().replace("\\<b\\>", "")
    assert "\x1b" not in stream.getvalue()


def test_machines_get_every_row_and_every_claim_once() -> None:
    form = exported("what does North Korea give Russia?")
    found = answered("what does North Korea give Russia?")
    rows, rests = form["rows"], form["rests_on"]
    assert isinstance(rows, list)
    assert isinstance(rests, dict)
    assert [row["claim_ids"] for row in rows] == [list(row.claim_ids) for row in found.rows]
    evidence = [each["claim_id"] for each in rests["evidence"]]
    assert len(evidence) == len(set(evidence)) == found.claims
    assert all(each["sentence"]["quote"] for each in rests["evidence"])
    question = form["question"]
    assert isinstance(question, dict)
    assert (question["shape"], question["party"], question["other"]) == ("gives", "PRK", "RUS")


@pytest.mark.parametrize(
    "asked",
    [
        "what does North Korea gain from Russia?",
        "what does South Korea fear?",
        "what does North Korea risk?",
        "how will China react to North Korea?",
        "what is disputed between North Korea and Russia?",
        "what is not known about North Korea and Russia?",
        "on whose word does North Korea give Russia arms?",
        "since when has North Korea given Russia arms?",
        "what does China say?",
        "who opposes Russia?",
    ],
)
@pytest.mark.parametrize("width", [40, 80, 200])
def test_pages_of_every_kind_can_be_written(asked: str, width: int) -> None:
    written = shown(asked, width=width)
    assert written.startswith(asked[:20])
    found = answered(asked)
    assert all(any(claim[:10] in written for claim in row.claim_ids) for row in found.rows)
    assert json.loads(encode(forms.form(found, casebook(reported(), ROSTER))))["headline"] == page.headline(found)
