"""Event words in trees written by hand in; modality, polarity and certainty out."""

import pytest

from sayso.claims.events.presentation import Standpoint, present
from sayso.claims.events.qualifiers import Presentation
from tests.planted import planted

AUTHOR = Standpoint(is_state=False, is_reported=False, speaks_for_doer=True)
ANOTHER = Standpoint(is_state=False, is_reported=True, speaks_for_doer=False)
CASES = [
    ("NEGATED", "Iran/PROPN/3/nsubj did/AUX/3/aux not/PART/3/advmod sell/VERB/-1/root", "sell", "not done certain"),
    ("POSSIBLE", "Iran/PROPN/2/nsubj may/AUX/2/aux sell/VERB/-1/root", "sell", "possible possible"),
    ("OBLIGED", "Iran/PROPN/2/nsubj must/AUX/2/aux disarm/VERB/-1/root", "disarm", "wanted unstated"),
    (
        "MISSED",
        "Ukraine/PROPN/3/nsubj should/AUX/3/aux have/AUX/3/aux joined/VERB/-1/root NATO/PROPN/3/obj",
        "joined",
        "not done certain",
    ),
    (
        "UNREAL",
        "Iran/PROPN/3/nsubj would/AUX/3/aux have/AUX/3/aux attacked/VERB/-1/root",
        "attacked",
        "hypothetical certain",
    ),
    (
        "LIKELY",
        "Iran/PROPN/2/nsubj is/AUX/2/cop likely/ADJ/-1/root to/PART/4/mark sell/VERB/2/xcomp",
        "sell",
        "possible probable",
    ),
    (
        "UNLIKELY",
        "Iran/PROPN/2/nsubj is/AUX/2/cop unlikely/ADJ/-1/root to/PART/4/mark disarm/VERB/2/xcomp",
        "disarm",
        "not possible probable",
    ),
    (
        "HAD_TO",
        "Iran/PROPN/1/nsubj had/VERB/-1/root to/PART/3/mark sell/VERB/1/xcomp",
        "sell",
        "done certain",
    ),
    (
        "HAS_TO",
        "Iran/PROPN/1/nsubj has/VERB/-1/root to/PART/3/mark sell/VERB/1/xcomp",
        "sell",
        "wanted unstated",
    ),
    (
        "MIGHT_HAVE_TO",
        "Iran/PROPN/2/nsubj might/AUX/2/aux have/VERB/-1/root to/PART/4/mark sell/VERB/2/xcomp",
        "sell",
        "possible possible",
    ),
    (
        "NOT_RULED_OUT",
        "Iran/PROPN/3/nsubj did/AUX/3/aux not/PART/3/advmod rule/VERB/-1/root out/ADP/3/compound:prt "
        "selling/VERB/3/xcomp",
        "selling",
        "possible possible",
    ),
    (
        "RULED_OUT",
        "Iran/PROPN/1/nsubj ruled/VERB/-1/root out/ADP/1/compound:prt selling/VERB/1/xcomp",
        "selling",
        "not wanted unstated",
    ),
    (
        "IN_CASE",
        "In/ADP/1/case case/NOUN/5/obl Iran/PROPN/3/nsubj attacks/VERB/5/advcl we/PRON/5/nsubj retreat/VERB/-1/root",
        "attacks",
        "hypothetical certain",
    ),
    (
        "IN_THE_EVENT",
        "In/ADP/2/case the/DET/2/det event/NOUN/7/obl of/ADP/5/case an/DET/5/det attack/NOUN/2/nmod we/PRON/7/nsubj "
        "retreat/VERB/-1/root",
        "attack",
        "hypothetical certain",
    ),
    ("PROBABLE", "Iran/PROPN/2/nsubj probably/ADV/2/advmod sold/VERB/-1/root", "sold", "done probable"),
    ("NEARLY", "Iran/PROPN/2/nsubj nearly/ADV/2/advmod attacked/VERB/-1/root", "attacked", "not done certain"),
    (
        "REFUSED",
        "Iran/PROPN/1/nsubj refused/VERB/-1/root to/PART/3/mark sell/VERB/1/xcomp",
        "sell",
        "not wanted unstated",
    ),
    ("STOPPED", "Iran/PROPN/1/nsubj stopped/VERB/-1/root selling/VERB/1/xcomp", "selling", "not done certain"),
    (
        "PLANNED_START",
        "Iran/PROPN/1/nsubj plans/VERB/-1/root to/PART/3/mark start/VERB/1/xcomp selling/VERB/3/xcomp",
        "selling",
        "planned certain",
    ),
    (
        "THREATENED",
        "Iran/PROPN/1/nsubj threatened/VERB/-1/root to/PART/3/mark attack/VERB/1/xcomp",
        "attack",
        "threatened unstated",
    ),
    ("CONSIDERED", "Iran/PROPN/1/nsubj considers/VERB/-1/root selling/VERB/1/xcomp", "selling", "possible possible"),
    (
        "THREE_DEEP",
        "Iran/PROPN/2/nsubj:pass is/AUX/2/aux:pass expected/VERB/-1/root to/PART/4/mark agree/VERB/2/xcomp "
        "to/PART/6/mark stop/VERB/4/xcomp testing/VERB/6/xcomp",
        "testing",
        "not possible probable",
    ),
    ("UNDER_WAY", "Iran/PROPN/2/nsubj is/AUX/2/aux selling/VERB/-1/root", "selling", "ongoing certain"),
    ("PAST", "Iran/PROPN/1/nsubj sold/VERB/-1/root", "sold", "done certain"),
    (
        "SHARED_AUXILIARY",
        "Iran/PROPN/2/nsubj could/AUX/2/aux buy/VERB/-1/root and/CCONJ/4/cc sell/VERB/2/conj",
        "sell",
        "possible possible",
    ),
    (
        "OWN_SUBJECT",
        "Iran/PROPN/2/nsubj could/AUX/2/aux wait/VERB/-1/root and/CCONJ/5/cc Iraq/PROPN/5/nsubj sold/VERB/2/conj",
        "sold",
        "done certain",
    ),
    (
        "CONDITION",
        "If/SCONJ/2/mark Iran/PROPN/2/nsubj sells/VERB/5/advcl Israel/PROPN/5/nsubj will/AUX/5/aux attack/VERB/-1/root",
        "sells",
        "hypothetical certain",
    ),
    (
        "MAIN_CLAUSE",
        "If/SCONJ/2/mark Iran/PROPN/2/nsubj sells/VERB/5/advcl Israel/PROPN/5/nsubj will/AUX/5/aux attack/VERB/-1/root",
        "attack",
        "hypothetical certain",
    ),
    (
        "UNLESS",
        "Israel/PROPN/1/nsubj attacks/VERB/-1/root unless/SCONJ/4/mark Iran/PROPN/4/nsubj disarms/VERB/1/advcl",
        "attacks",
        "hypothetical certain",
    ),
    (
        "PURPOSE",
        "Iran/PROPN/1/nsubj hired/VERB/-1/root pilots/NOUN/1/obj to/PART/4/mark attack/VERB/1/advcl",
        "attack",
        "planned certain",
    ),
    (
        "MEANS",
        "By/SCONJ/1/mark arming/VERB/4/advcl Russia/PROPN/4/nsubj could/AUX/4/aux attack/VERB/-1/root",
        "arming",
        "possible possible",
    ),
    ("NOBODY", "Nobody/PRON/1/nsubj supported/VERB/-1/root Iran/PROPN/1/obj", "supported", "not done certain"),
    (
        "CONCORD",
        "Iran/PROPN/2/nsubj never/ADV/2/advmod sold/VERB/-1/root no/DET/4/det drones/NOUN/2/obj",
        "sold",
        "not done certain",
    ),
    (
        "NO_STATE",
        "No/DET/1/det state/NOUN/2/nsubj supported/VERB/-1/root Iran/PROPN/2/obj",
        "supported",
        "not done certain",
    ),
    (
        "PLAN_FOR",
        "Plans/NOUN/4/nsubj for/ADP/3/case an/DET/3/det attack/NOUN/0/nmod grew/VERB/-1/root",
        "attack",
        "planned certain",
    ),
    (
        "MISSED_TO",
        "Iran/PROPN/1/nsubj failed/VERB/-1/root to/PART/3/mark deploy/VERB/1/xcomp",
        "deploy",
        "not done certain",
    ),
    ("HABIT", "They/PRON/1/nsubj deploy/VERB/-1/root soldiers/NOUN/1/obj", "deploy", "ongoing certain"),
    (
        "PRESENT",
        "Iran/PROPN/1/nsubj deploys/VERB/-1/root soldiers/NOUN/1/obj ./PUNCT/1/punct",
        "deploys",
        "ongoing certain",
    ),
    ("TITLE", "Iran/PROPN/1/nsubj deploys/VERB/-1/root soldiers/NOUN/1/obj", "deploys", "done certain"),
    (
        "CARRIED",
        "Iran/PROPN/2/nsubj is/AUX/2/aux conducting/VERB/-1/root tests/NOUN/2/obj ./PUNCT/2/punct",
        "tests",
        "ongoing certain",
    ),
    (
        "CARRIED_OUT",
        "Iran/PROPN/1/nsubj conducted/VERB/-1/root tests/NOUN/1/obj ./PUNCT/1/punct",
        "tests",
        "done certain",
    ),
    ("SAME_PAST", "They/PRON/1/nsubj hit/VERB/-1/root Iran/PROPN/1/obj", "hit", "done certain"),
    (
        "JUDGED",
        "Iran/PROPN/1/nsubj called/VERB/-1/root the/DET/3/det sanctions/NOUN/1/obj illegal/ADJ/1/xcomp",
        "sanctions",
        "done certain",
    ),
    (
        "WANTED_ENDED",
        "Iran/PROPN/1/nsubj wants/VERB/-1/root sanctions/NOUN/1/obj lifted/VERB/1/xcomp",
        "sanctions",
        "wanted unstated",
    ),
    (
        "RELATIVE",
        "The/DET/1/det plan/NOUN/4/nsubj Iran/PROPN/3/nsubj attacked/VERB/1/acl:relcl failed/VERB/-1/root",
        "attacked",
        "done certain",
    ),
]


