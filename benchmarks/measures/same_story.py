"""Reports whose stories are known in, how far documents come together that tell the same story, out.

ECB+ is scored over `event`. Its newer half opens with the address of the page, which gives its stories away; that line
is left out. Weights and threshold of the likeness were chosen on the odd topics, so the figure is that of the even.
"""

import json
import lzma
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from benchmarks import corpora
from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import QUICK_TEXTS, ClaimsBench, read_text
from benchmarks.measures.translation import PUBLISHED
from benchmarks.metrics.grouping import Grouping, bcubed
from sayso.claims.composition import compose
from sayso.corroboration.likeness import FEATURES
from sayso.corroboration.profiles import Profile, profile
from sayso.corroboration.stories import pairs, stories

EIGHT = ("en", "es", "ru", "de", "fr", "uk", "zh", "ko")
"""The languages in which the NTREX stories are first put together; then all that the reader reads."""

_REST = ("ar", "fa", "he", "ja", "pl", "pt", "tr")
_ADDRESS = re.compile(r"(?:https?\s?:|www\s?\.)")
_ROUNDS = 50  # Newton steps: ten suffice
_RIDGE = 1e-6  # times the number of pairs, against weights without bound where a feature is always 0

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The profile of a report and the story it tells; `part` is the topic of ECB+ or the language of NTREX."""

    profile: Profile
    story: str
    part: str


def same_story(bench: ClaimsBench) -> Figures:
    """BCubed from 0 to 1 for ECB+ and for the NTREX stories in eight languages and in all."""
    english = ecb(bench)
    for name, odd in (("even", 0), ("odd", 1)):
        scores = grouped([report for report in english if int(report.part) % 2 == odd])
        yield f"same_story.ecb.{name}", scores.f1
        yield f"same_story.ecb.{name}.precision", scores.precision
        yield f"same_story.ecb.{name}.recall", scores.recall
    told = ntrex(bench)
    for name, languages in (("eight", EIGHT), ("all", EIGHT + _REST)):
        scores = grouped([report for report in told if report.part in languages])
        yield f"same_story.languages.{name}", scores.f1
        yield f"same_story.languages.{name}.precision", scores.precision
        yield f"same_story.languages.{name}.recall", scores.recall


def grouped(reports: Sequence[Report]) -> Grouping:
    """How far the stories found are those that the reports tell."""
    found = {each: story.id for story in stories(one.profile for one in reports) for each in story.document_ids}
    return bcubed({one.profile.document_id: one.story for one in reports}, found)


def ecb(bench: ClaimsBench) -> tuple[Report, ...]:
    """The reports of ECB+ in the order of the file; those of the first two topics in a quick run."""
    packed = (bench.data / "eval" / "ecb.jsonl.xz").read_bytes()
    rows = map(json.loads, lzma.decompress(packed).decode().splitlines())
    chosen = [row for row in rows if not bench.quick or row["topic"] <= QUICK_TEXTS]
    return tuple(
        Report(profile=_profile(bench, _told(row["sentences"]), row["document"]), story=row["event"], part=row["topic"])
        for row in chosen
    )


def ntrex(bench: ClaimsBench) -> tuple[Report, ...]:
    """The NTREX stories in every language that the reader reads."""
    chosen = [story for story in corpora.stories(bench.data) if story.language in EIGHT + _REST]
    names = sorted({story.id for story in chosen})[: QUICK_TEXTS if bench.quick else None]
    return tuple(
        Report(
            profile=_profile(bench, story.lines, f"{story.id}.{story.language}", published=PUBLISHED),
            story=story.id,
            part=story.language,
        )
        for story in chosen
        if story.id in names
    )


def _told(sentences: Sequence[str]) -> Sequence[str]:
    return [sentence for sentence in sentences if not _ADDRESS.match(sentence)] or sentences


def _profile(bench: ClaimsBench, lines: Sequence[str], location: str, *, published: str | None = None) -> Profile:
    document, reading = read_text(bench, "\n".join(lines), location=location, published=published)
    return profile(document, reading, claims=compose(document, reading, roster=bench.roster))


def fitted(reports: Iterable[Report], names: Sequence[str]) -> Mapping[str, float]:
    """Weights of the features named, and the bias, by logistic regression on all pairs of reports.

    How the weights of `sayso.corroboration.likeness` were found, given the reports of odd topics.
    """
    features = [feature for name, feature in FEATURES if name in names]
    known = tuple(reports)
    rows, same = [], []
    for number, report in enumerate(known):
        for other in known[:number]:
            rows.append([feature(report.profile, other.profile) for feature in features] + [1.0])
            same.append(report.story == other.story)
    weights = _regression(np.array(rows), np.array(same, dtype=np.float64))
    return dict(zip([name for name, _ in FEATURES if name in names] + ["bias"], map(float, weights), strict=True))


def _regression(rows: Floats, same: Floats) -> Floats:
    weights = np.zeros(rows.shape[1])
    ridge = np.full(rows.shape[1], _RIDGE * len(rows))
    ridge[-1] = 0
    for _ in range(_ROUNDS):
        expected = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (expected - same) + ridge * weights
        curvature = (rows * (expected * (1 - expected))[:, None]).T @ rows + np.diag(ridge + 1e-9)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def story_speed(reports: Sequence[Report], *, documents: int) -> Figures:
    """Seconds and pairs for a collection of so many documents, made of the reports with other names in each copy."""
    made = tuple(
        _renamed(reports[number % len(reports)].profile, number // len(reports)) for number in range(documents)
    )
    start = perf_counter()
    found = pairs(made)
    compared = perf_counter()
    told = stories(made)
    yield f"same_story.{documents}.pairs", len(found)
    yield f"same_story.{documents}.pairs_s", compared - start
    yield f"same_story.{documents}.stories", len(told)
    yield f"same_story.{documents}.all_s", perf_counter() - compared


def _renamed(one: Profile, copy: int) -> Profile:
    """The profile as that of a report on other people: names and words that are names differ from copy to copy."""
    if not copy:
        return one
    return replace(
        one,
        document_id=f"{one.document_id}.{copy}",
        names={f"{name}.{copy}": weight for name, weight in one.names.items()},
        terms={f"{term}.{copy}" if term in one.names else term: weight for term, weight in one.terms.items()},
    )
