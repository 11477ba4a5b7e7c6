"""Locations in, what was read, claimed, skipped and corroborated out, into a ledger where one is given: the stages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sayso.claims.composition import composition
from sayso.corroboration.accounts import Account, account
from sayso.corroboration.cases import Report
from sayso.corroboration.comparing import Material, compare, corroboration_version, joins_within
from sayso.corroboration.credits import find_credits, is_agency, publisher_of
from sayso.corroboration.echoes import Place, nearness, place, with_echoes
from sayso.corroboration.matters import matters
from sayso.corroboration.neighbours import Neighbours
from sayso.corroboration.reuse import ReuseIndex
from sayso.documents import load
from sayso.errors import DocumentError
from sayso.ledger import Comparable, Ledger, ReaderRun
from sayso.reading import Reader, open_reader
from sayso.records import Claim, Document, Outcome, Reading, Skipped, Statement
from sayso.settings import Settings
from sayso.vocab.actors import Roster, open_roster
from sayso.vocab.version import version_with

_DEFAULTS = Settings()

_REMEMBERED = 512
"""Documents kept ready to be compared, as those of one story come soon after each other; about 100 kB each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A document with its reading, its claims and what its sentences state, in the order of the text.

    All are empty (`reading` None) where the ledger held the document as these versions read it: it was not read again.
    """

    document: Document
    reading: Reading | None
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...] = ()


def read(
    locations: str | Iterable[str], *, settings: Settings = _DEFAULTS, reader: Reader | None = None
) -> Iterator[Outcome]:
    """Each document of the locations with its reading, in order, as soon as it is read.

    A location is a file, a folder, an address or `-` for standard input. One that cannot be loaded comes out as a
    `Skipped` with its reason and never stops the others. `reader` is opened from the settings when it is not given,
    once there is something to read; raises `ReaderError` when its weights are missing.
    """
    for loaded in _load_each(locations, settings):
        if isinstance(loaded, Skipped):
            yield loaded
        else:
            reader = reader or open_reader(settings)
            yield loaded, reader.read(loaded)


def find(
    locations: str | Iterable[str],
    *,
    settings: Settings = _DEFAULTS,
    ledger: Ledger | None = None,
    reader: Reader | None = None,
) -> Iterator[Finding | Skipped]:
    """Each document of the locations with its claims, in order, as soon as they are found and written to the ledger.

    Locations, reader and what is skipped are as in `read`. A document that the ledger holds as these versions read it
    is not read again, so that work broken off goes on where it stopped. Raises `SettingsError` for a file of actors
    that is wrong, and `LedgerError` when the ledger cannot be written.
    """
    roster, run = open_roster(_actors(settings)), None
    for loaded in _load_each(locations, settings):
        if isinstance(loaded, Skipped) and ledger is None:
            yield loaded
            continue
        reader = reader or open_reader(settings)
        if ledger is not None:
            run = run or ledger.begin(reader.name, reader.version, vocabulary_version=version_with(roster))
            yield _kept(loaded, ledger, run, reader=reader, roster=roster)
        elif not isinstance(loaded, Skipped):
            yield _found(loaded, reader, roster)


def _found(document: Document, reader: Reader, roster: Roster) -> Finding:
    reading = reader.read(document)
    found = composition(document, reading, roster=roster)
    return Finding(document=document, reading=reading, claims=found.claims, statements=found.statements)


def _kept(
    loaded: Document | Skipped, ledger: Ledger, run: ReaderRun, *, reader: Reader, roster: Roster
) -> Finding | Skipped:
    """What the ledger holds of the document already, or what was found in it and now is in the ledger."""
    if isinstance(loaded, Skipped):
        ledger.skip(loaded, run)
        return loaded
    if ledger.has(loaded, run):
        return Finding(document=loaded, reading=None, claims=())
    finding = _found(loaded, reader, roster)
    ledger.append(loaded, finding.claims, run=run, reading=finding.reading, statements=finding.statements)
    return finding


def corroborate(ledger: Ledger) -> Iterator[Document]:
    """Compares every document of the ledger that was not compared yet, each as soon as it is compared.

    A document is held against those that share passages with it, and those that name parties it names and were
    published within `neighbours.DAYS` of it. Broken off, it goes on where it stopped.
    """
    version = corroboration_version()
    index, neighbours = ReuseIndex(ledger.document), Neighbours()
    material = lru_cache(maxsize=_REMEMBERED)(lambda document_id: _material(ledger.comparisons.comparable(document_id)))
    for scene in ledger.comparisons.scenes(version):
        index.insert(ledger.document(scene.document_id))
        neighbours.add(scene.document_id, scene.actors, published=scene.published)
    for each in ledger.comparisons.pending(version):
        document = each.document
        actors = {actor for statement in each.statements for actor in statement.actors}
        own, copied = _material(each), {}
        for reuse in index.add(document):
            copied[reuse.other_id if reuse.document_id == document.id else reuse.document_id] = reuse
        near = neighbours.near(document.id, actors, published=document.published)
        neighbours.add(document.id, actors, published=document.published)
        others = [material(document_id) for document_id in sorted({*near, *copied})]
        found = [compare(own, other, copied=copied.get(other.document.id)) for other in others]
        ledger.comparisons.append(
            each,
            version=version,
            reuses=[reuse for one in found for reuse in one.reuses],
            joins=[*joins_within(own), *(join for one in found for join in one.joins)],
            parallels=[parallel for one in found for parallel in one.parallels],
            others=[telling for other in others for telling in other.tellings],
        )
        yield document


def accounts(ledger: Ledger, *, roster: Roster) -> tuple[Account, ...]:
    """The accounts of all matters of a ledger, as far as it was compared, those told first first."""
    found = matters(ledger.tellings(), ledger.comparisons.joins(), bonds=ledger.bonds(), cuts=ledger.cuts())
    reports: dict[str, Report] = {}
    statements: dict[Place, Statement] = {}
    for document in ledger.documents():
        reports[document.id] = _report(document, roster)
        statements.update((place(each.span), each) for each in ledger.statements(document.id))
    reuses = {(each.document_id, each.other_id): each for each in ledger.comparisons.reuses()}
    near = nearness(ledger.comparisons.parallels())
    echoed = (with_echoes(matter, near, statements=statements) for matter in found)
    return tuple(account(each, reports=reports, reuses=reuses, roster=roster) for each in echoed)


def _material(comparable: Comparable) -> Material:
    return Material(comparable.document, comparable.statements, comparable.tellings)


def _report(document: Document, roster: Roster) -> Report:
    outlet = publisher_of(document, roster)
    return Report(
        document_id=document.id,
        location=document.location,
        publisher=document.publisher,
        outlet=outlet,
        is_agency=is_agency(outlet, roster),
        published=document.published,
        credits=find_credits(document, roster=roster),
    )


def _actors(settings: Settings) -> Path | None:
    return None if settings.actors is None else Path(settings.actors)


def _load_each(locations: str | Iterable[str], settings: Settings) -> Iterator[Document | Skipped]:
    for location in (locations,) if isinstance(locations, str) else locations:
        try:
            yield from load(location, settings=settings)
        except DocumentError as error:
            yield Skipped(location=location, span=None, reader="load", reason=str(error))
