"""A ledger in, files for other tools out: one module per format, listed in `LEDGER_EXPORTERS`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from sayso.outputs.exports import (
    annotations,
    csl,
    csv,
    dna,
    ftm,
    gexf,
    graphml,
    jsonl,
    parquet,
    plover,
    prov,
    stix,
    vault,
)
from sayso.outputs.exports.exporter import Contents, LedgerExporter

__all__ = ["FOLDER_EXPORTERS", "LEDGER_EXPORTERS", "Contents", "FolderExporter", "LedgerExporter"]

LEDGER_EXPORTERS: tuple[LedgerExporter, ...] = (
    jsonl,
    csv,
    parquet,
    gexf,
    graphml,
    csl,
    stix,
    ftm,
    plover,
    annotations,
    prov,
    dna,
    vault,
)
"""Every format in the order of the help page; the first is the default."""


class FolderExporter(LedgerExporter, Protocol):
    """A format of many files, which may be written into a folder."""

    def write_folder(self, contents: Contents, folder: Path) -> Iterable[str]:
        """Write the files into a new folder; returns what `write` does."""


FOLDER_EXPORTERS: tuple[FolderExporter, ...] = (vault,)
"""Those of `LEDGER_EXPORTERS` that can write a folder."""
