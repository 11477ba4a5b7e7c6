"""How a matter is corroborated in, a credibility number from 1 to 6 with the rule that gave it out.

The number is that of the NATO Admiralty code (AJP-2.1, formerly STANAG 2511): it speaks of one piece of information as
it stands among the others. The letter of the code speaks of a source; it is set by an analyst alone and is no input
here: letter and number stay two fields. An analyst may put another number beside this one.

The first rule that applies gives the number:

| number | word | rule |
|---|---|---|
| 5 | improbable | more origins deny it than could tell it |
| 4 | doubtful | at least as many origins deny or contradict it as surely tell it |
| 6 | truth cannot be judged | no origin is known |
| 1 | confirmed | two or more independent origins tell it as sure, and none speaks against it |
| 2 | probably true | two or more independent origins tell it as sure, and fewer speak against it |
| 2 | probably true | one origin and two or more of unknown lineage tell it as sure, and none speaks against it |
| 3 | possibly true | two or more independent origins tell it, but only with hedges |
| 3 | possibly true | one origin tells it as sure, and none speaks against it |
| 3 | possibly true | two or more tell it as sure, none speaks against it, and independence is not established |
| 6 | truth cannot be judged | a single telling of unknown lineage, or hedges alone |

*Surely tell it* counts `Corroboration.certain`, *could tell it* `Corroboration.possible` without those that only hints
tell of. A denier that may be the same as another counts only where it is the only one. Told *as sure* means that some
telling is certain or probable in the words of its holder. Ten copies of one report are one origin and can give no more
than a 3.

The number says what the texts show of each other. It is no probability, and it is multiplied with nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.corroboration.records import Corroboration

SURE = ("certain", "probable")
"""Certainties that commit the holder: what may, might or is hoped to be is hedged."""

_SEVERAL = 2
"""Independent origins that confirm: the code asks for another than the first (AJP-2.1)."""

_MANY = 3
"""Tellings that count as "the quantity of previous reports" by which AJP-2.1 lets a matter be probably true though the
independence of its sources cannot be guaranteed. Our own reading of the word: chosen, not tuned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credibility:
    """A number of the Admiralty code, its word, and the words of the rule that gave it."""

    matter_id: str
    number: int
    word: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What the rules look at: origins that tell it, at least and at most, those against it, and how it is told."""

    certain: int
    possible: int
    deniers: int
    against: int
    is_sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    number: int
    said: str
    applies: Callable[[_Case], bool]


_WORDS = {
    1: "confirmed",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}

_RULES = (
    _Rule(
        number=5,
        said="more origins deny it than could tell it",
        applies=lambda case: case.deniers > case.possible,
    ),
    _Rule(
        number=4,
        said="at least as many origins deny or contradict it as surely tell it",
        applies=lambda case: case.against >= max(case.certain, 1),
    ),
    _Rule(
        number=6,
        said="no origin is known",
        applies=lambda case: case.possible == 0,
    ),
    _Rule(
        number=1,
        said="two or more independent origins tell it as sure, and none speaks against it",
        applies=lambda case: case.certain >= _SEVERAL and case.is_sure and not case.against,
    ),
    _Rule(
        number=2,
        said="two or more independent origins tell it as sure, and fewer speak against it",
        applies=lambda case: case.certain >= _SEVERAL and case.is_sure,
    ),
    _Rule(
        number=2,
        said="one origin and two or more of unknown lineage tell it as sure, and none speaks against it",
        applies=lambda case: case.certain == 1 and case.possible >= _MANY and case.is_sure,
    ),
    _Rule(
        number=3,
        said="two or more independent origins tell it, but only with hedges",
        applies=lambda case: case.certain >= _SEVERAL,
    ),
    _Rule(
        number=3,
        said="one origin tells it as sure, and none speaks against it",
        applies=lambda case: case.certain == 1 and case.is_sure,
    ),
    _Rule(
        number=3,
        said="two or more tell it as sure, none speaks against it, and independence is not established",
        applies=lambda case: case.possible >= _SEVERAL and case.is_sure,
    ),
    _Rule(
        number=6,
        said="a single telling of unknown lineage, or hedges alone",
        applies=lambda case: True,
    ),
)
"""In their order. After the second, those against a matter are fewer than the origins that surely tell it."""


def credibility(corroboration: Corroboration, certainties: Iterable[str], *, contradictions: int = 0) -> Credibility:
    """The credibility of a matter; `certainties` are those of the claims that affirm it.

    `contradictions` counts the other origins whose values cannot hold together with those of the matter.

    >>> from sayso.corroboration.records import Origin
    >>> def origin(name, is_certain=True):
    ...     return Origin(kind="source", actor=None, name=name, voices=(), is_certain=is_certain)
    >>> told = Corroboration(matter_id="m1", origins=(origin("Yonhap"), origin("Kyodo")), deniers=(), certain=2,
    ...                      possible=2, dependencies=())
    >>> credibility(told, ["certain", "possible"])
    Credibility(matter_id='m1', number=1, word='confirmed', rule='two or more independent origins tell it as sure, \
and none speaks against it')
    >>> credibility(told, ["certain"], contradictions=1).word, credibility(told, ["possible"]).word
    ('probably true', 'possibly true')
    >>> credibility(told, ["certain"], contradictions=2).number
    4
    """
    sure_deniers = sum(denier.is_certain for denier in corroboration.deniers)
    hinted = sum(origin.is_hinted for origin in corroboration.origins)
    deniers = max(sure_deniers, 1 if corroboration.deniers else 0)
    case = _Case(
        certain=corroboration.certain,
        possible=max(corroboration.possible - hinted, corroboration.certain),
        deniers=deniers,
        against=max(deniers, contradictions),
        is_sure=any(certainty in SURE for certainty in certainties),
    )
    rule = next(rule for rule in _RULES if rule.applies(case))
    return Credibility(matter_id=corroboration.matter_id, number=rule.number, word=_WORDS[rule.number], rule=rule.said)
