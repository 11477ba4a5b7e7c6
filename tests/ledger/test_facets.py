"""The claims that are chosen with their facets, and the state that tells whether anything was appended."""

from sayso.ledger import Filter, Ledger
from sayso.records import Judgement
from tests.factories import attributed, claim, document, role
from tests.ledger.reports import begin

WHOLE = document("The Kremlin sold oil to Cuba. Kyiv struck a depot. Havana thanked Moscow, it said.", location="a.txt")


def _filled(ledger: Ledger) -> list[str]:
    claims = (
        claim(WHOLE, "transfer", "sold", role("giver", "RUS/president"), role("recipient", "CUB")),
        claim(WHOLE, "fight", "struck", role("actor", "UKR/military")),
        attributed(
            claim(WHOLE, "support", "thanked", role("actor", "CUB"), role("target", "RUS")), None, actor="CUB", cue=None
        ),
    )
    ledger.append(WHOLE, claims, run=begin(ledger))
    return [each.id for each in claims]


def test_any_of_the_chosen_claims_can_be_had_by_their_numbers(ledger: Ledger) -> None:
    ids = _filled(ledger)
    numbers = ledger.chosen().numbers
    assert len(numbers) == 3
    assert [each.id for each in ledger.numbered(numbers[1:2])] == ids[1:2]
    assert [each.id for each in ledger.numbered((numbers[2], numbers[0]))] == [ids[2], ids[0]]
    assert list(ledger.numbered(numbers[9:])) == []


def test_facets_count_the_actors_of_a_state_as_the_state(ledger: Ledger) -> None:
    _filled(ledger)
    facets = {name: [(each.name, each.claims) for each in values] for name, values in ledger.chosen().facets}
    assert facets["actor"] == [("CUB", 2), ("RUS", 2), ("UKR", 1)]
    assert facets["kind"] == [("fight", 1), ("support", 1), ("transfer", 1)]
    assert facets["source"] == [("CUB", 1)]
    assert facets["language"] == [("en", 3)]


def test_facets_are_those_of_the_claims_that_pass(ledger: Ledger) -> None:
    _filled(ledger)
    chosen = ledger.chosen(Filter(actor="UKR"))
    assert len(chosen.numbers) == 1
    assert [each.name for each in dict(chosen.facets)["kind"]] == ["fight"]


def test_the_state_is_another_one_after_anything_was_appended(ledger: Ledger) -> None:
    empty = ledger.state()
    claim_id = _filled(ledger)[0]
    filled = ledger.state()
    ledger.judge(Judgement(id="", claim_id=claim_id, verdict="accept", reviewer="Ada", at="2024-11-06T10:00:00Z"))
    assert len({empty, filled, ledger.state()}) == 3
    assert ledger.state() == ledger.state()
