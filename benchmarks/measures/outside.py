"""Corpora that others annotated in, how well sources, quantities and dates are found in them out."""

from benchmarks import bench_attribution, bench_numbers
from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import ClaimsBench
from benchmarks.newsquant import newsquant


def attribution(bench: ClaimsBench) -> Figures:
    """Every figure of the scorer of PolNeAR, F1 in percent."""
    for name, value in bench_attribution.measure(bench.data):
        yield f"attribution.{name}", value


def quantities(bench: ClaimsBench) -> Figures:
    """Values, and values with their units, on the sentences of NewsQuant, F1 in percent."""
    values = newsquant(bench.data)
    if values is not None:
        yield "quantities.value", values.value.f1
        yield "quantities.value_and_unit", values.value_and_unit.f1


def numbers(bench: ClaimsBench) -> Figures:
    """Examples of other projects that are read exactly, in percent, in each language and in each task.

    Only the third is measured that is set aside by hash and that nobody looks at.
    """
    right, total = bench_numbers.measure(bench.data, aside=True)
    for code in bench_numbers.FLOORS:
        tasks = [task for language, task in total if language == code]
        if tasks:
            share = sum(right[code, task] for task in tasks) / sum(total[code, task] for task in tasks)
            yield f"numbers.{code}", 100 * share
        for task in sorted(tasks):
            yield f"numbers.{code}.{task}", 100 * right[code, task] / total[code, task]
