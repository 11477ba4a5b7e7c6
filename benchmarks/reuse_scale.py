"""Reports in, how many a second the index of reuse takes in and how much memory it needs out.

python -m benchmarks.reuse_scale --data ../shared [--counts 10000,50000] [--speed-only]

Speed is processor time on one thread over the republications of ECB+ (`republications.py`), or the reports of ECB+
alone, taken again and again. Each time the letters are exchanged by another fixed cipher, so that within a round the
same texts copy each other and between rounds none do. Memory is measured in a process of its own over generated
reports: words drawn as often as ECB+ has them, one in ten a copy of an earlier one with every tenth word changed.
"""

import argparse
import gc
import json
import random
import string
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.bench_reader import data_folder
from benchmarks.measures.reuse import documents
from benchmarks.republications import AS_IT_IS, Report, republished
from benchmarks.speed import memory
from sayso.corroboration.reuse import ReuseIndex
from sayso.corroboration.reuse.folding import fold
from sayso.corroboration.reuse.prints import PrintIndex, prints
from sayso.records import Alignment, Document, Passage

COUNTS = (10_000, 50_000, 250_000)
"""Documents after which the memory is looked at."""

ROUNDS = 4
"""Times that the set is taken for speed; the fastest counts, as others may use the machine at the same time."""

_WORDS = 400
_SEED = 4


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, or in the measured process the points as JSON."""
    parser = argparse.ArgumentParser(description="Speed and memory of the index of reuse.")
    parser.add_argument("--data", type=Path, default=None)
    parser.add_argument("--counts", default=",".join(map(str, COUNTS)))
    parser.add_argument("--speed-only", action="store_true")
    parser.add_argument("--measured", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    data, counts = data_folder(chosen.data), [int(count) for count in chosen.counts.split(",")]
    if chosen.measured:
        sys.stdout.write(json.dumps(list(measured(data, counts))) + "\n")
        return
    for name, figure in speed(data):
        print(f"{name:45} {figure:10.1f}")
    if not chosen.speed_only:
        for count, megabytes, seconds in grown(data, counts):
            print(
                f"{count:>9} documents {megabytes:8.1f} MB {1e6 * megabytes / count:8.0f} bytes each {seconds:8.1f} s"
            )


def grown(data: Path, counts: Sequence[int] = COUNTS) -> list[tuple[int, float, float]]:
    """For each count of documents the megabytes of the index and the seconds taken, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.reuse_scale", "--measured", "--data", str(data)]
    listed = ",".join(map(str, counts))
    finished = subprocess.run(
        [*command, "--counts", listed],
        cwd=Path(__file__).resolve().parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    return [(count, megabytes, seconds) for count, megabytes, seconds in json.loads(finished.stdout)]


def speed(data: Path) -> Iterator[tuple[str, float]]:
    """Documents a second: prints and candidates only, and with every candidate compared, on both sets."""
    reports = sorted(republished(data).reports, key=lambda report: report.topic)
    for name, chosen in (
        ("reports", [report for report in reports if report.way == AS_IT_IS]),
        ("republications", reports),
    ):
        rounds = [
            documents(
                replace(report, id=f"{number} {report.id}", sentences=_ciphered(report, number)) for report in chosen
            )
            for number in range(ROUNDS)
        ]
        by_id = {document.id: document for texts in rounds for document in texts}
        gc.freeze()
        index, count = PrintIndex(), 0
        seconds = []
        for texts in rounds:
            started = time.process_time()
            for document in texts:
                found = prints(fold(document))
                count += len(index.candidates(document.id, found))
                index.insert(document.id, found)
            seconds.append(time.process_time() - started)
        yield f"{name}: candidates found, documents/s", len(chosen) / min(seconds)
        yield f"{name}: candidates of each", count / len(by_id)
        reuses, count, seconds = ReuseIndex(by_id.__getitem__), 0, []
        for texts in rounds:
            started = time.process_time()
            for document in texts:
                count += len(reuses.add(document))
            seconds.append(time.process_time() - started)
        yield f"{name}: compared too, documents/s", len(chosen) / min(seconds)
        yield f"{name}: reuses of each", count / len(by_id)


def _ciphered(report: Report, number: int) -> tuple[str, ...]:
    """The sentences with the letters exchanged, by another cipher for each number; as they are for 0."""
    letters = list(string.ascii_lowercase)
    if number:
        random.Random(number).shuffle(letters)
    table = str.maketrans(string.ascii_letters, "".join(letters) + "".join(letters).upper())
    return tuple(text.translate(table) for text in report.sentences)


def measured(data: Path, counts: Sequence[int]) -> Iterator[tuple[int, float, float]]:
    """The measured process: for each count the resident megabytes above those at the start, and the seconds taken."""
    texts = generated(data)
    index = PrintIndex()
    for _ in range(100):  # what is remembered of letters and powers belongs to no document
        prints(fold(next(texts)))
    gc.collect()
    start, spent = memory("VmRSS"), 0.0
    for count in counts:
        while len(index) < count:
            document = next(texts)
            before = time.process_time()
            found = prints(fold(document))
            index.candidates(document.id, found)
            index.insert(document.id, found)
            spent += time.process_time() - before
        gc.collect()
        yield count, memory("VmRSS") - start, spent


def generated(data: Path) -> Iterator[Document]:
    """Reports without end."""
    chance = random.Random(_SEED)
    words = [word for report in republished(data, topics=12).reports for word in report.text.split()]
    earlier: list[str] = []
    number = 0
    while True:
        number += 1
        if number % 10 == 0:
            own = chance.choice(earlier).split()
            own[::10] = chance.choices(words, k=len(own[::10]))
        else:
            own = chance.choices(words, k=_WORDS)
        text = " ".join(own)
        earlier = [*earlier[-200:], text]
        yield Document(
            id=f"{number:016x}",
            location="generated",
            text=text,
            sha256="",
            language="en",
            repaired=text,
            alignment=Alignment(runs=()),
            passages=(Passage(start=0, end=len(text), kind="body", language="en", garbled=0.0),),
            loader="generated",
        )


if __name__ == "__main__":
    main()
