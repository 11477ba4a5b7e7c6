"""Sentences with embeddings made by hand in, those of two documents that say the same out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.corroboration.parallels import FAINT, LEAST, Sentences, parallels
from sayso.corroboration.records import Parallel
from sayso.records import Document, Statement
from tests.corroboration.factories import report, statement

SOLD = "North Korea has sold shells and missiles worth billions of dollars to Russia."
SAILED = "Four ships sailed from the port of Rajin to the Russian Far East in the summer."
PRAISED = "The president praised the farmers of the south for a harvest beyond all hopes."
TEXT = f"{SOLD} {SAILED} {PRAISED}"

ONE, OTHER = sorted((report(TEXT, name="one"), report(TEXT, name="other")), key=lambda each: each.id)


def aimed(*places: int) -> bytes:
    """An embedding in the direction of these axes."""
    return bytes(100 * (place in places) for place in range(384))


def stated(of: Document, quote: str, *places: int, **rest: object) -> Statement:
    """A sentence with an embedding in the direction of these axes."""
    return statement(of, quote, vector=aimed(*places), **rest)  # type: ignore[arg-type]


def found(mine: list[Statement], yours: list[Statement], days: int | None = 0) -> tuple[Parallel, ...]:
    return parallels(Sentences(mine), Sentences(yours), days=days)


def score(mine: Statement, yours: Statement, *, days: int | None = 0) -> Parallel:
    (one,) = found([mine], [yours], days)
    return one


def test_sentences_that_mean_the_same_are_found_whichever_document_comes_first() -> None:
    mine = [stated(ONE, SOLD, 1), stated(ONE, SAILED, 2), stated(ONE, PRAISED, 3)]
    yours = [stated(OTHER, SOLD, 3), stated(OTHER, SAILED, 1), stated(OTHER, PRAISED, 4)]
    both = found(mine, yours)
    assert [(each.span.quote, each.other.quote) for each in both] == [(SOLD, SAILED), (PRAISED, SOLD)]
    assert both == found(yours, mine)
    assert all(each.span.document_id == ONE.id for each in both)
    assert all(each.score >= LEAST for each in both)


def test_what_may_say_the_same_is_found_where_it_is_the_nearest_of_both() -> None:
    first, second, third = stated(ONE, SOLD, 1, 2), stated(ONE, SAILED, 1, 3), stated(OTHER, SOLD, 1, 4, 5)
    assert FAINT < score(first, third).score == score(second, third).score < LEAST
    nearer = stated(OTHER, SOLD, 1, 2, 4, 5)
    (only,) = found([first, second], [nearer])
    assert only.span.quote == SOLD


@pytest.mark.parametrize(
    ("mine", "yours"),
    [
        ([], []),
        ([], [stated(OTHER, SOLD, 1)]),
        ([statement(ONE, SOLD)], [stated(OTHER, SOLD, 1)]),
        ([stated(ONE, SOLD)], [stated(OTHER, SOLD, 1)]),
        ([stated(ONE, SOLD, 1)], [stated(OTHER, SOLD, 2)]),
    ],
)
def test_without_embeddings_or_likeness_nothing_is_found(mine: list[Statement], yours: list[Statement]) -> None:
    assert found(mine, yours) == ()
    assert found(yours, mine) == ()


NUMBER = (Decimal("5500000000"),)


@pytest.mark.parametrize(
    ("mine", "yours", "days", "name", "sign"),
    [
        ({"actors": ("PRK", "RUS/president")}, {"actors": ("RUS",)}, 0, "same actors", 1),
        ({"numbers": NUMBER}, {"numbers": (Decimal("5.50E9"), Decimal(7))}, 0, "same numbers", 1),
        ({}, {}, 4, "published apart", -1),
    ],
)
def test_what_speaks_for_and_against_is_kept_as_evidence(
    mine: dict[str, object], yours: dict[str, object], days: int | None, name: str, sign: int
) -> None:
    plain = score(stated(ONE, SOLD, 1), stated(OTHER, SOLD, 1))
    one = score(stated(ONE, SOLD, 1, **mine), stated(OTHER, SOLD, 1, **yours), days=days)
    (evidence,) = (each for each in one.evidence if each.name == name)
    assert name not in {each.name for each in plain.evidence}
    assert evidence.weight * sign > 0
    assert evidence.said
    assert one.score - plain.score == pytest.approx(evidence.weight, abs=0.002)


def test_the_longer_apart_the_less_and_an_unknown_day_counts_as_a_week() -> None:
    scores = [
        sum(each.weight for each in score(stated(ONE, SOLD, 1), stated(OTHER, SOLD, 1), days=days).evidence)
        for days in (0, 3, 4, None)
    ]
    assert scores[0] == scores[1] > scores[2] == scores[3]


@pytest.mark.parametrize("number", [Decimal(0), Decimal(1)])
def test_numbers_that_anything_may_have_are_no_evidence(number: Decimal) -> None:
    one = score(stated(ONE, SOLD, 1, numbers=(number,)), stated(OTHER, SOLD, 1, numbers=(number,)))
    assert "same numbers" not in {each.name for each in one.evidence}


def test_a_heading_says_little_by_its_meaning() -> None:
    short = replace(OTHER, text=f"{SOLD}\n\nArms for Russia")
    (long, heading) = (score(stated(ONE, SOLD, 1), stated(short, each, 1)) for each in (SOLD, "Arms for Russia"))
    assert heading.score < long.score
    assert heading.evidence[-1].name == "short"


def test_a_sentence_like_every_other_stands_out_for_none() -> None:
    alone = score(stated(ONE, SOLD, 1), stated(OTHER, SOLD, 1))
    alike = found([stated(ONE, SOLD, 1)], [stated(OTHER, SOLD, 1), stated(OTHER, SAILED, 1)])
    assert all(each.score < alone.score for each in alike)
    assert len({each.score for each in alike}) < 2


def test_long_documents_are_compared_at_once_and_every_sentence_finds_its_own() -> None:
    size = 384
    texts = [
        f"Sentence {number} of a long report says something that no other sentence says." for number in range(size)
    ]
    long, longer = (report(" ".join(texts), name=name) for name in ("long", "longer"))
    pairs = found(
        [stated(long, text, place) for place, text in enumerate(texts)],
        [stated(longer, text, size - 1 - place) for place, text in enumerate(texts)],
    )
    assert len(pairs) == size
    numbers = [(texts.index(each.span.quote), texts.index(each.other.quote)) for each in pairs]
    assert numbers == [(place, size - 1 - place) for place in range(size)]
