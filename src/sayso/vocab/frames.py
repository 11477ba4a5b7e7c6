"""The kinds of events and the frames of their words: `kinds.toml` and `frames.toml` in, frozen records out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import SettingsError

_FOLDER = Path(__file__).parent
_OPTIONS = frozenset(
    [
        "kind",
        "modality",
        "polarity",
        "effect",
        "good_category",
        "needs",
        "alone",
        "negated",
        "otherwise",
        "presupposed",
        "said",
        "bars",
        "objective",
        "own",
        "flow",
        "sense",
        "whole",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of event that may be claimed, with its roles, the doer's first."""

    name: str
    roles: tuple[tuple[str, str], ...]
    """Pairs of role and what may fill it: `party`, `thing` or `any`."""
    definition: str
    example: str
    reference: str
    symmetric: bool = False
    """Whether the parties may change places."""
    state: bool = False
    """Whether it holds over time: told plainly, it is ongoing."""
    near: frozenset[str] = frozenset()
    """Kinds in whose words a retelling may tell the same: sold and earned, met and agreed."""

    @property
    def doer(self) -> str:
        """The role that comes first."""
        return self.roles[0][0]

    def filler(self, role: str) -> str:
        """What may fill the role; `any` for a role the kind does not have."""
        return dict(self.roles).get(role, "any")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A role and the functions that may fill it, best first; `only` is `party`, `thing`, `state` or None."""

    role: str
    functions: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A condition of a frame: one of several roles, each with what is asked of it.

    The mark is `filled`, `identified`, `known` (a good of a known category) or the name of a list of things.
    """

    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How the arguments of a word become the roles of an event."""

    name: str
    kind: Kind
    slots: tuple[Slot, ...]
    needs: tuple[Need, ...] = ()
    alone: bool = False
    """Whether the event is a claim even when nobody in it can be identified."""
    presupposed: bool = False
    """Whether a noun of it takes the event for known: "the war", "deserters". It is a claim where it says more."""
    said: bool = False
    """Whether a noun of it must be said of something, or be brought about: "was a disaster", "caused hardship"."""
    modality: str | None = None
    polarity: str | None = None
    effect: str | None = None
    good_category: str | None = None
    objective: bool = False
    """Whether "of" behind a noun of it leads whom it is done to, whatever the reader says: "the invasion of Kuwait"."""
    own: bool = False
    """Whether people without an owner of their own are the subject's: "lost 400 soldiers in Kursk"."""
    flow: str | None = None
    """Where the good goes, `in` to the doer or `out`, in kinds that say no more than that it is theirs."""
    sense: str | None = None
    """Which of the things that the kind covers: the wounded, beside the dead, among casualties."""
    bars: tuple[tuple[str, str | None], ...] = ()
    """Functions that must stay empty: who meets a standard meets nobody."""
    whole: str | None = None
    """The list of things that the whole of a share must be in; such a frame reads shares alone."""
    negated: str | None = None
    """Name of the frame that reads the word when it is negated: not accepting is refusing."""
    otherwise: str | None = None
    """Name of the frame that reads the word where this one does not: soldiers sent are deployed, shells given."""

    @property
    def reciprocal(self) -> bool:
        """Whether several doers may do it to each other: "war between the two", but nobody is "shot between"."""
        return any(function in ("between", "among") for slot in self.slots for function, _ in slot.functions)


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of event by its name, in the order of the contract."""
    entries = _data("kinds.toml")
    pairs = {(name, other) for name, entry in entries.items() for other in entry.pop("near", ())}
    return {
        name: Kind(
            name=name,
            roles=tuple((role, filler) for role, _, filler in (each.partition(":") for each in entry.pop("roles"))),
            near=frozenset(other for other in entries if (name, other) in pairs or (other, name) in pairs),
            **entry,
        )
        for name, entry in entries.items()
    }


@cache
def frames() -> Mapping[str, Frame]:
    """Every frame by its name; raises `SettingsError` naming the frame that is wrong."""
    return {name: _frame(name, entry) for name, entry in _data("frames.toml").items()}


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _frame(name: str, entry: dict[str, Any]) -> Frame:
    kind = kinds().get(entry.get("kind", ""))
    roles = {role: value for role, value in entry.items() if role not in _OPTIONS}
    if kind is None or not set(roles) <= {role for role, _ in kind.roles}:
        raise SettingsError(f"frames.toml: the frame {name!r} names a kind or role that kinds.toml does not have")
    slots = tuple(
        Slot(role=role, functions=tuple(_function(each) for each in value.split())) for role, value in roles.items()
    )
    return Frame(
        name=name,
        kind=kind,
        slots=slots,
        needs=tuple(Need(choices=tuple(_choice(each) for each in need.split())) for need in entry.get("needs", ())),
        bars=tuple(_function(each) for each in entry.get("bars", "").split()),
        **{key: entry[key] for key in _OPTIONS - {"kind", "needs", "bars"} if key in entry},
    )


def _function(text: str) -> tuple[str, str | None]:
    function, _, only = text.partition(":")
    return function, only or None


def _choice(text: str) -> tuple[str, str]:
    if text[-1] in "!~":
        return text[:-1], "identified" if text[-1] == "!" else "known"
    role, _, things = text.partition(":")
    return role, things or "filled"
