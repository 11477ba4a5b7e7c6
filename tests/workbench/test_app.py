"""The pages over HTTP: each answers with HTML and with its record, and what is not there is said to be."""

import json

import pytest

from tests.workbench.addresses import LISTS, addresses, said, twin
from tests.workbench.conftest import Stand
from tests.workbench.structure import faults

WRONG = (
    "/claims?kind=nonsense",
    "/claims?occurred_from=tomorrow",
    "/claims?text=%22",
    "/matters?sort=weather",
)
"""Addresses that ask for what there can be none of."""

MISSING = (
    "/claim/0000000000000000",
    "/claim/0",
    "/claim/%3Cscript%3E",
    "/document/ffffffffffffffff",
    "/document/" + said("../../etc/passwd"),
    "/matter/0000000000000000",
    "/matter/00",
    "/party?id=Narnia",
    "/party",
    "/pair?one=RUS&other=Narnia",
    "/pair",
)
"""Addresses of what the ledger does not have."""


def test_every_page_of_an_ordinary_ledger_answers_and_so_does_its_record(plain: Stand) -> None:
    for address in addresses(plain.path):
        page, record = plain.client.get(address), plain.client.get(twin(address))
        assert (page.status_code, record.status_code) == (200, 200), address
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert record.headers["content-type"] == "application/json"
        title = record.json()["title"]
        assert f"<title>{_escaped(title)} – sayso</title>" in page.text
        assert not faults(page.text), address


@pytest.mark.parametrize("address", LISTS)
def test_an_empty_ledger_has_all_lists_and_says_that_there_is_nothing(empty: Stand, address: str) -> None:
    page = empty.client.get(address)
    assert page.status_code == 200
    assert not faults(page.text)
    assert any(
        words in page.text for words in ("not stated", "No claim", "none", "No event", "No origin", "nothing")
    ), "the page says that there is nothing"
    assert empty.client.get(twin(address)).status_code == 200


@pytest.mark.parametrize("address", MISSING)
def test_what_the_ledger_does_not_have_is_not_found_and_said_in_one_sentence(plain: Stand, address: str) -> None:
    page, record = plain.client.get(address), plain.client.get(twin(address))
    assert (page.status_code, record.status_code) == (404, 404)
    assert "Traceback" not in page.text
    assert set(record.json()) == {"error"}
    assert "\n" not in record.json()["error"]
    assert not faults(page.text)


def test_a_page_that_there_is_not_is_not_found(plain: Stand) -> None:
    for address in ("/nowhere", "/static/nowhere.js", "/static/../app.py", "/claims/x/y"):
        page = plain.client.get(address)
        assert page.status_code == 404, address
        assert not faults(page.text)


@pytest.mark.parametrize("address", WRONG)
def test_a_filter_that_nothing_could_pass_is_refused_with_the_reason(plain: Stand, address: str) -> None:
    page, record = plain.client.get(address), plain.client.get(twin(address))
    assert (page.status_code, record.status_code) == (400, 400)
    assert _escaped(record.json()["error"]) in page.text


@pytest.mark.parametrize("page", ["0", "-1", "99999999", "9" * 400, "x", "", "1.5", "²", "١"])
def test_a_page_number_out_of_range_gives_a_page_that_there_is(plain: Stand, page: str) -> None:
    found = plain.client.get("/claims.json", params={"page": page})
    assert found.status_code == 200
    pages = found.json()["pages"]
    assert 1 <= pages["page"] <= pages["pages"]
    assert found.json()["rows"]


def test_the_pages_of_a_list_hold_every_claim_once(plain: Stand) -> None:
    first = plain.client.get("/claims.json").json()
    found = [
        row["id"]
        for page in range(1, first["pages"]["pages"] + 1)
        for row in plain.client.get(f"/claims.json?page={page}").json()["rows"]
    ]
    assert first["pages"]["pages"] > 1
    assert len(found) == len(set(found)) == first["pages"]["total"]
    assert first["pages"]["total"] == plain.client.get("/overview.json").json()["claims"]


def test_the_facets_lead_to_as_many_claims_as_they_say(plain: Stand) -> None:
    for facet in plain.client.get("/claims.json").json()["facets"]:
        for value in facet["values"]:
            found = plain.client.get("/claims.json", params=dict(value["asked"])).json()
            assert found["pages"]["total"] == value["claims"], (facet["name"], value["name"])


def test_an_unknown_field_of_a_filter_is_passed_over(plain: Stand) -> None:
    assert plain.client.get("/claims.json?colour=red").json()["asked"] == []


def test_every_number_leads_to_its_claims_and_every_claim_to_its_sentence(plain: Stand) -> None:
    for row in plain.client.get("/claims.json").json()["rows"]:
        page = plain.client.get(f"/claim/{row['id']}").text
        assert f"<mark>{_escaped(row['evidence']['words'])}</mark>" in page
        assert f"/document/{row['evidence']['document_id']}" in page
    matter = plain.client.get("/matters.json").json()["rows"][0]
    shown = plain.client.get(f"/matter/{matter['id']}").text
    record = plain.client.get(f"/matter/{matter['id']}.json").json()
    for series in record["series"]:
        for value in series["values"]:
            assert f'href="/claim/{value["claim_ids"][0]}"' in shown


def test_the_text_of_a_document_is_whole_in_its_pieces(plain: Stand) -> None:
    for address in addresses(plain.path):
        if address.startswith("/document/"):
            record = plain.client.get(twin(address)).json()
            pieces = record["pieces"]
            assert [each["start"] for each in pieces[1:]] == [each["end"] for each in pieces[:-1]]
            marked = {claim_id for piece in pieces for claim_id in piece["claim_ids"]}
            assert marked == {row["id"] for row in record["rows"]}


def test_the_record_of_a_page_is_json_of_one_line(plain: Stand) -> None:
    body = plain.client.get("/matters.json").content
    assert b"\n" not in body.strip()
    assert json.loads(body)


def _escaped(words: str) -> str:
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&#39;"), ('"', "&#34;")):
        words = words.replace(sign, entity)
    return words
