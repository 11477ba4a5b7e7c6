"""Voices on a matter in, the origins behind it with the reasons out."""

from dataclasses import replace

import pytest

from sayso.corroboration.origins import asserted, corroborate
from sayso.corroboration.records import Corroboration, Credit, Reuse, SharedPassage, Telling
from sayso.records import Document
from tests.corroboration.factories import carrier, case, link, report, sale, statement, telling, worth
from tests.factories import span

DAYS = ("2024-10-14", "2024-10-15", "2024-10-16", "2024-10-17")
PLAIN = "North Korea sold arms to Russia for up to $5.5 billion."


def reports(count: int, text: str = PLAIN) -> list[Document]:
    return [report(text, name=name, published=day) for name, day in zip("abcd"[:count], DAYS[:count], strict=True)]


def count(found: Corroboration) -> tuple[int, int]:
    return found.count, found.possible


def reasons(found: Corroboration) -> list[str]:
    return [each.reason for each in found.dependencies]


def of(tellings: list[Telling], documents: list[Document], **rest: object) -> Corroboration:
    return corroborate("m", case(tellings, [carrier(each) for each in documents], **rest))  # type: ignore[arg-type]


def whole(one: Document, other: Document) -> Reuse:
    """Two documents that are the same."""
    first, second = sorted((one, other), key=lambda each: each.id)
    passage = SharedPassage(span=first.span(0, len(first.text)), other=second.span(0, len(second.text)))
    return Reuse(
        document_id=first.id, other_id=second.id, method="same words", share=1, other_share=1, passages=(passage,)
    )


def test_two_papers_that_cite_one_ministry_are_one_origin() -> None:
    texts = reports(2, "North Korea sold arms to Russia, Seoul said.")
    found = of([telling(each, sale(each, source="Seoul", actor="KOR/defense")) for each in texts], texts)
    assert count(found) == (1, 1)
    assert [origin.actor for origin in found.origins] == ["KOR/defense"]
    assert len(found.origins[0].voices) == 2


def test_two_bodies_of_one_state_are_one_and_two_states_are_two() -> None:
    texts = reports(3, "North Korea sold arms to Russia, Seoul said.")
    actors = ("KOR/defense", "KOR/president", "USA")
    found = of(
        [telling(each, sale(each, source="Seoul", actor=actor)) for each, actor in zip(texts, actors, strict=True)],
        texts,
    )
    assert count(found) == (2, 2)


def test_the_people_of_a_state_do_not_speak_for_it() -> None:
    texts = reports(2, "North Korea sold arms to Russia, Seoul said.")
    actors = ("PRK", "PRK/civilians")
    found = of(
        [telling(each, sale(each, source="Seoul", actor=actor)) for each, actor in zip(texts, actors, strict=True)],
        texts,
    )
    assert count(found) == (2, 2)


def test_unknown_lineage_is_no_origin_of_its_own() -> None:
    texts = reports(3)
    assert count(of([telling(each, sale(each)) for each in texts], texts)) == (1, 3)


def test_one_report_that_cites_two_services_has_two() -> None:
    (text,) = reports(1, "North Korea sold arms to Russia, Seoul said.")
    made = sale(text, source="Seoul", actor=None)
    said = statement(text, text.text, attribution=made.attribution, sources=("KOR", "USA"))
    assert count(of([telling(text, made, statement=said)], [text])) == (2, 2)


def test_an_agency_stands_behind_what_it_says_on_nobodys_word_and_its_copies_count_for_it() -> None:
    first, copy = reports(2)
    wire = Credit(kind="agency", actor="org/reuters", span=span(first, "North"), covers=None)
    tellings = [telling(first, sale(first)), telling(copy, sale(copy))]
    carriers = [carrier(first, credited=[wire]), carrier(copy)]
    found = corroborate("m", case(tellings, carriers, reuses=[whole(first, copy)]))
    assert count(found) == (1, 1)
    assert found.origins[0].kind == "agency"
    assert len(found.origins[0].voices) == 2
    assert reasons(found) == ["wire service", "copied passage"]


def test_a_sentence_that_two_documents_share_rests_on_whoever_is_understood_in_either() -> None:
    first, copy = reports(2, "North Korea sold arms to Russia, Seoul said.")
    tellings = [telling(first, sale(first)), telling(copy, sale(copy, source="Seoul", actor="KOR"))]
    found = corroborate("m", case(tellings, [carrier(first), carrier(copy)], reuses=[whole(first, copy)]))
    assert count(found) == (1, 1)
    assert reasons(found) == ["shared passage", "cited source"]


