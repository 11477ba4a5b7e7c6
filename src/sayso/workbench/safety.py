"""Requests in, those that came from our own pages on this machine passed on, answers under a strict policy out.

The workbench serves one person on one machine. A page of another origin can still send requests to it: the Host header
is checked against DNS rebinding, and what writes has to carry a token and, where the browser says it, our own origin
(OWASP, *Cross-Site Request Forgery Prevention*). The policy lets no script run but those of our own files.
"""

import hmac
import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost", "[::1]", "::1")
"""Names under which this machine knows itself."""

TOKEN_HEADER = "x-sayso-token"
"""Carries the token that the pages of this start of the workbench have."""

LARGEST = 1_000_000
"""Bytes of a request: a judgement with a page of remarks is a few thousand."""

_READING = ("GET", "HEAD")

_FAILED = "the workbench failed at this page; what went wrong stands in the terminal that it was started in"

_BRACKETED = re.compile(r"(\[[^]]*\])(?::\d*)?")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Content-Security-Policy of every answer."""

_HEADERS = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
)


class Guard:
    """Middleware that refuses what did not come from our own pages, and puts the policy on every answer."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it with the reason why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        has_begun = False

        async def guarded(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                message.setdefault("headers", []).extend((name.encode(), value.encode()) for name, value in _HEADERS)
            await send(message)

        refusal = refused(scope["method"], Headers(scope=scope), token=self._token)
        answer = self._app if refusal is None else PlainTextResponse(refusal, status_code=403)
        try:
            await answer(scope, receive, guarded)
        except Exception:
            # Answered here, where the policy is put on it; what was wrong goes to the log, where it is raised again.
            if not has_begun:
                await PlainTextResponse(_FAILED, status_code=500)(scope, receive, guarded)
            raise


def refused(method: str, headers: Headers, *, token: str) -> str | None:
    """Why the request is not served; None when it is."""
    if _host(headers.get("host", "")) not in HOSTS:
        return "this workbench answers to the names of this machine alone"
    origin = headers.get("origin")
    if origin is not None and _host(urlsplit(origin).netloc) not in HOSTS:
        return "this workbench answers to its own pages alone"
    if method in _READING:
        return None
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return "this workbench takes judgements from its own pages alone"
    if not hmac.compare_digest(headers.get(TOKEN_HEADER, "").encode(), token.encode()):
        return "the token of the workbench is missing or of an earlier start: load the page again"
    size = headers.get("content-length", "")
    if not size.isdigit() or int(size) > LARGEST:
        return f"a judgement has a length, and at most {LARGEST:,} bytes"
    return None


def _host(netloc: str) -> str:
    """The name without the port; `[::1]:8000` keeps its brackets."""
    if bracketed := _BRACKETED.fullmatch(netloc):
        return bracketed[1]
    name, colon, port = netloc.rpartition(":")
    return name if colon and port.isdecimal() else netloc
