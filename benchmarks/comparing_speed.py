"""Reports of many events in one ledger in, how long it takes to compare a document with its candidates, out."""

import tempfile
import tomllib
from pathlib import Path
from time import process_time

from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import QUICK_TEXTS, ClaimsBench
from benchmarks.measures.origins import ORIGINS, append
from sayso.ledger import Ledger
from sayso.pipeline import accounts, corroborate


def comparing_speed(bench: ClaimsBench, notes: list[str]) -> Figures:
    """Milliseconds of processor time a document: to compare it, and to give the accounts of all matters.

    The reports are those of the set of origins, all in one ledger; reading them is not counted.
    """
    paths = sorted(ORIGINS.glob("*.toml"))[: QUICK_TEXTS if bench.quick else None]
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "speed.sayso") as ledger:
        for path in paths:
            append(bench, tomllib.loads(path.read_text(encoding="utf-8")), ledger)
        begun = process_time()
        documents = sum(1 for _ in corroborate(ledger))
        compared = process_time()
        found = accounts(ledger, roster=bench.roster)
        accounted = process_time()
    notes.append(f"{documents} reports compared, with {len(found)} matters.")
    yield "corroborate_speed.compare_ms", 1000 * (compared - begun) / documents
    yield "corroborate_speed.accounts_ms", 1000 * (accounted - compared) / documents
