"""What pages, other pages and programs send in; what is kept of it and what is answered out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.records import Claim, Document
from sayso.workbench.offsets import units
from tests.workbench.reviewing import EMOJI, KOREAN, SALE, WITH_TOKEN, looking, reports

ACCEPTED = {"claim_id": SALE.id, "verdict": "accept", "reviewer": "ann"}
XSS = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of four reports."""
    return reports(tmp_path / "case.sayso")


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    """Its workbench."""
    with looking(path) as found:
        yield found


def _kept(path: Path) -> list[str]:
    with Ledger.open(path, write=False) as ledger:
        return [each.verdict for each in ledger.judgements()]


def test_a_judgement_is_kept_with_reviewer_time_and_note(client: TestClient, path: Path) -> None:
    answer = client.post("/judgements", json={**ACCEPTED, "note": "checked"}, headers=WITH_TOKEN)
    assert (answer.status_code, answer.json()["said"]) == (201, f"accepted claim {SALE.id[:10]}")
    with Ledger.open(path, write=False) as ledger:
        (kept,) = ledger.judgements()
    assert (kept.id, kept.reviewer, kept.note) == (answer.json()["ids"][0], "ann", "checked")
    assert kept.at.endswith("Z")


def test_the_page_has_the_token_and_the_next_page_what_was_kept(client: TestClient) -> None:
    assert f'<meta name="sayso-token" content="{WITH_TOKEN["x-sayso-token"]}">' in client.get("/review").text
    client.post("/judgements", json=ACCEPTED, headers=WITH_TOKEN)
    assert "Judged: accept by" in client.get(f"/review?claim={SALE.id}").text
    assert client.get("/review.json").json()["left"] == 3


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"x-sayso-token": "another"}, 403),
        ({**WITH_TOKEN, "origin": "https://evil.example"}, 403),
        ({**WITH_TOKEN, "origin": "null"}, 403),
        ({**WITH_TOKEN, "host": "evil.example"}, 403),
        ({**WITH_TOKEN, "sec-fetch-site": "cross-site"}, 403),
        ({**WITH_TOKEN, "content-type": "text/plain"}, 415),
        ({**WITH_TOKEN, "content-type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_what_does_not_come_from_our_own_pages_is_refused(
    client: TestClient, path: Path, headers: dict[str, str], status: int
) -> None:
    for address in ("/judgements", "/ratings", "/credibilities", "/identities"):
        assert client.post(address, json=ACCEPTED, headers=headers).status_code == status
    assert _kept(path) == []


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (b"", 400, "this cannot be kept"),
        (b"{", 400, "this cannot be kept"),
        (b"[]", 400, "Expected `object`"),
        (b"\xff\xfe", 400, "this cannot be kept"),
        (b"[" * 100_000, 400, "this cannot be kept"),
        (b'{"claim_id":"%s","verdict":"accept"}' % SALE.id.encode(), 400, "missing required field `reviewer`"),
        (b'{"claim_id":1,"verdict":"accept","reviewer":"a"}', 400, "Expected `str`"),
        (b'{"claim_id":"%s","verdict":"accept","reviewer":"a","x":1}' % SALE.id.encode(), 400, "unknown field `x`"),
        (b'{"claim_id":"%s","verdict":"accept","reviewer":" "}' % SALE.id.encode(), 400, "who gave it"),
        (b'{"claim_id":"%s","verdict":"agree","reviewer":"a"}' % SALE.id.encode(), 400, "is no verdict"),
        (b'{"claim_id":"0000000000","verdict":"accept","reviewer":"a"}', 404, "has no claim"),
        (b'{"claim_id":"%s","verdict":"undo","reviewer":"a"}' % SALE.id.encode(), 400, "no judgement that could be"),
        (b'{"claim_id":"%s","verdict":"merge","reviewer":"a","target":"ffffffff"}' % SALE.id.encode(), 404, "no claim"),
        (b'{"claim_id":"%s","verdict":"split","reviewer":"a"}' % SALE.id.encode(), 400, "alone in its matter"),
        (b'{"claim_id":"%s","verdict":"accept","reviewer":"%s"}' % (SALE.id.encode(), b"a" * 201), 400, "at most 200"),
    ],
)
def test_what_makes_no_sense_is_one_sentence_and_keeps_nothing(
    client: TestClient, path: Path, body: bytes, status: int, said: str
) -> None:
    answer = client.post("/judgements", content=body, headers={**WITH_TOKEN, "content-type": "application/json"})
    assert answer.status_code == status
    assert said in answer.json()["error"]
    assert _kept(path) == []


def test_more_than_a_page_of_remarks_is_refused(client: TestClient, path: Path) -> None:
    assert client.post("/judgements", json={**ACCEPTED, "note": "x" * 1_000_001}, headers=WITH_TOKEN).status_code == 403
    assert client.post("/judgements", json={**ACCEPTED, "note": "x" * 10_001}, headers=WITH_TOKEN).status_code == 400
    assert _kept(path) == []


