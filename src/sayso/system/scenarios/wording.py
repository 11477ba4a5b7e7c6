"""A change, a subject or an amount in, the words for it out: as the language has them, or as a sentence has them."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.scenarios.amounts import SCALES
from sayso.system.scenarios.records import (
    SHARE,
    Add,
    Alter,
    Change,
    Choose,
    Cut,
    Fix,
    Gauge,
    Replace,
    Stretch,
    Subject,
    Test,
    Volume,
)

_FIGURES = 4
"""Figures of a computed number in a sentence. The bounds in the records keep all of theirs."""

_PART = Decimal("0.01")
"""Part of a scale that a low bound must have to be written in it: `0.64..2.06 bn`, but `5 m..2 bn`."""

_HUNDRED = Decimal(100)


def format_change(change: Change) -> str:
    """The change as a line of the language.

    >>> from sayso.system.scenarios.language import parse_changes
    >>> format_change(parse_changes("ADD 640 m..2.06 bn usd a year rus->prk money")[0])
    'add 0.64..2.06 bn USD/year RUS->PRK money'
    """
    if isinstance(change, Choose):
        return f"{'include' if change.is_included else 'exclude'} {change.word}"
    subject = format_subject(change.subject)
    if isinstance(change, Add):
        return f"add {format_volume(change.volume)} {subject}"
    if isinstance(change, Cut):
        return f"cut {subject}"
    if isinstance(change, Replace):
        return f"replace {subject} by {change.supplier}"
    if isinstance(change, Gauge):
        return f"fix {format_gauge(change)} = {format_volume(change.volume)}"
    if isinstance(change, Fix):
        return f"fix {subject} = {format_volume(change.volume)}"
    if isinstance(change, Test):
        return f"test {subject} {format_bound(change.volume)}"
    return f"change {subject} {_alteration(change)}"


def format_subject(subject: Subject) -> str:
    """The subject as the language has it: `CHN share of PRK trade`, `RUS->PRK oil`, `PRK trade`."""
    if subject.is_share:
        return f"{subject.partner} share of {subject.of} {subject.topic}"
    direction = "" if subject.partner is None else f"{subject.partner}->"
    return f"{direction}{subject.of} {subject.topic}"


def format_gauge(gauge: Gauge) -> str:
    """What is fixed of a good: `PRK need of oil`, `PRK stock of oil`, `capacity of CHN->PRK oil`."""
    if gauge.sort == "capacity":
        return f"capacity of {format_subject(gauge.subject)}"
    return f"{gauge.subject.of} {gauge.sort} of {gauge.subject.topic}"


def format_volume(volume: Volume) -> str:
    """The amount as the language has it: `0.64..2.06 bn USD/year`, `about 98.3%`."""
    if volume.unit == SHARE:
        return f"{_numbers(_times(volume.interval, _HUNDRED), is_share=True)}%"
    return f"{_numbers(volume.interval, is_share=False)} {volume.unit}{_period(volume.over)}"


def format_bound(volume: Volume) -> str:
    """What a statement says of its subject: `> 90%`, `< 3 bn USD/year`, `= 80..90%`."""
    low, high = volume.interval.low, volume.interval.high
    if low is not None and high is not None:
        return f"= {format_volume(volume)}"
    words = format_volume(volume)
    return f"> {words.removeprefix('at least ')}" if low is not None else f"< {words.removeprefix('up to ')}"


def say(interval: Interval, *, unit: str | None, over: Stretch | None = None) -> str:
    """Bounds in a sentence, rounded outwards to a few figures: `0.2539 to 0.2571 bn USD/year`, `at most 2%`."""
    if interval.low is None and interval.high is None:
        return "not known"
    bounds = _outwards(interval)
    low, high = _sides(_times(bounds, _HUNDRED) if unit == SHARE else bounds, is_share=unit == SHARE)
    number = f"at most {high}" if low is None else f"at least {low}" if high is None else f"{low} to {high}"
    if bounds.low is not None and bounds.low == bounds.high:
        number = f"{high}"
    return f"{number}%" if unit == SHARE else f"{number} {unit or ''}{_period(over)}".rstrip()


def say_one(
    number: Decimal, *, unit: str | None, over: Stretch | None = None, is_low: bool = False, is_high: bool = False
) -> str:
    """A number in a sentence, rounded down where it is a low bound, and up where it is a high one."""
    bounds = _outwards(Interval(low=number if not is_high else None, high=number if not is_low else None))
    rounded = bounds.high if bounds.low is None else bounds.low
    return say(Interval(low=rounded, high=rounded), unit=unit, over=over)


def _alteration(change: Alter) -> str:
    if change.to is not None:
        return f"to {format_volume(change.to)}"
    return f"by {_plain((change.by or Decimal(0)) * 100)}%"


def _numbers(interval: Interval, *, is_share: bool) -> str:
    """The bounds in the language, each with the scale it has."""
    low, high = interval.low, interval.high
    if interval.approximate and low is not None and high is not None and low != high:
        return _about(low, high, is_share=is_share)
    least, most = _sides(interval, is_share=is_share)
    if low is None:
        return f"up to {most}"
    if high is None:
        return f"at least {least}"
    return f"{most}" if low == high else f"{least}..{most}"


def _sides(interval: Interval, *, is_share: bool) -> tuple[str | None, str | None]:
    """Both bounds in words. Two of one size share the scale of the greater, which is written behind it alone.

    A number without a scale of its own shares that of the other in the language, and so has to in words.
    """
    low, high = interval.low, interval.high
    if is_share:
        return None if low is None else _plain(low), None if high is None else _plain(high)
    if low is None or high is None:
        return None if low is None else _scaled(low, _scale(low)), None if high is None else _scaled(high, _scale(high))
    least, most = _scale(low), _scale(high)
    if SCALES[least] < SCALES[most] and (not low or low >= _PART.scaleb(SCALES[most])):
        least = most
    elif not least:
        most = least
    if least == most:
        return _plain(low.scaleb(-SCALES[most])), _scaled(high, most)
    return _scaled(low, least), _scaled(high, most)


def _about(low: Decimal, high: Decimal, *, is_share: bool) -> str:
    """The rounded figure that stands for the bounds, which end half a unit of its last figure away from it."""
    middle, last = (low + high) / 2, high - low
    found = []
    for scale, power in SCALES.items():
        # Written in this scale, the last figure has to stand behind the point, or be the last that is not zero.
        digits = middle.scaleb(-power).quantize(last.scaleb(-power).normalize())
        exponent = int(digits.as_tuple().exponent)
        is_read_so = exponent < 0 or (exponent == 0 and is_share) or digits.normalize().as_tuple().exponent == exponent
        if is_read_so and (not is_share or not power):
            found.append((digits, scale))
    if not found:
        return f"{_plain(low)}..{_plain(high)}"
    # The greatest scale in which it is not less than one, or the smallest there is.
    digits, scale = next(((digits, scale) for digits, scale in reversed(found) if digits >= 1), found[0])
    return f"about {digits:f} {scale}".rstrip()


def _scale(number: Decimal) -> str:
    """The greatest scale that the number reaches."""
    return next((scale for scale, power in reversed(SCALES.items()) if abs(number) >= Decimal(1).scaleb(power)), "")


def _scaled(number: Decimal, scale: str) -> str:
    return f"{_plain(number.scaleb(-SCALES[scale]))} {scale}".rstrip()


def _period(over: Stretch | None) -> str:
    if over is None:
        return ""
    return f"/{over.unit}" if over.number == 1 else f" over {_plain(over.number)} {over.unit}s"


def _outwards(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    if low is not None and low == high:
        exact = Context(prec=_FIGURES).plus(low)
        return Interval(low=exact, high=exact)
    return Interval(
        low=None if low is None else Context(prec=_FIGURES, rounding=ROUND_FLOOR).plus(low),
        high=None if high is None else Context(prec=_FIGURES, rounding=ROUND_CEILING).plus(high),
    )


def _times(interval: Interval, factor: Decimal) -> Interval:
    low, high = interval.low, interval.high
    return Interval(
        low=None if low is None else low * factor,
        high=None if high is None else high * factor,
        approximate=interval.approximate,
    )


def _plain(number: Decimal) -> str:
    """The number without exponent and without zeros at the end of a fraction."""
    return f"{number.normalize():f}" if number else "0"
