"""Locations in, what was read, claimed, skipped and corroborated out, into a ledger where one is given: the stages."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from sayso.claims.composition import composition
from sayso.corroboration.accounts import Account, account
from sayso.corroboration.bodies import body_of
from sayso.corroboration.cases import Report
from sayso.corroboration.comparing import Material, compare, corroboration_version, joins_within
from sayso.corroboration.credits import find_credits, is_agency, publisher_of
from sayso.corroboration.matters import order
from sayso.corroboration.neighbours import Neighbours
from sayso.corroboration.news import News, earlier, news_of
from sayso.corroboration.profiles import Profile, profile
from sayso.corroboration.records import Matter, Story
from sayso.corroboration.reuse import ReuseIndex
from sayso.corroboration.stories import StoryIndex, cluster
from sayso.documents import load
from sayso.errors import DocumentError
from sayso.ledger import Comparable, Ledger, ReaderRun, Standing
from sayso.reading import Reader, open_reader
from sayso.records import Claim, Document, Outcome, Reading, Skipped, Statement
from sayso.review.judged import JudgedMatters
from sayso.settings import Settings
from sayso.system.parties import party_of
from sayso.system.records import Testimony
from sayso.system.unread import Unread, unread
from sayso.vocab.actors import Roster, open_roster
from sayso.vocab.version import version_with

_DEFAULTS = Settings()

_REMEMBERED = 512
"""Documents kept ready to be compared, as those of one story come soon after each other; about 100 kB each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A document with its reading, its claims and what its sentences state, in the order of the text, and its profile.

    All are empty (`reading` and `profile` None) where the ledger held the document as these versions read it: it was
    not read again.
    """

    document: Document
    reading: Reading | None
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...] = ()
    profile: Profile | None = None


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
    return Finding(
        document=document,
        reading=reading,
        claims=found.claims,
        statements=found.statements,
        profile=profile(document, reading, claims=found.claims, trees=found.trees),
    )


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
    ledger.append(
        loaded,
        finding.claims,
        run=run,
        reading=finding.reading,
        statements=finding.statements,
        profile=finding.profile,
    )
    return finding


def corroborate(ledger: Ledger) -> Iterator[Document]:
    """Compares every document of the ledger that was not compared yet, each as soon as it is compared.

    A document is held against those that share passages with it, and those that name parties it names and were
    published within `neighbours.DAYS` of it; how alike its story is to those that share rare words with it is kept too.
    Broken off, it goes on where it stopped.
    """
    version = corroboration_version()
    pending = ledger.comparisons.pending(version)
    # Asked for first: what another process compares from now on is among what was compared, or compared here as well.
    first = next(pending, None)
    if first is None:
        return
    index, neighbours = ReuseIndex(ledger.document), Neighbours()
    told = StoryIndex(ledger.comparisons.profile)
    material = lru_cache(maxsize=_REMEMBERED)(lambda document_id: _material(ledger.comparisons.comparable(document_id)))
    for scene in ledger.comparisons.scenes(version):
        index.insert(ledger.document(scene.document_id))
        neighbours.add(scene.document_id, scene.actors, published=scene.published)
    for known in ledger.comparisons.profiles(version):
        told.insert(known)
    for each in chain((first,), pending):
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
            alike=() if each.profile is None else told.add(each.profile),
            others=[telling for other in others for telling in other.tellings],
        )
        yield document


def stories(ledger: Ledger) -> tuple[Story, ...]:
    """The stories that the documents of a ledger tell, as far as it was compared, the first told first.

    Every document is in one; one that was not compared, or has no profile, is alone.
    """
    published = {document.id: document.published for document in ledger.documents()}
    return cluster(published, ledger.comparisons.alike())


def uncompared(ledger: Ledger) -> int:
    """How many documents of the ledger this version has not compared with the others yet."""
    return ledger.comparisons.left(corroboration_version())


def accounts(ledger: Ledger, *, roster: Roster, wanted: Callable[[Matter], bool] | None = None) -> tuple[Account, ...]:
    """The accounts of the matters of a ledger, or of those wanted, as far as it was compared, the first told first."""
    accountant = _Accountant(ledger, roster)
    return tuple(accountant(each) for each in JudgedMatters(ledger) if wanted is None or wanted(each))


class Accounts:
    """The accounts of the matters of a ledger, as far as it was read and compared when this was made.

    What analysts judge from then on is followed by `refresh`, at the cost of the matters that it touches.
    """

    def __init__(self, ledger: Ledger, *, roster: Roster) -> None:
        self._accountant = _Accountant(ledger, roster)
        self._matters = JudgedMatters(ledger)
        self._by_group: dict[str, Account] = {}
        self.of_claim: dict[str, Account] = {}
        """For every claim that is in a matter the account of that."""
        self._follow(tuple(self._matters.by_group))

    def __iter__(self) -> Iterator[Account]:
        """Every account, of the matters told first first."""
        return iter(sorted(self._by_group.values(), key=lambda each: order(each.matter.tellings[0])))

    @property
    def standings(self) -> Mapping[str, Standing]:
        """What stands of every claim that was judged, by its id."""
        return self._matters.standings

    def refresh(self) -> bool:
        """Follows what was judged since the last time; whether any account changed."""
        return self._follow(self._matters.refresh())

    def _follow(self, groups: Collection[str]) -> bool:
        before = [known for known in (self._by_group.pop(group, None) for group in groups) if known]
        for each in before:
            for telling in each.matter.tellings:
                self.of_claim.pop(telling.claim.id, None)
        for group in groups:
            matter = self._matters.by_group.get(group)
            if matter is not None:
                found = self._by_group[group] = self._accountant(matter)
                self.of_claim.update((telling.claim.id, found) for telling in matter.tellings)
        return bool(groups)


def testimonies(accounts: Iterable[Account]) -> Iterator[Testimony]:
    """Every claim of the accounts, with the known roots that it rests on and the parties that its sentence names."""
    for each in accounts:
        roots: dict[str, set[str]] = {}
        for origin in (*each.corroboration.origins, *each.corroboration.deniers):
            for voice in origin.voices if origin.is_certain else ():
                roots.setdefault(voice, set()).add(origin.actor or origin.name)
        for telling in each.matter.tellings:
            actors = telling.statement.actors if telling.statement else ()
            yield Testimony(
                claim=telling.claim,
                matter_id=each.matter.id,
                origins=tuple(sorted(roots.get(telling.claim.id, ()))),
                named=tuple(sorted({party for party in map(party_of, actors) if party is not None})),
                location=telling.location,
            )


def unread_of(ledger: Ledger, told: Iterable[Testimony], *, parties: tuple[str, ...]) -> tuple[Unread, ...]:
    """Sentences that name the parties and a good that no claim of them has, of the texts with claims that name both."""
    claims: dict[str, list[Claim]] = {}
    named: dict[str, set[str]] = {}
    for each in (each for each in told if each.kind == "report"):
        claims.setdefault(each.claim.document_id, []).append(each.claim)
        named.setdefault(each.claim.document_id, set()).update(each.named)
    texts = [document_id for document_id in claims if named[document_id] >= {*parties}]
    return tuple(
        found
        for document_id in texts
        for found in unread(ledger.statements(document_id), claims[document_id], parties=parties)
    )


def are_fighting(told: Iterable[Testimony], parties: Collection[str]) -> bool:
    """Whether a claim tells that the parties fight each other."""
    return any(
        {party_of(role.actor) for role in each.claim.event.roles} >= {*parties}
        for each in told
        if each.claim.event.kind == "fight" and each.claim.polarity == "affirmed"
    )


def news(ledger: Ledger, *, roster: Roster, since: str) -> tuple[News, ...]:
    """What documents published since a date have added to the matters of a ledger, those told first first."""
    accountant, found = _Accountant(ledger, roster), []
    for each in JudgedMatters(ledger):
        now = accountant(each)
        before = earlier(now, since)
        if before is None or before != each:
            found.append(news_of(now, None if before is None else accountant(before)))
    return tuple(each for each in found if each.what)


class _Accountant:
    """Gives the account of a matter; what it needs to know of a document it finds out once, when it is first asked."""

    def __init__(self, ledger: Ledger, roster: Roster) -> None:
        self._ledger = ledger
        self._roster = roster
        self._reports: dict[str, Report] = {}
        self._reuses = {(each.document_id, each.other_id): each for each in ledger.comparisons.reuses()}

    def __call__(self, matter: Matter) -> Account:
        told = {telling.claim.document_id for telling in matter.tellings}
        near = {echo.statement.span.document_id for echo in (*matter.echoes, *matter.hints)}
        for document_id in sorted(told | near):
            if document_id not in self._reports:
                self._reports[document_id] = _report(self._ledger.document(document_id), self._roster)
        return account(matter, reports=self._reports, reuses=self._reuses, roster=self._roster)


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
        body=body_of(document, roster),
    )


def _actors(settings: Settings) -> Path | None:
    return None if settings.actors is None else Path(settings.actors)


def _load_each(locations: str | Iterable[str], settings: Settings) -> Iterator[Document | Skipped]:
    for location in (locations,) if isinstance(locations, str) else locations:
        try:
            yield from load(location, settings=settings)
        except DocumentError as error:
            yield Skipped(location=location, span=None, reader="load", reason=str(error))
