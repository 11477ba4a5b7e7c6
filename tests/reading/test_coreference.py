"""Analysed sentences in, chains of phrases that refer to the same thing out."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ReaderError
from sayso.reading.candidates import FEATURES, Candidates, candidates
from sayso.reading.coreference import PROPOSED, REACH, Floats, Linker, propose
from tests.reading.parsed import WIDTH, Parsed, parsed

REDUCED, BILINEAR, HIDDEN = 5, 4, 3

KIM = "Kim PROPN 1 nsubj\nspoke VERB -1 root"
HE = "He PRON 1 nsubj\nleft VERB -1 root"
SEOUL = "Seoul PROPN 1 nsubj\nprotested VERB -1 root"
NESTED = """
The      DET    2   det
Seoul    PROPN  2   nmod
army     NOUN   3   nsubj
protested VERB  -1  root
"""


def weights(seed: int | None = None) -> dict[str, Floats]:
    """A network of the right shapes: zeros, or numbers by chance."""
    shapes: dict[str, tuple[int, ...]] = {
        "reduce.weight": (REDUCED, 2 * WIDTH),
        "reduce.bias": (REDUCED,),
        "left.weight": (BILINEAR, REDUCED),
        "right.weight": (BILINEAR, REDUCED),
        "match": (2,),
        "later.weight": (HIDDEN, REDUCED),
        "later.bias": (HIDDEN,),
        "earlier.weight": (HIDDEN, REDUCED),
        "score.weight": (1, HIDDEN),
        "score.bias": (1,),
        **{f"features.{name}.weight": (count, HIDDEN) for name, count in FEATURES},
    }
    if seed is None:
        return {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    chance = np.random.default_rng(seed)
    return {name: chance.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def equal_phrases() -> Linker:
    """Links a phrase to the best equal one; nothing else is worth a link."""
    made = weights()
    made["match"][:] = (2, 0)
    made["score.bias"][:] = -1
    return Linker(made)


def subjects() -> Linker:
    """Links every pronoun with the nearest name one sentence before."""
    made = weights()
    made["features.types.weight"][0 * 6 + 1, 0] = 2  # a pronoun behind a name
    made["features.sentences.weight"][1, 0] = 2
    made["score.weight"][0, 0] = 1
    made["score.bias"][:] = -3
    return Linker(made)


def test_equal_phrases_are_linked() -> None:
    sentences = [parsed(rows) for rows in (KIM, SEOUL, KIM, HE, SEOUL, KIM)]
    assert equal_phrases().link(sentences) == [[(0, 0, 1), (2, 0, 1), (5, 0, 1)], [(1, 0, 1), (4, 0, 1)]]


def test_the_features_of_a_pair_decide() -> None:
    sentences = [parsed(rows) for rows in (SEOUL, KIM, HE, SEOUL)]
    assert subjects().link(sentences) == [[(1, 0, 1), (2, 0, 1)]]


def test_nothing_is_linked_where_no_pair_is_worth_it() -> None:
    assert Linker(weights()).link([parsed(KIM)] * 3) == []


@pytest.mark.parametrize("sentences", [[], [parsed("")], [parsed(KIM)], [parsed(". PUNCT -1 root")] * 4])
def test_fewer_than_two_candidates_give_no_chain(sentences: list[Parsed]) -> None:
    assert Linker(weights(0)).link(sentences) == []


ROWS = st.lists(st.sampled_from([KIM, HE, SEOUL, NESTED]), max_size=30)


@given(ROWS, st.integers(0, 5))
def test_clusters_are_disjoint_and_in_order(rows: list[str], seed: int) -> None:
    found = Linker(weights(seed)).link([parsed(row) for row in rows])
    everything = list(itertools.chain.from_iterable(found))
    assert len(set(everything)) == len(everything)
    assert all(len(cluster) > 1 and cluster == sorted(cluster) for cluster in found)
    assert found == sorted(found)


def test_a_phrase_that_opens_before_another_comes_first_in_its_cluster() -> None:
    """The head of "The Seoul army" stands behind "Seoul", its first word before."""
    made = weights()
    made["score.bias"][:] = 1
    assert Linker(made).link([parsed(NESTED)]) == [[(0, 0, 3), (0, 1, 2)]]


def vectors(count: int, seed: int) -> tuple[Floats, Floats]:
    chance = np.random.default_rng(seed)
    return chance.normal(size=(count, 3)).astype(np.float32), chance.normal(size=(count, 3)).astype(np.float32)


def names(count: int) -> Candidates:
    """So many candidates, with seven different phrases among them."""
    return candidates([parsed(f"name{index % 7} PROPN -1 root") for index in range(count)])


@pytest.mark.parametrize("count", [1, 2, PROPOSED, 255, 256, 257, 1_000])
def test_only_earlier_candidates_are_proposed_and_none_twice(count: int) -> None:
    left, right = vectors(count, count)
    scores, earlier = propose(names(count), left=left, right=right, match=np.ones(2, np.float32))
    assert scores.shape == earlier.shape == (count, min(PROPOSED, count))
    for candidate in range(count):
        chosen = earlier[candidate][np.isfinite(scores[candidate])].tolist()
        assert len(chosen) == len(set(chosen)) == min(candidate, PROPOSED)
        assert all(max(0, candidate - REACH - 256) <= other < candidate for other in chosen)


def test_the_best_antecedents_are_proposed_with_their_scores() -> None:
    count, match = 300, np.array([2.0, 1.0], np.float32)
    left, right = vectors(count, 1)
    found = names(count)
    scores, earlier = propose(found, left=left, right=right, match=match)
    whole = left @ right.T + 3 * (found.whole[:, None] == found.whole[None])
    for candidate in (5, 40, 255, 256, 299):
        wanted = np.sort(whole[candidate, :candidate])[::-1][:PROPOSED]
        kept = np.isfinite(scores[candidate])
        assert np.sort(scores[candidate, kept])[::-1] == pytest.approx(wanted, abs=1e-4)
        assert scores[candidate, kept] == pytest.approx(whole[candidate, earlier[candidate, kept]], abs=1e-4)


def test_a_name_is_found_again_within_reach_and_not_beyond() -> None:
    between = [parsed(f"name{index} PROPN -1 root") for index in range(REACH + 300)]
    near = [parsed(KIM), *between[: REACH - 1], parsed(KIM)]
    far = [parsed(KIM), *between, parsed(KIM)]
    assert equal_phrases().link(near) == [[(0, 0, 1), (REACH, 0, 1)]]
    assert equal_phrases().link(far) == []


def test_stored_weights_are_opened_and_missing_ones_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"co-reference weights .* missing or damaged"):
        Linker.open(tmp_path)
    made = {name: value.astype(np.float16).astype(np.float32) for name, value in weights(3).items()}
    half = {name: value.astype(np.float16) for name, value in made.items()}
    np.savez(tmp_path / "coreference.npz", **half)  # type: ignore[arg-type]
    sentences = [parsed(rows) for rows in (KIM, SEOUL, KIM, HE)]
    assert Linker.open(tmp_path).link(sentences) == Linker(made).link(sentences)
    (tmp_path / "coreference.npz").write_bytes(b"no archive")
    with pytest.raises(ReaderError, match="damaged"):
        Linker.open(tmp_path)
