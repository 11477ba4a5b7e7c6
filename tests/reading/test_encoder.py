"""Sentences of words in; parts of speech, trees, names, predicates with roles and sentence vectors out.

The five graphs are stood in for by functions that answer from the words alone, so that what the encoder does around
them shows: a capital letter is a name, `v` begins a predicate, and every word hangs on the one before it.
"""

import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.errors import ReaderError
from sayso.reading.analyses import Analysis
from sayso.reading.encoder import MAX_PIECES, PREDICATES, REACH, WINDOW, Encoder
from sayso.reading.pieces import Pieces
from sayso.reading.tokens import Tokens
from sayso.records import Argument, Predicate, TriggerWord

LETTERS = "abcdevxK"
VOCABULARY = [(name, 0.0) for name in ("<s>", "<pad>", "</s>", "<unk>", "▁")] + [(letter, -5.0) for letter in LETTERS]
ID = {piece: number for number, (piece, _) in enumerate(VOCABULARY)}
UPOS = ["ADJ", "NOUN", "VERB"]
RELATIONS = ["nsubj", "obj", "root", "aux"]
STYLES = {"generic": 0, "en_ewt": 1}
WIDTH = 3
"""A word vector of the stand-ins: its first piece, its last piece, the style."""

LOOKS = 2

Array = NDArray[np.generic]
Feed = Mapping[str, Array]


class Table:
    """Vectors that hold the id of the piece and nothing else."""

    def vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        return np.stack([ids, ids, 0 * ids], 1).astype(np.float32)


def laid_out(feed: Feed) -> None:
    """The three ways in which the layout is told agree: every position of a row stands once, in order."""
    mask, padded, flat = (feed[name].astype(int) for name in ("mask", "padded", "flat"))
    assert padded[mask == 1].tolist() == list(range(mask.sum()))
    assert padded.ravel()[flat].tolist() == list(range(mask.sum()))


def read_pieces(wanted: Sequence[str], feed: Feed) -> list[Array]:
    """First and last piece of every word; the mean of the pieces of each sentence."""
    laid_out(feed)
    pieces = feed["pieces"].astype(np.float32)
    first, last = pieces[feed["first"].astype(int)], pieces[feed["last"].astype(int)]
    words = np.stack([first[:, 0], last[:, 1], first[:, 2]], 1)
    results: dict[str, Array] = {"words": words, "means": feed["shares"].astype(np.float32) @ pieces}
    return [results[name] for name in wanted]


def read_words(wanted: Sequence[str], feed: Feed) -> list[Array]:
    """Heads, tags, names and predicates from the words' pieces."""
    laid_out(feed)
    words = feed["words"].astype(np.float32)
    size, width = feed["mask"].shape
    first = words[:, 0]
    arcs = np.zeros((size, width, width), np.float32)
    arcs[:, np.arange(1, width), np.arange(width - 1)] = 9
    names = np.zeros((len(words), 9), np.float32)
    names[:, 0] = first != ID["K"]
    names[:, 1] = 0.75 * (first == ID["K"])
    names[:, 2] = 0.05 * (first == ID["K"])
    results: dict[str, Array] = {
        "states": words,
        "names": names,
        "is_predicate": (first == ID["v"]).astype(np.int64),
        "upos": (first % len(UPOS)).astype(np.int64),
        "arcs": arcs + feed["head_bias"].astype(np.float32),
        "means": feed["shares"].astype(np.float32) @ words,
    }
    return [results[name] for name in wanted]


def read_labels(wanted: Sequence[str], feed: Feed) -> list[Array]:
    """The object where a word is like its head, an auxiliary where it is an x, or the subject."""
    dependents, heads = feed["dependents"], feed["heads"]
    assert wanted == ["relation"]
    alike = (dependents[:, 0] == heads[:, 0]).astype(np.int64)
    return [np.where(dependents[:, 0] == ID["x"], 3, alike)]


