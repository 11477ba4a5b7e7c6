"""Parts of an account in, short phrases for people out."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.corroboration.accounts import Account
from sayso.corroboration.origins import asserted
from sayso.corroboration.records import Change, Voice
from sayso.corroboration.values import Value
from sayso.outputs.claims.phrases import amount, parties, things
from sayso.outputs.display import isolated, shortened, visible
from sayso.records import Claim, Role, Span
from sayso.vocab.frames import kinds

_LONGEST_PARTY = 40

_LONGEST_CARRIER = 80
"""Columns of the publisher or location before a sentence; the field may hold a page, and JSON Lines have all of it."""


def leading(account: Account) -> Claim:
    """The claim that stands for the matter: the first that asserts it and names most of its parties."""
    polarity = asserted(account.voices)
    claims = [telling.claim for telling in account.matter.tellings]
    said = [claim for claim in claims if claim.polarity == polarity] or claims
    return max(
        said, key=lambda claim: sum(role.actor is not None or role.good is not None for role in claim.event.roles)
    )


def headline(account: Account) -> str:
    """The kind of event, and who does it to or with whom: `transfer: PRK → RUS, arms`; `meet: KOR – PRK`."""
    claim = leading(account)
    doers, others = (_named(each) for each in parties(claim))
    kind = claim.event.kind if claim.polarity == "affirmed" else f"not {claim.event.kind}"
    arrow = "–" if kinds()[claim.event.kind].symmetric else "→"
    what = ", ".join(filter(None, (others, _named(things(claim)))))
    said = f" {arrow} ".join(filter(None, (doers, what)))
    return f"{kind}: {said}" if said else f"{kind}: nobody is named"


def _named(roles: Iterable[Role]) -> str:
    found = (
        role.actor or role.good or role.effect or (visible(role.span.quote) if role.span else "") for role in roles
    )
    return ", ".join(dict.fromkeys(isolated(shortened(each, limit=_LONGEST_PARTY)) for each in found if each))


def carrier(voice: Voice) -> str:
    """Where and when a voice was published: `Reuters, 2023-03-03`."""
    name = shortened(visible(voice.publisher or voice.location), limit=_LONGEST_CARRIER)
    return f"{isolated(name)}, {voice.published or 'date not stated'}"


def value_phrase(value: Value, unit: str | None) -> str:
    """The number of a value in the unit of its series: `up to 5.5 billion USD`."""
    stated = value.stated[0]
    return amount(replace(stated, low=value.low, high=value.high, unit=unit, approximate=value.approximate))


def written(value: Value) -> str:
    """A value as it was told, each way once: `“zwölf”; “doce”`."""
    return "; ".join(dict.fromkeys(f"“{isolated(visible(each.span.quote))}”" for each in value.stated))


def change_phrase(change: Change, *, limit: int = _LONGEST_PARTY) -> str:
    """What became of a claim, with the words: `bound lost: “up to 300” → “300”`; `source lost: “Seoul”`."""
    before, after = (
        None if span is None else f"“{isolated(shortened(visible(span.quote), limit=limit))}”"
        for span in (change.before, change.after)
    )
    if before and after:
        return f"{change.name}: {before} → {after}"
    return f"{change.name}: {before or after}" if before or after else change.name


def quote_of(voice: Voice, account: Account) -> Span | None:
    """The sentences in which a voice says it, None where the ledger does not have them."""
    for telling in account.matter.tellings:
        if telling.claim.id == voice.id:
            return telling.claim.provenance.evidence
    near = (*account.matter.echoes, *account.matter.hints)
    return next((echo.statement.span for echo in near if echo.id == voice.id), None)


def sort_of(voice: Voice, account: Account) -> str:
    """`claim`, `echo` or `hint`."""
    if not voice.is_echo:
        return "claim"
    return "hint" if voice in account.hints else "echo"
