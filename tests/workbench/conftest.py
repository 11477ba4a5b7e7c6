"""Ledgers and the workbench on each, made once for all tests of this folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.vocab.actors import Roster, open_roster
from sayso.workbench.app import workbench
from tests.workbench.ledgers import actors_file, hostile, ordinary
from tests.workbench.payloads import payloads

TOKEN = "token-of-the-tests"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A ledger, the roster that it is looked at with, and a client of its workbench."""

    path: Path
    roster: Roster
    client: TestClient


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the ledgers of the session lie."""
    return tmp_path_factory.mktemp("workbench")


@pytest.fixture(scope="session")
def plain(folder: Path) -> Iterator[Stand]:
    """The ordinary ledger."""
    yield from _standing(ordinary(folder / "plain.sayso"), open_roster())


@pytest.fixture(scope="session")
def empty(folder: Path) -> Iterator[Stand]:
    """A ledger without a document."""
    path = folder / "empty.sayso"
    Ledger.open(path).close()
    yield from _standing(path, open_roster())


@pytest.fixture(scope="session")
def planted(folder: Path) -> Iterator[Stand]:
    """The ledger with hostile words in every field, and a user's file of actors that are called so."""
    roster = open_roster(actors_file(folder / "actors.toml", payloads()))
    yield from _standing(hostile(folder / "planted.sayso", payloads()), roster)


def _standing(path: Path, roster: Roster) -> Iterator[Stand]:
    app = workbench(path, roster=roster, token=TOKEN)
    with TestClient(app, base_url="http://localhost") as client:
        yield Stand(path=path, roster=roster, client=client)
