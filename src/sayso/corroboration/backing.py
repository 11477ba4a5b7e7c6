"""Accounts in, every origin with the matters it stands behind, alone and with others, and who retells it, out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.corroboration.accounts import Account
from sayso.corroboration.outlets import medium_called
from sayso.corroboration.records import Origin, Voice
from sayso.vocab.actors import Roster, owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Reteller:
    """An outlet, or a location where none is known, and in how many documents it tells what the origin said."""

    publisher: str
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """What an origin stands for in a ledger.

    All bodies of a state are one, as they are in a matter: `actor` is then the state, and `names` say in which words
    it was named, most frequent first. `matters` counts what it tells, `alone` that of it which no other known origin
    tells, `denied` the matters that it speaks against.
    """

    kind: str
    actor: str | None
    names: tuple[str, ...]
    matters: int
    alone: int
    denied: int
    retellers: tuple[Reteller, ...]


@dataclass(slots=True)
class _Tally:
    origin: Origin
    names: Counter[str] = field(default_factory=Counter)
    matters: int = 0
    alone: int = 0
    denied: int = 0
    documents: dict[str, set[str]] = field(default_factory=dict)


def backings(accounts: Iterable[Account], *, roster: Roster) -> tuple[Backing, ...]:
    """Every known origin, those behind most matters first; what may be the same as another is left out."""
    found: dict[str, _Tally] = {}
    for account in accounts:
        voices = account.heard
        for origin in filter(_is_known, account.corroboration.origins):
            tally = _note(found, origin, voices, roster=roster)
            tally.matters += 1
            tally.alone += account.corroboration.certain == 1
        for origin in filter(_is_known, account.corroboration.deniers):
            _note(found, origin, voices, roster=roster).denied += 1
    made = (_backing(key, tally) for key, tally in found.items())
    return tuple(sorted(made, key=lambda one: (-one.matters, -one.denied, one.actor or "~", one.names)))


def _is_known(origin: Origin) -> bool:
    return origin.is_certain


def _note(found: dict[str, _Tally], origin: Origin, voices: Mapping[str, Voice], *, roster: Roster) -> _Tally:
    key = owner(origin.actor) if origin.actor else origin.name.casefold()
    tally = found.setdefault(key, _Tally(origin))
    tally.names[origin.name] += 1
    for voice in (voices[each] for each in origin.voices):
        publisher = voice.publisher or voice.location
        is_own = origin.actor is not None and medium_called(publisher, roster=roster) == origin.actor
        if not is_own and publisher.casefold() != origin.name.casefold():
            tally.documents.setdefault(publisher, set()).add(voice.document_id)
    return tally


def _backing(key: str, tally: _Tally) -> Backing:
    retold = sorted(tally.documents.items(), key=lambda item: (-len(item[1]), item[0]))
    return Backing(
        kind=tally.origin.kind,
        actor=key if tally.origin.actor else None,
        names=tuple(name for name, _ in sorted(tally.names.items(), key=lambda item: (-item[1], item[0]))),
        matters=tally.matters,
        alone=tally.alone,
        denied=tally.denied,
        retellers=tuple(Reteller(publisher=publisher, documents=len(ids)) for publisher, ids in retold),
    )
