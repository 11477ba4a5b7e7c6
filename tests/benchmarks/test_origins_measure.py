"""Matters made by hand in, the shares that the measure of origins makes of them out."""

from dataclasses import replace

import pytest

from benchmarks.measures.origins import Found, Quoted, figures, representing
from sayso.corroboration.accounts import Account, account
from sayso.corroboration.records import Change, Echo, Join, Matter, Step, Telling
from sayso.records import Document
from sayso.vocab.actors import open_roster
from tests.corroboration.factories import SOLD, carrier, report, sale, statement, telling
from tests.factories import span

ONE, TWO, THREE = (report(name=name, published=f"2024-10-1{place}") for place, name in enumerate("abc"))
QUOTE = SOLD


def _telling(of: Document, kind: str = "transfer") -> Telling:
    made = telling(of, sale(of, source="Seoul", actor="KOR"))
    return replace(made, claim=replace(made.claim, event=replace(made.claim.event, kind=kind)))


def _account(tellings: tuple[Telling, ...], echoes: tuple[Echo, ...] = ()) -> Account:
    matter = Matter(id=tellings[0].claim.id, tellings=tellings, joins=tuple[Join, ...](), echoes=echoes)
    return account(matter, reports={one.id: carrier(one) for one in (ONE, TWO, THREE)}, reuses={}, roster=open_roster())


def _quoted(of: Document, sources: str = "", found: str = "") -> Quoted:
    return Quoted(span=span(of, QUOTE), sources=frozenset(sources.split()), found=frozenset(found.split()))


def _echo(of: Document) -> Echo:
    return Echo(id=f"echo-{of.location}", claim_id="", statement=statement(of, QUOTE), score=1.0, polarity="affirmed")


def _found(made: Account | None, origins: int, tellings: tuple[Quoted, ...], *, changes: str = "") -> Found:
    return Found(
        account=made,
        origins=origins,
        tellings=tellings,
        denials=(),
        changes=frozenset(filter(None, changes.split(", "))),
    )


def test_what_is_found_is_counted_by_matter_by_sentence_and_by_change() -> None:
    made = _account((_telling(ONE), _telling(TWO)), (_echo(THREE),))
    lost = Change(name="source lost", before=None, after=None)
    step = Step(voice=made.voices[1].id, parent=made.voices[0].id, reason="", is_certain=True, changes=(lost, lost))
    made = replace(made, lineage=replace(made.lineage, steps=(step,)))
    right = _found(made, 1, (_quoted(ONE, "KOR", "KOR"), _quoted(TWO, "KOR", "USA")), changes="source lost, hedge lost")
    missing = _found(None, 2, (_quoted(THREE), _quoted(THREE, "USA RUS", "RUS")))
    assert (right.is_exact, right.is_within, right.covered) == (True, True, 2)
    assert (missing.is_exact, missing.is_within, missing.covered) == (False, False, 0)
    shares = dict(figures([right, missing]))
    assert shares["exact"] == shares["range"] == shares["coverage"] == shares["changes"] == 0.5
    assert shares["echoes"] == 0
    assert shares["sources"] == pytest.approx(2 / 3)
    told = replace(right, tellings=(*right.tellings, _quoted(THREE)))
    assert (told.covered, dict(figures([told]))["echoes"]) == (3, 1)


@pytest.mark.parametrize(
    ("certain", "possible", "truth", "exact", "within"),
    [
        (1, 1, 1, True, True),
        (1, 3, 2, False, True),
        (1, 3, 3, False, True),
        (1, 3, 4, False, False),
        (2, 2, 1, False, False),
        (0, 2, 1, True, True),
        (0, 2, 0, False, False),
    ],
)
def test_the_truth_is_the_likeliest_number_or_at_least_within_the_range(
    certain: int, possible: int, truth: int, exact: bool, within: bool
) -> None:
    made = _account((_telling(ONE),))
    made = replace(made, corroboration=replace(made.corroboration, certain=certain, possible=possible))
    found = _found(made, truth, (_quoted(ONE),))
    assert (found.is_exact, found.is_within) == (exact, within)


def test_the_matter_with_most_of_the_sentences_stands_for_it_and_of_equals_that_of_the_kind() -> None:
    tellings = (_quoted(ONE), _quoted(TWO))
    wide, other, narrow = (
        _account((_telling(ONE, "fight"),), (_echo(TWO),)),
        _account((_telling(ONE, "fight"),)),
        _account((_telling(TWO),)),
    )
    elsewhere = _account((_telling(THREE),))
    assert representing((other, narrow, wide), tellings, kind="transfer") is wide
    assert representing((other, narrow, elsewhere), tellings, kind="transfer") is narrow
    assert representing((elsewhere,), tellings, kind="transfer") is None
    assert representing((), tellings, kind="transfer") is None