def read_roles(wanted: Sequence[str], feed: Feed) -> list[Array]:
    """One role for each run of words that begin with `a`, another for the `b` in the window of the predicate."""
    assert wanted == ["scores"]
    laid_out(feed)
    predicate, word, owner = (feed[name].astype(int) for name in ("predicate", "word", "owner"))
    assert (feed["words"][predicate, 0] > ID["▁"]).all()
    assert (feed["offset"] == np.clip(word - predicate[owner], -REACH, REACH) + REACH).all()
    first = feed["words"][word, 0]
    scores = np.zeros((len(first), 5), np.float32)
    scores[:, 0] = 1
    scores[first == ID["a"], 1] = 2
    scores[first == ID["a"], 2] = 2.5
    scores[first == ID["b"], 3] = 2
    return [scores]


def read_events(wanted: Sequence[str], feed: Feed) -> list[Array]:
    """A word that begins with `c` is an event of the second kind, likely; one with `d` of the first, less so."""
    assert wanted == ["kinds"]
    laid_out(feed)
    first = feed["words"][:, 0]
    scores = np.zeros((len(first), 4), np.float32)
    scores[:, 2] = 0.75 * (first == ID["c"])
    scores[:, 1] = 0.25 * (first == ID["d"])
    scores[:, 0] = 1 - scores.sum(1)
    return [scores]


def encoder() -> Encoder:
    """An encoder with small stand-ins for its graphs and tables."""
    made = Encoder.__new__(Encoder)
    made._run_pieces, made._run_words = read_pieces, read_words
    made._run_labels, made._run_roles, made._run_events = read_labels, read_roles, read_events
    made._pieces, made._table = Pieces(VOCABULARY), Table()  # type: ignore[assignment]
    made._positions = np.zeros((512, WIDTH), np.float32)
    made._style_vectors = np.array([[0, 0, style] for style in range(len(STYLES))], np.float32)
    random = np.random.default_rng(0)
    made._looks = random.normal(size=(2 * WIDTH + 1, LOOKS)).astype(np.float32)
    made._projection = random.normal(size=(2 * WIDTH + LOOKS * 2 * WIDTH, 4)).astype(np.float32)
    made._offset = np.full(4, 0.1, np.float32)
    made._upos, made._relations, made._role_names, made._styles = UPOS, RELATIONS, ["ARG0", "ARG1"], STYLES
    return made


def tokens(text: str, style: str = "en_ewt") -> Tokens:
    forms = tuple(text.split())
    return Tokens(forms=forms, spaced=(False,) * len(forms), style=style)


def analysed(text: str) -> Analysis:
    (found,) = encoder().analyse([tokens(text)])
    return found


def test_every_part_of_an_analysis_is_about_its_word() -> None:
    found = analysed("K K d vb xc a a b ad")
    assert found.upos == tuple(UPOS[ID[letter] % 3] for letter in "KKdvxaaba")
    assert found.heads == (-1, 0, 1, 2, 3, 4, 5, 6, 7)
    assert found.relations == ("root", "obj", "nsubj", "nsubj", "aux", "nsubj", "obj", "nsubj", "nsubj")
    assert found.states.tolist()[3] == [ID["v"], ID["b"], 1] * 2  # both layers of the network made up here are one
    assert len(found.states) == 9
    arguments = (
        Argument(role="ARG0", start=5, end=7),
        Argument(role="ARG1", start=7, end=8),
        Argument(role="ARG0", start=8, end=9),
    )
    assert found.predicates == (Predicate(word=3, arguments=arguments),)
    assert found.events == (TriggerWord(word=2, kind="transfer", probability=0.25),)


def test_names_carry_the_lowest_probability_of_their_words() -> None:
    (first, second) = analysed("K K d K").names[0], analysed("d K").names[0]
    assert (first.start, first.end, first.kind) == (0, 1, "person")
    assert (second.start, second.end) == (1, 2)
    assert first.confidence == pytest.approx(0.8)


