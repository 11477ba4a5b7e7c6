"""The `numbers.toml` of a language in, one `Numerals` record with its patterns compiled out."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import get_currency_name

from sayso.errors import SettingsError
from sayso.lang import language
from sayso.lang.bounds import NEVER, Bounds, Ranges, bounds, ends, ranges
from sayso.lang.forms import Forms, forms, lower, split
from sayso.vocab.units import units

_FOLDER = Path(__file__).parent
_COUNTS = (1, 2, 5)
"""Counts whose plural forms cover those of every language here."""

_LATIN_EDGE = "(?:(?<![a-z])|(?![a-z]))"  # where words are run together, Latin letters still end a unit
_SPACES = " \u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """What one number word is worth. A word may do several of these: Russian `тысячи` multiplies and is vague."""

    adds: Decimal | None = None
    times: Decimal | None = None
    low: Decimal | None = None
    """With `high`: the range of a word such as "dozens", which names no number."""
    high: Decimal | None = None
    to: Decimal | None = None
    """The second of two figures side by side, which name a range: Chinese 二三十, "twenty or thirty"."""
    alone: bool = False
    """Whether it never joins others: Korean `세`, "three", which after `삼십`, "thirty", counts years of age."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How a language spells one number: its words and what stands between them."""

    digits: re.Pattern[str]
    decimal: str
    words: re.Pattern[str]
    """Any number word, in the group `word`; what may be glued before it stands outside."""
    compound: re.Pattern[str] | None
    """A word built of number words, where the language joins them: `zweiundzwanzig`."""
    part: re.Pattern[str]
    """One part of such a word."""
    joint: str
    """What stands between its parts."""
    inner: str
    """A word for one that counts only inside such a word."""
    atoms: Mapping[str, Atom]
    forms: Forms
    before: re.Pattern[str]
    """What may be glued before a number, up to its beginning: Arabic `و`."""
    inside: re.Pattern[str]
    """Letters before which no number word begins, up to its beginning: Korean words run on without a space."""
    never: re.Pattern[str]
    """Words that begin like a number and are none, from its beginning."""
    more: re.Pattern[str]
    """What between the parts says that it is more: Chinese `550多万`."""
    following: re.Pattern[str]
    """A word for one that counts only after another number word: the `un` of `cent un`."""
    tail: re.Pattern[str]
    """How a number word begins that counts only after another: the `et` of `et un`."""
    link: re.Pattern[str]
    of: re.Pattern[str]
    """What stands between "hundreds" and "thousands"."""
    few: re.Pattern[str]
    """What before a multiplier makes it vague: "several", in the group `digit` a single one ("a few")."""
    articles: re.Pattern[str]
    """Words for one that count only before a multiplier or a unit, up to its beginning."""
    ones: tuple[str, ...]
    """The same words as they are written."""
    one: re.Pattern[str]
    """Any of the same words."""
    minus: re.Pattern[str]
    denominators: Forms
    """Words for equal parts: 8 for "eighths"."""
    denominator: re.Pattern[str]
    over: re.Pattern[str]
    """What stands between the whole and the part where the whole comes first: 分之."""
    out_of: re.Pattern[str]
    """What stands between the part and the whole: the "in" of "one in five"."""
    point: re.Pattern[str]
    """The word for the decimal sign, with the spaces round it."""
    and_half: re.Pattern[str]
    """What after a number adds one half."""
    mixed: re.Pattern[str]
    """What stands between a whole number and a fraction: Chinese 三又五分之一."""
    several: re.Pattern[str]
    """What after tens names the ones without saying how many: Chinese 二十几."""
    elliptic: bool
    """Whether a last figure stands for its place without naming it: Chinese 三百五 is 350."""
    sure: re.Pattern[str]
    """Single words that are numbers even without a unit, from their beginning, where words are joined."""
    figures: bool
    """Whether figures in words may stand for their places: 二〇一八."""
    joined: bool
    """Whether words are written without spaces between them, so that a number word needs no edge."""
    reversed_ones: bool
    """Whether the ones stand before the tens (German, Arabic)."""
    scores: tuple[int, ...]
    """Tens that take the teens after them: French 60 and 80."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """How a language writes numbers, bounds, shares and units."""

    code: str
    trigger: re.Pattern[str]
    """Matches somewhere in every text that has a number."""
    spelling: Spelling
    suffixes: Forms
    """Multipliers glued to digits: `bn`."""
    suffix_after: re.Pattern[str]
    shares: tuple[tuple[re.Pattern[str], Decimal], ...]
    """Words for parts of a whole with their percentage: "half of", "two thirds"."""
    bounds: Bounds
    ranges: Ranges
    units: Forms
    unit_after: re.Pattern[str]
    """A unit after a number, in the groups `name` (lower case) and `sign`."""
    unit_before: re.Pattern[str]
    """A unit that ends where the number begins, in the groups `lead` and `sign`."""
    signs: Mapping[str, str]
    lengths: Forms
    """Vague lengths of time, as low end, high end and unit: "decades"."""
    length: re.Pattern[str]
    nouns: Forms
    noun_after: re.Pattern[str]
    people: re.Pattern[str]
    """Names of peoples, which count persons: "Syrians"."""
    rate: re.Pattern[str]
    """What stands between a unit and that by which it is counted: "per"."""
    hourly: re.Pattern[str]
    """What before a length says that it is covered in an hour: Chinese 时速."""
    tenth: re.Pattern[str]
    """A figure after a unit that counts its tenths, in the group `figure`: Chinese 一米八."""
    folded: Mapping[int, str]
    """Letters that are read as others, here and in dates: 萬 as 万."""


@cache
def numerals(code: str) -> Numerals | None:
    """How a language writes numbers, or None when its folder does not say; raises `SettingsError` on wrong data.

    >>> numerals("en").units.meaning("weeks")
    'week'
    """
    path = _FOLDER / code / "numbers.toml"
    if not path.exists():
        return None
    try:
        return _numerals(code, tomllib.loads(path.read_text(encoding="utf-8")))
    except (KeyError, TypeError, ValueError, InvalidOperation, re.error) as error:
        raise SettingsError(f"{code}/{path.name} of the language data is wrong: {error!r}") from error


def _numerals(code: str, data: dict[str, Any]) -> Numerals:
    joined = not language(code).spaces or data.get("joined", False)
    edges = ("", "") if joined else (r"(?<![^\W_])", r"(?![^\W_])")
    endings = data.get("endings", "")
    spelling = _spelling(data, joined, edges)
    suffixes = forms(data.get("suffixes", {}))
    names = forms({**_merged(data.get("units", {}), _currencies(code))}, endings=endings)
    signs = {sign: unit.id for unit in units().values() for sign in unit.signs}
    codes = {unit.id: unit.id for unit in units().values() if unit.kind == "currency"}
    codes |= {code + "$": code for code in codes if code.endswith("D")}
    money = {sign: id_ for sign, id_ in signs.items() if units()[id_].kind == "currency"} | codes
    leads = forms(data.get("leads", {}), endings=endings)
    lengths = forms(data.get("lengths", {}), endings=endings)
    nouns = forms(data.get("nouns", {}), endings=endings)
    per = "|".join(data.get("rate", ())) or "(?!)"
    shares = tuple(
        (re.compile(edges[0] + "(?:" + pattern + ")" + edges[1]), Decimal(share))
        for share, patterns in data.get("shares", {}).items()
        for pattern in patterns
    )
    parts_of = [pattern for patterns in data.get("shares", {}).values() for pattern in patterns]
    counting = spelling.ones if "spans" in data.get("bounds", {}) else ()  # in English "a year" is rarely an amount
    one = rf"(?:{'|'.join(counting) or '(?!)'})[{_SPACES}-]{names.pattern}"
    heads = "|".join([one, spelling.words.pattern.removeprefix(edges[0]), lengths.pattern, *parts_of])
    unlettered = "(?<![A-Za-z])" if joined else r"(?<![^\W\d_])"
    begin = edges[0].replace("_", r"\d_")
    compound = f"|{spelling.compound.pattern}" if spelling.compound else ""
    return Numerals(
        code=code,
        trigger=re.compile(re.sub(r"\?P<\w+>", "?:", rf"\d|[½¼¾⅓⅔]|{begin}(?:{heads}){compound}")),
        spelling=spelling,
        suffixes=suffixes,
        suffix_after=re.compile(rf" ?({suffixes.pattern})(?![^\W\d_])" if suffixes else "(?!)"),
        shares=shares,
        bounds=bounds(data.get("bounds", {}), edges),
        ranges=ranges(data.get("ranges", {})),
        units=names,
        unit_after=re.compile(
            rf"[{_SPACES}-]{{0,2}}(?:{data.get('unit_link', '(?!)')})?(?!{data.get('unit_never', '(?!)')})"
            rf"(?P<name>{names.pattern}){edges[1] or _LATIN_EDGE}"
            rf"|[{_SPACES}]?(?:{data.get('unit_link', '(?!)')})?(?P<sign>{_signs(signs | codes, joined)})"
        ),
        unit_before=ends(
            rf"(?P<lead>{leads.pattern})|{unlettered}(?P<sign>(?i:{_plain(money)}))",
            r"[ \u00a0\u202f]?",
        ),
        signs=signs | codes | {lead: id_ for id_, form in data.get("leads", {}).items() for lead in split(form)},
        lengths=lengths,
        length=re.compile(rf"{edges[0]}{lengths.pattern}{edges[1]}"),
        nouns=nouns,
        noun_after=re.compile(rf"[{_SPACES}-]?({nouns.pattern}){edges[1]}"),
        people=re.compile(data["people"]) if "people" in data else NEVER,
        hourly=ends("|".join(data.get("hourly", ())) or "(?!)", "[^\\d,。、]{0,4}"),
        tenth=re.compile(data.get("tenth", "(?!)")),
        folded={ord(letter): kept for kept, letters in data.get("folded", {}).items() for letter in letters},
        rate=re.compile(rf"(?:{per})(?:(?P<name>{names.pattern}){edges[1]}|(?P<noun>{nouns.pattern}){edges[1]})"),
    )


def _spelling(data: dict[str, Any], joined: bool, edges: tuple[str, str]) -> Spelling:
    atoms: dict[str, Atom] = {}
    endings = data.get("endings", "")
    table: dict[str, str] = {}
    for kind in ("cardinals", "alone", "multipliers", "vague"):
        for worth, written in data.get(kind, {}).items():
            for form in written.split():
                key = next(split(form))
                table[key] = ""
                atoms[key] = _joined_atom(atoms.get(key, Atom()), kind, worth)
    named = forms({form.replace(" ", "_"): form.replace(" ", "_") for form in table}, endings=endings)
    articles = "|".join(data.get("articles", ()))
    denominators = forms(data.get("denominators", {}), endings=endings)
    before = f"(?:{data['glued_before']})?" if "glued_before" in data else ""
    right = rf"(?:{edges[1]}|(?={data['glued_after']}))" if "glued_after" in data else edges[1]
    word = f"(?!{data.get('begins', '(?!)')})(?P<word>{named.pattern})"
    return Spelling(
        digits=_digits(data.get("decimal", "."), data.get("grouping", ",")),
        decimal=data.get("decimal", "."),
        words=re.compile(edges[0].replace("_", r"\d_") + before + word + ("" if data.get("glued", False) else right)),
        compound=_compound(data, named.pattern, right),
        part=re.compile(f"{named.pattern}|{data.get('inner', '(?!)')}|{data.get('joint', '(?!)')}"),
        joint=data.get("joint", ""),
        inner=data.get("inner", ""),
        atoms=atoms,
        forms=named,
        before=ends(edges[0] + before, "") if before else NEVER,
        inside=ends(data["inside"], "") if "inside" in data else NEVER,
        never=re.compile(data.get("never", "(?!)")),
        more=re.compile(data.get("more", "(?!)")),
        following=re.compile(data.get("following", "(?!)")),
        tail=re.compile(data.get("tail", "(?!)")),
        link=re.compile(data.get("link", "(?!)").replace("[ -]", r"(?:[ \u00a0]{1,3}|-)")),
        of=re.compile(data.get("of", "(?!)")),
        few=ends("|".join(data.get("few", ())) or "(?!)", r"[ -]?" if joined else r"[ -]"),
        articles=ends(articles, r"[ -]") if articles else NEVER,
        ones=tuple(data.get("articles", ())),
        one=re.compile(f"{edges[0]}(?:{articles}){edges[1]}(?!-)") if articles else NEVER,
        minus=ends(edges[0] + "(?:" + ("|".join(data.get("minus", ())) or "(?!)") + ")", " ?" if joined else " "),
        denominators=denominators,
        denominator=re.compile(rf"[ -]({denominators.pattern}){edges[1]}"),
        out_of=re.compile(data.get("out_of", "(?!)")),
        over=re.compile(data.get("over", "(?!)")),
        point=re.compile(data.get("point", "(?!)")),
        and_half=re.compile(data.get("and_half", "(?!)")),
        mixed=re.compile(data.get("mixed", "(?!)")),
        several=re.compile(data.get("several", "(?!)")),
        elliptic=data.get("elliptic", False),
        sure=re.compile(data.get("sure", "(?!)")),
        figures=data.get("figures", False),
        joined=joined,
        reversed_ones=data.get("reversed_ones", False),
        scores=tuple(data.get("scores", ())),
    )


def _compound(data: dict[str, Any], word: str, edge: str) -> re.Pattern[str] | None:
    if "inner" not in data:
        return None
    half = f"|(?={data['and_half']})" if "and_half" in data else ""
    return re.compile(rf"(?<![^\W\d_])(?:{word}|{data['inner']}|{data['joint']})+(?:{edge}{half})")


def _joined_atom(atom: Atom, kind: str, worth: str) -> Atom:
    adds, times, low, high = atom.adds, atom.times, atom.low, atom.high
    if kind in ("cardinals", "alone"):
        adds = Decimal(worth)
    elif kind == "multipliers":
        times = Decimal(worth)
    else:
        low, high = (Decimal(end) for end in worth.split())
    return Atom(adds=adds, times=times, low=low, high=high, alone=kind == "alone")


_POWER = r"(?:(?:e| ?[x×*·] ?10 ?\^ ?)(?P<exponent>[+-]?\d{1,2})(?![^\W_])|\^(?P<power>[+-]*\d{1,2})(?![^\W_]))?"
"""Behind digits the power of ten or of themselves that they are written with: 1.2e6, 3x10^-4, 2^10."""


def _digits(decimal: str, grouping: str) -> re.Pattern[str]:
    spaced = _SPACES if " " in grouping else ""
    group = re.escape(grouping.replace(" ", "")) + spaced + "٬'’"
    point = re.escape(decimal) + "٫"
    # A full stop with two figures is an English decimal wherever it groups nothing, a comma with 000 an English group.
    other = r"|\.(?P<english>\d{1,2})" if decimal == "," else ""
    thousands = r"|(?P<thousands>\d{1,3},000)(?!\d)" if decimal == "," else ""
    return re.compile(
        r"(?<!\d)(?<!\d[.,:/])(?<![&?_%#@])(?<![^<> ]=)"
        rf"(?:(?P<grouped>\d{{1,3}}(?P<by>[{group}])\d{{3}}(?:(?P=by)\d{{3}})*)(?!\d)"
        rf"|(?P<other>\d{{1,3}}(?:[.,]\d{{3}}){{2,}}|\d{{1,3}}(?: \d{{3}}){{2,}})(?!\d){thousands}|(?P<plain>\d+))"
        rf"(?:[{point}](?P<fraction>\d+){other})?{_POWER}(?!\d)(?![:.,/]\d)"
    )


def _signs(signs: Iterable[str], joined: bool) -> str:
    """Signs, the longest first; one that ends in a letter needs an edge, to Latin letters where words are joined."""
    edge = "(?![A-Za-z0-9])" if joined else r"(?![^\W_])"
    return "|".join(
        re.escape(sign) + (edge if sign[-1].isalpha() else "") for sign in sorted(signs, key=len, reverse=True)
    )


def _plain(signs: Iterable[str]) -> str:
    return "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))


def _merged(typed: Mapping[str, str], named: Mapping[str, str]) -> dict[str, str]:
    return {id_: " ".join((typed.get(id_, ""), named.get(id_, ""))) for id_ in {**typed, **named}}


def _currencies(code: str) -> dict[str, str]:
    """The full names of currencies in CLDR, with those of their plural forms."""
    locale = Locale.parse(code)
    found = {}
    for unit in units().values():
        if unit.kind == "currency":
            names = {get_currency_name(unit.id, count=count, locale=locale) for count in (None, *_COUNTS)}
            found[unit.id] = " ".join(lower(name).replace(" ", "_") for name in sorted(names) if name != unit.id)
    return found
