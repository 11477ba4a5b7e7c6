"""Parts of an account in, short phrases for people out."""

from collections.abc import Iterable

from sayso.corroboration.accounts import Account
from sayso.corroboration.origins import asserted
from sayso.corroboration.records import Change, Corroboration, Origin, Voice
from sayso.corroboration.values import Value
from sayso.outputs.claims.phrases import amount, parties, things
from sayso.outputs.display import isolated, shortened, visible
from sayso.records import Claim, Quantity, Role, Span

NOT_ESTABLISHED = "independence not established"

_SHORTEST_RANGE = 1


def leading(account: Account) -> Claim:
    """The claim that stands for the matter: the first that asserts it and names most of its parties."""
    polarity = asserted(account.voices)
    claims = [telling.claim for telling in account.matter.tellings]
    said = [claim for claim in claims if claim.polarity == polarity] or claims
    return max(
        said, key=lambda claim: sum(role.actor is not None or role.good is not None for role in claim.event.roles)
    )


def headline(account: Account) -> str:
    """Who does what to whom: `PRK transfer RUS arms`."""
    claim = leading(account)
    doers, others = parties(claim)
    kind = claim.event.kind if claim.polarity == "affirmed" else f"not {claim.event.kind}"
    return " ".join(filter(None, (_named(doers), kind, _named(others), _named(things(claim)))))


def _named(roles: Iterable[Role]) -> str:
    found = (
        role.actor or role.good or role.effect or (visible(role.span.quote) if role.span else "") for role in roles
    )
    return ", ".join(dict.fromkeys(isolated(shortened(each, limit=40)) for each in found if each))


def origins_phrase(found: Corroboration) -> str:
    """The number of independent origins as a range: `2`, `1 to 3`, `independence not established (up to 2)`."""
    if not found.certain:
        return f"{NOT_ESTABLISHED} (up to {found.possible})"
    return str(found.certain) if found.certain == found.possible else f"{found.certain} to {found.possible}"


def origin_name(origin: Origin) -> str:
    """The origin with its id: `the ministry (KOR/defense)`."""
    if origin.kind == "unknown":
        return NOT_ESTABLISHED
    name = isolated(visible(origin.name))
    return f"{name} ({origin.actor})" if origin.actor and origin.actor != name else name or origin.actor or "not named"


def carrier(voice: Voice) -> str:
    """Where and when a voice was published: `Reuters, 2023-03-03`."""
    return f"{isolated(visible(voice.publisher or voice.location))}, {voice.published or 'date not stated'}"


def value_phrase(value: Value) -> str:
    """The number of a value: `up to 5.5 billion USD`."""
    stated = value.stated[0]
    return amount(
        Quantity(
            of=stated.of,
            low=value.low,
            high=value.high,
            unit=stated.unit,
            approximate=value.approximate,
            basis=stated.basis,
            span=stated.span,
        )
    )


def change_phrase(change: Change) -> str:
    """What became of a claim, with the words: `bound lost (“up to 300” → “300”)`."""
    words = " → ".join(_quoted(span) for span in (change.before, change.after))
    return f"{change.name} ({words})"


def _quoted(span: Span | None) -> str:
    return "–" if span is None else f"“{isolated(shortened(visible(span.quote), limit=40))}”"
