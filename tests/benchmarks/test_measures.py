"""Every group of measures with a reader that is always right and one that is often wrong."""

import pytest

from benchmarks import corpora
from benchmarks.floors import read_floors
from benchmarks.measures import GROUPS, Bench, Group
from benchmarks.measures.bench import QUICK, sample, tokens_of
from benchmarks.measures.stories import TWELVE, TWELVE_FOREIGN
from benchmarks.measures.trees import running_texts
from benchmarks.metrics.raw_text import RawWord
from benchmarks.precision import rounding
from sayso.reading.tokens import Tokens

SCORED = [group for group in GROUPS if group.name != "weights"]
ABSENT = (".person", ".organisation")
"""Kinds of which the sentences of the test have no name."""


def _figures(name: str, bench: Bench) -> dict[str, float]:
    return dict(next(group for group in GROUPS if group.name == name).run(bench))


@pytest.mark.parametrize("group", SCORED, ids=lambda group: group.name)
def test_a_reader_that_is_always_right_scores_full_marks(bench: Bench, group: Group) -> None:
    figures = dict(group.run(bench))
    assert figures
    for name, value in figures.items():
        if name.endswith(".with_secondary"):  # one R- role that the reader does not give
            assert value == pytest.approx(200 / 3)
        elif not name.endswith(ABSENT):
            assert value == pytest.approx(1.0 if name.startswith("retrieval") else 100.0), name


def test_a_flawed_reader_loses_where_it_is_wrong(flawed_bench: Bench) -> None:
    trees = _figures("trees", flawed_bench)
    assert (trees["en_ewt.upos"], trees["en_ewt.las"], trees["european.las"]) == pytest.approx((0.0, 100.0, 100.0))
    assert _figures("names", flawed_bench)["names.en"] == 0.0
    roles = _figures("roles", flawed_bench)
    assert (roles["roles.given"], roles["roles.found"], roles["roles.predicates"]) == (0.0, 0.0, 100.0)
    # The longer mention is wrong: no link of one is found, and half of each cluster agrees, 2 * 1 / 4.
    chains = _figures("coreference", flawed_bench)
    assert chains["coreference.muc"] == 0.0
    assert chains["coreference.ceaf"] == pytest.approx(50.0)
    assert _figures("retrieval", flawed_bench)["retrieval.mean"] == 0.0
    # One of three ends in each story is found, and nothing else given: 2 * 1 / (3 + 1).
    assert _figures("boundaries", flawed_bench)["boundaries.mean"] == pytest.approx(50.0)
    assert _figures("raw", flawed_bench)["raw.en_ewt.sentences"] == 0.0


def test_every_floor_but_those_of_speed_and_rounding_is_measured_by_its_group(bench: Bench) -> None:
    for group in GROUPS:
        measured = dict(group.run(bench))
        for floor in read_floors():
            if floor.group == group.name:
                assert floor.name in measured


def test_running_text_joins_sentences_as_the_treebank_says(bench: Bench) -> None:
    texts = [text for text, _ in running_texts(corpora.trees(bench.data, "en_ewt-test"))]
    assert texts == ["Envoys can't meet. Lima waits", "Talks, then.\n\nMore."]
    for text, sentences in running_texts(corpora.trees(bench.data, "en_ewt-test")):
        words = [word for words in sentences for word in words if not word.multiword]
        assert all(text[word.start : word.end] == word.form for word in words)


def test_words_of_the_segmenter_keep_their_spacing() -> None:
    places = [(0, 2, "du"), (0, 2, "le"), (3, 5, "Va"), (5, 6, ".")]
    words = [RawWord(start=s, end=e, form=f, upos="X", head=-1, relation="dep") for s, e, f in places]
    tokens = tokens_of(words, style="fr_gsd", spaces=True)
    assert tokens == Tokens(forms=("du", "le", "Va", "."), spaced=(True, True, True, False), style="fr_gsd")
    assert not any(tokens_of(words, style="ja_gsd", spaces=False).spaced)
    assert tokens_of([], style="fr_gsd", spaces=True).spaced == ()


def test_means_are_over_twelve_languages() -> None:
    assert len(set(TWELVE)) == len(set(TWELVE_FOREIGN)) == 12
    assert "en" not in TWELVE_FOREIGN


def test_a_quick_run_looks_at_a_sample() -> None:
    items = range(QUICK + 5)
    assert len(sample(items, quick=True)) == QUICK
    assert len(sample(items, quick=False)) == QUICK + 5


def test_rounding_costs_what_the_rounded_network_loses(bench: Bench, flawed_bench: Bench) -> None:
    losses = dict(rounding(flawed_bench, bench.parts.encoder))
    assert losses["int8.en_ewt.upos"] == -100.0
    assert losses["int8.en_ewt.las"] == 0.0
    assert losses["int8.worst"] == -100.0
    assert dict(rounding(bench, bench.parts.encoder))["int8.worst"] == 0.0


def test_figures_of_the_same_run_are_not_measured_again(bench: Bench, flawed_bench: Bench) -> None:
    known = {name.removeprefix("int8."): 60.0 for name, _ in rounding(bench, bench.parts.encoder)}
    losses = dict(rounding(flawed_bench, bench.parts.encoder, known=known))
    assert losses["int8.en_ewt.upos"] == -40.0
