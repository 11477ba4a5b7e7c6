"""A date as pages, feeds and tables write it in, an ISO date of the same precision out."""

import re
from datetime import date
from email.utils import parsedate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?=$|[T\s,])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?=$|T|\d{6}$)")
_DAY_FIRST = re.compile(r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    r"(?:[a-z]+,\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", re.IGNORECASE
)
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?")
_MONTH_ONLY = re.compile(r"([a-z]{3})[a-z]*\.?,?\s+(\d{4})$", re.IGNORECASE)


def iso_date(written: str | None) -> str | None:
    """`2024`, `2024-03` or `2024-03-07` for an ISO, e-mail, English or East Asian date; None when it cannot be told.

    The day is the one written: no time zone is applied. `07/03/2024` is None, since its order cannot be known.

    >>> iso_date("Thu, 07 Mar 2024 23:10:00 -0500"), iso_date("March 2024"), iso_date("07/03/2024")
    ('2024-03-07', '2024-03', None)
    """
    text = (written or "").strip()
    if match := _ISO.match(text):
        return _checked(match[1], match[3], match[4])
    if match := _COMPACT.match(text):
        return _checked(match[1], match[2], match[3])
    if match := _EAST_ASIAN.match(text):
        return _checked(match[1], match[2], match[3])
    if match := _DAY_FIRST.match(text):
        return _checked(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.match(text):
        return _checked(match[3], _month(match[1]), match[2])
    if match := _MONTH_ONLY.match(text):
        return _checked(match[2], _month(match[1]), None)
    mail = parsedate(text) if ":" in text else None
    return _checked(str(mail[0]), str(mail[1]), str(mail[2])) if mail else None


def _month(word: str) -> str:
    """Its number; `0`, which no date has, for a word that is not a month."""
    word = word.lower()
    return str(_MONTHS.index(word) + 1) if word in _MONTHS else "0"


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    try:
        full = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except (ValueError, OverflowError):
        return None
    return full[:10] if day else full[:7] if month else full[:4]
