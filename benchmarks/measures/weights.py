"""The shipped weights in, their size out."""

from benchmarks.measures.bench import Bench, Figures
from benchmarks.parts import weights_folder


def weights(_: Bench) -> Figures:
    """Size of everything the reader needs on disk, in MB of a million bytes; licence and model card left out."""
    files = [path for path in weights_folder().rglob("*") if path.is_file() and path.suffix != ".md"]
    yield "weights.mb", sum(path.stat().st_size for path in files) / 1e6
