"""Rows of tables in; documents by the names of their columns out."""

from collections.abc import Mapping

import pytest

from sayso.documents.rows import Row, columns, document
from sayso.errors import SettingsError, Unreadable
from sayso.records import Document
from sayso.settings import Settings

TEXT = "The talks resumed on Monday."


def read(values: Mapping[str, object], *mapped: tuple[str, str]) -> Document:
    settings = Settings(columns=mapped)
    row = Row(location="a.jsonl#3", loader="jsonl", content=b"{}", values=values)
    return document(row, columns(settings), settings=settings)


def test_the_usual_names_are_known() -> None:
    found = read(
        {
            "Body": TEXT,
            "headline": "Talks",
            "link": "https://steppe.example/1",
            "date": "2024-03-07T10:00:00",
            "authors": ["Anna Bold", "Bat Erdene"],
            "source": {"id": 7, "name": "The Daily Steppe"},
            "lang": "en-GB",
        }
    )
    assert (found.text, found.title, found.location) == (TEXT, "Talks", "https://steppe.example/1")
    assert (found.published, found.author) == ("2024-03-07", "Anna Bold, Bat Erdene")
    assert (found.publisher, found.language) == ("The Daily Steppe", "en")


def test_the_settings_name_other_columns() -> None:
    values = {"text": "Not this.", "story": TEXT, "year": 2024}
    found = read(values, ("text", "story"), ("published", "year"))
    assert (found.text, found.published) == (TEXT, "2024")


def test_dots_lead_into_nested_values() -> None:
    assert read({"uk": {"title": "Так", "text": TEXT}}, ("text", "uk.text"), ("title", "uk.title")).title == "Так"
    assert read({"uk.text": TEXT, "uk": 1}, ("text", "uk.text")).text == TEXT


def test_a_list_of_texts_becomes_paragraphs() -> None:
    assert read({"text": ["One.", "", "Two."]}).text == "One.\n\nTwo."


def test_the_text_is_the_columns_own() -> None:
    assert read({"text": " a\r\nb  ", "title": "T"}).text == " a\nb  "


def test_only_web_addresses_become_locations() -> None:
    assert read({"text": TEXT, "url": "javascript:x()"}).location == "a.jsonl#3"


@pytest.mark.parametrize("values", [{"text": ""}, {"text": " "}, {"text": None}, {"text": True}, {"text": []}, {}])
def test_a_row_without_text_is_said(values: Mapping[str, object]) -> None:
    with pytest.raises(Unreadable, match=r"^a\.jsonl#3 has no text in a column named text, body,"):
        read(values)


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(SettingsError, match="'body'"):
        columns(Settings(columns=(("body", "story"),)))
