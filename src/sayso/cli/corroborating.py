"""A ledger in, its texts compared with each other, with a bar on standard error, out."""

import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from sayso.cli.opening import existing
from sayso.cli.options import ColorOption, LedgerArgument, QuietOption
from sayso.cli.progress import is_worth_showing, progress
from sayso.cli.tally import number
from sayso.cli.terminal import messages
from sayso.ledger import Ledger
from sayso.outputs.display import visible

CORROBORATE_HELP = """Compare the texts of a ledger with each other: who tells the same as whom, and has it from whom.

[bold]sayso read --ledger[/bold] does this at its end; this command does it for ledgers of
earlier versions, and after [bold]--no-corroborate[/bold]. Only what was not compared yet is
compared: broken off and given again, it goes on where it stopped.

[bold]Example[/bold]

  [cyan]sayso corroborate case.sayso[/cyan]
"""


@dataclass(frozen=True, slots=True)
class CorroborateOptions:
    """What `sayso corroborate` may be told."""

    ledger: LedgerArgument
    color: ColorOption = None
    quiet: QuietOption = False


def corroborate(options: CorroborateOptions) -> None:
    """Compare what was not compared yet, and say how much that was."""
    existing(options.ledger).close()
    compare(options.ledger, messages(options.color), quiet=options.quiet)


def compare(path: Path, console: Console, *, quiet: bool) -> None:
    """Compare what was not compared yet, and say how much that was unless it should be quiet."""
    from sayso import pipeline  # here, because the libraries behind it take a second that --help should not

    started, done = time.monotonic(), 0
    shown = is_worth_showing(None, quiet=quiet, prints=False)
    with Ledger.open(path) as ledger, progress(console, is_wanted=shown) as bar:
        task = bar.add_task("comparing", total=pipeline.uncompared(ledger))
        for document in pipeline.corroborate(ledger):
            done += 1
            bar.update(task, advance=1, description=visible(document.location))
    if not quiet:
        seconds = f"in {time.monotonic() - started:.1f} s"
        console.print(
            f"Compared {number(done, 'text')} with the others {seconds}." if done else "Every text is compared already."
        )
