"""A reader and the corpora in, named figures out, group by group."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.measures.agreement import CORPORA as VALUES
from benchmarks.measures.agreement import agreement
from benchmarks.measures.annotated import claims
from benchmarks.measures.bench import Bench, Figures
from benchmarks.measures.claims_bench import ClaimsBench
from benchmarks.measures.dossier import SEED, example_dossier, founding_dossier
from benchmarks.measures.meaning import coreference, names, roles
from benchmarks.measures.metonyms import parties_and_places
from benchmarks.measures.origins import arms_sales_chain, origins
from benchmarks.measures.outside import attribution, numbers, quantities
from benchmarks.measures.reuse import reuse
from benchmarks.measures.same_story import same_story
from benchmarks.measures.set_aside import set_aside
from benchmarks.measures.stories import boundaries, retrieval
from benchmarks.measures.translated import translated_copies
from benchmarks.measures.translation import same_claims
from benchmarks.measures.trees import raw, raw_others, trees
from benchmarks.measures.weights import weights

__all__ = ["CLAIM_GROUPS", "CORROBORATION_GROUPS", "GROUPS", "Bench", "ClaimGroup", "ClaimsBench", "Figures", "Group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Measures of the reader taken together, under the name by which the command line asks for them."""

    name: str
    run: Callable[[Bench], Figures]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """Measures of claims and of what stands behind them, taken together.

    `corpora` are what they need, in the data folder or beside it.
    """

    name: str
    run: Callable[[ClaimsBench], Figures]
    corpora: tuple[str, ...] = ()


GROUPS = (
    Group(name="trees", run=trees),
    Group(name="raw", run=raw),
    Group(name="raw-others", run=raw_others),
    Group(name="names", run=names),
    Group(name="roles", run=roles),
    Group(name="coreference", run=coreference),
    Group(name="retrieval", run=retrieval),
    Group(name="boundaries", run=boundaries),
    Group(name="weights", run=weights),
)

CLAIM_GROUPS = (
    ClaimGroup(name="claims", run=claims, corpora=("gold/texts", "gold/dev")),
    ClaimGroup(name="attribution", run=attribution, corpora=("eval/polnear_dev.tar.xz", "eval/score_attribution.py")),
    ClaimGroup(name="quantities", run=quantities, corpora=("eval/newsquant_dev.json",)),
    ClaimGroup(name="numbers", run=numbers, corpora=("time_quantity.jsonl.xz",)),
    ClaimGroup(name="translation", run=same_claims, corpora=("reporting/ntrex.jsonl",)),
    ClaimGroup(name="set_aside", run=set_aside),
    ClaimGroup(name="metonyms", run=parties_and_places),
)

CORROBORATION_GROUPS = (
    ClaimGroup(name="origins", run=origins),
    ClaimGroup(name="changes", run=arms_sales_chain),
    ClaimGroup(name="same_story", run=same_story, corpora=("eval/ecb.jsonl.xz", "reporting/ntrex.jsonl")),
    ClaimGroup(name="reuse", run=reuse, corpora=("eval/ecb.jsonl.xz",)),
    ClaimGroup(
        name="translated",
        run=translated_copies,
        corpora=("reporting/ntrex.jsonl", "reporting/zelensky_uk_en.jsonl"),
    ),
    ClaimGroup(name="agreement", run=agreement, corpora=VALUES),
    ClaimGroup(name="dossier", run=example_dossier),
    ClaimGroup(name="founding", run=founding_dossier, corpora=(SEED,)),
)