def test_an_agency_is_not_the_origin_of_what_an_unnamed_source_told_it() -> None:
    (text,) = reports(1, "North Korea sold arms to Russia, officials said.")
    wire = Credit(kind="agency", actor="org/reuters", span=span(text, "North"), covers=None)
    found = corroborate("m", case([telling(text, sale(text, source="officials"))], [carrier(text, credited=[wire])]))
    assert reasons(found) == ["unnamed source"]
    assert [origin.is_certain for origin in found.origins] == [False]


def test_state_media_speak_for_their_state() -> None:
    first, second = reports(2, "North Korea sold arms to Russia, Seoul said.")
    tellings = [telling(first, sale(first)), telling(second, sale(second, source="Seoul", actor="RUS/defense"))]
    found = corroborate("m", case(tellings, [carrier(first, outlet="org/tass"), carrier(second)]))
    assert count(found) == (1, 1)


def test_a_ministry_that_publishes_speaks_for_its_state_and_not_for_those_it_cites() -> None:
    first, second = reports(2, "North Korea sold arms to Russia, Seoul said.")
    carriers = [replace(carrier(each), body="KOR/defense", publisher="Defence Ministry") for each in (first, second)]
    tellings = [telling(first, sale(first)), telling(second, sale(second, source="Seoul", actor=None))]
    found = corroborate("m", case(tellings, carriers))
    assert reasons(found) == ["own word", "unnamed source"]
    assert [origin.actor for origin in found.origins] == ["KOR/defense", None]


def test_own_reporting_is_an_origin_beside_a_ministry() -> None:
    first, second = reports(2, "North Korea sold arms to Russia, Seoul said.")
    seen = Credit(kind="own reporting", actor=None, span=span(first, "said"), covers=first.span(0, len(first.text)))
    tellings = [telling(first, sale(first)), telling(second, sale(second, source="Seoul", actor="KOR"))]
    found = corroborate("m", case(tellings, [carrier(first, credited=[seen]), carrier(second)]))
    assert count(found) == (2, 2)
    assert reasons(found) == ["own reporting", "cited source"]


def test_a_copy_of_what_an_outlets_own_people_saw_is_no_second_origin() -> None:
    first, copy, undated = (*reports(2), report(PLAIN, name="c", published=None))
    seen = {
        each.id: Credit(kind="own reporting", actor=None, span=span(each, "sold"), covers=None)
        for each in (first, copy, undated)
    }
    carriers = [carrier(each, credited=[seen[each.id]]) for each in (first, copy, undated)]
    tellings = [telling(each, sale(each)) for each in (first, copy, undated)]
    reuses = [whole(first, copy), whole(first, undated), whole(copy, undated)]
    found = corroborate("m", case(tellings, carriers, reuses=reuses))
    assert count(found) == (1, 1)
    assert [(origin.name, len(origin.voices)) for origin in found.origins] == [("Paper a", 3)]
    assert count(corroborate("m", case(tellings, carriers))) == (3, 3)


def test_an_agency_that_the_publisher_field_alone_names_has_its_name_in_the_reason() -> None:
    (text,) = reports(1)
    wire = Credit(kind="agency", actor="org/reuters", span=text.span(0, 0), covers=None)
    carried = replace(carrier(text, outlet="org/reuters", credited=[wire]), publisher="Reuters World")
    found = corroborate("m", case([telling(text, sale(text))], [carried]))
    assert [(origin.actor, origin.name) for origin in found.origins] == [("org/reuters", "Reuters World")]
    assert [each.said for each in found.dependencies] == ["the text is credited to Reuters World"]


def test_a_text_that_says_it_twice_on_nobodys_word_may_be_one_origin_and_no_more() -> None:
    text = report(f"{PLAIN} North Korea delivered arms to Russia.")
    other = report(PLAIN, name="b")
    tellings = [telling(text, sale(text)), telling(text, sale(text, trigger="delivered")), telling(other, sale(other))]
    assert count(of(tellings[:2], [text])) == (1, 1)
    assert count(of(tellings, [text, other])) == (1, 2)