def shown(rows: str, word: str, standpoint: Standpoint = AUTHOR, *, language: str = "en") -> str:
    plant = planted(rows, language=language)
    found = present(plant.tree, plant.word(word), standpoint=standpoint)
    return f"{'not ' if found.is_negated else ''}{found.modality} {found.certainty}"


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [pytest.param(rows, word, expected, id=name.lower().replace("_", " ")) for name, rows, word, expected in CASES],
)
def test_words_round_an_event_say_how_it_stands(rows: str, word: str, expected: str) -> None:
    assert shown(rows, word) == expected


FUTURE = "Iran/PROPN/2/nsubj will/AUX/2/aux sell/VERB/-1/root"
WOULD = "Iran/PROPN/2/nsubj would/AUX/2/aux sell/VERB/-1/root"
PAST = "Iran/PROPN/1/nsubj sold/VERB/-1/root"
NOT = "Iran/PROPN/3/nsubj did/AUX/3/aux not/PART/3/advmod sell/VERB/-1/root"
FEARED = Standpoint(is_state=False, is_reported=True, speaks_for_doer=False, attitude="feared")
DENIED = Standpoint(is_state=False, is_reported=True, speaks_for_doer=False, is_negated=True)
DOUBTED = Standpoint(is_state=False, is_reported=True, speaks_for_doer=False, is_negated=True, certainty="probable")
STATE = Standpoint(is_state=True, is_reported=False, speaks_for_doer=False)
FORECAST = Standpoint(is_state=False, is_reported=False, speaks_for_doer=False)


