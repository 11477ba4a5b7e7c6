"""The answer to a what-if with the claims behind it in, its page out.

Before and after stand side by side as bounds; then each statement, how much it would take that it no longer holds, and
what would have to be known; last what all of it rests on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sayso.corroboration.intervals import Interval
from sayso.outputs.display import isolated, visible
from sayso.outputs.system.casebook import Casebook, cut, entries, foundation, in_text, origins_of, shown
from sayso.outputs.system.dossier import as_of_phrase
from sayso.outputs.system.drawing import drawing
from sayso.outputs.system.meaning import meaning
from sayso.outputs.system.passing import good_name
from sayso.outputs.system.sheet import Entry, Grid, Point, Section, Sheet
from sayso.outputs.system.weighing import weighing
from sayso.outputs.system.words import number_of, window_phrase
from sayso.system.scenarios.meaning import Meaning
from sayso.system.scenarios.records import Answer, BreakEven, Choose, Finding, Need, Outcome, Premise, Subject, Touched
from sayso.system.scenarios.sampled import Sampled
from sayso.system.scenarios.wording import format_bound, format_change, say

_BOTH_WAYS = "trade"
_WHOLES = ("trade", "exports", "imports")
_NOTHING_TO_TEST = (
    "no claim gives a share of what is changed, and none was asked about: add a line that begins with test"
)
_VERDICTS = {"holds": "surely holds", "fails": "surely fails", "cannot tell": "cannot be told from what is known"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands on the page beside the bounds: what the changes would mean by signs alone, and draws, None for none.

    `parties` are those of the system, by whom nodes of the graph are told from other words.
    """

    parties: tuple[str, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    samples: tuple[Sampled, ...] | None = None


NOTHING_BESIDE = Beside()
"""A page of bounds alone."""


def sheet(answer: Answer, book: Casebook, *, as_of: str | None = None, beside: Beside = NOTHING_BESIDE) -> Sheet:
    """The page."""
    sections: list[Section | None] = [_changes(answer.touched, answer, book), _outcomes(_asked_first(answer), book)]
    if answer.notes:
        # Before the statements, which hold only as far as what is not counted here makes no difference.
        sections.append(Section(title="Not counted", notes=tuple(isolated(visible(each)) for each in answer.notes)))
    sections += [
        weighing(answer.balances, book),
        _findings(answer.findings, book),
        meaning(beside.meanings, parties=beside.parties, book=book),
        None if beside.samples is None else drawing(beside.samples, book, called=partial(subject_phrase, book=book)),
        _premises(answer, book),
    ]
    return Sheet(
        title="What if",
        facts=(as_of_phrase(as_of), *foundation(claims_of(answer, beside), book)),
        sections=tuple(each for each in sections if each is not None),
    )


def claims_of(answer: Answer, beside: Beside = NOTHING_BESIDE) -> list[str]:
    """The ids of all claims that the answer rests on, or that a change applies to."""
    told = [each.claim_ids for each in answer.touched]
    told += [each.claim_ids for each in answer.findings]
    told += [each.claim_ids for each in answer.outcomes]
    told += [each.claim_ids for each in answer.premises]
    told += [each.claim_ids for balance in answer.balances for each in balance.supplies]
    told += [each.claim_ids for found in beside.meanings for each in found.edges]
    return list(dict.fromkeys(claim_id for ids in told for claim_id in ids))


def subject_phrase(subject: Subject, book: Casebook) -> str:
    """What is spoken of: `China's share of North Korea's trade`, `oil from Russia to North Korea`."""
    of = f"{in_text(subject.of, book)}'s {subject.topic}"
    if subject.is_share:
        return f"{in_text(subject.partner, book)}'s share of {of}"
    if subject.partner is None:
        return (
            of if subject.topic in _WHOLES else f"{good_name(subject.topic)} that comes to {in_text(subject.of, book)}"
        )
    if subject.topic == _BOTH_WAYS:
        return f"trade between {in_text(subject.partner, book)} and {in_text(subject.of, book)}"
    return f"{good_name(subject.topic)} from {in_text(subject.partner, book)} to {in_text(subject.of, book)}"


def _changes(touched: Sequence[Touched], answer: Answer, book: Casebook) -> Section:
    applied = {each.change: each for each in touched}
    seen: dict[str, str] = {}
    rows = []
    for change in answer.changes:
        found = applied.get(change)
        line = isolated(visible(format_change(change)))
        rows.append((Point(label=line, said="" if found is None else _reach(found)), found.claim_ids if found else ()))
    return Section(title="Changes", entries=tuple(entries(rows, book, seen=seen)))


def _reach(touched: Touched) -> str:
    """How much of what the claims tell a change applies to."""
    if not touched.claim_ids:
        return "no claim tells of this"
    flows = f"{number_of(len(touched.flow_ids), 'flow')}, " if touched.flow_ids else ""
    return f"applies to {flows}{number_of(len(touched.claim_ids), 'claim')}"


def _asked_first(answer: Answer) -> list[Outcome]:
    """The outcomes, those first that a change names, then those of parties that one names."""
    asked = {change.subject for change in answer.changes if not isinstance(change, Choose)}
    parties = {party for subject in asked for party in (subject.of, subject.partner)} | {None}

    def rank(outcome: Outcome) -> tuple[bool, bool]:
        subject = outcome.subject
        return subject not in asked, subject.partner not in parties

    return sorted(answer.outcomes, key=rank)


def _outcomes(outcomes: Sequence[Outcome], book: Casebook) -> Section:
    shown, more = cut(outcomes, book)
    if not shown:
        return Section(title="Before and after", notes=("nothing that is known changes",))
    rows = tuple(
        (
            subject_phrase(each.subject, book),
            _bounds(each.before, each),
            _bounds(each.after, each),
        )
        for each in shown
    )
    return Section(title="Before and after", grid=Grid(head=("", "before", "after"), rows=rows), more=more)


def _bounds(interval: Interval, outcome: Outcome) -> str:
    """The bounds of an amount or a share; at least nothing is what nobody knows."""
    is_open = not interval.low and interval.high is None
    return "not known" if is_open else say(interval, unit=outcome.unit, over=outcome.over)


def _findings(findings: Sequence[Finding], book: Casebook) -> Section:
    title = "Does the statement still hold?"
    if not findings:
        return Section(title=title, notes=(_NOTHING_TO_TEST,))
    seen: dict[str, str] = {}
    shown, more = cut(findings, book)
    return Section(title=title, parts=tuple(_finding(each, book, seen=seen) for each in shown), more=more)


def _finding(finding: Finding, book: Casebook, *, seen: dict[str, str]) -> Section:
    before, after = (_VERDICTS.get(each, each) for each in (finding.before, finding.after))
    verdict = f"{before}, before as after" if before == after else f"before: {before}; after: {after}"
    rows: list[tuple[Point, Sequence[str]]] = [(Point(label="", said=verdict), finding.claim_ids)]
    found: list[Entry] = list(entries(rows, book, seen=seen))
    found += [Entry(points=(_break_even(each),)) for each in finding.break_evens]
    found += [Entry(points=(_need(each),)) for each in finding.needs]
    title = f"{subject_phrase(finding.subject, book)} {isolated(visible(format_bound(finding.within)))}"
    return Section(title=title, entries=tuple(found))


def _break_even(found: BreakEven) -> Point:
    return Point(label="break-even", said=isolated(visible(found.said)))


def _need(need: Need) -> Point:
    """What would have to be known, and which values of it would decide."""
    known = "" if need.known is None else f"known: {say(need.known, unit=need.unit, over=need.over)}"
    deciding = [
        f"{word} with {say(interval, unit=need.unit, over=need.over)}"
        for word, interval in (("surely holds", need.holds), ("surely fails", need.fails))
        if interval is not None
    ]
    return Point(
        label="to be known",
        said=isolated(visible(need.what)),
        facts=(known, "; ".join(deciding) or "no value of it alone decides"),
    )


def _premises(answer: Answer, book: Casebook) -> Section:
    seen: dict[str, str] = {}
    rows = [(_premise(each, book), each.claim_ids) for each in answer.premises]
    found, more = shown(rows, book, seen=seen)
    assumed = tuple(f"taken for granted: {isolated(visible(each))}" for each in answer.assumptions)
    is_bare = not rows and not any(each.claim_ids for balance in answer.balances for each in balance.supplies)
    notes = (*(("nothing is known",) if is_bare else ()), *assumed)
    return Section(title="What it rests on", entries=found, more=more, notes=notes)


def _premise(premise: Premise, book: Casebook) -> Point:
    volume = premise.volume
    return Point(
        label=subject_phrase(premise.subject, book),
        said=say(volume.interval, unit=volume.unit, over=volume.over),
        facts=(
            f"of {isolated(visible(premise.whole))}" if premise.whole else "",
            window_phrase(premise.window),
            premise.basis,
            origins_of(premise.origins),
            f"set aside: {isolated(visible(premise.set_aside))}" if premise.set_aside else "",
        ),
    )
