"""The archives read back as the sentences they were made of."""

import hashlib
from pathlib import Path

import pytest

from benchmarks import archives, corpora


def test_words_of_a_contraction_share_their_place_and_count_as_spaced(data: Path) -> None:
    tree = corpora.trees(data, "en_ewt-test")[0]
    assert tree.forms == ("Envoys", "can", "n't", "meet", ".")
    assert tree.places == ((0, 6), (7, 12), (7, 12), (13, 17), (17, 18))
    assert tree.multiword == (False, True, True, False, False)
    assert tree.spaced == (True, True, True, True, False)
    assert tree.heads == (3, 3, 3, -1, 3)
    assert tree.relations == ("nsubj", "aux", "advmod", "root", "punct")


def test_documents_and_paragraphs_open_where_the_file_says(data: Path) -> None:
    trees = corpora.trees(data, "en_ewt-test")
    assert [tree.opens_document for tree in trees] == [True, False, True, False]
    assert [tree.opens_paragraph for tree in trees] == [True, False, False, True]
    assert [tree.space_after for tree in trees] == [True, True, True, True]


def test_no_white_space_stands_before_chinese_words(data: Path) -> None:
    assert not any(corpora.trees(data, "zh_gsdsimp-test")[0].spaced)


def test_names_keep_what_the_reader_looks_for(data: Path) -> None:
    """The date is no name; the kind is written as the reader writes it."""
    sentences = corpora.named(data, "ru_factrueval-dev")
    assert [sentence.names for sentence in sentences] == [(), ((0, 1, "place"),)]
    assert sentences[0].spaced == (True, True, True, True, True)


def test_names_take_spacing_from_the_treebank_of_the_same_sentences(data: Path) -> None:
    """The name file writes the full stop apart; the treebank knows that no space stood there."""
    assert corpora.named(data, "en_uner-ewt-test", treebank="en_ewt-test")[0].spaced == (True, True, True, True, False)


def test_roles_take_spacing_from_the_treebank(data: Path) -> None:
    (sentence,) = corpora.roles(data, "test")
    assert sentence.predicates == ((3, (("ARG0", 0, 1), ("R-ARG0", 1, 2))),)
    assert sentence.spaced == (True, True, True, True, False)


def test_chains_count_words_within_sentences(data: Path) -> None:
    (document,) = corpora.chains(data, "gum", "dev")
    assert document.chains == (((0, 0, 1), (1, 0, 1)),)
    assert document.sentences[1] == (("Talks", ",", "then", "."), (True, False, True, False))


def test_statements_leave_out_briefings_and_long_ones(data: Path) -> None:
    assert list(corpora.statements(data, longest=20)) == ["Grain moves."]
    assert len(list(corpora.statements(data, longest=40))) == 2


def test_a_corpus_is_hashed_as_it_lies_in_its_archive(data: Path) -> None:
    text = archives.member(data, "ud/en_ewt-test.conllu")
    assert archives.digest(data, "ud/en_ewt-test.conllu") == hashlib.sha256(text).hexdigest()
    packed = (data / "coref.jsonl.xz").read_bytes()
    assert archives.digest(data, "coref.jsonl.xz") == hashlib.sha256(packed).hexdigest()


def test_a_file_that_is_not_there_is_named(data: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"ud/en_ewt-dev\.conllu"):
        corpora.trees(data, "en_ewt-dev")


def test_a_folder_is_available_only_when_it_is_complete(data: Path) -> None:
    assert archives.available(data)
    (data / "ner.tar.xz").unlink()
    assert not archives.available(data)