def _selection(text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return {"utf16": [units(text[:start]), units(text[: start + len(words)])], "quote": words}


@pytest.mark.parametrize(
    ("report", "words"), [(KOREAN, "러시아"), (EMOJI, "dr\u00f6nes 🛩"), (EMOJI, "e\u0301te\u0301")]
)
def test_a_selection_of_the_browser_is_kept_in_code_points(
    client: TestClient, path: Path, report: tuple[Document, Claim], words: str
) -> None:
    made, told = report
    role = {"role": "recipient", "actor": "RUS", "span": _selection(made.text, words)}
    body = {**ACCEPTED, "claim_id": told.id, "verdict": "correct", "corrections": {"roles": [role]}}
    assert client.post("/judgements", json=body, headers=WITH_TOKEN).status_code == 201
    shown = client.get(f"/review.json?claim={told.id}").json()["claim"]["now"]["roles"]
    assert [made.text[each["span"]["start"] : each["span"]["end"]] for each in shown] == [words]
    with Ledger.open(path, write=False) as ledger:
        assert ledger.claim(told.id).event.roles == told.event.roles


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"utf16": [1, 2], "quote": "\ude80"}, "cannot be kept"),
        ({"utf16": [1, 3], "quote": "xx"}, "trigger:"),
        ({"utf16": [0, 3], "quote": "sent"}, "trigger: "),
        ({"start": 0, "end": 4, "quote": "sent"}, "the text has"),
    ],
)
def test_a_place_where_other_words_stand_is_refused(
    client: TestClient, path: Path, place: dict[str, object], said: str
) -> None:
    body = {**ACCEPTED, "claim_id": EMOJI[1].id, "verdict": "correct", "corrections": {"trigger": place}}
    content = str(body).replace("'", '"').replace("\ude80", "\\ude80").encode("utf-8", "replace")
    answer = client.post("/judgements", content=content, headers={**WITH_TOKEN, "content-type": "application/json"})
    assert answer.status_code == 400
    assert said in answer.json()["error"] or "text has" in answer.json()["error"]
    assert _kept(path) == []


def test_hostile_names_and_notes_come_back_as_words(client: TestClient) -> None:
    for verdict, more in (
        ("accept", {}),
        ("correct", {"corrections": {"place": {"name": XSS, "country": None, "span": None}}}),
    ):
        body = {**ACCEPTED, "verdict": verdict, "reviewer": XSS, "note": XSS, **more}
        assert client.post("/judgements", json=body, headers=WITH_TOKEN).status_code == 201
    for address in (f"/review?claim={SALE.id}", f"/claim/{SALE.id}", "/claims", "/review"):
        text = client.get(address).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
    assert "&lt;script&gt;alert(1)" in client.get(f"/review?claim={SALE.id}").text


def test_a_source_is_given_a_letter_and_loses_it(client: TestClient, path: Path) -> None:
    signed = {"reviewer": "ann", "reason": "right so far"}
    times = {**signed, "actor": "org/nyt", "letter": "B"}
    assert client.post("/ratings", json=times, headers=WITH_TOKEN).json()["said"] == "B: org/nyt"
    assert client.post("/ratings", json={**times, "letter": "Z"}, headers=WITH_TOKEN).status_code == 400
    assert client.post("/ratings", json={**times, "reason": " "}, headers=WITH_TOKEN).status_code == 400
    assert client.post("/ratings", json={**signed, "letter": "B"}, headers=WITH_TOKEN).status_code == 400
    with Ledger.open(path, write=False) as ledger:
        assert ledger.register.letter(actor="org/nyt") == "B"
    assert client.post("/ratings", json={**times, "letter": None}, headers=WITH_TOKEN).status_code == 201
    again = client.post("/ratings", json={**times, "letter": None}, headers=WITH_TOKEN)
    assert "no letter that could be withdrawn" in again.json()["error"]


def test_a_matter_is_given_a_number_and_loses_it(client: TestClient) -> None:
    given = {"reviewer": "ann", "reason": "seen on images", "matter_id": SALE.id, "digit": 2}
    assert client.post("/credibilities", json=given, headers=WITH_TOKEN).status_code == 201
    assert client.get(f"/matter/{SALE.id}.json").json()["row"]["override"] == 2
    assert client.post("/credibilities", json={**given, "digit": 7}, headers=WITH_TOKEN).status_code == 400
    assert client.post("/credibilities", json={**given, "matter_id": "0000"}, headers=WITH_TOKEN).status_code == 404
    assert client.post("/credibilities", json={**given, "digit": None}, headers=WITH_TOKEN).status_code == 201
    assert client.get(f"/matter/{SALE.id}.json").json()["row"]["override"] is None


def test_an_actor_is_another_in_matters_until_that_is_taken_back(client: TestClient) -> None:
    before = client.get(f"/matter/{SALE.id}.json").json()["title"]
    given = {"reviewer": "ann", "reason": "a slip", "actor": "PRK", "same_as": "KOR"}
    assert client.post("/identities", json=given, headers=WITH_TOKEN).json()["said"] == "PRK is KOR"
    after = client.get(f"/matter/{SALE.id}.json").json()["title"]
    assert "PRK" in before
    assert "PRK" not in after
    assert client.post("/identities", json={**given, "same_as": "<b>"}, headers=WITH_TOKEN).status_code == 400
    assert client.post("/identities", json={**given, "same_as": None}, headers=WITH_TOKEN).status_code == 201
    assert client.get(f"/matter/{SALE.id}.json").json()["title"] == before


def test_a_rejected_claim_leaves_its_matter_and_an_undoing_brings_it_back(client: TestClient) -> None:
    assert client.get(f"/matter/{SALE.id}").status_code == 200
    client.post("/judgements", json={**ACCEPTED, "verdict": "reject"}, headers=WITH_TOKEN)
    assert client.get(f"/matter/{SALE.id}").status_code == 404
    assert client.get(f"/claim/{SALE.id}").status_code == 200
    client.post("/judgements", json={**ACCEPTED, "verdict": "undo"}, headers=WITH_TOKEN)
    assert client.get(f"/matter/{SALE.id}").status_code == 200
