"""Packed dictionaries answer as simplemma's own do."""

from itertools import islice

from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from sayso.lang.dictionaries import PackedDictionaryFactory


def test_every_hundredth_form_has_the_same_answer() -> None:
    own, packed = StreamDictionaryFactory().get_dictionary("fa"), PackedDictionaryFactory().get_dictionary("fa")
    forms = list(islice(own, 0, None, 100))
    assert forms
    assert all(packed.get(form) == own[form] for form in forms)
    assert len(packed) == len(own)
    assert packed.get("\x01") is packed.get("qwxqwx") is None
