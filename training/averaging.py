"""Checkpoints of one network in, one with the mean of their weights out.

    python -m training.averaging .build/reader.pt .build/reader-on.pt --out .build/reader-mean.pt

A run that goes on from another with a high rate ends in the same valley; their mean lies deeper in it than either
(Izmailov et al. 2018; Wortsman et al. 2022).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training.reader import save_state


def mean(paths: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of each tensor; raises `KeyError` where the checkpoints are of different networks."""
    states = [torch.load(path, map_location="cpu", weights_only=True)["state"] for path in paths]
    return {
        name: torch.stack([state[name] for state in states]).mean(0) if value.is_floating_point() else value
        for name, value in states[0].items()
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the averaging."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    save_state(mean(options.checkpoints), options.out)


if __name__ == "__main__":
    main()
