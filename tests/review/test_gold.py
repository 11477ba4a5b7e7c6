"""Judged ledgers in, gold claims that a scorer reads back to the same places out."""

from dataclasses import replace
from pathlib import Path

from sayso.codec import encode
from sayso.evaluation import Marks, marks_of, read_gold, score
from sayso.ledger import Ledger
from sayso.records import Attribution
from sayso.review.gold import GoldText, gold
from tests.factories import ARMS, arms_claim, claim, document, role, span
from tests.review.reviewed import REPORT, SALE, decide, holding

LINES = ARMS.replace(". ", ".\r\n").replace("Korea may", "Korea\r\nmay")
WRAPPED = document(f"\r\nKim said:\r\n{LINES}\r\n\rarms and arms", location="wrapped.txt")


def _written(folder: Path, texts: tuple[GoldText, ...]) -> None:
    for each in texts:
        (folder / f"{each.file.document}.txt").write_text(each.text, encoding="utf-8")
        (folder / f"{each.file.document}.json").write_bytes(encode(each.file))


def test_only_texts_whose_every_claim_was_decided_on_are_gold(tmp_path: Path) -> None:
    denied = replace(SALE, id="b" * 16, polarity="negated")
    with holding(tmp_path / "case.sayso", (REPORT, [SALE, denied])) as ledger:
        assert gold(ledger).texts == ()
        decide(ledger, SALE, "correct", corrections={"modality": "planned"})
        assert (gold(ledger).texts, gold(ledger).begun) == ((), 1)
        decide(ledger, denied, "reject")
        (text,) = gold(ledger).texts
    assert (text.text, text.file.document, gold_kinds(text)) == (ARMS, "arms", [("transfer", "planned")])


def gold_kinds(text: GoldText) -> list[tuple[str, str]]:
    return [(each.kind, each.modality) for each in text.file.claims]


def test_a_reading_is_scored_against_what_was_accepted_and_put_right(tmp_path: Path) -> None:
    with holding(tmp_path / "case.sayso", (REPORT, [SALE])) as ledger:
        decide(ledger, SALE, "accept")
        _written(tmp_path, gold(ledger).texts)
        marks = read_gold(tmp_path, tmp_path)
        assert marks.problems == ()
        assert score(marks, _read(ledger)).whole.f1 == 1
        decide(ledger, SALE, "correct", at="2026-03-02T10:00:00Z", corrections={"modality": "planned"})
        _written(tmp_path, gold(ledger).texts)
        scores = score(read_gold(tmp_path, tmp_path), _read(ledger))
    assert (scores.found.f1, scores.whole.f1) == (1, 0)


def _read(ledger: Ledger) -> Marks:
    return marks_of([(ledger.document(each.document_id), each) for each in ledger.claims()], documents=["arms"])


def test_places_are_the_same_after_a_text_file_has_changed_its_line_ends(tmp_path: Path) -> None:
    told = arms_claim(document(ARMS))
    evidence = span(WRAPPED, LINES.split(".\r\n")[1] + ".")
    second = WRAPPED.text.rindex("arms")
    sale = claim(
        WRAPPED,
        told.event.kind,
        "sales",
        role("giver", "PRK", span(WRAPPED, "North Korea")),
        role("good", None, WRAPPED.span(second, second + 4), good="arms"),
        role("recipient", "RUS", None),
        evidence=evidence.quote,
    )
    kim = Attribution(source=span(WRAPPED, "Kim"), actor="PRK/leader", cue=None, channel="said")
    sale = replace(sale, attribution=(kim,))
    with holding(tmp_path / "case.sayso", (WRAPPED, [sale])) as ledger:
        decide(ledger, sale, "accept")
        (text,) = gold(ledger).texts
        _written(tmp_path, (text,))
    assert "\r" not in text.text
    (marked,) = read_gold(tmp_path, tmp_path).documents
    (found,) = marked.claims
    read_back = (tmp_path / "wrapped.txt").read_text(encoding="utf-8")
    assert read_back[slice(*found.evidence)] == evidence.quote.replace("\r\n", "\n")
    assert read_back[slice(*found.trigger)] == "sales"
    assert found.source is not None
    assert read_back[slice(*found.source)] == "Kim"
    good = text.file.claims[0].roles[1].span
    assert good is not None
    assert (good.start, good.end, good.quote) == (len(read_back) - 4, len(read_back), "arms")
    assert read_back.endswith("arms")


def test_words_that_stand_in_the_sentence_twice_say_which_is_meant(tmp_path: Path) -> None:
    text = document("Aha. Ahahaha ahaha, said ahaha.", location="laugh.txt")
    start = text.text.rindex("ahaha")
    told = claim(
        text, "meet", "said", role("actor", None, text.span(start, start + 5)), evidence="Ahahaha ahaha, said ahaha."
    )
    with holding(tmp_path / "case.sayso", (text, [told])) as ledger:
        decide(ledger, told, "accept")
        (found,) = gold(ledger).texts
    assert found.file.claims[0].roles[0].span is not None
    # Ahahaha holds it once, and the first ahaha is another.
    assert found.file.claims[0].roles[0].span.nth == 2


def test_texts_of_one_name_or_of_none_go_by_their_ids(tmp_path: Path) -> None:
    locations = ("one/same.txt", "two/SAME.html", "https://example.org/?q=1/..", "own.txt", "<script>.txt")
    texts = [document("Poland sold tanks.", location=each) for each in locations]
    claims = [claim(each, "transfer", "sold") for each in texts]
    read = tuple((text, [sold]) for text, sold in zip(texts, claims, strict=True))
    with holding(tmp_path / "case.sayso", *read) as ledger:
        for each in claims:
            decide(ledger, each, "accept")
        names = [each.file.document for each in gold(ledger).texts]
        assert names == [texts[0].id, texts[1].id, texts[2].id, "own", texts[4].id]
        _written(tmp_path, gold(ledger).texts)
        found = [(ledger.document(each.document_id), each) for each in ledger.claims()]
        scores = score(read_gold(tmp_path, tmp_path), marks_of(found, documents=names))
    assert (scores.gold, scores.whole.f1) == (5, 1)
