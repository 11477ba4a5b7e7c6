"""Accounts and news of matters in, JSON Lines out: one object a line, whole or in figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from sayso.codec import encode
from sayso.corroboration.accounts import Account
from sayso.corroboration.news import News
from sayso.corroboration.records import Join, Origin
from sayso.outputs.matters.assessed import UNJUDGED, Assessed, rating_of
from sayso.outputs.matters.forms.numbers import SeriesForm, series
from sayso.outputs.matters.forms.summary import SummaryForm, summary
from sayso.outputs.matters.forms.voices import VoiceForm, voices


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginForm:
    """An origin with the letter of its source, null where it has none; `voices` are the ids of what rests on it."""

    kind: str
    actor: str | None
    name: str
    letter: str | None
    is_certain: bool
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterForm:
    """A matter with everything that `sayso matter` shows."""

    summary: SummaryForm
    origins: tuple[OriginForm, ...]
    deniers: tuple[OriginForm, ...]
    voices: tuple[VoiceForm, ...]
    numbers: tuple[SeriesForm, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsForm:
    """What is new of a matter; `before` are its figures without what was published since, null where it is new.

    `origins` and `deniers` are those that came since, `changed_by` the ids of the retellings that changed something.
    """

    what: tuple[str, ...]
    summary: SummaryForm
    before: SummaryForm | None
    origins: tuple[OriginForm, ...]
    deniers: tuple[OriginForm, ...]
    changed_by: tuple[str, ...]


def write_matters(accounts: Iterable[Account], stream: TextIO, *, judged: Assessed) -> None:
    """Write one object a line, with all that is known of the matter."""
    for each in accounts:
        _write(matter(each, judged), stream)


def write_summaries(accounts: Iterable[Account], stream: TextIO, *, judged: Assessed) -> None:
    """Write one object a line, the figures only."""
    for each in accounts:
        _write(summary(each, judged), stream)


def write_news(found: Iterable[News], stream: TextIO, *, judged: Assessed) -> None:
    """Write one object a line."""
    for each in found:
        _write(
            NewsForm(
                what=each.what,
                summary=summary(each.account, judged),
                before=summary(each.before, judged) if each.before else None,
                origins=_origins(each.origins, judged),
                deniers=_origins(each.deniers, judged),
                changed_by=tuple(step.voice for step in each.steps),
            ),
            stream,
        )


def matter(account: Account, judged: Assessed) -> MatterForm:
    """The matter in its form."""
    return MatterForm(
        summary=summary(account, judged),
        origins=_origins(account.corroboration.origins, judged),
        deniers=_origins(account.corroboration.deniers, judged),
        voices=voices(account),
        numbers=series(account.lineup),
        joins=account.matter.joins,
    )


def _origins(origins: Iterable[Origin], judged: Assessed) -> tuple[OriginForm, ...]:
    return tuple(
        OriginForm(
            kind=each.kind,
            actor=each.actor,
            name=each.name,
            letter=_letter(each, judged),
            is_certain=each.is_certain,
            voices=each.voices,
        )
        for each in origins
    )


def _letter(origin: Origin, judged: Assessed) -> str | None:
    if origin.kind == "unknown":
        return None
    given = rating_of(origin, judged)
    return (given.letter if given else None) or UNJUDGED


def _write(form: object, stream: TextIO) -> None:
    stream.write(encode(form).decode("utf-8") + "\n")
