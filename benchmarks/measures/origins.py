"""Events told by several reports in, how far is found who stands behind each matter, and what became of it, out.

The reports of `tests/cases/origins` are read as the program reads any, put into a ledger of their own for every event,
and compared there. What an event says is one matter is held against the matter of the program that has most of its
sentences. Rules were looked at on the files in odd places of the alphabet and not on those in even places.
"""

import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import QUICK_TEXTS, ClaimsBench
from sayso.claims.composition import composition
from sayso.corroboration.accounts import Account
from sayso.documents.build import About, build
from sayso.ledger import Ledger
from sayso.pipeline import accounts, corroborate
from sayso.records import Document, Span
from sayso.settings import Settings
from sayso.vocab.actors import owner
from sayso.vocab.version import version_with

ORIGINS = Path(__file__).parents[2] / "tests" / "cases" / "origins"
"""The set of origins; its README says what stands in the files."""

CHAIN = "arms-sales-chain"
"""The event whose one matter is told three times, each time with less in it."""

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A sentence that says or denies a matter: where it stands, on whose word, and whom the program found."""

    span: Span
    sources: frozenset[str]
    found: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was made of one true matter.

    `account` is None where no matter of the program stands in one of its sentences; `changes` are those that the set
    lists.
    """

    account: Account | None
    origins: int
    tellings: tuple[Quoted, ...]
    denials: tuple[Quoted, ...]
    changes: frozenset[str]

    @property
    def is_exact(self) -> bool:
        """Whether the likeliest number of origins is the true one."""
        return self.account is not None and self.account.corroboration.count == self.origins

    @property
    def is_within(self) -> bool:
        """Whether the true number of origins is one of those that the program allows."""
        if self.account is None:
            return False
        corroboration = self.account.corroboration
        return corroboration.count <= self.origins <= corroboration.possible

    @property
    def covered(self) -> int:
        """How many of the sentences the matter of the program has."""
        return 0 if self.account is None else _covered(self.account, self.tellings)

    @property
    def echoes(self) -> tuple[Span, ...]:
        """The sentences that the program takes for echoes."""
        return () if self.account is None else tuple(echo.statement.span for echo in self.account.matter.echoes)

    @property
    def named(self) -> frozenset[str]:
        """What the program says became of the matter on the way."""
        steps = () if self.account is None else self.account.lineage.steps
        return frozenset(change.name for step in steps for change in step.changes)


def origins(bench: ClaimsBench) -> Figures:
    """Shares from 0 to 1, of the whole set, of the files that were looked at (`odd`) and of the others (`even`).

    `exact` and `range` are of matters, `coverage` of sentences, `echoes` of what the program takes for echoes,
    `sources` of sentences on somebody's word, `changes` of those that the set lists, which is no list of all.
    """
    paths = sorted(ORIGINS.glob("*.toml"))[: QUICK_TEXTS if bench.quick else None]
    found = [tuple(measured(bench, path)) for path in paths]
    for suffix, chosen in (("", found), (".odd", found[::2]), (".even", found[1::2])):
        for name, value in figures(tuple(chain.from_iterable(chosen))):
            yield f"origins.{name}{suffix}", value


def arms_sales_chain(bench: ClaimsBench) -> Figures:
    """Of the chain of the 5.5 billion: 1 if it has one origin, and how many of its three changes are named."""
    (found,) = measured(bench, ORIGINS / f"{CHAIN}.toml")
    yield "changes.one_origin", float(found.is_exact and found.covered == len(found.tellings))
    yield "changes.named", float(len(found.changes & found.named))


