"""One claim in, its page with every span marked out."""

import io
import re
from dataclasses import replace

from sayso.ledger import Standing
from sayso.outputs.claims import write_passage
from sayso.outputs.claims.marking import marked_passage
from sayso.outputs.exporter import Layout
from sayso.records import Claim, Document, Judgement, Passage
from tests.factories import arms_claim, arms_report, attributed, claim, document, role, span

NOT_JUDGED = Standing(judgements=(), lapsed=())


def page(of: Document, shown: Claim, standing: Standing = NOT_JUDGED, *, color: bool = False) -> str:
    stream = io.StringIO()
    write_passage(shown, stream, document=of, standing=standing, layout=Layout(color=color))
    return stream.getvalue()


def paragraphs(text: str) -> Document:
    """A document with a passage for what stands between blank lines."""
    found = re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)
    passages = tuple(
        Passage(start=each.start(), end=each.end(), kind="body", language="en", garbled=0.0) for each in found
    )
    return replace(document(text), passages=passages)


def test_every_span_is_marked_in_its_paragraph() -> None:
    of = paragraphs(f"Another paragraph.\n\n{arms_report().text}\n\nA last one.")
    assert marked_passage(of, arms_claim_of(of)).plain == (
        "The trade has grown. [source The New York Times] [cue said] [giver North Korea] may have earned "
        "[quantity up to $5.5 billion] from [good arms] [trigger sales] to [recipient Russia] [when since 2022]. "
        "Moscow denies it."
    )


def arms_claim_of(of: Document) -> Claim:
    """The claim about arms, found in a document of more paragraphs."""
    within = arms_claim(arms_report())
    sale = claim(
        of,
        "transfer",
        "sales",
        *(role(each.role, each.actor, span(of, each.span.quote)) for each in within.event.roles if each.span),
        evidence=within.provenance.evidence.quote,
    )
    quantities = tuple(replace(each, span=span(of, each.span.quote)) for each in within.event.quantities)
    occurred = within.event.occurred
    assert occurred is not None
    when = replace(occurred, span=span(of, "since 2022"))
    event = replace(sale.event, quantities=quantities, occurred=when)
    told = attributed(sale, span(of, "The New York Times"), actor="org/nyt", cue=span(of, "said"))
    return replace(told, event=event)


def test_marks_nest_and_one_that_crosses_another_is_cut_in_two() -> None:
    of = document("Iran and Oman met.")
    nested = claim(
        of, "meet", "met", role("actor", "IRN", span(of, "Iran and Oman")), role("partner", "OMN", span(of, "Oman"))
    )
    assert marked_passage(of, nested).plain == "[actor Iran and [partner Oman]] [trigger met]."
    crossed = claim(
        of, "meet", "met", role("actor", "IRN", span(of, "Iran and")), role("partner", "OMN", span(of, "and Oman"))
    )
    assert marked_passage(of, crossed).plain == "[actor Iran [partner and]][partner  Oman] [trigger met]."


def test_two_labels_on_the_same_words_are_both_shown() -> None:
    of = document("Iran warned Oman.")
    warning = claim(of, "threaten", "warned", role("actor", "IRN", span(of, "Iran")))
    warning = attributed(warning, span(of, "Iran"), actor="IRN", cue=None)
    assert marked_passage(of, warning).plain == "[source [actor Iran]] [trigger warned] Oman."


def test_a_source_in_an_earlier_paragraph_is_shown_with_it() -> None:
    of = paragraphs("Rain fell.\n\nThe minister spoke.\n\n“We attacked.”\n\nNight came.")
    attack = claim(of, "fight", "attacked", evidence="“We attacked.”")
    attack = attributed(attack, span(of, "The minister"), actor=None, cue=None)
    assert marked_passage(of, attack).plain == "[source The minister] spoke. “We [trigger attacked].”"


def test_a_paragraph_whose_lines_are_wrapped_is_shown_whole() -> None:
    of = paragraphs("Rain fell.\n\nIn Muscat,\nIran and\nOman met\nfor an hour.\n\nNight came.")
    met = claim(of, "meet", "met", role("actor", "IRN", span(of, "Iran")), evidence="Iran and\nOman met")
    assert marked_passage(of, met).plain == "In Muscat, [actor Iran] and Oman [trigger met] for an hour."


def test_a_claim_outside_every_passage_is_shown_with_its_line() -> None:
    of = replace(document("Rain fell.\nIran and Oman met.\nNight came."), passages=())
    assert marked_passage(of, claim(of, "meet", "met", evidence="Iran and Oman met.")).plain == (
        "Iran and Oman [trigger met]."
    )


def test_the_page_has_every_field_the_reasons_and_the_judgements() -> None:
    of = arms_report()
    judgement = Judgement(
        id="j1",
        claim_id=arms_claim(of).id,
        verdict="accept",
        reviewer="ana",
        at="2024-01-02T03:04:05Z",
        note="checked",
    )
    earlier = replace(judgement, id="j0", verdict="reject", note=None)
    shown = page(of, arms_claim(of), Standing(judgements=(judgement,), lapsed=(earlier,)))
    for line in (
        "giver           North Korea (PRK)  [45, 56)",
        "quantity        up to 5.5 billion USD of good, stated: “up to $5.5 billion”",
        "when            2022/.., stated  [118, 128)",
        "polarity        affirmed",
        "on the word of  The New York Times (org/nyt), reported, cue “said”  [21, 39)",
        "confidence      0.75 (how sure the reader is)",
        "why             trigger sales",
        "read by         hand 1, vocabulary 1",
        "judgement       accept by ana, 2024-01-02T03:04:05Z · checked · j1",
        "lapsed          reject by ana, 2024-01-02T03:04:05Z · j0",
    ):
        assert line in shown


def test_what_the_text_does_not_say_is_called_so() -> None:
    of = document("Iran and Oman met.")
    shown = page(of, claim(of, "meet", "met"))
    assert "when            not stated\n" in shown
    assert "on the word of  the report itself\n" in shown


def test_without_colour_there_is_none_and_with_it_the_brackets_stay() -> None:
    of = arms_report()
    assert "\x1b[" not in page(of, arms_claim(of))
    assert "[source" in page(of, arms_claim(of), color=True)
    assert "\x1b[" in page(of, arms_claim(of), color=True)
