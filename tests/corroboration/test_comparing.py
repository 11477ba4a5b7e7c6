"""Two documents with what was read in them in, all that they share out."""

import re
from dataclasses import replace

import pytest

from sayso.corroboration.comparing import Material, compare, corroboration_version, joins_within
from sayso.corroboration.records import Reuse, SharedPassage, Telling
from sayso.corroboration.reuse import compare as compare_texts
from sayso.records import Document
from tests.corroboration.factories import report, sale, statement, telling

SOLD = "North Korea has sold shells and other arms worth billions of dollars to Russia since the spring of 2022."
SAILED = "Four ships sailed from the port of Rajin to the Russian Far East in the course of the summer months."
PRAISED = "The president praised the farmers of the south for a harvest that had gone beyond all expectations."
SENTENCES = (SOLD, SAILED, PRAISED)


def _material(name: str, *, language: str = "en", published: str = "2024-10-14", twice: bool = False) -> Material:
    """A document of three sentences, with an embedding each and one claim, or the same claim told twice."""
    of = replace(report(" ".join(SENTENCES), name=name, published=published), language=language)
    stated = [
        statement(of, each, vector=bytes(100 * (axis == place) for axis in range(384)), actors=("PRK", "RUS"))
        for place, each in enumerate(SENTENCES)
    ]
    told = [telling(of, sale(of), statement=stated[0])]
    if twice:
        again = replace(stated[1], vector=stated[0].vector)
        told.append(telling(of, replace(sale(of, trigger="sailed"), id="f" * 16), statement=again))
    return Material(of, stated, told)


def _whole(one: Document, other: Document) -> Reuse:
    found = compare_texts(one, other)
    assert found is not None
    return found


def _bare(name: str) -> Material:
    return Material(report(name=name), (), ())


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_makes_no_difference_which_document_comes_first(language: str) -> None:
    one, other = _material("a"), _material("b", language=language, published="2024-10-16")
    copied = _whole(one.document, other.document)
    found = compare(one, other, copied=copied)
    turned = compare(other, one, copied=copied)
    assert (found.reuses, found.parallels) == (turned.reuses, turned.parallels)
    assert sorted(found.joins, key=repr) == sorted(turned.joins, key=repr)
    assert len(found.parallels) == 3
    (join,) = found.joins
    assert join.claim_id < join.other_id


def test_the_same_words_are_taken_as_they_were_found() -> None:
    one, other = _material("a"), _material("b")
    copied = _whole(one.document, other.document)
    assert compare(one, other, copied=copied).reuses == (copied,)
    assert compare(one, other, copied=None).reuses == ()


def test_translations_are_looked_for_between_two_languages_alone() -> None:
    one, other, same = _material("a"), _material("b", language="de"), _material("c")
    (found,) = compare(one, other, copied=None).reuses
    assert found.method == "translated"
    assert found.share == found.other_share > 0.5
    assert [each.span.quote for each in found.passages]
    assert compare(one, same, copied=None).reuses == ()


def test_a_claim_in_a_passage_that_was_copied_joins_more_surely() -> None:
    one, other = _material("a"), _material("b")
    sentence = SharedPassage(span=one.statements[0].span, other=other.statements[0].span)
    if one.document.id > other.document.id:
        sentence = SharedPassage(span=sentence.other, other=sentence.span)
    first, second = sorted((one.document.id, other.document.id))
    copied = Reuse(
        document_id=first, other_id=second, method="same words", share=0.4, other_share=0.4, passages=(sentence,)
    )
    (apart,) = compare(one, other, copied=None).joins
    (together,) = compare(one, other, copied=copied).joins
    assert together.score > apart.score
    assert {each.name for each in together.evidence} > {each.name for each in apart.evidence}


def test_what_one_document_tells_twice_is_joined_within_it() -> None:
    assert joins_within(_material("a")) == ()
    twice = _material("a", twice=True)
    (join,) = joins_within(twice)
    assert {join.claim_id, join.other_id} == {each.claim.id for each in twice.tellings}
    one_sentence = [replace(each, statement=twice.statements[0]) for each in twice.tellings]
    assert joins_within(Material(twice.document, twice.statements, one_sentence)) == ()


@pytest.mark.parametrize("other", [_bare("b"), _material("b")])
def test_a_document_in_which_nothing_was_read_shares_nothing(other: Material) -> None:
    found = compare(_bare("a"), other, copied=None)
    assert (found.reuses, found.parallels, found.joins) == ((), (), ())
    assert joins_within(_bare("a")) == ()


def test_claims_that_say_nothing_alike_are_not_joined() -> None:
    one, other = _material("a"), _material("b")
    (told,) = other.tellings
    event = replace(told.claim.event, kind="fight", roles=())
    elsewhere: tuple[Telling, ...] = (replace(told, claim=replace(told.claim, event=event), statement=None),)
    assert compare(one, Material(other.document, other.statements, elsewhere), copied=None).joins == ()


def test_the_version_is_short_and_the_same_for_the_same_code() -> None:
    assert re.fullmatch("[0-9a-f]{12}", corroboration_version())
    corroboration_version.cache_clear()
    assert corroboration_version() == corroboration_version()
