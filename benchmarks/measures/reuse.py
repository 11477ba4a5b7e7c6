"""Reports and their republications in, how well copies are told from reports of the same events out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import ClaimsBench
from benchmarks.republications import AS_IT_IS, Pairs, Report, republished
from sayso.corroboration.reuse import COPIED, ReuseIndex
from sayso.documents.build import About, build
from sayso.records import Document
from sayso.settings import Settings

QUICK_TOPICS = 4
"""Topics that a quick run looks at: a check that all runs, not a figure to quote."""

_GRAM = 5
"""Words of an n-gram of the baseline."""

_STEPS = 200
"""Thresholds tried, from 0 to 1."""

Scores = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many pairs were found rightly and wrongly, and how many there are."""

    right: int
    wrong: int
    total: int

    @property
    def f1(self) -> float:
        """F1 from 0 to 1."""
        return 2 * self.right / max(1, self.right + self.wrong + self.total)


def reuse(bench: ClaimsBench) -> Figures:
    """F1 of pairs on the even topics, from 0 to 1, at thresholds chosen on the odd ones, and of 5-gram containment.

    `reuse.f1` is over all pairs, `reuse.of_reports.f1` over those with a report as ECB+ has it, `reuse.constant.f1`
    at the threshold that the program has. Pairs of which nobody knows are left out.
    """
    pairs = republished(bench.data, topics=QUICK_TOPICS if bench.quick else None)
    ours, baseline = scores(pairs), containment(pairs)
    yield "reuse.constant.f1", counted(pairs, ours, parity=0, threshold=COPIED).f1
    for name, found in (("reuse", ours), ("reuse.baseline", baseline)):
        yield f"{name}.f1", tuned(pairs, found).f1
    siblings = {pair for pair in pairs.copies if AS_IT_IS not in {pairs.reports[number].way for number in pair}}
    direct = Pairs(reports=pairs.reports, copies=pairs.copies - siblings, left_out=pairs.left_out | siblings)
    for name, found in (("reuse.of_reports", ours), ("reuse.baseline.of_reports", baseline)):
        result = tuned(direct, found)
        yield f"{name}.f1", result.f1
        yield f"{name}.precision", result.right / max(1, result.right + result.wrong)
        yield f"{name}.recall", result.right / max(1, result.total)


def documents(reports: Iterable[Report]) -> list[Document]:
    """The reports as documents, in English."""
    settings = Settings(language="en")
    return [
        build(report.text, About(location=report.id, loader="text"), content=report.text.encode(), settings=settings)
        for report in reports
    ]


def scores(pairs: Pairs) -> dict[tuple[int, int], float]:
    """The greater share of each pair that the index finds."""
    texts = documents(pairs.reports)
    by_id = {document.id: number for number, document in enumerate(texts)}
    index = ReuseIndex(lambda document_id: texts[by_id[document_id]])
    found = {}
    for document in texts:
        for one in index.add(document):
            first, second = sorted((by_id[one.document_id], by_id[one.other_id]))
            found[first, second] = max(one.share, one.other_share)
    return found


def containment(pairs: Pairs) -> dict[tuple[int, int], float]:
    """The baseline: the part of the shorter text's 5-grams that the other has, of all that share one."""
    grams = [_grams(report.text) for report in pairs.reports]
    holders: dict[tuple[str, ...], list[int]] = {}
    hits: dict[tuple[int, int], int] = {}
    for number, own in enumerate(grams):
        for gram in own:
            for other in holders.setdefault(gram, []):
                hits[other, number] = hits.get((other, number), 0) + 1
            holders[gram].append(number)
    return {pair: count / min(len(grams[pair[0]]), len(grams[pair[1]])) for pair, count in hits.items()}


def _grams(text: str) -> set[tuple[str, ...]]:
    words = "".join(letter.lower() if letter.isalnum() else " " for letter in text).split()
    return set(zip(*(words[at:] for at in range(_GRAM)), strict=False))


def tuned(pairs: Pairs, found: Scores) -> Found:
    """What is found on the even topics at the threshold that is best on the odd ones."""
    steps = [step / _STEPS for step in range(1, _STEPS)]
    best = max(steps, key=lambda step: counted(pairs, found, parity=1, threshold=step).f1)
    return counted(pairs, found, parity=0, threshold=best)


def counted(pairs: Pairs, found: Scores, *, parity: int, threshold: float) -> Found:
    """The pairs found at a threshold; a pair's topic is that of its first report."""
    sure = {
        pair for pair, score in found.items() if score >= threshold and pairs.reports[pair[0]].topic % 2 == parity
    } - pairs.left_out
    total = sum(pairs.reports[pair[0]].topic % 2 == parity for pair in pairs.copies)
    return Found(right=len(sure & pairs.copies), wrong=len(sure - pairs.copies), total=total)
