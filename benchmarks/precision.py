"""The shipped int8 weights and the network before rounding in, what rounding costs each head out."""

from dataclasses import replace
from pathlib import Path

from benchmarks.measures.bench import Bench, Figures
from benchmarks.measures.meaning import names_of, role_figures
from benchmarks.measures.trees import treebank_scores
from benchmarks.parts import Analyses

FULL = Path(__file__).resolve().parents[1] / ".build" / "full"
"""Where training leaves the same network in full precision."""


def rounding(bench: Bench, full: Analyses) -> Figures:
    """Points that each head gains or loses by rounding, and the worst of them as `int8.worst`."""
    exact = dict(_heads(replace(bench, parts=replace(bench.parts, encoder=full))))
    losses = [(head, value - exact[head]) for head, value in _heads(bench)]
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
