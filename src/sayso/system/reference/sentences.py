"""A verdict and what it rests on in, the reason as one sentence of plain English out."""

from decimal import ROUND_HALF_EVEN, Decimal

from sayso.corroboration.intervals import Interval, grows, relate
from sayso.system.arithmetic import scaled
from sayso.system.measures.shares import weights_over
from sayso.system.reference.findings import Finding
from sayso.system.reference.rows import GRADES, Row, Standing
from sayso.system.reference.subjects import Subject

FITTING = ("supports", "cannot tell", "contradicts", "out of range")
"""Every verdict, the one that fits a statement best first."""

_PERCENT = Decimal(100)
_ROUND = Decimal("0.1")
_SCALES = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
_WHAT = {"export partners": "exports", "import partners": "imports"}


def because(verdict: str, subject: Subject, *, finding: Finding | None, apart: int | None) -> str:
    """Why the reference says so: what it has, of which year, and what would settle the matter."""
    if finding is None or finding.reference is None:
        return _nothing(subject, finding)
    parts = [_found(finding, subject)]
    if subject.good is not None:
        parts.append(f"but the statement is of {subject.good} alone")
    elif verdict == "out of range":
        parts.append(f"which is {apart} years from what the statement is about")
    elif apart is None:
        parts.append("and the statement has no date")
    elif apart:
        parts.append(f"{apart} {'year' if apart == 1 else 'years'} from what the statement is about")
    if verdict == "cannot tell" and subject.good is None:
        parts.extend(filter(None, (_settling(finding, subject), _excuse(finding, subject, apart))))
    if subject.claim.polarity == "negated":
        parts.append("and the statement denies its number")
    if any(row.grade == GRADES[2] for row in finding.rows):
        parts.append("and the source warns of its data on this economy")
    return "; ".join(parts) + "."


def _nothing(subject: Subject, finding: Finding | None) -> str:
    if finding is not None and any(each.status != "not collected" for each in finding.standings):
        return "The reference names partners in trade of that state, but gives no shares."
    if (
        finding is None
        and subject.partner is None
        and any(name.endswith("partners") for name in subject.measure.fields)
    ):
        return "The claim has no single partner that is a state."
    return f"The reference has no number of that state for {subject.measure.name} (not collected)."


def _found(finding: Finding, subject: Subject) -> str:
    if not finding.standings:
        row = finding.rows[0]
        return f"The reference has {_number(row)} as {row.about.whole} ({_year(row)})"
    lists = " and ".join(
        _place(each, name) for each, name in zip(finding.standings, subject.measure.fields, strict=True)
    )
    if len(finding.standings) == 1:
        return f"The reference has the partner {lists}"
    together = f"{_range(finding.reference)} of trade with rounding"
    if finding.weight is None:
        return f"The reference has the partner {lists}, hence {together}, as the weight of imports is unknown"
    weighed = f"imports weigh {_range(scaled(finding.weight, _PERCENT))}"
    totals = [row for row in finding.rows if row.field == "imports"]
    how = f" in the totals of goods and services of {totals[0].year}" if totals else ""
    return f"The reference has the partner {lists}, hence {together}, where {weighed}{how}"


def _place(standing: Standing, field: str) -> str:
    what = _WHAT[field]
    if standing.status == "not collected":
        return f"on no list of {what} (not collected)"
    if not standing.rows:
        return f"on a list of {what} without shares"
    year = standing.rows[0].year
    if standing.status == "listed":
        share = standing.rows[0]
        return f"at {share.quote.rpartition(' ')[2]} of {what} ({year})"
    return f"not listed in {what}, so at most {_plain(standing.interval.high)}% of them ({year})"


def _settling(finding: Finding, subject: Subject) -> str | None:
    """For which weights of imports the statement holds, where nobody knows the weight."""
    if len(finding.standings) != len(_WHAT) or finding.weight is not None:
        return None
    exports, imports = (scaled(each.written, 1 / _PERCENT) for each in finding.standings)
    holds = _above(exports, imports, subject.said.low)
    below = _below(exports, imports, subject.said.high)
    if holds is None or below is None:
        return "it surely holds for no weight of imports"
    low, high = max(_end(holds.low, 0), _end(below.low, 0)), min(_end(holds.high, 1), _end(below.high, 1))
    if low >= high:
        return "it surely holds for no weight of imports"
    if high == 1:
        weights = f"more than {_plain(low * _PERCENT)}%"
    elif low == 0:
        weights = f"less than {_plain(high * _PERCENT)}%"
    else:
        weights = f"{_plain(low * _PERCENT)} to {_plain(high * _PERCENT)}%"
    return f"it holds if imports are {weights} of trade, by the numbers without their rounding"