def test_an_empty_sentence_has_an_empty_analysis() -> None:
    for batch in ([tokens("")], [tokens(""), tokens("a b"), tokens("")]):
        found = encoder().analyse(batch)[0]
        assert (found.upos, found.heads, found.relations, found.names, found.predicates) == ((), (), (), (), ())
        assert found.states.shape == (0, 2 * WIDTH)
        assert np.linalg.norm(found.vector) == pytest.approx(1, abs=1e-5)
    assert encoder().analyse([]) == []


def same(one: Analysis, other: Analysis) -> bool:
    """Whether two analyses agree, their vectors within the rounding of sums."""
    plain = [(a.upos, a.heads, a.relations, a.names, a.predicates) for a in (one, other)]
    return (
        plain[0] == plain[1]
        and np.array_equal(one.states, other.states)
        and bool(np.allclose(one.vector, other.vector, atol=1e-5))
    )


WORDS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=6)
SENTENCES = st.lists(st.lists(WORDS, max_size=60), max_size=25)


@given(SENTENCES, st.sampled_from(["en_ewt", "unheard_of"]))
def test_a_batch_is_read_as_its_sentences_alone_and_in_order(sentences: list[list[str]], style: str) -> None:
    made = [tokens(" ".join(words), style) for words in sentences]
    together = encoder().analyse(made)
    assert len(together) == len(made)
    alone = [encoder().analyse([sentence])[0] for sentence in made]
    assert all(same(one, other) for one, other in zip(together, alone, strict=True))


@given(SENTENCES)
def test_every_word_has_one_head_one_tag_and_one_vector(sentences: list[list[str]]) -> None:
    for words, found in zip(sentences, encoder().analyse([tokens(" ".join(s)) for s in sentences]), strict=True):
        assert len(words) == len(found.upos) == len(found.heads) == len(found.relations) == len(found.states)
        assert found.heads.count(-1) == min(1, len(words))
        assert all(
            0 <= argument.start < argument.end <= len(words) and abs(argument.start - predicate.word) <= WINDOW
            for predicate in found.predicates
            for argument in predicate.arguments
        )


def test_given_predicates_replace_those_found() -> None:
    sentences = [tokens("v a v"), tokens("a b"), tokens("v")]
    found = encoder().analyse(sentences, [[1], [0, 1], []])
    assert [[predicate.word for predicate in one.predicates] for one in found] == [[1], [0, 1], []]
    assert found[0].predicates[0].arguments == (Argument(role="ARG0", start=1, end=2),)


def test_an_auxiliary_is_a_predicate_without_arguments() -> None:
    (found,) = encoder().analyse([tokens("a x a v")], [[1, 3]])
    assert found.predicates[0] == Predicate(word=1, arguments=())
    assert len(found.predicates[1].arguments) == 2


def test_any_number_of_predicates_is_read() -> None:
    asked: list[int] = []

    def watched(wanted: Sequence[str], feed: Feed) -> list[Array]:
        asked.append(len(feed["predicate"]))
        return read_roles(wanted, feed)

    made = encoder()
    made._run_roles = watched
    (found,) = made.analyse([tokens("v a " * (PREDICATES + 6))])
    assert asked == [PREDICATES, 6]
    assert [predicate.word for predicate in found.predicates] == list(range(0, 2 * PREDICATES + 12, 2))
    assert all(predicate.arguments for predicate in found.predicates)


def test_arguments_lie_within_the_window_of_their_predicate() -> None:
    far = analysed("a " + "d " * WINDOW + "v " + "d " * WINDOW + "a")
    near = analysed("a " + "d " * (WINDOW - 1) + "v " + "d " * (WINDOW - 1) + "a")
    assert far.predicates == (Predicate(word=WINDOW + 1, arguments=()),)
    assert [argument.start for argument in near.predicates[0].arguments] == [0, 2 * WINDOW]


