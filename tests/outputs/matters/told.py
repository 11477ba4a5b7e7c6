"""A matter that several papers tell and one denies, made by hand: its account for the tests of what is shown of it."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.corroboration.accounts import Account, account
from sayso.corroboration.records import Echo, Evidence, Join, Matter, Reuse, SharedPassage, Telling
from sayso.records import Claim, Document
from sayso.vocab.actors import open_roster
from tests.corroboration.factories import carrier, report, sale, statement, telling, worth
from tests.factories import span

FIRST = "North Korea sold arms to Russia for 1 to 5 billion dollars, the Kremlin said."
COPY = "North Korea sold arms to Russia for up to 5 billion dollars."
DENIAL = "North Korea never sold arms to Russia, Seoul said."
OTHER = "北朝鲜 North Korea sold arms to Russia for 9 billion dollars, the White House said."
ECHOED = "Пхеньян продал Москве оружие на пять миллиардов."


def documents() -> tuple[Document, ...]:
    """The five reports in the order of publication, the last without a date."""
    dates = (("a", FIRST, "2024-10-14"), ("b", COPY, "2024-10-16"), ("c", DENIAL, "2024-10-20"))
    later = (("d", OTHER, "2024-10-21"), ("e", ECHOED, None))
    return tuple(report(text, name=name, published=published) for name, text, published in (*dates, *later))


def tellings(of: tuple[Document, ...]) -> tuple[Telling, ...]:
    """What the first four say."""
    first, copy, denial, other, _ = of
    claims: tuple[Claim, ...] = (
        sale(first, source="the Kremlin", actor="RUS", quantities=worth(first, "1 to 5 billion", "1000000000", "5e9")),
        sale(copy, quantities=worth(copy, "up to 5 billion", None, "5e9")),
        replace(sale(denial, source="Seoul", actor="KOR"), polarity="negated"),
        sale(
            other, source="the White House", actor="USA/president", quantities=worth(other, "9 billion", "9e9", "9e9")
        ),
    )
    return tuple(telling(document, claim) for document, claim in zip(of, claims, strict=False))


def matter() -> tuple[Matter, tuple[Document, ...]]:
    """The matter, its claims with ids that stay, and its documents."""
    of = documents()
    told = tuple(
        replace(each, claim=replace(each.claim, id=f"{number}" * 16))
        for number, each in enumerate(tellings(of), start=1)
    )
    join = Join(
        claim_id="1" * 16,
        other_id="2" * 16,
        score=1.5,
        evidence=(Evidence(name="same kind", weight=1.5, said="1"),),
    )
    echo = Echo(
        id="e" * 16,
        claim_id="1" * 16,
        statement=statement(of[4], ECHOED, language="ru"),
        score=0.5,
        polarity="affirmed",
    )
    return Matter(id="1" * 16, tellings=told, joins=(join,), echoes=(echo,)), of


def hinted_account() -> Account:
    """The account of the matter whose echo only may say it."""
    made, of = matter()
    return _account(replace(made, echoes=(), hints=made.echoes), of)


def told_account() -> Account:
    """The account of the matter; the second report has its words from the first."""
    return _account(*matter())


def _account(made: Matter, of: Sequence[Document]) -> Account:
    first, copy = of[0], of[1]
    shared = SharedPassage(span=span(first, FIRST[:50]), other=span(copy, COPY[:50]))
    if first.id > copy.id:
        shared = SharedPassage(span=shared.other, other=shared.span)
    pair = (min(first.id, copy.id), max(first.id, copy.id))
    reuse = Reuse(
        document_id=pair[0], other_id=pair[1], method="same words", share=0.8, other_share=0.8, passages=(shared,)
    )
    return account(made, reports={each.id: carrier(each) for each in of}, reuses={pair: reuse}, roster=open_roster())
