"""Texts and their gold claims in, the scores of the claims read from them out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archives import located
from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import QUICK_TEXTS, ClaimsBench, claims_of
from sayso.errors import SettingsError
from sayso.evaluation import Marks, Scores, marks_of, read_gold, score

TEXTS, GOLD = "gold/texts", "gold/dev"

PUBLISHED = "2018-09-30"
"""Of all texts of the development gold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A folder of texts with a folder of gold files, and when each text was published; the name of a text is its stem.

    `published` holds for every text that `dates` does not name.
    """

    texts: Path
    gold: Path
    published: str | None = None
    dates: Mapping[str, str] | None = None


def claims(bench: ClaimsBench) -> Figures:
    """F1 of found and of whole claims on the development gold, from 0 to 1."""
    scores = score_annotated(bench, development(bench.data))
    yield "claims.found", scores.found.f1
    yield "claims.whole", scores.whole.f1


def development(data: Path) -> Annotated:
    """The gold that the project is developed on; raises `FileNotFoundError` when it is not beside the data."""
    texts, gold = located(data, TEXTS), located(data, GOLD)
    if texts is None or gold is None:
        raise FileNotFoundError(f"neither {data} nor the folder above it holds {TEXTS} and {GOLD}")
    return Annotated(texts=texts, gold=gold, published=PUBLISHED)


def score_annotated(bench: ClaimsBench, annotated: Annotated) -> Scores:
    """The scores of the contract; raises `SaysoError` where the gold cannot be read or holds claims not allowed."""
    gold = read_gold(annotated.texts, annotated.gold)
    if gold.problems:
        raise SettingsError(f"{annotated.gold} holds gold that cannot be used: {gold.problems[0]}")
    if bench.quick:
        gold = Marks(documents=gold.documents[:QUICK_TEXTS], problems=())
    names = [each.document for each in gold.documents]
    found = []
    for name in names:
        published = (annotated.dates or {}).get(name, annotated.published)
        text = (annotated.texts / f"{name}.txt").read_text(encoding="utf-8")
        document, read = claims_of(bench, text, location=f"{name}.txt", published=published)
        found += [(document, claim) for claim in read]
    return score(gold, marks_of(found, documents=names))


def dates_of(chosen: str | None) -> tuple[str | None, Mapping[str, str] | None]:
    """A date for all texts, or one for each from a JSON file of `{"text": "2018-09-30"}`.

    >>> dates_of("2018-09-30")
    ('2018-09-30', None)
    """
    if chosen is None or not chosen.endswith(".json"):
        return chosen, None
    return None, {str(name): str(day) for name, day in json.loads(Path(chosen).read_text(encoding="utf-8")).items()}