def test_a_long_sentence_is_read_in_parts_and_joined() -> None:
    letters = {7: "K", 9: "d", 3: "v", 53: "v"}
    words = [letters.get(index % 100, "a") for index in range(10_000)]
    found = analysed(" ".join(words))
    assert found.upos == tuple(UPOS[ID[word] % 3] for word in words)
    assert found.heads.count(-1) == 1
    assert found.heads[0] == -1
    parts = [index for index, head in enumerate(found.heads) if head == 0 and index > 1]
    assert len(parts) == 10_000 // (MAX_PIECES - 1)
    assert all(found.relations[index] == "parataxis" for index in parts)
    assert all(head == index - 1 for index, head in enumerate(found.heads) if index not in parts and index > 0), (
        "inside a part, heads are those of the part"
    )
    assert [name.start for name in found.names] == list(range(7, 10_000, 100))
    assert [event.word for event in found.events] == list(range(9, 10_000, 100))
    assert [predicate.word for predicate in found.predicates] == list(range(3, 10_000, 50))
    assert all(words[argument.start] == "a" for predicate in found.predicates for argument in predicate.arguments)
    assert np.linalg.norm(found.vector) == pytest.approx(1, abs=1e-5)
    assert found.states[:, 0].tolist() == [ID[word] for word in words]


def test_given_predicates_find_their_part_of_a_long_sentence() -> None:
    words = ["a"] * 1_000
    given_words = [0, 398, 399, 400, 999]
    (found,) = encoder().analyse([tokens(" ".join(words))], [given_words])
    assert [predicate.word for predicate in found.predicates] == given_words
    assert all(
        argument.start <= predicate.word < argument.end
        for predicate in found.predicates
        for argument in predicate.arguments
    )


def test_words_are_cut_between_parts_and_never_inside() -> None:
    """Words of 24 pieces: sixteen fit into a part, and the seventeenth opens the next."""
    asked: list[int] = []

    def watched(wanted: Sequence[str], feed: Feed) -> list[Array]:
        asked.extend(feed["mask"].astype(int).sum(1).tolist())
        return read_pieces(wanted, feed)

    made = encoder()
    made._run_pieces = watched
    (found,) = made.analyse([tokens(" ".join(["abcdeabcdeabcdeabcdeabcd"] * 40))])
    assert sorted(asked) == [2 + 24 * 8, 2 + 24 * 16, 2 + 24 * 16]
    assert len(found.heads) == 40
    assert max(asked) <= MAX_PIECES + 1


def test_a_sentence_vector_is_made_of_means_and_of_words_weighed_by_a_softmax() -> None:
    sentences = [tokens("a b K"), tokens("d"), tokens("v a " * 30)]
    made = encoder()
    means, words = made.inner(sentences)
    for mean, word, found in zip(means, words, made.analyse(sentences), strict=True):
        scores = np.exp(word @ made._looks[:-1] + made._looks[-1])
        looked = (scores / scores.sum(0)).T @ word
        vector = np.concatenate([mean, looked.ravel()]) @ made._projection + made._offset
        assert np.allclose(vector / np.linalg.norm(vector), found.vector, atol=1e-5)


def test_a_word_that_is_scored_beyond_all_others_does_no_harm() -> None:
    made = encoder()
    made._looks = made._looks * np.float32(1e6)
    (found,) = made.analyse([tokens("a b K")])
    assert np.linalg.norm(found.vector) == pytest.approx(1, abs=1e-5)


def test_a_style_that_was_not_trained_on_is_the_generic_one() -> None:
    styles = [encoder().analyse([tokens("a", style)])[0].states[0, 2] for style in ("en_ewt", "generic", "xx", "")]
    assert styles == [1, 0, 0, 0]


def test_missing_and_damaged_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"weights .* missing or damaged .* install sayso again"):
        Encoder.open(folder=tmp_path)
    for name, broken in itertools.product(("pieces", "words", "labels", "roles", "events"), (b"", b"no graph")):
        (tmp_path / f"{name}.onnx").write_bytes(broken)
        with pytest.raises(ReaderError):
            Encoder.open(folder=tmp_path)
