"""Claims with sources and actors in, who is cited and who takes part out."""

from dataclasses import replace

from sayso.ledger import Count, Ledger, SourceCount
from tests.factories import attributed, claim, document, role, span
from tests.ledger.reports import begin

REPORT = document(
    "Moscow said it tested arms. The Kremlin said it sold oil. An envoy praised it. AN ENVOY left. They fled."
)


def test_a_source_is_counted_once_a_claim_with_what_it_is_cited_for(ledger: Ledger) -> None:
    actor = role("actor", "RUS")
    tested, sold = claim(REPORT, "test", "tested", actor), claim(REPORT, "transfer", "sold", role("giver", "RUS"))
    praised, fled = claim(REPORT, "support", "praised", role("target", "RUS"), actor), claim(REPORT, "move", "fled")
    moscow, kremlin = span(REPORT, "Moscow"), span(REPORT, "The Kremlin")
    told = (
        attributed(tested, moscow, actor="RUS", cue=None),
        attributed(attributed(sold, kremlin, actor="RUS", cue=None), moscow, actor="RUS", cue=None, channel="believed"),
        attributed(praised, span(REPORT, "An envoy"), actor=None, cue=None),
        attributed(claim(REPORT, "withdraw", "left"), span(REPORT, "AN ENVOY"), actor=None, cue=None),
        attributed(fled, None, actor=None, cue=None, channel="hearsay"),
    )
    ledger.append(REPORT, [replace(each, published=None) for each in told], run=begin(ledger))
    russia, *others = ledger.sources()
    assert russia == SourceCount(
        actor="RUS",
        name="Moscow",
        claims=2,
        documents=1,
        kinds=(Count(name="test", claims=1), Count(name="transfer", claims=1)),
        channels=(Count(name="said", claims=2), Count(name="believed", claims=1)),
    )
    assert [(each.actor, each.name, each.claims) for each in others] == [(None, "AN ENVOY", 2), (None, None, 1)]
    (only,) = ledger.actors()
    assert (only.actor, only.claims, only.documents) == ("RUS", 3, 1)
    assert only.roles == (Count(name="actor", claims=2), Count(name="giver", claims=1), Count(name="target", claims=1))
    assert [each.name for each in only.kinds] == ["support", "test", "transfer"]


def test_only_the_latest_reading_of_a_document_is_counted(ledger: Ledger) -> None:
    made = claim(REPORT, "test", "tested", role("actor", "RUS"))
    for version in ("1", "2"):
        ledger.append(REPORT, [made], run=begin(ledger, version))
    assert [(each.actor, each.claims) for each in ledger.actors()] == [("RUS", 1)]
