"""Who stands between the others."""

import networkx as nx
import pytest

from sayso.system.networks.centrality import centralities, tied
from sayso.system.records import Exchange, Flow


def test_the_medici_stand_between_the_families_of_florence() -> None:
    """Padgett and Ansell (1993): betweenness .5220, the Guadagni next with .2546; the Pucci married none of them."""
    found = centralities(nx.florentine_families_graph().edges)
    assert found[0].party == "Medici"
    assert found[0].betweenness == pytest.approx(0.5220, abs=5e-5)
    assert (found[1].party, round(found[1].betweenness, 4)) == ("Guadagni", 0.2546)
    assert found[0].partners == 6
    assert len(found) == 15


def test_ties_have_no_direction_and_count_once() -> None:
    found = centralities([("A", "B"), ("B", "A"), ("B", "C"), ("C", "C")])
    assert [(row.party, row.betweenness, row.partners) for row in found] == [
        ("B", 1.0, 2),
        ("A", 0.0, 1),
        ("C", 0.0, 1),
    ]


@pytest.mark.parametrize("pairs", [[], [("A", "A")]])
def test_no_ties_give_nothing(pairs: list[tuple[str, str]]) -> None:
    assert centralities(pairs) == ()


def test_many_parties_are_estimated_and_it_says_so() -> None:
    star = [("HUB", f"org/{number}") for number in range(600)]
    first, *rest = centralities(star)
    assert first.party == "HUB"
    assert first.is_estimate
    assert first.betweenness > 0.9
    assert centralities(reversed(star)) == (first, *rest)


def exchange(giver: str | None, recipient: str | None, status: str) -> Exchange:
    flow = Flow(
        named=(),
        id="f", matter_id="m", giver=giver, recipient=recipient, good="oil", what=(), status=status, figures=(),
        window=None, basis="stated", kind="report", origins=(), claim_ids=(),
    )  # fmt: skip
    return Exchange(giver=giver, recipient=recipient, good="oil", flows=(flow,), totals=())


def test_ties_are_what_has_passed_between_known_parties() -> None:
    rows = [exchange("RUS", "PRK", "delivered"), exchange("RUS", None, "delivered"), exchange("USA", "PRK", "sought")]
    assert list(tied(rows)) == [("RUS", "PRK")]
    assert list(tied(rows, frozenset({"sought"}))) == [("USA", "PRK")]
