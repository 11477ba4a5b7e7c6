"""Locations in, the stages run in order on a reader made by hand, outcomes out."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.claims.composition import Composition
from sayso.codec import encode_outcome
from sayso.errors import NotFound, SettingsError
from sayso.ledger import Ledger
from sayso.records import Document, Outcome, Reading, Skipped
from sayso.settings import Settings
from sayso.vocab.actors import Roster
from tests.factories import claim, document, reading


class Hand:
    """A reader that finds the same sentence in every document."""

    name = "hand"
    version = "1"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def read(self, document: Document) -> Reading:
        """The reading of the document about missiles."""
        self.seen.append(document.location)
        return reading(document)


def composition(document: Document, reading: Reading, *, roster: Roster) -> Composition:
    """The claim that something was fired."""
    return Composition(claims=(claim(document, "test", "fired"),), statements=(), trees=())


def shelf(location: str, *, settings: Settings) -> Iterator[Document | Skipped]:
    """A loader of two places: one is not there, and one breaks off."""
    if location == "missing":
        raise NotFound("nothing is at missing")
    yield document(location=location)
    if location == "broken":
        raise NotFound("broken breaks off after one document")


@pytest.fixture(autouse=True)
def _shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "load", shelf)
    monkeypatch.setattr(pipeline, "composition", composition)


def summary(outcomes: Iterator[Outcome]) -> list[str]:
    return [each.reason if isinstance(each, Skipped) else each[0].location for each in outcomes]


def test_a_location_that_fails_is_an_outcome_and_stops_no_other() -> None:
    outcomes = pipeline.read(["one", "missing", "broken", "two"], reader=Hand())
    assert summary(outcomes) == [
        "one",
        "nothing is at missing",
        "broken",
        "broken breaks off after one document",
        "two",
    ]


def test_one_location_needs_no_list() -> None:
    assert summary(pipeline.read("one", reader=Hand())) == ["one"]


def test_the_reader_is_opened_once_and_only_when_there_is_something_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Settings] = []

    def open_reader(settings: Settings) -> Hand:
        opened.append(settings)
        return Hand()

    monkeypatch.setattr(pipeline, "open_reader", open_reader)
    settings = Settings(threads=2)
    assert summary(pipeline.read(["missing"], settings=settings)) == ["nothing is at missing"]
    assert opened == []
    assert len(list(pipeline.read(["one", "two"], settings=settings))) == 2
    assert opened == [settings]


def test_documents_come_out_as_they_are_read() -> None:
    def locations() -> Iterator[str]:
        yield "one"
        pytest.fail("the second location was asked for too early")

    assert isinstance(next(pipeline.read(locations(), reader=Hand())), tuple)


def test_a_file_goes_all_the_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from sayso.documents import load

    monkeypatch.setattr(pipeline, "load", load)
    path = tmp_path / "report.txt"
    path.write_text("North Korea fired two missiles on Friday.", encoding="utf-8")
    [outcome] = pipeline.read(str(path), reader=Hand())
    assert isinstance(outcome, tuple)
    assert outcome[0].text == "North Korea fired two missiles on Friday."
    assert outcome[1].document_id == outcome[0].id


def test_a_file_whose_name_is_no_utf8_is_read_and_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from sayso.documents import load

    monkeypatch.setattr(pipeline, "load", load)
    path = os.fsdecode(os.fsencode(tmp_path) + b"/bericht-\xfc.txt")
    Path(path).write_text("North Korea fired two missiles on Friday.", encoding="utf-8")
    [outcome] = pipeline.read(path, reader=Hand())
    assert isinstance(outcome, tuple)
    assert b"bericht-\xef\xbf\xbd.txt" in encode_outcome(outcome)


def test_findings_have_their_claims_and_what_fails_is_among_them() -> None:
    found = list(pipeline.find(["one", "missing", "two"], reader=Hand()))
    assert [each.reason if isinstance(each, Skipped) else len(each.claims) for each in found] == [
        1,
        "nothing is at missing",
        1,
    ]


def test_without_anything_to_read_no_reader_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "open_reader", lambda settings: pytest.fail("it was opened"))
    assert len(list(pipeline.find(["missing"]))) == 1


def test_what_broke_off_goes_on_where_it_stopped(tmp_path: Path) -> None:
    first, second = Hand(), Hand()
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        findings = pipeline.find(["one", "two", "three"], ledger=ledger, reader=first)
        next(findings)
        next(findings)
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        found = list(pipeline.find(["one", "two", "three"], ledger=ledger, reader=second))
        assert (first.seen, second.seen) == (["one", "two"], ["three"])
        assert [each.reading is None for each in found if not isinstance(each, Skipped)] == [True, True, False]
        assert len(list(ledger.claims())) == 3


def test_a_new_version_reads_again_in_a_run_of_its_own(tmp_path: Path) -> None:
    newer = Hand()
    newer.version = "2"
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        for reader in (Hand(), newer):
            list(pipeline.find(["one", "missing"], ledger=ledger, reader=reader))
        assert newer.seen == ["one"]
        assert [run.reader_version for run in ledger.runs()] == ["1", "2"]
        assert [each.location for each in ledger.skipped()] == ["missing", "missing"]


def test_a_wrong_file_of_actors_is_told_before_anything_is_read(tmp_path: Path) -> None:
    reader = Hand()
    settings = Settings(actors=str(tmp_path / "none.toml"))
    with pytest.raises(SettingsError, match=r"none\.toml cannot be read"):
        next(pipeline.find(["one"], settings=settings, reader=reader))
    assert reader.seen == []
