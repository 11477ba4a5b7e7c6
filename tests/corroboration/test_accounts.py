"""A matter with what is known of its documents in, the account of it out."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.corroboration.accounts import ORDERS, Account, account
from sayso.corroboration.records import Echo, Matter
from sayso.records import Claim, Document
from sayso.vocab.actors import open_roster
from tests.corroboration.factories import carrier, link, report, sale, statement, telling, worth

SAID = "North Korea sold arms to Russia for 5.5 billion dollars, Seoul said."
DAYS = ("2024-10-14", "2024-10-15", "2024-10-16", "2024-10-17")


def _reports(count: int) -> list[Document]:
    return [report(SAID, name=name, published=day) for name, day in zip("abcd", DAYS, strict=True)][:count]


def _sale(of: Document, actor: str, *, polarity: str = "affirmed", amount: str = "5.5e9") -> Claim:
    made = sale(of, source="Seoul", actor=actor, quantities=worth(of, "5.5 billion dollars", amount, amount))
    return replace(made, polarity=polarity)


def _account(
    documents: Sequence[Document], claims: Sequence[Claim], echoes: Sequence[Echo] = (), hints: Sequence[Echo] = ()
) -> Account:
    tellings = tuple(telling(of, made) for of, made in zip(documents, claims, strict=False))
    matter = Matter(id=claims[0].id, tellings=tellings, joins=(), echoes=tuple(echoes), hints=tuple(hints))
    reports = {each.id: carrier(each) for each in documents}
    return account(matter, reports=reports, reuses={}, roster=open_roster())


def test_an_account_holds_all_that_is_said_in_the_order_of_publication() -> None:
    texts = _reports(3)
    echo = Echo(
        id="e", claim_id="", statement=statement(texts[0], SAID, sources=("USA",)), score=1.0, polarity="affirmed"
    )
    made = _account([texts[2], texts[1], texts[0]], [_sale(texts[2], "KOR"), _sale(texts[1], "KOR")], [echo])
    assert [voice.document_id for voice in made.voices] == [each.id for each in texts]
    assert made.voices[0].id == "e"
    assert (made.documents, made.earliest, made.latest) == (3, DAYS[0], DAYS[2])
    assert made.matter.id == made.corroboration.matter_id == made.lineage.matter_id
    assert [step.voice for step in made.lineage.steps] == [voice.id for voice in made.voices]


def test_a_hint_raises_what_is_possible_and_nothing_else() -> None:
    texts = _reports(2)
    hint = Echo(
        id="h", claim_id="", statement=statement(texts[1], SAID, sources=("USA",)), score=-2.5, polarity="negated"
    )
    plain, made = (_account(texts, [_sale(texts[0], "KOR")], hints=each) for each in ((), (hint,)))
    assert (plain.corroboration.certain, plain.corroboration.possible) == (1, 1)
    assert (made.corroboration.certain, made.corroboration.possible) == (1, 2)
    assert (made.voices, made.documents, made.credibility) == (plain.voices, 1, plain.credibility)
    assert [voice.id for voice in made.hints] == ["h"]
    assert set(made.heard) == {made.voices[0].id, "h"}
    assert not made.corroboration.deniers


def test_a_hint_on_the_word_of_a_known_origin_is_no_other() -> None:
    texts = _reports(2)
    said = statement(texts[1], SAID, sources=("KOR",), attribution=(link(texts[1], "Seoul", "KOR"),))
    hint = Echo(id="h", claim_id="", statement=said, score=-2.5, polarity="affirmed")
    made = _account(texts, [_sale(texts[0], "KOR")], hints=(hint,))
    assert (made.corroboration.certain, made.corroboration.possible) == (1, 1)


def test_without_dates_there_is_no_first_and_no_latest() -> None:
    text = report(SAID, published=None)
    made = _account([text], [_sale(text, "KOR")])
    assert (made.earliest, made.latest, made.documents) == ("", "", 1)


def test_a_denial_is_no_origin_and_lowers_the_credibility() -> None:
    texts = _reports(3)
    agreed = _account(texts, [_sale(texts[0], "KOR"), _sale(texts[1], "USA")])
    denied = _account(
        texts, [_sale(texts[0], "KOR"), _sale(texts[1], "USA"), _sale(texts[2], "PRK", polarity="negated")]
    )
    assert [origin.actor for origin in denied.corroboration.deniers] == ["PRK"]
    assert agreed.corroboration.certain == denied.corroboration.certain == 2
    assert (agreed.contradictions, denied.contradictions) == (0, 0)
    assert denied.credibility.number > agreed.credibility.number


def test_values_of_two_origins_that_cannot_both_be_right_are_a_contradiction_and_of_one_are_none() -> None:
    texts = _reports(2)
    same = _account(texts, [_sale(texts[0], "KOR"), _sale(texts[1], "KOR", amount="1.7e9")])
    apart = _account(texts, [_sale(texts[0], "KOR"), _sale(texts[1], "USA", amount="1.7e9")])
    assert (same.contradictions, apart.contradictions) == (0, 1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("importance", "many denied new"), ("doubt", "denied many new"), ("news", "new denied many")],
)
def test_accounts_are_sorted_by_what_one_asks_for(name: str, expected: str) -> None:
    texts = _reports(4)
    many = _account(texts, [_sale(each, "KOR") for each in texts[:3]])
    denied = _account(texts[2:], [_sale(texts[2], "KOR"), _sale(texts[3], "PRK", polarity="negated")])
    newest = report(SAID, name="z", published="2024-11-01")
    new = _account([newest], [_sale(newest, "KOR")])
    known = {many.matter.id: "many", denied.matter.id: "denied", new.matter.id: "new"}
    found = sorted((denied, new, many), key=ORDERS[name], reverse=True)
    assert " ".join(known[each.matter.id] for each in found) == expected