def test_an_outlet_that_is_cited_leads_to_its_own_report() -> None:
    first, second = reports(2, "North Korea sold arms to Russia, Seoul said.")
    tellings = [
        telling(first, sale(first, source="Seoul", actor="KOR")),
        telling(second, sale(second, source="Seoul", actor="org/reuters")),
    ]
    found = corroborate("m", case(tellings, [carrier(first, outlet="org/reuters"), carrier(second)]))
    assert count(found) == (1, 1)
    assert found.dependencies[1].lead == tellings[0].claim.id


def test_a_study_that_is_cited_is_the_text_its_institute_published() -> None:
    first = replace(report(PLAIN, name="a", published=DAYS[0]), publisher="Institute for Sanctions Studies")
    second = report(
        "North Korea sold arms to Russia, a study by the Institute for Sanctions Studies says.",
        name="b",
        published=DAYS[1],
    )
    cited = sale(second, source="a study by the Institute for Sanctions Studies", actor=None)
    found = of([telling(first, sale(first)), telling(second, cited)], [first, second])
    assert count(found) == (1, 1)


def test_a_telling_number_is_not_given_twice_by_chance_but_a_round_one_is() -> None:
    for price, expected in (("5500000000", (1, 1)), ("5000000000", (1, 2))):
        first, second = reports(2)
        tellings = [
            telling(each, sale(each, quantities=worth(each, "up to $5.5 billion", None, price)))
            for each in (first, second)
        ]
        assert count(of(tellings, [first, second])) == expected


def test_a_number_is_not_taken_from_a_text_that_may_be_later() -> None:
    dated, undated = reports(1)[0], report(PLAIN, name="b", published=None)
    price = "5500000000"
    tellings = [telling(each, sale(each, quantities=worth(each, "5.5", price, price))) for each in (dated, undated)]
    found = of(tellings, [dated, undated])
    assert [(each.voice, each.lead) for each in found.dependencies if each.lead] == [
        (tellings[1].claim.id, tellings[0].claim.id)
    ]


def test_a_heading_rests_on_what_its_text_rests_on() -> None:
    text = report("North Korea sold arms to Russia.\n\nNorth Korea sold arms to Russia, Seoul said.")
    heading = sale(text)
    body = sale(text, source="Seoul", actor="KOR")
    found = of([telling(text, heading), telling(text, body)], [text])
    assert count(found) == (1, 1)
    assert "elsewhere in the document" in reasons(found)


def test_an_origin_that_echoes_alone_rest_on_may_be_none_of_its_own() -> None:
    texts = reports(2, "North Korea sold arms to Russia, Seoul said.")
    tellings = [
        telling(each, sale(each, source="Seoul", actor=actor))
        for each, actor in zip(texts, ("KOR", "USA"), strict=True)
    ]
    made = case(tellings, [carrier(each) for each in texts])
    heard, echo = made.voices
    found = corroborate("m", replace(made, voices=(heard, replace(echo, is_echo=True))))
    assert (found.certain, found.possible) == (1, 2)
    assert [origin.actor for origin in found.origins if not origin.is_certain] == ["USA"]


def test_those_who_deny_it_stand_apart() -> None:
    texts = reports(3, "North Korea sold arms to Russia, Seoul said.")
    tellings = [telling(each, sale(each, source="Seoul", actor="KOR")) for each in texts[:2]]
    denied = replace(sale(texts[2], source="Seoul", actor="RUS"), polarity="negated")
    found = of([*tellings, telling(texts[2], denied)], texts)
    assert count(found) == (1, 1)
    assert [origin.actor for origin in found.deniers] == ["RUS"]


@pytest.mark.parametrize(
    ("polarities", "expected"), [("an", "affirmed"), ("nn", "negated"), ("ann", "negated"), ("", "affirmed")]
)
def test_what_more_documents_say_is_asserted(polarities: str, expected: str) -> None:
    names = {"a": "affirmed", "n": "negated"}
    texts = [report(name=str(number)) for number in range(len(polarities))]
    voices = case(
        [telling(text, replace(sale(text), polarity=names[sign])) for text, sign in zip(texts, polarities, strict=True)]
    ).voices
    assert asserted(voices) == expected


def test_hearsay_without_a_source_is_unknown() -> None:
    (text,) = reports(1)
    made = replace(sale(text), attribution=(link(text, None, None, "hearsay"),))
    assert reasons(of([telling(text, made)], [text])) == ["unknown lineage"]
