"""Reports of our own that no rule and no weight was made by in, how well their claims are read out.

`benchmarks/reports/held_out.tsv` holds 40 reports in 12 languages in the form of `training/annotations/claims`, written
and annotated with those there and set aside before any was looked at. They are denser than news and more is implied in
them; what is compared with them are changes of the project, not the development gold.
"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import QUICK_TEXTS, ClaimsBench, claims_of
from sayso.evaluation.marks import Mark, marks_of
from sayso.evaluation.scores import paired
from sayso.evaluation.slots import compare
from training.claimed import Reported, read_reports

REPORTS = Path(__file__).resolve().parents[1] / "reports" / "held_out.tsv"

SLOTS = ("doer", "counterpart", "modality", "polarity", "attributed")
"""What is annotated of a claim beside its kind; sources are not by their place, quantities and dates not at all."""


def set_aside(bench: ClaimsBench) -> Figures:
    """F1 from 0 to 1 of claims found, and of those right in all `SLOTS` too, in English and in the other languages."""
    reports = tuple(read_reports(REPORTS))
    for name, chosen in (
        ("english", [each for each in reports if each.language == "en"]),
        ("others", [each for each in reports if each.language != "en"]),
    ):
        found, whole = _rates(bench, chosen[:QUICK_TEXTS] if bench.quick else chosen)
        yield f"set_aside.{name}.found", found
        yield f"set_aside.{name}.whole", whole


def _rates(bench: ClaimsBench, reports: Sequence[Reported]) -> tuple[float, float]:
    hits = whole = total = 0
    for report in reports:
        ours = _marks(bench, report)
        pairs = paired(ours, report.claims)
        hits += len(pairs)
        whole += sum(all(compare(mine, theirs).get(slot, True) for slot in SLOTS) for mine, theirs in pairs)
        total += len(ours) + len(report.claims)
    return (2 * hits / total, 2 * whole / total) if total else (0.0, 0.0)


def _marks(bench: ClaimsBench, report: Reported) -> tuple[Mark, ...]:
    document, claims = claims_of(bench, report.text, location=f"{report.name}.txt", published=report.published)
    (marked,) = marks_of(((document, claim) for claim in claims), documents=(report.name,)).documents
    return marked.claims
