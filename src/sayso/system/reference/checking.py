"""Testimonies in, what the reference says to each of their numbers out, with its rows and a sentence that says why.

Every comparison is of intervals. The reference bears a statement out (`supports`) where all that the reference may mean
lies within the statement, or the statement within what one number of the reference may be, rounding and "about"
allowed for. It `contradicts` where the two lie apart, by more than the years between them explain. It is `out of range`
where the two are of times too far apart, or of different wholes. In all other cases it `cannot tell`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sayso.claims.numbers.edtf import bounds
from sayso.corroboration.intervals import Interval, grows, relate
from sayso.records import Claim, Quantity
from sayso.system.arithmetic import difference
from sayso.system.records import Testimony
from sayso.system.reference.findings import Finding, in_state, of_partner
from sayso.system.reference.rows import GRADES, Edition, Row, edition
from sayso.system.reference.sentences import FITTING, because
from sayso.system.reference.subjects import Subject, subjects

YEARS = 3
"""Years by which a statement and the reference may lie apart and still be compared. Chosen, not tuned: the Factbook
shows three years of a number side by side, and most of its shares of trade are three years old."""

_TOLD = ("done", "ongoing")
"""Modalities of statements about what is; what is planned, wanted or feared is not yet so."""

_OPPOSITE = {"supports": "contradicts", "contradicts": "supports"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the reference says to one number of a claim.

    `verdict` is `supports`, `contradicts`, `cannot tell` or `out of range`. `reference` is what it says, with the
    margins of its rounding, `written` the same as its numbers stand there; both None where it says nothing.
    `difference` is the statement less the reference. `years_apart` is None where the statement has no date. `grade` is
    that of the worst row. `reason` is one sentence in English.
    """

    verdict: str
    claim_id: str
    quantity: Quantity
    measure: str
    state: str
    partner: str | None
    reference: Interval | None
    written: Interval | None
    difference: Interval | None
    years_apart: int | None
    grade: str | None
    rows: tuple[Row, ...]
    reason: str
    edition: Edition


def check(testimonies: Iterable[Testimony], *, weights: Mapping[str, Interval] | None = None) -> tuple[Verdict, ...]:
    """A verdict for each number that is of a sort the reference has, in the order of the testimonies.

    `weights` are weights of imports in the trade of a state, 0 to 1, where they are known; where they are not, they are
    reckoned from the totals that the reference has, and otherwise anything from 0 to 1.
    """
    known = weights or {}
    return tuple(
        _verdict(subject, known.get(subject.state))
        for testimony in testimonies
        if testimony.kind != "recorded" and testimony.claim.modality in _TOLD
        for subject in subjects(testimony)
    )


def _verdict(subject: Subject, weight: Interval | None) -> Verdict:
    years = _years(subject.claim)
    found = _findings(subject, years, weight)
    judged = [(_judge(subject, each, years), each) for each in found]
    # A number may be of any of the fields of a measure: one that fits is enough.
    verdict, finding = min(judged, key=lambda each: FITTING.index(each[0]), default=("cannot tell", None))
    if subject.claim.polarity == "negated":
        verdict = _OPPOSITE.get(verdict, verdict)
    reference = None if finding is None else finding.reference
    return Verdict(
        verdict=verdict,
        claim_id=subject.claim.id,
        quantity=subject.quantity,
        measure=subject.measure.name,
        state=subject.state,
        partner=subject.partner,
        reference=reference,
        written=None if finding is None else finding.written,
        difference=None if reference is None else difference(_stated(subject.quantity), reference),
        years_apart=None if finding is None else _apart(years, finding.rows),
        grade=max((row.grade for row in finding.rows), key=GRADES.index, default=None) if finding else None,
        rows=() if finding is None else finding.rows,
        reason=because(
            verdict, subject, finding=finding, apart=None if finding is None else _apart(years, finding.rows)
        ),
        edition=edition(),
    )


def _findings(subject: Subject, years: tuple[int, int] | None, weight: Interval | None) -> tuple[Finding, ...]:
    if any(field.endswith("partners") for field in subject.measure.fields):
        if subject.partner is None:
            return ()
        found = of_partner(subject.state, subject.partner, fields=subject.measure.fields, weight=weight)
        return () if found is None else (found,)
    return in_state(subject.state, fields=subject.measure.fields, near=years)


def _judge(subject: Subject, finding: Finding, years: tuple[int, int] | None) -> str:
    said = subject.said
    if finding.reference is None:
        return "cannot tell"
    apart = _apart(years, finding.rows)
    if subject.good is not None or (apart is not None and apart > YEARS):
        return "out of range"
    relation = relate(said, finding.reference)
    if relation in ("same", "narrower"):
        return "supports"
    if finding.is_stated and (relation == "wider" or _holds(said, finding.written)):
        return "supports"
    if relation == "near" and None not in (said.low, said.high):
        return "supports"
    return "contradicts" if relation == "apart" and _cannot_be(subject, finding, apart) else "cannot tell"


def _holds(said: Interval, written: Interval | None) -> bool:
    """Whether the number as it is written, without its rounding, is one that the statement allows."""
    return written is not None and relate(said, written) in ("same", "narrower")


def _cannot_be(subject: Subject, finding: Finding, apart: int | None) -> bool:
    """Whether two numbers that lie apart are of the same thing at nearly the same time, so that one must be wrong."""
    said, allowed = subject.said, finding.allowed
    if allowed is None or apart is None or (subject.measure.may_be_part and grows(said, allowed)):
        return False
    # A number without a year of its own is of no certain one.
    years = apart + (subject.claim.event.occurred is None)
    return relate(said, _drifted(allowed, subject.measure.drift * years)) == "apart"


def _drifted(interval: Interval, part: Decimal) -> Interval:
    return Interval(
        low=None if interval.low is None else interval.low * max(Decimal(0), 1 - part),
        high=None if interval.high is None else interval.high * (1 + part),
        approximate=interval.approximate,
    )


def _stated(quantity: Quantity) -> Interval:
    return Interval(low=quantity.low, high=quantity.high, approximate=quantity.approximate)


def _years(claim: Claim) -> tuple[int, int] | None:
    """The first and last year that the statement is about.

    A number without a year is of the year in which it was published or of the one before, which most are of.
    """
    published = _span(claim.published)
    occurred = claim.event.occurred
    if occurred is None:
        return None if published is None else (published[0] - 1, published[1])
    period = bounds(occurred.edtf)
    if period is None:
        return None
    last = published[1] if period.until is None and published else None
    years = [_year(period.first), last if period.until is None else _year(period.until, is_end=True)]
    known = [year for year in years if year is not None]
    return (min(known), max(known)) if known else None


def _span(edtf: str | None) -> tuple[int, int] | None:
    """The first and last year of a date; None where a side of it is open."""
    period = bounds(edtf or "")
    if period is None or period.first is None or period.until is None:
        return None
    return _year(period.first) or 0, _year(period.until, is_end=True) or 0


def _year(day: str | None, *, is_end: bool = False) -> int | None:
    """The year of a day; of the first day after a stretch, that of its last day."""
    if day is None:
        return None
    year, _, rest = day.partition("-")
    return int(year) - (is_end and rest == "01-01")


def _apart(years: tuple[int, int] | None, rows: tuple[Row, ...]) -> int | None:
    """Years between the statement and the row that is farthest from it; 0 where they meet, None without a date."""
    spans = [span for span in (_span(row.year) for row in rows) if span is not None]
    if years is None or not spans:
        return None
    return max(max(0, first - years[1], years[0] - last) for first, last in spans)
