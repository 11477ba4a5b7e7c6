"""The founding example and the example reports in, how much of what a careful reader lists their dossier lists, out.

What the reader lists is fixed beforehand: kinds of rows with their parties, and a word of the sentence only where two
rows of one kind have to be told apart. Each row counts with its sentence, or not at all.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import archives
from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import ClaimsBench
from sayso import pipeline
from sayso.ledger import Ledger
from sayso.settings import Settings
from sayso.system.assembly import assemble
from sayso.system.dossiers import RISKS, Dossier, dossier
from sayso.system.records import Dependence, Exchange, Stake, Testimony
from sayso.system.unread import Unread

SEED = "seed/article.txt"
"""The founding example, beside the data folder; published on 6 November 2024, as its first paragraph shows."""

_PUBLISHED = "2024-11-06"
_EXAMPLES = Path(__file__).parents[2] / "examples"
_NORTH, _RUSSIA, _CHINA, _SOUTH = "PRK", "RUS", "CHN", "KOR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A dossier of North Korea and Russia, with the model and the testimonies it comes from."""

    found: Dossier
    told: Mapping[str, Testimony]
    unread: tuple[Unread, ...]

    def says(self, claim_ids: Iterable[str], *words: str) -> bool:
        """Whether a sentence behind the claims has one of the words."""
        quotes = " ".join(self.told[each].claim.provenance.evidence.quote.casefold() for each in claim_ids)
        return any(word in quotes for word in words)


Item = tuple[str, Callable[[Listed], bool]]

_READER: tuple[Item, ...] = (
    ("troops go to Russia", lambda it: _passes(it, _NORTH, "troops")),
    ("workers go to Russia", lambda it: _passes(it, _NORTH, "workers")),
    ("oil comes from Russia", lambda it: _passes(it, _RUSSIA, "oil")),
    ("food comes from Russia", lambda it: _passes(it, _RUSSIA, "food")),
    ("money comes to North Korea", lambda it: _passes(it, _RUSSIA, "money")),
    ("North Korea wants nuclear technology", lambda it: _wants(it, "nuclear")),
    ("and aviation technology", lambda it: _wants(it, "aviation")),
    ("Moscow is reluctant", lambda it: _stands(it, _RUSSIA, "oppose", "reluctan") or _refuses(it, _RUSSIA)),
    ("South Korea fears", lambda it: any(each.party == _SOUTH and each.sort == "fear" for each in it.found.others)),
    ("China tolerates", lambda it: _stands(it, _CHINA, "support", "tolerat")),
    ("China does not accept nuclear help", lambda it: _stands(it, _CHINA, "oppose", "nuclear")),
    ("Russia has under two per cent of the trade", lambda it: _share(it, _RUSSIA, high=0.02)),
    ("China has over ninety", lambda it: _share(it, _CHINA, low=0.9)),
    ("the language barrier", lambda it: _risks(it, "language")),
    ("the chain of command", lambda it: _risks(it, "chain", "decision-making")),
    ("deserters", lambda it: _risks(it, "desert")),
)
"""What section 3 of the issue names, in its order."""

_GOODS = {
    "oil comes from Russia": "oil",
    "food comes from Russia": "food",
    "money comes to North Korea": "money",
    "North Korea wants nuclear technology": "nuclear",
}
_NAMED: tuple[Item, ...] = tuple(
    (name, lambda it, name=name, holds=holds: holds(it) or _is_to_look_at(it, name))  # type: ignore[misc]
    for name, holds in _READER
)
"""The same, where a good that is listed among the sentences to look at, since no claim of it was read, counts too."""

_EXAMPLE: tuple[Item, ...] = (
    ("troops go to Russia", lambda it: _passes(it, _NORTH, "troops")),
    ("ammunition goes to Russia", lambda it: _passes(it, _NORTH, "ammunition", "arms")),
    ("missiles go to Russia", lambda it: _passes(it, _NORTH, "missiles", "arms")),
    ("oil comes from Russia, over a million barrels", lambda it: _amounts(it, _RUSSIA, "oil", low=1_000_000)),
    ("food comes from Russia", lambda it: _passes(it, _RUSSIA, "food")),
    ("North Korea needs technology", lambda it: _wants(it, "technology") or _passes(it, _RUSSIA, "technology")),
    ("they have a treaty", lambda it: any(each.claim.event.kind == "agree" for each in it.told.values())),
    ("both deny the trade in arms", lambda it: _denied(it, _NORTH, "arms", "ammunition")),
)
"""What the reports of `examples/` tell of the two."""


