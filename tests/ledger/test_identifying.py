"""Words of analysts on two actors in, under which id each stands after all of them out."""

from dataclasses import replace

import pytest

from sayso.errors import RecordError, UnknownRecord
from sayso.ledger import Identity, Ledger
from sayso.ledger.identifying import holding_identities, stand_ins

SAME = Identity(
    id="",
    actor="org/wagner-group",
    same_as="org/wagner",
    reviewer="ann",
    at="2026-03-01T10:00:00Z",
    reason="two names of one company",
)


def _withdrawal(of: Identity) -> Identity:
    return replace(of, id="", same_as=None, withdraws=of.id, reason="mixed up")


def test_a_word_on_two_actors_is_kept_once_and_can_be_taken_back(ledger: Ledger) -> None:
    kept = ledger.register.identify(SAME)
    assert ledger.register.identify(SAME) == kept
    assert stand_ins(ledger.register.identities()) == {"org/wagner-group": "org/wagner"}
    ledger.register.identify(_withdrawal(kept))
    assert stand_ins(ledger.register.identities()) == {}
    assert len(ledger.register.identities()) == 2
    again = ledger.register.identify(replace(SAME, at="2026-03-02T10:00:00Z"))
    assert holding_identities(ledger.register.identities()) == (again,)


def test_an_actor_stands_under_the_last_id_of_a_chain(ledger: Ledger) -> None:
    ledger.register.identify(SAME)
    ledger.register.identify(replace(SAME, actor="org/wagner", same_as="RUS/wagner"))
    assert stand_ins(ledger.register.identities()) == {"org/wagner-group": "RUS/wagner", "org/wagner": "RUS/wagner"}


def test_no_actor_comes_to_stand_for_itself_whatever_is_withdrawn(ledger: Ledger) -> None:
    ledger.register.identify(SAME)
    with pytest.raises(RecordError, match="the other way round says the same"):
        ledger.register.identify(replace(SAME, actor="org/wagner", same_as="org/wagner-group"))
    with pytest.raises(RecordError, match="by the word of ann; withdraw that first"):
        ledger.register.identify(replace(SAME, same_as="org/other"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(SAME, same_as="org/wagner-group"), "itself without anybody"),
        (replace(SAME, same_as=" "), "gives the ids of both"),
        (replace(SAME, actor=""), "gives the ids of both"),
        (replace(SAME, reason=" "), "for what reason"),
        (replace(SAME, reviewer=""), "who gave it and when"),
        (replace(SAME, same_as=None), "names the actor that this one is"),
        (replace(SAME, withdraws="x"), "names the actor that this one is"),
    ],
)
def test_a_word_that_lacks_what_it_needs_is_refused(ledger: Ledger, wrong: Identity, said: str) -> None:
    with pytest.raises(RecordError, match=said):
        ledger.register.identify(wrong)
    assert ledger.register.identities() == ()


def test_only_what_was_said_can_be_withdrawn(ledger: Ledger) -> None:
    with pytest.raises(UnknownRecord, match="no word 'x'"):
        ledger.register.identify(replace(SAME, same_as=None, withdraws="x"))
    withdrawn = ledger.register.identify(_withdrawal(ledger.register.identify(SAME)))
    with pytest.raises(RecordError, match="itself a withdrawal"):
        ledger.register.identify(replace(_withdrawal(withdrawn), at="2026-03-03T10:00:00Z"))
