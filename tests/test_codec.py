"""Records in, JSON out, and back."""

import json
import sqlite3
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.codec import decode, decode_outcome, encode, encode_outcome, from_row, row
from sayso.errors import RecordError
from sayso.records import Document, Judgement, Outcome, Quantity, Reading, Skipped, Word
from tests.factories import VECTOR, amount, document, fired, span

# Numbers without NaN and infinity, which JSON cannot say.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@given(st.from_type(Reading))
def test_a_reading_comes_back_as_it_was(record: Reading) -> None:
    assert decode(encode(record), Reading) == record


@given(st.one_of(st.tuples(st.from_type(Document), st.from_type(Reading)), st.from_type(Skipped)))
def test_an_outcome_comes_back_as_it_was_from_one_line(outcome: Outcome) -> None:
    line = encode_outcome(outcome)
    assert b"\n" not in line
    assert decode_outcome(line) == outcome


def test_fields_keep_their_names_and_order_and_a_vector_is_base64() -> None:
    fields = json.loads(encode(fired(document())))
    assert list(fields) == ["span", "language", "confidence", "words", "predicates", "mentions", "vector", "events"]
    assert list(fields["words"][0]) == ["start", "end", "form", "upos", "head", "relation"]
    assert fields["vector"].startswith("AAECAwQF")
    assert decode(encode(fields["vector"]), bytes) == VECTOR


def test_what_a_text_does_not_say_is_null() -> None:
    assert json.loads(encode(document()))["published"] is None


def test_a_decimal_keeps_its_digits() -> None:
    assert decode(encode(Decimal("5.50")), Decimal).as_tuple() == Decimal("5.50").as_tuple()


@pytest.mark.parametrize(
    "line",
    ["", "{", "[]", '{"start": 0}', '{"start": "0", "end": 1, "form": "a", "upos": "X", "head": 0, "relation": "dep"}'],
)
def test_json_that_is_no_word_is_refused(line: str) -> None:
    with pytest.raises(RecordError, match="not a Word record"):
        decode(line, Word)


@pytest.mark.parametrize(
    "line", ["{}", '{"layer": "claims"}', '{"layer": "reading"}', '{"layer": {}, "skipped": null}']
)
def test_a_line_of_another_layer_is_refused(line: str) -> None:
    with pytest.raises(RecordError, match="not a reading"):
        decode_outcome(line)


def test_half_a_character_pair_becomes_a_sign_for_it() -> None:
    """A file name whose bytes are no UTF-8 comes from the system with such halves."""
    skipped = Skipped(location="bericht-\udcfc.txt", span=None, reader="load", reason="nothing is there")
    read = decode_outcome(encode_outcome(skipped))
    assert isinstance(read, Skipped)
    assert read.location == "bericht-\ufffd.txt"


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(RecordError, match="a object cannot be written"):
        encode(object())


def _through_a_table(values: tuple[object, ...]) -> tuple[str | int | float | None, ...]:
    """The values as SQLite gives them back from columns without a type."""
    found: tuple[str | int | float | None, ...] = (
        sqlite3.connect(":memory:").execute(f"SELECT {', '.join('?' * len(values))}", values).fetchone()
    )
    return found


@given(st.one_of(st.from_type(Document), st.from_type(Judgement)))
def test_a_record_comes_back_from_its_row(record: Document | Judgement) -> None:
    # Whole numbers of more than 64 bits, which no offset reaches, are for decimals alone.
    assert from_row(_through_a_table(row(record)), type(record)) == record


@given(st.one_of(st.none(), st.decimals(allow_nan=False, allow_infinity=False)), st.booleans())
def test_a_number_comes_back_from_its_row_as_the_same_number(number: Decimal | None, approximate: bool) -> None:
    place = span(document(), "two")
    written = amount(place, 1, None, "missile")
    record = Quantity(
        of="weapon",
        low=number,
        high=written.high,
        unit=written.unit,
        approximate=approximate,
        basis="stated",
        span=place,
    )
    assert from_row(_through_a_table(row(record, {place: 7})), Quantity, spans={7: place}) == record


@pytest.mark.parametrize(
    ("number", "column"),
    [
        ("5500000000", 5_500_000_000),
        ("5.5E+9", 5_500_000_000),
        ("66.67", 66.67),
        ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
        ("1E+30", 1e30),
    ],
)
def test_a_number_stands_in_its_column_as_other_tools_compare_it(number: str, column: object) -> None:
    place = span(document(), "two")
    assert row(amount(place, number, None, "USD"), {place: 7})[1] == column


@pytest.mark.parametrize("values", [(), ("a",) * 9, (1, 2, 3, "x", 5, 6, 7)])
def test_a_row_that_is_no_quantity_is_refused(values: tuple[str | int, ...]) -> None:
    with pytest.raises(RecordError, match="not a Quantity record"):
        from_row(values, Quantity)
