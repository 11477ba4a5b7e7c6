"""Analysed sentences in, chains of phrases that refer to the same thing out."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ReaderError
from sayso.reading.candidates import OFFSETS, TYPES, Candidates, bucket, candidates
from sayso.reading.coreference import LEANING, PROPOSED, REACH, Floats, Linker, chained, propose
from tests.reading.parsed import WIDTH, Parsed, parsed

MEMBERS, REDUCED, BILINEAR, HIDDEN = 2, 5, 4, 3

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
        "coarse.left.weight": (BILINEAR, 2 * WIDTH),
        "coarse.left.bias": (BILINEAR,),
        "coarse.right.weight": (BILINEAR, 2 * WIDTH),
        "coarse.right.bias": (BILINEAR,),
        "coarse.match": (3,),
        "coarse.types": (len(TYPES), len(TYPES)),
        "coarse.distance": (10,),
        "coarse.bias": (),
        "reduce.weight": (MEMBERS, REDUCED, 2 * WIDTH),
        "reduce.bias": (MEMBERS, REDUCED),
        "left.weight": (MEMBERS, BILINEAR, REDUCED),
        "right.weight": (MEMBERS, BILINEAR, REDUCED),
        "later.weight": (MEMBERS, HIDDEN, REDUCED),
        "later.bias": (MEMBERS, HIDDEN),
        "earlier.weight": (MEMBERS, HIDDEN, REDUCED),
        "features.weight": (MEMBERS, int(OFFSETS[-1]), HIDDEN),
        "score.weight": (MEMBERS, HIDDEN),
        "score.bias": (MEMBERS,),
        "agreed": (MEMBERS,),
    }
    if seed is None:
        return {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    chance = np.random.default_rng(seed)
    return {name: np.array(chance.normal(size=shape), np.float32) for name, shape in shapes.items()}


def equal_phrases() -> Linker:
    """Links a phrase to the best equal one; nothing else is worth a link."""
    made = weights()
    made["coarse.match"][:] = (8, 0, 0)
    made["agreed"][:] = 1
    made["score.bias"][:] = -4 - LEANING
    return Linker(made)


def subjects() -> Linker:
    """Links every pronoun with the nearest name one sentence before."""
    made = weights()
    made["features.weight"][:, OFFSETS[2] + 0 * len(TYPES) + 1, 0] = 4  # a pronoun behind a name
    made["features.weight"][:, OFFSETS[3] + 1, 0] = 4
    made["score.weight"][:, 0] = 1
    made["score.bias"][:] = -6 - LEANING
    return Linker(made)


def test_equal_phrases_are_linked() -> None:
    sentences = [parsed(rows) for rows in (KIM, SEOUL, KIM, HE, SEOUL, KIM)]
    assert equal_phrases().link(sentences) == [[(0, 0, 1), (2, 0, 1), (5, 0, 1)], [(1, 0, 1), (4, 0, 1)]]


def test_the_features_of_a_pair_decide() -> None:
    sentences = [parsed(rows) for rows in (SEOUL, KIM, HE, SEOUL)]
    assert subjects().link(sentences) == [[(1, 0, 1), (2, 0, 1)]]


def test_nothing_is_linked_where_no_pair_is_worth_it() -> None:
    made = weights()
    made["score.bias"][:] = -3
    assert Linker(made).link([parsed(KIM)] * 3) == []


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


def test_a_phrase_inside_another_is_not_its_antecedent() -> None:
    """Else "The Seoul army" would be joined with "Seoul"; the head of the army stands nearer to Kim."""
    made = weights()
    made["score.bias"][:] = 5
    made["agreed"][:] = made["coarse.distance"][1] = 1
    assert Linker(made).link([parsed(NESTED), parsed(KIM)]) == [[(0, 0, 3), (1, 0, 1)]]


def test_a_phrase_joins_the_chain_whose_members_together_are_likeliest() -> None:
    """Exponentials of the scores add up within a chain, and none weighs as much as a score of 0."""
    earlier = np.array([[0, 0, 0], [0, 0, 0], [0, 1, 0], [2, 1, 0]])
    none = -np.inf
    scores = np.array([[none] * 3, [1.0, none, none], [-1.0, -9.0, none], [0.5, 0.0, 0.0]], np.float32) - LEANING
    found = candidates([parsed(KIM)] * 4)
    assert chained(found, scores, earlier=earlier) == [[0, 1, 3]]
    assert chained(found, scores - 9, earlier=earlier) == []


def test_two_names_are_not_in_one_chain_by_a_pronoun_between_them() -> None:
    made = weights()
    made["score.bias"][:] = made["agreed"][:] = 1
    made["coarse.distance"][1:4] = (3, 2, 1)
    named = [(0, 1, "place")]
    sentences = [
        parsed(SEOUL, names=named),
        parsed(HE),
        parsed("Tokyo PROPN -1 root", names=named),
        parsed(SEOUL, names=named),
    ]
    assert Linker(made).link(sentences) == [[(0, 0, 1), (1, 0, 1), (3, 0, 1)]]
    assert Linker(made).link([parsed(row) for row in (SEOUL, HE, KIM)]) == [[(0, 0, 1), (1, 0, 1), (2, 0, 1)]]


def vectors(count: int, seed: int) -> tuple[Floats, Floats]:
    chance = np.random.default_rng(seed)
    return chance.normal(size=(count, 3)).astype(np.float32), chance.normal(size=(count, 3)).astype(np.float32)


def names(count: int) -> Candidates:
    """So many candidates, with seven different phrases among them."""
    return candidates([parsed(f"name{index % 7} PROPN -1 root") for index in range(count)])


@pytest.mark.parametrize("count", [1, 2, PROPOSED, 255, 256, 257, 1_000])
def test_only_earlier_candidates_are_proposed_and_none_twice(count: int) -> None:
    left, right = vectors(count, count)
    scores, earlier = propose(names(count), left=left, right=right, weights=weights(1))
    assert scores.shape == earlier.shape == (count, min(PROPOSED, count))
    for candidate in range(count):
        chosen = earlier[candidate][np.isfinite(scores[candidate])].tolist()
        assert len(chosen) == len(set(chosen)) == min(candidate, PROPOSED)
        assert all(max(0, candidate - REACH) <= other < candidate for other in chosen)


def test_the_best_antecedents_are_proposed_with_their_scores() -> None:
    count, made = 300, weights()
    made["coarse.match"][:] = (2, 1, 0)
    made["coarse.distance"][:] = np.arange(10)
    made["coarse.bias"] += 1
    left, right = vectors(count, 1)
    found = names(count)
    scores, earlier = propose(found, left=left, right=right, weights=made)
    apart = np.arange(count)[:, None] - np.arange(count)
    whole = left @ right.T + 3 * (found.whole[:, None] == found.whole[None]) + bucket(apart, 10) + 1
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
    name = "reduce.weight"
    eighth = {name: np.full(made[name].shape, 5, np.int8), f"{name}.scale": np.full(made[name].shape[:2], 0.25)}
    np.savez(tmp_path / "coreference.npz", **half | eighth)
    scaled = made | {name: np.full(made[name].shape, 1.25, np.float32)}
    assert Linker.open(tmp_path).link(sentences) == Linker(scaled).link(sentences)
    (tmp_path / "coreference.npz").write_bytes(b"no archive")
    with pytest.raises(ReaderError, match="damaged"):
        Linker.open(tmp_path)
