"""Claims of our own in; the network of their parties, as networkx reads it back, out."""

import io
from dataclasses import replace
from typing import Any

import networkx
import pytest

from sayso.outputs.claims import Found
from sayso.outputs.exports import LedgerExporter, gexf, graphml
from tests.factories import claim, document, role
from tests.outputs.exports.made import accounted, arms, contents, remarks, three, written


def edges(found: list[Found], exporter: LedgerExporter = gexf, **of: Any) -> list[tuple[str, str, dict[str, Any]]]:
    data = io.BytesIO(written(exporter, contents(found, **of)))
    graph = networkx.read_gexf(data) if exporter is gexf else networkx.read_graphml(data, force_multigraph=True)
    return list(graph.edges(data=True))


@pytest.mark.parametrize("exporter", [gexf, graphml])
def test_an_edge_keeps_manner_speakers_words_and_the_claims_it_stands_for(exporter: LedgerExporter) -> None:
    [(source, target, edge)] = edges(arms(), exporter)
    assert (source, target, edge["kind"], edge["thing"], edge["sort"]) == ("PRK", "RUS", "transfer", "arms", "exchange")
    assert (edge["modality"], edge["polarity"], edge["certainty"]) == ("possible", "affirmed", "possible")
    assert (edge["speakers"], edge["status"]) == ("New York Times", "possible")
    assert edge["words"].startswith("The New York Times said")
    assert edge["claim_ids"] == arms()[0][1][0].id
    assert (edge["claims"], edge["documents"], edge["weight"]) == (1, 1, 1.0)
    assert (edge["first_published"], edge["last_published"]) == ("2024-03-07", "2024-03-07")


def test_parties_have_names_and_kinds() -> None:
    graph = networkx.read_gexf(io.BytesIO(written(gexf, contents(arms()))))
    assert dict(graph.nodes(data=True)) == {
        "PRK": {"label": "North Korea", "kind": "state"},
        "RUS": {"label": "Russia", "kind": "state"},
    }


def test_who_wants_something_has_an_edge_to_whose_doing_it_would_be() -> None:
    found = {(source, target, edge["kind"]): edge for source, target, edge in edges(three())}
    assert found["UKR", "DEU", "want"]["thing"] == "transfer"
    assert found["UKR", "DEU", "want"]["sort"] == "stance"
    assert found["RUS", "UKR", "fight"]["label"] == "not done fight"


def test_claims_of_one_kind_and_manner_are_one_edge_and_others_are_counted() -> None:
    [(report, (gave, *_))] = three()
    again = replace(gave, id="again", certainty="probable")
    lone = claim(document("It rained."), "fight", "rained", role("actor", "RUS"))
    of = [(report, (gave, again)), (document("It rained."), (lone,))]
    [(_, _, edge)] = edges(of)
    assert (edge["claims"], edge["claim_ids"], edge["certainty"]) == (2, f"{gave.id} again", "certain; probable")
    assert remarks(gexf, contents(of)) == ["1 claim names no two known parties and has no edge"]


def test_what_analysts_rejected_is_no_edge() -> None:
    assert edges(arms(), rejected=[arms()[0][1][0].id]) == []


def test_an_edge_counts_matters_and_known_origins_and_weighs_as_many_matters() -> None:
    [(report, (gave, *_))] = three()
    again = replace(gave, id="again")
    found = accounted(report, (gave, again))
    [(_, _, edge)] = edges([(report, (gave, again))], accounts=[found])
    assert (edge["claims"], edge["matters"], edge["weight"]) == (2, 1, 1.0)
    assert edge["origins"] == found.corroboration.certain
