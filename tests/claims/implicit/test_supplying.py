"""Texts of our own in, read with the shipped weights; whom their claims mean without naming them out."""

from dataclasses import replace

import pytest

from sayso.claims.composition import compose
from sayso.claims.implicit.signs import Option
from sayso.claims.implicit.supplying import likelihoods
from sayso.documents.build import About, build
from sayso.reading import Reader, open_reader
from sayso.records import Claim
from sayso.settings import Settings
from sayso.vocab.actors import open_roster

REPORT = (
    "The United States imposed tariffs on China on Monday. The tariffs hurt China. "
    "Kenya sent police officers to Haiti, and Kenyan soldiers are stationed in Haiti."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader(Settings())


def claims(text: str, reader: Reader) -> tuple[Claim, ...]:
    document = build(text, About(location="case.txt", loader="text"), content=b"", settings=Settings(language="en"))
    return compose(document, reader.read(document), roster=open_roster())


def test_a_party_that_is_meant_has_no_span_and_says_how_likely_it_is(reader: Reader) -> None:
    meant = [claim for claim in claims(REPORT, reader) if " meant (0." in claim.provenance.rule]
    assert meant
    for claim in meant:
        said, *supplied = claim.provenance.rule.split("; ")
        assert " meant " not in said
        for each in supplied:
            name = each.partition(" ")[0]
            assert any(role.role == name and role.actor is not None for role in claim.event.roles)


def test_the_same_text_always_means_the_same(reader: Reader) -> None:
    assert claims(REPORT, reader) == claims(REPORT, reader)


def test_nobody_is_meant_where_nobody_is_named(reader: Reader) -> None:
    assert not claims("The talks were broken off. The attack killed ten people.", reader)


def test_who_says_we_is_nobody_that_likelihood_alone_picks(reader: Reader) -> None:
    text = (
        "Russia will pay Ukraine for the damage it has caused, and Russia's assets remain frozen until Russia pays "
        "Ukraine. We will work to provide Ukraine with support. We commit to providing aid to Ukraine."
    )
    ours = {"we", "our"}
    sides = [role for claim in claims(text, reader) for role in claim.event.roles if role.span is not None]
    own = [role for role in sides if role.span is not None and role.span.quote.lower() in ours]
    assert own
    assert [role.actor for role in own] == [None] * len(own)


def test_who_is_likeliest_has_the_largest_sum_of_weights() -> None:
    nobody = Option(None, {"nobody"})
    some = [nobody, Option("CHN", {"near", "most named"}), Option("CAN", {"near"})]
    sure = likelihoods(some, ({"nobody": 0.5, "near": 0.2}, {"most named": 1.0}))
    assert sum(sure) == pytest.approx(1)
    assert sure[1] > sure[0] > sure[2]
    assert likelihoods([replace(nobody, signs=set())] * 4, ({},)) == [0.25] * 4
