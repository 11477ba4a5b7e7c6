"""Sentences in, the names of the lists that stand in them out."""

from dataclasses import replace

import pytest

from sayso.claims.actors.gazetteer import Hit, gazetteer, scan
from sayso.claims.actors.spelling import fold
from sayso.claims.trees import grow
from sayso.vocab.actors import open_roster
from tests.factories import document, reading, sentence


def hits(text: str, *, code: str = "en") -> list[Hit]:
    """What the lists of a language find in words that all hang on the first."""
    of = replace(document(text), language=code)
    rows = "\n".join(
        f"{form} PROPN {at - 1 if at == 0 else 0} {'root' if at == 0 else 'dep'}"
        for at, form in enumerate(text.split())
    )
    return list(scan(grow(reading(of, sentence(of, rows)))[0], gazetteer(code, open_roster())))


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("North Korea", "state", "PRK"),
        ("NORTH KOREA", "state", "PRK"),
        ("the U.S. fleet", "state", "USA"),
        ("US", "state", "USA"),
        ("the united states", "state", "USA"),
        ("Côte d’Ivoire", "state", "CIV"),
        ("Burma", "state", "MMR"),
        ("Bosnia and Herzegovina", "state", "BIH"),
        ("North Korean", "adjective", "PRK"),
        ("Georgians", "people", "GEO"),
        ("Kyiv", "capital", "UKR"),
        ("Hamburg", "place", "DEU"),
        ("Downing Street", "seat", "downing-street"),
        ("the international court of justice", "body", "UN/icj"),
        ("Recep Tayyip Erdoğan", "person", "recep-tayyip-erdogan"),
        ("the Korean War", "nothing", "wars"),
        ("the South China Sea", "nothing", "geography"),
    ],
)
def test_a_name_is_found_as_it_is_written(text: str, kind: str, key: str) -> None:
    assert [(hit.kind, hit.key) for hit in hits(text) if hit.kind != "noun"] == [(kind, key)]


@pytest.mark.parametrize("text", ["told us so", "a turkey dinner", "who went", "the china plates"])
def test_a_name_of_one_word_needs_its_capitals(text: str) -> None:
    assert [hit for hit in hits(text) if hit.kind != "noun"] == []


def test_the_longest_name_wins() -> None:
    found = hits("New York Times")
    assert [(hit.kind, hit.key, hit.first, hit.end) for hit in found] == [("body", "org/nyt", 0, 3)]


def test_a_comma_ends_a_name() -> None:
    assert [hit.key for hit in hits("New York , Times") if hit.kind == "body"] == []


def test_a_noun_has_every_reading_of_the_lists() -> None:
    found = hits("foreign ministers")[0]
    assert found.kind == "noun"
    assert found.slug("office") == "foreign-minister"
    assert found.slug("body") is None


def test_folding_takes_accents_off_latin_letters_alone() -> None:
    assert fold("Ærø İzmir Straße") == "aero izmir strasse"
    assert fold("Йод") == "йод"


@pytest.mark.parametrize(
    ("code", "text", "kind", "key"),
    [
        ("ru", "с Москвой", "capital", "RUS"),
        ("ru", "Северной Кореи", "state", "PRK"),
        ("ru", "южнокорейскими", "adjective", "KOR"),
        ("ru", "Владимиром Путиным", "person", "vladimir-putin"),
        ("ru", "российско-американскому", "adjective", "RUS+USA"),
        ("ru", "германо-французских", "adjective", "DEU+FRA"),
        ("fr", "russo-américain", "adjective", "RUS+USA"),
        ("de", "russisch-amerikanische", "adjective", "RUS+USA"),
        ("pl", "rosyjsko-amerykański", "adjective", "RUS+USA"),
        ("en", "Sino-Russian", "adjective", "CHN+RUS"),
        ("es", "no es sino ruso", "adjective", "RUS"),
        ("uk", "у Пхеньяні", "capital", "PRK"),
        ("uk", "Збройним Силам України", "body", "UKR/military"),
        ("es", "chilenas", "adjective", "CHL"),
        ("es", "Naciones Unidas", "body", "UN"),
        ("de", "nordkoreanischen", "adjective", "PRK"),
        ("fr", "ukrainienne", "adjective", "UKR"),
        ("fr", "Angela Merkel", "person", "angela-merkel"),
    ],
)
def test_a_name_is_found_in_the_forms_of_its_language(code: str, text: str, kind: str, key: str) -> None:
    assert [(hit.kind, hit.key) for hit in hits(text, code=code) if hit.kind != "noun"] == [(kind, key)]


def test_a_word_of_two_languages_is_no_newspaper() -> None:
    assert [hit.kind for hit in hits("el país", code="es") if hit.kind == "body"] == []
    assert [hit.kind for hit in hits("die Zeit", code="de") if hit.kind == "body"] == []


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("ko", "중국이 러시아군을 비판했다", [("state", "CHN"), ("body", "RUS/military")]),
        ("ko", "이란에서 돌아온 도널드 트럼프는", [("state", "IRN"), ("person", "donald-trump")]),
        ("ko", "그 수단은 평화이란 이름의 인도적 지원", [("nothing", "words"), ("nothing", "words")]),
        ("ko", "한미 간 협의에서 한국은", [("short", "KOR+USA"), ("state", "KOR")]),
        ("zh", "俄罗斯 总统普京 访问 平壤", [("state", "RUS"), ("person", "vladimir-putin"), ("capital", "PRK")]),
        ("zh", "中 美国 防部", [("body", "USA/defense")]),
        ("zh", "5 月 6 日 美国 宣布", [("state", "USA")]),
        ("zh", "烏克蘭 军队", [("state", "UKR")]),
        ("ja", "マリウポリ の 住民", [("place", "UKR")]),
        ("ja", "アマリア と ソマリア", [("state", "SOM")]),
        ("ja", "日米韓 の 外相 が ソウル で", [("short", "USA+JPN+KOR"), ("capital", "KOR")]),
        ("ar", "والروسية", [("adjective", "RUS")]),
        ("ar", "الأمريكى", [("adjective", "USA")]),
        ("ar", "للصين وبكين", [("state", "CHN"), ("capital", "CHN")]),
        ("ar", "قوات سوريا الديمقراطية", [("body", "org/syrian-democratic-forces")]),
    ],
)
def test_names_are_found_where_they_are_written_together(code: str, text: str, found: list[tuple[str, str]]) -> None:
    assert [(hit.kind, hit.key) for hit in hits(text, code=code) if hit.kind != "noun"] == found


def test_a_name_of_several_states_stands_for_each() -> None:
    assert hits("美日韩", code="zh")[0].actors == ("USA", "JPN", "KOR")


def test_arabic_signs_that_few_texts_write_are_folded() -> None:
    assert fold("أُوروبّا") == fold("اوروبا")
