"""Two profiles in, how likely it is that the documents tell the same story, and why, out.

The likeness is a logistic regression over a handful of features, each a function below. It is symmetric and depends on
the two documents alone. Texts of one language share words; texts of two are compared by what needs no language.
"""

from collections.abc import Callable
from datetime import date
from math import exp, fsum, log2

import numpy as np

from sayso.corroboration.profiles import Profile, Weights
from sayso.corroboration.records import Evidence

QUIET_DAYS = 4
"""Days between two publications that say nothing against one story: news is retold for so long. Set by hand, as are
the next two: no corpus at hand has both stories and dates of publication."""

PER_DOUBLING = 1.0
"""What each doubling of the days after that counts against it: a month 3, a year 6.5."""

LONGEST_DAYS = 1024
"""Days beyond which nothing more is counted."""

_SHOWN = 3  # shared words, names or numbers that a reason quotes


def terms(profile: Profile, other: Profile) -> float:
    """How far the words are the same, as the cosine of their weights; 0 across languages."""
    return _cosine(profile.terms, other.terms) if profile.language == other.language else 0.0


def names(profile: Profile, other: Profile) -> float:
    """How far the words of the names are the same; those of two scripts share none."""
    return _cosine(profile.names, other.names)


def actors(profile: Profile, other: Profile) -> float:
    """How far the actors of the claims are the same, whatever the languages."""
    return _cosine(profile.actors, other.actors)


def numbers(profile: Profile, other: Profile) -> float:
    """How far the quantities are the same, written in digits or words."""
    return _cosine(profile.numbers, other.numbers)


def dates(profile: Profile, other: Profile) -> float:
    """How far the dates spoken of are the same, in years, months and days."""
    return _cosine(profile.dates, other.dates)


def meaning(profile: Profile, other: Profile) -> float:
    """Cosine of the embeddings, which are comparable across languages; 0 where there is none."""
    mine, theirs = (np.frombuffer(one.vector, np.int8).astype(np.float32) for one in (profile, other))
    if not mine.size or mine.size != theirs.size:
        return 0.0
    return float(mine @ theirs / (np.linalg.norm(mine) * np.linalg.norm(theirs) or 1))


def lateness(profile: Profile, other: Profile) -> float:
    """Doublings of `QUIET_DAYS` that lie between the two publications; 0 where a date is unknown or has no day."""
    days = [_day(one.published) for one in (profile, other)]
    if days[0] is None or days[1] is None:
        return 0.0
    return max(0.0, log2(min(LONGEST_DAYS, abs((days[0] - days[1]).days) or 1) / QUIET_DAYS))


FEATURES: tuple[tuple[str, Callable[[Profile, Profile], float]], ...] = (
    ("terms", terms),
    ("names", names),
    ("actors", actors),
    ("numbers", numbers),
    ("dates", dates),
    ("meaning", meaning),
    ("lateness", lateness),
)
"""What two documents are compared by, in the order of the weights."""

SAME_LANGUAGE = (3.3, 12.8, 0.0, 3.2, 2.2, 0.0, -PER_DOUBLING)
SAME_LANGUAGE_BIAS = -7.4
"""Log odds by feature for two documents of one language, and those of two that share nothing. Fitted on the pairs of
odd topics of ECB+ by logistic regression (`benchmarks.measures.same_story.fitted`), 2026-11."""

ACROSS_LANGUAGES = (0.0, 6.0, 7.3, 4.7, 2.2, 7.5, -PER_DOUBLING)
ACROSS_LANGUAGES_BIAS = -9.4
"""The same for two languages, fitted on the same pairs without their words and names. Names are worth half of what they
are within a language, since they are often written another way."""


def likeness(profile: Profile, other: Profile) -> float:
    """How likely it is that two documents tell the same story, 0 to 1."""
    weights, bias = _weights(profile, other)
    odds = bias + sum(
        weight * feature(profile, other) for weight, (_, feature) in zip(weights, FEATURES, strict=True) if weight
    )
    return 1 / (1 + exp(-odds))


def reasons(profile: Profile, other: Profile) -> tuple[Evidence, ...]:
    """What speaks for and against one story, strongest first, in log odds; they and the bias are the whole likeness."""
    weights, _ = _weights(profile, other)
    found = []
    for weight, (name, feature) in zip(weights, FEATURES, strict=True):
        value = feature(profile, other)
        if weight and value:
            found.append(Evidence(name=name, weight=weight * value, said=_said(name, value, (profile, other))))
    return tuple(sorted(found, key=lambda each: (-abs(each.weight), each.name)))


def _weights(profile: Profile, other: Profile) -> tuple[tuple[float, ...], float]:
    if profile.language == other.language:
        return SAME_LANGUAGE, SAME_LANGUAGE_BIAS
    return ACROSS_LANGUAGES, ACROSS_LANGUAGES_BIAS


def _cosine(mine: Weights, theirs: Weights) -> float:
    fewer, more = sorted((mine, theirs), key=len)
    # An exact sum, since one in another order would differ in its last digits, and the likeness is symmetric.
    return fsum([weight * more[key] for key, weight in fewer.items() if key in more])


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _said(name: str, value: float, both: tuple[Profile, Profile]) -> str:
    if name == "lateness":
        return f"published {both[0].published} and {both[1].published}"
    if name == "meaning":
        return f"sentences alike by {value:.2f}"
    mine, theirs = (getattr(one, name) for one in both)
    shared = sorted((key for key in mine if key in theirs), key=lambda key: (-mine[key] * theirs[key], key))
    more = f" and {len(shared) - _SHOWN} more" if len(shared) > _SHOWN else ""
    return f"both have {', '.join(shared[:_SHOWN])}{more}"
