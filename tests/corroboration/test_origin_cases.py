"""The measuring set of origins in; whether each event keeps to its format and to the rules of truth out."""

import copy
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.vocab.actors import open_roster
from sayso.vocab.frames import kinds

FOLDER = Path(__file__).parents[1] / "cases" / "origins"
FILES = sorted(FOLDER.glob("*.toml"))

LANGUAGES = {"en", "es", "ru", "uk", "fr", "de"}
WAYS = {"copy", "translation", "paraphrase"}
CHANGES = {
    "lower bound lost",
    "bound lost",
    "range narrowed",
    "approximation lost",
    "hedge lost",
    "source lost",
    "direction changed",
    "unit changed",
}
EVENTS, REPORTS, SPOKEN = 12, 8, 4
MATTERS = range(4, 8)
ACTOR = re.compile(r"(?P<owner>[A-Z][A-Z0-9]+)(/[a-z0-9-]+)?|org/[a-z0-9-]+|person/[a-z0-9-]+")
BEFORE = re.compile(r"(^|[\n\s]|[-–—:])$")
ENDS = tuple(".!?…»”“\"')")

Event = dict[str, Any]


def read(path: Path) -> Event:
    """The event of a file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def faults(event: Event) -> Iterator[str]:
    """What is wrong with an event, one sentence a fault."""
    reports = {report["id"]: report for report in event["report"]}
    if len(reports) < len(event["report"]):
        yield "two reports have one id"
    if not event.get("steps", False):
        if len(reports) < REPORTS:
            yield f"only {len(reports)} reports"
        if len({report["language"] for report in event["report"]}) < SPOKEN:
            yield "too few languages"
        if len(event["matter"]) not in MATTERS:
            yield f"{len(event['matter'])} matters"
    for report in event["report"]:
        yield from (f"report {report['id']}: {fault}" for fault in report_faults(report, reports))
    for matter in event["matter"]:
        yield from (f"matter {matter['says']!r}: {fault}" for fault in matter_faults(matter, reports))


def report_faults(report: Event, reports: dict[str, Event]) -> Iterator[str]:
    """What is wrong with a report."""
    date.fromisoformat(report["published"])
    if report["language"] not in LANGUAGES:
        yield f"language {report['language']}"
    if not report["publisher"].strip():
        yield "no publisher"
    if report["text"].split("\n")[0] != report["title"]:
        yield "the text does not begin with the title"
    for parent in report["from"]:
        known = reports.get(parent["report"])
        if known is None or known is report:
            yield f"comes from {parent['report']}, which is no other report"
        elif known["published"] > report["published"]:
            yield f"comes from {parent['report']}, which is later"
        elif parent["how"] == ("translation" if known["language"] == report["language"] else "copy"):
            yield f"is no {parent['how']} of {parent['report']} by their languages"
        if parent["how"] not in WAYS or not isinstance(parent["credited"], bool):
            yield f"comes from {parent['report']} in an unknown way"
    if report["id"] in ancestors(report, reports):
        yield "comes from itself"


def ancestors(report: Event, reports: dict[str, Event]) -> set[str]:
    """The ids of the reports that a report comes from, at any remove."""
    found: set[str] = set()
    waiting = [parent["report"] for parent in report["from"]]
    while waiting:
        name = waiting.pop()
        if name in reports and name not in found:
            found.add(name)
            waiting.extend(parent["report"] for parent in reports[name]["from"])
    return found


def matter_faults(matter: Event, reports: dict[str, Event]) -> Iterator[str]:
    """What is wrong with a matter."""
    groups = matter["origin_groups"]
    tellers = {telling["report"] for telling in matter["tellings"]}
    if matter["kind"] not in kinds():
        yield f"unknown kind {matter['kind']}"
    if not tellers:
        yield "nobody tells it"
    if matter["origins"] != len(groups) or not all(groups):
        yield f"{matter['origins']} origins in {len(groups)} groups"
    if {name for group in groups for name in group} != tellers:
        yield "the groups do not cover the tellings"
    if not set(matter.get("changes", ())) <= CHANGES:
        yield "an unknown change"
    if not matter["says"].endswith(".") or not matter["why"].endswith("."):
        yield "says and why are sentences"
    for telling in (*matter["tellings"], *matter["denials"]):
        yield from telling_faults(telling, reports)
    yield from truth_faults(matter, reports)


def telling_faults(telling: Event, reports: dict[str, Event]) -> Iterator[str]:
    """What is wrong with the quote of a telling and with the ids of its sources."""
    name, quote = telling["report"], telling["quote"]
    if name not in reports:
        yield f"no report {name}"
        return
    before, _, after = reports[name]["text"].partition(quote)
    if reports[name]["text"].count(quote) != 1 or "\n" in quote:
        yield f"the quote is not exactly once in {name}: {quote!r}"
    elif not BEFORE.search(before) or not quote.endswith(ENDS) or after[:1].strip():
        yield f"the quote is no whole sentence of {name}: {quote!r}"
    for source in telling["sources"]:
        match = ACTOR.fullmatch(source)
        if not match or (match["owner"] and match["owner"] not in open_roster().actors):
            yield f"{source!r} is no id of an actor"


def truth_faults(matter: Event, reports: dict[str, Event]) -> Iterator[str]:
    """Where the groups break the rules of truth: one owner is one origin, and so are a copy and what it copies."""
    groups = [set(group) for group in matter["origin_groups"]]
    owned: dict[str, set[str]] = {}
    for telling in matter["tellings"]:
        for source in telling["sources"]:
            owner = source.partition("/")[0]
            owned.setdefault(source if owner in ("org", "person") else owner, set()).add(telling["report"])
    for owner, tellers in owned.items():
        if not owner.startswith("org/") and not any(tellers <= group for group in groups):
            yield f"the word of {owner} is split: {sorted(tellers)}"
    tellers = set().union(*groups)
    for name in sorted(tellers & set(reports)):
        for parent in reports[name]["from"]:
            apart = not any({name, parent["report"]} <= group for group in groups)
            if parent["how"] != "paraphrase" and parent["report"] in tellers and apart:
                yield f"{name} and {parent['report']}, its {parent['how']}, have no origin in common"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_event_keeps_to_the_format_and_the_rules_of_truth(path: Path) -> None:
    event = read(path)
    assert event["event"] == path.stem
    assert path.read_text(encoding="utf-8").startswith("# Written for this project;")
    assert list(faults(event)) == []


def test_the_set_is_as_large_and_as_varied_as_it_must_be() -> None:
    events = [event for event in map(read, FILES) if not event.get("steps", False)]
    reports = [report for event in events for report in event["report"]]
    ways = Counter((parent["how"], parent["credited"]) for report in reports for parent in report["from"])
    origins = Counter(matter["origins"] for event in events for matter in event["matter"])
    assert len(events) >= EVENTS
    assert {"en", "es", "ru", "uk", "fr"} <= {report["language"] for report in reports}
    assert {(how, credited) for how in WAYS for credited in (True, False)} <= set(ways)
    assert any(not report["from"] for report in reports)
    assert {1, 2, 3} <= set(origins)
    assert any(matter["denials"] for event in events for matter in event["matter"])


def test_the_chain_names_the_changes_it_must_show() -> None:
    chain = read(FOLDER / "arms-sales-chain.toml")
    assert [matter["origins"] for matter in chain["matter"]] == [1]
    assert chain["matter"][0]["changes"] == ["lower bound lost", "source lost", "direction changed"]


def _cut(event: Event) -> None:
    event["report"][0]["text"] = event["report"][0]["title"]


def _orphan(event: Event) -> None:
    event["report"][1]["from"] = [{"report": "z", "how": "copy", "credited": True}]


def _circle(event: Event) -> None:
    event["report"][0]["from"] = [{"report": "b", "how": "paraphrase", "credited": True}]


def _miscount(event: Event) -> None:
    event["matter"][0]["origins"] += 1


def _uncovered(event: Event) -> None:
    event["matter"][0]["origin_groups"] = [["a"]]


def _split(event: Event) -> None:
    names = sorted({telling["report"] for telling in event["matter"][0]["tellings"]})
    event["matter"][0].update(origin_groups=[[name] for name in names], origins=len(names))


def _unknown_kind(event: Event) -> None:
    event["matter"][0]["kind"] = "gossip"


def _half_a_sentence(event: Event) -> None:
    event["matter"][0]["tellings"][0]["quote"] = event["matter"][0]["tellings"][0]["quote"][3:-4]


def _wrong_actor(event: Event) -> None:
    event["matter"][0]["tellings"][0]["sources"] = ["XQZ/defense"]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_cut, "not exactly once"),
        (_orphan, "no other report"),
        (_circle, "comes from itself"),
        (_miscount, "origins in"),
        (_uncovered, "do not cover"),
        (_split, "is split"),
        (_unknown_kind, "unknown kind"),
        (_half_a_sentence, "no whole sentence"),
        (_wrong_actor, "no id of an actor"),
    ],
)
def test_a_spoilt_event_is_told(spoil: Callable[[Event], None], fault: str) -> None:
    event = copy.deepcopy(read(FOLDER / "north-korea-solid-fuel-missile-2023.toml"))
    spoil(event)
    assert any(fault in told for told in faults(event))
