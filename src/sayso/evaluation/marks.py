"""Claims as a gold file, an export or a ledger gives them in, the few fields that a score compares out.

A gold file is `GOLD/<document>.json`, `{"document": name, "claims": [...]}`; a span stands there as
`{"quote": "…", "nth": 0}`, the nth occurrence of the quote in the evidence of its claim (the evidence: in the text).
An export is JSON Lines, one claim a line, each span with its offsets.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.codec import decode
from sayso.errors import NotFound, RecordError
from sayso.records import Claim, Document
from sayso.vocab.frames import kinds
from sayso.vocab.scales import CERTAINTIES, CHANNELS, MODALITIES, POLARITIES

Range = tuple[int, int]
"""Half-open code points of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Who fills a role of a marked claim; `actor` is an actor id, None where nobody is identified."""

    role: str | None
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A quantity as far as scores compare it: both limits inclusive, None for an open side."""

    low: float | None
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One claim as far as scores compare it; `source` is the place of its outermost source, if any."""

    kind: str
    trigger: Range
    evidence: Range
    parts: tuple[Part, ...]
    quantities: tuple[Amount, ...]
    occurred: str | None
    modality: str
    polarity: str
    certainty: str
    is_attributed: bool
    source: Range | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The marked claims of one document, in the order of their file."""

    document: str
    claims: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marked claims of several documents, and a sentence for each claim that had to be left out."""

    documents: tuple[Marked, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quote:
    quote: str
    start: int | None = None
    end: int | None = None
    nth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Role:
    role: str | None = None
    actor: str | None = None
    span: _Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    channel: str
    source: _Quote | None = None
    cue: _Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quantity:
    span: _Quote | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Occurred:
    edtf: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A claim as a gold file or an export writes it; what scores do not compare is passed over."""

    kind: str
    trigger: _Quote
    evidence: _Quote
    modality: str
    polarity: str
    certainty: str
    roles: tuple[_Role, ...] = ()
    attribution: tuple[_Link, ...] = ()
    quantities: tuple[_Quantity, ...] = ()
    occurred: _Occurred | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _GoldFile:
    document: str
    claims: tuple[msgspec.Raw, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    document: str


def read_gold(texts: Path, folder: Path) -> Marks:
    """The gold claims of every `*.json` in the folder, in the order of the file names.

    A claim that the contract does not allow, or whose quotes are not in its text, is left out with a sentence. Raises
    `NotFound` when a folder, its files or a text is not there, and `RecordError` for a file that is no gold file.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise NotFound(f"{folder} holds no gold files; a gold file is named <document>.json")
    found: dict[str, tuple[Mark, ...]] = {}
    problems: list[str] = []
    for path in paths:
        file = _gold_file(path)
        text = _text_of(texts / f"{file.document}.txt")
        marks = []
        for number, raw in enumerate(file.claims):
            try:
                marks.append(_mark(decode(bytes(raw), _Written), text))
            except RecordError as error:
                problems.append(f"{path.name}, claim {number}: {error}")
        found[file.document] = tuple(marks)
    return Marks(documents=_documents(found), problems=tuple(problems))


def read_export(texts: Path, lines: Iterable[str], *, documents: Sequence[str]) -> Marks:
    """The claims of an export that belong to one of the documents, whose names are the stems of their text files."""
    found: dict[str, list[Mark]] = {name: [] for name in documents}
    known: dict[str, str] = {}
    problems: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            name = _named(decode(line, _Named).document, documents)
        except RecordError as error:
            raise RecordError(f"line {number} of the export is no claim: {error}") from error
        if name is None:
            continue
        if name not in known:
            known[name] = _text_of(texts / f"{name}.txt")
        try:
            found[name].append(_mark(decode(line, _Written), known[name]))
        except RecordError as error:
            problems.append(f"line {number}, a claim of {name}: {error}")
    return Marks(documents=_documents(found), problems=tuple(problems))


def marks_of(claims: Iterable[tuple[Document, Claim]], *, documents: Sequence[str]) -> Marks:
    """The claims, each with its document, that are of one of the documents, named by its id or the location's stem."""
    found: dict[str, list[Mark]] = {name: [] for name in documents}
    for document, claim in claims:
        name = _named(document.location, documents) or (document.id if document.id in documents else None)
        if name is not None:
            found[name].append(_mark_of(claim))
    return Marks(documents=_documents(found), problems=())


def _documents(found: dict[str, tuple[Mark, ...]] | dict[str, list[Mark]]) -> tuple[Marked, ...]:
    return tuple(Marked(document=name, claims=tuple(marks)) for name, marks in found.items())


def _gold_file(path: Path) -> _GoldFile:
    try:
        return decode(_text_of(path), _GoldFile)
    except RecordError as error:
        raise RecordError(f"{path} is no gold file: {error}") from error


def _named(location: str, documents: Sequence[str]) -> str | None:
    names = location, Path(location).stem
    return next((name for name in documents if name in names), None)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise NotFound(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RecordError(f"{path} is not UTF-8 text") from error


def _mark(written: _Written, text: str) -> Mark:
    for field, value, allowed in _limited(written):
        if value not in allowed:
            raise RecordError(f"there is no {field} {value!r}")
    evidence = _place(written.evidence, text, within=(0, len(text)))
    trigger = _place(written.trigger, text, within=evidence)
    for quote in (*(each.span for each in written.roles), *(each.span for each in written.quantities)):
        if quote is not None:
            _place(quote, text, within=evidence)
    sources = [_source(link, text, evidence) for link in written.attribution]
    return Mark(
        kind=written.kind,
        trigger=trigger,
        evidence=evidence,
        parts=tuple(Part(role=each.role, actor=each.actor) for each in written.roles),
        quantities=tuple(Amount(low=each.low, high=each.high, unit=each.unit) for each in written.quantities),
        occurred=written.occurred.edtf if written.occurred else None,
        modality=written.modality,
        polarity=written.polarity,
        certainty=written.certainty,
        is_attributed=bool(sources),
        source=sources[0] if sources else None,
    )


def _limited(written: _Written) -> Iterator[tuple[str, str, Collection[str]]]:
    yield "kind", written.kind, frozenset(kinds())
    yield "modality", written.modality, MODALITIES
    yield "certainty", written.certainty, CERTAINTIES
    yield "polarity", written.polarity, POLARITIES
    for link in written.attribution:
        yield "channel", link.channel, CHANNELS


def _source(link: _Link, text: str, evidence: Range) -> Range | None:
    """The place of the source; source and cue may stand in the sentence before the evidence, or elsewhere."""
    places = [_place_near(quote, text, evidence) if quote else None for quote in (link.source, link.cue)]
    return places[0]


def _place_near(quote: _Quote, text: str, evidence: Range) -> Range:
    try:
        return _place(quote, text, within=evidence)
    except RecordError:
        return _place(quote, text, within=(0, len(text)))


def _place(quote: _Quote, text: str, *, within: Range) -> Range:
    if quote.start is not None:
        end = quote.start + len(quote.quote) if quote.end is None else quote.end
        if text[quote.start : end] != quote.quote:
            raise RecordError(f"the text has other words than {quote.quote!r} at [{quote.start}, {end})")
        return quote.start, end
    at = within[0] - 1
    for _ in range(quote.nth + 1):
        at = text.find(quote.quote, at + 1, within[1])
        if at < 0:
            raise RecordError(f"{quote.quote!r} (nth {quote.nth}) is not there")
    return at, at + len(quote.quote)


def _mark_of(claim: Claim) -> Mark:
    event, evidence = claim.event, claim.provenance.evidence
    source = claim.attribution[0].source if claim.attribution else None
    return Mark(
        kind=event.kind,
        trigger=(event.trigger.start, event.trigger.end),
        evidence=(evidence.start, evidence.end),
        parts=tuple(Part(role=each.role, actor=each.actor) for each in event.roles),
        quantities=tuple(
            Amount(
                low=None if each.low is None else float(each.low),
                high=None if each.high is None else float(each.high),
                unit=each.unit,
            )
            for each in event.quantities
        ),
        occurred=event.occurred.edtf if event.occurred else None,
        modality=claim.modality,
        polarity=claim.polarity,
        certainty=claim.certainty,
        is_attributed=bool(claim.attribution),
        source=(source.start, source.end) if source else None,
    )
