"""A ledger in, the address of every kind of page, and of every single page, of its workbench out."""

from pathlib import Path
from urllib.parse import quote, urlencode

from sayso.ledger import Ledger
from sayso.system.parties import party_of

LISTS = (
    "/",
    "/claims",
    "/matters",
    "/matters?sort=doubt",
    "/matters?sort=news",
    "/documents",
    "/parties",
    "/network",
    "/timeline",
    "/map",
    "/sources",
    "/review",
    "/limits",
)
"""Pages that need nothing to be asked for."""


def addresses(path: Path) -> tuple[str, ...]:
    """Every page of the ledger: the lists, their second pages, its documents, claims, matters, parties and pairs."""
    with Ledger.open(path) as ledger:
        documents = [each.id for each in ledger.documents()]
        claims = [each.id for each in ledger.claims()]
        parties = [party_of(each.actor) or each.actor for each in ledger.actors()]
    found = [*LISTS, "/claims?page=2", "/parties?page=2", "/timeline?page=2", "/sources?page=2", "/matters?page=2"]
    found += [f"/document/{each}" for each in documents]
    found += [f"/{kind}/{each}" for kind in ("claim", "matter") for each in claims]
    found += [f"/party?{urlencode({'id': each})}" for each in dict.fromkeys(parties)]
    found += [f"/pair?{urlencode({'one': 'RUS', 'other': each})}" for each in dict.fromkeys(parties) if each != "RUS"]
    return tuple(found)


def twin(address: str) -> str:
    """The address of the record that a page shows."""
    path, question, asked = address.partition("?")
    return f"{'/overview' if path == '/' else path}.json{question}{asked}"


def said(words: str) -> str:
    """Words as a part of an address."""
    return quote(words, safe="")