def figures(found: Sequence[Found]) -> Figures:
    """What was made of these matters, as shares."""
    tellings = [each for one in found for each in one.tellings]
    sourced = [each for one in found for each in (*one.tellings, *one.denials) if each.sources]
    echoes = [(one, echo) for one in found for echo in one.echoes]
    right = sum(any(_meet(echo, each.span) for each in (*one.tellings, *one.denials)) for one, echo in echoes)
    yield "exact", _share(sum(one.is_exact for one in found), len(found))
    yield "range", _share(sum(one.is_within for one in found), len(found))
    yield "coverage", _share(sum(one.covered for one in found), len(tellings))
    yield "echoes", _share(right, len(echoes))
    yield "sources", _share(sum(bool(each.sources & each.found) for each in sourced), len(sourced))
    yield "changes", _share(sum(len(one.changes & one.named) for one in found), sum(len(one.changes) for one in found))


def measured(bench: ClaimsBench, path: Path) -> Iterator[Found]:
    """What the program makes of every matter of an event."""
    event = tomllib.loads(path.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "origins.sayso") as ledger:
        documents = append(bench, event, ledger)
        for _ in corroborate(ledger):
            pass
        found = accounts(ledger, roster=bench.roster)
        cited = _cited(ledger, documents.values())
        for matter in event["matter"]:
            tellings = tuple(_quoted(documents[each["report"]], each, cited) for each in matter["tellings"])
            yield Found(
                account=representing(found, tellings, kind=matter["kind"]),
                origins=matter["origins"],
                tellings=tellings,
                denials=tuple(_quoted(documents[each["report"]], each, cited) for each in matter["denials"]),
                changes=frozenset(matter.get("changes", ())),
            )


def append(bench: ClaimsBench, event: Event, ledger: Ledger) -> Mapping[str, Document]:
    """The reports of an event by their ids, read and in the ledger; in what language they are is not told."""
    run = ledger.begin(bench.reader.name, bench.reader.version, vocabulary_version=version_with(bench.roster))
    documents = {}
    for report in event["report"]:
        text = report["text"].strip()
        about = About(
            location=f"{event['event']}/{report['id']}.txt",
            loader="text",
            title=report["title"],
            author=report.get("author"),
            publisher=report["publisher"],
            published=report["published"],
        )
        document = build(text, about, content=text.encode(), settings=Settings())
        reading = bench.reader.read(document)
        made = composition(document, reading, roster=bench.roster)
        ledger.append(document, made.claims, run=run, reading=reading, statements=made.statements)
        documents[report["id"]] = document
    return documents


def representing(found: Iterable[Account], tellings: Sequence[Quoted], *, kind: str) -> Account | None:
    """The account with voices in most of the sentences; of several that of most claims of the kind, then of most."""

    def rank(account: Account) -> tuple[int, int, int]:
        kinds = [telling.claim.event.kind for telling in account.matter.tellings]
        return _covered(account, tellings), kinds.count(kind), len(kinds)

    return max((each for each in found if _covered(each, tellings)), key=rank, default=None)


def _cited(ledger: Ledger, documents: Iterable[Document]) -> Sequence[tuple[Span, str]]:
    """Who is cited and where: in which statement, or by which trigger."""
    stated = [(each.span, source) for one in documents for each in ledger.statements(one.id) for source in each.sources]
    claimed = [
        (telling.claim.event.trigger, link.actor)
        for telling in ledger.tellings()
        for link in telling.claim.attribution
        if link.actor is not None
    ]
    return [(span, owner(actor)) for span, actor in (*stated, *claimed)]


def _quoted(document: Document, entry: Event, cited: Sequence[tuple[Span, str]]) -> Quoted:
    """A sentence of the set, with those whom the program finds cited in it."""
    start = document.text.index(entry["quote"])
    span = document.span(start, start + len(entry["quote"]))
    return Quoted(
        span=span,
        sources=frozenset(map(owner, entry["sources"])),
        found=frozenset(actor for place, actor in cited if _meet(place, span)),
    )


def _covered(account: Account, tellings: Iterable[Quoted]) -> int:
    return sum(any(_meet(voice.span, each.span) for voice in account.voices) for each in tellings)


def _meet(one: Span, other: Span) -> bool:
    return one.document_id == other.document_id and one.start < other.end and other.start < one.end


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
