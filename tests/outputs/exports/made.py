"""Claims of our own, plain and hostile, in; what an exporter is handed of a ledger, and what it writes, out."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from sayso.corroboration.accounts import Account, account
from sayso.corroboration.cases import Report
from sayso.corroboration.records import Matter, Telling
from sayso.ledger.answers import ReaderRun, Standing
from sayso.outputs.claims import Found
from sayso.outputs.exports import Contents, LedgerExporter
from sayso.records import Attribution, Claim, Document, Event, Judgement, Period, Place, Quantity, Role, Span
from sayso.vocab.actors import open_roster
from sayso.vocab.frames import kinds
from sayso.vocab.scales import CERTAINTIES, CHANNELS, MODALITIES, POLARITIES
from tests.factories import arms_claim, arms_report, attributed, claim, document, role, span

NO_STANDINGS: Mapping[str, Standing] = {}


def contents(
    found: Sequence[Found],
    *,
    accounts: Sequence[Account] = (),
    standings: Mapping[str, Standing] = NO_STANDINGS,
    rejected: Sequence[str] = (),
) -> Contents:
    """A ledger that holds these documents with their claims, some of them rejected."""
    kept = [(of, tuple(each for each in claims if each.id not in rejected)) for of, claims in found]
    return Contents(
        name="case.sayso",
        roster=open_roster(),
        runs=(ReaderRun(number=1, id="1a2b", reader="hand", reader_version="1", vocabulary_version="1"),),
        standings=standings,
        documents=lambda: (of for of, _ in found),
        everything=lambda: ((of, claims) for of, claims in found if claims),
        found=lambda: ((of, claims) for of, claims in kept if claims),
        accounts=lambda: accounts,
    )


def written(exporter: LedgerExporter, of: Contents) -> bytes:
    """What the exporter writes."""
    stream = io.BytesIO()
    exporter.write(of, stream)
    return stream.getvalue()


def remarks(exporter: LedgerExporter, of: Contents) -> list[str]:
    """What the exporter tells the user."""
    return list(exporter.write(of, io.BytesIO()))


def arms() -> list[Found]:
    """The claim about arms, published in the Daily, and a document in which nothing is claimed."""
    report = replace(
        arms_report(location="https://daily.example/arms"),
        title="Arms for Moscow",
        author="A. Writer",
        publisher="The Daily",
        published="2024-03-07",
        retrieved="2024-04-01",
    )
    told = replace(arms_claim(report), published=report.published)
    return [(report, (told,)), (document("It rained.", location="quiet.txt"), ())]


SHELLS = "Poland gave Ukraine shells. Kyiv asked Germany for tanks. Russia denied that it struck Kharkiv."


def three() -> list[Found]:
    """What is done, what is wanted by another than the doer, and what the doer denies."""
    report = replace(document(SHELLS, location="shells.txt"), published="2024-05")
    gave = claim(
        report,
        "transfer",
        "gave",
        role("giver", "POL", span(report, "Poland")),
        role("recipient", "UKR", span(report, "Ukraine")),
        role("good", None, span(report, "shells"), good="ammunition"),
        evidence="Poland gave Ukraine shells.",
    )
    asked = claim(
        report,
        "transfer",
        "for",
        role("giver", "DEU", span(report, "Germany")),
        role("recipient", "UKR", span(report, "Kyiv")),
        evidence="Kyiv asked Germany for tanks.",
    )
    asked = attributed(asked, span(report, "Kyiv"), actor="UKR", cue=span(report, "asked"))
    asked = replace(asked, modality="wanted", certainty="unstated")
    struck = claim(
        report,
        "fight",
        "struck",
        role("actor", "RUS", span(report, "it")),
        role("target", "UKR", span(report, "Kharkiv")),
        evidence="Russia denied that it struck Kharkiv.",
    )
    struck = attributed(struck, span(report, "Russia"), actor="RUS", cue=span(report, "denied"))
    return [(report, (gave, asked, replace(struck, polarity="negated")))]


def accounted(report: Document, told: Sequence[Claim]) -> Account:
    """The account of a matter that one report of the Daily tells with these claims."""
    tellings = tuple(Telling(claim=each, publisher=None, location="", statement=None) for each in told)
    known = Report(
        document_id=report.id,
        location=report.location,
        publisher="Daily",
        outlet="org/daily",
        is_agency=False,
        published=report.published,
        credits=(),
        body=None,
    )
    matter = Matter(id=told[0].id, tellings=tellings, joins=())
    return account(matter, reports={report.id: known}, reuses={}, roster=open_roster())


def judged(of: Claim, verdict: str) -> Standing:
    """That a reviewer said so of the claim."""
    judgement = Judgement(
        id=f"judged-{of.id}",
        claim_id=of.id,
        verdict=verdict,
        reviewer="R. Viewer",
        at="2024-06-01T12:00:00Z",
        note="no",
    )
    return Standing(judgements=(judgement,), lapsed=())


_texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
_hostile = st.sampled_from(
    [
        *("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "a\rb", 'a;b"c', "\x00", "\ufffe", "\u2028"),
        *(
            "]]><script>alert(1)</script>",
            "[[../../x]]",
            "{{7*7}}",
            "%%\n---\n",
            "../../../etc/passwd",
            "CON",
            "x" * 400,
        ),
        *("x" * 400, "\u202egnp.exe", "שלום", "👩\u200d👩\u200d👧"),
    ]
)
_actors = st.sampled_from(["RUS", "RUS/president", "UN/security-council", "org/nyt", "person/каховської", "PRK", None])


@st.composite
def _spans(draw: st.DrawFn, within: Document) -> Span:
    start = draw(st.integers(0, len(within.text)))
    return within.span(start, draw(st.integers(start, len(within.text))))


@st.composite
def claims(draw: st.DrawFn, within: Document) -> Claim:
    """A claim with every field anything that it may be."""
    spans = _spans(within)
    kind = draw(st.sampled_from(sorted(kinds())))
    roles = tuple(
        Role(role=name, actor=draw(_actors), span=draw(st.none() | spans))
        for name, _ in draw(st.lists(st.sampled_from(kinds()[kind].roles), max_size=4))
    )
    number = st.none() | st.integers(-(10**9), 10**12).map(Decimal)
    quantities = st.builds(
        Quantity,
        of=st.none() | _texts,
        low=number,
        high=number,
        unit=st.none() | _texts,
        approximate=st.booleans(),
        basis=st.just("stated"),
        span=spans,
    )
    dates = st.sampled_from(["2024", "2024-03", "2024-03-07", "1962/..", "20XX", "no date", "2024-03-07/2024-03-09"])
    links = st.builds(
        Attribution, source=st.none() | spans, actor=_actors, cue=st.none() | spans, channel=st.sampled_from(CHANNELS)
    )
    made = claim(within, kind, "", *roles)
    event = Event(
        kind=kind,
        trigger=draw(spans),
        roles=roles,
        quantities=tuple(draw(st.lists(quantities, max_size=2))),
        occurred=draw(st.none() | st.builds(Period, edtf=dates, basis=st.just("inferred"), span=st.none() | spans)),
        place=draw(st.none() | st.builds(Place, name=_texts | _hostile, country=_actors, span=st.none() | spans)),
    )
    return replace(
        made,
        id=draw(st.text("0123456789abcdef", min_size=14, max_size=14)),
        event=event,
        modality=draw(st.sampled_from(MODALITIES)),
        polarity=draw(st.sampled_from(POLARITIES)),
        certainty=draw(st.sampled_from(CERTAINTIES)),
        attribution=tuple(draw(st.lists(links, max_size=2))),
        confidence=draw(st.floats(0, 1)),
        provenance=replace(made.provenance, evidence=draw(spans)),
        published=within.published,
    )


@st.composite
def ledgers(draw: st.DrawFn) -> list[Found]:
    """One or two documents whose text, title, publisher and location may be hostile, with claims."""
    found = []
    for number in range(draw(st.integers(1, 2))):
        any_text = _texts | _hostile
        text = draw(any_text) + draw(any_text)
        made = replace(
            document(text, location=f"{draw(any_text)}{number}"),
            title=draw(st.none() | any_text),
            publisher=draw(st.none() | any_text),
            author=draw(st.none() | any_text),
            published=draw(st.sampled_from([None, "2024", "2024-03", "2024-03-07"])),
        )
        told = draw(st.lists(claims(made), max_size=3))
        found.append((made, tuple(replace(each, id=f"{number}{place}{each.id}") for place, each in enumerate(told))))
    return found