@pytest.mark.parametrize(
    ("rows", "standpoint", "expected"),
    [
        pytest.param(FUTURE, AUTHOR, "planned certain", id="the doer's own will is a plan"),
        pytest.param(FUTURE, FORECAST, "possible certain", id="another's will is a forecast"),
        pytest.param(WOULD, FORECAST, "hypothetical certain", id="would of the author is unreal"),
        pytest.param(WOULD, ANOTHER, "possible certain", id="would in reported speech is will"),
        pytest.param(FUTURE, FEARED, "feared unstated", id="fear makes it feared"),
        pytest.param(PAST, DENIED, "not done certain", id="denied"),
        pytest.param(NOT, DENIED, "done certain", id="denied that not"),
        pytest.param(PAST, DOUBTED, "not done probable", id="doubted"),
        pytest.param(PAST, STATE, "ongoing certain", id="a state holds"),
    ],
)
def test_who_says_it_decides_what_words_leave_open(rows: str, standpoint: Standpoint, expected: str) -> None:
    assert shown(rows, rows.split()[-1].split("/")[0], standpoint) == expected


def test_a_cue_above_the_event_is_not_counted_twice() -> None:
    rows = "Iran/PROPN/1/nsubj refused/VERB/-1/root to/PART/3/mark sell/VERB/1/xcomp"
    told = Standpoint(
        is_state=False, is_reported=True, speaks_for_doer=True, attitude="wanted", is_negated=True, cues=frozenset({1})
    )
    assert shown(rows, "sell", told) == "not wanted unstated"


