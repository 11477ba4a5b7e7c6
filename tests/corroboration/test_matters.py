"""Tellings and joins in, matters out."""

from dataclasses import replace
from itertools import permutations

from sayso.corroboration.matters import matters
from sayso.corroboration.records import Join, Telling
from tests.corroboration.factories import report, sale, telling


def three() -> list[Telling]:
    """The same told on three days, the last first."""
    days = ("2024-10-16", "2024-10-14", None)
    reports = [report(name=name, published=day) for name, day in zip("abc", days, strict=True)]
    return [telling(each, sale(each)) for each in reports]


def join(one: Telling, other: Telling, score: float = 2.0) -> Join:
    first, second = sorted((one.claim.id, other.claim.id))
    return Join(claim_id=first, other_id=second, score=score, evidence=())


def test_a_matter_is_named_for_the_first_that_told_it_and_undated_reports_come_last() -> None:
    late, early, undated = three()
    (matter,) = matters([late, early, undated], [join(late, early), join(early, undated), join(late, undated)])
    assert matter.id == early.claim.id
    assert [each.claim.id for each in matter.tellings] == [early.claim.id, late.claim.id, undated.claim.id]
    assert len(matter.joins) == 3


def test_the_order_of_the_tellings_makes_no_difference() -> None:
    found = three()
    joins = [join(found[0], found[1]), join(found[1], found[2])]
    assert len({matters(order, joins[::-1]) for order in permutations(found)}) == 1


def test_a_telling_without_a_join_is_a_matter_by_itself_and_joins_of_others_are_passed_over() -> None:
    one, other, gone = three()
    assert [len(matter.tellings) for matter in matters([one, other], [join(one, gone)])] == [1, 1]


def test_analysts_overrule_the_joins() -> None:
    one, other, third = three()
    pairs = [(one.claim.id, other.claim.id)]
    assert len(matters([one, other], [join(one, other)], cuts=pairs)) == 2
    (matter,) = matters([one, other], [], bonds=[(other.claim.id, one.claim.id), (one.claim.id, "gone")])
    assert len(matter.tellings) == 2
    assert len(matters([one, other, third], [], bonds=pairs)) == 2


def test_two_claims_of_one_sentence_neither_part_nor_make_a_matter() -> None:
    """In "earned 5 billion from selling arms" both are of one matter if others say so; by themselves they are not."""
    text = "North Korea sold arms to Russia for 5.5 billion dollars, Seoul said. It sold arms."
    first, second = report(text, name="a"), report(text, name="b")
    sold, selling = (telling(first, replace(sale(first), id=name * 16)) for name in "12")
    earned = telling(second, replace(sale(second), id="3" * 16))
    assert len(matters([sold, selling], [])) == 2
    assert len(matters([sold, selling, earned], [join(sold, earned, 1.0)])) == 2
    (only,) = matters([sold, selling, earned], [join(sold, earned, 1.6), join(selling, earned, 0.5)])
    assert len(only.tellings) == 3
