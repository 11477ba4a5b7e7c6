"""The words of a claim in a row."""

from dataclasses import replace

from sayso.system.quotations import LONGEST, quotation
from tests.factories import claim, document, role, span
from tests.system.factories import told

TEXT = "On the other hand, sanctions have \n  harmed the economy of North Korea, experts said. So it goes."


def test_the_shortest_stretch_holds_trigger_and_roles() -> None:
    of = document(TEXT)
    made = claim(
        of,
        "affect",
        "harmed",
        role("cause", None, span(of, "sanctions")),
        role("affected", "PRK", span(of, "the economy")),
    )
    assert quotation(made) == "sanctions have harmed the economy"


def test_what_stands_far_off_is_left_out_before_what_tells_most() -> None:
    of = document(f"Russia, {'as everybody knows, ' * 9}has sent oil.")
    made = claim(of, "transfer", "sent", role("giver", "RUS", span(of, "Russia")), role("good", None, span(of, "oil")))
    assert quotation(made) == "sent oil"


def test_what_is_too_long_alone_is_cut_between_words() -> None:
    of = document(f"China opposes {'very ' * 60}much.")
    made = claim(of, "oppose", "opposes", role("matter", None, of.span(14, len(of.text))))
    found = quotation(made)
    assert found.endswith("very…")
    assert len(found) <= LONGEST + 1


def test_a_script_without_spaces_is_cut_too() -> None:
    of = document("中" * 400)
    assert len(quotation(claim(of, "meet", "中" * 300))) == LONGEST + 1


def test_what_stands_in_another_sentence_is_quoted_alone_where_it_tells_most() -> None:
    of = document("The deal is dead. China opposes it.")
    made = claim(of, "oppose", "opposes", role("matter", None, span(of, "The deal")), evidence="China opposes it.")
    assert quotation(made) == "The deal"


def test_a_span_that_is_not_of_the_evidence_is_no_part_of_the_stretch() -> None:
    of, other = document("China opposes it."), document("Russia and China")
    made = claim(of, "oppose", "opposes", role("actor", "CHN", span(other, "China")))
    assert quotation(made) == "opposes"
    assert quotation(replace(made, event=replace(made.event, roles=()))) == "opposes"


def test_words_are_those_of_the_text() -> None:
    made = told("oppose", "actor=CHN", "matter=:nuclear technology for Pyongyang").claim
    assert quotation(made) in made.event.roles[1].span.quote  # type: ignore[union-attr]
