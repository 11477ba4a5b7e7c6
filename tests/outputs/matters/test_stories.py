"""Stories of the reports of `told` in, a list and JSON Lines out."""

import json
from dataclasses import replace
from io import StringIO

from sayso.corroboration.records import Story
from sayso.outputs.exporter import Layout
from sayso.outputs.matters import stories
from sayso.outputs.matters.stories import StoryForm
from sayso.vocab.actors import open_roster
from tests.outputs.matters.told import documents, told_account


def forms() -> tuple[StoryForm, ...]:
    of = documents()
    of = (replace(of[0], title="A sale\x1b[2J in secret"), *of[1:])
    told = (Story(id="a" * 16, document_ids=(of[4].id,)), Story(id="b" * 16, document_ids=tuple(e.id for e in of[:4])))
    return stories.story_forms(
        told, documents={each.id: each for each in of}, accounts=(told_account(),), roster=open_roster()
    )


def test_a_story_has_its_reports_its_matters_and_each_known_origin_once() -> None:
    most, least = forms()
    assert [report.published for report in most.reports] == ["2024-10-14", "2024-10-16", "2024-10-20", "2024-10-21"]
    assert [(told.id, told.documents) for told in most.matters] == [("1" * 16, 4)]
    assert [(told.id, told.documents) for told in least.matters] == [("1" * 16, 1)]
    found = told_account().corroboration
    assert (most.matters[0].origins_certain, most.matters[0].origins_possible) == (found.certain, found.possible)
    assert most.origins == found.certain > 0


def test_a_list_shows_reports_by_date_and_what_most_of_them_tell_and_nothing_that_acts() -> None:
    stream = StringIO()
    stories.write(forms(), stream, layout=Layout(width=100, color=False))
    lines = stream.getvalue().splitlines()
    assert lines[0].startswith("b" * 10 + "  4 texts, 1 matter, ")
    assert lines[1].split()[:2] == ["2024-10-14", "en"]
    assert lines[1].endswith("A sale␛[2J in secret")
    assert "4 texts" in next(line for line in lines if line.lstrip().startswith("1" * 10))
    assert "no date" in stream.getvalue()
    empty = StringIO()
    stories.write((), empty, layout=Layout(width=100, color=False))
    assert empty.getvalue() == ""


def test_machines_get_one_object_a_story() -> None:
    stream = StringIO()
    stories.write_lines(forms(), stream)
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert [report["document_id"] for report in first["reports"]] == [each.id for each in documents()[:4]]
    assert second["reports"][0]["title"] is None
