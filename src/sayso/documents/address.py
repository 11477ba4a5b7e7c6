"""A web address in, a `Source` of what was found there out; size, time and reachable networks are limited.

Names are resolved here and the connection goes to the very address that was checked, at every redirect anew, so that
a name which changes its meaning between check and use gains nothing. Nothing that is fetched is executed.
"""

import ipaddress
import queue
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import httpx

from sayso.documents.source import Source, declared, from_bytes
from sayso.errors import DocumentError, NotFound, Refused, TooLarge, Unreadable
from sayso.settings import Settings

MAX_REDIRECTS = 5
"""Redirects followed before an address is given up; news sites use one to three (set by hand, 2026-11)."""

_HEADERS = {
    "User-Agent": "sayso (reads news reports; one request for each address)",
    "Accept": "text/html, application/xhtml+xml, application/xml, text/plain, application/pdf, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_PIECE = 65_536
_LAST_PORT = 65_535
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Resolver = Callable[[str, int], list[str]]
"""Host and port in, the addresses it stands for out."""


def is_address(location: str) -> bool:
    """Whether `location` is an address to fetch rather than a path: `C://` is a drive, `https://` is not."""
    scheme, separator, _ = location.partition("://")
    return bool(separator) and len(scheme) > 1 and scheme.isalnum()


def is_public(address: str) -> bool:
    """Whether a numeric address lies in the public internet, together with the IPv4 address it may carry within.

    >>> is_public("93.184.216.34"), is_public("10.0.0.1"), is_public("::ffff:127.0.0.1"), is_public("169.254.169.254")
    (True, False, False, False)
    """
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        within = number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)
        if number in _NAT64:
            within = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if within is not None:
            return is_public(str(within))
    return number.is_global and not number.is_multicast and not number.is_reserved


