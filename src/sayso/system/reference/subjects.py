"""A testimony in, what each of its numbers is of out, where the reference has numbers of the same sort.

The kind of the claim, the unit and the words of its own spans decide: a percentage in a `trade` claim is a share of
commerce, of exports where it says so. How far a number rose or fell is an `affect` claim, and never taken for a share.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from sayso.corroboration.intervals import Interval
from sayso.records import Claim, Quantity
from sayso.system.parties import party_of
from sayso.system.records import Testimony
from sayso.system.reference.rows import states

_FILE = Path(__file__).with_name("words.toml")

TRADE = "trade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What can be checked, and how.

    `fields` are those of the reference that it is compared with, any of which may bear it out. `drift` is the part of
    itself by which the number may change in a year without anybody being wrong. `may_be_part` says that a report often
    counts less than the reference does: the soldiers at a front, the exports of goods alone.
    """

    name: str
    fields: tuple[str, ...]
    drift: Decimal
    may_be_part: bool = False


_USUAL = Decimal("0.25")
"""Drift of a share of trade, and of the strength of an army. Chosen, not tuned: the reference has one year of each."""

MEASURES: Mapping[str, Measure] = {
    each.name: each
    for each in (
        Measure(name=TRADE, fields=("export partners", "import partners"), drift=_USUAL),
        Measure(name="exports to a partner", fields=("export partners",), drift=_USUAL),
        Measure(name="imports from a partner", fields=("import partners",), drift=_USUAL),
        # Nine of ten yearly changes that the shipped edition shows are no greater: 420 of exports, 418 of imports.
        Measure(name="exports", fields=("exports",), drift=Decimal("0.4"), may_be_part=True),
        Measure(name="imports", fields=("imports",), drift=Decimal("0.26"), may_be_part=True),
        # Of 436 changes of GDP at constant prices nine of ten are up to 0.07; exchange rates move it by more. Chosen.
        Measure(name="gdp", fields=("gdp", "gdp by purchasing power"), drift=Decimal("0.15")),
        # As with exports, of 664 changes.
        Measure(name="military spending", fields=("military spending by gdp",), drift=Decimal("0.29")),
        # No state grows by more than about 4 per cent a year but by flight. Chosen, not tuned.
        Measure(name="population", fields=("population",), drift=Decimal("0.04"), may_be_part=True),
        Measure(name="soldiers", fields=("military personnel",), drift=_USUAL, may_be_part=True),
    )
}
"""Every measure by name. Energy is not among them: the reference counts barrels a day, and a claim keeps no rate."""

_SOLDIERS = frozenset({"soldier", "troop", "serviceman"})
_PEOPLE = frozenset({"person", "inhabitant", "citizen"})
_POPULATION = "population"
_FORCES = frozenset({"army", "armed-forces", "military", "forces"})
"""Bodies that stand for all soldiers of a state; those of a navy are a part."""

_OF_STATE = frozenset({"possess", "produce"})
_UNITS = {kind: frozenset({"percent", "USD", _POPULATION}) | _SOLDIERS | _PEOPLE for kind in _OF_STATE} | {
    "trade": frozenset({"percent", "USD"}),
    "depend": frozenset({"percent"}),
    "transfer": frozenset({"percent"}),
}
"""For each kind of claim the units of numbers that can be checked."""

_ANY_GOOD = (None, "other", "money")
"""Categories of a good that do not narrow commerce down: "60 % of its exports" is all that there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one number of a claim is of: the measure, the state whose number it is, and the partner of a share.

    `partner` is None where there is none, or nobody knows it. `good` is the category that the number is narrowed down
    to, None for all.
    """

    claim: Claim
    quantity: Quantity
    measure: Measure
    state: str
    partner: str | None = None
    good: str | None = None

    @property
    def said(self) -> Interval:
        """What the number may mean: a percentage that is one number is rounded to its last figure, a bound is not."""
        low, high = self.quantity.low, self.quantity.high
        half = Decimal(0)
        if self.quantity.unit == "percent" and low is not None and low == high:
            exponent = low.as_tuple().exponent
            half = Decimal(5).scaleb(min(exponent, 0) - 1) if isinstance(exponent, int) else half
        return Interval(
            low=None if low is None else low - half,
            high=None if high is None else high + half,
            approximate=self.quantity.approximate,
        )


def subjects(testimony: Testimony) -> Iterator[Subject]:
    """The numbers of the testimony that the reference may have something to say to, in order."""
    claim = testimony.claim
    units = _UNITS.get(claim.event.kind, frozenset())
    for quantity in claim.event.quantities:
        # Most numbers are of something else: tonnes, days, shells. Their words need not be looked at.
        if quantity.unit not in units or (quantity.low is None and quantity.high is None):
            continue
        words = _words(claim, quantity)
        found = (
            _of_state(claim, quantity, words)
            if claim.event.kind in _OF_STATE
            else _of_commerce(testimony, quantity, words)
        )
        if found is not None:
            yield found


