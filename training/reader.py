"""Trains encoder, tagger, parser, names and roles together and writes a checkpoint.

    python -m training.reader --data ../shared/data --start ../shared/tools/reader-start --minutes 90

The learning rate follows the clock, so a run of any length ends annealed. Only the later steps meet int8's rounding,
which takes a third of a step's time on a CPU. A checkpoint is written every five minutes; `--start` goes on from it.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from sayso.reading.pieces import Pieces
from training import corpora, start
from training.batches import Batch, batches, items
from training.labels import NAMES, WEIGHTS
from training.network import PIECE_LAYERS, Network, Rounding

OTHER = [index for index, label in enumerate(NAMES) if label.endswith("MISC")]
OUTSIDE = NAMES.index("O")
LOSS_WEIGHTS = {"upos": 1.0, "arc": 1.0, "relation": 1.0, "names": 2.0, "predicate": 0.5, "roles": 1.5}
"""Set by hand, as in the feasibility study; names, which it gave 1.5, are the heads furthest from what is asked."""

ENCODER_PARTS = ("layers.", "pos_emb", "eln")


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each head over the words that are labelled for it; heads without labels are left out."""
    states = network.encode(batch.pieces, batch.first, batch.last, batch.style)
    # Word 0 is <s>, the root; the </s> behind the last word is no word.
    length = batch.upos.shape[1]
    hidden = network.dropout(states[-1][:, : length + 1])
    word_mask = torch.arange(length, device=hidden.device)[None] < ((batch.first >= 0).sum(1) - 2)[:, None]
    words = hidden[:, 1:]
    found = {}
    known = batch.upos >= 0
    if known.any():
        found["upos"] = functional.cross_entropy(network.upos(words[known]), batch.upos[known])
        mask = torch.cat([torch.ones_like(word_mask[:, :1]), word_mask], 1)
        arcs = network.arcs(hidden, mask)[:, 1:]
        found["arc"] = functional.cross_entropy(arcs[known], batch.heads[known])
        heads = hidden.gather(1, batch.heads.clamp_min(0)[..., None].expand_as(words))
        found["relation"] = functional.cross_entropy(
            network.labels(words[known], heads[known]), batch.relations[known], ignore_index=-1
        )
    named = batch.names >= 0
    if named.any():
        scores = network.ner(words[named]).log_softmax(-1)
        # Where other names are not marked, what is marked O may be one: the two are added up.
        merged = scores.clone()
        merged[:, OUTSIDE] = scores[:, [OUTSIDE, *OTHER]].logsumexp(-1)
        partial = ~batch.other_known[:, None].expand_as(named)[named]
        chosen = torch.where(partial[:, None], merged, scores)
        found["names"] = functional.nll_loss(chosen, batch.names[named])
    marked = batch.is_predicate >= 0
    if marked.any():
        found["predicate"] = functional.cross_entropy(network.pred(words[marked]), batch.is_predicate[marked])
    if len(batch.role_row):
        scores = network.roles(words, word_mask, batch.role_row, batch.role_word)
        found["roles"] = functional.cross_entropy(scores[batch.roles >= 0], batch.roles[batch.roles >= 0])
    return found


def optimiser(network: Network, encoder_rate: float, head_rate: float) -> torch.optim.AdamW:
    """AdamW with one rate for the encoder and one for heads and styles."""
    groups: dict[bool, list[Tensor]] = {True: [], False: []}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            groups[name.startswith(ENCODER_PARTS)].append(parameter)
    return torch.optim.AdamW(
        [
            {"params": groups[True], "lr": encoder_rate, "peak": encoder_rate},
            {"params": groups[False], "lr": head_rate, "peak": head_rate},
        ],
        betas=(0.9, 0.98),
        eps=1e-6,
        weight_decay=0.01,
    )


def freeze(network: Network, layers: int) -> None:
    """Keeps the embeddings and the first `layers` layers as they are; saves their backward pass."""
    frozen = ("word_emb",) + (("pos_emb", "eln", "src") if layers else ())
    for name, parameter in network.named_parameters():
        below = any(name.startswith(f"layers.{number}.") for number in range(layers))
        parameter.requires_grad_(not (below or name.startswith(frozen)))


def train(network: Network, options: argparse.Namespace, vocabulary: Pieces) -> None:
    """Runs for `options.minutes` and leaves the result at `options.out`."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network.to(device).train()
    freeze(network, options.freeze)
    adam = optimiser(network, options.rate, options.head_rate)
    stream = batches(items(corpora.load(options.data), vocabulary), options.batch, options.seed)
    begun = saved = time.monotonic()
    total, step, seen, smooth = options.minutes * 60, 0, 0, dict[str, float]()
    while (elapsed := time.monotonic() - begun) < total:
        part = elapsed / total
        Rounding.rounds = part >= options.round_from
        for group in adam.param_groups:
            group["lr"] = group["peak"] * min(part / 0.05, (1 - part) / 0.95)
        batch = next(stream).to(device)
        with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
            found = losses(network, batch)
        loss = sum((LOSS_WEIGHTS[name] * value for name, value in found.items()), torch.zeros((), device=device))
        adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
        adam.step()
        step += 1
        seen += int((batch.pieces != 1).sum())
        for name, value in found.items():
            now = float(value.detach())
            smooth[name] = 0.95 * smooth.get(name, now) + 0.05 * now
        if step % 25 == 0:
            rate = seen / (time.monotonic() - begun)
            print(
                f"{elapsed:6.0f} s step {step} pieces {seen} ({rate:.0f}/s)",
                *(f"{name} {value:.3f}" for name, value in smooth.items()),
                flush=True,
            )
        if time.monotonic() - saved > 300:
            save(network, options.out)
            saved = time.monotonic()
    save(network, options.out)


def save(network: Network, path: Path) -> None:
    """Writes the network as a checkpoint, without the word table, which nothing changes."""
    save_state(
        {name: value.cpu() for name, value in network.state_dict().items() if not name.startswith("word_emb")}, path
    )


def save_state(state: dict[str, Tensor], path: Path) -> None:
    """Writes a checkpoint in one move, so that a killed run leaves the one before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save({"state": state}, partial)
    partial.replace(path)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the training step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="folder of start weights or a checkpoint; default: e5 itself")
    parser.add_argument("--out", type=Path, default=Path(".build/reader.pt"))
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--batch", type=int, default=3000, help="padded pieces a step")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=6e-4)
    parser.add_argument("--freeze", type=int, default=PIECE_LAYERS, help="layers kept as they are")
    parser.add_argument(
        "--round-from", type=float, default=0.6, help="part of the time after which int8's rounding is met; 1: never"
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    torch.manual_seed(options.seed)
    train(start.network(options.start), options, Pieces.open(WEIGHTS / "pieces.json.xz"))


if __name__ == "__main__":
    main()
