"""The annotations of claims and the treebanks in, sentences with the claims that they carry out.

`annotations/claims/treebanks.tsv` names sentences of the treebanks by treebank and id, `written.tsv` holds sentences of
our own with their triggers marked, `reports.tsv` whole reports of our own and `statements.tsv` official statements of
re3d by the ids of their sentences; the README beside them says how all are written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.evaluation.marks import Mark, Part, Range
from sayso.vocab.frames import kinds
from training.corpora import ANNOTATIONS, Example

CLAIMS = ANNOTATIONS / "claims"

_MARKED = re.compile("⟦([^⟦⟧]*)⟧")
_STOPS = '.!?。؟"”»'
_UNSPACED = ("zh", "ja")
REPORT = "= "
"""What the line of a report begins with that tells its name, date of publication and language."""

_COLUMNS = 6
"""What is told of a claim beside its trigger: kind, modality, polarity, doer, counterpart, source; the last ones may be
left out where they are empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A sentence with all claims that it carries, their evidence the whole of it; many carry none."""

    language: str
    text: str
    claims: tuple[Mark, ...]


def load_claimed(examples: Iterable[Example], folder: Path = CLAIMS) -> Iterator[Claimed]:
    """Every annotated sentence; those of treebanks take their text from the examples, and are left out without it."""
    known = {f"{example.style}:{example.id}": example for example in examples}
    for name, rows in _by_sentence(_lines(folder / "treebanks.tsv")).items():
        if name in known:
            text = known[name].text
            yield Claimed(language=known[name].language, text=text, claims=tuple(_claims(text, rows)))
    yield from map(_written, _lines(folder / "written.tsv"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A whole report with all claims that it carries, the evidence of each its sentence."""

    name: str
    published: str
    language: str
    text: str
    claims: tuple[Mark, ...]


def load_reported(examples: Iterable[Example], folder: Path = CLAIMS) -> Iterator[Reported]:
    """Every annotated report; those of re3d take their text from the examples, and are left out without it."""
    known = {example.id: example for example in examples if example.style == "en_re3d-names"}
    statements: dict[str, list[tuple[str, tuple[Mark, ...]]]] = {}
    for name, rows in _by_sentence(_lines(folder / "statements.tsv")).items():
        if name in known:
            text = known[name].text
            statements.setdefault(name.rpartition("-")[0], []).append((text, tuple(_claims(text, rows))))
    for name, sentences in statements.items():
        yield _joined(name, "2016-06-01", "en", sentences=sentences)
    yield from read_reports(folder / "reports.tsv")


def read_reports(path: Path) -> Iterator[Reported]:
    """The reports of one file, each under a line with its name, date and language."""
    head: list[str] = []
    written: list[tuple[str, tuple[Mark, ...]]] = []
    for line in [*_lines(path), REPORT]:
        if not line.startswith(REPORT):
            sentence = _written(f"{head[0]}.{head[2]}\t{line}")
            written.append((sentence.text, sentence.claims))
            continue
        if head:
            name, published, language = head
            yield _joined(name, published, language, sentences=written)
        head, written = line.removeprefix(REPORT).split("\t"), []


def _joined(name: str, published: str, language: str, *, sentences: Sequence[tuple[str, tuple[Mark, ...]]]) -> Reported:
    """The sentences as one text; a first one without a stop is a heading of its own."""
    text, claims = "", list[Mark]()
    for number, (sentence, found) in enumerate(sentences):
        start, end = len(text), len(text) + len(sentence)
        claims += [
            replace(each, trigger=(each.trigger[0] + start, each.trigger[1] + start), evidence=(start, end))
            for each in found
        ]
        is_heading = not number and sentence[-1] not in _STOPS
        text += sentence + ("\n\n" if is_heading else "" if language in _UNSPACED else " ")
    return Reported(name=name, published=published, language=language, text=text, claims=tuple(claims))


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _by_sentence(lines: Iterable[str]) -> dict[str, list[list[str]]]:
    """The columns behind the name of each sentence; a sentence without claims has a line with its name alone."""
    found: dict[str, list[list[str]]] = {}
    for line in lines:
        name, *columns = line.split("\t")
        rows = found.setdefault(name, [])
        if columns:
            rows.append(columns)
    return found


def _claims(text: str, rows: Sequence[Sequence[str]]) -> Iterator[Mark]:
    for trigger, nth, *told in rows:
        at = -1
        for _ in range(int(nth)):
            at = text.index(trigger, at + 1)
        yield _mark((at, at + len(trigger)), told, within=text)


def _written(line: str) -> Claimed:
    name, marked = line.split("\t")
    text = _MARKED.sub(lambda found: found[1].split("|")[0], marked)
    claims, at = [], 0
    for number, part in enumerate(_MARKED.split(marked)):
        trigger, *told = part.split("|") if number % 2 else [part]
        if told:
            claims.append(_mark((at, at + len(trigger)), told, within=text))
        at += len(trigger)
    return Claimed(language=name.rpartition(".")[2], text=text, claims=tuple(claims))


def _mark(trigger: Range, told: Sequence[str], *, within: str) -> Mark:
    kind, modality, polarity, doers, others, source = [*told, *[""] * (_COLUMNS - len(told))]
    role = kinds()[kind].doer
    second = next((name for name, filler in kinds()[kind].roles[1:] if filler != "thing"), None)
    return Mark(
        kind=kind,
        trigger=trigger,
        evidence=(0, len(within)),
        parts=(*_parts(role, doers or "?"), *(_parts(second, others) if second is not None else ())),
        quantities=(),
        occurred=None,
        modality=modality,
        polarity="affirmed" if polarity == "+" else "negated",
        certainty="certain",  # not annotated
        is_attributed=bool(source),
        source=None,
    )


def _parts(role: str, actors: str) -> Iterator[Part]:
    """The fillers of a role: ids joined by `+`, `?` for one that nobody can identify."""
    for actor in actors.split("+") if actors else ():
        yield Part(role=role, actor=None if actor == "?" else actor)
