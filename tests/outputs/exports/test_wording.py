"""Claims of our own in; the short texts and pairs of parties that several formats share out."""

from sayso.outputs.exports.wording import headline, pairs
from sayso.records import Claim, Role
from sayso.vocab.actors import open_roster
from tests.factories import claim, document, role, span

DOCUMENT = document("Kyiv got shells.")


def transfer(*roles: Role) -> Claim:
    return claim(DOCUMENT, "transfer", "got", *roles)


def test_each_doer_stands_with_each_counterpart_as_parties() -> None:
    found = pairs(transfer(role("giver", "RUS/president"), role("giver", "RUS"), role("recipient", "org/wagner")))
    assert [(pair.doer, pair.other) for pair in found] == [("RUS", "org/wagner")]
    [nobody] = pairs(transfer())
    assert (nobody.doer, nobody.other) == (None, None)


def test_two_long_lists_are_no_row_for_every_pair_of_them() -> None:
    givers = [role("giver", f"org/giver-{number}") for number in range(1000)]
    others = [role("recipient", f"org/recipient-{number}") for number in range(1000)]
    assert len(pairs(transfer(*givers, *others))) == 1000
    assert len(pairs(transfer(*givers, *others[:1]))) == 1000


def test_a_headline_says_where_the_doer_is_not_known_and_who_nobody_knows_by_his_words() -> None:
    roster = open_roster()
    shells = role("good", None, span(DOCUMENT, "shells"), good="ammunition")
    assert headline(transfer(role("recipient", "UKR"), shells), roster) == "transfer: ? → Ukraine, ammunition"
    assert headline(transfer(role("giver", "DEU"), shells), roster) == "transfer: Germany → ammunition"
    assert headline(transfer(role("recipient", None, span(DOCUMENT, "Kyiv"))), roster) == "transfer: ? → Kyiv"
    assert headline(transfer(), roster) == "transfer: nobody is named"
