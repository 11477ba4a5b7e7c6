"""Trees written by hand in; the quantities with the words they count out."""

from decimal import Decimal

import pytest

from sayso.claims.numbers.quantities import find_quantities
from sayso.claims.trees import grow
from tests.factories import document, reading, sentence

SYRIANS = """
More ADJ 2 advmod
than ADP 0 fixed
5,000 NUM 3 nummod
Syrians PROPN 4 nsubj
left VERB -1 root
in ADP 6 case
2018 NUM 4 obl
. PUNCT 4 punct
"""
HALF = """
Tariffs NOUN 1 nsubj
hit VERB -1 root
half NOUN 1 obj
of ADP 5 case
all DET 5 det
goods NOUN 2 nmod
. PUNCT 1 punct
"""
ONE = """
That DET 1 det
one NUM 2 nsubj
left VERB -1 root
. PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (SYRIANS, ("More than 5,000", Decimal(5000), None, "person", None, 3)),
        (HALF, ("half", Decimal(50), Decimal(50), "percent", "all goods", 5)),
    ],
)
def test_a_quantity_names_what_it_counts(rows: str, expected: tuple[object, ...]) -> None:
    report = document(" ".join(line.split()[0] for line in rows.strip().splitlines()))
    (found,) = find_quantities(grow(reading(report, sentence(report, rows))), report)
    quantity = found.quantity
    assert (quantity.span.quote, quantity.low, quantity.high, quantity.unit, quantity.of, found.noun) == expected


def test_the_pronoun_one_is_no_quantity() -> None:
    report = document("That one left .")
    assert find_quantities(grow(reading(report, sentence(report, ONE))), report) == ()
