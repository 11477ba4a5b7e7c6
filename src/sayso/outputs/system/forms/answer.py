"""An answer with the claims behind it in, the one object that machines are given out: every row, every sentence."""

from dataclasses import dataclass

from sayso.outputs.claims.form import plain_number
from sayso.outputs.system.answer import headline
from sayso.outputs.system.casebook import Casebook
from sayso.outputs.system.forms.evidence import BasisForm, basis
from sayso.outputs.system.forms.rows import IntervalForm, WindowForm, interval_form, window_form
from sayso.system.questions.parsing import worded
from sayso.system.questions.records import Answer, Question, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForm:
    """What was asked, `read_as` in the plainest words of its shape; `goods` are categories, empty for any."""

    text: str
    read_as: str
    shape: str
    party: str | None
    other: str | None
    goods: tuple[str, ...]
    sort: str | None
    window: WindowForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountForm:
    """Bounds, null for an open side, and what they count."""

    low: int | float | None
    high: int | float | None
    approximate: bool
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowForm:
    """One thing that answers; `basis` is `claims` or `computed`, and `said` explains what is computed."""

    group: str
    basis: str
    party: str | None
    other: str | None
    kind: str | None
    good: str | None
    about: tuple[str, ...]
    amounts: tuple[AmountForm, ...]
    share: IntervalForm | None
    whole: str | None
    window: WindowForm | None
    place: str | None
    holder: str | None
    manner: str | None
    said: str | None
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceForm:
    """How many claims were left out, and what they do not say."""

    reason: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HintForm:
    """A question near the one asked, and how many claims answer it; no answer itself."""

    change: str
    question: QuestionForm
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerForm:
    """An answer with everything that `sayso ask` shows; `rests_on` has every claim once, with its sentence."""

    question: QuestionForm
    headline: str
    as_of: str | None
    rows: tuple[RowForm, ...]
    silences: tuple[SilenceForm, ...]
    hints: tuple[HintForm, ...]
    rests_on: BasisForm


def form(answer: Answer, book: Casebook) -> AnswerForm:
    """The answer as exported."""
    return AnswerForm(
        question=_question(answer.question, book),
        headline=headline(answer),
        as_of=answer.as_of,
        rows=tuple(map(_row, answer.rows)),
        silences=tuple(SilenceForm(reason=each.reason, claims=each.claims) for each in answer.silences),
        hints=tuple(
            HintForm(change=each.change, question=_question(each.question, book), claims=each.claims)
            for each in answer.hints
        ),
        rests_on=basis((each for row in answer.rows for each in row.claim_ids), book),
    )


def _question(question: Question, book: Casebook) -> QuestionForm:
    return QuestionForm(
        text=question.text,
        read_as=worded(question, book.roster),
        shape=question.shape,
        party=question.party,
        other=question.other,
        goods=question.goods,
        sort=question.sort,
        window=window_form(question.window),
    )


def _row(row: Row) -> RowForm:
    return RowForm(
        group=row.group,
        basis=row.basis,
        party=row.party,
        other=row.other,
        kind=row.kind,
        good=row.good,
        about=row.about,
        amounts=tuple(
            AmountForm(
                low=plain_number(each.interval.low),
                high=plain_number(each.interval.high),
                approximate=each.interval.approximate,
                unit=each.unit,
            )
            for each in row.amounts
        ),
        share=None if row.share is None else interval_form(row.share),
        whole=row.whole,
        window=window_form(row.window),
        place=row.place,
        holder=row.holder,
        manner=row.manner,
        said=row.said,
        origins=row.origins,
        claim_ids=row.claim_ids,
    )
