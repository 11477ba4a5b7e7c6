"""Dates as sources write them in; ISO dates of the same precision out."""

import pytest

from sayso.documents.dates import iso_date

WRITTEN = (
    ("2024", "2024"),
    ("2024-03", "2024-03"),
    ("2024-03-07", "2024-03-07"),
    ("2024-3-7", "2024-03-07"),
    ("2024/03/07", "2024-03-07"),
    ("2024-03-07T23:59:00-05:00", "2024-03-07"),
    ("2024-03-07 23:59:00", "2024-03-07"),
    ("20240307", "2024-03-07"),
    ("20240307101500", "2024-03-07"),
    ("Thu, 07 Mar 2024 10:00:00 GMT", "2024-03-07"),
    ("7 March 2024", "2024-03-07"),
    ("March 7, 2024", "2024-03-07"),
    ("Thursday, Sept. 7th, 2024", "2024-09-07"),
    ("March 2024", "2024-03"),
    ("2024年3月7日", "2024-03-07"),
    ("2024년 3월 7일", "2024-03-07"),
    ("2024年3月", "2024-03"),
    ("07/03/2024", None),
    ("2024-13-01", None),
    ("2024-02-30", None),
    ("20241301", None),
    ("7 Foo 2024", None),
    ("2024-03-071", None),
    ("Thu, 07 Mar 99999999999 10:00:00 GMT", None),
    ("yesterday", None),
    ("", None),
    (None, None),
)


@pytest.mark.parametrize(("written", "expected"), WRITTEN)
def test_a_date_keeps_its_precision(written: str | None, expected: str | None) -> None:
    assert iso_date(written) == expected
