"""A dependence, a subject or an amount in, the whole it belongs to, and the measure in which that is compared, out."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from sayso.system.records import Dependence
from sayso.system.scenarios.records import Stretch, Subject, Volume

EXPORTS, IMPORTS, TRADE = "exports", "imports", "trade"

MONEY = "money"
"""The category of what may be a payment, a loan or a gift."""

COMMERCE = (TRADE, EXPORTS, IMPORTS)
"""Topics that are all that a party buys or sells, or both."""

YEAR = Stretch(number=Decimal(1), unit="year")
"""The period in which all rates are compared."""

_EXPORTED = re.compile(
    r"\b(?:export|ausfuhr|eksport|ihrac|dışsatım)|экспорт|експорт|вывоз|вивез|صادر|ייצוא|יצוא|出口|輸出|수출"
)
_IMPORTED = re.compile(
    r"\b(?:import(?!an)|einfuhr|ithal|dışalım)|импорт|імпорт|ввоз|ввез|وارد|ייבוא|יבוא|进口|進口|輸入|수입"
)
"""Stems of the words for what is sold and bought abroad, in the languages that are read. Trade that is important is not
imported."""


class Key(NamedTuple):
    """Whose whole it is, and of what."""

    of: str
    topic: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, and whether it is counted by the year."""

    unit: str
    is_yearly: bool

    @property
    def over(self) -> Stretch | None:
        """The period of a rate."""
        return YEAR if self.is_yearly else None


def measure_of(volume: Volume) -> Measure:
    """The measure in which the volume is compared with others."""
    return Measure(volume.unit, volume.over is not None)


def key_of(dependence: Dependence) -> Key:
    """The whole that a dependence is a share of.

    Reference data gives exports and imports apart, and says so in the words for the whole, as do reports. A share of
    one is none of both; what names neither is of commerce.
    """
    if dependence.good is not None:
        return Key(dependence.dependent, dependence.good)
    return Key(dependence.dependent, direction_of(dependence.whole))


def direction_of(whole: str | None) -> str:
    """Whether the words for a whole speak of `exports` or of `imports`; `trade` where of both, or of neither.

    >>> direction_of("recorded merchandise imports"), direction_of("the exports"), direction_of("its foreign trade")
    ('imports', 'exports', 'trade')
    """
    words = (whole or "").casefold()
    has_exports, has_imports = bool(_EXPORTED.search(words)), bool(_IMPORTED.search(words))
    if has_exports == has_imports:
        return TRADE
    return EXPORTS if has_exports else IMPORTS


def subject_of(key: Key, partner: str | None = None) -> Subject:
    """The whole, or the share of a partner in it, as a subject."""
    return Subject(of=key.of, topic=key.topic, partner=partner, is_share=partner is not None)


def is_within(subject: Subject, key: Key) -> bool:
    """Whether the subject is the whole or a part of it; what passes between two is commerce of either."""
    if subject.topic != key.topic:
        return False
    is_other_way = subject.partner == key.of and not subject.is_share and key.topic == TRADE
    return subject.of == key.of or is_other_way


def partner_of(subject: Subject, key: Key) -> str | None:
    """The other party of a subject within the whole, None for the whole itself."""
    return subject.partner if subject.of == key.of else subject.of
