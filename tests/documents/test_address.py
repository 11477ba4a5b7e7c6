"""Addresses in; what is fetched, what is refused, and that no limit can be talked around. No socket is opened."""

import gzip
import re
import threading
from collections.abc import Callable, Iterator

import httpx
import pytest

from sayso.documents.address import MAX_REDIRECTS, fetch, is_address, is_public
from sayso.documents.source import Source
from sayso.errors import DocumentError, NotFound, Refused, TooLarge, Unreadable
from sayso.settings import Settings

PUBLIC = "93.184.216.34"
PAGE = b"<html><body><p>Talks resumed.</p></body></html>"


def resolver(host: str, port: int) -> list[str]:
    """Every name is public but the one that says it is not; numbers stand for themselves."""
    return [host] if re.fullmatch(r"[\da-f:.]+", host) else ["10.0.0.8" if host == "inside.example" else PUBLIC]


def fetched(location: str, handler: Callable[[httpx.Request], httpx.Response], **settings: object) -> Source:
    return fetch(
        location,
        settings=Settings(**settings),  # type: ignore[arg-type]
        transport=httpx.MockTransport(handler),
        resolver=resolver,
    )


def answer(body: bytes, **headers: str) -> httpx.Response:
    """A response whose body is still to be read, as from a network; underscores in names stand for hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(200, stream=httpx.ByteStream(body), headers=named)


def page(request: httpx.Request) -> httpx.Response:
    return answer(PAGE, content_type="text/html; charset=koi8-u")


def test_a_page_comes_with_what_its_server_declares() -> None:
    source = fetched("https://steppe.example/world/Talks.HTML?x=1", page)
    assert source.stream.read() == PAGE
    assert (source.location, source.name) == ("https://steppe.example/world/Talks.HTML?x=1", "talks.html")
    assert (source.media_type, source.charset) == ("text/html", "koi8-u")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", source.retrieved or "")


def test_the_connection_goes_to_the_checked_number_and_asks_by_name() -> None:
    asked: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return page(request)

    fetched("https://steppe.example:8443/a", handler)
    assert asked[0].url == f"https://{PUBLIC}:8443/a"
    assert asked[0].headers["Host"] == "steppe.example:8443"
    assert asked[0].extensions["sni_hostname"] == "steppe.example"


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[::ffff:192.168.0.1]/",
        "http://inside.example/",
    ],
)
def test_private_networks_are_refused_unless_allowed(location: str) -> None:
    with pytest.raises(Refused, match="private or reserved network"):
        fetched(location, page)
    assert fetched(location, page, allow_private=True).stream.read() == PAGE


@pytest.mark.parametrize(
    "goal", ["http://127.0.0.1/", "http://inside.example/", "//inside.example/x", "file:///etc/hosts"]
)
def test_a_redirect_is_checked_like_the_first_address(goal: str) -> None:
    with pytest.raises(Refused):
        fetched("http://steppe.example/", lambda request: httpx.Response(302, headers={"Location": goal}))


def test_a_name_that_changes_its_number_is_checked_again() -> None:
    numbers = iter([[PUBLIC], ["127.0.0.1"]])
    with pytest.raises(Refused, match=r"127\.0\.0\.1"):
        fetch(
            "http://steppe.example/",
            settings=Settings(),
            transport=httpx.MockTransport(lambda request: httpx.Response(301, headers={"Location": "/again"})),
            resolver=lambda host, port: next(numbers),
        )


def test_redirects_are_followed_by_name() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/old":
            return httpx.Response(301, headers={"Location": "/new"})
        return answer(f"{request.headers['Host']}{request.url.path}".encode())

    assert fetched("http://steppe.example/old", handler).stream.read() == b"steppe.example/new"


def test_redirects_without_end_are_given_up() -> None:
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(302, headers={"Location": f"/{len(asked)}"})

    with pytest.raises(Refused, match="redirects more than"):
        fetched("http://steppe.example/", handler)
    assert len(asked) == MAX_REDIRECTS + 1


def test_the_next_number_is_tried_where_one_does_not_connect() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.host != PUBLIC:
            raise httpx.ConnectError("no route to host")
        return page(request)

    source = fetch(
        "http://steppe.example/",
        settings=Settings(),
        transport=httpx.MockTransport(handler),
        resolver=lambda host, port: ["2606:2800:220:1::1", PUBLIC],
    )
    assert source.stream.read() == PAGE


class Endless(httpx.SyncByteStream):
    """A body that never ends, and how much of it was taken."""

    def __init__(self) -> None:
        self.sent = 0

    def __iter__(self) -> Iterator[bytes]:
        while True:
            self.sent += 1000
            yield b"x" * 1000


def test_a_body_without_end_is_cut_at_the_limit() -> None:
    body = Endless()
    with pytest.raises(TooLarge, match="5,000 bytes"):
        fetched("http://steppe.example/", lambda request: httpx.Response(200, stream=body), max_bytes=5000)
    assert body.sent < 200_000


def test_a_packed_bomb_is_cut_at_the_limit() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return answer(gzip.compress(b"0" * 20_000_000), content_encoding="gzip")

    with pytest.raises(TooLarge):
        fetched("http://steppe.example/", handler, max_bytes=5000)


@pytest.mark.parametrize(
    ("packing", "body", "expected"),
    [
        ("gzip", gzip.compress(PAGE), None),
        ("gzip", gzip.compress(PAGE)[:-9], "cut off"),
        ("gzip", b"not packed at all", "damaged"),
        ("br", PAGE, "packed as br"),
    ],
)
def test_packed_bodies(packing: str, body: bytes, expected: str | None) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return answer(body, content_encoding=packing)

    if expected is None:
        assert fetched("http://steppe.example/", handler).stream.read() == PAGE
    else:
        with pytest.raises(Unreadable, match=expected):
            fetched("http://steppe.example/", handler)


def test_a_server_that_does_not_answer_is_given_up_in_time() -> None:
    over = threading.Event()

    def handler(request: httpx.Request) -> httpx.Response:
        over.wait(30)
        return page(request)

    try:
        with pytest.raises(Refused, match=r"within 0\.05 seconds"):
            fetched("http://steppe.example/", handler, timeout_seconds=0.05)
    finally:
        over.set()


@pytest.mark.parametrize(("status", "error"), [(404, NotFound), (410, NotFound), (403, Refused), (500, Refused)])
def test_an_error_of_the_server_is_said(status: int, error: type[DocumentError]) -> None:
    with pytest.raises(error, match=f"answered {status}"):
        fetched("http://steppe.example/", lambda request: httpx.Response(status))


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("ftp://steppe.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http:///a", "only http and https"),
        ("http://reader:secret@steppe.example/", "user name or password"),
        ("http://steppe.example:99999999/", "not a valid address"),
    ],
)
def test_other_addresses_are_refused(location: str, expected: str) -> None:
    with pytest.raises(Refused, match=expected) as caught:
        fetched(location, page)
    assert "secret" not in str(caught.value)


def test_an_unknown_host_is_said() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("name not known")

    with pytest.raises(NotFound, match=r"nowhere\.example is not a known host"):
        fetch("http://nowhere.example/", settings=Settings(), resolver=unknown)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("64:ff9b::808:808", True),
        ("64:ff9b::7f00:1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("100.64.0.1", False),
        ("172.16.5.4", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("ff02::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("steppe.example", False),
    ],
)
def test_public_numbers(address: str, expected: bool) -> None:
    assert is_public(address) is expected


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("https://a.example", True),
        ("ftp://a", True),
        ("C://x", False),
        ("a/b.txt", False),
        ("-", False),
        ("://", False),
    ],
)
def test_addresses_are_told_from_paths(location: str, expected: bool) -> None:
    assert is_address(location) is expected
