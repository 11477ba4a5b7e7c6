"""Claims of two runs over one document in, what changed out."""

from dataclasses import replace

from sayso.ledger import Ledger
from sayso.ledger.difference import compare
from tests.factories import attributed, claim, document, role, span
from tests.ledger.reports import begin, report

REPORT = document("Poland sold tanks and lent ships to Chile, which thanked it.")
SOLD = claim(REPORT, "transfer", "sold", role("giver", "POL"), role("recipient", "CHL"))
LENT = claim(REPORT, "transfer", "lent", role("giver", "POL"))
THANKED = claim(REPORT, "support", "thanked", role("actor", "CHL"))


def test_claims_at_one_place_that_differ_are_one_change_with_the_fields_named() -> None:
    unsure = replace(attributed(SOLD, span(REPORT, "Poland"), actor="POL", cue=None), modality="possible")
    found = compare(REPORT.id, before=[SOLD, LENT], after=[unsure, THANKED])
    assert [(each.before, each.after, each.fields) for each in found.changed] == [
        (SOLD, unsure, ("modality", "attribution"))
    ]
    assert (found.added, found.removed, found.same) == ((THANKED,), (LENT,), 0)


def test_how_sure_the_reader_is_and_how_far_a_phrase_was_taken_are_no_change() -> None:
    wider = replace(SOLD.event, roles=(replace(SOLD.event.roles[0], span=span(REPORT, "Poland")), SOLD.event.roles[1]))
    later = replace(
        SOLD, confidence=0.2, event=wider, provenance=replace(SOLD.provenance, reader_version="2", rule="x")
    )
    found = compare(REPORT.id, before=[SOLD], after=[later])
    assert (found.added, found.removed, found.changed, found.same) == ((), (), (), 1)


def test_of_several_claims_at_one_place_the_likest_are_matched() -> None:
    other = claim(REPORT, "trade", "sold", role("actor", "POL"))
    after = [replace(other, polarity="negated"), replace(SOLD, polarity="negated")]
    found = compare(REPORT.id, before=[SOLD, other], after=after)
    assert [(each.before.event.kind, each.after.event.kind) for each in found.changed] == [
        ("transfer", "transfer"),
        ("trade", "trade"),
    ]
    assert not found.added
    assert not found.removed


def test_two_claims_that_say_the_same_are_counted_as_two() -> None:
    twin = replace(SOLD, id="another")
    found = compare(REPORT.id, before=[SOLD, twin], after=[SOLD])
    assert (found.same, found.removed, found.added) == (1, (twin,), ())


def test_the_ledger_compares_the_documents_that_both_runs_read(ledger: Ledger) -> None:
    old, new = begin(ledger, "1"), begin(ledger, "2")
    (first, claims), second, third = report(1), report(2), report(3)
    for each in ((first, claims), second):
        ledger.append(*each, run=old)
    changed = replace(claims[2], polarity="negated")
    for made, found in (third, (first, [*claims[:2], changed])):
        ledger.append(made, found, run=new)
    (difference,) = ledger.diff(old, new)
    assert difference.document_id == first.id
    assert [(each.before, each.after) for each in difference.changed] == [(claims[2], changed)]
    assert (difference.removed, difference.added, difference.same) == (claims[3:], (), 2)
    (backwards,) = ledger.diff(new, old)
    assert backwards.added == claims[3:]
