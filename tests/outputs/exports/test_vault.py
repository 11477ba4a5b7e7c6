"""Ledgers of our own in; the notes of their vault, with links that lead somewhere, out."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import SettingsError
from sayso.outputs.claims import Found
from sayso.outputs.exports import vault
from sayso.outputs.exports.names import Names
from tests.factories import claim, document, role, span
from tests.outputs.exports.made import accounted, arms, contents, ledgers, three, written


def notes(found: list[Found]) -> dict[str, str]:
    return {note.path: note.text for note in vault.notes(contents(found))}


def test_there_is_a_note_for_every_actor_pair_and_matter() -> None:
    assert list(notes(arms())) == [
        "Index.md",
        "Actors/North Korea.md",
        "Actors/Russia.md",
        "Pairs/North Korea – Russia.md",
        "Matters/2024-03-07 transfer North Korea → Russia, arms.md",
    ]


def test_a_matter_has_its_sentences_with_speaker_manner_and_certainty() -> None:
    note = notes(arms())["Matters/2024-03-07 transfer North Korea → Russia, arms.md"]
    assert "> The New York Times said North Korea may have earned up to \\$5.5 billion" in note
    assert "on the word of **New York Times**" in note
    assert "possible; certainty possible; up to 5.5 billion USD" in note
    assert "The Daily, 2024-03-07, <https://daily.example/arms>" in note


def test_a_pair_lists_its_matters_with_manner_and_speaker() -> None:
    note = notes(three())["Pairs/Germany – Ukraine.md"]
    assert re.search(r"- 2024-05: \[\[Matters/.*\]\] \(wanted\); 1 claim, on the word of Ukraine", note)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(found=ledgers())
def test_every_link_leads_to_a_note_and_nothing_of_a_text_links_or_runs(found: list[Found]) -> None:
    every = notes(found)
    assert len({path.casefold() for path in every}) == len(every)
    for text in every.values():
        for target in re.findall(r"(?<!\\)\[\[([^\]|]*)", text):
            assert f"{target}.md" in every
        body = text.partition("\n# ")[2]
        assert not re.search(r"(?<!\\)<(?!http)", body)


def test_where_no_party_is_known_a_note_lists_the_matters() -> None:
    of = document("It was shelled.")
    every = notes([(of, (claim(of, "fight", "shelled"),))])
    assert list(every) == ["Index.md", "No party is known.md", "Matters/fight nobody is named.md"]
    assert "- [[No party is known]]: 1 matter" in every["Index.md"]


def test_hostile_names_stay_in_the_folder_and_do_not_collide() -> None:
    of = document("../../x and CON met.")
    one = claim(of, "fight", "met", role("actor", "org/../../x", span(of, "../../x")), role("target", "org/con"))
    two = replace(one, id="other")
    every = notes([(of, (one, two))])
    assert all(".." not in path.split("/") and path.count("/") <= 1 for path in every)
    assert "Actors/con -.md" in every


@given(st.lists(st.tuples(st.text(), st.text()), unique_by=lambda each: each[0]))
def test_names_of_files_are_safe_and_differ(things: list[tuple[str, str]]) -> None:
    names = Names()
    given_names = [names.of(known, called) for known, called in things]
    assert given_names == [names.of(known, called) for known, called in things]
    assert len({each.casefold() for each in given_names}) == len(things)
    for each in given_names:
        assert each.strip(" .") == each != ""
        assert not re.search(r'[\\/:*?"<>|#^\[\]\x00-\x1f]', each)
        assert len(each.encode()) < 255


def test_it_is_written_as_an_archive_or_into_an_empty_folder_only(tmp_path: Path) -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(vault, contents(arms()))))
    vault.write_folder(contents(arms()), tmp_path / "notes")
    for name in archive.namelist():
        assert (tmp_path / "notes" / name).read_bytes() == archive.read(name)
    with pytest.raises(SettingsError, match="is not an empty folder"):
        vault.write_folder(contents(arms()), tmp_path / "notes")


def test_a_matter_says_who_stands_behind_it_and_who_denies_it() -> None:
    [(report, (_, _, denied))] = three()
    told = replace(denied, id="affirmed", polarity="affirmed", attribution=())
    found = accounted(report, (told, denied))
    of = contents([(report, (told, denied))], accounts=[found])
    [note] = [note.text for note in vault.notes(of) if note.path.startswith("Matters/")]
    assert f"Credibility {found.credibility.number}, {found.credibility.word}: {found.credibility.rule}." in note
    assert "- Origin: independence not established\n" in note
    assert "- Denied by: Russia" in note
    assert note.count("\n> ") == 2


def test_names_that_a_file_system_takes_for_one_and_long_ones_are_told_apart() -> None:
    names = Names()
    assert [
        names.of(known, called) for known, called in [("RUS", "Russia"), ("org/r", "RUSSIA"), ("x", "ru\u017fsia")]
    ] == [
        "Russia",
        "RUSSIA (org r)",
        "ru\u017fsia (x)",
    ]
    assert len(names.of("long", "é" * 300).encode()) < 255
