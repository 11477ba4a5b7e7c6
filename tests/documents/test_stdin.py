"""Streams in; sources out."""

import io

import pytest

from sayso.documents.stdin import read_stdin
from sayso.errors import TooLarge
from sayso.settings import Settings


def test_all_of_it_is_one_source() -> None:
    source = read_stdin(Settings(), stream=io.BytesIO(b"Talks resumed."))
    assert (source.location, source.name, source.stream.read()) == ("-", "", b"Talks resumed.")


def test_a_stream_without_end_is_cut_at_the_limit() -> None:
    with pytest.raises(TooLarge, match="standard input is larger than the limit of 100 bytes"):
        read_stdin(Settings(max_bytes=100), stream=io.BytesIO(b"x" * 101))
