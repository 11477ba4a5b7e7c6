"""Several processes on one ledger, some of them killed, one of them without room, in; whole documents only out."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.ledger.reports import CLAIMS, begin, fill, report

ROOT = Path(__file__).parents[2]
REPORTS = 400
KILLS = 8
COMPARED = 60

WRITE = """
import sys
from pathlib import Path
from sayso.ledger import Ledger
from tests.ledger.reports import begin, report
with Ledger.open(Path(sys.argv[1])) as ledger:
    run = begin(ledger)
    print("open", flush=True)
    for number in range(int(sys.argv[2])):
        made, claims = report(number)
        if not ledger.has(made, run):
            ledger.append(made, claims, run=run)
"""

COMPARE = """
import sys
from pathlib import Path
from sayso.ledger import Ledger
from tests.ledger.reports import compare
with Ledger.open(Path(sys.argv[1])) as ledger:
    print("open", flush=True)
    compare(ledger)
"""

READ = """
import sys
from collections import Counter
from pathlib import Path
from sayso.ledger import Ledger
from tests.ledger.reports import CLAIMS
wanted, seen, looks = int(sys.argv[2]), -1, 0
while seen < wanted:
    with Ledger.open(Path(sys.argv[1]), write=False) as ledger:
        found = Counter(claim.document_id for claim in ledger.claims())
        assert set(found.values()) <= {CLAIMS}, found
        assert len(found) >= seen, "documents that were there are gone"
        seen, looks = len(found), looks + 1
print(looks)
"""

FILL = """
import resource, sys
from pathlib import Path
from sayso.errors import Full
from sayso.ledger import Ledger
from tests.ledger.reports import begin, report
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))
appended = 0
try:
    with Ledger.open(Path(sys.argv[1])) as ledger:
        run = begin(ledger)
        for number in range(10_000):
            appended += ledger.append(*report(number), run=run) > 0
except Full as error:
    print(appended, error)
"""


@contextmanager
def _process(script: str, *arguments: object) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as made:
        try:
            yield made
        finally:
            made.kill()


def _finish(process: "subprocess.Popen[str]") -> str:
    out, error = process.communicate(timeout=120)
    assert process.returncode == 0, error
    return out


def _documents(path: Path) -> int:
    """How many documents there are; all must be whole and in order, and nothing must be damaged."""
    with Ledger.open(path) as ledger:
        ledger.check()
        found = len(list(ledger.documents()))
        expected = [each for number in range(found) for each in report(number)[1]]
        assert list(ledger.claims()) == expected
        return found


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_killed_at_any_moment_the_ledger_opens_with_whole_documents_and_the_rest_is_resumed(path: Path) -> None:
    chance, found = random.Random(7), [0]
    for kill in range(KILLS):
        with _process(WRITE, path, 10_000) as writer:
            assert writer.stdout is not None
            if kill % 2:  # every other one while it starts, opens the ledger and begins
                writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.2))
            os.kill(writer.pid, signal.SIGKILL)
            assert writer.wait() == -signal.SIGKILL
        found.append(_documents(path))
    assert found == sorted(found)
    assert found[-1] > found[2]
    with _process(WRITE, path, found[-1] + 20) as writer:
        _finish(writer)
    assert _documents(path) == found[-1] + 20


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_killed_at_any_moment_comparisons_are_whole_and_the_rest_is_resumed(path: Path) -> None:
    with Ledger.open(path) as ledger:
        fill(ledger, COMPARED)
    chance, found = random.Random(7), [0]
    for _ in range(KILLS):
        with _process(COMPARE, path) as comparer:
            assert comparer.stdout is not None
            comparer.stdout.readline()
            time.sleep(chance.uniform(0, 0.3))
            os.kill(comparer.pid, signal.SIGKILL)
            comparer.wait()
        found.append(_compared(path))
    assert found == sorted(found)
    assert found[-1] > 0
    with _process(COMPARE, path) as comparer:
        _finish(comparer)
    assert _compared(path) == COMPARED


def _compared(path: Path) -> int:
    """How many documents have been compared; each with all before it, so that n of them found every pair of n."""
    with Ledger.open(path) as ledger:
        ledger.check()
        found = len(list(ledger.comparisons.compared("1")))
        for pairs in (ledger.comparisons.joins(), ledger.comparisons.reuses(), ledger.comparisons.parallels()):
            assert len(list(pairs)) == found * (found - 1) // 2
        return found


def test_two_processes_compare_one_ledger_and_find_nothing_twice(path: Path) -> None:
    with Ledger.open(path) as ledger:
        fill(ledger, 40)
    with _process(COMPARE, path) as first, _process(COMPARE, path) as second:
        _finish(first)
        _finish(second)
    with Ledger.open(path) as ledger:
        ledger.check()
        assert not list(ledger.comparisons.pending("1"))
        assert len(list(ledger.comparisons.joins())) == 40 * 39 // 2
        assert len(list(ledger.comparisons.parallels())) == 40 * 39 // 2


def test_two_processes_read_while_one_writes(path: Path) -> None:
    Ledger.open(path).close()
    with _process(READ, path, REPORTS) as first, _process(READ, path, REPORTS) as second:
        with _process(WRITE, path, REPORTS) as writer:
            _finish(writer)
        assert int(_finish(first)) > 1
        assert int(_finish(second)) > 1
    assert _documents(path) == REPORTS


def test_two_processes_make_and_fill_one_ledger_and_add_nothing_twice(path: Path) -> None:
    with _process(WRITE, path, 60) as first, _process(WRITE, path, 60) as second:
        _finish(first)
        _finish(second)
    with Ledger.open(path) as ledger:
        assert len(list(ledger.documents())) == 60
        assert len(list(ledger.claims())) == 60 * CLAIMS
        assert len(ledger.runs()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on the size of files here")
@pytest.mark.parametrize("room", [20_000, 70_000, 200_000, 600_000])
def test_without_room_the_ledger_says_so_and_keeps_what_it_has(path: Path, room: int) -> None:
    with _process(FILL, path, room) as process:
        said = _finish(process)
    assert "there is no room left" in said
    appended = int(said.split()[0])
    assert _documents(path) == appended
    with Ledger.open(path) as ledger:
        assert ledger.append(*report(appended), run=begin(ledger)) == CLAIMS
