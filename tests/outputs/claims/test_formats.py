"""Claims of our own in, the four formats out."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.evaluation import marks_of, read_export
from sayso.outputs.claims import CLAIM_EXPORTERS, ClaimExporter, Found, jsonl, page, table
from sayso.outputs.claims import csv as csv_format
from sayso.outputs.display import columns
from sayso.outputs.exporter import Layout
from sayso.records import Place
from tests.factories import arms_claim, arms_report, claim, document, role, span

PAGE = """\
arms.txt ───────────────────────────────────────────────────────────────────────
publication date not stated · en · 1 claim

The New York Times said North Korea may have earned up to $5.5 billion from arms
sales to Russia since 2022.

  transfer  giver North Korea (PRK); recipient Russia (RUS); good arms
            possible, certainty possible · up to 5.5 billion USD · when 2022/..
            on the word of The New York Times (org/nyt) · 61c15ed371 ·
            confidence 0.75

quiet.txt ──────────────────────────────────────────────────────────────────────
publication date not stated · en · no claims in this text

"""

TABLE = """\
who             to or with     what             how, how much,   on whose word
                                                when

PRK             RUS            arms             possible         org/nyt
North Korea     Russia                          up to 5.5        The New York
                                                billion USD      Times
                                                2022/..
  61c15ed371 transfer “The New York Times said North Korea may have earned up to
  $5.5 billion from arms sales to Russia since 2022.”

"""


def found() -> list[Found]:
    """The claim about arms, and a document in which nothing is claimed."""
    return [(arms_report(), (arms_claim(arms_report()),)), (document("It rained.", location="quiet.txt"), ())]


def written(exporter: ClaimExporter, of: list[Found], *, width: int = 80, color: bool = False) -> str:
    stream = io.StringIO()
    exporter.write(of, stream, layout=Layout(width=width, color=color))
    return stream.getvalue()


def test_a_page_has_each_sentence_with_its_claims_and_says_where_there_are_none() -> None:
    assert written(page, found()) == PAGE


def test_a_table_has_one_row_a_claim_with_its_sentence() -> None:
    assert written(table, found()) == TABLE
    assert written(table, found()[1:]) == ""


@pytest.mark.parametrize("exporter", CLAIM_EXPORTERS, ids=lambda exporter: exporter.name)
def test_a_format_says_whom_it_is_for(exporter: ClaimExporter) -> None:
    assert exporter.description.startswith("for ")


def test_a_line_of_json_has_the_fields_of_the_contract_and_numbers_are_numbers() -> None:
    [line] = written(jsonl, found()).splitlines()
    claim = json.loads(line)
    assert list(claim) == [
        *("id", "document", "document_id", "language", "published", "kind", "trigger", "evidence", "roles"),
        *("quantities", "occurred", "place", "modality", "polarity", "certainty", "attribution", "confidence", "why"),
    ]
    text = arms_report().text
    for at in (claim["trigger"], claim["evidence"], claim["roles"][0]["span"], claim["attribution"][0]["source"]):
        assert text[at["start"] : at["end"]] == at["quote"]
    assert [list(role) for role in claim["roles"]] == [["role", "actor", "span"]] * 2 + [
        ["role", "actor", "span", "good"]
    ]
    [quantity] = claim["quantities"]
    assert (quantity["low"], quantity["high"], quantity["unit"]) == (None, 5_500_000_000, "USD")
    assert isinstance(quantity["high"], int)


def test_what_is_exported_scores_as_what_was_found(tmp_path: Path) -> None:
    (tmp_path / "arms.txt").write_text(arms_report().text, encoding="utf-8")
    pairs = [(document, claim) for document, claims in found() for claim in claims]
    assert read_export(tmp_path, written(jsonl, found()).splitlines(), documents=["arms"]) == marks_of(
        pairs, documents=["arms"]
    )


def test_a_row_has_every_column_and_repeats_who_and_whom() -> None:
    [row] = csv.DictReader(io.StringIO(written(csv_format, found())))
    assert None not in row
    assert (row["doer"], row["counterpart"], row["source"], row["when"]) == (
        *("PRK", "RUS", "The New York Times (org/nyt)", "2022/.."),
    )
    assert json.loads(row["roles"])[0]["actor"] == "PRK"
    assert row["place"] == ""


def test_a_text_cannot_run_a_formula_in_a_spreadsheet() -> None:
    of = document("=HYPERLINK(1) met Iran.")
    meeting = claim(of, "meet", "=HYPERLINK(1)", role("actor", None, span(of, "Iran")))
    [row] = csv.DictReader(io.StringIO(written(csv_format, [(of, (meeting,))])))
    assert row["trigger"] == "'=HYPERLINK(1)"
    assert row["evidence"].startswith("'=")


def test_pages_fit_80_columns_and_colour_changes_no_word() -> None:
    of = document("朝鲜发射了导弹。" * 20)
    launch = claim(of, "test", "发射", role("actor", "PRK", span(of, "朝鲜")), role("weapon", None, span(of, "导弹")))
    launch = replace(launch, event=replace(launch.event, place=Place(name="Hokkaido", country="JPN", span=None)))
    for exporter in (page, table):
        plain = written(exporter, [(of, (launch,)), *found()])
        assert all(columns(line) <= 80 for line in plain.splitlines())
        colored = written(exporter, [(of, (launch,)), *found()], color=True)
        assert "\x1b[" in colored
        parts = colored.split("\x1b[")
        assert "".join([parts[0], *(part.split("m", 1)[1] for part in parts[1:])]).split() == plain.split()


def test_a_text_cannot_command_the_terminal() -> None:
    of = document("Iran\x1b[2J met Oman.", location="evil\x1b[2J.txt")
    meeting = claim(of, "meet", "met", role("actor", "IRN", span(of, "Iran\x1b[2J")))
    for exporter in (page, table):
        assert "\x1b" not in written(exporter, [(of, (meeting,))])
