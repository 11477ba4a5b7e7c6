"""What a page sends to be kept in, a row of the ledger, and the sentence that says so, out.

`Guard` has let pass only what came from our own pages with the token. Here the body is decoded strictly, checked
against the ledger, and appended; nothing is ever changed or removed.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.codec import encode
from sayso.errors import LedgerError, RecordError, SaysoError, UnknownRecord
from sayso.review.decisions import Decision, keep, now
from sayso.review.register import Rated, Signed, credit, identify, rate
from sayso.workbench.case import Case
from sayso.workbench.offsets import located

_NAME = 200
_REMARK = 10_000
"""Characters of the name of a reviewer, and of a note or reason: more is a mistake of the pasting."""

_JSON = "application/json"
"""A form of another site cannot send it without asking first (WHATWG Fetch, *simple requests*)."""


class Judging(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody decides about a claim; places in `corrections` may be those of a browser, as in `offsets`."""

    claim_id: str
    verdict: str
    reviewer: str
    note: str | None = None
    corrections: dict[str, object] | None = None
    target: str | None = None


class RatingSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A letter for a source, an actor by its id or anybody else by the name; without it the last is withdrawn."""

    reviewer: str
    reason: str
    letter: str | None
    actor: str | None = None
    name: str | None = None


class CreditingMatter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number for a matter, by the id of a claim in it; without it the last is withdrawn."""

    reviewer: str
    reason: str
    digit: int | None
    matter_id: str


class Identifying(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That one actor is another; without the other what was said before is withdrawn."""

    reviewer: str
    reason: str
    actor: str
    same_as: str | None


_Sent = TypeVar("_Sent", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The ids of the rows that were added, and what they say, in one sentence."""

    ids: tuple[str, ...]
    said: str


def routes() -> list[Route]:
    """Where pages send what is to be kept."""
    return [
        Route("/judgements", _taking(_judge), methods=["POST"]),
        Route("/ratings", _taking(_rate), methods=["POST"]),
        Route("/credibilities", _taking(_credit), methods=["POST"]),
        Route("/identities", _taking(_identify), methods=["POST"]),
    ]


def _taking(kept: Callable[[Case, bytes], Kept]) -> Callable[[Request], Awaitable[Response]]:
    async def take(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
            return _answer({"error": f"what is to be kept is sent as {_JSON}"}, 415)
        try:
            return _answer(kept(request.app.state.case, await request.body()), 201)
        except SaysoError as error:
            return _answer({"error": str(error)}, _status(error))

    return take


def _answer(said: object, status: int) -> Response:
    return Response(encode(said), status_code=status, media_type=_JSON)


def _status(error: SaysoError) -> int:
    if isinstance(error, UnknownRecord):
        return 404
    if isinstance(error, RecordError):
        return 400
    return 503 if isinstance(error, LedgerError) else 500


def _judge(case: Case, body: bytes) -> Kept:
    sent = _decoded(body, Judging)
    _check_length(sent.reviewer, sent.note)
    claim = case.ledger.claim(sent.claim_id)
    corrections = sent.corrections
    if corrections is not None:
        text = case.ledger.document(claim.document_id).text
        corrections = {name: _located(name, value, text) for name, value in corrections.items()}
    judgements = keep(
        Decision(
            claim_id=claim.id,
            verdict=sent.verdict,
            reviewer=sent.reviewer,
            note=sent.note or None,
            corrections=corrections,
            target=sent.target,
        ),
        case.ledger,
        told_with=lambda claim_id: {each.claim.id for each in case.account(claim_id).matter.tellings},
        at=now(timespec="milliseconds"),
    )
    said = _VERBS[judgements[0].verdict].format(claim.id[:10])
    return Kept(ids=tuple(each.id for each in judgements), said=said)


def _located(name: str, value: object, text: str) -> object:
    try:
        return located(value, text)
    except RecordError as error:
        raise RecordError(f"{name}: {error}") from error


_VERBS = {
    "accept": "accepted claim {}",
    "correct": "corrected claim {}",
    "reject": "rejected claim {}",
    "merge": "put claim {} into the matter of the other",
    "split": "took claim {} out",
    "undo": "took back the last judgement of claim {}",
}


def _rate(case: Case, body: bytes) -> Kept:
    sent = _decoded(body, RatingSource)
    source = Rated(actor=sent.actor, name=sent.name)
    kept = rate(case.ledger, source, letter=sent.letter, signed=_signed(sent.reviewer, sent.reason))
    return Kept(ids=(kept.id,), said=f"{kept.letter or 'withdrawn'}: {kept.actor or kept.name}")


def _credit(case: Case, body: bytes) -> Kept:
    sent = _decoded(body, CreditingMatter)
    matter = case.account(sent.matter_id).matter
    kept = credit(case.ledger, matter, digit=sent.digit, signed=_signed(sent.reviewer, sent.reason))
    return Kept(ids=(kept.id,), said=f"{kept.digit or 'withdrawn'}: matter {matter.id[:10]}")


def _identify(case: Case, body: bytes) -> Kept:
    sent = _decoded(body, Identifying)
    kept = identify(case.ledger, sent.actor, same_as=sent.same_as, signed=_signed(sent.reviewer, sent.reason))
    is_same = f"is {kept.same_as}" if kept.same_as else "is itself again"
    return Kept(ids=(kept.id,), said=f"{kept.actor} {is_same}")


def _decoded(body: bytes, kind: type[_Sent]) -> _Sent:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise RecordError(f"this cannot be kept: {error}") from error


def _signed(reviewer: str, reason: str) -> Signed:
    _check_length(reviewer, reason)
    return Signed(reviewer=reviewer, at=now(), reason=reason)


def _check_length(reviewer: str, remark: str | None) -> None:
    if len(reviewer) > _NAME or len(remark or "") > _REMARK:
        raise RecordError(f"a name has at most {_NAME} characters, and a note {_REMARK:,}")
