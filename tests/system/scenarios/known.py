"""The founding example as a model, and the numbers that are given with the question, each with its citation."""

from dataclasses import replace
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.records import Dependence, SystemModel

RECORDED = """
    fix PRK trade = 2.77 bn USD/year          # Korea Trade-Investment Promotion Agency (KOTRA), North Korea in 2023
    fix RUS->PRK trade = 34.4 m USD/year      # the same
    fix CHN share of PRK trade = 98.3%        # the same
"""
ARMS = "add 1.7..5.5 bn USD over 32 months RUS->PRK arms\n"
"""Estimate of North Korea's sales of arms to Russia from January 2022 to August 2024: 32 months, 8/3 of a year."""


def between(low: str | None, high: str | None) -> Interval:
    """The interval with these bounds, None for an open side."""
    return Interval(low=None if low is None else Decimal(low), high=None if high is None else Decimal(high))


def dependence(provider: str, low: str | None, high: str | None, **rest: object) -> Dependence:
    """North Korea depends on the provider, as a report says; claim and row are named after the provider."""
    row = Dependence(
        id=f"row-{provider}",
        dependent="PRK",
        provider=provider,
        good=None,
        whole="North Korea's international trade",
        share=between(low, high),
        window=None,
        basis="stated",
        polarity="affirmed",
        origins=(),
        claim_ids=(f"claim-{provider}",),
    )
    return replace(row, **rest)  # type: ignore[arg-type]


def model(*dependences: Dependence) -> SystemModel:
    """A model with these dependences and nothing else."""
    return SystemModel(as_of=None, parties=("CHN", "PRK", "RUS"), exchanges=(), dependences=dependences, stakes=())


SEED = model(dependence("CHN", "0.9", None), dependence("RUS", None, "0.02"))
"""What the founding article says: Russia less than 2 %, China more than 90 % of North Korea's international trade."""
