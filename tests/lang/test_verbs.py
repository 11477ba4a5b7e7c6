"""Forms of verbs that the dictionary takes for other words."""

import pytest

from sayso.lang.verbs import verb, with_particle


@pytest.mark.parametrize(
    ("form", "code", "expected"),
    [
        ("demande", "fr", "demander"),
        ("accusées", "fr", "accuser"),
        ("fournis", "fr", "fournir"),
        ("rendues", "fr", "rendre"),
        ("détruite", "fr", "détruire"),
        ("menaçant", "fr", "menacer"),
        ("mort", "fr", "mourir"),
        ("liberados", "es", "liberar"),
        ("vendida", "es", "vender"),
        ("compra", "es", "comprar"),
        ("apoderarse", "es", "apoderar"),
        ("devastadas", "pt", "devastar"),
        ("destruídas", "pt", "destruir"),
        ("entregues", "pt", "entregar"),
        ("geliefert", "de", "liefern"),
        ("supplied", "en", "supply"),
        ("shot", "en", "shoot"),
        ("Developed", "en", "develop"),
        ("bombing", "en", "bomb"),
        ("공급했다", "ko", "공급"),
    ],
)
def test_a_form_of_a_verb_is_led_back_to_its_dictionary_form(form: str, code: str, expected: str) -> None:
    assert verb(form, code) == expected


def test_what_no_ending_explains_is_left_as_the_dictionary_has_it() -> None:
    assert verb("zzée", "fr") == "zzée"


@pytest.mark.parametrize(
    ("found", "particle", "code", "expected"),
    [
        ("greifen", "an", "de", "angreifen"),
        ("ziehen", "Zurück", "de", "zurückziehen"),
        ("gehen", "zebra", "de", "gehen"),
        ("take", "over", "en", "take"),
    ],
)
def test_a_particle_joins_the_verb_where_the_language_writes_them_together(
    found: str, particle: str, code: str, expected: str
) -> None:
    assert with_particle(found, particle, code=code) == expected
