"""A case in, the application that serves its pages, each as HTML and as JSON, out."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sayso.errors import ImpossibleFilter, SaysoError, UnknownRecord
from sayso.ledger import Filter, Ledger
from sayso.vocab.actors import Roster
from sayso.workbench.case import Case
from sayso.workbench.posting import routes as taking
from sayso.workbench.rendering import STATIC, Way, as_html, as_json
from sayso.workbench.safety import Guard
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
from sayso.workbench.views.problem import ProblemView
from sayso.workbench.views.review import review
from sayso.workbench.views.sources import sources
from sayso.workbench.views.timeline import timeline

_FIELDS = frozenset(each.name for each in fields(Filter))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its address, its template, and the function that gives its view."""

    path: str
    template: str
    view: Callable[[Case, Request], object]


PAGES = (
    Page(path="/", template="overview.html", view=lambda case, _: overview(case)),
    Page(
        path="/claims",
        template="claims.html",
        view=lambda case, asked: claims(case, _filter(asked), page=_page(asked)),
    ),
    Page(path="/claim/{id}", template="claim.html", view=lambda case, asked: claim(case, asked.path_params["id"])),
    Page(
        path="/document/{id}",
        template="document.html",
        view=lambda case, asked: document(case, asked.path_params["id"], page=_page(asked)),
    ),
    Page(
        path="/matters",
        template="matters.html",
        view=lambda case, asked: matters(case, sort=asked.query_params.get("sort", "importance"), page=_page(asked)),
    ),
    Page(path="/documents", template="documents.html", view=lambda case, asked: documents(case, page=_page(asked))),
    Page(path="/parties", template="parties.html", view=lambda case, asked: parties(case, page=_page(asked))),
    Page(
        path="/party",
        template="dossier.html",
        view=lambda case, asked: dossier(case, asked.query_params.get("id", "")),
    ),
    Page(
        path="/pair",
        template="dossier.html",
        view=lambda case, asked: dossier(case, asked.query_params.get("one", ""), asked.query_params.get("other", "")),
    ),
    Page(path="/network", template="network.html", view=lambda case, _: network(case)),
    Page(path="/timeline", template="timeline.html", view=lambda case, asked: timeline(case, page=_page(asked))),
    Page(path="/map", template="map.html", view=lambda case, _: world(case)),
    Page(path="/limits", template="limits.html", view=lambda _, __: limits()),
    Page(path="/sources", template="sources.html", view=lambda case, asked: sources(case, page=_page(asked))),
    Page(
        path="/review",
        template="review.html",
        view=lambda case, asked: review(case, asked.query_params.get("claim")),
    ),
    Page(path="/matter/{id}", template="matter.html", view=lambda case, asked: matter(case, asked.path_params["id"])),
)
"""Every page; its record is at the same address with `.json` behind it."""


def workbench(path: Path, *, roster: Roster, token: str) -> Starlette:
    """The application; the ledger is opened when it starts, in the thread that serves, and closed when it ends."""
    way = Way(root="/", is_live=True, token=token)

    @asynccontextmanager
    async def opened(app: Starlette) -> AsyncIterator[None]:
        with Ledger.open(path) as ledger:
            app.state.case = Case(ledger, roster)
            app.state.case.warm()
            yield

    routes = [route for page in PAGES for route in _routes(page, way)]
    return Starlette(
        routes=[*routes, *taking(), Mount("/static", StaticFiles(directory=STATIC))],
        middleware=[Middleware(Guard, token=token)],
        exception_handlers={404: _answered(way)},
        lifespan=opened,
    )


def _routes(page: Page, way: Way) -> list[Route]:
    async def shown(request: Request) -> Response:
        try:
            return HTMLResponse(as_html(page.template, page.view(request.app.state.case, request), way=way))
        except SaysoError as error:
            return _problem(error, way)

    async def told(request: Request) -> Response:
        try:
            return Response(as_json(page.view(request.app.state.case, request)), media_type="application/json")
        except SaysoError as error:
            return _told(error)

    twin = "/overview.json" if page.path == "/" else f"{page.path}.json"
    return [Route(twin, told), Route(page.path, shown)]


def _answered(way: Way) -> Callable[[Request, Exception], Response]:
    def missing(request: Request, _: Exception) -> Response:
        error = UnknownRecord(f"there is no page {request.url.path!r}")
        return _told(error) if request.url.path.endswith(".json") else _problem(error, way)

    return missing


def _problem(error: SaysoError, way: Way) -> Response:
    view = ProblemView(title="Not found" if _status(error) == 404 else "Not possible", said=str(error))
    return HTMLResponse(as_html("problem.html", view, way=way), status_code=_status(error))


def _told(error: SaysoError) -> Response:
    return JSONResponse({"error": str(error)}, status_code=_status(error))


def _status(error: SaysoError) -> int:
    if isinstance(error, UnknownRecord):
        return 404
    return 400 if isinstance(error, ImpossibleFilter) else 500


def _page(request: Request) -> int:
    asked = request.query_params.get("page", "1")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 1


def _filter(request: Request) -> Filter:
    return Filter(**{name: value for name, value in request.query_params.items() if name in _FIELDS and value.strip()})
