"""Readings in, JSON Lines out, and back."""

import io

from sayso.codec import decode_outcome
from sayso.outputs import jsonl
from sayso.outputs.exporter import Layout
from sayso.records import Outcome, Skipped
from tests.factories import document, reading


def test_one_line_an_outcome_and_every_line_comes_back() -> None:
    of = document("North Korea fired two missiles on Friday.\nNext \u2028 line «four».")
    missing = Skipped(location="missing.txt", span=None, reader="load", reason="nothing is there")
    outcomes: list[Outcome] = [(of, reading(of)), missing]
    stream = io.StringIO()
    jsonl.write(outcomes, stream, layout=Layout())
    lines = stream.getvalue().split("\n")
    assert lines.pop() == ""
    assert [decode_outcome(line) for line in lines] == outcomes
