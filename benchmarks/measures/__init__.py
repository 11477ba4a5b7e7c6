"""A reader and the corpora in, named figures out, group by group."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.measures.bench import Bench, Figures
from benchmarks.measures.meaning import coreference, names, roles
from benchmarks.measures.stories import boundaries, retrieval
from benchmarks.measures.trees import raw, raw_others, trees
from benchmarks.measures.weights import weights

__all__ = ["GROUPS", "Bench", "Figures", "Group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Measures taken together, under the name by which the command line asks for them."""

    name: str
    run: Callable[[Bench], Figures]


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