def says(concept: str, words: str) -> bool:
    """Whether words of any language speak of a concept of `words.toml`.

    >>> says("imports", "seines imports aus china"), says("imports", "an important partner")
    (True, False)
    """
    return _patterns()[concept].search(words.casefold()) is not None


def _of_commerce(testimony: Testimony, quantity: Quantity, words: str) -> Subject | None:
    """A share of trade with a partner, or all that a state sells or buys."""
    claim = testimony.claim
    direction = _direction(words)
    if direction is None and claim.event.kind != "trade":
        return None
    owner, other = _sides(claim, direction)
    state = _only(claim, owner)
    if state is None:
        return None
    goods = {role.good for role in claim.event.roles if role.role == "good"} - set(_ANY_GOOD)
    common = {"claim": claim, "quantity": quantity, "state": state, "good": min(map(str, goods), default=None)}
    if quantity.unit == "percent":
        name = {"exports": "exports to a partner", "imports": "imports from a partner"}.get(direction or "", TRADE)
        partner = _only(claim, other) or (_named_beside(testimony, state) if not _has(claim, other) else None)
        return Subject(measure=MEASURES[name], partner=partner, **common)  # type: ignore[arg-type]
    is_whole = direction in ("exports", "imports") and not _has(claim, other) and claim.event.kind == "trade"
    return Subject(measure=MEASURES[str(direction)], **common) if quantity.unit == "USD" and is_whole else None  # type: ignore[arg-type]


def _direction(words: str) -> str | None:
    """Which way the commerce goes that the words speak of: `exports`, `imports`, or `trade` for both."""
    found = [each for each in ("exports", "imports") if says(each, words)]
    if len(found) == 1:
        return found[0]
    return TRADE if found or says(TRADE, words) else None


def _sides(claim: Claim, direction: str | None) -> tuple[str, str]:
    """The roles of the state whose commerce it is, and of its partner."""
    if claim.event.kind == "transfer":
        return ("recipient", "giver") if direction == "imports" else ("giver", "recipient")
    return "actor", "provider" if claim.event.kind == "depend" else "partner"


def _of_state(claim: Claim, quantity: Quantity, words: str) -> Subject | None:
    """A number of a state alone: its people, its soldiers, what it earns and what it spends on arms."""
    state = _only(claim, "actor")
    if state is None:
        return None
    actor = next(role.actor for role in claim.event.roles if role.role == "actor")
    is_itself = actor == state
    name = None
    if quantity.unit in _SOLDIERS and (is_itself or str(actor).partition("/")[2] in _FORCES):
        name = "soldiers"
    elif is_itself and (quantity.unit == _POPULATION or (quantity.unit in _PEOPLE and says("population", words))):
        name = "population"
    elif quantity.unit == "USD" and is_itself and says("gdp", words):
        name = "gdp"
    elif quantity.unit == "percent" and says("gdp", words) and says("military", claim.provenance.evidence.quote):
        # The purpose stands outside of the role: "spends 6 % of its GDP on defence".
        name = "military spending"
    return None if name is None else Subject(claim=claim, quantity=quantity, measure=MEASURES[name], state=state)


def _only(claim: Claim, role: str) -> str | None:
    """The state that alone fills a role; None where there are several, or one is unknown."""
    parties = {party_of(each.actor) for each in claim.event.roles if each.role == role}
    return next(iter(parties)) if len(parties) == 1 and parties <= _known() else None


def _has(claim: Claim, role: str) -> bool:
    return any(each.role == role for each in claim.event.roles)


def _named_beside(testimony: Testimony, state: str) -> str | None:
    """The one other state that the sentence names, where the claim has no partner."""
    named = {party for party in map(party_of, testimony.named) if party in _known()} - {state}
    return next(iter(named)) if len(named) == 1 else None


def _words(claim: Claim, quantity: Quantity) -> str:
    """The words of the number's whole, of the trigger and of the goods; a name of a party says nothing of a measure."""
    goods = (role.span.quote for role in claim.event.roles if role.role == "good" and role.span is not None)
    return " ".join((quantity.of or "", claim.event.trigger.quote, *goods))


@cache
def _known() -> frozenset[str]:
    return frozenset(states())


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        concept: re.compile("|".join(_pattern(form) for forms in by_language.values() for form in forms.split()))
        for concept, by_language in table.items()
    }


def _pattern(form: str) -> str:
    core = re.escape(form.strip("~").casefold()).replace("_", r"\s")
    opening = "" if form.startswith("~") else r"(?<!\w)"
    return opening + core + ("" if form.endswith("~") else r"(?!\w)")
