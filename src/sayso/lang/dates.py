"""The `dates.toml` of a language in, one `Calendar` record with its patterns compiled out.

A pattern is a regular expression over lower-case text in which a slot such as `{month}` stands for the forms of a
table. The slots: `{year}`, `{month}`, `{month_number}`, `{day}`, `{second_day}`, `{weekday}`, `{season}`, `{unit}`,
`{count}`, `{length}` (a count and its unit in one word), `{shift}` (last), `{named}` (yesterday), `{when}` (a shift and
its unit in one word), `{part}` (a half or quarter in one word), `{ordinal}`, `{decade}`, `{decade_name}`,
`{century}`; `{first}`, `{second}` and `{last_year}` are the parts of a date in digits, in the order of the language;
`{day_figures}` is a day in digits, `{year_words}` is written out; `{holiday}` is a feast, and `{piece}` a unit of which
the `{ordinal}`, or with a group `final` the last, of a month or year is meant; `{any_month}` and `{any_weekday}` may be
abbreviations that are other words as well.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import get_day_names, get_month_names

from sayso.errors import SettingsError
from sayso.lang import language
from sayso.lang.forms import Forms, forms, lower
from sayso.lang.numbers import Numerals, numerals

_FOLDER = Path(__file__).parent
_TABLES = (
    "months",
    "weekdays",
    "seasons",
    "units",
    "named",
    "shifts",
    "ordinals",
    "whens",
    "parts",
    "decades",
    "holidays",
    "eras",
)
_SHARED = _FOLDER / "dates.toml"
_YEAR = r"(?<!\d)(?<!\d[.,])(?:1[0-9]|2[01])\d\d(?![\d%]|[.,]\d)"
_DIGITS = re.compile(r"\{(?:year|first|last_year|month_number|decade|day_figures)\}")
_OTHER_DIGITS = re.compile(_DIGITS.pattern.replace("year|", "", 1))
_ESCAPED = re.compile(r"\\[()]")
_GROUP = re.compile(r"\([^()]*\)\??")

_THOUSAND = 1000
_PLAIN_YEAR = r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePattern:
    """One way of writing a date. `manner` says how to reckon it: `point`, `of_week` (a shift before a weekday means
    the week), `this` (the current one), `ago`, `ahead`, `past` or `coming`; beside another date `after`, `before`,
    `lasting` (so long from it), `around` (the week it is in), `ending` (the week it ends) and `inside` (a part of it).
    `anchor` is the current one where it stands beside such words only: "the first week of the year"."""

    manner: str
    pattern: re.Pattern[str]
    needs_digit: bool
    """Whether it can match only where there are digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opens:
    """Words before a date that leave one side of it open, and those that join two dates into a period."""

    since: re.Pattern[str]
    until: re.Pattern[str]
    onward: re.Pattern[str]
    """What after a date leaves its end open."""
    up_to: re.Pattern[str]
    """What after a date leaves its beginning open."""
    between: re.Pattern[str]
    paired: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    """What may stand after the second of two dates and makes them a period: Turkish `arasında`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """How a language writes dates."""

    code: str
    trigger: re.Pattern[str]
    patterns: tuple[DatePattern, ...]
    numerals: Numerals
    months: Forms
    weekdays: Forms
    seasons: Forms
    units: Forms
    named: Forms
    shifts: Forms
    ordinals: Forms
    whens: Forms
    parts: Forms
    decades: Forms
    eras: Forms
    """The first year of an era, which its years are counted from: 1989 for 平成."""
    holidays: Forms
    """Feasts by the rule of their day, which `feast_of` of claims/numbers/feasts.py reads."""
    opens: Opens
    future: re.Pattern[str]
    """Verb forms that speak of what is to come."""
    years: re.Pattern[str]
    """Words before a number of four figures that make it a year, up to its beginning."""
    spoken_years: re.Pattern[str]
    """Words that are a year wherever a year may stand: "nineteen ninety-six"."""
    capitals: re.Pattern[str]
    """Months and weekdays that alone count only with a capital, which tells May from may."""
    trailing: bool
    """Whether the date that words reckon from stands before them."""
    order: str
    """Order of the parts of a date in digits: `dmy`, `mdy` or `ymd`."""


@cache
def calendar(code: str) -> Calendar | None:
    """How a language writes dates, or None when its folder does not say; raises `SettingsError` on wrong data.

    >>> calendar("en").months.meaning("sept"), calendar("en").order
    ('9', 'mdy')
    """
    path = _FOLDER / code / "dates.toml"
    how = numerals(code)
    if how is None or not path.exists():
        return None
    try:
        return _calendar(code, tomllib.loads(path.read_text(encoding="utf-8")), how)
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise SettingsError(f"{code}/{path.name} of the language data is wrong: {error!r}") from error


def _calendar(code: str, data: dict[str, Any], how: Numerals) -> Calendar:
    endings = data.get("endings", "")
    ambiguous = frozenset(data.get("ambiguous", "").split())
    named = {"months": _months(code), "weekdays": _weekdays(code)}
    merged = {name: _merged(data.get(name, {}), named.get(name, {})) for name in _TABLES}
    tables = {name: forms(merged[name], endings=endings) for name in _TABLES}
    sure = {name: forms(_without(merged[name], ambiguous), endings=endings).pattern for name in named}
    joined = not language(code).spaces or data.get("joined", False)
    spoken = data.get("spoken_years", "(?!)")
    slots = _slots(tables, how, sure=sure, joined=joined, spoken=spoken)
    digits = _DIGITS if "spoken_years" not in data else _OTHER_DIGITS
    shared = tomllib.loads(_SHARED.read_text(encoding="utf-8"))["patterns"]
    patterns = tuple(
        DatePattern(
            manner=manner,
            pattern=_compiled(written, slots, joined),
            needs_digit=source is shared or (not joined and _needs_digit(written, digits)),
        )
        for source in (data["patterns"], shared)
        for manner, writings in source.items()
        for written in writings
        if source is not shared or data.get("order") != "ymd" or not written.startswith("{day")
    )
    words = [
        tables[name].pattern
        for name in ("months", "weekdays", "named", "units", "seasons", "whens", "decades", "holidays")
        if tables[name]
    ]
    words.extend((_exact(how.lengths), spoken))
    if not joined:
        words.extend(form for form, atom in how.spelling.atoms.items() if atom.times == _THOUSAND)
    edge = "" if joined else r"(?<![^\W_])"
    return Calendar(
        code=code,
        trigger=re.compile(r"\d|" + edge + "(?:" + "|".join(words) + ")"),
        patterns=patterns,
        numerals=how,
        opens=_opens(data.get("opens", {}), joined),
        future=re.compile(data.get("future", "(?!)")),
        years=re.compile((r"(?<![^\W_])" if not joined else "") + f"(?:{data.get('years', '(?!)')}) ?\\Z"),
        spoken_years=re.compile(spoken),
        capitals=re.compile(rf"(?:{'|'.join(data.get('capitals', '').split())})\.?"),
        trailing=data.get("trailing", False),
        order=data.get("order", "dmy"),
        **tables,
    )


def _needs_digit(written: str, digits: re.Pattern[str]) -> bool:
    """Whether a slot of digits stands outside every group, which may be optional or an alternative to others."""
    outer, inner = _ESCAPED.sub("", written), ""
    while outer != inner:
        outer, inner = _GROUP.sub("", outer), outer
    return digits.search(outer) is not None


def _slots(
    tables: Mapping[str, Forms], how: Numerals, *, sure: Mapping[str, str], joined: bool, spoken: str
) -> dict[str, str]:
    """The slots of the patterns; `sure` has the months and weekdays without abbreviations that are other words."""
    word = re.sub(r"\?P<\w+>", "?:", how.spelling.forms.pattern)
    article = "|".join(re.escape(one) for one in how.spelling.ones)
    link = rf"(?:{how.spelling.link.pattern}|[ -]?)"
    words = f"(?:{word})(?:{link}(?:{word})){{0,3}}"
    day = rf"(?:[0-2]?\d|3[01])(?!\d|[.,]\d)|{words}"
    era = rf"|{tables['eras'].pattern}(?:元|\d{{1,3}}|{words})" if tables["eras"] else ""
    return {
        "year": f"(?P<year>{_YEAR}|{spoken})"
        if not joined
        else rf"(?P<year>{_PLAIN_YEAR}|[〇零一二三四五六七八九]{{4}}{era})",
        "year_words": f"(?P<year>(?:{word})(?:{link}(?:{word})){{1,5}})",
        "month": f"(?P<month>{sure['months']})",
        "any_month": f"(?P<month>{tables['months'].pattern})",
        "second_month": f"(?P<second_month>{sure['months']})",
        "month_number": r"(?P<month_number>1[0-2]|0?[1-9])(?!\d)",
        "first": r"(?<!\d)(?<!\d[.,:/-])(?P<first>\d{1,2})",
        "day_figures": r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
        "second": r"(?P<second>\d{1,2})",
        "last_year": r"(?P<last_year>\d{4}|\d{2})(?!\d|[./-]\d)",
        "day": f"(?<!\\d)(?<!\\d[.,:/])(?P<day>{day})",
        "second_day": f"(?P<second_day>{day}|{tables['ordinals'].pattern})",
        "weekday": f"(?P<weekday>{sure['weekdays']})",
        "any_weekday": f"(?P<weekday>{tables['weekdays'].pattern})",
        "season": f"(?P<season>{tables['seasons'].pattern})",
        "piece": f"(?P<piece>{tables['units'].pattern})",
        "holiday": f"(?P<holiday>{tables['holidays'].pattern})",
        "unit": f"(?P<unit>{tables['units'].pattern})",
        "count": rf"(?<!\d)(?<!\d[.,])(?P<count>\d{{1,3}}|{words}{'|' + article if article else ''})",
        "shift": f"(?P<shift>{tables['shifts'].pattern})",
        "named": f"(?P<named>{tables['named'].pattern})",
        "when": f"(?P<when>{tables['whens'].pattern})",
        "part": f"(?P<part>{tables['parts'].pattern})",
        "ordinal": f"(?P<ordinal>{tables['ordinals'].pattern})",
        "decade_name": f"(?P<decade_name>{tables['decades'].pattern})",
        "length": f"(?P<length>{_exact(how.lengths)})",
        "decade": r"(?<!\d)(?P<decade>(?:1[5-9]|20)?\d0)",
        "century": r"(?<!\d)(?P<century>\d{1,2}|[ivx]{1,5}" + (f"|{words})" if joined else ")"),
    }


def _exact(lengths: Forms) -> str:
    """The words for a length of time that name one number of whole units: not "decades", not "an hour and a half"."""
    parts = {form: meaning.split() for form, meaning in lengths.exact.items()}
    whole = (form for form, (low, high, *_) in parts.items() if low == high and low.isdecimal())
    return "|".join(re.escape(form) for form in sorted(whole, key=len, reverse=True)) or "(?!)"


def _compiled(written: str, slots: Mapping[str, str], joined: bool) -> re.Pattern[str]:
    """A pattern with its slots filled; of those that stand in it twice, the second gets a name with a number."""
    seen: Counter[str] = Counter()

    def named(match: re.Match[str]) -> str:
        seen[match[1]] += 1
        return match[0] if seen[match[1]] == 1 else f"(?P<{match[1]}__{seen[match[1]]}>"

    filled = re.sub(r"\{([a-z_]+)\}", lambda match: slots[match[1]], written)
    filled = re.sub(r"\(\?P<(\w+)>", named, filled)
    left, right = ("", "") if joined else (r"(?<![^\W_])", r"(?:(?<=\W)|(?![^\W_]))")
    return re.compile(f"{left}(?:{filled}){right}")


def filled_slots(match: re.Match[str]) -> dict[str, str]:
    """The slots of a pattern that a match has filled, each under its own name wherever in the pattern it stands."""
    found: dict[str, str] = {}
    for name, value in match.groupdict().items():
        if value:
            found.setdefault(name.split("__")[0], value)
    return found


def _opens(data: Mapping[str, list[str]], joined: bool) -> Opens:
    left, right = ("", "") if joined else (r"(?<![^\W_])", r"(?![^\W_])")

    def alternatives(name: str) -> str:
        return "(?:" + ("|".join(data.get(name, ())) or "(?!)") + ")"

    return Opens(
        since=re.compile(left + alternatives("since") + r" ?\Z"),
        until=re.compile(left + alternatives("until") + r" ?\Z"),
        onward=re.compile(" ?" + alternatives("onward") + right),
        up_to=re.compile(" ?" + alternatives("up_to") + right),
        between=re.compile(r" ?[-–—~〜～/] ?|" + alternatives("between")),
        paired=re.compile(alternatives("paired")),
        closing=re.compile(" ?" + alternatives("closing")),
        opening=re.compile(left + alternatives("opening") + r" ?\Z"),
    )


def _merged(typed: Mapping[str, str], named: Mapping[str, str]) -> dict[str, str]:
    return {key: " ".join((typed.get(key, ""), named.get(key, ""))) for key in {**typed, **named}}


def _without(names: Mapping[str, str], ambiguous: frozenset[str]) -> dict[str, str]:
    """The names but for abbreviations that are other words as well: Spanish `mar`, the sea."""
    return {key: " ".join(form for form in forms.split() if form not in ambiguous) for key, forms in names.items()}


def _months(code: str) -> dict[str, str]:
    locale = Locale.parse(code)
    found: dict[str, list[str]] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names(width, context=context, locale=locale).items():
                found.setdefault(str(number), []).extend(_written(name))
    return {number: " ".join(names) for number, names in found.items()}


def _weekdays(code: str) -> dict[str, str]:
    """ISO numbers, Monday is 1; the abbreviated names are typed where they are no other word."""
    locale = Locale.parse(code)
    found: dict[str, list[str]] = {}
    for context in ("format", "stand-alone"):
        for number, name in get_day_names("wide", context=context, locale=locale).items():
            found.setdefault(str(number + 1), []).extend(_written(name))
    return {number: " ".join(names) for number, names in found.items()}


def _written(name: str) -> list[str]:
    """A name as CLDR has it, and without its final full stop; one that is digits alone is none."""
    plain = lower(name).replace(" ", "_")
    return [form for form in {plain, plain.rstrip(".")} if not form.isdigit() and len(form) > 1]