def _above(exports: Interval, imports: Interval, low: Decimal | None) -> Interval | None:
    if low is None or low <= 0:
        return Interval(low=Decimal(0), high=Decimal(1))
    return weights_over(exports, imports, threshold=low / _PERCENT).surely


def _below(exports: Interval, imports: Interval, high: Decimal | None) -> Interval | None:
    """The weights for which a share surely lies under a bound: those for which it does not possibly lie over it."""
    everything = Interval(low=Decimal(0), high=Decimal(1))
    over = None if high is None else weights_over(exports, imports, threshold=high / _PERCENT).possibly
    if over is None:
        return everything
    if over == everything:
        return None
    return Interval(low=over.high, high=Decimal(1)) if over.low == 0 else Interval(low=Decimal(0), high=over.low)


def _excuse(finding: Finding, subject: Subject, apart: int | None) -> str:
    """Why the two may both be right, or nobody can say that they agree."""
    said, reference = subject.said, finding.reference
    if reference is None:
        return ""
    is_less = grows(said, reference)
    is_more = grows(reference, said)
    if (is_less or is_more) and finding.allowed is not None and relate(said, finding.allowed) != "apart":
        return _other(finding)
    if is_less and subject.measure.may_be_part:
        return "the statement may count a part"
    if is_less or is_more:
        usual = f"a change by {_plain(subject.measure.drift * _PERCENT)}% of itself in a year is nothing unusual"
        return usual if apart or subject.claim.event.occurred is None else ""
    if finding.standings and finding.weight is None and len(finding.standings) == len(_WHAT):
        return ""  # the weight of imports would settle it, and that has been said
    return "the two agree only in a part of their margins" if finding.is_stated else "the reference gives only bounds"


def _other(finding: Finding) -> str:
    """What else in the reference allows for a statement that its first answer does not."""
    if any(each.status == "not listed" for each in finding.standings):
        return "trade that neither side reports is on no list"
    if len(finding.standings) == 1:
        return f"by the partner's own list and the totals {_range(finding.allowed)} are possible"
    return f"by the partner's own lists and another weight of imports {_range(finding.allowed)} are possible"


def _number(row: Row) -> str:
    """The number of a row in words, with its bounds where it is no single number."""
    unit = {"percent": "%", "USD": " USD", "soldier": " soldiers", "person": " people"}.get(row.about.unit, "")
    written = row.written
    about = "about " if written.approximate else ""
    if written.low is None:
        return f"at most {_plain(written.high)}{unit}"
    if written.low == written.high:
        return f"{about}{_plain(written.low)}{unit}"
    return f"{about}{_plain(written.low)} to {_plain(written.high)}{unit}"


def _year(row: Row) -> str:
    return f"{row.year.replace('/', ' to ')}{', estimate' if row.grade != GRADES[0] else ''}"


def _range(interval: Interval | None) -> str:
    if interval is None:
        return "an unknown part"
    low, high = _plain(interval.low), _plain(interval.high)
    return f"{low}%" if low == high else f"{low} to {high}%"


def _plain(number: Decimal | None) -> str:
    """A number for people, to one place: 1.3 million, 69.6.

    >>> _plain(Decimal("1300000")), _plain(Decimal("69.565")), _plain(Decimal("3.500"))
    ('1.3 million', '69.6', '3.5')
    """
    if number is None:
        return "any"
    for scale, name in _SCALES:
        if abs(number) >= scale:
            return f"{_short(number / scale, Decimal('0.01'))}{name}"
    return _short(number, _ROUND)


def _short(number: Decimal, step: Decimal) -> str:
    text = f"{number.quantize(step, rounding=ROUND_HALF_EVEN):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _end(bound: Decimal | None, otherwise: int) -> Decimal:
    return Decimal(otherwise) if bound is None else bound
