"""Lines of annotations in, sentences with their claims out; and the annotations that ship."""

from pathlib import Path

import pytest

from sayso.evaluation.marks import Part
from sayso.vocab.frames import kinds
from sayso.vocab.scales import MODALITIES
from training.claimed import CLAIMS, Claimed, Reported, load_claimed, load_reported, read_reports
from training.corpora import Example

TEXT = "Iran sold drones, and sold missiles."
TREEBANKS = """# a comment
en_ewt:1\tsold\t2\ttransfer\tplanned\t-\tIRN+IRQ\t?\tUSA
en_ewt:2
en_ewt:3\tsold\t1\ttransfer\tdone\t+\tIRN
"""
WRITTEN = """# a comment
p1.en\tIran ⟦sold|transfer|done|+|IRN|RUS|⟧ drones; ⟦talks|meet|ongoing|+|||?⟧ go on.
p1.ja\t旗の色は何か。
"""


@pytest.fixture
def claimed(tmp_path: Path) -> list[Claimed]:
    (tmp_path / "treebanks.tsv").write_text(TREEBANKS, encoding="utf-8")
    (tmp_path / "written.tsv").write_text(WRITTEN, encoding="utf-8")
    examples = [
        Example(style="en_ewt", split="train", id=number, text=TEXT, forms=[], spaced=[]) for number in ("1", "2")
    ]
    return list(load_claimed(examples, tmp_path))


def test_each_sentence_comes_once_with_its_claims(claimed: list[Claimed]) -> None:
    assert [(each.language, len(each.claims)) for each in claimed] == [("en", 1), ("en", 0), ("en", 2), ("ja", 0)]


def test_a_trigger_is_found_by_its_occurrence(claimed: list[Claimed]) -> None:
    (found,) = claimed[0].claims
    assert found.trigger == (22, 26)
    assert (found.kind, found.modality, found.polarity) == ("transfer", "planned", "negated")
    assert found.evidence == (0, len(TEXT))
    assert found.is_attributed


def test_parties_are_joined_by_plus_and_unknown_ones_are_nobody(claimed: list[Claimed]) -> None:
    (found,) = claimed[0].claims
    assert found.parts == (
        Part(role="giver", actor="IRN"),
        Part(role="giver", actor="IRQ"),
        Part(role="recipient", actor=None),
    )


def test_marks_are_taken_out_of_the_text(claimed: list[Claimed]) -> None:
    sentence = claimed[2]
    assert sentence.text == "Iran sold drones; talks go on."
    assert [sentence.text[slice(*each.trigger)] for each in sentence.claims] == ["sold", "talks"]
    assert sentence.claims[1].parts == (Part(role="actor", actor=None),)


def test_what_ships_is_written_by_the_rules() -> None:
    """The sentences of treebanks are not here, but their lines are."""
    written = list(load_claimed([], CLAIMS))
    assert len(written) > 1_000
    assert {claim.kind for each in written for claim in each.claims} == set(kinds())
    assert {claim.modality for each in written for claim in each.claims} <= set(MODALITIES)
    by_language: dict[str, list[tuple[str, ...]]] = {}
    for each in written:
        told = sorted(f"{claim.kind} {claim.modality} {claim.polarity}" for claim in each.claims)
        by_language.setdefault(each.language, []).append(tuple(told))
    assert len(by_language) == 13
    assert all(told == by_language["en"] for told in by_language.values())


SET_ASIDE = Path(__file__).parents[2] / "benchmarks" / "reports" / "held_out.tsv"
REPORTS = """# a comment
= one\t2019-03-14\ten
Iran ⟦talks|meet|done|+|IRN|RUS|⟧ to Russia
It ⟦sold|transfer|done|+|IRN|RUS|?⟧ drones.
= two\t2020-01-01\tzh
中国⟦支持|support|done|+|CHN||⟧它。
中国反对它。
"""
STATEMENTS = """re3d-A-1\tsold\t1\ttransfer\tdone\t+\tIRN\tIRQ
re3d-A-2
re3d-B-1\tsold\t1\ttransfer\tdone\t+\tIRN
"""


@pytest.fixture
def reported(tmp_path: Path) -> list[Reported]:
    (tmp_path / "reports.tsv").write_text(REPORTS, encoding="utf-8")
    (tmp_path / "statements.tsv").write_text(STATEMENTS, encoding="utf-8")
    examples = [
        Example(style="en_re3d-names", split="train", id=f"re3d-A-{number}", text=TEXT, forms=[], spaced=[])
        for number in (1, 2)
    ]
    return list(load_reported(examples, tmp_path))


def test_reports_come_whole_and_those_without_their_text_do_not(reported: list[Reported]) -> None:
    assert [(each.name, each.language, each.published) for each in reported] == [
        ("re3d-A", "en", "2016-06-01"),
        ("one", "en", "2019-03-14"),
        ("two", "zh", "2020-01-01"),
    ]
    assert [each.text.strip() for each in reported] == [
        f"{TEXT} {TEXT}",
        "Iran talks to Russia\n\nIt sold drones.",
        "中国支持它。中国反对它。",
    ]


def test_claims_of_reports_stand_where_their_sentence_does(reported: list[Reported]) -> None:
    for report in reported:
        for claim in report.claims:
            assert report.text[slice(*claim.trigger)] in ("sold", "talks", "支持")
            assert claim.evidence[0] <= claim.trigger[0] < claim.trigger[1] <= claim.evidence[1]
    first, second = reported[1].claims
    assert report_evidence(reported[1], first.evidence) == "Iran talks to Russia"
    assert report_evidence(reported[1], second.evidence) == "It sold drones."


def report_evidence(report: Reported, where: tuple[int, int]) -> str:
    return report.text[slice(*where)]


@pytest.mark.parametrize("path", [CLAIMS / "reports.tsv", SET_ASIDE], ids=lambda p: p.stem)
def test_the_reports_that_ship_can_be_read(path: Path) -> None:
    reports = list(read_reports(path))
    assert len(reports) >= 40
    assert len({report.name for report in reports}) == len(reports)
    for report in reports:
        assert report.claims
        for claim in report.claims:
            assert claim.kind in kinds()
            assert claim.modality in MODALITIES


def test_what_is_set_aside_trains_nothing() -> None:
    inside, outside = (
        {line for report in read_reports(path) for line in report.text.split("\n\n")}
        for path in (CLAIMS / "reports.tsv", SET_ASIDE)
    )
    assert inside
    assert not inside & outside
