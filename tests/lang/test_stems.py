"""Forms led back to the listed words they begin with."""

import pytest

from sayso.lang.stems import stem


@pytest.mark.parametrize(
    ("form", "code", "expected"),
    [
        ("공급했습니다", "ko", "공급"),
        ("보복관세는", "ko", "보복관세"),
        ("않을", "ko", "않"),
        ("平和的", "ja", "平和的"),
        ("送りました", "ja", "送り"),
        ("制裁", "zh", "制裁"),
        ("干預", "zh", "干预"),
        ("والعقوبات", "ar", "عقوبات"),
        ("اتّهمت", "ar", "اتهم"),
        ("ستهاجم", "ar", "هاجم"),
        ("القتال", "ar", "قتال"),  # and not the verb of as many letters that it begins with
        ("إسرائيل", "ar", "إسرائيل"),  # begins like "capture" and is listed apart
        ("Supplied", "en", "supplied"),
    ],
)
def test_a_form_is_led_back_to_the_longest_listed_word_it_begins_with(form: str, code: str, expected: str) -> None:
    assert stem(form, code) == expected


@pytest.mark.parametrize(("form", "code"), [("적은", "ko"), ("中", "zh"), ("ال", "ar")])
def test_one_letter_begins_no_word(form: str, code: str) -> None:
    assert stem(form, code) == form
