"""Drafts with the numbers and dates of their sentence in; what each event takes of them out."""

import pytest

from sayso.claims.details import heads_of, period_of, place_of, quantities_of
from sayso.claims.numbers.dates import find_dates
from sayso.claims.numbers.quantities import find_quantities
from tests import trees
from tests.planted import Planted, drafts_of, planted

COUNTED = """
Iran/PROPN/1/nsubj/IRN sold/VERB/-1/root 200/NUM/3/nummod drones/NOUN/1/obj to/ADP/5/case Russia/PROPN/1/obl/RUS
"""
MONEY = """
Iran/PROPN/1/nsubj/IRN sold/VERB/-1/root drones/NOUN/1/obj for/ADP/5/case $/SYM/5/compound 3/NUM/1/obl
million/NUM/5/flat
"""
LASTED = """
Iran/PROPN/1/nsubj/IRN shelled/VERB/-1/root Iraq/PROPN/1/obj/IRQ for/ADP/5/case two/NUM/5/nummod days/NOUN/1/obl
"""
TWO_DATES = """
Iran/PROPN/1/nsubj/IRN shelled/VERB/-1/root Iraq/PROPN/1/obj/IRQ in/ADP/4/case 2019/NUM/1/obl and/CCONJ/6/cc
bombed/VERB/1/conj Syria/PROPN/6/obj/SYR in/ADP/9/case 2021/NUM/6/obl
"""
SAID_ON = """
Iran/PROPN/1/nsubj/IRN said/VERB/-1/root in/ADP/3/case 2019/NUM/1/obl it/PRON/5/nsubj/IRN shelled/VERB/1/ccomp
Iraq/PROPN/5/obj/IRQ
"""
COMPLEMENT = """
Iran/PROPN/2/nsubj/IRN will/AUX/2/aux agree/VERB/-1/root in/ADP/4/case 2030/NUM/2/obl to/PART/6/mark disarm/VERB/2/xcomp
"""
IN_TOWN = """
Egypt/PROPN/1/nsubj/EGY met/VERB/-1/root Sudan/PROPN/1/obj/SDN in/ADP/4/case Geneva/PROPN/1/obl/in:CHE
"""
FROM_TOWN = """
Egypt/PROPN/1/nsubj/EGY met/VERB/-1/root Sudan/PROPN/1/obj/SDN from/ADP/4/case Geneva/PROPN/1/obl/in:CHE
"""
WITH_PARTY = """
Egypt/PROPN/1/nsubj/EGY met/VERB/-1/root Sudan/PROPN/1/obj/SDN in/ADP/4/case NATO/PROPN/1/obl/NATO
"""
OF_THE_OBJECT = """
Iran/PROPN/1/nsubj/IRN sold/VERB/-1/root stocks/NOUN/1/obj of/ADP/5/case 200/NUM/5/nummod drones/NOUN/2/nmod
"""
DEEPER = """
Iran/PROPN/1/nsubj/IRN sold/VERB/-1/root parts/NOUN/1/obj of/ADP/4/case wrecks/NOUN/2/nmod of/ADP/7/case
200/NUM/7/nummod drones/NOUN/4/nmod
"""
OUTSIDE = """
Iran/PROPN/1/nsubj/IRN sold/VERB/-1/root drones/NOUN/1/obj before/ADP/5/case 200/NUM/5/nummod witnesses/NOUN/1/obl
"""
JOINT = """
Two/NUM/1/nummod states/NOUN/2/nsubj/EGY+SDN shelled/VERB/-1/root Chad/PROPN/2/obj/TCD
"""


def taken(plant: Planted, word: str) -> list[str]:
    """The quantities of the event as `of low unit`."""
    drafts = drafts_of(plant)
    heads = heads_of(drafts)[0]
    draft = next(draft for draft in drafts if draft.head == plant.word(word))
    found = quantities_of(draft, find_quantities(plant.trees, plant.document), heads=heads)
    return [f"{each.of} {each.low:f} {each.unit}" for each in found if each.low is not None]


def dated(plant: Planted, word: str, *, cues: frozenset[int] = frozenset()) -> str | None:
    drafts = drafts_of(plant)
    draft = next(draft for draft in drafts if draft.head == plant.word(word))
    found = period_of(draft, find_dates(plant.trees, plant.document), heads=heads_of(drafts)[0], cues=cues)
    return found.edtf if found is not None else None


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        pytest.param(COUNTED, "sold", ["good 200 drone"], id="a number counts its role"),
        pytest.param(MONEY, "sold", ["good 3000000 USD"], id="money measures the good"),
        pytest.param(LASTED, "shelled", ["shelled 2 day"], id="a duration measures the event"),
        pytest.param(OF_THE_OBJECT, "sold", ["good 200 drone"], id="of the thing right below"),
        pytest.param(DEEPER, "sold", [], id="of a thing deeper inside"),
        pytest.param(OUTSIDE, "sold", [], id="of things outside the roles"),
        pytest.param(JOINT, "shelled", [], id="joint parties that are named are not counted"),
    ],
)
def test_quantities(rows: str, word: str, expected: list[str]) -> None:
    assert taken(planted(rows), word) == expected


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        pytest.param(TWO_DATES, "shelled", "2019", id="first of two verbs"),
        pytest.param(TWO_DATES, "bombed", "2021", id="second of two verbs"),
        pytest.param(COMPLEMENT, "agree", "2030", id="on the verb"),
        pytest.param(COMPLEMENT, "disarm", "2030", id="shared by the complement"),
        pytest.param(trees.ACTIVE, "supplied", None, id="none"),
    ],
)
def test_dates_belong_to_the_nearest_event(rows: str, word: str, expected: str | None) -> None:
    assert dated(planted(rows), word) == expected


def test_the_date_of_a_verb_of_saying_is_not_the_events() -> None:
    plant = planted(SAID_ON)
    assert dated(plant, "shelled", cues=frozenset({plant.word("said")})) is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(IN_TOWN, ("Geneva", "CHE"), id="in a town"),
        pytest.param(FROM_TOWN, None, id="from a town"),
        pytest.param(WITH_PARTY, None, id="in a body"),
    ],
)
def test_places(rows: str, expected: tuple[str, str] | None) -> None:
    plant = planted(rows)
    found = place_of(drafts_of(plant)[0], parties=plant.parties, document=plant.document)
    assert (found and (found.name, found.country)) == expected


def test_heads_are_kept_by_sentence() -> None:
    plant = planted(trees.ACTIVE, trees.GERUND)
    assert dict(heads_of(drafts_of(plant))) == {0: frozenset({1}), 1: frozenset({1, 4})}