@pytest.mark.parametrize(
    ("language", "rows", "word", "expected"),
    [
        ("ru", "Россия/PROPN/1/nsubj поставит/VERB/-1/root ракеты/NOUN/1/obj", "поставит", "planned certain"),
        ("ru", "Россия/PROPN/1/nsubj поставляет/VERB/-1/root ракеты/NOUN/1/obj", "поставляет", "ongoing certain"),
        ("ru", "Россия/PROPN/1/nsubj поставила/VERB/-1/root ракеты/NOUN/1/obj", "поставила", "done certain"),
        ("ru", "Никто/PRON/2/nsubj не/PART/2/advmod поддержал/VERB/-1/root", "поддержал", "not done certain"),
        ("es", "Irán/PROPN/1/nsubj atacará/VERB/-1/root", "atacará", "planned certain"),
        ("es", "Irán/PROPN/2/nsubj no/ADV/2/advmod atacó/VERB/-1/root nadie/PRON/2/obj", "atacó", "not done certain"),
    ],
)
def test_tense_is_read_from_endings_where_it_is_written_there(
    language: str, rows: str, word: str, expected: str
) -> None:
    assert shown(rows, word, language=language) == expected


def test_the_words_that_decided_are_kept() -> None:
    plant = planted(NOT)
    assert present(plant.tree, 3, standpoint=AUTHOR).words == (2,)


def test_turning_twice_is_not_turning() -> None:
    assert Presentation().turned(True).is_negated
    assert not Presentation().turned(True).turned(True).is_negated
    assert not Presentation().turned(False).is_negated
    assert Presentation(certainty="probable").with_modality("done").certainty == "probable"


