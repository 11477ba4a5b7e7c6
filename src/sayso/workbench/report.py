"""A case in, one file that shows its pages anywhere, without a server and without a network, out.

The pages are those of the workbench, from the same templates. They lie in the file in compressed blocks, of which the
script of the file opens the one that is asked for (Compression Streams, WHATWG). What is told most comes first; pages
that would make the file larger than `LARGEST` are left out, and the file says so where they are asked for.
"""

import base64
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

from markupsafe import Markup

from sayso.corroboration.accounts import ORDERS
from sayso.ledger import Filter
from sayso.outputs.matters.disputes import is_disputed
from sayso.workbench.case import Case
from sayso.workbench.rendering import STATIC, WRITTEN, as_part, as_report
from sayso.workbench.views.claim import claim
from sayso.workbench.views.claims import claims
from sayso.workbench.views.document import document
from sayso.workbench.views.documents import documents
from sayso.workbench.views.dossier import dossier
from sayso.workbench.views.limits import limits
from sayso.workbench.views.map import world
from sayso.workbench.views.matter import matter
from sayso.workbench.views.matters import matters
from sayso.workbench.views.network import network
from sayso.workbench.views.overview import overview
from sayso.workbench.views.parties import parties
from sayso.workbench.views.parts import Pages
from sayso.workbench.views.sources import sources
from sayso.workbench.views.timeline import timeline

LARGEST = 4_600_000
"""Bytes of all blocks together: with style and script the file stays under 5 MB, which a mail takes."""

_BLOCK = 120_000
"""Signs of the pages of a block before it is compressed: opening one takes a browser some milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the outer template puts round the pages."""

    policy: str
    style: Markup
    script: Markup
    first: Markup
    blocks: tuple[Markup, ...]
    left_out: int
    ledger: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A page of the report: its address, and the function that writes it when its turn comes."""

    path: str
    write: Callable[[], str]


class Paged(Protocol):
    """A view of a page of a long list."""

    @property
    def pages(self) -> Pages:
        """Where the list stands."""


def report(case: Case) -> str:
    """The file as text."""
    case.warm()
    view = overview(case)
    style, script = (_own(STATIC / name) for name in ("style.css", "report.js"))
    blocks, left_out = _blocks(parts(case))
    made = Report(
        policy=_policy(style, script),
        style=style,
        script=script,
        first=Markup(as_part("overview.html", view, way=WRITTEN)),
        blocks=blocks,
        left_out=left_out,
        ledger=case.name,
    )
    return as_report(view, made, way=WRITTEN)


def parts(case: Case) -> Iterator[Part]:
    """Every page after the first, what is looked for most before what is looked for least."""
    yield _part("limits", "limits.html", limits)
    yield _part("map", "map.html", partial(world, case))
    yield _part("network", "network.html", partial(network, case))
    yield from _paged("sources", "sources.html", partial(sources, case))
    yield from _paged("documents", "documents.html", partial(documents, case))
    yield from _paged("parties", "parties.html", partial(parties, case))
    yield from _paged("timeline", "timeline.html", partial(timeline, case))
    yield from _sorted_matters(case)
    yield from _dossiers(case)
    ordered = case.findings.ordered("importance")
    told = {each.matter.id for each in ordered if each.documents > 1 or is_disputed(each)}
    yield from (_matter(case, each.matter.id) for each in ordered if each.matter.id in told)
    for document_id in case.findings.documents:
        yield _part(f"document/{document_id}", "document.html", partial(document, case, document_id))
    yield from (_matter(case, each.matter.id) for each in ordered if each.matter.id not in told)
    yield from _paged("claims", "claims.html", partial(claims, case, Filter()))
    for claim_id in case.findings.testimonies:
        yield _part(f"claim/{claim_id}", "claim.html", partial(claim, case, claim_id))


def _dossiers(case: Case) -> Iterator[Part]:
    """The pairs of the first page and of the network, and the parties that most is told of."""
    shown = overview(case)
    pairs = [(each.first.id, each.second.id) for each in shown.pairs]
    pairs += [(each.first.id, each.second.id) for each in network(case).edges]
    for one, other in dict.fromkeys(pairs):
        address = urlencode({"one": one, "other": other})
        yield _part(f"pair?{address}", "dossier.html", partial(dossier, case, one, other))
    for row in parties(case).rows:
        yield _part(f"party?{urlencode({'id': row.id})}", "dossier.html", partial(dossier, case, row.id))


def _matter(case: Case, matter_id: str) -> Part:
    return _part(f"matter/{matter_id}", "matter.html", partial(matter, case, matter_id))


def _sorted_matters(case: Case) -> Iterator[Part]:
    yield _part("matters", "matters.html", partial(matters, case))
    for sort in ORDERS:
        view = partial(matters, case, sort=sort)
        yield _part(f"matters?sort={sort}", "matters.html", view)
        for page in range(1, view().pages.pages + 1):
            yield _part(f"matters?page={page}&sort={sort}", "matters.html", partial(view, page=page))


def _paged(path: str, template: str, view: Callable[..., Paged]) -> Iterator[Part]:
    yield _part(path, template, view)
    for page in range(1, view().pages.pages + 1):
        yield _part(f"{path}?page={page}", template, partial(view, page=page))


def _part(path: str, template: str, view: Callable[[], object]) -> Part:
    return Part(path=path, write=lambda: as_part(template, view(), way=WRITTEN))


def _blocks(wanted: Iterator[Part]) -> tuple[tuple[Markup, ...], int]:
    """The blocks, the index of all pages first, and how many pages there was no room for."""
    places: dict[str, int] = {}
    blocks: list[Markup] = []
    size = 0
    together: dict[str, str] = {}
    for part in chain(wanted, [None]):
        if part is not None and part.path not in places:
            together[part.path] = part.write()
            places[part.path] = len(blocks)
        if together and (part is None or sum(map(len, together.values())) >= _BLOCK):
            block = _compressed(together)
            if size + len(block) > LARGEST:
                for path in together:
                    del places[path]
                return (_compressed(places), *blocks), len(together) + sum(1 for _ in wanted)
            size += len(block)
            blocks.append(block)
            together = {}
    return (_compressed(places), *blocks), 0


def _compressed(content: object) -> Markup:
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Markup(base64.b64encode(squeezed.compress(written) + squeezed.flush()).decode())


def _own(path: Path) -> Markup:
    """A file of ours, which goes into the page as it is."""
    return Markup(path.read_text(encoding="utf-8"))


def _policy(style: str, script: str) -> str:
    """A policy that lets nothing run or load but what this file was written with."""
    hashes = [base64.b64encode(sha256(each.encode()).digest()).decode() for each in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; img-src data:; "
        "form-action 'none'; base-uri 'none'"
    )
