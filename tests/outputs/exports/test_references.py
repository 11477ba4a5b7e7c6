"""Documents and claims of our own in; references, provenance, statements and cells of them out."""

import csv
import io
import json
from dataclasses import replace

import pytest
from prov.model import ProvDocument

from sayso.outputs.cells import Cells
from sayso.outputs.claims import Found
from sayso.outputs.exports import csl, dna, prov
from sayso.outputs.exports import csv as table
from tests.factories import claim, document, role, span
from tests.outputs.exports.made import arms, contents, remarks, three, written

CSL_FIELDS = {
    *("id", "type", "title", "author", "container-title", "issued", "accessed", "URL", "archive_location", "language"),
    *("annote", "custom"),
}
"""Of the fields that csl-data.json, the schema of CSL 1.0.2, takes, those that we write; it takes no others."""


def test_a_document_is_a_reference_with_its_claims_in_the_annotation() -> None:
    report, quiet = json.loads(written(csl, contents(arms())))
    assert set(report) <= CSL_FIELDS
    assert (report["type"], report["title"], report["container-title"]) == (
        "article-newspaper",
        "Arms for Moscow",
        "The Daily",
    )
    assert report["author"] == [{"literal": "A. Writer"}]
    assert report["issued"] == {"date-parts": [[2024, 3, 7]]}
    assert report["URL"] == "https://daily.example/arms"
    assert "possible; certainty possible; up to 5.5 billion USD" in report["annote"]
    assert "on the word of New York Times" in report["annote"]
    assert (quiet["type"], quiet["archive_location"], quiet["custom"]["claims"]) == ("document", "quiet.txt", 0)


def test_a_claim_is_derived_from_its_document_by_a_run_and_attributed_to_who_is_cited() -> None:
    found = json.loads(written(prov, contents(arms())))
    [claim_id] = [each for each in found["entity"] if each.startswith("sayso:claim-")]
    entity = found["entity"][claim_id]
    assert (entity["sayso:modality"], entity["sayso:certainty"]) == ("possible", "possible")
    assert entity["prov:value"].startswith("The New York Times said")
    [derived] = found["wasDerivedFrom"].values()
    assert derived["prov:generatedEntity"] == claim_id
    assert derived["prov:usedEntity"] in found["entity"]
    [made] = found["wasGeneratedBy"].values()
    assert (made["prov:activity"], list(found["activity"])) == ("sayso:run-1a2b", ["sayso:run-1a2b"])
    agents = {
        found["agent"][each["prov:agent"]]["prov:label"]: each["prov:entity"]
        for each in found["wasAttributedTo"].values()
    }
    assert agents == {"New York Times": claim_id, "The Daily": derived["prov:usedEntity"]}
    read = ProvDocument.deserialize(content=json.dumps(found))
    assert len(read.records) == sum(len(section) for heading, section in found.items() if heading != "prefix")


def statements(found: list[Found]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(dna, contents(found)).decode(), newline=""), delimiter=";"))


def test_statements_have_the_columns_of_dna_in_its_order() -> None:
    [row] = statements(arms())
    head = ["statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text"]
    assert list(row)[:13] == [*head, "person", "organization", "concept", "agreement"]
    assert (row["statement ID"], row["time"], row["document ID"]) == ("1", "2024-03-07 00:00:00", "1")
    assert (row["person"], row["organization"]) == ("", "New York Times")
    assert (row["concept"], row["agreement"]) == ("transfer: North Korea → Russia, arms", "1")
    assert (row["modality"], row["certainty"]) == ("possible", "possible")


def test_who_denies_disagrees_with_the_same_concept() -> None:
    *_, denied = statements(three())
    assert (denied["organization"], denied["agreement"]) == ("Russia", "0")
    assert denied["concept"] == "fight: Russia – Ukraine"


@pytest.mark.parametrize(
    ("kind", "polarity", "agreement"),
    [
        ("support", "affirmed", "1"),
        ("oppose", "affirmed", "0"),
        ("support", "negated", "0"),
        ("oppose", "negated", "1"),
    ],
)
def test_a_stance_is_that_of_its_doer(kind: str, polarity: str, agreement: str) -> None:
    of = document("The president backed the plan.")
    roles = [role("actor", "RUS/president", span(of, "The president")), role("matter", None, span(of, "the plan"))]
    [row] = statements([(of, (replace(claim(of, kind, "backed", *roles), polarity=polarity),))])
    assert (row["person"], row["organization"], row["concept"]) == ("Russia (president)", "Russia", "the plan")
    assert row["agreement"] == agreement


def test_cells_that_begin_like_formulas_are_guarded_and_the_export_says_so() -> None:
    of = document("=HYPERLINK() Russia struck.", location="-1.txt")
    found = [(of, (claim(of, "fight", "struck", role("actor", "RUS")),))]
    [row] = csv.DictReader(io.StringIO(written(table, contents(found)).decode(), newline=""))
    assert (row["document"], row["evidence"]) == ("'-1.txt", "'=HYPERLINK() Russia struck.")
    assert remarks(table, contents(found)) == ["2 cells began like a formula and got an apostrophe in front"]
    assert remarks(table, contents(arms())) == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_every_sign_that_a_spreadsheet_takes_for_a_formula_is_guarded(start: str) -> None:
    assert Cells().row([f"{start}1", f"1{start}"]) == [f"'{start}1", f"1{start}"]


def test_a_carriage_return_in_a_cell_begins_no_row() -> None:
    of = document("Russia\rstruck.")
    found = [(of, (claim(of, "fight", "struck", role("actor", "RUS")),))]
    [row] = csv.DictReader(io.StringIO(written(table, contents(found)).decode(), newline=""))
    assert row["evidence"] == "Russia\rstruck."


def test_where_no_party_is_known_there_is_no_concept_to_share() -> None:
    of = document("It was shelled.")
    found: list[Found] = [(of, (claim(of, "fight", "shelled"),))]
    assert statements(found) == []
    assert remarks(dna, contents(found)) == ["1 claim names no known party and is left out"]
