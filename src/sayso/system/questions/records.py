"""The frozen records of questions and answers; every row of an answer names the claims it rests on."""

from dataclasses import dataclass

from sayso.claims.numbers.edtf import Bounds
from sayso.corroboration.intervals import Interval
from sayso.system.records import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: a shape of the family with its parties, good, sort and time.

    `party` is the one asked about and `other` the one named beside it, by id of an actor, None where nobody is named.
    `goods` are categories of the contract, empty for any; `good` is the word that was used for them. `sort` is that of
    a stance, or a kind of event. `window` is the time asked about.
    """

    text: str
    shape: str
    party: str | None = None
    other: str | None = None
    goods: tuple[str, ...] = ()
    good: str | None = None
    sort: str | None = None
    window: Bounds | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a question is not answered, and questions near it that can be."""

    text: str
    reason: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that answers: what the claims of one matter tell, or what is computed from several.

    `group` says what it is: a status, a sort of stake, `depends` and the like, after `not` where it is negated. `basis`
    is `claims` or `computed`. `party` and `other` are the two it is about, in their order (giver and recipient, who
    fears and whom), `kind` is that of the event where it may be any. `about` are words of the texts; `said` explains
    what is computed. `holder` is on whose word it is, an id or words of the text, where that is asked. `manner` is the
    modality where the group does not say it.
    """

    group: str
    basis: str
    party: str | None
    other: str | None
    kind: str | None = None
    good: str | None = None
    about: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    share: Interval | None = None
    whole: str | None = None
    window: Bounds | None = None
    place: str | None = None
    holder: str | None = None
    manner: str | None = None
    said: str | None = None
    origins: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A question near the one asked, to which the ledger has this many claims: no answer, but where one may be."""

    change: str
    question: Question
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """How many claims would be in the answer but for what they lack: a time, a number, a party."""

    reason: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows that answer a question, group by group, with what they come to.

    `claims`, `matters` and `origins` count those that the rows rest on, each once; an origin is a known root. `hints`
    are there only where no row is.
    """

    question: Question
    as_of: str | None
    rows: tuple[Row, ...]
    claims: int
    matters: int
    origins: int
    silences: tuple[Silence, ...] = ()
    hints: tuple[Hint, ...] = ()
