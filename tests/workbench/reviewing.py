"""Reports in several scripts with a claim each, in a ledger, and the workbench on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.records import Claim, Document
from sayso.vocab.actors import open_roster
from sayso.workbench.app import workbench
from tests.factories import arms_claim, arms_report, claim, document, role, span

TOKEN = "token-of-the-reviews"
WITH_TOKEN = {"x-sayso-token": TOKEN}


def _report(name: str, text: str, trigger: str, giver: tuple[str, str], *, language: str) -> tuple[Document, Claim]:
    made = replace(document(text, location=f"{name}.txt"), language=language, published="2024-03-01")
    sentence = next(each for each in text.split("\n") if trigger in each)
    told = claim(made, "transfer", trigger, role("giver", giver[1], span(made, giver[0])), evidence=sentence)
    return made, told


ARMS = arms_report()
SALE = replace(arms_claim(ARMS), confidence=0.9)

KOREAN = _report(
    "korean",
    "첫 문장 🚀 입니다.\r\n북한이 러시아에 포탄을 보냈다.\r\n모스크바는 부인했다.",
    "보냈다",
    ("북한", "PRK"),
    language="ko",
)
ARABIC = _report(
    "arabic",
    "عنوان 🇮🇷\nأرسلت إيران طائرات مسيّرة إلى روسيا.\nنفت موسكو ذلك.",
    "أرسلت",
    ("إيران", "IRN"),
    language="ar",
)
EMOJI = _report(
    "emoji",
    "🧨🧨 e\u0301te\u0301 \u2067אבג\u2069\n👩‍👩‍👧 Iran 🚀🚀 sent dr\u00f6nes 🛩 to Russia 🇷🇺 <b>&amp; \u202eback\u202c.",
    "sent",
    ("Iran", "IRN"),
    language="en",
)


def reports(path: Path) -> Path:
    """A ledger with all of them."""
    with Ledger.open(path) as ledger:
        run = ledger.begin("hand", "1", vocabulary_version="1")
        ledger.append(ARMS, [SALE], run=run)
        for number, (made, told) in enumerate((KOREAN, ARABIC, EMOJI)):
            ledger.append(made, [replace(told, confidence=0.3 + number / 10)], run=run)
    return path


@contextmanager
def looking(path: Path) -> Iterator[TestClient]:
    """A client of the workbench of the ledger."""
    with TestClient(workbench(path, roster=open_roster(), token=TOKEN), base_url="http://localhost") as client:
        yield client