@pytest.mark.parametrize(
    ("language", "rows", "word", "expected"),
    [
        ("ru", "Киев/PROPN/1/nsubj примет/VERB/-1/root помощь/NOUN/1/obj", "помощь", "planned certain"),
        ("ru", "Мост/NOUN/1/nsubj:pass сбит/VERB/-1/root", "сбит", "done certain"),
        ("ru", "Мы/PRON/1/nsubj помогаем/VERB/-1/root Кубе/PROPN/1/iobj", "помогаем", "ongoing certain"),
        ("ru", "Киев/PROPN/1/nsubj готов/ADJ/-1/root", "готов", "ongoing certain"),
        ("uk", "Київ/PROPN/1/nsubj підпише/VERB/-1/root угоду/NOUN/1/obj", "підпише", "planned certain"),
        ("uk", "Київ/PROPN/1/nsubj надає/VERB/-1/root зброю/NOUN/1/obj", "надає", "ongoing certain"),
        ("pl", "Polska/PROPN/1/nsubj przekaże/VERB/-1/root czołgi/NOUN/1/obj", "przekaże", "planned certain"),
    ],
)
def test_aspect_tells_the_future_from_the_present(language: str, rows: str, word: str, expected: str) -> None:
    assert shown(rows, word, language=language) == expected


def test_what_is_told_beside_a_demand_is_not_demanded() -> None:
    rows = (
        "Пока/SCONJ/2/mark генералы/NOUN/2/nsubj атакуют/VERB/5/advcl порты/NOUN/2/obj ООН/PROPN/5/nsubj "
        "призывает/VERB/-1/root к/ADP/7/case миру/NOUN/5/obl"
    )
    assert shown(rows, "атакуют", language="ru") == "ongoing certain"


@pytest.mark.parametrize(
    ("code", "written", "word", "expected"),
    [
        ("es", "Irán/PROPN/1/nsubj tuvo/VERB/-1/root que/SCONJ/3/mark vender/VERB/1/xcomp", "vender", "done certain"),
        (
            "es",
            "Irán/PROPN/1/nsubj tiene/VERB/-1/root que/SCONJ/3/mark vender/VERB/1/xcomp",
            "vender",
            "wanted unstated",
        ),
        ("fr", "Iran/PROPN/2/nsubj aurait/AUX/2/aux dû/VERB/-1/root vendre/VERB/2/xcomp", "vendre", "not done certain"),
        ("pt", "Irão/PROPN/1/nsubj deve/VERB/-1/root ter/AUX/3/aux vendido/VERB/1/xcomp", "vendido", "done probable"),
        ("pt", "Irão/PROPN/1/nsubj está/VERB/-1/root a/SCONJ/3/mark vender/VERB/1/xcomp", "vender", "ongoing certain"),
        (
            "fr",
            "Iran/PROPN/1/nsubj continue/VERB/-1/root de/ADP/3/mark vendre/VERB/1/xcomp",
            "vendre",
            "ongoing certain",
        ),
        ("fr", "Iran/PROPN/1/nsubj vient/VERB/-1/root de/ADP/3/mark vendre/VERB/1/xcomp", "vendre", "done certain"),
        ("fr", "visite/NOUN/-1/root prévue/VERB/0/acl de/ADP/3/case Xi/PROPN/0/nmod", "visite", "planned certain"),
        (
            "es",
            "se/PRON/1/expl espera/VERB/-1/root que/SCONJ/4/mark Irán/PROPN/4/nsubj venda/VERB/1/csubj",
            "venda",
            "possible probable",
        ),
        (
            "pt",
            "espera-se/VERB/-1/root que/SCONJ/3/mark Irão/PROPN/3/nsubj venda/VERB/0/ccomp",
            "venda",
            "possible probable",
        ),
        (
            "fr",
            "il/PRON/1/expl faut/VERB/-1/root que/SCONJ/4/mark Iran/PROPN/4/nsubj vende/VERB/1/ccomp",
            "vende",
            "wanted unstated",
        ),
        (
            "es",
            "a/ADP/4/mark menos/ADV/0/fixed que/SCONJ/0/fixed Irán/PROPN/4/nsubj venda/VERB/6/advcl "
            "guerra/NOUN/6/nsubj terminará/VERB/-1/root",
            "venda",
            "hypothetical certain",
        ),
    ],
)
def test_duties_conditions_and_phases_are_read_in_other_languages(
    code: str, written: str, word: str, expected: str
) -> None:
    assert shown(written, word, language=code) == expected