def resolve(host: str, port: int) -> list[str]:
    """The numeric addresses of `host`, in the order the system prefers."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def fetch(
    location: str, *, settings: Settings, transport: httpx.BaseTransport | None = None, resolver: Resolver = resolve
) -> Source:
    """What is found at `location` within the limits of `settings`.

    `transport` and `resolver` stand in for the network. Raises `Refused` for an address that is not allowed, does not
    answer in time or answers with an error, `NotFound` where nothing is there, and `TooLarge`.
    """
    results: queue.Queue[Source | Exception] = queue.Queue()

    def work() -> None:
        try:
            with httpx.Client(transport=transport, trust_env=False, timeout=settings.timeout_seconds) as client:
                results.put(_Fetch(location, settings, client, resolver).run())
        except Exception as error:  # carried over to the caller's thread and raised there
            results.put(error)

    # In a thread of its own, since neither name resolution nor dripping headers obey the timeouts of the client.
    threading.Thread(target=work, daemon=True).start()
    try:
        result = results.get(timeout=settings.timeout_seconds)
    except queue.Empty:
        result = Refused(f"{location} did not answer within {settings.timeout_seconds:g} seconds; try again later.")
    if isinstance(result, Exception):
        raise result
    return result


class _Fetch:
    """One address on its way through redirects."""

    def __init__(self, location: str, settings: Settings, client: httpx.Client, resolver: Resolver) -> None:
        self._location, self._settings, self._client, self._resolver = location, settings, client, resolver
        self._deadline = time.monotonic() + settings.timeout_seconds

    def run(self) -> Source:
        try:
            address = httpx.URL(self._location)
            for _ in range(MAX_REDIRECTS + 1):
                found = self._ask(address)
                if isinstance(found, Source):
                    return found
                address = address.join(found)
        except DocumentError:
            raise
        except httpx.TimeoutException as error:
            raise Refused(f"{self._location} did not answer in time; try again later.") from error
        except httpx.InvalidURL as error:
            raise Refused(f"{self._location} is not a valid address: {str(error).rstrip('.').lower()}.") from error
        except httpx.HTTPError as error:
            raise Refused(f"{self._location} could not be fetched: {str(error).rstrip('.').lower()}.") from error
        raise Refused(f"{self._location} redirects more than {MAX_REDIRECTS} times; give the final address.")

    def _ask(self, address: httpx.URL) -> Source | str:
        """The source at `address`, or the address it redirects to."""
        error: httpx.HTTPError | None = None
        for number in self._allowed(address):
            # The number replaces the name in the connection alone: the server and its certificate are asked by name.
            request = self._client.build_request(
                "GET",
                address.copy_with(host=number),
                headers={**_HEADERS, "Host": address.netloc.decode("ascii")},
                extensions={"sni_hostname": address.raw_host.decode("ascii")},
            )
            try:
                response = self._client.send(request, stream=True, follow_redirects=False)
            except httpx.ConnectError as refused:  # the next address of the same name may answer
                error = refused
                continue
            try:
                return self._received(response, address)
            finally:
                response.close()
        raise error or Refused(f"{address} has no address to connect to.")

    def _allowed(self, address: httpx.URL) -> list[str]:
        if address.scheme not in ("http", "https") or not address.host:
            raise Refused(f"{self._location} is not allowed: only http and https addresses are fetched.")
        if address.userinfo:
            raise Refused(f"{address.copy_with(userinfo=b'')} was given with a user name or password; leave it out.")
        port = address.port or (443 if address.scheme == "https" else 80)
        if port > _LAST_PORT:
            raise Refused(f"{address} is not a valid address: there is no port {port}.")
        try:
            numbers = self._resolver(address.host, port)
        except (OSError, UnicodeError) as error:
            raise NotFound(f"{address.host} is not a known host; check the spelling of the address.") from error
        private = [number for number in numbers if not is_public(number)]
        if private and not self._settings.allow_private:
            raise Refused(
                f"{address} leads to {private[0]}, inside a private or reserved network; "
                "set allow_private if that is meant."
            )
        return numbers

    def _received(self, response: httpx.Response, address: httpx.URL) -> Source | str:
        if response.is_redirect:
            return response.headers["Location"]
        if response.status_code in (404, 410):
            raise NotFound(f"{address} does not exist: the server answered {response.status_code}.")
        if response.status_code != 200:
            raise Refused(f"{address} was refused: the server answered {response.status_code}.")
        content = b"".join(self._pieces(response, address))
        media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        source = from_bytes(content, self._location, name=address.path.rpartition("/")[2])
        return declared(
            source,
            media_type=media_type or None,
            charset=response.charset_encoding,
            retrieved=datetime.now(UTC).date().isoformat(),
        )

    def _pieces(self, response: httpx.Response, address: httpx.URL) -> Iterator[bytes]:
        limit, size = self._settings.max_bytes, 0
        for piece in _unpacked(response, address):
            size += len(piece)
            if size > limit:
                raise TooLarge(f"{address} is larger than the limit of {limit:,} bytes; raise max_bytes.")
            if time.monotonic() > self._deadline:
                raise Refused(f"{address} did not send all of itself in time; raise timeout_seconds.")
            yield piece


def _unpacked(response: httpx.Response, address: httpx.URL) -> Iterator[bytes]:
    """The body in pieces of bounded size: the client's own decoder would unpack a bomb whole before we could count."""
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing in ("identity", ""):
        yield from response.iter_raw(_PIECE)
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise Unreadable(f"{address} was sent packed as {packing}, which was not asked for; fetch it with a browser.")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32 if packing != "deflate" else zlib.MAX_WBITS)
    try:
        for raw in response.iter_raw(_PIECE):
            rest = raw
            while rest and not unpacker.eof:
                yield unpacker.decompress(rest, _PIECE)
                rest = unpacker.unconsumed_tail
    except zlib.error as error:
        raise Unreadable(f"{address} was sent damaged: {error}.") from error
    if not unpacker.eof:
        raise Unreadable(f"{address} was cut off while it was sent; try again.")
