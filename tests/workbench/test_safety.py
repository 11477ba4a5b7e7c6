"""Who is answered and who is not, and what stands at the head of every answer."""

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from sayso.workbench.safety import LARGEST, POLICY, TOKEN_HEADER, refused
from tests.workbench.conftest import TOKEN, Stand

OWN = {"host": "localhost:8470", TOKEN_HEADER: TOKEN, "content-length": "2"}
"""The head of a judgement from our own page."""


def refusal(method: str, **head: str) -> str | None:
    """Why a request with this head is not served; names are written with `_` for `-`."""
    return refused(method, Headers({name.replace("_", "-"): value for name, value in head.items()}), token=TOKEN)


@pytest.mark.parametrize("host", ["localhost", "localhost:8470", "127.0.0.1", "127.0.0.1:1", "[::1]:8470", "[::1]"])
def test_the_names_of_this_machine_are_answered(host: str) -> None:
    assert refusal("GET", host=host) is None


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "evil.example:8470", "localhost.evil.example", "127.0.0.1.evil.example", "0.0.0.0",
     "evil.example:localhost", "localhost@evil.example", "[::1].evil.example", "LOCALHOST.", "127.0.0.2"],
)  # fmt: skip
def test_any_other_name_is_refused_against_rebinding(host: str) -> None:
    assert refusal("GET", host=host)


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "http://localhost.evil.example", "null", "", "file://", "http://127.0.0.1.nip.io"],
)
def test_a_page_of_another_origin_is_refused_even_to_read(origin: str) -> None:
    assert refusal("GET", host="localhost", origin=origin)


def test_what_writes_needs_token_own_site_and_size() -> None:
    own = {name.replace("-", "_"): value for name, value in OWN.items()}
    assert refusal("POST", **own) is None
    assert refusal("POST", **own, sec_fetch_site="same-origin", origin="http://localhost:8470") is None
    for name, wrong in (
        ("x_sayso_token", ""),
        ("x_sayso_token", TOKEN[:-1]),
        ("x_sayso_token", f"{TOKEN} "),
        ("content_length", ""),
        ("content_length", "-1"),
        ("content_length", "1e3"),
        ("content_length", str(LARGEST + 1)),
        ("sec_fetch_site", "cross-site"),
        ("sec_fetch_site", "same-site"),
        ("sec_fetch_site", "none"),
        ("host", "evil.example"),
        ("origin", "https://evil.example"),
    ):
        assert refusal("POST", **{**own, name: wrong}), (name, wrong)
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"):
        assert refusal(method, host="localhost"), method


@pytest.mark.parametrize(
    "address",
    ["/", "/overview.json", "/claims?kind=nonsense", "/claim/nothing", "/claim/nothing.json", "/nowhere",
     "/static/style.css", "/static/pages.js", "/static/nowhere"],
)  # fmt: skip
def test_the_policy_stands_at_the_head_of_every_answer(plain: Stand, address: str) -> None:
    head = plain.client.get(address).headers
    assert head["content-security-policy"] == POLICY
    assert head["x-content-type-options"] == "nosniff"
    assert head["referrer-policy"] == "no-referrer"
    assert head["cross-origin-opener-policy"] == head["cross-origin-resource-policy"] == "same-origin"
    assert head["cache-control"] == "no-store"


def test_a_refusal_has_the_policy_too(plain: Stand) -> None:
    for answer in (
        plain.client.get("/", headers={"host": "evil.example"}),
        plain.client.post("/", content=b"{}"),
        plain.client.get("/", headers={"origin": "https://evil.example"}),
    ):
        assert answer.status_code == 403
        assert answer.headers["content-security-policy"] == POLICY
        assert "sayso" not in answer.text.casefold()


def test_an_error_of_the_program_has_the_policy_and_tells_nothing(
    plain: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr(plain.client.app.state.case.ledger, "claim", broken)  # type: ignore[attr-defined]
    client = TestClient(plain.client.app, base_url="http://localhost", raise_server_exceptions=False)
    answer = client.get("/claim/abcd")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == POLICY
    assert "secret" not in answer.text


def test_the_policy_lets_nothing_run_that_stands_in_a_page() -> None:
    assert "unsafe" not in POLICY
    assert "default-src 'none'" in POLICY
    assert "http" not in POLICY
    assert {each.split()[0] for each in POLICY.split("; ")} >= {"script-src", "style-src", "form-action", "base-uri"}


def test_no_record_holds_the_token_of_writing(plain: Stand) -> None:
    for address in ("/overview.json", "/claims.json", "/nowhere.json"):
        assert TOKEN not in plain.client.get(address).text
