"""A matter with its origins in, who retold whom and what became of the claim, out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from sayso.corroboration.cases import echoed
from sayso.corroboration.lineage import lineage
from sayso.corroboration.origins import corroborate
from sayso.corroboration.records import Echo, Lineage, Matter, Reuse, SharedPassage, Step, Telling
from sayso.records import Document
from tests.corroboration.factories import carrier, case, report, sale, statement, telling, worth
from tests.factories import span

STUDY = "North Korea sold arms to Russia for 1.7 to 5.5 billion dollars, Seoul said."
PAPER = "North Korea sold arms to Russia for up to 5.5 billion dollars, Seoul said."
LIST = "North Korea sold arms to Russia."


def _reports(*texts: str, days: Sequence[str | None] = ("2024-10-14", "2024-10-15", "2024-10-16")) -> list[Document]:
    return [report(text, name=name, published=day) for text, name, day in zip(texts, "abc", days, strict=False)]


def _told(of: Document, *, cites: bool = True) -> Telling:
    made = sale(of, source="Seoul" if cites else None, actor="KOR" if cites else None)
    for quote, low in (("1.7 to 5.5 billion dollars", "1.7e9"), ("up to 5.5 billion dollars", None)):
        if quote in of.text:
            made = replace(made, event=replace(made.event, quantities=worth(of, quote, low, "5.5e9")))
    return telling(of, made)


def _copy(one: Document, other: Document, *, share: float = 0.5) -> Reuse:
    first, second = sorted((one, other), key=lambda each: each.id)
    passage = SharedPassage(span=first.span(0, len(first.text)), other=second.span(0, len(second.text)))
    return Reuse(
        document_id=first.id,
        other_id=second.id,
        method="same words",
        share=share,
        other_share=share,
        passages=(passage,),
    )


def _lineage(tellings: Sequence[Telling], documents: Sequence[Document], reuses: Sequence[Reuse] = ()) -> Lineage:
    matter = Matter(id="m", tellings=tuple(tellings), joins=())
    made = case(tellings, [carrier(each) for each in documents], reuses=reuses)
    return lineage(matter, made, corroboration=corroborate("m", made))


def _names(step: Step) -> list[str]:
    return [change.name for change in step.changes]


def test_who_cites_the_same_source_descends_likely_from_the_nearest_before() -> None:
    texts = _reports(STUDY, PAPER, PAPER)
    tellings = [_told(each) for each in texts]
    first, second, third = _lineage(tellings, texts).steps
    assert (first.parent, first.reason, first.is_certain, first.changes) == (None, "first here", True, ())
    assert (second.parent, second.reason, second.is_certain) == (first.voice, "same origin", False)
    assert _names(second) == ["lower bound lost"]
    assert (third.parent, _names(third)) == (second.voice, [])


def test_a_shared_passage_goes_before_any_other_reason_and_the_larger_share_before_the_smaller() -> None:
    texts = _reports(STUDY, PAPER, PAPER)
    tellings = [_told(each) for each in texts]
    copies = [_copy(texts[0], texts[2], share=0.9), _copy(texts[1], texts[2], share=0.3)]
    first, second, third = _lineage(tellings, texts, copies).steps
    assert second.reason == "same origin"
    assert (third.parent, third.reason, third.is_certain) == (first.voice, "shared passage", True)
    assert _names(third) == ["lower bound lost"]


def test_a_copy_that_leaves_out_the_source_has_lost_it() -> None:
    texts = _reports(PAPER, LIST)
    tellings = [_told(texts[0]), _told(texts[1], cites=False)]
    _, copy = _lineage(tellings, texts, [_copy(*texts)]).steps
    assert copy.parent == tellings[0].claim.id
    assert _names(copy) == ["number lost", "source lost"]
    assert copy.changes[1].before == span(texts[0], "Seoul")


def test_a_number_that_was_repeated_leads_to_whoever_gave_it_first() -> None:
    texts = _reports(PAPER.replace(", Seoul said", ""), PAPER.replace(", Seoul said", ""))
    _, second = _lineage([_told(each, cites=False) for each in texts], texts).steps
    assert (second.reason, second.is_certain) == ("repeated number", True)


def test_who_has_another_source_descends_from_nobody() -> None:
    texts = _reports(PAPER, PAPER)
    other = sale(texts[1], source="Seoul", actor="USA")
    steps = _lineage([telling(texts[0], sale(texts[0], source="Seoul", actor="KOR")), telling(texts[1], other)], texts)
    assert [step.parent for step in steps.steps] == [None, None]


@pytest.mark.parametrize("days", [("2024-10-14", "2024-10-15", None), ("2024-10-14", "2024-11", "2024")])
def test_nobody_descends_from_a_later_one_and_the_order_of_tellings_is_none(days: Sequence[str | None]) -> None:
    texts = _reports(STUDY, PAPER, PAPER, days=days)
    tellings = [_told(each) for each in texts]
    copies = [_copy(one, other) for one, other in ((texts[0], texts[1]), (texts[1], texts[2]))]
    expected = _lineage(tellings, texts, copies)
    assert [step.voice for step in expected.steps] == [each.claim.id for each in tellings]
    known: set[str] = set()
    for step in expected.steps:
        assert step.parent is None or step.parent in known
        known.add(step.voice)
    for turned in permutations(tellings):
        assert _lineage(turned, texts, copies) == expected


def test_what_is_told_twice_in_one_document_does_not_descend_from_itself() -> None:
    (text,) = _reports(f"{PAPER} The arms were worth it.")
    again = replace(sale(text, trigger="worth", source="Seoul", actor="KOR"), id="f" * 16)
    steps = _lineage([_told(text), telling(text, again)], [text]).steps
    assert [step.parent for step in steps] == [None, None]


def test_an_echo_has_its_place_in_the_lineage_but_no_claim_that_could_have_changed() -> None:
    texts = _reports(PAPER, PAPER)
    told = _told(texts[0])
    echo = Echo(id="e", claim_id=told.claim.id, statement=statement(texts[1], PAPER), score=1.0, polarity="affirmed")
    matter = Matter(id="m", tellings=(told,), joins=(), echoes=(echo,))
    made = case([told], [carrier(each) for each in texts], reuses=[_copy(*texts)])
    made = replace(made, voices=(*made.voices, echoed(echo, carrier(texts[1]))))
    _, step = lineage(matter, made, corroboration=corroborate("m", made)).steps
    assert (step.voice, step.parent, step.reason, step.changes) == ("e", told.claim.id, "shared passage", ())
