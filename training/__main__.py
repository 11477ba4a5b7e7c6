"""The data folder in, all of the reader's weights out: every step of training in order.

    python -m training --data ../shared/data --start ../shared/tools/reader-start

On a GPU the whole takes half an hour from e5 itself; on two CPU cores it starts from the weights of the feasibility
study and takes about five hours. The reader is the mean of a run and of one that goes on from it. Each step
can be run alone: `python -m training.reader --help`.
"""

import argparse
from pathlib import Path

import torch

from training import averaging, coreference, events, export, reader, segmenter, vectors, vocabulary


def main() -> None:
    """Runs the steps; a checkpoint that is already there is not made again, so that a killed run can go on."""
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with data/ and tools/reader-start/")
    parser.add_argument("--build", type=Path, default=Path(".build"), help="folder for checkpoints")
    parser.add_argument("--minutes", type=float, help="for each run of the reader; default: 12 with a GPU, 95 without")
    options = parser.parse_args()
    data = options.data / "data" if (options.data / "data").is_dir() else options.data
    study = options.data / "tools" / "reader-start"
    gpu = torch.cuda.is_available()
    common = ["--data", str(data)]
    trained, further, averaged = (options.build / f"reader{name}.pt" for name in ("", "-on", "-mean"))
    parted = options.build / "segmenter.pt"
    options.build.mkdir(parents=True, exist_ok=True)
    vocabulary.main()
    minutes = options.minutes or (12 if gpu else 95)
    if not trained.exists():
        # With a GPU there is time to start from e5 alone and train every layer, as the study did.
        setting = (
            ["--rate", "6e-4", "--head-rate", "2e-3", "--batch", "24000", "--freeze", "0"]
            if gpu
            else ["--start", str(study)]
        )
        reader.main([*common, "--out", str(trained), "--minutes", str(minutes), *setting])
    if not further.exists():
        going_on = ["--start", str(trained), "--out", str(further), "--minutes", str(minutes), "--seed", "7"]
        reader.main([*common, *going_on, *(("--batch", "24000", "--freeze", "0") if gpu else ())])
    averaging.main([str(trained), str(further), "--out", str(averaged)])
    if not parted.exists():
        segmenter.main([*common, "--out", str(parted), "--minutes", "5" if gpu else "15"])
    checkpoints = ["--checkpoint", str(averaged), "--segmenter", str(parted)]
    export.main(checkpoints)
    events.begin()
    vectors.main([*common, "--build", str(options.build)])
    coreference.main(common)
    events.main(common)
    export.main([*checkpoints, "--full-precision", "--out", str(options.build / "full")])


if __name__ == "__main__":
    main()