def founding_dossier(bench: ClaimsBench) -> Figures:
    """Shares of what a reader lists of the founding example: by claims, and with goods that are listed to look at."""
    seed = _seed(bench)
    yield "dossier.seed", _part(seed, _READER)
    yield "dossier.seed_named", _part(seed, _NAMED)


def example_dossier(bench: ClaimsBench) -> Figures:
    """The share of what a reader lists of the example reports."""
    yield "dossier.examples", _part(_example(bench), _EXAMPLE)


def missing(bench: ClaimsBench) -> Iterator[str]:
    """What the two dossiers do not list, for those who work on it."""
    for name, it, items in (("seed", _seed(bench), _READER), ("examples", _example(bench), _EXAMPLE)):
        yield from (f"{name}: {item}" for item, holds in items if not holds(it))


def _seed(bench: ClaimsBench) -> Listed:
    path = archives.located(bench.data, SEED)
    return _listed(bench, [] if path is None else [path])


def _example(bench: ClaimsBench) -> Listed:
    return _listed(bench, sorted(_EXAMPLES.glob("*.txt")))


def _part(it: Listed, items: tuple[Item, ...]) -> float:
    return sum(holds(it) for _, holds in items) / len(items)


def _listed(bench: ClaimsBench, locations: list[Path]) -> Listed:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "case.sayso") as ledger:
        settings = Settings(published=_PUBLISHED)
        for _ in pipeline.find(map(str, locations), settings=settings, ledger=ledger, reader=bench.reader):
            pass
        for _ in pipeline.corroborate(ledger):
            pass
        told = tuple(pipeline.testimonies(pipeline.accounts(ledger, roster=bench.roster)))
        unread = pipeline.unread_of(ledger, told, parties=(_NORTH, _RUSSIA))
    found = dossier(assemble(told), _NORTH, _RUSSIA)
    return Listed(found=found, told={each.claim.id: each for each in told}, unread=unread)


def _is_to_look_at(it: Listed, name: str) -> bool:
    return any(good == _GOODS.get(name) for each in it.unread for good, _ in each.goods)


def _passing(it: Listed, giver: str, goods: tuple[str, ...]) -> list[Exchange]:
    side = next(each for each in it.found.sides if each.party == giver)
    return [each for each in (*side.gives, *side.unplaced) if each.good in goods]


def _passes(it: Listed, giver: str, *goods: str) -> bool:
    return any(flow.status != "denied" for each in _passing(it, giver, goods) for flow in each.flows)


def _amounts(it: Listed, giver: str, *goods: str, low: int) -> bool:
    totals = (total for each in _passing(it, giver, goods) for total in each.totals)
    return any(total.amount.interval.low is not None and total.amount.interval.low >= low for total in totals)


def _denied(it: Listed, giver: str, *goods: str) -> bool:
    return any(flow.status == "denied" for each in _passing(it, giver, goods) for flow in each.flows)


def _refuses(it: Listed, giver: str) -> bool:
    side = next(each for each in it.found.sides if each.party == giver)
    return any(flow.status == "refused" for each in (*side.gives, *side.unplaced) for flow in each.flows)


def _wants(it: Listed, word: str) -> bool:
    """Whether it is listed as wanted by North Korea, or as sought from Russia."""
    north, russia = it.found.sides
    stakes = [each for each in north.wants if it.says(each.claim_ids, word)]
    flows = [flow for each in (*russia.gives, *russia.unplaced) for flow in each.flows if flow.status == "sought"]
    return bool(stakes) or any(it.says(flow.claim_ids, word) for flow in flows)


def _stands(it: Listed, party: str, sort: str, word: str) -> bool:
    rows: list[Stake] = [*it.found.others, *(row for side in it.found.sides for row in side.stances)]
    return any(each.party == party and each.sort == sort and it.says(each.claim_ids, word) for each in rows)


def _risks(it: Listed, *words: str) -> bool:
    rows = [row for side in it.found.sides for row in (*side.risks, *side.fears)]
    rows += [row for row in it.found.unowned if row.sort in (*RISKS, "fear")]
    return any(it.says(each.claim_ids, *words) for each in rows)


def _share(it: Listed, provider: str, *, low: float | None = None, high: float | None = None) -> bool:
    rows: list[Dependence] = [row for side in it.found.sides for row in side.depends if side.party == _NORTH]
    for row in rows:
        if row.provider == provider and row.basis == "stated" and row.share is not None:
            if low is not None and row.share.low is not None and float(row.share.low) >= low:
                return True
            if high is not None and row.share.high is not None and float(row.share.high) <= high:
                return True
    return False
