"""A case and a matter in, who stands behind it and why, its numbers as bars by origin, denials and retellings out."""

from dataclasses import dataclass

from sayso.corroboration.accounts import Account
from sayso.corroboration.intervals import Interval
from sayso.corroboration.records import Origin
from sayso.corroboration.values import Series
from sayso.outputs.matters.assessed import UNJUDGED, override_of, rating_of
from sayso.outputs.matters.origin_phrases import grounds_of, origin_name, origins_phrase
from sayso.outputs.matters.phrases import carrier, headline, leading, quote_of, sort_of, value_phrase
from sayso.outputs.matters.svg import drawn
from sayso.workbench.case import Case
from sayso.workbench.drawing.bars import Bar, bars
from sayso.workbench.views.parts import ClaimRow, MatterRow, claim_row, matter_row


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRow:
    """An origin with the letter of its source, None for unknown lineage, and why each document counts for it."""

    name: str
    letter: str | None
    is_certain: bool
    reasons: tuple[tuple[str, str], ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """A number of one origin and date, in words and as a bar."""

    words: str
    origin: str
    said: str
    bar: Bar
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRows:
    """Numbers that count the same, and how many pairs of them contradict each other."""

    of: str
    unit: str
    values: tuple[ValueRow, ...]
    contradictions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRow:
    """One document's saying of the matter, with its sentence; `sort` is `claim`, `echo` or `hint`."""

    id: str
    where: str
    document_id: str
    words: str
    denies: bool
    sort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterView:
    """One matter, whole; `lineage` is the drawing of how it was retold, as SVG."""

    title: str
    row: MatterRow
    origins_said: str
    rule: str
    note: str | None
    origins: tuple[OriginRow, ...]
    deniers: tuple[OriginRow, ...]
    series: tuple[SeriesRows, ...]
    voices: tuple[VoiceRow, ...]
    first: ClaimRow
    lineage: str


def matter(case: Case, matter_id: str) -> MatterView:
    """The page of the matter with this id, or with a claim of this id; raises `UnknownRecord`."""
    account = case.account(matter_id)
    judged = case.findings.assessed
    given = override_of(account.matter, judged)
    return MatterView(
        title=headline(account),
        row=matter_row(account, judged),
        origins_said=origins_phrase(account.corroboration),
        rule=account.credibility.rule,
        note=given.note if given else None,
        origins=tuple(_origin(each, account, case) for each in account.corroboration.origins),
        deniers=tuple(_origin(each, account, case) for each in account.corroboration.deniers),
        series=tuple(map(_series, account.lineup.series)),
        voices=_voices(account),
        first=claim_row(leading(account), case),
        lineage=drawn(account),
    )


def _origin(origin: Origin, account: Account, case: Case) -> OriginRow:
    given = None if origin.kind == "unknown" else rating_of(origin, case.findings.assessed)
    reasons = dict.fromkeys(
        (carrier(voice), ground.said)
        for voice in account.heard.values()
        if voice.id in origin.voices
        for ground in grounds_of(voice.id, account.corroboration, origin=origin)
    )
    return OriginRow(
        name=origin_name(origin),
        letter=None if origin.kind == "unknown" else (given.letter if given else None) or UNJUDGED,
        is_certain=origin.is_certain,
        reasons=tuple(reasons),
        voices=origin.voices,
    )


def _series(series: Series) -> SeriesRows:
    drawn_bars = bars([Interval(low=each.low, high=each.high) for each in series.values])
    return SeriesRows(
        of=series.of or "not stated",
        unit=series.unit or "",
        values=tuple(
            ValueRow(
                words=value_phrase(value, series.unit),
                origin=value.origin or "origin unknown",
                said=value.said or "no date stated",
                bar=bar,
                claim_ids=value.claim_ids,
            )
            for value, bar in zip(series.values, drawn_bars, strict=True)
        ),
        contradictions=len(series.disagreements),
    )


def _voices(account: Account) -> tuple[VoiceRow, ...]:
    rows = []
    for voice in account.heard.values():
        words = quote_of(voice, account)
        rows.append(
            VoiceRow(
                id=voice.id,
                where=carrier(voice),
                document_id=voice.document_id,
                words=words.quote if words else "",
                denies=voice.polarity == "negated",
                sort=sort_of(voice, account),
            )
        )
    return tuple(rows)
