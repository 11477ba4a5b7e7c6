"""A ledger in, its pages served on this machine, or written into one file, out."""

import secrets
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.configuration import roster_of
from sayso.cli.destination import destination
from sayso.cli.opening import compared, existing
from sayso.cli.options import ActorsOption, ColorOption, LedgerArgument, QuietOption
from sayso.cli.progress import progress
from sayso.cli.terminal import complain, messages
from sayso.errors import SettingsError

SERVE_HELP = """Open a ledger as a local workbench: look, search, check and correct, in the browser of this machine.

Nobody else can reach it, and it reaches nobody. Stop it with Ctrl-C.

[bold]Example[/bold]

  [cyan]sayso serve case.sayso[/cyan]
  then open the address that it prints
"""
REPORT_HELP = """Write the pages of a ledger into one file that opens in any browser, without a server or a network.

It holds the pages of what is told most; a page that there was no room for says
so. The file stays under 5 MB.

[bold]Example[/bold]

  [cyan]sayso report case.sayso --output case.html[/cyan]
"""

_LOOPBACK = "127.0.0.1"
_PORT = 8470
"""Where the workbench is served unless told otherwise: a number that no well-known service has."""

_LAST_PORT = 65535


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """What `sayso serve` may be told."""

    ledger: LedgerArgument
    port: Annotated[int, typer.Option(metavar="NUMBER", min=0, max=_LAST_PORT, help="Port; 0 for any free one.")] = (
        _PORT
    )
    actors: ActorsOption = None
    color: ColorOption = None


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What `sayso report` may be told."""

    ledger: LedgerArgument
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", show_default=False, help="The file.")]
    actors: ActorsOption = None
    color: ColorOption = None
    quiet: QuietOption = False


def serve(options: ServeOptions) -> None:
    """Serve the pages until the user ends it."""
    # Here and below, because the libraries behind them take a second that --help should not.
    import uvicorn

    from sayso.workbench.app import workbench

    console = messages(options.color)
    existing(options.ledger).close()
    with compared(options.ledger, console):
        pass
    app = workbench(options.ledger, roster=roster_of(options.actors), token=secrets.token_urlsafe())
    listening = _listening(options.port)
    host, port = listening.getsockname()[:2]
    print(f"http://{host}:{port}/", flush=True)
    complain(console, f"{options.ledger} is open at this address for this machine alone; Ctrl-C ends it")
    config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=False, access_log=False)
    uvicorn.Server(config).run(sockets=[listening])


def report(options: ReportOptions) -> None:
    """Write the file."""
    from sayso.workbench.case import Case
    from sayso.workbench.report import report as written

    console = messages(options.color)
    is_shown = not options.quiet and sys.stderr.isatty()
    with compared(options.ledger, console) as ledger, progress(console, is_wanted=is_shown) as bar:
        bar.add_task("writing the pages", total=None)
        with destination(options.output) as stream:
            stream.write(written(Case(ledger, roster_of(options.actors))))
    if not options.quiet:
        size = options.output.stat().st_size / 1e6
        complain(console, f"{options.output} holds the report, {size:.1f} MB; open it in any browser")


def _listening(port: int) -> socket.socket:
    """A socket of this machine alone; one that is taken is said to be."""
    # Named as TCP, or asyncio would leave Nagle on: every answer would wait 40 ms for an acknowledgement.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((_LOOPBACK, port))
    except OSError as error:
        listening.close()
        raise SettingsError(f"port {port} is taken: give another with --port, or 0 for any free one") from error
    # A large ledger is looked through for a minute before it is served; who asks in the meantime waits for the answer.
    listening.listen()
    return listening
