"""The account of a matter in, what documents published since a date have added to it out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.claims.numbers.edtf import bounds
from sayso.corroboration.accounts import Account
from sayso.corroboration.origins import asserted
from sayso.corroboration.records import Matter, Origin, Step
from sayso.vocab.actors import owner

NEWS = ("new", "changed", "corroborated", "contradicted", "denied")
"""What may be said of a matter since a date, in the order in which it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What has become of a matter: `before` is its account without what was published since, None where it is new.

    `what` are words of `NEWS`, none where nothing is to be told. `steps` are the retellings since that changed
    something, `origins` and `deniers` those that are known now and were not before.
    """

    account: Account
    before: Account | None
    what: tuple[str, ...]
    steps: tuple[Step, ...]
    origins: tuple[Origin, ...]
    deniers: tuple[Origin, ...]


def earlier(account: Account, since: str) -> Matter | None:
    """The matter without what was published on the date or later; None where nothing of it was told before.

    What says no date, or one that may lie before, counts as told before: nobody can say that it is new. The claims
    that are left stay together, though some were joined by way of later ones.
    """
    known = {voice.id for voice in account.heard.values() if not is_since(voice.published, since)}
    tellings = tuple(each for each in account.matter.tellings if each.claim.id in known)
    if not tellings:
        return None
    return replace(
        account.matter,
        id=tellings[0].claim.id,
        tellings=tellings,
        joins=tuple(each for each in account.matter.joins if {each.claim_id, each.other_id} <= known),
        echoes=tuple(each for each in account.matter.echoes if each.id in known and each.claim_id in known),
        hints=tuple(each for each in account.matter.hints if each.id in known and each.claim_id in known),
    )


def news_of(now: Account, before: Account | None) -> News:
    """What the account of a matter says now that it did not say before."""
    if before is None:
        return News(account=now, before=None, what=("new",), steps=(), origins=(), deniers=())
    known = {voice.id for voice in before.voices}
    steps = tuple(each for each in now.lineage.steps if each.voice not in known and each.changes)
    origins = tuple(_added(before.corroboration.origins, now.corroboration.origins))
    deniers = tuple(_added(before.corroboration.deniers, now.corroboration.deniers))
    is_turned = asserted(now.voices) != asserted(before.voices)
    told = {
        "changed": bool(steps),
        "corroborated": now.corroboration.certain > before.corroboration.certain and not is_turned,
        "contradicted": now.contradictions > before.contradictions,
        "denied": bool(deniers) or is_turned,
    }
    what = tuple(each for each in NEWS if told.get(each))
    return News(account=now, before=before, what=what, steps=steps, origins=origins, deniers=deniers)


def is_since(published: str | None, since: str) -> bool:
    """Whether something was surely published on the date or later; of a month, on the first of it or later.

    >>> is_since("2024-03-07", "2024-03"), is_since("2024-03", "2024-03-07"), is_since(None, "2024")
    (True, False, False)
    """
    one, other = bounds(published or ""), bounds(since)
    return bool(one and other and one.first and other.first and one.first >= other.first)


def _added(before: Iterable[Origin], now: Iterable[Origin]) -> Iterator[Origin]:
    """The known origins of now that were none before."""
    known = {_key(origin) for origin in before if origin.is_certain}
    return (origin for origin in now if origin.is_certain and _key(origin) not in known)


def _key(origin: Origin) -> str:
    return owner(origin.actor) if origin.actor else origin.name.casefold()
