"""News stories in many languages in, how far the claims read from a translation are those read from the English out.

A claim is compared by (line of the story in which its trigger starts, kind, doers, counterparts, polarity, modality);
of a state or a body between states the part of the id before the slash counts, of `org/` and `person/` the whole. The
figure of a language is the F1 over all its stories. Modality is compared as it stands, `done` and `ongoing` apart, and
doers and counterparts as they stand, in the symmetric kinds too: both are stricter than the score against gold.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks import corpora
from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import QUICK_TEXTS, ClaimsBench, claims_of
from benchmarks.metrics.counts import Counts, compare
from sayso.records import Claim, Role
from sayso.vocab.actors import owner
from sayso.vocab.frames import kinds

PUBLISHED = "2018-09-30"
"""When the stories appeared, in every language."""

LANGUAGES = ("es", "de", "fr", "pt", "ru", "uk", "ko", "zh", "ar", "tr", "pl", "ja")
"""The languages that have a floor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim as far as a translation must keep it; `line` counts from 0, actors are in alphabetical order."""

    line: int
    kind: str
    doers: tuple[str, ...]
    counterparts: tuple[str, ...]
    polarity: str
    modality: str


def same_claims(bench: ClaimsBench) -> Figures:
    """F1 from 0 to 1 for each language, as `translation.<code>`."""
    stories = {(story.language, story.id): story.lines for story in corpora.stories(bench.data)}
    names = [name for language, name in stories if language == "en"]
    names = names[:QUICK_TEXTS] if bench.quick else names
    english = {name: told(bench, stories["en", name], location=f"{name}.en") for name in names}
    for code in LANGUAGES:
        counts = [
            compare(english[name], told(bench, stories[code, name], location=f"{name}.{code}"))
            for name in names
            if (code, name) in stories
        ]
        yield f"translation.{code}", summed(counts).f1 / 100


def told(bench: ClaimsBench, lines: Sequence[str], *, location: str) -> list[Told]:
    """The claims of a story whose lines are its sentences."""
    _, claims = claims_of(bench, "\n".join(lines), location=location, published=PUBLISHED)
    starts = line_starts(lines)
    return [as_told(claim, starts) for claim in claims]


def line_starts(lines: Sequence[str]) -> tuple[int, ...]:
    """Where each line starts when they are joined by line breaks.

    >>> line_starts(["Talks failed", "Why?"])
    (0, 13)
    """
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return tuple(starts)


def as_told(claim: Claim, starts: Sequence[int]) -> Told:
    """What is compared of a claim, its line found among the starts of the lines."""
    event = claim.event
    kind = kinds()[event.kind]
    others = [role for role in event.roles if role.role != kind.doer and kind.filler(role.role) != "thing"]
    return Told(
        line=bisect_right(starts, event.trigger.start) - 1,
        kind=kind.name,
        doers=_actors(role for role in event.roles if role.role == kind.doer),
        counterparts=_actors(others),
        polarity=claim.polarity,
        modality=claim.modality,
    )


def _actors(roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(sorted(owner(role.actor) for role in roles if role.actor))


def summed(counts: Iterable[Counts]) -> Counts:
    """The counts of several stories as those of one corpus.

    >>> summed([Counts(correct=1, gold=2, system=1), Counts(correct=0, gold=1, system=1)])
    Counts(correct=1, gold=3, system=2)
    """
    each = tuple(counts)
    return Counts(
        correct=sum(one.correct for one in each),
        gold=sum(one.gold for one in each),
        system=sum(one.system for one in each),
    )
