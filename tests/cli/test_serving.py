"""`sayso serve` as a program: where it listens, and how soon it answers."""

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.workbench.ledgers import ordinary

SAYSO = (sys.executable, "-c", "from sayso.cli import main; main()")
ACKNOWLEDGED = 0.035
"""Seconds under which an answer did not wait for a delayed acknowledgement, which takes 40 ms."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a workbench that runs."""
    command = [*SAYSO, "serve", str(ordinary(tmp_path / "case.sayso")), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        try:
            yield program.stdout.readline().strip() if program.stdout else ""
        finally:
            program.terminate()


def test_it_listens_to_this_machine_alone_and_answers_at_once(served: str) -> None:
    address = urlsplit(served)
    assert address.hostname == "127.0.0.1"
    connection = http.client.HTTPConnection(address.netloc, timeout=60)
    times = []
    for _ in range(12):
        begun = time.perf_counter()
        connection.request("GET", "/limits")
        answer = connection.getresponse()
        assert answer.read()
        assert answer.status == http.client.OK
        times.append(time.perf_counter() - begun)
    assert min(times) < ACKNOWLEDGED


def test_a_port_that_is_taken_is_said_to_be(served: str, tmp_path: Path) -> None:
    command = [*SAYSO, "serve", str(ordinary(tmp_path / "other.sayso")), "--port", str(urlsplit(served).port)]
    found = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert found.returncode != 0
    assert "is taken" in found.stderr
