"""The measures of claims over corpora of a few sentences, with a reader that is right and one that is not."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.measures import CLAIM_GROUPS, ClaimsBench, annotated, outside, translation
from benchmarks.measures.annotated import Annotated, dates_of, development, score_annotated
from benchmarks.metrics.counts import Counts
from benchmarks.newsquant import Values
from sayso.errors import SettingsError
from sayso.records import Claim, Document
from tests.factories import attributed, claim, document, role

Answer = Callable[..., tuple[Document, list[Claim]]]


def _failed(text: str, location: str, *, actor: str, modality: str = "done") -> tuple[Document, list[Claim]]:
    """A text of the story with one claim where its talks fail."""
    of = document(text, location=location)
    met = claim(of, "meet", "failed", role("actor", actor), role("partner", "org/fleet"))
    return of, [replace(met, modality=modality)]


def test_a_claim_is_told_by_line_kind_parties_polarity_and_modality() -> None:
    of = document("Talks.\nChile sold arms to Peru and Fleet.")
    sold = claim(
        of,
        "transfer",
        "sold",
        role("giver", "CHL/army"),
        role("recipient", "person/lord-quell"),
        role("recipient", "PER/navy"),
        role("recipient", None),
        role("good", "CHL", good="arms"),
    )
    (told,) = [translation.as_told(sold, translation.line_starts(of.text.split("\n")))]
    assert told == translation.Told(
        line=1,
        kind="transfer",
        doers=("CHL",),
        counterparts=("PER", "person/lord-quell"),
        polarity="affirmed",
        modality="done",
    )


def test_a_translation_that_keeps_all_claims_scores_one(
    claims_bench: ClaimsBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(_: ClaimsBench, text: str, *, location: str, published: str | None) -> tuple[Document, list[Claim]]:
        assert published == translation.PUBLISHED
        return _failed(text, location, actor="PER/army" if location.endswith(".ko") else "PER")

    monkeypatch.setattr(translation, "claims_of", answer)
    assert dict(translation.same_claims(claims_bench)) == {f"translation.{code}": 1.0 for code in translation.LANGUAGES}


def test_a_translation_that_changes_one_slot_scores_nothing(
    claims_bench: ClaimsBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(_: ClaimsBench, text: str, *, location: str, published: str | None) -> tuple[Document, list[Claim]]:
        language = location.rpartition(".")[2]
        of, claims = _failed(
            text,
            location,
            actor={"es": "CHL", "fr": "org/per"}.get(language, "PER"),
            modality="planned" if language == "ru" else "done",
        )
        return of, {"ja": [], "tr": claims * 3}.get(language, claims)

    monkeypatch.setattr(translation, "claims_of", answer)
    figures = dict(translation.same_claims(claims_bench))
    changed = {code.removeprefix("translation."): value for code, value in figures.items() if value < 1}
    # Told three times, one is right: 2 * 1 / (1 + 3).
    assert changed == {"es": 0, "fr": 0, "ru": 0, "ja": 0, "tr": pytest.approx(0.5)}


def _gold(folder: Path, *, trigger: str = "condemned") -> Annotated:
    texts, gold = folder / "texts", folder / "dev"
    texts.mkdir(parents=True)
    gold.mkdir()
    (texts / "note.txt").write_text("Peru condemned Chile, Lord Quell said.", encoding="utf-8")
    wanted = {
        "kind": "oppose",
        "trigger": {"quote": trigger},
        "evidence": {"quote": "Peru condemned Chile, Lord Quell said."},
        "roles": [{"role": "actor", "actor": "PER"}, {"role": "target", "actor": "CHL/army"}],
        "modality": "done",
        "polarity": "affirmed",
        "certainty": "certain",
        "attribution": [{"source": {"quote": "Lord Quell"}, "cue": {"quote": "said"}, "channel": "said"}],
    }
    (gold / "note.json").write_text(json.dumps({"document": "note", "claims": [wanted]}), encoding="utf-8")
    return Annotated(texts=texts, gold=gold, published="2031-05-01")


def _answering(*, actor: str) -> Answer:
    def answer(_: ClaimsBench, text: str, *, location: str, published: str | None) -> tuple[Document, list[Claim]]:
        of = replace(document(text, location=location), published=published)
        condemned = claim(of, "oppose", "condemned", role("actor", actor), role("target", "CHL"))
        start = text.index("Lord Quell")
        source, cue = of.span(start, start + len("Lord Quell")), of.span(len(text) - 5, len(text) - 1)
        return of, [attributed(condemned, source, actor=None, cue=cue)]

    return answer


@pytest.mark.parametrize(("actor", "whole"), [("PER/government", 1.0), ("BOL", 0.0)])
def test_gold_is_found_and_whole_where_all_slots_are_right(
    claims_bench: ClaimsBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, actor: str, whole: float
) -> None:
    monkeypatch.setattr(annotated, "claims_of", _answering(actor=actor))
    _gold(tmp_path / "gold")
    assert dict(annotated.claims(claims_bench)) == {"claims.found": 1.0, "claims.whole": whole}


def test_every_text_is_read_at_its_own_date(
    claims_bench: ClaimsBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def answer(_: ClaimsBench, text: str, *, location: str, published: str | None) -> tuple[Document, list[Claim]]:
        asked.append((location, published))
        return document(text, location=location), []

    monkeypatch.setattr(annotated, "claims_of", answer)
    gold = _gold(tmp_path / "mine")
    assert score_annotated(claims_bench, gold).found.f1 == 0.0
    days = tmp_path / "days.json"
    days.write_text('{"note": "2030-01-02"}', encoding="utf-8")
    published, dates = dates_of(str(days))
    score_annotated(claims_bench, replace(gold, published=published, dates=dates))
    assert asked == [("note.txt", "2031-05-01"), ("note.txt", "2030-01-02")]


def test_gold_that_cannot_be_used_is_refused(claims_bench: ClaimsBench, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"note\.json, claim 0"):
        score_annotated(claims_bench, _gold(tmp_path / "mine", trigger="praised"))


def test_without_gold_there_is_nothing_to_develop_on(claims_bench: ClaimsBench) -> None:
    with pytest.raises(FileNotFoundError, match="gold/dev"):
        development(claims_bench.data)


def test_shares_of_examples_are_over_all_tasks_of_a_language(
    claims_bench: ClaimsBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    total = {("es", "money"): 3, ("es", "time"): 1, ("ja", "time"): 2}
    right = {("es", "money"): 3, ("es", "time"): 0, ("ja", "time"): 1}
    monkeypatch.setattr(
        "benchmarks.bench_numbers.measure", lambda data, *, aside: (right, total) if aside else ({}, {})
    )
    assert dict(outside.numbers(claims_bench)) == {
        "numbers.es": 75.0,
        "numbers.es.money": 100.0,
        "numbers.es.time": 0.0,
        "numbers.ja": 50.0,
        "numbers.ja.time": 50.0,
    }


def test_measures_of_others_come_under_our_names(claims_bench: ClaimsBench, monkeypatch: pytest.MonkeyPatch) -> None:
    values = Values(value=Counts(correct=1, gold=1, system=1), value_and_unit=Counts(correct=1, gold=2, system=2))
    monkeypatch.setattr(outside, "newsquant", lambda data: values)
    monkeypatch.setattr("benchmarks.bench_attribution.measure", lambda data: (("attr_half", 61.5),))
    assert dict(outside.quantities(claims_bench)) == {"quantities.value": 100.0, "quantities.value_and_unit": 50.0}
    assert dict(outside.attribution(claims_bench)) == {"attribution.attr_half": 61.5}
    monkeypatch.setattr(outside, "newsquant", lambda data: None)
    assert dict(outside.quantities(claims_bench)) == {}


def test_a_quick_run_reads_few_stories(claims_bench: ClaimsBench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "QUICK_TEXTS", 0)
    assert set(dict(translation.same_claims(replace(claims_bench, quick=True))).values()) == {0.0}


def test_no_two_groups_have_one_name() -> None:
    assert len({group.name for group in CLAIM_GROUPS}) == len(CLAIM_GROUPS)
