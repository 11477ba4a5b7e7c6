"""The shipped int8 weights and the network before rounding in, what rounding costs each head out."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.measures.bench import Bench, Figures
from benchmarks.measures.meaning import names_of, role_figures
from benchmarks.measures.trees import treebank_scores
from benchmarks.parts import Analyses

FULL = Path(__file__).resolve().parents[1] / ".build" / "full"
"""Where `python -m training.export --full-precision --out .build/full` leaves the same network."""


def rounding(bench: Bench, full: Analyses, *, known: Mapping[str, float] | None = None) -> Figures:
    """Points that each head gains or loses by rounding, and the worst of them as `int8.worst`.

    `known` are figures of the shipped weights from the same run, which need not be measured again.
    """
    exact = dict(_heads(replace(bench, parts=replace(bench.parts, encoder=full))))
    shipped = known if known and exact.keys() <= known.keys() else dict(_heads(bench))
    losses = [(head, shipped[head] - value) for head, value in exact.items()]
    for head, loss in losses:
        yield f"int8.{head}", loss
    yield "int8.worst", min(loss for _, loss in losses)


def _heads(bench: Bench) -> Figures:
    """One figure or two for each head: English for all, Chinese trees and Portuguese names as the study had them."""
    english = treebank_scores(bench, "en_ewt")
    yield "en_ewt.upos", english.upos
    yield "en_ewt.las", english.las
    yield "zh_gsdsimp.las", treebank_scores(bench, "zh_gsdsimp").las
    for measure in ("names.en", "names.pt"):
        yield next(names_of(bench, measure))
    yield "roles.given", role_figures(bench, given=True).arguments.f1
