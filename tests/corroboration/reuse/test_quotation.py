"""Texts in, what stands in quotation marks out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.corroboration.reuse.quotation import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “no” and « jamais ».", ["“no”", "« jamais »"]),
        ('"No," he said, "never."', ['"No,"', '"never."']),
        ("Er sagte: „Nein.“ Dann »doch«.", ["„Nein.“", "»doch«"]),
        ("`` We don't know , '' he said.", ["`` We don't know , ''"]),
        ("他说：「不行」，又说“可以”。", ["「不行」", "“可以”"]),
        ("“We go on.\n“And on.”\nThe end", ["“We go on.", "“And on.”"]),
        ("It's the players' '90s", []),
        ("", []),
    ],
)
def test_quotations_are_found(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


@given(st.text(alphabet="ab \n\"'`“”„«»「」", max_size=60))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    edges = [edge for stretch in quotations(text) for edge in stretch]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
